/* Versions, differences and the check. */
#include "repo-fixture.h"

typedef struct {
  char *dir, *board, *first, *second;
  EwStore *store;
  EwObject *one, *two;
} Past;

static void
past_begin (Past *past)
{
  past->dir = fixture_dir ("w");
  past->store = new_store (past->dir);
  past->board = new_board (past->store, "Retro");
  past->one = note (NULL, "Ship it");
  past->two = with_text (past->one, "Ship it today");
  author_is ("Ana", 1700000000);
  past->first = put (past->store, past->board, NULL, past->one);
  author_is ("Bo", 1700000100);
  past->second = put (past->store, past->board, past->one, past->two);
}

static void
past_end (Past *past)
{
  g_free (past->dir);
  g_free (past->board);
  g_free (past->first);
  g_free (past->second);
  ew_store_free (past->store);
  ew_object_unref (past->one);
  ew_object_unref (past->two);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Past, past_end)

static void
test_log (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) newest = NULL;
  g_autofree char *other = NULL;
  const EwVersion *version;

  past_begin (&past);
  other = new_board (past.store, "Another");
  all = ew_store_log (past.store, past.board, 0, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  newest = ew_store_log (past.store, past.board, 1, NULL);
  g_assert_cmpuint (newest->len, ==, 1);
  version = newest->pdata[0];
  g_assert_cmpstr (version->rev, ==, past.second);
  g_assert_cmpstr (version->author, ==, "Bo");
  g_assert_cmpstr (version->email, ==, "Bo@example.org");
  g_assert_cmpstr (version->message, ==, "Edit");
  g_assert_cmpint (version->time, ==, 1700000100);
}

static void
test_old_version (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwBoard) old = NULL;
  g_autoptr (GError) error = NULL;

  past_begin (&past);
  old = ew_store_load (past.store, past.first, past.board, faults, NULL, NULL);
  g_assert_true (ew_object_equal (ew_board_get (old, past.one->id), past.one));
  g_assert_null (
      ew_store_load (past.store, "nowhere", past.board, faults, NULL, &error));
  assert_ew_error (error, EW_ERROR_NOT_FOUND, "nowhere");
  g_clear_error (&error);
  g_assert_null (
      ew_store_load (past.store, NULL, "../../etc", faults, NULL, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_NOT_FOUND);
}

static void
test_diff (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GPtrArray) diff = NULL;
  g_autoptr (GPtrArray) everything = NULL;
  g_autoptr (GPtrArray) nothing = NULL;
  const EwBoardEdit *edit;
  const EwChange *change;

  past_begin (&past);
  diff = ew_store_diff (past.store, past.first, past.second, NULL, NULL);
  g_assert_cmpuint (diff->len, ==, 1);
  edit = diff->pdata[0];
  g_assert_cmpstr (edit->board, ==, past.board);
  g_assert_cmpuint (ew_edit_size (edit->edit), ==, 1);
  change = ew_edit_at (edit->edit, 0);
  g_assert_true (ew_object_equal (change->before, past.one));
  g_assert_true (ew_object_equal (change->after, past.two));
  everything = ew_store_diff (past.store, "", NULL, past.board, NULL);
  g_assert_cmpuint (ew_edit_size (((EwBoardEdit *) everything->pdata[0])->edit),
                    ==, 2);
  nothing = ew_store_diff (past.store, past.first, NULL, "another", NULL);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static bool
is_named (GPtrArray *faults, const char *words)
{
  for (guint i = 0; i < faults->len; i++) {
    g_autofree char *fault = ew_fault_to_string (faults->pdata[i]);

    if (strstr (fault, words))
      return true;
  }
  return false;
}

static void
test_check_object (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *path = NULL;
  g_autofree char *oid = NULL;
  g_autofree char *said = NULL;

  past_begin (&past);
  path = bucket_path (past.board, past.one->id);
  oid = run_in (past.dir, "git rev-parse main:%s", path);
  said = run_in (past.dir,
                 "f=objects/$(echo %s | cut -c1-2)/$(echo %s | cut -c3-) && "
                 "chmod u+w $f && echo garbage > $f",
                 oid, oid);
  faults = ew_store_check (past.store, NULL, NULL, NULL, NULL);
  g_assert_true (is_named (faults, oid));
  g_assert_true (is_named (faults, path));
  said = (g_free (said),
          run_in (past.dir,
                  "rm -f objects/$(echo %s | cut -c1-2)/$(echo %s | cut -c3-)",
                  oid, oid));
  g_ptr_array_unref (faults);
  faults = ew_store_check (past.store, NULL, NULL, NULL, NULL);
  g_assert_true (is_named (faults, "is missing"));
}

