/* Reading, comparing and writing trees. */
#include "repo-fixture.h"

#include "ew-tree-walk.h"
#include "ew-tree-write.h"

typedef struct {
  char *dir;
  git_repository *repo;
} Wood;

static void
wood_begin (Wood *wood)
{
  g_autofree char *said = NULL;

  ew_git_init ();
  wood->dir = fixture_dir ("r");
  said = run_in ("/", "git init -q --bare '%s'", wood->dir);
  g_assert_cmpint (git_repository_open_bare (&wood->repo, wood->dir), ==, 0);
}

static void
wood_end (Wood *wood)
{
  g_free (wood->dir);
  git_repository_free (wood->repo);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wood, wood_end)

/* "a=1 b/c=2": paths and contents; "a=" removes. */
static git_tree *
grow (Wood *wood, const git_tree *base, const char *files)
{
  g_autoptr (EwTreeWrite) write = ew_tree_write_new (wood->repo);
  g_autoptr (git_tree) nothing = ew_tree_empty (wood->repo, NULL);
  g_auto (GStrv) words = g_strsplit (files, " ", -1);
  g_autoptr (GError) error = NULL;
  git_tree *tree;

  for (guint i = 0; words[i] && *words[i]; i++) {
    g_auto (GStrv) pair = g_strsplit (words[i], "=", 2);

    ew_tree_write_put_text (write, pair[0], *pair[1] ? pair[1] : NULL, &error);
    g_assert_no_error (error);
  }
  tree = ew_tree_write_finish (write, base ? base : nothing, &error);
  g_assert_no_error (error);
  return tree;
}

/* As git sees it: "a b/c". */
static char *
list (Wood *wood, const git_tree *tree)
{
  g_autofree char *hex = ew_oid_to_string (git_tree_id (tree));

  return run_in (wood->dir, "git ls-tree -r --name-only %s | tr '\n' ' '", hex);
}

static void
assert_files (Wood *wood, const git_tree *tree, const char *files)
{
  g_autofree char *now = list (wood, tree);

  g_assert_cmpstr (g_strchomp (now), ==, files);
}

static void
test_write (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (git_tree) first = NULL;
  g_autoptr (git_tree) second = NULL;

  wood_begin (&wood);
  first = grow (&wood, NULL, "a=1 b/c=2 b/d=3 b-x=4 b/e/f=5");
  assert_files (&wood, first, "a b-x b/c b/d b/e/f");
  second = grow (&wood, first, "b/e/f= b/d=7 z/y/x=8");
  assert_files (&wood, second, "a b-x b/c b/d z/y/x");
}

/* Git itself has no empty folders: with one, equal content would not be an
 * equal tree. */
static void
test_no_empty_folder (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (git_tree) plain = NULL;
  g_autoptr (git_tree) full = NULL;
  g_autoptr (git_tree) back = NULL;

  wood_begin (&wood);
  plain = grow (&wood, NULL, "a=1");
  full = grow (&wood, plain, "b/c/d=2");
  back = grow (&wood, full, "b/c/d=");
  g_assert_true (git_oid_equal (git_tree_id (plain), git_tree_id (back)));
}

static void
test_file_for_folder (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (git_tree) folder = NULL;
  g_autoptr (git_tree) file = NULL;
  g_autoptr (git_tree) again = NULL;

  wood_begin (&wood);
  folder = grow (&wood, NULL, "b/c=1 b/d=2");
  file = grow (&wood, folder, "b=3 b/c= b/d=");
  assert_files (&wood, file, "b");
  again = grow (&wood, file, "b= b/c=4");
  assert_files (&wood, again, "b/c");
}

static void
test_remove_nothing (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (git_tree) tree = NULL;
  g_autoptr (git_tree) same = NULL;

  wood_begin (&wood);
  tree = grow (&wood, NULL, "a=1");
  same = grow (&wood, tree, "b= c/d=");
  g_assert_true (git_oid_equal (git_tree_id (tree), git_tree_id (same)));
}

/* A name that would reach outside is refused, not written. */
static void
test_hostile_names (void)
{
  static const char *const names[] = { "../x", ".git/config", "a/../../x",
                                       "a//b", "/etc/passwd" };
  g_auto (Wood) wood = { 0 };
  g_autoptr (git_tree) nothing = NULL;

  wood_begin (&wood);
  nothing = ew_tree_empty (wood.repo, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (EwTreeWrite) write = ew_tree_write_new (wood.repo);
    g_autoptr (GError) error = NULL;

    g_assert_true (ew_tree_write_put_text (write, names[i], "x", NULL));
    g_assert_null (ew_tree_write_finish (write, nothing, &error));
    g_assert_error (error, EW_ERROR, EW_ERROR_FAILED);
  }
}

static char *
describe (Wood *wood, const git_tree *from, const git_tree *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes =
      ew_tree_walk (wood->repo, from, to, "", &error);
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < changes->len; i++) {
    const EwTreeChange *change = changes->pdata[i];
    char sign = !change->from.mode ? '+' : !change->to.mode ? '-' : '~';

    g_string_append_printf (words, "%s%c%s", i > 0 ? " " : "", sign,
                            change->path);
  }
  return g_strdup (words->str);
}

