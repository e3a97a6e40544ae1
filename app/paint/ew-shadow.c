#include "ew-shadow.h"

#define SPREAD 8.0 /* px that it reaches out, and in */
#define DROP 2.0 /* px that it falls               */

EwShadow
ew_shadow_of (EwRect rect, double radius)
{
  double half = MIN (rect.w, rect.h) / 2;
  double inset = MIN (MAX (radius, SPREAD), half);
  double fade = MIN (SPREAD, inset);
  EwShadow shadow = { .reach = inset + SPREAD };

  rect.y += DROP;
  shadow.core = (EwRect){ rect.x + inset, rect.y + inset, rect.w - 2 * inset,
                          rect.h - 2 * inset };
  shadow.flat = (inset - fade) / shadow.reach;
  return shadow;
}

/* Where the part begins and how long it is, on one axis. */
static void
find_extent (double start, double length, double reach, double way,
             double extent[2])
{
  extent[0] = way < 0 ? start - reach : way > 0 ? start + length : start;
  extent[1] = way == 0 ? length : reach;
}

EwShadowPart
ew_shadow_part (const EwShadow *shadow, guint index)
{
  static const EwPoint ways[EW_SHADOW_PARTS] = {
    { -1, 0 }, { 0, -1 }, { -1, -1 }, { -1, 1 },
    { 1, 0 },  { 0, 1 },  { 1, -1 },  { 1, 1 },
  };
  EwRect core = shadow->core;
  EwPoint way = ways[index];
  double x[2], y[2];

  find_extent (core.x, core.w, shadow->reach, way.x, x);
  find_extent (core.y, core.h, shadow->reach, way.y, y);
  return (EwShadowPart){ .area = { x[0], y[0], x[1], y[1] },
                         .way = way,
                         .from = { way.x < 0 ? core.x : core.x + core.w,
                                   way.y < 0 ? core.y : core.y + core.h } };
}

/* Dark inside, nothing outside, and like a blur between. */
double
ew_shadow_stop (double flat, guint index, double *strength)
{
  double t = index / (double) EW_SHADOW_STOPS, left = 1 - t;

  *strength = left * left * (3 - 2 * left);
  return flat + (1 - flat) * t;
}
