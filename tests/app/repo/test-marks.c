/* Private marks: kept over restarts, shared by two programs, and in nothing
 * that is pushed. */
#include "repo-fixture.h"

#include "ew-marks.h"

#include <string.h>

#define SECRET "a draft that nobody else may see"

static void
write_marks (EwStore *store, EwMark mark, const char *key, const char *value)
{
  g_autoptr (EwMarks) changes = ew_marks_new ();
  g_autoptr (GError) error = NULL;

  ew_marks_set (changes, mark, key, value);
  ew_marks_write (ew_store_private_dir (store), changes, &error);
  g_assert_no_error (error);
}

static void
assert_mark (EwStore *store, EwMark mark, const char *key, const char *value)
{
  g_autoptr (EwMarks) marks = ew_marks_read (ew_store_private_dir (store));

  g_assert_cmpstr (ew_marks_get (marks, mark, key), ==, value);
}

static void
test_kept (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);

  assert_mark (store, EW_MARK_SEEN, "b", "");
  write_marks (store, EW_MARK_SEEN, "b", "1234");
  write_marks (store, EW_MARK_DRAFT, "<b>\"x\"\n",
               "Grüße\\\n👩🏽‍🚀");
  write_marks (store, EW_MARK_DONE, "other", "7");
  write_marks (store, EW_MARK_DONE, "other", "");
  assert_mark (store, EW_MARK_SEEN, "b", "1234");
  assert_mark (store, EW_MARK_DRAFT, "<b>\"x\"\n",
               "Grüße\\\n👩🏽‍🚀");
  assert_mark (store, EW_MARK_DONE, "other", "");
  assert_mark (store, EW_MARK_DONE, "b", "");
}

static void
test_numbers (void)
{
  g_autoptr (EwMarks) marks = ew_marks_new ();
  g_autoptr (EwMarks) copy = NULL;

  ew_marks_set_int (marks, EW_MARK_READ, "t", 42);
  ew_marks_set (marks, EW_MARK_READ, "u", "rubbish");
  copy = ew_marks_copy (marks);
  g_assert_cmpint (ew_marks_get_int (copy, EW_MARK_READ, "t"), ==, 42);
  g_assert_cmpint (ew_marks_get_int (copy, EW_MARK_READ, "u"), ==, 0);
  g_assert_cmpint (ew_marks_get_int (copy, EW_MARK_READ, "v"), ==, 0);
}

/* A damaged file is put aside, and does not stand in the way. */
static void
test_damaged (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *path =
      g_build_filename (ew_store_private_dir (store), "private.json", NULL);
  g_autofree char *aside = g_strconcat (path, ".damaged", NULL);

  g_assert_true (g_file_set_contents (path, "{\"seen\":{", -1, NULL));
  assert_mark (store, EW_MARK_SEEN, "b", "");
  write_marks (store, EW_MARK_SEEN, "b", "1");
  assert_mark (store, EW_MARK_SEEN, "b", "1");
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
}

/* Every object of the repository that everybody reads, and every reference. */
static void
test_never_pushed (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) store = join (remote);
  g_autofree char *board = new_board (store, "Retro");
  g_autoptr (EwObject) shared = note (NULL, "for everyone");
  g_autofree char *everything = NULL;

  for (guint i = 0; i < EW_N_MARKS; i++)
    write_marks (store, i, SECRET, SECRET);
  g_free (put (store, board, NULL, shared));
  ew_sync_result_clear (&(EwSyncResult[]){ sync_now (store) }[0]);

  everything =
      run_in (remote, "sh -c \"git for-each-ref && git cat-file --batch "
                      "--batch-all-objects --buffer | tr -d '\\\\000'\"");
  g_assert_nonnull (strstr (everything, "for everyone"));
  g_assert_null (strstr (everything, SECRET));
  g_assert_null (strstr (everything, "private"));
  assert_mark (store, EW_MARK_DRAFT, SECRET, SECRET);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/marks/kept", test_kept);
  g_test_add_func ("/marks/numbers", test_numbers);
  g_test_add_func ("/marks/damaged", test_damaged);
  g_test_add_func ("/marks/never-pushed", test_never_pushed);
  return fixture_run ();
}