static void
test_walk (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (git_tree) from = NULL;
  g_autoptr (git_tree) to = NULL;
  g_autofree char *changes = NULL;
  g_autofree char *none = NULL;

  wood_begin (&wood);
  from = grow (&wood, NULL, "a=1 b/c=2 b/d=3 e/f=4");
  to = grow (&wood, from, "a=9 b/d= g/h=5");
  changes = describe (&wood, from, to);
  g_assert_cmpstr (changes, ==, "~a -b/d +g/h");
  none = describe (&wood, to, to);
  g_assert_cmpstr (none, ==, "");
}

static void
test_walk_kinds (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (git_tree) from = NULL;
  g_autoptr (git_tree) to = NULL;
  g_autofree char *changes = NULL;

  wood_begin (&wood);
  from = grow (&wood, NULL, "a/b=1 c=2");
  to = grow (&wood, from, "a=3 a/b= c= c/d=4");
  changes = describe (&wood, from, to);
  g_assert_cmpstr (changes, ==, "+a -a/b -c +c/d");
}

static void
test_too_deep (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (git_tree) nothing = NULL;
  g_autoptr (git_tree) tree = NULL;
  g_autoptr (GError) error = NULL;

  wood_begin (&wood);
  nothing = ew_tree_empty (wood.repo, NULL);
  tree = grow (&wood, NULL, "1/2/3/4/5/6/7/8/9/a=1");
  g_assert_null (ew_tree_walk (wood.repo, nothing, tree, "", &error));
  assert_ew_error (error, EW_ERROR_DAMAGED, "1/2/3/4/5/6/7/8/9");
}

/* A project may be as deep as it likes: the workspace is only a part of it. */
static void
test_within (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (git_tree) nothing = NULL;
  g_autoptr (git_tree) tree = NULL;
  g_autoptr (GPtrArray) inside = NULL;
  g_autoptr (GPtrArray) outside = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  wood_begin (&wood);
  nothing = ew_tree_empty (wood.repo, NULL);
  tree = grow (&wood, NULL, "1/2/3/4/5/6/7/8/9/a=1 docs/team/b=2 docs/c=3");
  inside = ew_tree_walk (wood.repo, nothing, tree, "docs/team", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (inside->len, ==, 1);
  g_assert_cmpstr (((EwTreeChange *) inside->pdata[0])->path, ==,
                   "docs/team/b");
  outside = ew_tree_walk (wood.repo, nothing, tree, "elsewhere", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outside->len, ==, 0);
  all = ew_tree_walk_all (wood.repo, nothing, tree, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 3);
}

static void
test_too_wide (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *hex = NULL;
  git_oid oid;

  wood_begin (&wood);
  hex = run_in (wood.dir,
                "b=$(echo x | git hash-object -w --stdin) && "
                "seq 20001 | sed \"s/^/100644 blob $b\\tf/\" | git mktree");
  git_oid_fromstr (&oid, hex);
  g_assert_null (ew_tree_open (wood.repo, &oid, &error));
  assert_ew_error (error, EW_ERROR_DAMAGED, "too many files");
}

static void
test_missing (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (GError) error = NULL;
  git_oid oid;

  wood_begin (&wood);
  git_oid_fromstr (&oid, "1234567890123456789012345678901234567890");
  g_assert_null (ew_tree_open (wood.repo, &oid, &error));
  assert_ew_error (error, EW_ERROR_DAMAGED, "1234567890");
}

static void
test_read_entry (void)
{
  g_auto (Wood) wood = { 0 };
  g_autoptr (git_tree) tree = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GBytes) link = NULL;
  g_autoptr (GError) error = NULL;
  EwEntry entry;

  wood_begin (&wood);
  tree = grow (&wood, NULL, "a/b=hello");
  entry = ew_tree_entry (tree, "a/b");
  g_assert_true (ew_entry_read (wood.repo, entry, "a/b", &text, NULL));
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text),
                   "hello", 5);
  g_assert_true (ew_entry_read (wood.repo, ew_tree_entry (tree, "a/c"), "a/c",
                                &none, NULL));
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  entry.mode = GIT_FILEMODE_LINK;
  g_assert_false (ew_entry_read (wood.repo, entry, "a/b", &link, &error));
  assert_ew_error (error, EW_ERROR_DAMAGED, "a/b");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/tree/write", test_write);
  g_test_add_func ("/tree/no-empty-folder", test_no_empty_folder);
  g_test_add_func ("/tree/file-for-folder", test_file_for_folder);
  g_test_add_func ("/tree/remove-nothing", test_remove_nothing);
  g_test_add_func ("/tree/hostile-names", test_hostile_names);
  g_test_add_func ("/tree/walk", test_walk);
  g_test_add_func ("/tree/walk-kinds", test_walk_kinds);
  g_test_add_func ("/tree/too-deep", test_too_deep);
  g_test_add_func ("/tree/within", test_within);
  g_test_add_func ("/tree/too-wide", test_too_wide);
  g_test_add_func ("/tree/missing", test_missing);
  g_test_add_func ("/tree/read-entry", test_read_entry);
  return fixture_run ();
}
