#include "ew-paint.h"

#include "ew-cairo-pen.h"

#define THUMBNAIL_MARGIN 24.0 /* px of the board around it */

typedef struct {
  cairo_t *cr;
  const EwBoard *board;
  EwPen *pen;
  EwRect area;
  double pin_scale; /* px of the board per px of a pin */
} Job;

static void
find_tip_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  Job *job = data;
  EwPoint tip = ew_board_anchor_point (job->board, anchor);

  cairo_translate (job->cr, tip.x, tip.y);
  cairo_scale (job->cr, job->pin_scale, job->pin_scale);
  cairo_translate (job->cr, -tip.x, -tip.y);
}

/* A pin keeps its size at any scale: it is painted as at 100 % around its
 * tip. */
static void
paint_pin (Job *job, const EwObject *pin)
{
  double scale = job->pen->scale;

  cairo_save (job->cr);
  ew_object_each_anchor (pin, find_tip_cb, job);
  job->pen->scale = scale * job->pin_scale;
  ew_object_paint (pin, job->board, job->pen);
  job->pen->scale = scale;
  cairo_restore (job->cr);
}

/* How far a pin reaches from where it would be at 100 %. */
static EwRect
grown_area (const Job *job)
{
  return ew_rect_grow (job->area, 64 * job->pin_scale);
}

static void
paint_at (Job *job, guint index)
{
  const EwObject *object = ew_board_at (job->board, index);
  EwRect bounds = ew_board_bounds_at (job->board, index);

  if (ew_kind_has (object->kind, EW_KIND_PIN)) {
    if (ew_rect_intersects (bounds, grown_area (job)))
      paint_pin (job, object);
    return;
  }
  if (ew_rect_intersects (bounds, job->area))
    ew_object_paint (object, job->board, job->pen);
}

static void
paint_all (Job *job)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  /* Wide enough for pins, which look again for themselves. */
  ew_board_find_in (job->board, grown_area (job), found);
  ew_board_drop_buried (job->board, found);
  for (guint i = 0; i < found->len; i++)
    paint_at (job, g_array_index (found, guint, i));
}

void
ew_paint_board_with (cairo_t *cr, EwPen *pen, const EwBoard *board, EwRect area)
{
  Job job = { .cr = cr, .board = board, .pen = pen, .area = area };

  g_return_if_fail (cr != NULL && pen != NULL && board != NULL);
  g_return_if_fail (pen->scale > 0);

  job.pin_scale = 1 / pen->scale;
  paint_all (&job);
}

void
ew_paint_board (cairo_t *cr, const EwBoard *board, EwRect area,
                const EwPalette *palette, double scale)
{
  EwPen *pen;

  g_return_if_fail (cr != NULL && board != NULL && palette != NULL);

  pen = ew_cairo_pen_new (cr, palette, scale);
  ew_paint_board_with (cr, pen, board, area);
  ew_cairo_pen_free (pen);
}

void
ew_paint_objects (EwPen *pen, const EwBoard *board, EwRect area)
{
  g_return_if_fail (pen != NULL && board != NULL);

  for (guint i = 0; i < ew_board_size (board); i++)
    if (ew_rect_intersects (ew_board_bounds_at (board, i), area))
      ew_object_paint (ew_board_at (board, i), board, pen);
}

static void
paint_canvas (cairo_t *cr, const EwPalette *palette)
{
  EwColor c = palette->canvas;

  cairo_set_source_rgb (cr, c.r, c.g, c.b);
  cairo_paint (cr);
}

cairo_surface_t *
ew_paint_thumbnail (const EwBoard *board, int max_px, const EwPalette *palette)
{
  EwRect area = ew_rect_grow (ew_board_extent (board), THUMBNAIL_MARGIN);
  double scale = MIN (1, max_px / MAX (area.w, area.h));
  int width = CLAMP ((int) (area.w * scale), 1, max_px);
  int height = CLAMP ((int) (area.h * scale), 1, max_px);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  EwPen *pen;

  paint_canvas (cr, palette);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  pen = ew_cairo_pen_new (cr, palette, scale);
  ew_paint_objects (pen, board, area);
  ew_cairo_pen_free (pen);
  cairo_destroy (cr);
  return surface;
}
