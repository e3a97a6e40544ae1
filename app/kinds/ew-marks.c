#include "ew-marks.h"

#include "ew-clash-mark.h"
#include "ew-reaction.h"
#include "ew-text-fit.h"

/* px of the board */
#define EMOJI_ROOM 32.0
#define INSET 2.0
/* Output px: chips lower than that say nothing. */
#define SEEN 9.0
#define LINE_ALPHA 0.16f
#define MINE_ALPHA 0.14f

static const EwTextStyle emoji_style = {
  .size_max = 13,
  .size_min = 13,
  .align = PANGO_ALIGN_CENTER,
  .middle = true,
  .ellipsize = true,
};

static const EwTextStyle count_style = {
  .size_max = 12,
  .size_min = 12,
  .bold = true,
  .align = PANGO_ALIGN_LEFT,
  .middle = true,
};

static void
paint_count (EwPen *pen, const EwReactionChip *chip)
{
  char text[8];
  EwRect room = { chip->box.x + EMOJI_ROOM - INSET, chip->box.y,
                  chip->box.w - EMOJI_ROOM + INSET, chip->box.h };

  if (chip->n > 99)
    g_strlcpy (text, "99+", sizeof text);
  else
    g_snprintf (text, sizeof text, "%u", chip->n);
  ew_text_draw (pen, text, &count_style, room,
                chip->is_mine ? pen->palette->accent : pen->palette->dim);
}

static void
paint_chip (EwPen *pen, const EwReactionChip *chip)
{
  const EwPalette *palette = pen->palette;
  double radius = chip->box.h / 2;
  EwRect room = { chip->box.x + INSET, chip->box.y, EMOJI_ROOM - 2 * INSET,
                  chip->box.h };

  ew_pen_fill_rect (pen, chip->box, radius, palette->card);
  if (chip->is_mine) {
    ew_pen_fill_rect (pen, chip->box, radius,
                      ew_color_with_alpha (palette->accent, MINE_ALPHA));
    ew_pen_stroke_rect (pen, ew_rect_grow (chip->box, -0.75), radius - 0.75,
                        palette->accent, 1.5);
  } else {
    ew_pen_stroke_rect (pen, ew_rect_grow (chip->box, -0.5), radius - 0.5,
                        ew_color_with_alpha (palette->ink, LINE_ALPHA), 1);
  }
  ew_text_draw (pen, chip->emoji, &emoji_style, room, palette->ink);
  if (chip->n > 1)
    paint_count (pen, chip);
}

static void
paint_reactions (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  g_autoptr (GArray) chips = ew_reaction_chips (object, board, pen->me);

  for (guint i = 0; chips && i < chips->len; i++) {
    const EwReactionChip *chip = &g_array_index (chips, EwReactionChip, i);

    if (chip->box.h * pen->scale >= SEEN)
      paint_chip (pen, chip);
  }
}

void
ew_marks_paint (const EwObject *object, const EwBoard *board, EwPen *pen)
{
  if (ew_map_size (object->reactions) > 0)
    paint_reactions (object, board, pen);
  ew_clash_mark_paint (object, board, pen);
}
