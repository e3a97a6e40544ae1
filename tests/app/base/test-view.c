#include "ew-view.h"

static EwView
window (void)
{
  EwView view = EW_VIEW_INIT;
  return ew_view_resize (view, 800, 600);
}

static void
test_zoom_keeps_the_point (void)
{
  EwView view = window ();
  EwPoint at = { 300, 200 };
  EwPoint before = ew_view_to_board (&view, at);
  view = ew_view_zoom_at (view, 2.5, at);
  EwPoint after = ew_view_to_board (&view, at);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1e-9);
  g_assert_cmpfloat (view.zoom, ==, 2.5);
}

static void
test_zoom_limits (void)
{
  EwView view = ew_view_zoom_at (window (), 100, (EwPoint){ 0, 0 });
  g_assert_cmpfloat (view.zoom, ==, EW_ZOOM_MAX);
  view = ew_view_zoom_at (window (), 0.0001, (EwPoint){ 0, 0 });
  g_assert_cmpfloat (view.zoom, ==, EW_ZOOM_MIN);
}

static void
test_fit_shows_all (void)
{
  EwRect huge = { -5e6, 1e6, 1e7, 1e7 };
  EwView view = ew_view_fit (window (), huge, 40, 1);
  g_assert_true (ew_rect_covers (ew_view_visible (&view), huge));
  /* From out there, zooming out further does not snap back in. */
  double zoom = view.zoom;
  view = ew_view_zoom_at (view, zoom / 2, (EwPoint){ 400, 300 });
  g_assert_cmpfloat (view.zoom, ==, zoom);
}

static void
test_fit_is_not_too_close (void)
{
  EwView view = ew_view_fit (window (), (EwRect){ 0, 0, 10, 10 }, 40, 1);
  g_assert_cmpfloat (view.zoom, ==, 1);
}

static void
test_fit_of_nothing (void)
{
  EwView before = window ();
  EwView view = ew_view_fit (before, EW_RECT_EMPTY, 40, 1);
  g_assert_cmpfloat (view.zoom, ==, before.zoom);
  g_assert_cmpfloat (view.origin.x, ==, before.origin.x);
}

static void
test_pan (void)
{
  EwView view = ew_view_zoom_at (window (), 2, (EwPoint){ 0, 0 });
  EwPoint was = ew_view_to_window (&view, (EwPoint){ 10, 10 });
  view = ew_view_pan (view, 30, -4);
  EwPoint is = ew_view_to_window (&view, (EwPoint){ 10, 10 });
  g_assert_cmpfloat_with_epsilon (is.x - was.x, 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (is.y - was.y, -4, 1e-9);
}

static void
test_ladder (void)
{
  EwView view = window ();
  g_assert_cmpfloat (ew_view_zoom_step (&view, 1), ==, 1.25);
  g_assert_cmpfloat (ew_view_zoom_step (&view, -1), ==, 0.75);
  view.zoom = EW_ZOOM_MAX;
  g_assert_cmpfloat (ew_view_zoom_step (&view, 1), ==, EW_ZOOM_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/zoom-keeps-the-point", test_zoom_keeps_the_point);
  g_test_add_func ("/view/zoom-limits", test_zoom_limits);
  g_test_add_func ("/view/fit-shows-all", test_fit_shows_all);
  g_test_add_func ("/view/fit-is-not-too-close", test_fit_is_not_too_close);
  g_test_add_func ("/view/fit-of-nothing", test_fit_of_nothing);
  g_test_add_func ("/view/pan", test_pan);
  g_test_add_func ("/view/ladder", test_ladder);
  return g_test_run ();
}
