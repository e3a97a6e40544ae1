/* The hand: moves the board under the window. */
#include "ew-tool.h"

void
ew_hand_tool_drag (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;
  /* `applied` is in window px here: the board moves along with the pointer. */
  EwPoint to = { press->now.window.x - press->start.window.x,
                 press->now.window.y - press->start.window.y };

  toolbox->host->pan (to.x - press->applied.x, to.y - press->applied.y,
                      toolbox->data);
  press->applied = to;
}

const char *
ew_hand_tool_cursor (EwToolbox *toolbox)
{
  return toolbox->active ? "grabbing" : "grab";
}
