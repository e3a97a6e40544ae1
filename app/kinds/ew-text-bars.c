#include "ew-text-bars.h"

#include <math.h>

#define LETTER 0.54 /* mean width of a letter, in font sizes */
#define LEADING 1.3 /* height of a line, in font sizes        */
#define BAR 0.5 /* height of a bar, in font sizes         */
#define STRENGTH 0.4f
#define SEEN 0.5 /* output px: a bar thinner than this is but a haze */
#define COUNTED 2000 /* letters that are looked at             */

typedef struct {
  double widths[64]; /* of each bar, px */
  guint n;
} Bars;

double
ew_text_bars_size (const char *text, const EwTextStyle *style, EwRect box)
{
  glong letters = g_utf8_strlen (text, COUNTED);
  double area = letters * LETTER * LEADING;

  if (area <= 0)
    return style->size_max;
  return CLAMP (sqrt (box.w * box.h / area), style->size_min, style->size_max);
}

/* One paragraph as bars of full width and a rest. */
static void
add_paragraph (Bars *bars, double length, double width)
{
  do {
    bars->widths[bars->n++] = MIN (length, width);
    length -= width;
  } while (length > 0 && bars->n < G_N_ELEMENTS (bars->widths));
}

static Bars
measure (const char *text, double size, double width)
{
  const char *end = text + strnlen (text, COUNTED);
  Bars bars = { .n = 0 };

  for (const char *at = text; at < end;) {
    const char *stop = memchr (at, '\n', (gsize) (end - at));
    gssize bytes = (stop ? stop : end) - at;

    if (bars.n == G_N_ELEMENTS (bars.widths))
      break;
    add_paragraph (&bars, g_utf8_strlen (at, bytes) * LETTER * size, width);
    at += bytes + 1;
  }
  return bars;
}

static double
left_of (const EwTextStyle *style, EwRect box, double width)
{
  if (style->align == PANGO_ALIGN_CENTER)
    return box.x + (box.w - width) / 2;
  if (style->align == PANGO_ALIGN_RIGHT)
    return box.x + box.w - width;
  return box.x;
}

void
ew_text_bars_draw (EwPen *pen, const char *text, const EwTextStyle *style,
                   EwRect box, EwColor color)
{
  double size = ew_text_bars_size (text, style, box);
  double line = size * LEADING, bar = MIN (size * BAR, box.h);
  double top;
  Bars bars;
  guint n;

  if (bar * pen->scale < SEEN)
    return;
  bars = measure (text, size, box.w);
  n = MIN (bars.n, (guint) CLAMP (box.h / line, 1, 64));
  top = style->middle ? MAX (0, (box.h - n * line) / 2) : 0;
  for (guint i = 0; i < n; i++) {
    double y = box.y + top + i * line + MIN ((line - bar) / 2, box.h - bar);
    EwRect rect = { left_of (style, box, bars.widths[i]), y, bars.widths[i],
                    bar };

    ew_pen_fill_rect (pen, ew_rect_intersection (rect, box), bar / 2,
                      ew_color_with_alpha (color, color.a * STRENGTH));
  }
}
