/* A frame: an area with a title that owns what is dropped into it.
 *
 * Only its title and its edge can be pressed, so that what lies inside is
 * reached, and a selection can be drawn there. */
#include "ew-kinds.h"

#include "ew-marks.h"
#include "ew-text-fit.h"

#include <glib/gi18n-lib.h>

#define RADIUS 10.0
#define STROKE 1.2
#define TITLE_HEIGHT 26.0 /* from its top to the frame's edge */
#define TITLE_WIDTH_MIN 80.0 /* so that a narrow frame has a name too */
#define TINT 0.35f

typedef struct {
  EwObject object;
  char *color, *title;
} EwFrame;

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  { "color", N_ ("Colour"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwFrame, color),
    .choices = ew_color_names },
  { "title", N_ ("Title"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwFrame, title),
    .is_prose = true },
  EW_FIELD_END,
};

static const EwTextStyle style = {
  .size_max = 16,
  .size_min = 16,
  .bold = true,
  .align = PANGO_ALIGN_LEFT,
  .ellipsize = true,
};

static EwRect
title_box (EwRect box)
{
  return (EwRect){ box.x + 2, box.y - TITLE_HEIGHT,
                   MAX (box.w - 4, TITLE_WIDTH_MIN), TITLE_HEIGHT - 5 };
}

static void
frame_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwFrame *frame = (const EwFrame *) object;
  const EwPalette *palette = pen->palette;
  EwRect box = ew_object_box (object);
  EwColor fill = palette->frame, line = palette->frame_line;

  if (*frame->color) {
    line = ew_palette_stroke (palette, frame->color, "grey");
    fill = ew_palette_fill (palette, frame->color, "grey");
    fill = ew_color_with_alpha (fill, TINT);
  }
  ew_pen_fill_rect (pen, box, RADIUS, fill);
  ew_pen_stroke_rect (pen, ew_rect_grow (box, -STROKE / 2), RADIUS, line,
                      STROKE);
  ew_text_draw (pen, frame->title, &style, title_box (box), palette->ink);
  ew_marks_paint (object, board, pen);
}

static EwRect
frame_bounds (const EwObject *object, const EwBoard *board)
{
  EwRect box = ew_object_box (object);

  return ew_rect_grow (ew_rect_union (box, title_box (box)), EW_TEXT_OVERHANG);
}

static bool
frame_hit (const EwObject *object, const EwBoard *board, EwPoint point,
           double slop)
{
  const EwFrame *frame = (const EwFrame *) object;
  EwRect box = ew_object_box (object);
  double band = MAX (slop, 2);

  if (*frame->title && ew_rect_contains (title_box (box), point))
    return true;
  return ew_rect_contains (ew_rect_grow (box, band), point) &&
         !ew_rect_contains (ew_rect_grow (box, -band), point);
}

static void
frame_text_spot (const EwObject *object, const EwBoard *board, EwTextSpot *spot)
{
  spot->box = title_box (ew_object_box (object));
  spot->style = style;
  spot->color = "";
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u frame", "%u frames", n);
}

const EwKind ew_kind_frame = {
  .name = "frame",
  .title = N_ ("Frame"),
  .count = count,
  .icon = "ew-frame-symbolic",
  .shortcut = "F",
  .flags = EW_KIND_BOX | EW_KIND_CONTAINER | EW_KIND_HOLLOW,
  .layer = EW_LAYER_FRAMES,
  .type = { fields, sizeof (EwFrame) },
  .text = "title",
  .size = { 640, 480 },
  .paint = frame_paint,
  .hit = frame_hit,
  .bounds = frame_bounds,
  .text_spot = frame_text_spot,
};
