/* Undo, and unsaved work, where others have been meanwhile. */
#include "ew-merge.h"

#include "ew-kinds.h"
#include "ew-string.h"

#include <string.h>

static EwObject *
note (const char *id, const char *text)
{
  EwObject *object = ew_object_new (&ew_kind_note, id);

  ew_object_set_string (object, "text", text);
  return object;
}

static EwObject *
changed (const EwObject *object, const char *field, const char *value)
{
  EwObject *copy = ew_object_copy (object);

  ew_object_set_string (copy, field, value);
  return copy;
}

static void
put (EwBoard *board, const EwObject *before, const EwObject *after)
{
  g_autoptr (EwEdit) edit = ew_edit_new (NULL);
  g_autoptr (EwNotice) notice = NULL;

  ew_edit_add (edit, before, after);
  notice = ew_board_apply (board, edit);
}

/* What we did, taken back on @board. */
static void
undo (EwBoard *board, const EwObject *before, const EwObject *after)
{
  g_autoptr (EwEdit) done = ew_edit_new ("Something");
  g_autoptr (EwEdit) inverse = NULL;
  g_autoptr (EwEdit) edit = NULL;
  g_autoptr (EwNotice) notice = NULL;

  ew_edit_add (done, before, after);
  inverse = ew_edit_invert (done);
  edit = ew_merge_edit (board, inverse);
  g_assert_cmpstr (ew_edit_label (edit), ==, "Something");
  notice = ew_board_apply (board, edit);
}

static const char *
string_of (const EwBoard *board, const char *id, const char *field)
{
  return ew_object_get_string (ew_board_get (board, id), field);
}

static void
test_plain (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) after = changed (before, "text", "B");

  put (board, NULL, after);
  undo (board, before, after);
  g_assert_true (ew_object_equal (ew_board_get (board, "n"), before));
}

/* Others coloured it: the colour stays, our text goes back. */
static void
test_other_member (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) after = changed (before, "text", "B");
  g_autoptr (EwObject) now = changed (after, "color", "pink");

  put (board, NULL, now);
  undo (board, before, after);
  g_assert_cmpstr (string_of (board, "n", "text"), ==, "A");
  g_assert_cmpstr (string_of (board, "n", "color"), ==, "pink");
}

/* Others rewrote the same text: it stays, and nothing is marked. */
static void
test_same_member (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) after = changed (before, "text", "B");
  g_autoptr (EwObject) now = changed (after, "text", "Theirs");

  put (board, NULL, now);
  undo (board, before, after);
  g_assert_true (ew_object_equal (ew_board_get (board, "n"), now));
}

static void
test_deleted_by_others (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) after = changed (before, "text", "B");

  undo (board, before, after);
  g_assert_null (ew_board_get (board, "n"));
}

static void
test_undo_delete (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");

  undo (board, before, NULL);
  g_assert_true (ew_object_equal (ew_board_get (board, "n"), before));
}

/* We deleted it, they had edited it, so it is back already. */
static void
test_undo_delete_that_lost (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) now = changed (before, "text", "Theirs");

  put (board, NULL, now);
  undo (board, before, NULL);
  g_assert_true (ew_object_equal (ew_board_get (board, "n"), now));
}

static void
test_undo_creation (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) made = note ("n", "A");

  put (board, NULL, made);
  undo (board, NULL, made);
  g_assert_null (ew_board_get (board, "n"));
}

/* They work on what we made: it is not ours alone to take back. */
static void
test_undo_creation_of_what_others_use (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) made = note ("n", "A");
  g_autoptr (EwObject) now = changed (made, "text", "Theirs");

  put (board, NULL, now);
  undo (board, NULL, made);
  g_assert_true (ew_object_equal (ew_board_get (board, "n"), now));
}

static EwObject *
connector (const char *id, const char *from, const char *to)
{
  EwObject *object = ew_object_new (&ew_kind_connector, id);
  EwAnchor one = { .object = (char *) from, .spot = EW_SPOT_AUTO };
  EwAnchor other = { .object = (char *) to, .spot = EW_SPOT_AUTO };

  ew_field_set_anchor (ew_kind_find_field (object->kind, "from"),
                       &object->record, &one);
  ew_field_set_anchor (ew_kind_find_field (object->kind, "to"), &object->record,
                       &other);
  return object;
}

static const EwAnchor *
anchor_of (const EwBoard *board, const char *id, const char *field)
{
  const EwObject *object = ew_board_get (board, id);

  return ew_field_get_anchor (ew_kind_find_field (object->kind, field),
                              &object->record);
}

/* The note goes, their connector to it stays, with a free end where the note
 * was. */
static void
test_undo_creation_of_what_is_tied (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) made = note ("n", "A");
  g_autoptr (EwObject) other = note ("o", "B");
  g_autoptr (EwObject) theirs = connector ("c", "n", "o");

  made->pos = (EwCoords){ 64000, 64000 };
  put (board, NULL, made);
  put (board, NULL, other);
  put (board, NULL, theirs);
  undo (board, NULL, made);

  g_assert_null (ew_board_get (board, "n"));
  g_assert_cmpstr (anchor_of (board, "c", "from")->object, ==, "");
  g_assert_cmpint (anchor_of (board, "c", "from")->point.x, >=, 63000);
  g_assert_cmpstr (anchor_of (board, "c", "to")->object, ==, "o");
}

