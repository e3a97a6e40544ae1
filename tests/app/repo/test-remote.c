/* What people type for a remote, and what is there instead. */
#include "repo-fixture.h"

#include <unistd.h>

static EwStore *
any_store (void)
{
  g_autofree char *dir = fixture_dir ("w");

  return new_store (dir);
}

static void
assert_sync_fails (EwStore *store, EwError kind, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = ew_store_tip (store, NULL);
  g_autofree char *after = NULL;
  EwSyncResult result;

  g_assert_false (ew_sync (store, &(EwSyncWish){ 0 }, &result, &error));
  assert_ew_error (error, kind, words);
  ew_sync_result_clear (&result);
  after = ew_store_tip (store, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
share (EwStore *store, const char *url)
{
  g_autoptr (GError) error = NULL;

  ew_store_set_remote (store, url, &error);
  g_assert_no_error (error);
}

static void
test_kinds (void)
{
  static const char *const refused[] = {
    "http://example.org/team.git",  "git://example.org/team.git",
    "ssh://-oProxyCommand=x/y.git", "https://a:b@example.org/x",
    "file://elsewhere/team.git",    "ext::sh -c touch% /tmp/owned",
  };
  g_autoptr (EwStore) store = any_store ();
  g_autofree char *now = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (ew_store_set_remote (store, refused[i], &error));
    g_assert_error (error, EW_ERROR, EW_ERROR_USAGE);
  }
  now = ew_store_remote (store, NULL);
  g_assert_cmpstr (now, ==, "");
}

static void
test_itself (void)
{
  g_autoptr (EwStore) store = any_store ();
  g_autoptr (GError) error = NULL;

  g_assert_false (ew_store_set_remote (store, ew_store_dir (store), &error));
  assert_ew_error (error, EW_ERROR_USAGE, "through itself");
}

static void
test_file_url (void)
{
  g_autofree char *remote = new_remote ();
  g_autofree char *url = g_strconcat ("file://", remote, NULL);
  g_autoptr (EwStore) store = any_store ();
  g_autoptr (EwStore) other = NULL;
  EwSyncResult result;

  share (store, url);
  result = sync_now (store);
  g_assert_cmpuint (result.published, ==, 1);
  ew_sync_result_clear (&result);
  other = join (url);
  assert_same_tip (store, other);
}

static void
test_forget (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) store = any_store ();
  g_autofree char *now = NULL;
  guint count;

  share (store, remote);
  share (store, NULL);
  now = ew_store_remote (store, NULL);
  g_assert_cmpstr (now, ==, "");
  g_assert_true (ew_store_unpublished (store, &count, NULL));
  g_assert_cmpuint (count, ==, 0);
  assert_sync_fails (store, EW_ERROR_USAGE, "only here");
}

/* A new place has nothing of ours, whatever the old one had. */
static void
test_another_place (void)
{
  g_autofree char *first = new_remote ();
  g_autofree char *second = new_remote ();
  g_autoptr (EwStore) store = any_store ();
  EwSyncResult result;
  guint count;

  share (store, first);
  result = sync_now (store);
  ew_sync_result_clear (&result);
  share (store, second);
  g_assert_true (ew_store_unpublished (store, &count, NULL));
  g_assert_cmpuint (count, ==, 1);
  result = sync_now (store);
  g_assert_cmpuint (result.published, ==, 1);
  ew_sync_result_clear (&result);
}

static void
test_missing (void)
{
  g_autoptr (EwStore) store = any_store ();
  g_autofree char *nowhere = fixture_dir ("nowhere.git");

  share (store, nowhere);
  assert_sync_fails (store, EW_ERROR_OFFLINE, "is not there");
}

static void
test_no_repository (void)
{
  g_autoptr (EwStore) store = any_store ();
  g_autofree char *dir = fixture_dir ("photos");

  g_mkdir (dir, 0777);
  share (store, dir);
  assert_sync_fails (store, EW_ERROR_REFUSED, "is no git repository");
}

