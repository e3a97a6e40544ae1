#include "ew-path.h"

#include <math.h>

/* A quarter of a circle as a Bézier curve: the control points' distance from
 * its ends, in radii (the usual 4/3·(√2−1)). */
#define ARC 0.5522847498

/* Curves are hit-tested as this many straight pieces: at most a quarter of a px
 * off on a curve of 1,000 px. */
#define FLAT_PIECES 24

struct _EwPath {
  GArray *steps;
  EwRect rounded; /* the path is this rectangle … */
  double radius; /* … with such corners; < 0 when it is another shape */
  bool winding;
};

EwPath *
ew_path_new (void)
{
  EwPath *path = g_new0 (EwPath, 1);
  path->steps = g_array_new (FALSE, FALSE, sizeof (EwPathStep));
  path->radius = -1;
  return path;
}

void
ew_path_free (EwPath *path)
{
  if (path == NULL)
    return;
  g_array_unref (path->steps);
  g_free (path);
}

static void
add_step (EwPath *path, EwPathVerb verb, EwPoint a, EwPoint b, EwPoint c)
{
  EwPathStep step = { verb, { a, b, c } };
  g_array_append_val (path->steps, step);
  path->radius = -1;
}

void
ew_path_move (EwPath *path, EwPoint to)
{
  add_step (path, EW_PATH_MOVE, to, to, to);
}

void
ew_path_line (EwPath *path, EwPoint to)
{
  add_step (path, EW_PATH_LINE, to, to, to);
}

void
ew_path_curve (EwPath *path, EwPoint c1, EwPoint c2, EwPoint to)
{
  add_step (path, EW_PATH_CURVE, c1, c2, to);
}

void
ew_path_close (EwPath *path)
{
  EwPoint none = { 0, 0 };
  add_step (path, EW_PATH_CLOSE, none, none, none);
}

void
ew_path_set_winding (EwPath *path)
{
  g_return_if_fail (path != NULL);
  path->winding = true;
}

bool
ew_path_is_winding (const EwPath *path)
{
  g_return_val_if_fail (path != NULL, false);
  return path->winding;
}

EwPath *
ew_path_new_rect (EwRect r)
{
  return ew_path_new_rounded (r, 0);
}

/* From the corner's first end to its second, around @corner. */
static void
add_corner (EwPath *path, EwPoint from, EwPoint corner, EwPoint to)
{
  EwPoint c1 = { from.x + ARC * (corner.x - from.x),
                 from.y + ARC * (corner.y - from.y) };
  EwPoint c2 = { to.x + ARC * (corner.x - to.x),
                 to.y + ARC * (corner.y - to.y) };
  ew_path_curve (path, c1, c2, to);
}

static void
add_rounded (EwPath *path, EwRect r, double rx, double ry)
{
  double left = r.x, right = r.x + r.w, top = r.y, bottom = r.y + r.h;

  ew_path_move (path, (EwPoint){ left + rx, top });
  ew_path_line (path, (EwPoint){ right - rx, top });
  add_corner (path, (EwPoint){ right - rx, top }, (EwPoint){ right, top },
              (EwPoint){ right, top + ry });
  ew_path_line (path, (EwPoint){ right, bottom - ry });
  add_corner (path, (EwPoint){ right, bottom - ry }, (EwPoint){ right, bottom },
              (EwPoint){ right - rx, bottom });
  ew_path_line (path, (EwPoint){ left + rx, bottom });
  add_corner (path, (EwPoint){ left + rx, bottom }, (EwPoint){ left, bottom },
              (EwPoint){ left, bottom - ry });
  ew_path_line (path, (EwPoint){ left, top + ry });
  add_corner (path, (EwPoint){ left, top + ry }, (EwPoint){ left, top },
              (EwPoint){ left + rx, top });
  ew_path_close (path);
}

EwPath *
ew_path_new_rounded (EwRect r, double radius)
{
  EwPath *path = ew_path_new ();
  radius = CLAMP (radius, 0, MIN (r.w, r.h) / 2);
  if (radius > 0) {
    add_rounded (path, r, radius, radius);
  } else {
    EwPoint corners[] = { { r.x, r.y },
                          { r.x + r.w, r.y },
                          { r.x + r.w, r.y + r.h },
                          { r.x, r.y + r.h } };
    ew_path_move (path, corners[0]);
    for (int i = 1; i < 4; i++)
      ew_path_line (path, corners[i]);
    ew_path_close (path);
  }
  path->rounded = r;
  path->radius = radius;
  return path;
}

