/* Link cards and walkthroughs: the host asks for the address. */
#include "ew-tool.h"

void
ew_link_tool_release (EwToolbox *toolbox)
{
  const char *kind = toolbox->active->kind;
  EwPoint at = toolbox->press.now.board;

  ew_toolbox_done (toolbox);
  toolbox->host->ask_link (kind, at, toolbox->data);
}