/* A folder inside some repository is not that repository. */
static void
test_inside_repository (void)
{
  g_autoptr (EwStore) store = any_store ();
  g_autofree char *dir = fixture_dir ("project");
  g_autofree char *inside = g_build_filename (dir, "photos", NULL);
  g_autofree char *said =
      run_in ("/", "git init -q '%s' && mkdir '%s'", dir, inside);

  share (store, inside);
  assert_sync_fails (store, EW_ERROR_REFUSED, "is no git repository");
}

static void
test_checked_out (void)
{
  g_autoptr (EwStore) store = any_store ();
  g_autofree char *dir = fixture_dir ("project");
  g_autofree char *said =
      run_in ("/",
              "git init -q '%s' && cd '%s' && echo x > x && git add . && "
              "git commit -qm x",
              dir, dir);
  g_autoptr (GError) error = NULL;
  EwSyncResult result;

  share (store, dir);
  g_assert_false (ew_sync (store, &(EwSyncWish){ 0 }, &result, &error));
  assert_ew_error (error, EW_ERROR_REFUSED, "checked out");
  ew_sync_result_clear (&result);
  said = (g_free (said), run_in (dir, "git status --porcelain"));
  g_assert_cmpstr (said, ==, "");
}

static void
test_shallow (void)
{
  g_autofree char *remote = new_remote ();
  g_autofree char *shallow = fixture_dir ("shallow.git");
  g_autoptr (EwStore) store = any_store ();
  g_autofree char *board = new_board (store, "Retro");
  g_autofree char *dir = fixture_dir ("w");
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  EwSyncResult result;

  share (store, remote);
  result = sync_now (store);
  ew_sync_result_clear (&result);
  said = run_in ("/", "git clone -q --bare --depth 1 'file://%s' '%s'", remote,
                 shallow);
  g_assert_null (ew_store_clone (shallow, dir, NULL, NULL, NULL, &error));
  assert_ew_error (error, EW_ERROR_REFUSED, "shallow");
  g_clear_error (&error);
  g_assert_null (ew_store_open (shallow, &error));
  assert_ew_error (error, EW_ERROR_USAGE, "shallow");
}

static void
test_unreadable (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) store = any_store ();

  if (geteuid () == 0) {
    g_test_skip ("root may read everything");
    return;
  }
  share (store, remote);
  g_chmod (remote, 0);
  assert_sync_fails (store, EW_ERROR_DENIED, "no permission to read");
  g_chmod (remote, 0755);
}

static void
test_unwritable (void)
{
  g_autofree char *remote = new_remote ();
  g_autofree char *objects = g_build_filename (remote, "objects", NULL);
  g_autoptr (EwStore) store = any_store ();

  if (geteuid () == 0) {
    g_test_skip ("root may write everywhere");
    return;
  }
  share (store, remote);
  g_chmod (objects, 0555);
  assert_sync_fails (store, EW_ERROR_DENIED, "no permission to write");
  g_chmod (objects, 0755);
}

static void
test_failed_clone_leaves_nothing (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) store = any_store ();
  g_autofree char *dir = fixture_dir ("w");
  g_autofree char *parent = g_path_get_dirname (dir);
  g_autofree char *left = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  EwSyncResult result;

  share (store, remote);
  result = sync_now (store);
  ew_sync_result_clear (&result);
  said = run_in (remote, "rm -f objects/*/$(git rev-parse main^{tree} | cut "
                         "-c3-)");
  g_assert_null (ew_store_clone (remote, dir, NULL, NULL, NULL, &error));
  assert_ew_error (error, EW_ERROR_FAILED, "could not be fetched");
  left = run_in (parent, "ls -A");
  g_assert_cmpstr (left, ==, "");
}

static void
test_branch_is_no_commit (void)
{
  g_autofree char *remote = new_remote ();
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (GError) error = NULL;
  g_autofree char *said =
      run_in (remote, "echo x | git hash-object -w --stdin > refs/heads/main");

  g_assert_null (ew_store_clone (remote, dir, NULL, NULL, NULL, &error));
  assert_ew_error (error, EW_ERROR_DAMAGED, "cannot be read");
}