static void
test_check_old_object (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *path = NULL;
  g_autofree char *oid = NULL;
  g_autofree char *said = NULL;

  past_begin (&past);
  path = bucket_path (past.board, past.one->id);
  oid = run_in (past.dir, "git rev-parse main^:%s", path);
  said = run_in (past.dir,
                 "rm -f objects/$(echo %s | cut -c1-2)/$(echo %s | cut -c3-)",
                 oid, oid);
  faults = ew_store_check (past.store, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (is_named (faults, oid));
}

static void
test_check_references (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (EwObject) lost = note ("lost", "Where is my frame?");
  g_autofree char *tip = NULL;

  past_begin (&past);
  ew_object_set_string (lost, "parent", "nowhere");
  tip = put (past.store, past.board, NULL, lost);
  faults = ew_store_check (past.store, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((EwFault *) faults->pdata[0])->object, ==, "lost");
}

static void
test_check_json (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *clone = fixture_dir ("clone");
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  g_autofree char *place = NULL;

  past_begin (&past);
  path = bucket_path (past.board, past.one->id);
  said = run_in ("/",
                 "git clone -q '%s' '%s' && cd '%s' && sed -i 's/today/\\x01/' "
                 "'%s' && echo '[1' > elsewhen.json && git commit -qam x && "
                 "git push -q origin main",
                 past.dir, clone, clone, path);
  faults = ew_store_check (past.store, NULL, NULL, NULL, NULL);
  place = g_strdup_printf ("%s, line 2", path);
  g_assert_true (is_named (faults, place));
  g_assert_true (is_named (faults, "elsewhen.json, line"));
}

static void
test_check_cancel (void)
{
  g_auto (Past) past = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  past_begin (&past);
  g_cancellable_cancel (cancellable);
  g_assert_null (ew_store_check (past.store, NULL, NULL, cancellable, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_CANCELLED);
}

/* The same objects, laid out by another hand, are no change; what that hand
 * changed is. */
static void
test_diff_other_layout (void)
{
  g_auto (Past) past = { 0 };
  g_autofree char *copy = fixture_dir ("copy");
  g_autofree char *path = NULL;
  g_autofree char *laid_out = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) some = NULL;
  const EwChange *change;

  past_begin (&past);
  path = bucket_path (past.board, past.one->id);
  g_free (run_in ("/",
                  "git clone -q '%s' '%s' && cd '%s' && "
                  "python3 -m json.tool --no-ensure-ascii %s >t && mv t %s && "
                  "git -c user.name=C -c user.email=c@example.org commit -qam "
                  "Layout && git push -q",
                  past.dir, copy, copy, path, path));
  laid_out = ew_store_tip (past.store, NULL);
  none = ew_store_diff (past.store, past.second, laid_out, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  some = ew_store_diff (past.store, past.first, laid_out, NULL, NULL);
  g_assert_cmpuint (some->len, ==, 1);
  change = ew_edit_at (((EwBoardEdit *) some->pdata[0])->edit, 0);
  g_assert_true (ew_object_equal (change->before, past.one));
  g_assert_true (ew_object_equal (change->after, past.two));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/history/log", test_log);
  g_test_add_func ("/history/old-version", test_old_version);
  g_test_add_func ("/history/diff", test_diff);
  g_test_add_func ("/history/diff-other-layout", test_diff_other_layout);
  g_test_add_func ("/history/check-object", test_check_object);
  g_test_add_func ("/history/check-old-object", test_check_old_object);
  g_test_add_func ("/history/check-references", test_check_references);
  g_test_add_func ("/history/check-json", test_check_json);
  g_test_add_func ("/history/check-cancel", test_check_cancel);
  return fixture_run ();
}
