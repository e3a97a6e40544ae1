/* Turned shapes: what is drawn, hit and tied turns with them. */
#include "ew-kinds.h"

#include "memo-pen.h"

static EwObject *
make_turned (double degrees)
{
  EwObject *object = ew_object_new (&ew_kind_shape, "a");

  ew_object_set_box (object, (EwRect){ 0, 0, 200, 100 });
  ew_object_set_angle (object, degrees);
  return object;
}

static bool
is_hit (const EwObject *object, double x, double y)
{
  return ew_object_hit (object, NULL, (EwPoint){ x, y }, 1);
}

/* A quarter turn around (100, 50): it stands upright from -50 to 150. */
static void
test_hit (void)
{
  g_autoptr (EwObject) upright = make_turned (0);
  g_autoptr (EwObject) turned = make_turned (90);

  g_assert_true (is_hit (upright, 190, 50));
  g_assert_false (is_hit (turned, 190, 50));
  g_assert_false (is_hit (upright, 100, 140));
  g_assert_true (is_hit (turned, 100, 140));
}

static void
test_bounds (void)
{
  g_autoptr (EwObject) turned = make_turned (45);
  EwRect around = ew_object_turned_box (turned);
  EwRect bounds = ew_object_bounds (turned, NULL);

  g_assert_cmpfloat_with_epsilon (around.w, 300 / G_SQRT2, 0.01);
  g_assert_cmpfloat_with_epsilon (around.x + around.w / 2, 100, 0.01);
  g_assert_true (ew_rect_covers (bounds, around));
}

/* Turned far, or back, is the same as turned little. */
static void
test_any_number (void)
{
  g_autoptr (EwObject) object = make_turned (0);

  object->angle = 36000 * 5 + 1500;
  g_assert_cmpfloat (ew_object_angle (object), ==, 15);
  object->angle = -1500;
  g_assert_cmpfloat (ew_object_angle (object), ==, 345);
  object->angle = G_MININT64;
  g_assert_cmpfloat (ew_object_angle (object), >=, 0);
  ew_object_set_angle (object, -90);
  g_assert_cmpint (object->angle, ==, 27000);
  ew_object_set_angle (object, 359.999);
  g_assert_cmpint (object->angle, ==, 0);
}

static void
test_paint (void)
{
  g_autoptr (EwObject) upright = make_turned (0);
  g_autoptr (EwObject) turned = make_turned (30);
  MemoPen memo;

  memo_pen_init (&memo, 1);
  ew_object_paint (upright, NULL, &memo.pen);
  g_assert_cmpuint (memo.n_turns, ==, 0);
  ew_object_paint (turned, NULL, &memo.pen);
  g_assert_cmpuint (memo.n_turns, ==, 1);
  memo_pen_clear (&memo);
}

/* The middle of its right side is below after a quarter turn; a line that is
 * tied there, or wherever it looks best, ends at the outline as it is now. */
static void
test_tie (void)
{
  g_autoptr (EwObject) shape = make_turned (90);
  g_autoptr (EwObject) line = ew_object_new (&ew_kind_connector, "line");
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();
  g_autoptr (EwBoard) board = NULL;
  EwAnchor side = { .object = (char *) "a", .spot = { 1000, 500 } };
  EwPoint ends[2], at;

  ew_field_from_text (ew_kind_find_field (line->kind, "from"), &line->record,
                      "a", NULL);
  ew_field_from_text (ew_kind_find_field (line->kind, "to"), &line->record,
                      "500,50", NULL);
  g_ptr_array_add (objects, shape);
  g_ptr_array_add (objects, line);
  board = ew_board_new_with ("x", objects);

  at = ew_board_anchor_point (board, &side);
  g_assert_cmpfloat_with_epsilon (at.x, 100, 0.01);
  g_assert_cmpfloat_with_epsilon (at.y, 150, 0.01);
  line->kind->ends (line, board, ends);
  g_assert_cmpfloat_with_epsilon (ends[0].x, 155, 1);
  g_assert_cmpfloat_with_epsilon (ends[1].x, 500, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/turn/hit", test_hit);
  g_test_add_func ("/kinds/turn/bounds", test_bounds);
  g_test_add_func ("/kinds/turn/any-number", test_any_number);
  g_test_add_func ("/kinds/turn/paint", test_paint);
  g_test_add_func ("/kinds/turn/tie", test_tie);
  return g_test_run ();
}