/* Our connector comes back; what it was tied to is gone since. */
static void
test_undo_delete_of_what_was_tied (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) other = note ("o", "B");
  g_autoptr (EwObject) ours = connector ("c", "n", "o");

  put (board, NULL, other);
  undo (board, ours, NULL);
  g_assert_cmpstr (anchor_of (board, "c", "from")->object, ==, "");
  g_assert_cmpstr (anchor_of (board, "c", "to")->object, ==, "o");
}

static void
test_undo_into_frame_that_is_gone (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) after = ew_object_copy (before);

  ew_string_set (&before->parent, "frame");
  put (board, NULL, after);
  undo (board, before, after);
  g_assert_cmpstr (ew_board_get (board, "n")->parent, ==, "");
}

static void
test_nothing_left_to_do (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwEdit) edit = ew_edit_new ("Move");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) after = changed (before, "text", "B");
  g_autoptr (EwEdit) merged = NULL;

  ew_edit_set_undoable (edit, false);
  ew_edit_add (edit, before, after);
  merged = ew_merge_edit (board, edit);
  g_assert_true (ew_edit_is_empty (merged));
  g_assert_false (ew_edit_is_undoable (merged));
}

/* The edit says what truly was before, so that it can be taken back itself. */
static void
test_redo (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) after = changed (before, "text", "B");
  g_autoptr (EwObject) now = changed (after, "color", "pink");
  g_autoptr (EwEdit) edit = ew_edit_new ("Type");
  g_autoptr (EwEdit) merged = NULL;
  g_autoptr (EwEdit) back = NULL;
  g_autoptr (EwNotice) done = NULL;
  g_autoptr (EwNotice) undone = NULL;

  put (board, NULL, now);
  ew_edit_add (edit, after, before);
  merged = ew_merge_edit (board, edit);
  g_assert_true (ew_edit_at (merged, 0)->before == ew_board_get (board, "n"));
  done = ew_board_apply (board, merged);
  back = ew_edit_invert (merged);
  undone = ew_board_apply (board, back);
  g_assert_true (ew_object_equal (ew_board_get (board, "n"), now));
}

/* Carrying: work that was done before the board moved on. */

static void
carry (EwBoard *board, const EwObject *before, const EwObject *after)
{
  g_autoptr (EwEdit) work = ew_edit_new ("Type");
  g_autoptr (EwEdit) edit = NULL;
  g_autoptr (EwNotice) notice = NULL;

  ew_edit_add (work, before, after);
  edit = ew_merge_carry (board, work);
  notice = ew_board_apply (board, edit);
}

static void
test_carry_text (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) ours = changed (before, "text", "Ours");
  g_autoptr (EwObject) theirs = changed (before, "text", "Theirs");
  const EwMap *clash;

  put (board, NULL, theirs);
  carry (board, before, ours);
  g_assert_cmpstr (string_of (board, "n", "text"), ==, "Ours");
  clash = ew_board_get (board, "n")->clash;
  g_assert_cmpuint (ew_map_size (clash), ==, 1);
  g_assert_cmpstr (((const EwClash *) ew_map_value (clash, 0))->text, ==,
                   "Theirs");
}

static void
test_carry_onto_deleted (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) ours = changed (before, "text", "Ours");

  carry (board, before, ours);
  g_assert_true (ew_object_equal (ew_board_get (board, "n"), ours));
}

/* Once more, as after a crash that came between commit and forgetting. */
static void
test_carry_twice (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwObject) before = note ("n", "A");
  g_autoptr (EwObject) ours = changed (before, "text", "Ours");

  put (board, NULL, before);
  carry (board, before, ours);
  carry (board, before, ours);
  g_assert_true (ew_object_equal (ew_board_get (board, "n"), ours));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-edit/plain", test_plain);
  g_test_add_func ("/merge-edit/other-member", test_other_member);
  g_test_add_func ("/merge-edit/same-member", test_same_member);
  g_test_add_func ("/merge-edit/deleted-by-others", test_deleted_by_others);
  g_test_add_func ("/merge-edit/undo-delete", test_undo_delete);
  g_test_add_func ("/merge-edit/undo-delete-that-lost",
                   test_undo_delete_that_lost);
  g_test_add_func ("/merge-edit/undo-creation", test_undo_creation);
  g_test_add_func ("/merge-edit/undo-creation-of-what-others-use",
                   test_undo_creation_of_what_others_use);
  g_test_add_func ("/merge-edit/undo-creation-of-what-is-tied",
                   test_undo_creation_of_what_is_tied);
  g_test_add_func ("/merge-edit/undo-delete-of-what-was-tied",
                   test_undo_delete_of_what_was_tied);
  g_test_add_func ("/merge-edit/undo-into-frame-that-is-gone",
                   test_undo_into_frame_that_is_gone);
  g_test_add_func ("/merge-edit/nothing-left-to-do", test_nothing_left_to_do);
  g_test_add_func ("/merge-edit/redo", test_redo);
  g_test_add_func ("/merge-carry/text", test_carry_text);
  g_test_add_func ("/merge-carry/onto-deleted", test_carry_onto_deleted);
  g_test_add_func ("/merge-carry/twice", test_carry_twice);
  return g_test_run ();
}
