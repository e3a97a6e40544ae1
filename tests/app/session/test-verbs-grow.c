#include "ew-verbs-grow.h"
#include "ew-verbs-text.h"

#include "ew-string.h"

static EwBoard *
board_with_note (const char *text)
{
  g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, "a");
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  ew_object_set_box (note, (EwRect){ 0, 0, 200, 200 });
  ew_object_set_string (note, "color", "blue");
  ew_object_set_string (note, "text", text);
  g_ptr_array_add (objects, note);
  return ew_board_new_with ("board", objects);
}

static void
apply (EwBoard *board, EwEdit *edit)
{
  g_autoptr (EwNotice) notice = ew_board_apply (board, edit);

  ew_edit_unref (edit);
}

static EwRect
box_of (const EwBoard *board, const char *id)
{
  return ew_object_box (ew_board_get (board, id));
}

static char *
add_beside (EwBoard *board, const char *id, EwSide side)
{
  char *added = NULL;

  apply (board, ew_verb_add_beside (board, id, side, &added));
  return added;
}

static void
assert_at (const EwBoard *board, const char *id, double x, double y)
{
  EwRect box = box_of (board, id);

  g_assert_cmpfloat_with_epsilon (box.x, x, 0.1);
  g_assert_cmpfloat_with_epsilon (box.y, y, 0.1);
}

static void
test_beside (void)
{
  g_autoptr (EwBoard) board = board_with_note ("words");
  g_autofree char *right = add_beside (board, "a", EW_SIDE_RIGHT);
  g_autofree char *below = add_beside (board, "a", EW_SIDE_BELOW);
  g_autofree char *left = add_beside (board, "a", EW_SIDE_LEFT);
  g_autofree char *above = add_beside (board, "a", EW_SIDE_ABOVE);
  const EwObject *made = ew_board_get (board, right);

  assert_at (board, right, 200 + EW_GROW_GAP, 0);
  assert_at (board, below, 0, 200 + EW_GROW_GAP);
  assert_at (board, left, -200 - EW_GROW_GAP, 0);
  assert_at (board, above, 0, -200 - EW_GROW_GAP);
  g_assert_cmpstr (ew_object_get_string (made, "color"), ==, "blue");
  g_assert_cmpstr (ew_object_get_string (made, "text"), ==, "");
}

/* Where something stands already, the next free place behind it is taken. */
static void
test_beside_others (void)
{
  g_autoptr (EwBoard) board = board_with_note ("words");
  g_autofree char *one = add_beside (board, "a", EW_SIDE_RIGHT);
  g_autofree char *two = add_beside (board, "a", EW_SIDE_RIGHT);

  assert_at (board, two, 2 * (200 + EW_GROW_GAP), 0);
}

static void
test_beside_in_frame (void)
{
  g_autoptr (EwBoard) board = board_with_note ("words");
  g_autoptr (EwObject) frame = ew_object_new (&ew_kind_frame, "f");
  EwEdit *edit = ew_edit_new ("");
  g_autofree char *inside = NULL, *outside = NULL;

  ew_object_set_box (frame, (EwRect){ -50, -50, 500, 400 });
  ew_edit_add (edit, NULL, frame);
  apply (board, edit);
  inside = add_beside (board, "a", EW_SIDE_RIGHT);
  outside = add_beside (board, inside, EW_SIDE_RIGHT);
  g_assert_cmpstr (ew_board_get (board, inside)->parent, ==, "f");
  g_assert_cmpstr (ew_board_get (board, outside)->parent, ==, "");
}

/* A note that had become high by its words makes square ones. */
static void
test_beside_grown (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (EwBoard) board = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *next = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (words, "word ");
  board = board_with_note ("few");
  g_ptr_array_add (ids, "a");
  apply (board, ew_verb_set (board, ids, "text", words->str, NULL));
  g_assert_cmpfloat (box_of (board, "a").h, >, 200);
  next = add_beside (board, "a", EW_SIDE_RIGHT);
  g_assert_cmpfloat_with_epsilon (box_of (board, next).h, 200, 0.1);
}

static void
test_nothing_grows_from_frames (void)
{
  g_autoptr (EwBoard) board = board_with_note ("words");
  g_autofree char *none = add_beside (board, "nowhere", EW_SIDE_RIGHT);
  g_autoptr (EwObject) frame = ew_object_new (&ew_kind_frame, NULL);

  g_assert_null (none);
  g_assert_false (ew_object_can_grow (frame));
  g_assert_false (ew_object_can_grow (NULL));
}

