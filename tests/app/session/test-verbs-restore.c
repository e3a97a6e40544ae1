/* What was comes back, and nothing that happened since is broken by it. */
#include "board-for-tests.h"

#include "ew-error.h"
#include "ew-verbs-restore.h"

static EwBoard *
board_of_two (void)
{
  EwBoard *board = ew_board_new ("board");

  board_add (board, "note", "a", (EwRect){ 0, 0, 100, 100 });
  board_add (board, "note", "b", (EwRect){ 300, 0, 100, 100 });
  board_set (board, "a", "text", "Before");
  return board;
}

static bool
restore (EwBoard *board, const EwBoard *old, const char *words)
{
  g_autoptr (GPtrArray) ids = board_ids (words);
  g_autoptr (GError) error = NULL;
  EwEdit *edit = ew_verb_restore_objects (board, old, ids, &error);

  g_assert_no_error (error);
  return board_do (board, edit);
}

static void
remove_ids (EwBoard *board, const char *words)
{
  g_autoptr (GPtrArray) ids = board_ids (words);

  board_do (board, ew_verb_remove (board, ids));
}

static const char *
text_of (const EwBoard *board, const char *id)
{
  return ew_object_get_string (ew_board_get (board, id), "text");
}

/* One that is changed, one that is gone; the third stays as it is now. */
static void
test_only_these (void)
{
  g_autoptr (EwBoard) board = board_of_two ();
  g_autoptr (EwBoard) old = ew_board_snapshot (board);

  board_set (board, "a", "text", "After");
  board_add (board, "note", "c", (EwRect){ 600, 0, 100, 100 });
  remove_ids (board, "b");
  g_assert_true (restore (board, old, "b"));
  g_assert_nonnull (ew_board_get (board, "b"));
  g_assert_cmpstr (text_of (board, "a"), ==, "After");
  g_assert_true (restore (board, old, "a"));
  g_assert_cmpstr (text_of (board, "a"), ==, "Before");
  g_assert_nonnull (ew_board_get (board, "c"));
  g_assert_false (restore (board, old, "a b"));
}

static void
test_not_there (void)
{
  g_autoptr (EwBoard) board = board_of_two ();
  g_autoptr (GPtrArray) ids = board_ids ("a nothing");
  g_autoptr (GError) error = NULL;

  g_assert_null (ew_verb_restore_objects (board, board, ids, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_NOT_FOUND);
}

/* A line that lost its note is tied to it again. */
static void
test_lines_are_tied_again (void)
{
  g_autoptr (EwBoard) board = board_of_two ();
  g_autoptr (EwBoard) old = NULL;
  const EwField *to = ew_kind_find_field (&ew_kind_connector, "to");

  board_add (board, "connector", "line", EW_RECT_EMPTY);
  board_set (board, "line", "from", "a");
  board_set (board, "line", "to", "b");
  old = ew_board_snapshot (board);
  remove_ids (board, "b");
  g_assert_cmpstr (
      ew_field_get_anchor (to, &ew_board_get (board, "line")->record)->object,
      ==, "");
  restore (board, old, "b");
  g_assert_cmpstr (
      ew_field_get_anchor (to, &ew_board_get (board, "line")->record)->object,
      ==, "b");
}

/* Its end is where it was, when what it was tied to does not come with it. */
static void
test_line_alone (void)
{
  g_autoptr (EwBoard) board = board_of_two ();
  g_autoptr (EwBoard) old = NULL;
  const EwField *from = ew_kind_find_field (&ew_kind_connector, "from");
  const EwField *to = ew_kind_find_field (&ew_kind_connector, "to");
  const EwObject *line;

  board_add (board, "connector", "line", EW_RECT_EMPTY);
  board_set (board, "line", "from", "a");
  board_set (board, "line", "to", "b");
  old = ew_board_snapshot (board);
  remove_ids (board, "b line");
  restore (board, old, "line");
  line = ew_board_get (board, "line");
  g_assert_cmpstr (ew_field_get_anchor (from, &line->record)->object, ==, "a");
  g_assert_cmpstr (ew_field_get_anchor (to, &line->record)->object, ==, "");
  g_assert_cmpfloat (
      ew_board_anchor_point (board, ew_field_get_anchor (to, &line->record)).x,
      >=, 300);
}

static void
test_frame_has_its_own_again (void)
{
  g_autoptr (EwBoard) board = board_of_two ();
  g_autoptr (EwBoard) old = NULL;
  g_autoptr (GPtrArray) frame = board_ids ("frame");

  board_add (board, "frame", "frame", (EwRect){ -50, -50, 600, 300 });
  board_set (board, "a", "parent", "frame");
  board_set (board, "b", "parent", "frame");
  old = ew_board_snapshot (board);
  board_do (board, ew_board_remove (board, frame, "Delete"));
  board_add (board, "frame", "other", (EwRect){ 250, -50, 300, 300 });
  board_set (board, "b", "parent", "other");
  restore (board, old, "frame");
  g_assert_cmpstr (ew_board_get (board, "a")->parent, ==, "frame");
  g_assert_cmpstr (ew_board_get (board, "b")->parent, ==, "other");
}

/* All at once: each knows who else comes back. */
static void
test_together (void)
{
  g_autoptr (EwBoard) board = board_of_two ();
  g_autoptr (EwBoard) old = NULL;

  board_add (board, "frame", "frame", (EwRect){ -50, -50, 600, 300 });
  board_set (board, "a", "parent", "frame");
  old = ew_board_snapshot (board);
  remove_ids (board, "a frame");
  restore (board, old, "a frame");
  g_assert_cmpstr (ew_board_get (board, "a")->parent, ==, "frame");
  remove_ids (board, "a frame");
  restore (board, old, "a");
  g_assert_cmpstr (ew_board_get (board, "a")->parent, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verbs-restore/only-these", test_only_these);
  g_test_add_func ("/verbs-restore/not-there", test_not_there);
  g_test_add_func ("/verbs-restore/lines", test_lines_are_tied_again);
  g_test_add_func ("/verbs-restore/line-alone", test_line_alone);
  g_test_add_func ("/verbs-restore/frame", test_frame_has_its_own_again);
  g_test_add_func ("/verbs-restore/together", test_together);
  return g_test_run ();
}
