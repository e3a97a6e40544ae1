#include "kind-for-tests.h"

static EwBoard *
board_with_two (void)
{
  EwBoard *board = ew_board_new ("b");
  EwObject *back = test_object_at (&test_thing, "back", 0, 0);
  EwObject *front = test_object_at (&test_thing, "front", 50, 0);
  ew_string_set (&back->z, "a1");
  ew_string_set (&front->z, "a2");
  test_put (board, front);
  test_put (board, back);
  return board;
}

static void
test_paint_order (void)
{
  g_autoptr (EwBoard) board = board_with_two ();
  EwObject *frame = test_object_at (&test_frame, "frame", 0, 0);
  ew_string_set (&frame->z, "z9");
  test_put (board, frame);

  g_assert_cmpuint (ew_board_size (board), ==, 3);
  g_assert_cmpstr (ew_board_at (board, 0)->id, ==, "frame");
  g_assert_cmpstr (ew_board_at (board, 1)->id, ==, "back");
  g_assert_cmpstr (ew_board_at (board, 2)->id, ==, "front");
}

static void
test_pick (void)
{
  g_autoptr (EwBoard) board = board_with_two ();
  const EwObject *both = ew_board_pick (board, (EwPoint){ 75, 20 }, 0, 1);
  const EwObject *left = ew_board_pick (board, (EwPoint){ 20, 20 }, 0, 1);
  g_assert_cmpstr (both->id, ==, "front");
  g_assert_cmpstr (left->id, ==, "back");
  g_assert_null (ew_board_pick (board, (EwPoint){ 20, 200 }, 0, 1));
}

static void
test_pick_area (void)
{
  g_autoptr (EwBoard) board = board_with_two ();
  EwRect around_left = { -5, -5, 110, 70 };
  g_autoptr (GPtrArray) whole = ew_board_pick_area (board, around_left, false);
  g_autoptr (GPtrArray) touched = ew_board_pick_area (board, around_left, true);
  g_assert_cmpuint (whole->len, ==, 1);
  g_assert_cmpuint (touched->len, ==, 2);
}

static void
test_apply_tells_damage (void)
{
  g_autoptr (EwBoard) board = board_with_two ();
  const EwObject *was = ew_board_get (board, "back");
  g_autoptr (EwObject) now = ew_object_copy (was);
  now->pos = ew_coords_from_point ((EwPoint){ 500, 0 });
  g_autoptr (EwEdit) edit = ew_edit_new ("Move");
  ew_edit_add (edit, was, now);
  g_autoptr (EwNotice) notice = ew_board_apply (board, edit);

  g_assert_cmpuint (notice->ids->len, ==, 1);
  g_assert_true (ew_rect_covers (notice->damage, (EwRect){ 0, 0, 600, 50 }));
  g_assert_false (ew_rect_contains (notice->damage, (EwPoint){ 300, 900 }));
}

static bool
names (const EwNotice *notice, const char *id)
{
  return g_ptr_array_find_with_equal_func (notice->ids, id, g_str_equal, NULL);
}

/* What is tied follows, also what is tied to that. */
static void
test_followers (void)
{
  g_autoptr (EwBoard) board = board_with_two ();
  test_put (board, test_tied ("line", "back", "front"));
  test_put (board, test_tied ("pin", "line", ""));
  const EwObject *was = ew_board_get (board, "back");
  g_autoptr (EwObject) now = ew_object_copy (was);
  now->pos.x += 64;
  g_autoptr (EwEdit) edit = ew_edit_new (NULL);
  ew_edit_add (edit, was, now);
  g_autoptr (EwNotice) notice = ew_board_apply (board, edit);

  g_assert_true (names (notice, "line"));
  g_assert_true (names (notice, "pin"));
  g_assert_false (names (notice, "front"));
}

static void
test_anchor_points (void)
{
  g_autoptr (EwBoard) board = board_with_two ();
  EwAnchor middle = { (char *) "front", EW_SPOT_AUTO, { 0, 0 } };
  EwAnchor corner = { (char *) "front", { 1000, 0 }, { 0, 0 } };
  EwAnchor gone = { (char *) "nobody", { 1000, 0 }, { 640, 64 } };
  g_assert_cmpfloat (ew_board_anchor_point (board, &middle).x, ==, 100);
  g_assert_cmpfloat (ew_board_anchor_point (board, &corner).x, ==, 150);
  g_assert_cmpfloat (ew_board_anchor_point (board, &corner).y, ==, 0);
  g_assert_cmpfloat (ew_board_anchor_point (board, &gone).x, ==, 10);
}

