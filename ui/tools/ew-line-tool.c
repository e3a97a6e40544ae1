/* Connectors: from what is pressed to what it is released on. */
#include "ew-tool.h"

static bool
is_tied (const EwAnchor *anchor)
{
  return *anchor->object != '\0';
}

void
ew_line_tool_press (EwToolbox *toolbox)
{
  EwAnchor from = ew_toolbox_tie (toolbox, &toolbox->press.start);

  toolbox->press.target = is_tied (&from) ? g_strdup (from.object) : NULL;
}

void
ew_line_tool_drag (EwToolbox *toolbox)
{
  EwAnchor to = ew_toolbox_tie (toolbox, &toolbox->press.now);
  bool is_other = g_strcmp0 (to.object, toolbox->press.target) != 0;

  ew_toolbox_set_hovered (toolbox,
                          is_tied (&to) && is_other ? to.object : NULL);
  ew_toolbox_refresh (toolbox);
}

/* From an object to itself there is no line to see. */
static bool
goes_somewhere (EwToolbox *toolbox, const EwAnchor *to)
{
  return toolbox->press.moved &&
         (!is_tied (to) || g_strcmp0 (to->object, toolbox->press.target) != 0);
}

void
ew_line_tool_release (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  EwAnchor from = ew_toolbox_tie (toolbox, &press->start);
  EwAnchor to = ew_toolbox_tie (toolbox, &press->now);
  g_autofree char *id = NULL;
  g_autoptr (EwEdit) edit = NULL;

  if (!goes_somewhere (toolbox, &to))
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
  EwAnchor at = ew_toolbox_tie (toolbox, pointer);

  ew_toolbox_set_hovered (toolbox, is_tied (&at) ? at.object : NULL);
}

/* With the middles of its sides, where an end can be fixed. */
static void
paint_end (EwToolbox *toolbox, EwPen *pen, const char *id)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  const EwObject *object = id ? ew_board_get (board, id) : NULL;

  if (!object)
    return;
  ew_overlay_outline (pen, board, object);
  for (guint i = 0; i < 4; i++)
    ew_overlay_dot (pen, ew_object_spot (object, ew_side_spot (i)), 0.75);
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
    from = ew_rect_exit (ew_object_turned_box (start), press->now.board);
  ew_overlay_band (pen, from, press->now.board);
}
