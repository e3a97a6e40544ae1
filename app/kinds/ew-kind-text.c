/* Text right on the canvas: as wide as it was made, as high as it needs. */
#include "ew-kinds.h"

#include "ew-marks.h"
#include "ew-object-words.h"
#include "ew-text-fit.h"

#include <glib/gi18n-lib.h>

#define FONT "20"
#define FONT_MIN 6
#define FONT_MAX 400
#define PADDING 4.0

typedef struct {
  EwObject object;
  char *color, *text;
  gint64 font; /* px */
} EwText;

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  { "color", N_ ("Colour"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwText, color),
    .choices = ew_color_names },
  { "font", N_ ("Font Size"), EW_FIELD_INT, G_STRUCT_OFFSET (EwText, font),
    .fallback = FONT, .unit = N_ ("px") },
  { "text", N_ ("Text"), EW_FIELD_TEXT, G_STRUCT_OFFSET (EwText, text) },
  EW_FIELD_END,
};

static EwTextStyle
style_of (const EwText *text)
{
  double size = CLAMP (text->font, FONT_MIN, FONT_MAX);

  return (EwTextStyle){ .size_max = size,
                        .size_min = size,
                        .align = PANGO_ALIGN_LEFT,
                        .ellipsize = true,
                        .markdown = true };
}

/* The stored height is what it was on the machine where it was typed; with
 * other fonts the same words may need more. */
static EwRect
grown_box (const EwText *text)
{
  EwRect box = ew_object_box (&text->object);
  EwTextStyle style = style_of (text);
  EwPoint size = ew_text_measure (text->text, &style, box.w - 2 * PADDING);

  box.h = MAX (box.h, size.y + 2 * PADDING);
  return box;
}

static EwRect
text_box (EwRect box)
{
  return (EwRect){ box.x + PADDING, box.y + PADDING,
                   MAX (box.w - 2 * PADDING, 1), box.h - 2 * PADDING };
}

static void
text_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwText *text = (const EwText *) object;
  EwTextStyle style = style_of (text);
  EwRect box = grown_box (text);

  ew_text_draw (pen, text->text, &style, text_box (box),
                ew_palette_stroke (pen->palette, text->color, NULL));
  ew_marks_paint (object, board, pen);
}

static EwRect
text_bounds (const EwObject *object, const EwBoard *board)
{
  return ew_rect_grow (grown_box ((const EwText *) object), EW_TEXT_OVERHANG);
}

/* Only a point below the stored box is worth a measurement. */
static bool
text_hit (const EwObject *object, const EwBoard *board, EwPoint point,
          double slop)
{
  EwRect box = ew_object_box (object);

  if (point.x < box.x || point.x >= box.x + box.w || point.y < box.y)
    return false;
  return point.y < box.y + box.h ||
         ew_rect_contains (grown_box ((const EwText *) object), point);
}

static void
text_spot (const EwObject *object, const EwBoard *board, EwTextSpot *spot)
{
  const EwText *text = (const EwText *) object;

  spot->box = text_box (grown_box (text));
  spot->style = style_of (text);
  spot->color = "";
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u text", "%u texts", n);
}

const EwKind ew_kind_text = {
  .name = "text",
  .title = N_ ("Text"),
  .count = count,
  .icon = "ew-text-symbolic",
  .shortcut = "T",
  .flags = EW_KIND_BOX | EW_KIND_GROWS,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwText) },
  .text = "text",
  .size = { 240, 34 },
  .paint = text_paint,
  .hit = text_hit,
  .bounds = text_bounds,
  .text_spot = text_spot,
  .to_text = ew_object_words,
};
