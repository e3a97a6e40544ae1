/* The eraser: takes away every stroke of ink it touches, and nothing else. */
#include "ew-tool.h"

#include "ew-ink.h"

/* Its radius, window px. */
#define RADIUS 8.0

static bool
is_touched (const EwObject *object, const EwBoard *board, EwPoint from,
            EwPoint to, double radius)
{
  double length = ew_point_distance (from, to);
  int steps = (int) CLAMP (length / radius, 1, 256);

  for (int i = 0; i <= steps; i++) {
    EwPoint at = { from.x + (to.x - from.x) * i / steps,
                   from.y + (to.y - from.y) * i / steps };

    if (ew_object_hit (object, board, at, radius))
      return true;
  }
  return false;
}

/* Returns: (transfer container): of char *. */
static GPtrArray *
find_touched (EwToolbox *toolbox, EwPoint from, EwPoint to)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  double radius = RADIUS / toolbox->press.now.scale;
  EwRect way = ew_rect_grow (ew_rect_from_points (from, to), radius);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);

    if (ew_rect_intersects (ew_board_bounds_at (board, i), way) &&
        ew_object_is_ink (object) && !object->locked &&
        is_touched (object, board, from, to, radius))
      g_ptr_array_add (ids, object->id);
  }
  return ids;
}

/* `applied` is how far the eraser went already. */
static void
erase (EwToolbox *toolbox, EwPoint from)
{
  EwPress *press = &toolbox->press;
  g_autoptr (GPtrArray) ids = find_touched (toolbox, from, press->now.board);
  g_autoptr (EwEdit) edit = NULL;

  press->applied = press->now.board;
  if (ids->len == 0)
    return;
  edit = ew_verb_remove (ew_toolbox_board (toolbox), ids);
  if (ew_toolbox_apply (toolbox, edit))
    ew_selection_keep_on (toolbox->selection, ew_toolbox_board (toolbox));
}

void
ew_eraser_tool_press (EwToolbox *toolbox)
{
  erase (toolbox, toolbox->press.start.board);
}

void
ew_eraser_tool_drag (EwToolbox *toolbox)
{
  erase (toolbox, toolbox->press.applied);
  ew_toolbox_refresh (toolbox);
}

/* Shows the stroke that a press would take away. */
void
ew_eraser_tool_hover (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object =
      ew_board_pick (ew_toolbox_board (toolbox), pointer->board,
                     RADIUS / pointer->scale, pointer->scale);
  bool goes = object && ew_object_is_ink (object) && !object->locked;

  ew_toolbox_set_hovered (toolbox, goes ? object->id : NULL);
}

static void
paint_ring (EwPen *pen, EwPoint at)
{
  double radius = RADIUS / pen->scale;
  EwRect ring = { at.x - radius, at.y - radius, 2 * radius, 2 * radius };

  ew_pen_fill_rect (pen, ring, radius,
                    ew_color_with_alpha (pen->palette->card, 0.6f));
  ew_pen_stroke_rect (pen, ring, radius, pen->palette->dim, 1.5 / pen->scale);
}

void
ew_eraser_tool_paint (EwToolbox *toolbox, EwPen *pen)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  const EwObject *object =
      toolbox->hovered ? ew_board_get (board, toolbox->hovered) : NULL;

  if (toolbox->active)
    paint_ring (pen, toolbox->press.now.board);
  else if (object)
    ew_overlay_outline (pen, board, object);
}
