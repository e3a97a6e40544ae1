#include "ew-path.h"

static void
test_rounded_rect (void)
{
  EwRect r = { 10, 10, 100, 60 }, told;
  double radius;
  g_autoptr (EwPath) path = ew_path_new_rounded (r, 8);
  g_assert_true (ew_path_is_rounded_rect (path, &told, &radius));
  g_assert_cmpfloat (told.w, ==, 100);
  g_assert_cmpfloat (radius, ==, 8);
  g_assert_true (ew_path_contains (path, (EwPoint){ 60, 40 }));
  /* The very corner is cut off. */
  g_assert_false (ew_path_contains (path, (EwPoint){ 11, 11 }));
}

static void
test_radius_is_limited (void)
{
  double radius;
  EwRect told;
  g_autoptr (EwPath) path = ew_path_new_rounded ((EwRect){ 0, 0, 40, 10 }, 99);
  g_assert_true (ew_path_is_rounded_rect (path, &told, &radius));
  g_assert_cmpfloat (radius, ==, 5);
}

static void
test_ellipse (void)
{
  g_autoptr (EwPath) path = ew_path_new_ellipse ((EwRect){ 0, 0, 200, 100 });
  g_assert_true (ew_path_contains (path, (EwPoint){ 100, 50 }));
  g_assert_false (ew_path_contains (path, (EwPoint){ 10, 10 }));
  g_assert_cmpfloat_with_epsilon (ew_path_distance (path, (EwPoint){ 100, 0 }),
                                  0, 0.5);
}

static void
test_polygon_bounds (void)
{
  EwPoint triangle[] = { { 0, 10 }, { 5, 0 }, { 10, 10 } };
  g_autoptr (EwPath) path = ew_path_new_polygon (triangle, 3);
  EwRect bounds = ew_path_bounds (path);
  g_assert_cmpfloat (bounds.w, ==, 10);
  g_assert_cmpfloat (bounds.h, ==, 10);
  g_assert_true (ew_path_contains (path, (EwPoint){ 5, 5 }));
  g_assert_false (ew_path_contains (path, (EwPoint){ 1, 1 }));
}

static void
test_curve_distance (void)
{
  g_autoptr (EwPath) path = ew_path_new ();
  ew_path_move (path, (EwPoint){ 0, 0 });
  ew_path_curve (path, (EwPoint){ 0, 100 }, (EwPoint){ 100, 100 },
                 (EwPoint){ 100, 0 });
  /* Its middle is at (50, 75). */
  g_assert_cmpfloat_with_epsilon (ew_path_distance (path, (EwPoint){ 50, 75 }),
                                  0, 0.5);
  g_assert_cmpfloat (ew_path_distance (path, (EwPoint){ 50, 0 }), >, 40);
}

static void
test_empty (void)
{
  g_autoptr (EwPath) path = ew_path_new ();
  g_assert_true (ew_rect_is_empty (ew_path_bounds (path)));
  g_assert_false (ew_path_contains (path, (EwPoint){ 0, 0 }));
  g_assert_cmpfloat (ew_path_distance (path, (EwPoint){ 0, 0 }), ==,
                     G_MAXDOUBLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/rounded-rect", test_rounded_rect);
  g_test_add_func ("/path/radius-is-limited", test_radius_is_limited);
  g_test_add_func ("/path/ellipse", test_ellipse);
  g_test_add_func ("/path/polygon-bounds", test_polygon_bounds);
  g_test_add_func ("/path/curve-distance", test_curve_distance);
  g_test_add_func ("/path/empty", test_empty);
  return g_test_run ();
}
