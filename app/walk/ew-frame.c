#include "ew-frame.h"

#include "ew-paint.h"
#include "ew-text-fit.h"

/* Of the captions, in thousandths of the picture's height. */
#define TEXT 36.0
#define BELOW 40.0

/* Without a track the whole board is seen. */
static EwView
view_at (const EwFrame *frame, gint64 ms)
{
  EwTrackMoment moment = ew_track_moment (frame->tour->track, ms);
  EwRect area = frame->area;
  EwView view = { { 0, 0 }, 1, area.w, area.h };

  if (moment.has_camera)
    return ew_track_view (&moment, area.w, area.h);
  return ew_view_fit (view, ew_board_extent (frame->board), area.h / 20, 1);
}

static void
paint_board (cairo_t *cr, const EwFrame *frame, gint64 ms, const EwView *view)
{
  const EwPalette *palette = ew_palette_get (frame->scheme);
  EwPen *pen = ew_cairo_pen_new (cr, palette, view->zoom);

  ew_cairo_pen_set_images (pen, &frame->images);
  cairo_save (cr);
  cairo_scale (cr, view->zoom, view->zoom);
  cairo_translate (cr, -view->origin.x, -view->origin.y);
  ew_paint_board_with (cr, pen, frame->board, ew_view_visible (view));
  ew_tour_paint (frame->tour, ms, frame->board, pen);
  cairo_restore (cr);
  ew_cairo_pen_free (pen);
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
ew_frame_paint (cairo_t *cr, const EwFrame *frame, gint64 ms)
{
  const EwPalette *palette = ew_palette_get (frame->scheme);
  EwView view = view_at (frame, ms);
  const EwCaption *caption = ew_captions_at (frame->tour->captions, ms);
  EwRect area = frame->area;

  cairo_save (cr);
  cairo_translate (cr, area.x, area.y);
  cairo_rectangle (cr, 0, 0, area.w, area.h);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, palette->canvas.r, palette->canvas.g,
                        palette->canvas.b);
  cairo_paint (cr);
  paint_board (cr, frame, ms, &view);
  if (frame->captions && caption)
    paint_caption (cr, caption->text, area);
  cairo_restore (cr);
}
