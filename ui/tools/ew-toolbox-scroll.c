/* Scrolling on while something is dragged to the edge of the window. */
#include "ew-tool.h"

#include <math.h>

/* Window px: how near to the edge it begins, and how far a step goes there. */
#define EDGE 24.0
#define STEP_MAX 14.0
#define STEP_MS 16

/* The nearer to the edge the quicker; beyond it as quick as it gets. */
static double
step_at (double at, double length)
{
  if (at < EDGE)
    return -STEP_MAX * MIN ((EDGE - at) / EDGE, 1);
  if (at > length - EDGE)
    return STEP_MAX * MIN ((at - length + EDGE) / EDGE, 1);
  return 0;
}

static EwPoint
wanted (EwToolbox *toolbox)
{
  const EwView *view = &toolbox->view;
  EwPoint at = toolbox->press.now.window;

  if (!toolbox->active || !toolbox->press.moved || toolbox->press.broken ||
      view->width < 4 * EDGE || view->height < 4 * EDGE)
    return (EwPoint){ 0, 0 };
  return (EwPoint){ step_at (at.x, view->width), step_at (at.y, view->height) };
}

bool
ew_toolbox_scroll_step (EwToolbox *toolbox)
{
  EwPoint step = wanted (toolbox);
  EwPress *press = &toolbox->press;

  if (step.x == 0 && step.y == 0)
    return false;
  toolbox->view = ew_view_pan (toolbox->view, -step.x, -step.y);
  toolbox->host->pan (-step.x, -step.y, toolbox->data);
  press->now.board = ew_view_to_board (&toolbox->view, press->now.window);
  if (toolbox->active->drag && ew_toolbox_board (toolbox))
    toolbox->active->drag (toolbox);
  return toolbox->active != NULL;
}

static gboolean
step_cb (gpointer data)
{
  EwToolbox *toolbox = data;

  if (ew_toolbox_scroll_step (toolbox))
    return G_SOURCE_CONTINUE;
  toolbox->scroll = 0;
  return G_SOURCE_REMOVE;
}

void
ew_toolbox_scroll_follow (EwToolbox *toolbox)
{
  EwPoint step = wanted (toolbox);

  if (step.x == 0 && step.y == 0)
    ew_toolbox_scroll_stop (toolbox);
  else if (!toolbox->scroll)
    toolbox->scroll = g_timeout_add (STEP_MS, step_cb, toolbox);
}

void
ew_toolbox_scroll_stop (EwToolbox *toolbox)
{
  g_clear_handle_id (&toolbox->scroll, g_source_remove);
}
