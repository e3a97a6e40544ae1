/* Elbows: along the axes, out by the right side, and not through the boxes. */
#include "ew-route.h"

#include <math.h>

static const EwPoint ways[] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };

static EwElbowEnd
end_of (EwRect box, EwPoint way)
{
  EwPoint center = ew_rect_center (box);

  return (EwElbowEnd){ .at = { center.x + way.x * box.w / 2,
                               center.y + way.y * box.h / 2 },
                       .way = way,
                       .box = box };
}

static bool
runs_through (EwRect box, EwPoint a, EwPoint b)
{
  EwRect in = ew_rect_grow (box, -1);

  return MAX (a.x, b.x) > in.x && MIN (a.x, b.x) < in.x + in.w &&
         MAX (a.y, b.y) > in.y && MIN (a.y, b.y) < in.y + in.h;
}

static void
assert_sound (const EwRoute *route, const EwElbowEnd *from,
              const EwElbowEnd *to)
{
  const EwPoint *p = route->p;

  g_assert_cmpuint (route->n, >=, 2);
  g_assert_cmpuint (route->n, <=, EW_ROUTE_MAX);
  g_assert_true (p[0].x == from->at.x && p[0].y == from->at.y);
  g_assert_true (p[route->n - 1].x == to->at.x &&
                 p[route->n - 1].y == to->at.y);
  for (guint i = 0; i + 1 < route->n; i++) {
    g_assert_true (p[i].x == p[i + 1].x || p[i].y == p[i + 1].y);
    g_assert_false (runs_through (from->box, p[i], p[i + 1]));
    g_assert_false (runs_through (to->box, p[i], p[i + 1]));
  }
  /* Out of the side it was told, and never back along itself. */
  g_assert_cmpfloat (
      (p[1].x - p[0].x) * from->way.x + (p[1].y - p[0].y) * from->way.y, >, 0);
  for (guint i = 0; i + 2 < route->n; i++)
    g_assert_cmpfloat ((p[i + 1].x - p[i].x) * (p[i + 2].x - p[i + 1].x) +
                           (p[i + 1].y - p[i].y) * (p[i + 2].y - p[i + 1].y),
                       >=, 0);
}

/* Two boxes anywhere, with room for a line between them: every pair of sides.
 */
static void
test_any (void)
{
  for (int i = 0; i < 4000; i++) {
    EwRect a = { 0, 0, g_test_rand_int_range (20, 300),
                 g_test_rand_int_range (20, 300) };
    EwRect b = { g_test_rand_int_range (-700, 700),
                 g_test_rand_int_range (-700, 700),
                 g_test_rand_int_range (20, 300),
                 g_test_rand_int_range (20, 300) };
    EwElbowEnd from = end_of (a, ways[i % 4]);
    EwElbowEnd to = end_of (b, ways[i / 4 % 4]);
    EwRoute route;

    if (ew_rect_intersects (ew_rect_grow (a, 22), ew_rect_grow (b, 22)))
      continue;
    route = ew_route_elbow (&from, &to);
    assert_sound (&route, &from, &to);
  }
}

static void
test_straight_on (void)
{
  EwElbowEnd from = end_of ((EwRect){ 0, 0, 100, 60 }, ways[0]);
  EwElbowEnd to = end_of ((EwRect){ 300, 0, 100, 60 }, ways[1]);
  EwRoute route = ew_route_elbow (&from, &to);

  g_assert_cmpuint (route.n, ==, 2);
}

/* One step down in the middle between two columns. */
static void
test_half_way (void)
{
  EwElbowEnd from = end_of ((EwRect){ 0, 0, 100, 60 }, ways[0]);
  EwElbowEnd to = end_of ((EwRect){ 300, 200, 100, 60 }, ways[1]);
  EwRoute route = ew_route_elbow (&from, &to);

  g_assert_cmpuint (route.n, ==, 4);
  g_assert_cmpfloat (route.p[1].x, ==, 200);
  g_assert_cmpfloat (route.p[2].x, ==, 200);
}

/* Closer than two margins: it still goes forward. */
static void
test_narrow (void)
{
  EwElbowEnd from = end_of ((EwRect){ 0, 0, 100, 60 }, ways[0]);
  EwElbowEnd to = end_of ((EwRect){ 110, 20, 100, 60 }, ways[1]);
  EwRoute route = ew_route_elbow (&from, &to);

  assert_sound (&route, &from, &to);
  g_assert_cmpuint (route.n, ==, 4);
}

/* Whatever a file says, there is a way that can be drawn. */
static void
test_anything (void)
{
  const EwRect boxes[] = { { 0, 0, 0, 0 },
                           { 0, 0, 100, 100 },
                           { 50, 50, 100, 100 },
                           { 0x1p40, -0x1p40, 8, 8 },
                           { -0x1p40, -0x1p40, 0x1p41, 0x1p41 } };

  for (guint i = 0; i < 16 * 25; i++) {
    EwElbowEnd from = end_of (boxes[i / 16 % 5], ways[i % 4]);
    EwElbowEnd to = end_of (boxes[i / 80 % 5], ways[i / 4 % 4]);
    EwRoute route = ew_route_elbow (&from, &to);
    g_autoptr (EwPath) path = ew_route_path (&route);
    EwPoint middle = ew_route_middle (&route);

    g_assert_cmpuint (route.n, >=, 2);
    g_assert_cmpuint (route.n, <=, EW_ROUTE_MAX);
    g_assert_true (isfinite (middle.x) && isfinite (middle.y));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/elbow/any", test_any);
  g_test_add_func ("/kinds/elbow/straight-on", test_straight_on);
  g_test_add_func ("/kinds/elbow/half-way", test_half_way);
  g_test_add_func ("/kinds/elbow/narrow", test_narrow);
  g_test_add_func ("/kinds/elbow/anything", test_anything);
  return g_test_run ();
}
