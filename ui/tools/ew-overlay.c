/* What tools paint over the board.  Lengths are window px, so each is divided
 * by the zoom. */
#include "ew-tool.h"

#define OUTLINE_WIDTH 2.0
#define OUTLINE_RADIUS 6.0
#define DOT_RADIUS 4.0
#define AREA_ALPHA 0.10f
#define LOCKED_ALPHA 0.5f /* of an outline without handles */

void
ew_overlay_area (EwPen *pen, EwRect area)
{
  EwColor accent = pen->palette->accent;

  ew_pen_fill_rect (pen, area, 0, ew_color_with_alpha (accent, AREA_ALPHA));
  ew_pen_stroke_rect (pen, area, 0, accent, 1 / pen->scale);
}

/* A pin keeps its size on the screen around its anchor, so its bounds on the
 * board are true only at 100 %. */
static EwRect
pin_on_screen (EwPen *pen, const EwBoard *board, const EwObject *object)
{
  const EwField *field = ew_kind_find_field (object->kind, "anchor");
  EwRect bounds = ew_object_bounds (object, board);
  EwPoint at = ew_board_anchor_point (
      board, ew_field_get_anchor (field, &object->record));

  return (EwRect){ at.x + (bounds.x - at.x) / pen->scale,
                   at.y + (bounds.y - at.y) / pen->scale, bounds.w / pen->scale,
                   bounds.h / pen->scale };
}

static void
paint_ring (EwPen *pen, EwRect pin)
{
  double radius = MIN (pin.w, pin.h) / 2;

  ew_pen_stroke_rect (pen, pin, radius, pen->palette->accent,
                      OUTLINE_WIDTH / pen->scale);
}

/* A line is painted once more, in the accent colour: a box around it would
 * frame what lies beside it. */
static void
paint_accented (EwPen *pen, const EwBoard *board, const EwObject *object)
{
  EwColor accent = pen->palette->accent;
  g_autoptr (EwObject) copy = ew_object_copy (object);
  g_autofree char *color = g_strdup_printf (
      "#%02x%02x%02x", (guint) (accent.r * 255 + 0.5f),
      (guint) (accent.g * 255 + 0.5f), (guint) (accent.b * 255 + 0.5f));

  ew_object_set_string (copy, "color", color);
  ew_object_paint (copy, board, pen);
}

static void
paint_outline (EwPen *pen, const EwObject *object)
{
  EwRect box = ew_object_box (object);
  double angle = ew_object_angle (object);
  float alpha = object->locked ? LOCKED_ALPHA : 1;

  if (angle != 0)
    ew_pen_push_turn (pen, ew_rect_center (box), angle);
  ew_pen_stroke_rect (pen, ew_rect_grow (box, EW_OUTLINE_GAP / pen->scale),
                      OUTLINE_RADIUS / pen->scale,
                      ew_color_with_alpha (pen->palette->accent, alpha),
                      OUTLINE_WIDTH / pen->scale);
  if (angle != 0)
    ew_pen_pop_turn (pen);
}

void
ew_overlay_outline (EwPen *pen, const EwBoard *board, const EwObject *object)
{
  if (ew_kind_has (object->kind, EW_KIND_PIN))
    paint_ring (pen, pin_on_screen (pen, board, object));
  else if (ew_kind_has (object->kind, EW_KIND_BOX))
    paint_outline (pen, object);
  else
    paint_accented (pen, board, object);
}

void
ew_overlay_dot (EwPen *pen, EwPoint at, double size)
{
  double r = DOT_RADIUS * size / pen->scale;
  EwRect dot = { at.x - r, at.y - r, 2 * r, 2 * r };

  ew_pen_fill_rect (pen, dot, r, pen->palette->accent);
}

void
ew_overlay_band (EwPen *pen, EwPoint from, EwPoint to)
{
  g_autoptr (EwPath) band = ew_path_new ();

  ew_path_move (band, from);
  ew_path_line (band, to);
  ew_pen_stroke (pen, band, pen->palette->accent, 2 / pen->scale);
  ew_overlay_dot (pen, to, 1);
}

void
ew_overlay_selection (EwToolbox *toolbox, EwPen *pen)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  g_autoptr (GPtrArray) ids = ew_selection_ids (toolbox->selection);

  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, ids->pdata[i]);

    if (object)
      ew_overlay_outline (pen, board, object);
  }
  if (!ew_toolbox_is_read_only (toolbox))
    ew_grip_paint (toolbox, pen);
}
