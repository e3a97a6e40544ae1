/* Text that fits a box: the font shrinks step by step until it does.
 *
 * Text from a file may be anything, so what is laid out is bounded: at most
 * EW_TEXT_SHOWN_MAX characters, and a word of no end breaks anywhere, because
 * Pango's word wrapping is quadratic in it. */
#pragma once

#include "ew-pen.h"

G_BEGIN_DECLS

#define EW_TEXT_SHOWN_MAX 4000
#define EW_FONT_FAMILY "Cantarell, Noto Sans, Sans"
/* With `ellipsize`, no ink lies further outside the box than this, px. */
#define EW_TEXT_OVERHANG 3.0

/* The context that every pen lays text out with, so that a line breaks at the
 * same word on the screen and in a picture, at any zoom: no hinting, glyphs at
 * fractions of a pixel.  Of the calling thread's font map.
 * Returns: (transfer full). */
PangoContext *ew_text_context_new (void);

typedef struct {
  double size_max, size_min; /* font size, px of the board */
  bool bold;
  PangoAlignment align;
  bool middle; /* centred from top to bottom, else from the top */
  bool ellipsize; /* what does not fit at size_min ends in "…"; otherwise it
                     overflows, and the caller clips or grows    */
  bool markdown; /* shown formatted, see ew-markdown.h; else as it is */
  bool grows; /* the box becomes higher when the text does not fit at size_min,
                 see ew_object_fit_text() */
} EwTextStyle;

/* Lays @text out in a width of @width px without shrinking below what a single
 * size of @style->size_max gives.  Returns: (transfer full). */
PangoLayout *ew_text_layout (PangoContext *pango, const char *text,
                             const EwTextStyle *style, double width);
/* Logical width and height, px. */
EwPoint ew_text_layout_size (PangoLayout *layout);
/* The same of @text, for who has no pen: bounds, and boxes that grow.  Costs a
 * layout, so ask once for each value. */
EwPoint ew_text_measure (const char *text, const EwTextStyle *style,
                         double width);

/* Draws @text inside @box by @style: letters, or grey bars when they would be
 * too small to read.  Empty text draws nothing. */
void ew_text_draw (EwPen *pen, const char *text, const EwTextStyle *style,
                   EwRect box, EwColor color);

/* The font size ew_text_draw() would use, px: an editor that opens over the
 * text starts with the same. */
double ew_text_fit_size (PangoContext *pango, const char *text,
                         const EwTextStyle *style, EwRect box);

/* Whether an editor can lay @text out as it is, unbounded: one word of no end,
 * or a pile of marks on one letter, would stall it. */
bool ew_text_can_be_typed (const char *text);

/* How the lines of @text really lie: a list reads from the left. */
PangoAlignment ew_text_alignment (const char *text, const EwTextStyle *style);

/* What lies under a point of a text as ew_text_draw() draws it. */
typedef struct {
  gssize tick; /* byte of the text, between [ and ]; -1: no tick box */
  char *url; /* of a link, safe to open; NULL: none                */
} EwTextHit;
void ew_text_hit_clear (EwTextHit *hit);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EwTextHit, ew_text_hit_clear)
/* Returns: whether there is either. */
bool ew_text_hit_find (const char *text, const EwTextStyle *style, EwRect box,
                       EwPoint point, EwTextHit *hit);

/* Where the text of an object is edited in place, and how it looks there. */
struct _EwTextSpot {
  EwRect box; /* px of the board */
  EwTextStyle style;
  const char *color; /* stored colour under the text; "" is the canvas */
};

G_END_DECLS
