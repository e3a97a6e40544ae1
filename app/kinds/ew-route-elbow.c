/* Elbows: a way along the axes, around the boxes of its two ends.
 *
 * From each end a stub leads straight out.  Between the stubs there are few
 * sensible ways: one corner, two, or three, with their turns beside the boxes
 * or half-way between them.  All are tried and the best is taken, so the work
 * is small and the same for every line. */
#include "ew-route.h"

#include <math.h>

#define MARGIN 20.0 /* how far out before the first turn, px */
#define BEND_COST 30.0 /* a corner less is worth this detour, px */
#define N_LANES 5

typedef struct {
  const EwElbowEnd *from, *to;
  EwPoint start, end; /* where the stubs end */
  double x[N_LANES], y[N_LANES]; /* where it may turn */
  EwRoute best;
  guint crossings; /* of the best */
  double cost;
} Search;

static bool
is_none (EwPoint way)
{
  return way.x == 0 && way.y == 0;
}

/* How far @to is ahead of @from on its way. */
static double
ahead (const EwElbowEnd *from, EwPoint to)
{
  return (to.x - from->at.x) * from->way.x + (to.y - from->at.y) * from->way.y;
}

/* Two ends that look at each other across a narrow gap meet in its middle. */
static double
stub_length (const EwElbowEnd *from, const EwElbowEnd *to)
{
  double gap = ahead (from, to->at);
  bool faces = from->way.x == -to->way.x && from->way.y == -to->way.y;

  return (faces || is_none (to->way)) && gap > 0 ? MIN (MARGIN, gap / 2)
                                                 : MARGIN;
}

static EwPoint
stub (const EwElbowEnd *from, const EwElbowEnd *to)
{
  double length = stub_length (from, to);

  return (EwPoint){ from->at.x + from->way.x * length,
                    from->at.y + from->way.y * length };
}

/* Between @a and @b when there is room, else between their middles. */
static double
half_way (EwPoint a, EwPoint b)
{
  if (a.y < b.x)
    return (a.y + b.x) / 2;
  if (b.y < a.x)
    return (b.y + a.x) / 2;
  return (a.x + a.y + b.x + b.y) / 4;
}

/* @a, @b: the extents of both boxes on one axis, lowest and highest. */
static void
find_lanes (double lanes[N_LANES], EwPoint a, EwPoint b)
{
  lanes[0] = half_way (a, b);
  lanes[1] = a.x - MARGIN;
  lanes[2] = a.y + MARGIN;
  lanes[3] = b.x - MARGIN;
  lanes[4] = b.y + MARGIN;
}

static void
add_point (EwRoute *route, EwPoint p)
{
  EwPoint *last = &route->p[MAX (route->n, 1) - 1];

  if (route->n > 0 && last->x == p.x && last->y == p.y)
    return;
  /* On along the same axis: the point between says nothing.  Back along it is
   * a turn all the same, and stays to be counted. */
  if (route->n > 1) {
    EwPoint a = route->p[route->n - 2];
    bool across = a.y == last->y && p.y == last->y &&
                  (last->x - a.x) * (p.x - last->x) > 0;
    bool down = a.x == last->x && p.x == last->x &&
                (last->y - a.y) * (p.y - last->y) > 0;
    if (across || down) {
      *last = p;
      return;
    }
  }
  route->p[route->n++] = p;
}

static bool
crosses (EwRect box, EwPoint a, EwPoint b)
{
  EwRect inside = ew_rect_grow (box, -0.5);

  if (ew_rect_is_empty (inside))
    return false;
  return MAX (a.x, b.x) > inside.x && MIN (a.x, b.x) < inside.x + inside.w &&
         MAX (a.y, b.y) > inside.y && MIN (a.y, b.y) < inside.y + inside.h;
}

static bool
turns_back (EwPoint a, EwPoint b, EwPoint c)
{
  return (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
}

static guint
count_crossings (const Search *search, const EwRoute *route)
{
  guint n = 0;

  for (guint i = 0; i + 1 < route->n; i++) {
    n += crosses (search->from->box, route->p[i], route->p[i + 1]);
    n += crosses (search->to->box, route->p[i], route->p[i + 1]);
    if (i + 2 < route->n)
      n += turns_back (route->p[i], route->p[i + 1], route->p[i + 2]);
  }
  return n;
}

static double
cost_of (const EwRoute *route)
{
  double cost = BEND_COST * route->n;

  for (guint i = 0; i + 1 < route->n; i++)
    cost += ew_point_distance (route->p[i], route->p[i + 1]);
  return cost;
}

static void
try_way (Search *search, const EwPoint *corners, guint n)
{
  EwRoute route = { .is_elbow = true };
  guint crossings;
  double cost;

  add_point (&route, search->from->at);
  add_point (&route, search->start);
  for (guint i = 0; i < n; i++)
    add_point (&route, corners[i]);
  add_point (&route, search->end);
  add_point (&route, search->to->at);

  crossings = count_crossings (search, &route);
  cost = cost_of (&route);
  if (search->best.n > 0 &&
      (crossings > search->crossings ||
       (crossings == search->crossings && cost >= search->cost - 0.01)))
    return;
  search->best = route;
  search->crossings = crossings;
  search->cost = cost;
}

static void
try_one_corner (Search *search)
{
  EwPoint a = search->start, b = search->end;

  try_way (search, &(EwPoint){ b.x, a.y }, 1);
  try_way (search, &(EwPoint){ a.x, b.y }, 1);
}

static void
try_two_corners (Search *search)
{
  EwPoint a = search->start, b = search->end;

  for (guint i = 0; i < N_LANES; i++) {
    double x = search->x[i], y = search->y[i];

    try_way (search, (EwPoint[]){ { x, a.y }, { x, b.y } }, 2);
    try_way (search, (EwPoint[]){ { a.x, y }, { b.x, y } }, 2);
  }
}

static void
try_three_corners (Search *search)
{
  EwPoint a = search->start, b = search->end;

  for (guint i = 0; i < N_LANES * N_LANES; i++) {
    double x = search->x[i % N_LANES], y = search->y[i / N_LANES];

    try_way (search, (EwPoint[]){ { x, a.y }, { x, y }, { b.x, y } }, 3);
    try_way (search, (EwPoint[]){ { a.x, y }, { x, y }, { x, b.y } }, 3);
  }
}

EwRoute
ew_route_elbow (const EwElbowEnd *from, const EwElbowEnd *to)
{
  Search search = { .from = from, .to = to };
  EwRect a = from->box, b = to->box;

  search.start = stub (from, to);
  search.end = stub (to, from);
  find_lanes (search.x, (EwPoint){ a.x, a.x + a.w },
              (EwPoint){ b.x, b.x + b.w });
  find_lanes (search.y, (EwPoint){ a.y, a.y + a.h },
              (EwPoint){ b.y, b.y + b.h });
  /* Of equal ways the first counts: half-way between looks best. */
  try_two_corners (&search);
  try_one_corner (&search);
  if (search.crossings > 0)
    try_three_corners (&search);
  /* Both ends at one place. */
  if (search.best.n < 2)
    search.best.p[search.best.n++] = to->at;
  return search.best;
}
