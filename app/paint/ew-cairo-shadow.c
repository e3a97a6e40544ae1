#include "ew-cairo-shadow.h"

#include "ew-shadow.h"

static cairo_pattern_t *
make_gradient (const EwShadowPart *part, double reach)
{
  EwPoint from = part->from, way = part->way;

  if (way.x != 0 && way.y != 0)
    return cairo_pattern_create_radial (from.x, from.y, 0, from.x, from.y,
                                        reach);
  return cairo_pattern_create_linear (from.x, from.y, from.x + way.x * reach,
                                      from.y + way.y * reach);
}

static void
add_stops (cairo_pattern_t *pattern, double flat, EwColor c)
{
  for (guint i = 0; i <= EW_SHADOW_STOPS; i++) {
    double strength, at = ew_shadow_stop (flat, i, &strength);

    cairo_pattern_add_color_stop_rgba (pattern, at, c.r, c.g, c.b,
                                       c.a * strength);
  }
}

static void
paint_part (cairo_t *cr, const EwShadow *shadow, guint index, EwColor color)
{
  EwShadowPart part = ew_shadow_part (shadow, index);
  cairo_pattern_t *pattern;

  if (ew_rect_is_empty (part.area))
    return;
  pattern = make_gradient (&part, shadow->reach);
  add_stops (pattern, shadow->flat, color);
  cairo_rectangle (cr, part.area.x, part.area.y, part.area.w, part.area.h);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

void
ew_cairo_shadow (cairo_t *cr, EwRect rect, double radius, EwColor color)
{
  EwShadow shadow = ew_shadow_of (rect, radius);

  for (guint i = 0; i < EW_SHADOW_PARTS; i++)
    paint_part (cr, &shadow, i, color);
}
