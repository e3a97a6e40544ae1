/* Resizing the one selected box by one of its handles. */
#include "ew-tool.h"

static void
drag (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  EwResize how = { .ratio = press->now.shift,
                   .center = press->now.alt,
                   .grid = press->now.scale > 2 ? 0.25 : 1 };
  EwRect box = ew_handle_drag (press->handle, press->box,
                               ew_toolbox_dragged (toolbox), &how);
  const EwBoard *board = ew_toolbox_board (toolbox);
  g_autoptr (EwEdit) edit = NULL;

  /* A teammate may have deleted it meanwhile. */
  if (!ew_board_get (board, press->target))
    return;
  edit = ew_verb_resize (board, press->target, box);
  ew_toolbox_apply (toolbox, edit);
}

static const char *
cursor (EwToolbox *toolbox)
{
  return ew_handle_cursor (toolbox->press.handle);
}

const EwDrag ew_drag_resize = { .drag = drag, .cursor = cursor };
