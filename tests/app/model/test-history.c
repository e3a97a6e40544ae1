#include "kind-for-tests.h"

#include "ew-history.h"

static EwEdit *
moved (const char *id, gint64 from, gint64 to)
{
  EwEdit *edit = ew_edit_new ("Move Thing");
  g_autoptr (EwObject) before = ew_object_new (&test_thing, id);
  g_autoptr (EwObject) after = ew_object_copy (before);
  before->pos.x = from;
  after->pos.x = to;
  ew_edit_add (edit, before, after);
  return edit;
}

static void
add (EwHistory *history, const char *board, EwEdit *edit, guint gesture)
{
  ew_history_add (history, board, edit, gesture);
  ew_edit_unref (edit);
}

static void
test_edit_sums_up (void)
{
  g_autoptr (EwEdit) edit = moved ("a", 0, 1);
  g_autoptr (EwEdit) next = moved ("a", 1, 5);
  ew_edit_append (edit, next);
  const EwChange *change = ew_edit_find (edit, "a");
  g_assert_cmpint (change->before->pos.x, ==, 0);
  g_assert_cmpint (change->after->pos.x, ==, 5);

  g_autoptr (EwEdit) back = moved ("a", 5, 0);
  ew_edit_append (edit, back);
  g_assert_true (ew_edit_is_empty (edit));
}

static void
test_made_and_gone_is_nothing (void)
{
  g_autoptr (EwEdit) edit = ew_edit_new (NULL);
  g_autoptr (EwObject) object = ew_object_new (&test_thing, "a");
  ew_edit_add (edit, NULL, object);
  ew_edit_add (edit, object, NULL);
  g_assert_true (ew_edit_is_empty (edit));
}

static void
test_undo_redo (void)
{
  g_autoptr (EwHistory) history = ew_history_new ();
  add (history, "b", moved ("a", 0, 1), 0);
  g_assert_cmpstr (ew_edit_label (ew_history_peek_undo (history, "b")), ==,
                   "Move Thing");

  g_autoptr (EwEdit) undo = ew_history_undo (history, "b");
  g_assert_cmpint (ew_edit_at (undo, 0)->after->pos.x, ==, 0);
  g_assert_null (ew_history_peek_undo (history, "b"));
  g_autoptr (EwEdit) redo = ew_history_redo (history, "b");
  g_assert_cmpint (ew_edit_at (redo, 0)->after->pos.x, ==, 1);
  g_assert_null (ew_history_undo (history, "other"));
}

static void
test_gesture_is_one_step (void)
{
  g_autoptr (EwHistory) history = ew_history_new ();
  add (history, "b", moved ("a", 0, 1), 4);
  add (history, "b", moved ("a", 1, 2), 4);
  add (history, "b", moved ("a", 2, 3), 5);
  g_autoptr (EwEdit) last = ew_history_undo (history, "b");
  g_autoptr (EwEdit) first = ew_history_undo (history, "b");
  g_assert_cmpint (ew_edit_at (last, 0)->after->pos.x, ==, 2);
  g_assert_cmpint (ew_edit_at (first, 0)->before->pos.x, ==, 2);
  g_assert_cmpint (ew_edit_at (first, 0)->after->pos.x, ==, 0);
}

static void
test_new_edit_forgets_redo (void)
{
  g_autoptr (EwHistory) history = ew_history_new ();
  add (history, "b", moved ("a", 0, 1), 0);
  add (history, "c", moved ("x", 0, 1), 0);
  ew_edit_unref (ew_history_undo (history, "b"));
  ew_edit_unref (ew_history_undo (history, "c"));
  add (history, "b", moved ("a", 0, 9), 0);
  g_assert_null (ew_history_redo (history, "b"));
  g_autoptr (EwEdit) other = ew_history_redo (history, "c");
  g_assert_nonnull (other);
}

static void
test_cancel_leaves_no_trace (void)
{
  g_autoptr (EwHistory) history = ew_history_new ();
  add (history, "b", moved ("a", 0, 1), 0);
  add (history, "b", moved ("a", 1, 2), 7);
  g_assert_null (ew_history_cancel (history, "b", 6));
  g_autoptr (EwEdit) back = ew_history_cancel (history, "b", 7);
  g_assert_cmpint (ew_edit_at (back, 0)->after->pos.x, ==, 1);
  g_assert_null (ew_history_peek_redo (history, "b"));
  g_autoptr (EwEdit) undo = ew_history_undo (history, "b");
  g_assert_cmpint (ew_edit_at (undo, 0)->after->pos.x, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/sums-up", test_edit_sums_up);
  g_test_add_func ("/edit/made-and-gone", test_made_and_gone_is_nothing);
  g_test_add_func ("/history/undo-redo", test_undo_redo);
  g_test_add_func ("/history/gesture", test_gesture_is_one_step);
  g_test_add_func ("/history/forgets-redo", test_new_edit_forgets_redo);
  g_test_add_func ("/history/cancel", test_cancel_leaves_no_trace);
  return g_test_run ();
}
