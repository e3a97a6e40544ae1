/* Settling a clash: either version, or both; of any text of any kind. */
#include "ew-kinds.h"
#include "ew-merge.h"
#include "ew-object-member.h"
#include "ew-verbs.h"

/* @path rewritten by two people at once. */
static EwBoard *
clashing (const EwObject *base, const char *path)
{
  g_autoptr (EwObject) ours = ew_object_copy (base);
  g_autoptr (EwObject) theirs = ew_object_copy (base);
  g_autoptr (EwObject) merged = NULL;
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  ew_object_member_set_text (ours, path, "One");
  ew_object_member_set_text (theirs, path, "Two");
  merged = ew_merge_object (base, (const EwObject *const[]){ ours, theirs },
                            &(EwMergeTimes){ { 1, 2 } });
  g_ptr_array_add (objects, merged);
  return ew_board_new_with ("b", objects);
}

static void
assert_settles (const EwBoard *board, const char *path, EwSettle how,
                const char *text)
{
  const EwObject *object = ew_board_at (board, 0);
  const char *key = ew_map_key (object->clash, 0);
  g_autoptr (EwEdit) edit = ew_verb_settle (board, object->id, key, how);
  const EwObject *after = ew_edit_at (edit, 0)->after;

  g_assert_true (ew_edit_is_undoable (edit));
  g_assert_cmpuint (ew_map_size (after->clash), ==, 0);
  g_assert_cmpstr (ew_object_member_text (after, path), ==, text);
}

static void
assert_all_ways (const EwObject *base, const char *path, const char *both)
{
  g_autoptr (EwBoard) board = clashing (base, path);

  assert_settles (board, path, EW_SETTLE_KEEP, "Two");
  assert_settles (board, path, EW_SETTLE_TAKE, "One");
  assert_settles (board, path, EW_SETTLE_BOTH, both);
}

static void
test_text (void)
{
  g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, "n");

  ew_object_set_string (note, "text", "Zero");
  assert_all_ways (note, "text", "Two\n\nOne");
}

static void
test_title (void)
{
  g_autoptr (EwObject) frame = ew_object_new (&ew_kind_frame, "f");

  ew_object_set_string (frame, "title", "Zero");
  assert_all_ways (frame, "title", "Two / One");
}

static void
test_nothing_to_settle (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (EwEdit) edit = ew_verb_settle (board, "n", "key", EW_SETTLE_TAKE);

  g_assert_true (ew_edit_is_empty (edit));
}

/* Every kind that has a text shows a slip with the other version, takes a press
 * on it, and keeps it inside its bounds. */
static void
test_slip (void)
{
  g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, "n");
  g_autoptr (EwBoard) board = NULL;
  const EwObject *object;
  EwRect slip;

  ew_object_set_string (note, "text", "Zero");
  g_assert_true (ew_rect_is_empty (ew_object_clash_box (note, NULL)));
  board = clashing (note, "text");
  object = ew_board_at (board, 0);
  slip = ew_object_clash_box (object, board);
  g_assert_true (ew_rect_covers (ew_object_bounds (object, board), slip));
  g_assert_true (ew_object_hit (object, board, ew_rect_center (slip), 0));
  g_assert_false (ew_object_hit (note, board, ew_rect_center (slip), 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settle/text", test_text);
  g_test_add_func ("/settle/title", test_title);
  g_test_add_func ("/settle/nothing-to-settle", test_nothing_to_settle);
  g_test_add_func ("/settle/slip", test_slip);
  return g_test_run ();
}
