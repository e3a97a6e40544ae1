/* Moving an end of the selected line: to another object, to a side of it, to a
 * spot of it, or to nothing. */
#include "ew-tool.h"

#include "ew-verbs-arrange.h"

static void
drag (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  const EwBoard *board = ew_toolbox_board (toolbox);
  EwAnchor anchor = ew_toolbox_tie (toolbox, &press->now);
  g_autoptr (EwEdit) edit = ew_verb_tie (
      board, press->target, press->grip.index ? "to" : "from", &anchor);

  ew_toolbox_set_hovered (toolbox, *anchor.object ? anchor.object : NULL);
  ew_toolbox_apply (toolbox, edit);
  ew_toolbox_refresh (toolbox);
}

static void
drop (EwToolbox *toolbox)
{
  ew_toolbox_set_hovered (toolbox, NULL);
}

static void
paint (EwToolbox *toolbox, EwPen *pen)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  const EwObject *object =
      toolbox->hovered ? ew_board_get (board, toolbox->hovered) : NULL;

  if (!object)
    return;
  ew_overlay_outline (pen, board, object);
  for (guint i = 0; i < 4; i++)
    ew_overlay_dot (pen, ew_object_spot (object, ew_side_spot (i)), 0.75);
}

static const char *
cursor (EwToolbox *toolbox)
{
  return "crosshair";
}

const EwDrag ew_drag_end = {
  .drag = drag, .drop = drop, .paint = paint, .cursor = cursor
};
