#include "ew-route.h"

#include <math.h>
#include <string.h>

#define GAP 5.0 /* between an automatic end and the outline, px */
#define BEND_MIN 24.0 /* how far a curve keeps its first direction    */
#define LOOP 64.0 /* the same for a line back to its own object   */
#define ELBOW_RADIUS 8.0 /* of an elbow's corners                         */

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
  if (end.is_auto)
    return end;
  end.aim.x = end.box.x + end.box.w * (double) anchor->spot.x / 1000;
  end.aim.y = end.box.y + end.box.h * (double) anchor->spot.y / 1000;
  if (ew_kind_has (end.object->kind, EW_KIND_BOX))
    end.aim = ew_object_spot (end.object, anchor->spot);
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

static EwRoute
curve (EwPoint from, EwPoint c1, EwPoint c2, EwPoint to)
{
  return (EwRoute){ .p = { from, c1, c2, to }, .n = 4 };
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
  return curve (a, between (a, b, 1 / 3.0), between (a, b, 2 / 3.0), b);
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
  EwPoint a = curved_end (from, out), b = curved_end (to, in);
  EwPoint c1 = bend (a, out, b), c2 = bend (b, in, a);

  if (!from->object && to->object)
    c1 = between (a, c2, 0.4);
  if (from->object && !to->object)
    c2 = between (b, c1, 0.4);
  return curve (a, c1, c2, b);
}

static EwRoute
elbow (const End *from, const End *to, EwPoint out, EwPoint in)
{
  EwElbowEnd a = { curved_end (from, out), out, from->box };
  EwElbowEnd b = { curved_end (to, in), in, to->box };

  return ew_route_elbow (&a, &b);
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
loop (const End *from, const End *to, EwRouteForm form)
{
  EwPoint out = from->is_auto ? (EwPoint){ 1, 0 } : side_of_spot (from, to);
  EwPoint in = to->is_auto ? (EwPoint){ 0, -1 } : side_of_spot (to, from);
  EwPoint a = curved_end (from, out), b = curved_end (to, in);
  bool spread;
  EwPoint aside = loop_aside (from->box, out, in, &spread);

  if (form == EW_ROUTE_ELBOW && !spread)
    return elbow (from, to, out, in);
  return curve (a, along (along (a, out, LOOP), aside, spread ? -1 : 1),
                along (along (b, in, LOOP), aside, 1), b);
}

EwRoute
ew_route_find (const EwBoard *board, const EwAnchor *from, const EwAnchor *to,
               EwRouteForm form)
{
  End a = find_end (board, from), b = find_end (board, to);

  if (a.object && a.object == b.object)
    return loop (&a, &b, form);
  if (form == EW_ROUTE_ELBOW)
    return elbow (&a, &b, side (&a, &b), side (&b, &a));
  return form == EW_ROUTE_CURVED ? curved (&a, &b) : straight (&a, &b);
}

EwPoint
ew_route_from (const EwRoute *route)
{
  return route->p[0];
}

EwPoint
ew_route_to (const EwRoute *route)
{
  return route->p[route->n - 1];
}

bool
ew_route_is_dot (const EwRoute *route)
{
  for (guint i = 1; i < route->n; i++)
    if (ew_point_distance (route->p[0], route->p[i]) >= 1)
      return false;
  return true;
}

/* From the side of @a around the corner to the side of @b. */
static void
round_corner (EwPath *path, EwPoint a, EwPoint corner, EwPoint b)
{
  double room =
      MIN (ew_point_distance (a, corner), ew_point_distance (corner, b)) / 2;
  double radius = MIN (ELBOW_RADIUS, room);
  EwPoint in = along (corner, direction (corner, a), radius);
  EwPoint out = along (corner, direction (corner, b), radius);

  ew_path_line (path, in);
  ew_path_curve (path, between (in, corner, 0.55), between (out, corner, 0.55),
                 out);
}

EwPath *
ew_route_path (const EwRoute *route)
{
  EwPath *path = ew_path_new ();
  const EwPoint *p = route->p;

  ew_path_move (path, p[0]);
  if (!route->is_elbow) {
    ew_path_curve (path, p[1], p[2], p[3]);
    return path;
  }
  for (guint i = 1; i + 1 < route->n; i++)
    round_corner (path, p[i - 1], p[i], p[i + 1]);
  ew_path_line (path, p[route->n - 1]);
  return path;
}

static EwPoint
middle_of_elbow (const EwRoute *route)
{
  double length = 0;

  for (guint i = 1; i < route->n; i++)
    length += ew_point_distance (route->p[i - 1], route->p[i]);
  length /= 2;
  for (guint i = 1; i < route->n; i++) {
    double part = ew_point_distance (route->p[i - 1], route->p[i]);

    if (part >= length && part > 0)
      return between (route->p[i - 1], route->p[i], length / part);
    length -= part;
  }
  return route->p[0];
}

EwPoint
ew_route_middle (const EwRoute *route)
{
  const EwPoint *p = route->p;

  if (route->is_elbow)
    return middle_of_elbow (route);
  return (EwPoint){ (p[0].x + 3 * p[1].x + 3 * p[2].x + p[3].x) / 8,
                    (p[0].y + 3 * p[1].y + 3 * p[2].y + p[3].y) / 8 };
}

EwPoint
ew_route_out_from (const EwRoute *route)
{
  return direction (route->p[1], route->p[0]);
}

EwPoint
ew_route_out_to (const EwRoute *route)
{
  return direction (route->p[route->n - 2], route->p[route->n - 1]);
}