static void
test_remove_leaves_nothing_loose (void)
{
  g_autoptr (EwBoard) board = board_with_two ();
  test_put (board, test_object_at (&test_frame, "frame", 0, 0));
  EwObject *inside = test_object_at (&test_thing, "inside", 10, 10);
  ew_string_set (&inside->parent, "frame");
  test_put (board, inside);
  test_put (board, test_tied ("line", "back", "front"));

  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_ptr_array_add (ids, (char *) "back");
  g_ptr_array_add (ids, (char *) "frame");
  g_autoptr (EwEdit) edit = ew_board_remove (board, ids, "Delete");
  ew_notice_free (ew_board_apply (board, edit));

  const TestThing *line = (const TestThing *) ew_board_get (board, "line");
  g_assert_cmpstr (line->from.object, ==, "");
  g_assert_cmpint (line->from.point.x, ==, 50 * 64);
  g_assert_cmpstr (line->to.object, ==, "front");
  g_assert_cmpstr (ew_board_get (board, "inside")->parent, ==, "");

  /* And back: exactly what it was. */
  g_autoptr (EwEdit) undo = ew_edit_invert (edit);
  ew_notice_free (ew_board_apply (board, undo));
  line = (const TestThing *) ew_board_get (board, "line");
  g_assert_cmpstr (line->from.object, ==, "back");
  g_assert_cmpstr (ew_board_get (board, "inside")->parent, ==, "frame");
}

static void
count_cb (const EwObject *object, const char *sentence, gpointer data)
{
  guint *n = data;
  g_assert_cmpuint (strlen (sentence), >, 10);
  (*n)++;
}

static void
put_in_frame (EwBoard *board, const char *id, const char *parent)
{
  EwObject *frame = test_object_at (&test_frame, id, 0, 0);
  ew_string_set (&frame->parent, parent);
  test_put (board, frame);
}

static void
test_mend (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  put_in_frame (board, "itself", "itself");
  put_in_frame (board, "round-a", "round-b");
  put_in_frame (board, "round-b", "round-a");
  put_in_frame (board, "orphan", "nobody");
  put_in_frame (board, "good", "itself");
  test_put (board, test_tied ("line", "nobody", "good"));

  guint faults = 0;
  g_autoptr (EwEdit) edit = ew_board_mend (board, NULL, count_cb, &faults);
  ew_notice_free (ew_board_apply (board, edit));
  g_assert_cmpuint (faults, ==, 4);
  g_assert_cmpstr (ew_board_get (board, "itself")->parent, ==, "");
  g_assert_cmpstr (ew_board_get (board, "round-a")->parent, ==, "");
  g_assert_cmpstr (ew_board_get (board, "round-b")->parent, ==, "round-a");
  g_assert_cmpstr (ew_board_get (board, "orphan")->parent, ==, "");
  g_assert_cmpstr (ew_board_get (board, "good")->parent, ==, "itself");

  g_autoptr (EwEdit) again = ew_board_mend (board, NULL, NULL, NULL);
  g_assert_true (ew_edit_is_empty (again));
}

static void
test_snapshot_stands_still (void)
{
  g_autoptr (EwBoard) board = board_with_two ();
  g_autoptr (EwBoard) then = ew_board_snapshot (board);
  test_put (board, test_object_at (&test_thing, "back", 900, 900));
  g_assert_cmpint (ew_board_get (then, "back")->pos.x, ==, 0);

  g_autoptr (EwEdit) diff = ew_board_diff (then, board);
  g_assert_cmpuint (ew_edit_size (diff), ==, 1);
  ew_notice_free (ew_board_apply (then, diff));
  g_autoptr (EwEdit) none = ew_board_diff (then, board);
  g_assert_true (ew_edit_is_empty (none));
}

/* Whatever order edits come in, the index and the order hold. */
static void
test_random_edits (void)
{
  g_autoptr (EwBoard) board = ew_board_new ("b");
  for (int i = 0; i < 3000; i++) {
    g_autofree char *id =
        g_strdup_printf ("n%d", g_test_rand_int_range (0, 50));
    const EwObject *was = ew_board_get (board, id);
    if (was && g_test_rand_int_range (0, 3) == 0) {
      g_autoptr (EwEdit) edit = ew_edit_new (NULL);
      ew_edit_add (edit, was, NULL);
      ew_notice_free (ew_board_apply (board, edit));
      continue;
    }
    EwObject *object = test_object_at (&test_thing, id, i, i);
    g_autofree char *z = g_strdup_printf ("a%d", g_test_rand_int_range (1, 9));
    ew_string_set (&object->z, z);
    test_put (board, object);
  }
  for (guint i = 1; i < ew_board_size (board); i++) {
    const EwObject *below = ew_board_at (board, i - 1);
    const EwObject *above = ew_board_at (board, i);
    int order = strcmp (below->z, above->z);
    g_assert_true (order < 0 ||
                   (order == 0 && strcmp (below->id, above->id) < 0));
    g_assert_true (ew_board_get (board, above->id) == above);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/paint-order", test_paint_order);
  g_test_add_func ("/board/pick", test_pick);
  g_test_add_func ("/board/pick-area", test_pick_area);
  g_test_add_func ("/board/damage", test_apply_tells_damage);
  g_test_add_func ("/board/followers", test_followers);
  g_test_add_func ("/board/anchor-points", test_anchor_points);
  g_test_add_func ("/board/remove", test_remove_leaves_nothing_loose);
  g_test_add_func ("/board/mend", test_mend);
  g_test_add_func ("/board/snapshot", test_snapshot_stands_still);
  g_test_add_func ("/board/random-edits", test_random_edits);
  return g_test_run ();
}