/* Small syncs leave no heap of packs behind; a large one is one pack. */
static void
test_packs (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) store = join (remote);
  g_autofree char *board = new_board (store, "Retro");
  g_autofree char *few = NULL;
  g_autofree char *many = NULL;
  EwSyncResult result = sync_now (store);

  ew_sync_result_clear (&result);
  few = run_in (remote, "ls objects/pack | wc -l");
  g_assert_cmpstr (few, ==, "0");
  for (int i = 0; i < 60; i++) {
    g_autoptr (EwObject) one = note (NULL, "x");

    g_free (put (store, board, NULL, one));
  }
  result = sync_now (store);
  ew_sync_result_clear (&result);
  many = run_in (remote, "ls objects/pack/*.pack | wc -l");
  g_assert_cmpstr (many, ==, "1");
  assert_sound (store);
  g_assert_true (try_in (remote, "git fsck --strict"));
}

/* A repository for a group: what we put there, the group may add to. */
static void
test_shared_folder (void)
{
  g_autofree char *remote = new_remote ();
  g_autofree char *said = run_in (
      remote, "git config core.sharedRepository group && chmod -R g+w . "
              "&& find . -type d | xargs chmod g+s");
  g_autoptr (EwStore) store = join (remote);
  EwSyncResult result = sync_now (store);
  g_autofree char *closed = NULL;

  ew_sync_result_clear (&result);
  closed = run_in (remote, "find . -type d ! -perm -g=ws | wc -l");
  g_assert_cmpstr (closed, ==, "0");
}

static void
test_clone_of_empty (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) store = join (remote);
  g_autofree char *name = ew_store_name (store);
  EwSyncResult result = sync_now (store);
  g_autofree char *heads = NULL;

  g_assert_cmpstr (name, ==, "team");
  g_assert_cmpuint (result.published, ==, 1);
  ew_sync_result_clear (&result);
  heads = run_in (remote, "git for-each-ref --format='%%(refname)'");
  g_assert_cmpstr (heads, ==, "refs/heads/main");
}

/* Tags and other branches stay where they are. */
static void
test_only_our_branch (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) store = any_store ();
  g_autoptr (EwStore) other = NULL;
  g_autofree char *said = NULL;
  g_autofree char *refs = NULL;
  EwSyncResult result;

  share (store, remote);
  result = sync_now (store);
  ew_sync_result_clear (&result);
  said = run_in (remote, "git tag v1 main && git branch other main");
  other = join (remote);
  refs = run_in (ew_store_dir (other),
                 "git for-each-ref --format='%%(refname)' | tr '\\n' ' '");
  g_assert_cmpstr (refs, ==,
                   "refs/elsewhen/synced refs/heads/main "
                   "refs/remotes/origin/main");
  g_assert_false (try_in (ew_store_dir (other), "test -e FETCH_HEAD"));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/remote/kinds", test_kinds);
  g_test_add_func ("/remote/itself", test_itself);
  g_test_add_func ("/remote/file-url", test_file_url);
  g_test_add_func ("/remote/forget", test_forget);
  g_test_add_func ("/remote/another-place", test_another_place);
  g_test_add_func ("/remote/missing", test_missing);
  g_test_add_func ("/remote/no-repository", test_no_repository);
  g_test_add_func ("/remote/inside-repository", test_inside_repository);
  g_test_add_func ("/remote/checked-out", test_checked_out);
  g_test_add_func ("/remote/shallow", test_shallow);
  g_test_add_func ("/remote/unreadable", test_unreadable);
  g_test_add_func ("/remote/unwritable", test_unwritable);
  g_test_add_func ("/remote/failed-clone-leaves-nothing",
                   test_failed_clone_leaves_nothing);
  g_test_add_func ("/remote/branch-is-no-commit", test_branch_is_no_commit);
  g_test_add_func ("/remote/packs", test_packs);
  g_test_add_func ("/remote/shared-folder", test_shared_folder);
  g_test_add_func ("/remote/clone-of-empty", test_clone_of_empty);
  g_test_add_func ("/remote/only-our-branch", test_only_our_branch);
  return fixture_run ();
}
