#include "ew-cairo-shadow.h"

#define SPREAD 8.0 /* px that it reaches out, and in */
#define DROP 2.0 /* px that it falls               */
#define STOPS 8

/* The rim of the shadow: @core is what lies inside of all gradients, @reach
 * how far they go out from it, and `flat` the share of that which is even. */
typedef struct {
  EwRect core;
  double reach, flat;
  EwColor color;
} Rim;

static Rim
make_rim (EwRect rect, double radius, EwColor color)
{
  double half = MIN (rect.w, rect.h) / 2;
  double inset = MIN (MAX (radius, SPREAD), half);
  double fade = MIN (SPREAD, inset);
  Rim rim = { .reach = inset + SPREAD, .color = color };

  rect.y += DROP;
  rim.core = (EwRect){ rect.x + inset, rect.y + inset, rect.w - 2 * inset,
                       rect.h - 2 * inset };
  rim.flat = (inset - fade) / rim.reach;
  return rim;
}

/* Dark inside, nothing outside, and like a blur between. */
static void
add_stops (cairo_pattern_t *pattern, const Rim *rim)
{
  EwColor c = rim->color;

  for (int i = 0; i <= STOPS; i++) {
    double t = i / (double) STOPS, left = 1 - t;
    double strength = left * left * (3 - 2 * left);

    cairo_pattern_add_color_stop_rgba (pattern, rim->flat + (1 - rim->flat) * t,
                                       c.r, c.g, c.b, c.a * strength);
  }
}

static void
paint_part (cairo_t *cr, cairo_pattern_t *pattern, const Rim *rim, EwRect part)
{
  if (!ew_rect_is_empty (part)) {
    add_stops (pattern, rim);
    cairo_rectangle (cr, part.x, part.y, part.w, part.h);
    cairo_set_source (cr, pattern);
    cairo_fill (cr);
  }
  cairo_pattern_destroy (pattern);
}

/* @way: (±1, ±1), towards the corner. */
static void
paint_corner (cairo_t *cr, const Rim *rim, EwPoint way)
{
  EwRect core = rim->core;
  EwPoint at = { way.x < 0 ? core.x : core.x + core.w,
                 way.y < 0 ? core.y : core.y + core.h };
  EwPoint out = { at.x + way.x * rim->reach, at.y + way.y * rim->reach };

  paint_part (
      cr, cairo_pattern_create_radial (at.x, at.y, 0, at.x, at.y, rim->reach),
      rim, ew_rect_from_points (at, out));
}

/* @way: one of the four directions. */
static void
paint_side (cairo_t *cr, const Rim *rim, EwPoint way)
{
  EwRect core = rim->core, part = core;
  EwPoint at = { way.x < 0 ? core.x : core.x + core.w,
                 way.y < 0 ? core.y : core.y + core.h };

  if (way.x != 0) {
    part.x = way.x < 0 ? core.x - rim->reach : at.x;
    part.w = rim->reach;
  } else {
    part.y = way.y < 0 ? core.y - rim->reach : at.y;
    part.h = rim->reach;
  }
  paint_part (cr,
              cairo_pattern_create_linear (at.x, at.y,
                                           at.x + way.x * rim->reach,
                                           at.y + way.y * rim->reach),
              rim, part);
}

void
ew_cairo_shadow (cairo_t *cr, EwRect rect, double radius, EwColor color)
{
  Rim rim = make_rim (rect, radius, color);

  for (int way = -1; way <= 1; way += 2) {
    paint_side (cr, &rim, (EwPoint){ way, 0 });
    paint_side (cr, &rim, (EwPoint){ 0, way });
    paint_corner (cr, &rim, (EwPoint){ way, -1 });
    paint_corner (cr, &rim, (EwPoint){ way, 1 });
  }
}
