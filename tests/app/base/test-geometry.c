#include "ew-geometry.h"

static void
test_units (void)
{
  EwCoords coords = ew_coords_from_point ((EwPoint){ 200, -1.0 / 64 });
  g_assert_cmpint (coords.x, ==, 12800);
  g_assert_cmpint (coords.y, ==, -1);
  EwPoint back = ew_coords_to_point (coords);
  g_assert_cmpfloat (back.x, ==, 200);
  g_assert_cmpfloat (back.y, ==, -1.0 / 64);
}

static void
test_units_limit (void)
{
  EwCoords coords = ew_coords_from_point ((EwPoint){ 1e300, -1e300 });
  g_assert_cmpint (coords.x, ==, (G_GINT64_CONSTANT (1) << 53) - 1);
  g_assert_cmpint (coords.y, ==, -((G_GINT64_CONSTANT (1) << 53) - 1));
}

static void
test_union_of_empty (void)
{
  EwRect r = { 3, 4, 5, 6 };
  EwRect both = ew_rect_union (EW_RECT_EMPTY, r);
  g_assert_cmpfloat (both.x, ==, 3);
  g_assert_cmpfloat (both.h, ==, 6);
}

static void
test_intersection (void)
{
  EwRect a = { 0, 0, 10, 10 }, b = { 5, 5, 10, 10 }, far = { 20, 0, 1, 1 };
  EwRect common = ew_rect_intersection (a, b);
  g_assert_cmpfloat (common.x, ==, 5);
  g_assert_cmpfloat (common.w, ==, 5);
  g_assert_true (ew_rect_is_empty (ew_rect_intersection (a, far)));
  g_assert_true (ew_rect_intersects (a, b));
  g_assert_false (ew_rect_intersects (a, far));
}

static void
test_exit (void)
{
  EwRect r = { 0, 0, 100, 50 };
  EwPoint right = ew_rect_exit (r, (EwPoint){ 1000, 25 });
  g_assert_cmpfloat_with_epsilon (right.x, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (right.y, 25, 1e-9);
  EwPoint up = ew_rect_exit (r, (EwPoint){ 50, -10 });
  g_assert_cmpfloat_with_epsilon (up.y, 0, 1e-9);
  EwPoint nowhere = ew_rect_exit (r, (EwPoint){ 50, 25 });
  g_assert_cmpfloat (nowhere.x, ==, 50);
}

static void
test_segment_distance (void)
{
  EwPoint a = { 0, 0 }, b = { 10, 0 };
  g_assert_cmpfloat (ew_point_to_segment ((EwPoint){ 5, 3 }, a, b), ==, 3);
  g_assert_cmpfloat (ew_point_to_segment ((EwPoint){ -4, 3 }, a, b), ==, 5);
  g_assert_cmpfloat (ew_point_to_segment ((EwPoint){ 3, 4 }, a, a), ==, 5);
}

static void
test_shrink_to_nothing (void)
{
  EwRect r = { 0, 0, 10, 10 };
  g_assert_true (ew_rect_is_empty (ew_rect_grow (r, -6)));
  g_assert_cmpfloat (ew_rect_grow (r, -2).w, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/units", test_units);
  g_test_add_func ("/geometry/units-limit", test_units_limit);
  g_test_add_func ("/geometry/union-of-empty", test_union_of_empty);
  g_test_add_func ("/geometry/intersection", test_intersection);
  g_test_add_func ("/geometry/exit", test_exit);
  g_test_add_func ("/geometry/segment-distance", test_segment_distance);
  g_test_add_func ("/geometry/shrink", test_shrink_to_nothing);
  return g_test_run ();
}
