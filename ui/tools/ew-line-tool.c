/* Connectors: from what is pressed to what it is released on. */
#include "ew-tool.h"

/* What a line can end at: boxes.  Pins and other lines it cannot. */
static const EwObject *
tie_under (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object = ew_toolbox_pick (toolbox, pointer);

  return object && ew_kind_has (object->kind, EW_KIND_BOX) ? object : NULL;
}

void
ew_line_tool_press (EwToolbox *toolbox)
{
  const EwObject *object = tie_under (toolbox, &toolbox->press.start);

  toolbox->press.target = object ? g_strdup (object->id) : NULL;
}

void
ew_line_tool_drag (EwToolbox *toolbox)
{
  const EwObject *object = tie_under (toolbox, &toolbox->press.now);
  const char *id = object ? object->id : NULL;

  ew_toolbox_set_hovered (
      toolbox, g_strcmp0 (id, toolbox->press.target) == 0 ? NULL : id);
  ew_toolbox_refresh (toolbox);
}

static EwAnchor
anchor (char *object, EwPoint point)
{
  return (EwAnchor){ .object = object ? object : (char *) "",
                     .spot = EW_SPOT_AUTO,
                     .point = ew_coords_from_point (point) };
}

/* From an object to itself there is no line to see. */
static bool
goes_somewhere (EwToolbox *toolbox)
{
  const EwObject *end = tie_under (toolbox, &toolbox->press.now);

  return toolbox->press.moved &&
         (!end || g_strcmp0 (end->id, toolbox->press.target) != 0);
}

void
ew_line_tool_release (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  EwAnchor from = anchor (press->target, press->start.board);
  EwAnchor to = anchor (toolbox->hovered, press->now.board);
  g_autofree char *id = NULL;
  g_autoptr (EwEdit) edit = NULL;

  if (!goes_somewhere (toolbox))
    return;
  edit = ew_verb_connect (ew_toolbox_board (toolbox),
                          ew_kind_by_name (toolbox->active->kind), &from, &to,
                          &id);
  if (!ew_toolbox_apply (toolbox, edit))
    return;
  ew_selection_set_one (toolbox->selection, id);
  ew_toolbox_set_hovered (toolbox, NULL);
  ew_toolbox_done (toolbox);
}

void
ew_line_tool_hover (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object = tie_under (toolbox, pointer);

  ew_toolbox_set_hovered (toolbox, object ? object->id : NULL);
}

static void
paint_end (EwToolbox *toolbox, EwPen *pen, const char *id)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  const EwObject *object = id ? ew_board_get (board, id) : NULL;

  if (object)
    ew_overlay_outline (pen, board, object);
}

static void
paint_band (EwPen *pen, EwPoint from, EwPoint to)
{
  g_autoptr (EwPath) band = ew_path_new ();
  double dot = 4 / pen->scale;
  EwRect end = { to.x - dot, to.y - dot, 2 * dot, 2 * dot };

  ew_path_move (band, from);
  ew_path_line (band, to);
  ew_pen_stroke (pen, band, pen->palette->accent, 2 / pen->scale);
  ew_pen_fill_rect (pen, end, dot, pen->palette->accent);
}

void
ew_line_tool_paint (EwToolbox *toolbox, EwPen *pen)
{
  const EwPress *press = &toolbox->press;
  EwPoint from = press->start.board;
  const EwObject *start = NULL;

  paint_end (toolbox, pen, toolbox->hovered);
  if (!toolbox->active || !press->moved)
    return;
  if (press->target)
    start = ew_board_get (ew_toolbox_board (toolbox), press->target);
  paint_end (toolbox, pen, press->target);
  if (start)
    from = ew_rect_exit (ew_object_box (start), press->now.board);
  paint_band (pen, from, press->now.board);
}