static guint
count_lines_between (const EwBoard *board, const char *from, const char *to)
{
  g_autoptr (GPtrArray) tied = ew_board_tied_to (board, from);
  guint n = 0;

  for (guint i = 0; i < tied->len; i++) {
    const EwObject *line = tied->pdata[i];
    const EwField *a = ew_kind_find_field (line->kind, "from");
    const EwField *b = ew_kind_find_field (line->kind, "to");

    n += g_str_equal (ew_field_get_anchor (a, &line->record)->object, from) &&
         g_str_equal (ew_field_get_anchor (b, &line->record)->object, to);
  }
  return n;
}

static void
test_branches (void)
{
  g_autoptr (EwBoard) board = board_with_note ("root");
  g_autofree char *one = NULL, *two = NULL, *three = NULL, *alone = NULL;

  apply (board, ew_verb_add_child (board, "a", &one));
  apply (board, ew_verb_add_sibling (board, one, &two));
  apply (board, ew_verb_add_child (board, "a", &three));
  apply (board, ew_verb_add_sibling (board, "a", &alone));

  assert_at (board, one, 200 + EW_BRANCH_GAP, 0);
  assert_at (board, two, 200 + EW_BRANCH_GAP, 200 + EW_GROW_GAP);
  assert_at (board, three, 200 + EW_BRANCH_GAP, 2 * (200 + EW_GROW_GAP));
  assert_at (board, alone, 0, 200 + EW_GROW_GAP);
  g_assert_cmpuint (count_lines_between (board, "a", one), ==, 1);
  g_assert_cmpuint (count_lines_between (board, "a", two), ==, 1);
  g_assert_cmpuint (count_lines_between (board, "a", three), ==, 1);
  g_assert_cmpuint (count_lines_between (board, "a", alone), ==, 0);
}

/* A branch looks like the branches that are there, but is not labelled so. */
static void
test_branches_look_alike (void)
{
  g_autoptr (EwBoard) board = board_with_note ("root");
  g_autofree char *one = NULL, *two = NULL;
  g_autoptr (GPtrArray) tied = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const EwObject *line;

  apply (board, ew_verb_add_child (board, "a", &one));
  tied = ew_board_tied_to (board, one);
  line = tied->pdata[0];
  g_ptr_array_add (ids, g_strdup (line->id));
  apply (board, ew_verb_set (board, ids, "color", "red", NULL));
  apply (board, ew_verb_set (board, ids, "text", "why", NULL));
  apply (board, ew_verb_add_child (board, "a", &two));

  g_clear_pointer (&tied, g_ptr_array_unref);
  tied = ew_board_tied_to (board, two);
  g_assert_cmpuint (tied->len, ==, 1);
  line = tied->pdata[0];
  g_assert_cmpstr (ew_object_get_string (line, "color"), ==, "red");
  g_assert_cmpstr (ew_object_get_string (line, "text"), ==, "");
}

static const char *
text_of (const EwBoard *board)
{
  return ew_object_get_string (ew_board_get (board, "a"), "text");
}

static void
test_tick (void)
{
  g_autoptr (EwBoard) board = board_with_note ("- [ ] tea\n- [X] milk");
  g_autoptr (EwEdit) none = ew_verb_tick (board, "a", 5);
  g_autoptr (EwEdit) beyond = ew_verb_tick (board, "a", 1000);
  g_autoptr (EwEdit) nobody = ew_verb_tick (board, "b", 3);

  apply (board, ew_verb_tick (board, "a", 3));
  g_assert_cmpstr (text_of (board), ==, "- [x] tea\n- [X] milk");
  apply (board, ew_verb_tick (board, "a", 13));
  g_assert_cmpstr (text_of (board), ==, "- [x] tea\n- [ ] milk");
  g_assert_true (ew_edit_is_empty (none));
  g_assert_true (ew_edit_is_empty (beyond));
  g_assert_true (ew_edit_is_empty (nobody));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verbs-grow/beside", test_beside);
  g_test_add_func ("/verbs-grow/beside-others", test_beside_others);
  g_test_add_func ("/verbs-grow/beside-in-frame", test_beside_in_frame);
  g_test_add_func ("/verbs-grow/beside-grown", test_beside_grown);
  g_test_add_func ("/verbs-grow/not-from-frames",
                   test_nothing_grows_from_frames);
  g_test_add_func ("/verbs-grow/branches", test_branches);
  g_test_add_func ("/verbs-grow/branches-look-alike", test_branches_look_alike);
  g_test_add_func ("/verbs-text/tick", test_tick);
  return g_test_run ();
}
