#include "ew-pin.h"

#include "ew-text-fit.h"

#define STACK_SIZE 32.0
#define SHOWN_MAX 999

static const EwTextStyle style = {
  .size_max = 13,
  .size_min = 8,
  .bold = true,
  .align = PANGO_ALIGN_CENTER,
  .middle = true,
  .ellipsize = true,
};

EwPath *
ew_pin_path (EwRect b)
{
  EwPath *path = ew_path_new ();
  double r = b.w / 2, k = r * 0.5523;
  EwPoint c = ew_rect_center (b);

  ew_path_move (path, (EwPoint){ c.x - r, c.y });
  ew_path_curve (path, (EwPoint){ c.x - r, c.y - k },
                 (EwPoint){ c.x - k, c.y - r }, (EwPoint){ c.x, c.y - r });
  ew_path_curve (path, (EwPoint){ c.x + k, c.y - r },
                 (EwPoint){ c.x + r, c.y - k }, (EwPoint){ c.x + r, c.y });
  ew_path_curve (path, (EwPoint){ c.x + r, c.y + k },
                 (EwPoint){ c.x + k, c.y + r }, (EwPoint){ c.x, c.y + r });
  ew_path_line (path, (EwPoint){ b.x, b.y + b.h });
  ew_path_close (path);
  return path;
}

/* A rim apart from the disc: something lies under it. */
static void
paint_rim (EwPen *pen, EwRect box, EwColor color)
{
  g_autoptr (EwPath) rim = ew_pin_path (ew_rect_grow (box, 4));

  ew_pen_fill (pen, rim, ew_color_with_alpha (color, 0.35f));
}

void
ew_pin_paint_stack (EwPen *pen, EwPoint tip, guint n, bool waits)
{
  const EwPalette *palette = pen->palette;
  EwRect box = { tip.x, tip.y - STACK_SIZE, STACK_SIZE, STACK_SIZE };
  g_autoptr (EwPath) path = ew_pin_path (box);
  g_autofree char *text = n > SHOWN_MAX ? g_strdup_printf ("%d+", SHOWN_MAX)
                                        : g_strdup_printf ("%u", n);

  ew_pen_shadow (pen, box, STACK_SIZE / 2);
  paint_rim (pen, box, waits ? palette->accent : palette->dim);
  ew_pen_fill (pen, path, waits ? palette->accent : palette->card);
  if (!waits)
    ew_pen_stroke (pen, path, palette->line, 1);
  ew_text_draw (pen, text, &style, ew_rect_grow (box, -3),
                waits ? palette->on_accent : palette->dim);
}
