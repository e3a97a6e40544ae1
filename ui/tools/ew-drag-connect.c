/* Drawing a line out of the selected object by one of its dots: onto another,
 * which it then ties, or onto nothing, where a new one grows. */
#include "ew-tool.h"

#include "ew-verbs-arrange.h"

static const EwObject *
origin (EwToolbox *toolbox)
{
  return ew_board_get (ew_toolbox_board (toolbox), toolbox->press.target);
}

static void
drag (EwToolbox *toolbox)
{
  EwAnchor to = ew_toolbox_tie (toolbox, &toolbox->press.now);
  bool ties = *to.object && g_strcmp0 (to.object, toolbox->press.target) != 0;

  ew_toolbox_set_hovered (toolbox, ties ? to.object : NULL);
  ew_toolbox_refresh (toolbox);
}

static void
tie (EwToolbox *toolbox, const EwObject *from, const EwAnchor *to)
{
  EwAnchor start = { .object = from->id, .spot = EW_SPOT_AUTO };
  g_autofree char *id = NULL;
  g_autoptr (EwEdit) edit = ew_verb_connect (
      ew_toolbox_board (toolbox), &ew_kind_connector, &start, to, &id);

  if (ew_toolbox_apply (toolbox, edit))
    ew_selection_set_one (toolbox->selection, id);
}

void
ew_toolbox_branch (EwToolbox *toolbox, const EwObject *from, EwPoint at)
{
  g_autofree char *id = NULL;
  g_autoptr (EwEdit) edit =
      ew_verb_branch (ew_toolbox_board (toolbox), from->id, at, &id);

  if (!ew_toolbox_apply (toolbox, edit))
    return;
  ew_selection_set_one (toolbox->selection, id);
  toolbox->host->edit (id, true, toolbox->data);
}

static void
drop (EwToolbox *toolbox)
{
  const EwObject *from = origin (toolbox);
  EwPointer at = toolbox->press.now;
  EwAnchor to = ew_toolbox_tie (toolbox, &at);

  ew_toolbox_set_hovered (toolbox, NULL);
  /* Back where it came from, it was not meant. */
  if (!from || g_strcmp0 (to.object, from->id) == 0)
    return;
  if (*to.object)
    tie (toolbox, from, &to);
  else
    ew_toolbox_branch (toolbox, from, at.board);
}

static void
paint (EwToolbox *toolbox, EwPen *pen)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  const EwObject *from = origin (toolbox);
  const EwObject *to =
      toolbox->hovered ? ew_board_get (board, toolbox->hovered) : NULL;

  if (!from)
    return;
  if (to)
    ew_overlay_outline (pen, board, to);
  ew_overlay_band (
      pen, ew_object_spot (from, ew_side_spot (toolbox->press.grip.index)),
      toolbox->press.now.board);
}

static const char *
cursor (EwToolbox *toolbox)
{
  return "crosshair";
}

const EwDrag ew_drag_connect = {
  .drag = drag, .drop = drop, .paint = paint, .cursor = cursor
};
