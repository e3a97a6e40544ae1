#include "ew-geometry.h"

#include <math.h>

EwPoint
ew_coords_to_point (EwCoords coords)
{
  return (EwPoint){ coords.x / (double) EW_UNITS_PER_PX,
                    coords.y / (double) EW_UNITS_PER_PX };
}

static gint64
to_units (double px)
{
  /* Beyond what JSON can hold exactly there is no place on a board. */
  const double limit = 9007199254740991.0;
  return (gint64) CLAMP (round (px * EW_UNITS_PER_PX), -limit, limit);
}

EwCoords
ew_coords_from_point (EwPoint point)
{
  return (EwCoords){ to_units (point.x), to_units (point.y) };
}

double
ew_point_distance (EwPoint a, EwPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

double
ew_point_to_segment (EwPoint p, EwPoint a, EwPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length2 = dx * dx + dy * dy;
  if (length2 <= 0)
    return ew_point_distance (p, a);

  double t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2;
  t = CLAMP (t, 0, 1);
  return ew_point_distance (p, (EwPoint){ a.x + t * dx, a.y + t * dy });
}

bool
ew_rect_is_empty (EwRect r)
{
  return !(r.w > 0 && r.h > 0);
}

bool
ew_rect_contains (EwRect r, EwPoint p)
{
  return p.x >= r.x && p.y >= r.y && p.x < r.x + r.w && p.y < r.y + r.h;
}

bool
ew_rect_covers (EwRect outer, EwRect inner)
{
  return inner.x >= outer.x && inner.y >= outer.y &&
         inner.x + inner.w <= outer.x + outer.w &&
         inner.y + inner.h <= outer.y + outer.h;
}

bool
ew_rect_intersects (EwRect a, EwRect b)
{
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h &&
         b.y < a.y + a.h;
}

EwRect
ew_rect_union (EwRect a, EwRect b)
{
  if (ew_rect_is_empty (a))
    return b;
  if (ew_rect_is_empty (b))
    return a;

  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);
  return (EwRect){ x, y, MAX (a.x + a.w, b.x + b.w) - x,
                   MAX (a.y + a.h, b.y + b.h) - y };
}

EwRect
ew_rect_intersection (EwRect a, EwRect b)
{
  double x = MAX (a.x, b.x), y = MAX (a.y, b.y);
  EwRect r = { x, y, MIN (a.x + a.w, b.x + b.w) - x,
               MIN (a.y + a.h, b.y + b.h) - y };
  return ew_rect_is_empty (r) ? EW_RECT_EMPTY : r;
}

EwRect
ew_rect_grow (EwRect r, double margin)
{
  EwRect grown = { r.x - margin, r.y - margin, r.w + 2 * margin,
                   r.h + 2 * margin };
  return ew_rect_is_empty (grown) ? EW_RECT_EMPTY : grown;
}

EwRect
ew_rect_from_points (EwPoint a, EwPoint b)
{
  return (EwRect){ MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x),
                   fabs (a.y - b.y) };
}

EwPoint
ew_rect_center (EwRect r)
{
  return (EwPoint){ r.x + r.w / 2, r.y + r.h / 2 };
}

EwPoint
ew_point_turn (EwPoint p, EwPoint center, double degrees)
{
  double angle = degrees * G_PI / 180, c = cos (angle), s = sin (angle);
  EwPoint arm = { p.x - center.x, p.y - center.y };

  return (EwPoint){ center.x + arm.x * c - arm.y * s,
                    center.y + arm.x * s + arm.y * c };
}

EwRect
ew_rect_turn (EwRect r, double degrees)
{
  double angle = degrees * G_PI / 180;
  double c = fabs (cos (angle)), s = fabs (sin (angle));
  EwPoint center = ew_rect_center (r);
  double w = r.w * c + r.h * s, h = r.w * s + r.h * c;

  if (degrees == 0)
    return r;
  return (EwRect){ center.x - w / 2, center.y - h / 2, w, h };
}

EwPoint
ew_rect_exit (EwRect r, EwPoint to)
{
  EwPoint center = ew_rect_center (r);
  double dx = to.x - center.x, dy = to.y - center.y;
  double across = fabs (dx) > 0 ? r.w / 2 / fabs (dx) : HUGE_VAL;
  double down = fabs (dy) > 0 ? r.h / 2 / fabs (dy) : HUGE_VAL;
  double t = MIN (across, down);
  if (!isfinite (t))
    return center;
  return (EwPoint){ center.x + t * dx, center.y + t * dy };
}
