#include "ew-card.h"

void
ew_card_begin (EwPen *pen, EwRect box)
{
  const EwPalette *palette = pen->palette;
  bool contrast = palette->scheme == EW_SCHEME_LIGHT_CONTRAST ||
                  palette->scheme == EW_SCHEME_DARK_CONTRAST;

  ew_pen_shadow (pen, box, EW_CARD_RADIUS);
  ew_pen_fill_rect (pen, box, EW_CARD_RADIUS, palette->card);
  if (contrast)
    ew_pen_stroke_rect (pen, ew_rect_grow (box, -0.5), EW_CARD_RADIUS,
                        palette->line, 1);
  ew_pen_push_clip (pen, box, EW_CARD_RADIUS);
}

void
ew_card_end (EwPen *pen)
{
  ew_pen_pop_clip (pen);
}
