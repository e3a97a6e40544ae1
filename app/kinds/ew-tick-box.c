#include "ew-tick-box.h"

#include <string.h>

#define SIZE 0.82 /* of the blank's width */
#define RADIUS 0.2 /* of the size, as all below */
#define LINE 0.1
#define LINE_MIN 0.8 /* px */
#define ROOM 0.25 /* around it, that belongs to it under a finger */

/* False when a cut left no room for it. */
static bool
place (PangoLayout *layout, const EwMarkBox *box, EwPoint at, EwRect *rect)
{
  PangoRectangle blank;
  double size;

  pango_layout_index_to_pos (layout, (int) box->at, &blank);
  size = ABS (blank.width) * SIZE / PANGO_SCALE;
  *rect =
      (EwRect){ at.x + (blank.x + blank.width / 2.0) / PANGO_SCALE - size / 2,
                at.y + (blank.y + blank.height / 2.0) / PANGO_SCALE - size / 2,
                size, size };
  return size > 0;
}

/* The text is cut from behind. */
static guint
count_shown (PangoLayout *layout, const EwMarkdown *markdown)
{
  gsize length = strlen (pango_layout_get_text (layout));
  guint n = 0;

  while (n < markdown->boxes->len &&
         g_array_index (markdown->boxes, EwMarkBox, n).at < length)
    n++;
  return n;
}

static void
draw_tick (EwPen *pen, EwRect box, EwColor color, double width)
{
  g_autoptr (EwPath) tick = ew_path_new ();

  ew_path_move (tick, (EwPoint){ box.x + box.w * 0.22, box.y + box.h * 0.52 });
  ew_path_line (tick, (EwPoint){ box.x + box.w * 0.42, box.y + box.h * 0.72 });
  ew_path_line (tick, (EwPoint){ box.x + box.w * 0.78, box.y + box.h * 0.28 });
  ew_pen_stroke (pen, tick, color, width);
}

static void
draw_one (EwPen *pen, EwRect rect, bool ticked, EwColor color)
{
  double width = MAX (rect.w * LINE, LINE_MIN);

  ew_pen_stroke_rect (pen, ew_rect_grow (rect, -width / 2), rect.w * RADIUS,
                      color, width);
  if (ticked)
    draw_tick (pen, rect, color, width * 1.4);
}

void
ew_tick_boxes_draw (EwPen *pen, PangoLayout *layout, EwPoint at, EwColor color)
{
  const EwMarkdown *markdown = ew_layout_markdown (layout);
  guint n = markdown ? count_shown (layout, markdown) : 0;

  for (guint i = 0; i < n; i++) {
    const EwMarkBox *box = &g_array_index (markdown->boxes, EwMarkBox, i);
    EwRect rect;

    if (place (layout, box, at, &rect))
      draw_one (pen, rect, box->ticked, color);
  }
}

const EwMarkBox *
ew_tick_box_find (PangoLayout *layout, EwPoint at, EwPoint point)
{
  const EwMarkdown *markdown = ew_layout_markdown (layout);
  guint n = markdown ? count_shown (layout, markdown) : 0;

  for (guint i = 0; i < n; i++) {
    const EwMarkBox *box = &g_array_index (markdown->boxes, EwMarkBox, i);
    EwRect rect;

    if (place (layout, box, at, &rect) &&
        ew_rect_contains (ew_rect_grow (rect, rect.w * ROOM), point))
      return box;
  }
  return NULL;
}
