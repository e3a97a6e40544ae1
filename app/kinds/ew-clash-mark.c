#include "ew-clash-mark.h"

#define RADIUS 8.0
#define INSET 6.0

/* An exclamation mark drawn as paths: no font is asked for a sign. */
static void
paint_sign (EwPen *pen, EwPoint at)
{
  EwColor color = pen->palette->card;
  EwRect stem = { at.x - 1, at.y - 4.5, 2, 5.5 };
  EwRect dot = { at.x - 1.1, at.y + 2.4, 2.2, 2.2 };

  ew_pen_fill_rect (pen, stem, 1, color);
  ew_pen_fill_rect (pen, dot, 1.1, color);
}

void
ew_clash_mark_paint (const EwObject *object, EwRect box, EwPen *pen)
{
  EwPoint at = { box.x + box.w - INSET - RADIUS, box.y + INSET + RADIUS };
  EwRect disc = { at.x - RADIUS, at.y - RADIUS, 2 * RADIUS, 2 * RADIUS };

  if (ew_map_size (object->clash) == 0 || !ew_rect_covers (box, disc))
    return;
  ew_pen_fill_rect (pen, disc, RADIUS, pen->palette->warning);
  paint_sign (pen, at);
}
