#include "ew-route.h"

#include <math.h>
#include <string.h>

#define GAP 5.0 /* between an automatic end and the outline, px */
#define BEND_MIN 24.0 /* how far a curve keeps its first direction    */
#define LOOP 64.0 /* the same for a line back to its own object   */

typedef struct {
  const EwBoard *board;
  const EwObject *object; /* NULL when untied */
  EwRect box;
  bool is_auto;
  EwPoint aim; /* what the other end looks at */
} End;

static const EwPoint nowhere = { 0, 0 };

static End
find_end (const EwBoard *board, const EwAnchor *anchor)
{
  End end = { .board = board, .box = ew_anchor_box (board, anchor) };

  end.aim = ew_rect_center (end.box);
  if (ew_rect_is_empty (end.box))
    return end;
  end.object = ew_board_get (board, anchor->object);
  end.is_auto = ew_anchor_is_auto (anchor);
  if (!end.is_auto) {
    end.aim.x = end.box.x + end.box.w * anchor->spot.x / 1000.0;
    end.aim.y = end.box.y + end.box.h * anchor->spot.y / 1000.0;
  }
  return end;
}

static EwPoint
between (EwPoint a, EwPoint b, double part)
{
  return (EwPoint){ a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part };
}

/* A vector of length 1, or none. */
static EwPoint
direction (EwPoint from, EwPoint to)
{
  double length = ew_point_distance (from, to);

  if (length < 1e-6)
    return nowhere;
  return (EwPoint){ (to.x - from.x) / length, (to.y - from.y) / length };
}

static EwPoint
along (EwPoint at, EwPoint way, double length)
{
  return (EwPoint){ at.x + way.x * length, at.y + way.y * length };
}

static bool
is_inside (const End *end, EwPoint p)
{
  return ew_object_hit (end->object, end->board, p, 0);
}

/* From the middle of the object to @border, a point on its box: where its true
 * outline lies, which for a diamond is further in. */
static EwPoint
on_outline (const End *end, EwPoint border)
{
  double in = 0, out = 1;
  EwPoint center = ew_rect_center (end->box);

  if (!ew_kind_has (end->object->kind, EW_KIND_BOX) || !is_inside (end, center))
    return border;
  for (int i = 0; i < 14; i++) {
    double middle = (in + out) / 2;

    if (is_inside (end, between (center, border, middle)))
      in = middle;
    else
      out = middle;
  }
  return between (center, border, out);
}

static EwPoint
leave (const End *end, EwPoint border)
{
  EwPoint edge = on_outline (end, border);

  return along (edge, direction (ew_rect_center (end->box), border), GAP);
}

static EwPoint
straight_end (const End *end, const End *other)
{
  if (!end->is_auto || ew_rect_contains (end->box, other->aim))
    return end->aim;
  return leave (end, ew_rect_exit (end->box, other->aim));
}

static EwRoute
straight (const End *from, const End *to)
{
  EwPoint a = straight_end (from, to), b = straight_end (to, from);
  EwPoint want = direction (from->aim, to->aim), have = direction (a, b);

  /* Objects that overlap: leaving both outlines would turn the line round. */
  if (want.x * have.x + want.y * have.y < 0) {
    a = from->aim;
    b = to->aim;
  }
  return (EwRoute){ a, between (a, b, 1 / 3.0), between (a, b, 2 / 3.0), b };
}

/* The axis along which two boxes are further apart decides the sides. */
static EwPoint
facing (EwRect box, EwRect other)
{
  EwPoint a = ew_rect_center (box), b = ew_rect_center (other);
  double dx = b.x - a.x, dy = b.y - a.y;
  double gap_x = fabs (dx) - (box.w + other.w) / 2;
  double gap_y = fabs (dy) - (box.h + other.h) / 2;

  if (gap_x >= gap_y)
    return (EwPoint){ dx < 0 ? -1 : 1, 0 };
  return (EwPoint){ 0, dy < 0 ? -1 : 1 };
}

/* The side a fixed spot is nearest to. */
static EwPoint
side_of_spot (const End *end, const End *other)
{
  EwPoint center = ew_rect_center (end->box);
  double x = (end->aim.x - center.x) / end->box.w;
  double y = (end->aim.y - center.y) / end->box.h;

  if (MAX (fabs (x), fabs (y)) < 0.1)
    return facing (end->box, other->box);
  if (fabs (x) >= fabs (y))
    return (EwPoint){ x < 0 ? -1 : 1, 0 };
  return (EwPoint){ 0, y < 0 ? -1 : 1 };
}