EwPath *
ew_path_new_ellipse (EwRect r)
{
  EwPath *path = ew_path_new ();
  add_rounded (path, r, r.w / 2, r.h / 2);
  return path;
}

EwPath *
ew_path_new_polygon (const EwPoint *points, gsize n)
{
  EwPath *path = ew_path_new ();
  for (gsize i = 0; i < n; i++) {
    if (i == 0)
      ew_path_move (path, points[i]);
    else
      ew_path_line (path, points[i]);
  }
  if (n > 0)
    ew_path_close (path);
  return path;
}

const EwPathStep *
ew_path_steps (const EwPath *path, gsize *n)
{
  *n = path->steps->len;
  return (const EwPathStep *) path->steps->data;
}

bool
ew_path_is_rounded_rect (const EwPath *path, EwRect *rect, double *radius)
{
  if (path->radius < 0)
    return false;
  *rect = path->rounded;
  *radius = path->radius;
  return true;
}

static guint
points_of (EwPathVerb verb)
{
  switch (verb) {
  case EW_PATH_CURVE:
    return 3;
  case EW_PATH_CLOSE:
    return 0;
  default:
    return 1;
  }
}

EwRect
ew_path_bounds (const EwPath *path)
{
  double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;

  for (guint i = 0; i < path->steps->len; i++) {
    const EwPathStep *step = &g_array_index (path->steps, EwPathStep, i);
    for (guint k = 0; k < points_of (step->verb); k++) {
      left = MIN (left, step->p[k].x);
      right = MAX (right, step->p[k].x);
      top = MIN (top, step->p[k].y);
      bottom = MAX (bottom, step->p[k].y);
    }
  }
  if (left > right)
    return EW_RECT_EMPTY;
  return (EwRect){ left, top, right - left, bottom - top };
}

/* Straight pieces of a path, one after another. */
typedef void (*Segment) (EwPoint a, EwPoint b, gpointer data);

static EwPoint
point_on_curve (EwPoint from, const EwPoint *p, double t)
{
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  return (EwPoint){ a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                    a * from.y + b * p[0].y + c * p[1].y + d * p[2].y };
}

static EwPoint
flatten_curve (EwPoint from, const EwPoint *p, Segment segment, gpointer data)
{
  EwPoint last = from;
  for (int i = 1; i <= FLAT_PIECES; i++) {
    EwPoint next = point_on_curve (from, p, i / (double) FLAT_PIECES);
    segment (last, next, data);
    last = next;
  }
  return p[2];
}

static void
flatten (const EwPath *path, Segment segment, gpointer data)
{
  EwPoint start = { 0, 0 }, at = { 0, 0 };

  for (guint i = 0; i < path->steps->len; i++) {
    const EwPathStep *step = &g_array_index (path->steps, EwPathStep, i);
    switch (step->verb) {
    case EW_PATH_MOVE:
      start = at = step->p[0];
      break;
    case EW_PATH_LINE:
      segment (at, step->p[0], data);
      at = step->p[0];
      break;
    case EW_PATH_CURVE:
      at = flatten_curve (at, step->p, segment, data);
      break;
    case EW_PATH_CLOSE:
      segment (at, start, data);
      at = start;
      break;
    }
  }
}

typedef struct {
  EwPoint p;
  bool inside;
  double distance;
} Probe;

/* A ray to the right changes sides at every piece it crosses. */
static void
cross_segment (EwPoint a, EwPoint b, gpointer data)
{
  Probe *probe = data;
  EwPoint p = probe->p;
  if ((a.y > p.y) == (b.y > p.y))
    return;
  if (p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
    probe->inside = !probe->inside;
}

bool
ew_path_contains (const EwPath *path, EwPoint p)
{
  Probe probe = { .p = p };
  flatten (path, cross_segment, &probe);
  return probe.inside;
}

static void
measure_segment (EwPoint a, EwPoint b, gpointer data)
{
  Probe *probe = data;
  probe->distance = MIN (probe->distance, ew_point_to_segment (probe->p, a, b));
}

double
ew_path_distance (const EwPath *path, EwPoint p)
{
  Probe probe = { .p = p, .distance = G_MAXDOUBLE };
  flatten (path, measure_segment, &probe);
  return probe.distance;
}
