/* A workspace in the repository of a project: all of it in its own folder, and
 * found there by whoever joins next. */
#include "repo-fixture.h"

#include "ew-assets.h"
#include "ew-store-members.h"

/* A project that was there before, deep and wide in places. */
static char *
new_project (void)
{
  char *remote = new_remote ();
  g_autofree char *copy = fixture_dir ("project");

  author_is ("Dev", 1000);
  g_free (run_in (
      "/",
      "git clone -q '%s' '%s' 2>&1 && cd '%s' && "
      "git config user.name Dev && git config user.email dev@example.org && "
      "echo hello >README && mkdir -p a/b/c/d/e/f/g/h/i/j/k && "
      "echo x >a/b/c/d/e/f/g/h/i/j/k/deep && git add . && "
      "blob=$(git rev-parse :README) && "
      "seq 20100 | sed \"s|.*|100644 $blob 0\twide/&|\" | "
      "git update-index --add --index-info && "
      "git commit -qm Project && git push -q origin HEAD:main",
      remote, copy, copy));
  return remote;
}

static EwStore *
try_join (const char *remote, const char *folder, GPtrArray *found,
          GError **error)
{
  g_autofree char *dir = fixture_dir ("workspace");
  EwPlace place = { .url = remote, .folder = folder };
  EwWish wish = { .found = found };

  return ew_store_join (&place, dir, &wish, error);
}

