/* A sticky note: a coloured square whose text always fits. */
#include "ew-kinds.h"

#include "ew-marks.h"
#include "ew-object-words.h"
#include "ew-text-fit.h"

#include <glib/gi18n-lib.h>

#define COLOR "yellow"
#define RADIUS 4.0
#define PADDING 12.0
#define FONT_MIN 10.0
#define FONT_MAX 24.0
#define FONT_SHARE 0.12 /* of the shorter side */
#define AUTHOR_FONT 10.0
#define AUTHOR_HEIGHT 18.0
#define AUTHOR_INSET 9.0
#define AUTHOR_ROOM 80.0 /* sides from here on have room for a name */
#define AUTHOR_STRENGTH 0.72f

typedef struct {
  EwObject object;
  char *color, *text;
} EwNote;

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  EW_BOX_FIELDS,
  { "color", N_ ("Colour"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwNote, color),
    .fallback = COLOR, .choices = ew_color_names },
  { "text", N_ ("Text"), EW_FIELD_TEXT, G_STRUCT_OFFSET (EwNote, text) },
  EW_FIELD_END,
};

/* A small note speaks in a small voice; beyond that the text shrinks until it
 * fits. */
static EwTextStyle
style_of (EwRect box)
{
  double size = MIN (box.w, box.h) * FONT_SHARE;

  return (EwTextStyle){ .size_max = CLAMP (size, FONT_MIN, FONT_MAX),
                        .size_min = FONT_MIN,
                        .align = PANGO_ALIGN_CENTER,
                        .middle = true,
                        .ellipsize = true,
                        .markdown = true,
                        .grows = true };
}

/* A tiny note keeps most of itself for its text. */
static EwRect
text_box (EwRect box)
{
  return ew_rect_grow (box, -MIN (PADDING, MIN (box.w, box.h) / 8));
}

/* Who wrote it, small, in the lower left corner; on a note that has room. */
static void
paint_author (const char *author, EwRect box, EwPen *pen, EwColor ink)
{
  static const EwTextStyle small = { .size_max = AUTHOR_FONT,
                                     .size_min = AUTHOR_FONT,
                                     .ellipsize = true };
  EwRect line = { box.x + AUTHOR_INSET, box.y + box.h - AUTHOR_HEIGHT,
                  box.w - 2 * AUTHOR_INSET, AUTHOR_HEIGHT };

  ew_text_draw (pen, author, &small, line,
                ew_color_with_alpha (ink, AUTHOR_STRENGTH));
}

static const char *
author_of (const EwObject *object, EwPen *pen)
{
  EwRect box = ew_object_box (object);

  if (MIN (box.w, box.h) < AUTHOR_ROOM)
    return NULL;
  return ew_pen_author (pen, object);
}

static void
note_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  const EwNote *note = (const EwNote *) object;
  EwRect box = ew_object_box (object);
  EwRect words = text_box (box);
  EwTextStyle style = style_of (box);
  EwColor fill = ew_palette_fill (pen->palette, note->color, COLOR);
  EwColor ink = ew_palette_ink_on (pen->palette, fill);
  const char *author = author_of (object, pen);

  ew_pen_shadow (pen, box, RADIUS);
  ew_pen_fill_rect (pen, box, RADIUS, fill);
  if (author) {
    words.h = MAX (box.y + box.h - AUTHOR_HEIGHT - words.y, 1);
    paint_author (author, box, pen, ink);
  }
  ew_text_draw (pen, note->text, &style, words, ink);
  ew_marks_paint (object, board, pen);
}

static void
note_text_spot (const EwObject *object, const EwBoard *board, EwTextSpot *spot)
{
  EwRect box = ew_object_box (object);

  spot->box = text_box (box);
  spot->style = style_of (box);
  spot->color = ((const EwNote *) object)->color;
}

static const char *
count (guint n)
{
  return g_dngettext (GETTEXT_PACKAGE, "%u note", "%u notes", n);
}

const EwKind ew_kind_note = {
  .name = "note",
  .title = N_ ("Sticky Note"),
  .count = count,
  .icon = "ew-note-symbolic",
  .shortcut = "N",
  .flags = EW_KIND_BOX,
  .layer = EW_LAYER_OBJECTS,
  .type = { fields, sizeof (EwNote) },
  .text = "text",
  .size = { 200, 200 },
  .paint = note_paint,
  .text_spot = note_text_spot,
  .to_text = ew_object_words,
};
