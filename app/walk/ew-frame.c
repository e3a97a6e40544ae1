#include "ew-frame.h"

#include "ew-cairo-pen.h"
#include "ew-paint.h"
#include "ew-text-fit.h"

/* Of the captions, in thousandths of the picture's height. */
#define TEXT 36.0
#define BELOW 40.0

/* Without a track the whole board is seen. */
static EwView
view_at (const EwTour *tour, const EwBoard *board, gint64 ms, EwRect area)
{
  EwTrackMoment moment = ew_track_moment (tour->track, ms);
  EwView view = { { 0, 0 }, 1, area.w, area.h };

  if (moment.has_camera)
    return ew_track_view (&moment, area.w, area.h);
  return ew_view_fit (view, ew_board_extent (board), area.h / 20, 1);
}

static void
paint_board (cairo_t *cr, const EwTour *tour, const EwBoard *board, gint64 ms,
             const EwView *view)
{
  const EwPalette *palette = ew_palette_get (EW_SCHEME_LIGHT);
  EwPen *pen;

  cairo_save (cr);
  cairo_scale (cr, view->zoom, view->zoom);
  cairo_translate (cr, -view->origin.x, -view->origin.y);
  ew_paint_board (cr, board, ew_view_visible (view), palette, view->zoom);
  pen = ew_cairo_pen_new (cr, palette, view->zoom);
  ew_tour_paint (tour, ms, board, pen);
  ew_cairo_pen_free (pen);
  cairo_restore (cr);
}

static void
paint_caption (cairo_t *cr, const char *text, EwRect area)
{
  double size = area.h * TEXT / 1000;
  EwTextStyle style = { .size_max = size,
                        .size_min = size / 2,
                        .align = PANGO_ALIGN_CENTER,
                        .middle = true };
  EwPen *pen = ew_cairo_pen_new (cr, ew_palette_get (EW_SCHEME_LIGHT), 1);
  EwRect box = { area.w * 0.1, area.h - size * 4 - area.h * BELOW / 1000,
                 area.w * 0.8, size * 4 };

  ew_pen_fill_rect (pen, box, size / 2, (EwColor){ 0, 0, 0, 0.72f });
  ew_text_draw (pen, text, &style, ew_rect_grow (box, -size / 3),
                (EwColor){ 1, 1, 1, 1 });
  ew_cairo_pen_free (pen);
}

void
ew_frame_paint (cairo_t *cr, const EwTour *tour, const EwBoard *board,
                gint64 ms, EwRect area, bool captions)
{
  const EwPalette *palette = ew_palette_get (EW_SCHEME_LIGHT);
  EwView view = view_at (tour, board, ms, area);
  const EwCaption *caption = ew_captions_at (tour->captions, ms);

  cairo_save (cr);
  cairo_translate (cr, area.x, area.y);
  cairo_rectangle (cr, 0, 0, area.w, area.h);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, palette->canvas.r, palette->canvas.g,
                        palette->canvas.b);
  cairo_paint (cr);
  paint_board (cr, tour, board, ms, &view);
  if (captions && caption)
    paint_caption (cr, caption->text, area);
  cairo_restore (cr);
}