static EwStore *
join_in (const char *remote, const char *folder)
{
  g_autoptr (GError) error = NULL;
  EwStore *store = try_join (remote, folder, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static void
put_all_kinds_of_files (EwStore *store, const char *board)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("picture", 7);
  g_autoptr (EwObject) image = ew_object_new (&ew_kind_image, NULL);
  g_autoptr (EwMember) member = ew_member_new ("Ana", "");
  g_autoptr (GError) error = NULL;
  g_autofree char *asset = ew_store_put_asset (store, bytes, "png", &error);

  g_assert_no_error (error);
  ew_object_set_string (image, "asset", asset);
  g_free (put (store, board, NULL, image));
  g_free (ew_store_put_member (store, member, &error));
  g_assert_no_error (error);
}

/* What is not the project's, by its first two folders. */
static char *
new_files (const char *remote)
{
  return run_in (remote, "git ls-tree -r --name-only main | "
                         "grep -v '^wide/\\|^a/\\|^README' | "
                         "sed 's|^\\(docs/team/[^/]*\\).*|\\1|' | sort -u | "
                         "tr '\\n' ' '");
}

static void
test_all_in_folder (void)
{
  g_autofree char *remote = new_project ();
  g_autoptr (EwStore) ana = NULL;
  g_autofree char *board = NULL;
  g_autofree char *files = NULL;

  author_is ("Ana", 2000);
  ana = join_in (remote, "docs/team");
  board = new_board (ana, "Retro");
  put_all_kinds_of_files (ana, board);
  g_free (sync_now (ana).tip);
  files = new_files (remote);
  g_assert_cmpstr (files, ==,
                   "docs/team/.gitattributes docs/team/assets "
                   "docs/team/boards docs/team/elsewhen.json "
                   "docs/team/members");
  assert_sound (ana);
}

/* Both work meanwhile, and so does the project. */
static void
test_found_by_the_next (void)
{
  g_autofree char *remote = new_project ();
  g_autoptr (EwStore) ana = NULL;
  g_autoptr (EwStore) bo = NULL;
  g_autoptr (EwObject) one = note (NULL, "From Ana");
  g_autoptr (EwObject) two = note (NULL, "From Bo");
  g_autofree char *board = NULL;
  g_autofree char *copy = fixture_dir ("copy");

  author_is ("Ana", 2000);
  ana = join_in (remote, "docs/team");
  board = new_board (ana, "Retro");
  g_free (sync_now (ana).tip);

  bo = join_in (remote, NULL);
  author_is ("Bo", 3000);
  g_free (put (bo, board, NULL, two));
  author_is ("Ana", 3001);
  g_free (put (ana, board, NULL, one));
  g_free (run_in ("/",
                  "git clone -q '%s' '%s' && cd '%s' && "
                  "echo y >a/b/c/d/e/f/g/h/i/j/k/deep && git -c user.name=D "
                  "-c user.email=d@example.org commit -qam Deep && git push -q",
                  remote, copy, copy));
  g_free (sync_now (bo).tip);
  g_free (sync_now (ana).tip);
  g_free (sync_now (bo).tip);
  assert_same_tip (ana, bo);
  assert_text (ana, board, two->id, "From Bo");
  assert_text (bo, board, one->id, "From Ana");
}

/* A commit made by hand, in the private copy, to what is none of ours. */
static void
test_own_commit_to_the_project (void)
{
  g_autofree char *remote = new_project ();
  g_autoptr (EwStore) ana = NULL;
  g_autoptr (EwStore) bo = NULL;
  g_autofree char *board = NULL;
  g_autofree char *copy = fixture_dir ("copy");
  g_autofree char *deep = NULL;

  author_is ("Ana", 2000);
  ana = join_in (remote, "docs/team");
  board = new_board (ana, "Retro");
  g_free (sync_now (ana).tip);
  bo = join_in (remote, NULL);
  g_free (put_title (bo, board, "Retro 2"));
  g_free (sync_now (bo).tip);

  g_free (run_in ("/",
                  "git clone -q '%s' '%s' && cd '%s' && "
                  "echo z >a/b/c/d/e/f/g/h/i/j/k/deep && "
                  "echo z >wide/7 && git -c user.name=D "
                  "-c user.email=d@example.org commit -qam Deep && git push -q",
                  ew_store_dir (ana), copy, copy));
  g_free (sync_now (ana).tip);
  deep = run_in (remote, "git show main:a/b/c/d/e/f/g/h/i/j/k/deep main:wide/7 "
                         "| tr '\\n' ' '");
  g_assert_cmpstr (deep, ==, "z z");
}

static void
test_which_of_several (void)
{
  g_autofree char *remote = new_project ();
  g_autoptr (EwStore) ana = NULL;
  g_autoptr (EwStore) bo = NULL;
  g_autoptr (EwStore) none = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  author_is ("Ana", 2000);
  ana = join_in (remote, "docs/team");
  g_free (sync_now (ana).tip);
  bo = join_in (remote, "boards of Bo");
  g_free (sync_now (bo).tip);
  none = try_join (remote, NULL, found, &error);
  g_assert_null (none);
  assert_ew_error (error, EW_ERROR_CHOOSE, "docs/team");
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (found->pdata[0], ==, "boards of Bo");
  g_assert_cmpstr (found->pdata[1], ==, "docs/team");
}

/* A workspace of its own stays the one that is joined. */
static void
test_the_top_first (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) ana = NULL;
  g_autoptr (EwStore) bo = NULL;
  g_autoptr (EwStore) cy = NULL;
  g_autofree char *board = NULL;
  g_autoptr (GPtrArray) boards = NULL;

  author_is ("Ana", 2000);
  ana = join (remote);
  board = new_board (ana, "Retro");
  g_free (sync_now (ana).tip);
  bo = join_in (remote, "inner");
  g_free (sync_now (bo).tip);
  cy = join_in (remote, NULL);
  boards = ew_store_list (cy, NULL, NULL);
  g_assert_cmpuint (boards->len, ==, 1);
}

static void
test_no_such_folder (void)
{
  g_autofree char *remote = new_remote ();
  static const char *const bad[] = { "..", "a/../b", ".git", "a\\b" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (try_join (remote, bad[i], NULL, &error));
    assert_ew_error (error, EW_ERROR_USAGE, "cannot be the folder");
  }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/place/all-in-folder", test_all_in_folder);
  g_test_add_func ("/place/found-by-the-next", test_found_by_the_next);
  g_test_add_func ("/place/own-commit-to-the-project",
                   test_own_commit_to_the_project);
  g_test_add_func ("/place/which-of-several", test_which_of_several);
  g_test_add_func ("/place/the-top-first", test_the_top_first);
  g_test_add_func ("/place/no-such-folder", test_no_such_folder);
  return fixture_run ();
}
