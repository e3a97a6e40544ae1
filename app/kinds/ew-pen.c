#include "ew-pen.h"

#define DASHES_MAX 10000
/* Output px: corners rounder than this are seen to be round. */
#define VISIBLE_RADIUS 1.25
/* Output px of the line that is left of a shadow from far away … */
#define RIM 1.0
/* … around what is at least so large. */
#define RIMMED 5.0

bool
ew_pen_is_readable (const EwPen *pen, double font_px)
{
  return font_px * pen->scale >= EW_PEN_READABLE;
}

bool
ew_pen_is_sharp (const EwPen *pen, double radius)
{
  return radius * pen->scale < VISIBLE_RADIUS;
}

const char *
ew_pen_author (const EwPen *pen, const EwObject *object)
{
  return pen->author ? pen->author (object, pen->author_data) : NULL;
}

void
ew_pen_fill (EwPen *pen, const EwPath *path, EwColor color)
{
  g_return_if_fail (pen != NULL);
  g_return_if_fail (path != NULL);

  if (color.a > 0)
    pen->class->fill (pen, path, color);
}

void
ew_pen_fill_rect (EwPen *pen, EwRect rect, double radius, EwColor color)
{
  g_autoptr (EwPath) path = NULL;

  g_return_if_fail (pen != NULL);

  if (ew_rect_is_empty (rect) || color.a <= 0)
    return;
  radius = CLAMP (radius, 0, MIN (rect.w, rect.h) / 2);
  if (pen->class->box) {
    pen->class->box (pen, rect, radius, color);
    return;
  }
  path = ew_path_new_rounded (rect, radius);
  ew_pen_fill (pen, path, color);
}

/* Each dash is worked out, seen or not: a line a million px long would stall
 * the program.  Nobody can tell so many dashes from a line. */
static bool
can_be_dashed (const EwPath *path, double dash)
{
  EwRect bounds = ew_path_bounds (path);

  return dash > 0 && (bounds.w + bounds.h) / dash <= DASHES_MAX;
}

static void
stroke (EwPen *pen, const EwPath *path, EwColor color, double width,
        double dash)
{
  double dashes[] = { dash, dash };
  gsize n;

  g_return_if_fail (pen != NULL);
  g_return_if_fail (path != NULL);

  n = can_be_dashed (path, dash) ? G_N_ELEMENTS (dashes) : 0;

  if (color.a > 0 && width > 0)
    pen->class->stroke (pen, path, color, width, dashes, n);
}

void
ew_pen_stroke (EwPen *pen, const EwPath *path, EwColor color, double width)
{
  stroke (pen, path, color, width, 0);
}

void
ew_pen_stroke_dashed (EwPen *pen, const EwPath *path, EwColor color,
                      double width, double dash)
{
  stroke (pen, path, color, width, dash);
}

void
ew_pen_stroke_rect (EwPen *pen, EwRect rect, double radius, EwColor color,
                    double width)
{
  g_autoptr (EwPath) path = ew_path_new_rounded (rect, radius);

  if (!ew_rect_is_empty (rect))
    stroke (pen, path, color, width, 0);
}

void
ew_pen_text (EwPen *pen, PangoLayout *layout, EwPoint at, EwColor color)
{
  g_return_if_fail (pen != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  pen->class->text (pen, layout, at, color);
}

/* It tells a note from a neighbour of its colour, be the gap between them less
 * than a px. */
static void
fill_rim (EwPen *pen, EwRect rect, double radius)
{
  double rim = RIM / pen->scale;

  if (MIN (rect.w, rect.h) * pen->scale >= RIMMED)
    ew_pen_fill_rect (pen, ew_rect_grow (rect, rim), radius + rim,
                      pen->palette->shadow);
}

void
ew_pen_shadow (EwPen *pen, EwRect rect, double radius)
{
  g_return_if_fail (pen != NULL);

  if (ew_rect_is_empty (rect))
    return;
  if (pen->scale >= EW_PEN_SHADED)
    pen->class->shadow (pen, rect, radius, pen->palette->shadow);
  else
    fill_rim (pen, rect, radius);
}

void
ew_pen_push_clip (EwPen *pen, EwRect rect, double radius)
{
  g_return_if_fail (pen != NULL);

  pen->class->push_clip (pen, rect, radius);
}

void
ew_pen_pop_clip (EwPen *pen)
{
  g_return_if_fail (pen != NULL);

  pen->class->pop_clip (pen);
}

void
ew_pen_push_turn (EwPen *pen, EwPoint center, double degrees)
{
  g_return_if_fail (pen != NULL);

  pen->class->push_turn (pen, center, degrees);
}

void
ew_pen_pop_turn (EwPen *pen)
{
  g_return_if_fail (pen != NULL);

  pen->class->pop_turn (pen);
}

bool
ew_pen_image (EwPen *pen, const char *asset, EwRect rect, const char **reason)
{
  g_return_val_if_fail (pen != NULL && asset != NULL && reason != NULL, false);

  *reason = NULL;
  if (!pen->class->image || !*asset || ew_rect_is_empty (rect))
    return false;
  return pen->class->image (pen, asset, rect, reason);
}