/* The direction in which a curve leaves an end; none when it may choose. */
static EwPoint
side (const End *end, const End *other)
{
  if (end->object && !end->is_auto)
    return side_of_spot (end, other);
  if (end->object || !other->object)
    return facing (end->box, other->box);
  return nowhere;
}

static EwPoint
curved_end (const End *end, EwPoint way)
{
  EwPoint center = ew_rect_center (end->box);

  if (!end->is_auto)
    return end->aim;
  return leave (end, (EwPoint){ center.x + way.x * end->box.w / 2,
                                center.y + way.y * end->box.h / 2 });
}

static EwPoint
bend (EwPoint at, EwPoint way, EwPoint other)
{
  double ahead = fabs ((other.x - at.x) * way.x + (other.y - at.y) * way.y);
  double least = MIN (BEND_MIN, ew_point_distance (at, other) / 2);

  return along (at, way, MAX (ahead / 2, least));
}

static EwRoute
curved (const End *from, const End *to)
{
  EwPoint out = side (from, to), in = side (to, from);
  EwRoute route = { .from = curved_end (from, out), .to = curved_end (to, in) };

  route.c1 = bend (route.from, out, route.to);
  route.c2 = bend (route.to, in, route.from);
  if (!from->object && to->object)
    route.c1 = between (route.from, route.c2, 0.4);
  if (from->object && !to->object)
    route.c2 = between (route.to, route.c1, 0.4);
  return route;
}

/* How far aside the control points of a loop go, so that it is one.  @spread:
 * each to its own side, or both to the same. */
static EwPoint
loop_aside (EwRect box, EwPoint out, EwPoint in, bool *spread)
{
  EwPoint across = { fabs (out.y), fabs (out.x) };
  double around = (across.x * box.w + across.y * box.h) / 2 + LOOP;

  *spread = false;
  if (out.x * in.x + out.y * in.y == 0)
    return nowhere;
  *spread = out.x == in.x && out.y == in.y;
  return along (nowhere, across, *spread ? LOOP / 2 : around / 0.75);
}

/* From an object to itself: a loop outside of it, whichever way was asked. */
static EwRoute
loop (const End *from, const End *to)
{
  EwPoint out = from->is_auto ? (EwPoint){ 1, 0 } : side_of_spot (from, to);
  EwPoint in = to->is_auto ? (EwPoint){ 0, -1 } : side_of_spot (to, from);
  EwRoute route = { .from = curved_end (from, out), .to = curved_end (to, in) };
  bool spread;
  EwPoint aside = loop_aside (from->box, out, in, &spread);

  route.c1 = along (along (route.from, out, LOOP), aside, spread ? -1 : 1);
  route.c2 = along (along (route.to, in, LOOP), aside, 1);
  return route;
}

EwRoute
ew_route_find (const EwBoard *board, const EwAnchor *from, const EwAnchor *to,
               bool is_curved)
{
  End a = find_end (board, from), b = find_end (board, to);

  if (a.object && a.object == b.object)
    return loop (&a, &b);
  return is_curved ? curved (&a, &b) : straight (&a, &b);
}

bool
ew_route_is_dot (const EwRoute *route)
{
  return ew_point_distance (route->from, route->to) < 1 &&
         ew_point_distance (route->from, route->c1) < 1 &&
         ew_point_distance (route->to, route->c2) < 1;
}

EwPath *
ew_route_path (const EwRoute *route)
{
  EwPath *path = ew_path_new ();

  ew_path_move (path, route->from);
  ew_path_curve (path, route->c1, route->c2, route->to);
  return path;
}

EwPoint
ew_route_middle (const EwRoute *r)
{
  return (EwPoint){ (r->from.x + 3 * r->c1.x + 3 * r->c2.x + r->to.x) / 8,
                    (r->from.y + 3 * r->c1.y + 3 * r->c2.y + r->to.y) / 8 };
}

EwPoint
ew_route_out_from (const EwRoute *route)
{
  return direction (route->c1, route->from);
}

EwPoint
ew_route_out_to (const EwRoute *route)
{
  return direction (route->c2, route->to);
}
