/* Comments: on an object, or on a place of the board. */
#include "ew-tool.h"

#include <math.h>

/* Where in its box a comment is tied to @object, in thousandths. */
static EwCoords
spot_on (const EwObject *object, EwPoint point)
{
  EwRect box;

  if (!ew_kind_has (object->kind, EW_KIND_BOX))
    return EW_SPOT_AUTO;
  box = ew_object_box (object);
  return (EwCoords){
    CLAMP (lround ((point.x - box.x) / box.w * 1000), 0, 1000),
    CLAMP (lround ((point.y - box.y) / box.h * 1000), 0, 1000),
  };
}

static const EwObject *
thread_under (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object = ew_toolbox_pick (toolbox, pointer);

  return object && ew_kind_has (object->kind, EW_KIND_PIN) ? object : NULL;
}

static void
ask (EwToolbox *toolbox, const EwPointer *at)
{
  const EwObject *object = ew_toolbox_pick_tie (toolbox, at);
  g_autofree char *id = g_strdup (object ? object->id : "");
  EwAnchor anchor = { .object = id,
                      .spot =
                          object ? spot_on (object, at->board) : EW_SPOT_AUTO,
                      .point = ew_coords_from_point (at->board) };

  ew_toolbox_done (toolbox);
  toolbox->host->comment (&anchor, toolbox->data);
}

void
ew_comment_tool_release (EwToolbox *toolbox)
{
  EwPointer at = toolbox->press.now;
  const EwObject *thread = thread_under (toolbox, &at);
  g_autofree char *id = thread ? g_strdup (thread->id) : NULL;

  ew_toolbox_set_hovered (toolbox, NULL);
  if (!id) {
    ask (toolbox, &at);
    return;
  }
  ew_toolbox_done (toolbox);
  toolbox->host->show_thread (id, toolbox->data);
}

void
ew_comment_tool_hover (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object = ew_toolbox_pick_tie (toolbox, pointer);

  ew_toolbox_set_hovered (toolbox, object ? object->id : NULL);
}

void
ew_comment_tool_paint (EwToolbox *toolbox, EwPen *pen)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  const EwObject *object =
      toolbox->hovered ? ew_board_get (board, toolbox->hovered) : NULL;

  if (object)
    ew_overlay_outline (pen, board, object);
}
