#include "ew-cairo-pen.h"

#include "ew-cairo-shadow.h"
#include "ew-text-fit.h"

#include <pango/pangocairo.h>

/* cairo counts in 24.8 bits; beyond this, device coordinates wrap round. */
#define DEVICE_MAX 2097152.0

typedef struct {
  EwPen pen;
  cairo_t *cr;
  EwCairoImages images; /* without a get: none */
} CairoPen;

typedef struct {
  EwPoint low, high;
} Limits;

static void
set_color (cairo_t *cr, EwColor c)
{
  cairo_set_source_rgba (cr, c.r, c.g, c.b, c.a);
}

static EwPoint
limited (const Limits *limits, EwPoint p)
{
  return (EwPoint){ CLAMP (p.x, limits->low.x, limits->high.x),
                    CLAMP (p.y, limits->low.y, limits->high.y) };
}

/* What cairo can count, in px of the board.  The board's own axes are never
 * turned, so two corners are enough. */
static Limits
find_limits (cairo_t *cr)
{
  Limits limits = { { -DEVICE_MAX, -DEVICE_MAX }, { DEVICE_MAX, DEVICE_MAX } };

  cairo_device_to_user (cr, &limits.low.x, &limits.low.y);
  cairo_device_to_user (cr, &limits.high.x, &limits.high.y);
  return limits;
}

static EwRect
limits_rect (cairo_t *cr)
{
  Limits limits = find_limits (cr);

  return ew_rect_from_points (limits.low, limits.high);
}

static void
trace_step (cairo_t *cr, const EwPathStep *step, const Limits *limits)
{
  EwPoint p[3];

  for (int i = 0; i < 3; i++)
    p[i] = limited (limits, step->p[i]);
  switch (step->verb) {
  case EW_PATH_MOVE:
    cairo_move_to (cr, p[0].x, p[0].y);
    break;
  case EW_PATH_LINE:
    cairo_line_to (cr, p[0].x, p[0].y);
    break;
  case EW_PATH_CURVE:
    cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
    break;
  case EW_PATH_CLOSE:
    cairo_close_path (cr);
    break;
  }
}

static void
trace (cairo_t *cr, const EwPath *path)
{
  Limits limits = find_limits (cr);
  gsize n;
  const EwPathStep *steps = ew_path_steps (path, &n);

  cairo_new_path (cr);
  for (gsize i = 0; i < n; i++)
    trace_step (cr, &steps[i], &limits);
}

static void
pen_fill (EwPen *pen, const EwPath *path, EwColor color)
{
  cairo_t *cr = ((CairoPen *) pen)->cr;

  trace (cr, path);
  set_color (cr, color);
  cairo_set_fill_rule (cr, ew_path_is_winding (path)
                               ? CAIRO_FILL_RULE_WINDING
                               : CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
}

static void
pen_box (EwPen *pen, EwRect rect, double radius, EwColor color)
{
  cairo_t *cr = ((CairoPen *) pen)->cr;

  if (!ew_pen_is_sharp (pen, radius)) {
    g_autoptr (EwPath) path = ew_path_new_rounded (rect, radius);

    pen_fill (pen, path, color);
    return;
  }
  rect = ew_rect_intersection (rect, limits_rect (cr));
  if (ew_rect_is_empty (rect))
    return;
  set_color (cr, color);
  cairo_rectangle (cr, rect.x, rect.y, rect.w, rect.h);
  cairo_fill (cr);
}

static void
pen_stroke (EwPen *pen, const EwPath *path, EwColor color, double width,
            const double *dashes, gsize n_dashes)
{
  cairo_t *cr = ((CairoPen *) pen)->cr;

  trace (cr, path);
  set_color (cr, color);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, dashes, (int) n_dashes, 0);
  cairo_stroke (cr);
}

static void
pen_text (EwPen *pen, PangoLayout *layout, EwPoint at, EwColor color)
{
  cairo_t *cr = ((CairoPen *) pen)->cr;

  if (!ew_rect_contains (limits_rect (cr), at))
    return;
  set_color (cr, color);
  cairo_move_to (cr, at.x, at.y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
pen_shadow (EwPen *pen, EwRect rect, double radius, EwColor color)
{
  cairo_t *cr = ((CairoPen *) pen)->cr;

  ew_cairo_shadow (cr, ew_rect_intersection (rect, limits_rect (cr)), radius,
                   color);
}

static void
pen_push_clip (EwPen *pen, EwRect rect, double radius)
{
  cairo_t *cr = ((CairoPen *) pen)->cr;
  g_autoptr (EwPath) path = ew_path_new_rounded (rect, radius);

  cairo_save (cr);
  trace (cr, path);
  cairo_clip (cr);
}

static void
pen_pop_clip (EwPen *pen)
{
  cairo_restore (((CairoPen *) pen)->cr);
}

static void
pen_push_turn (EwPen *pen, EwPoint center, double degrees)
{
  cairo_t *cr = ((CairoPen *) pen)->cr;

  cairo_save (cr);
  cairo_translate (cr, center.x, center.y);
  cairo_rotate (cr, degrees * G_PI / 180);
  cairo_translate (cr, -center.x, -center.y);
}

static void
stretch_over (cairo_t *cr, cairo_surface_t *surface, EwRect rect)
{
  double w = cairo_image_surface_get_width (surface);
  double h = cairo_image_surface_get_height (surface);

  cairo_save (cr);
  cairo_translate (cr, rect.x, rect.y);
  cairo_scale (cr, rect.w / w, rect.h / h);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, w, h);
  cairo_fill (cr);
  cairo_restore (cr);
}

static bool
pen_image (EwPen *pen, const char *asset, EwRect rect, const char **reason)
{
  CairoPen *self = (CairoPen *) pen;
  cairo_surface_t *surface = NULL;

  if (self->images.get)
    surface = self->images.get (asset, MAX (rect.w, rect.h) * pen->scale,
                                reason, self->images.data);
  if (!surface)
    return false;
  stretch_over (self->cr, surface, rect);
  cairo_surface_destroy (surface);
  return true;
}

static const EwPenClass class = {
  .fill = pen_fill,
  .stroke = pen_stroke,
  .text = pen_text,
  .shadow = pen_shadow,
  .push_clip = pen_push_clip,
  .pop_clip = pen_pop_clip,
  .image = pen_image,
  .box = pen_box,
  .push_turn = pen_push_turn,
  .pop_turn = pen_pop_clip,
};

EwPen *
ew_cairo_pen_new (cairo_t *cr, const EwPalette *palette, double scale)
{
  CairoPen *self;

  g_return_val_if_fail (cr != NULL && palette != NULL, NULL);

  self = g_new0 (CairoPen, 1);
  self->cr = cr;
  self->pen.class = &class;
  self->pen.palette = palette;
  self->pen.scale = scale;
  self->pen.pango = ew_text_context_new ();
  return &self->pen;
}

void
ew_cairo_pen_set_images (EwPen *pen, const EwCairoImages *images)
{
  CairoPen *self = (CairoPen *) pen;

  g_return_if_fail (pen != NULL && pen->class == &class);

  self->images = images ? *images : (EwCairoImages){ 0 };
}

void
ew_cairo_pen_free (EwPen *pen)
{
  if (!pen)
    return;
  g_object_unref (pen->pango);
  g_free (pen);
}
