#include "ew-clash-mark.h"

#include "ew-text-fit.h"

#define CORNER 6.0
#define DISC 8.0
#define LEFT (2 * DISC + 14)

static const EwTextStyle style = {
  .size_max = 13,
  .size_min = 9,
  .align = PANGO_ALIGN_LEFT,
  .middle = true,
  .ellipsize = true,
};

/* An exclamation mark drawn as paths: no font is asked for a sign. */
static void
paint_sign (EwPen *pen, EwPoint at)
{
  EwRect disc = { at.x - DISC, at.y - DISC, 2 * DISC, 2 * DISC };
  EwRect stem = { at.x - 1, at.y - 4.5, 2, 5.5 };
  EwRect dot = { at.x - 1.1, at.y + 2.4, 2.2, 2.2 };

  ew_pen_fill_rect (pen, disc, DISC, pen->palette->warning);
  ew_pen_fill_rect (pen, stem, 1, pen->palette->card);
  ew_pen_fill_rect (pen, dot, 1.1, pen->palette->card);
}

static void
paint_row (EwPen *pen, EwRect row, const EwClash *clash)
{
  EwRect room = { row.x + LEFT, row.y + 3, row.w - LEFT - 8, row.h - 6 };

  paint_sign (pen, (EwPoint){ row.x + DISC + 7, row.y + row.h / 2 });
  ew_text_draw (pen, clash->text, &style, room, pen->palette->ink);
}

void
ew_clash_mark_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  EwRect box = ew_object_clash_box (object, board);
  EwRect row = { box.x, box.y, box.w, EW_CLASH_ROW };
  guint n = MIN (ew_map_size (object->clash), EW_CLASH_ROWS_MAX);

  if (n == 0)
    return;
  ew_pen_shadow (pen, box, CORNER);
  ew_pen_fill_rect (pen, box, CORNER, pen->palette->card);
  ew_pen_stroke_rect (pen, ew_rect_grow (box, -0.75), CORNER,
                      pen->palette->warning, 1.5);
  for (guint i = 0; i < n; i++, row.y += EW_CLASH_ROW)
    paint_row (pen, row, (const EwClash *) ew_map_value (object->clash, i));
}
