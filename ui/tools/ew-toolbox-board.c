/* What tools do to the board, each thing in one place. */
#include "ew-tool.h"

/* px of the board. */
#define FARTHEST_SLOP 20.0

const EwBoard *
ew_toolbox_board (EwToolbox *toolbox)
{
  if (!toolbox->session || !toolbox->board_id)
    return NULL;
  return ew_session_board (toolbox->session, toolbox->board_id);
}

bool
ew_toolbox_is_read_only (EwToolbox *toolbox)
{
  return !toolbox->session || !toolbox->board_id ||
         ew_session_is_read_only (toolbox->session, toolbox->board_id);
}

bool
ew_toolbox_apply (EwToolbox *toolbox, EwEdit *edit)
{
  g_autoptr (GError) error = NULL;
  EwPress *press = &toolbox->press;

  if (ew_edit_is_empty (edit))
    return true;
  if (!press->gesture)
    press->gesture = ew_session_new_gesture (toolbox->session);
  if (ew_session_apply (toolbox->session, toolbox->board_id, edit,
                        press->gesture, &error))
    return true;
  press->broken = true;
  toolbox->host->failed (error, toolbox->data);
  return false;
}

const EwObject *
ew_toolbox_pick (EwToolbox *toolbox, const EwPointer *pointer)
{
  /* From far out, a line that passes near is not what is meant. */
  double slop = MIN (EW_PICK_SLOP / pointer->scale, FARTHEST_SLOP);

  return ew_board_pick (ew_toolbox_board (toolbox), pointer->board, slop,
                        pointer->scale);
}

const EwObject *
ew_toolbox_pick_tie (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object = ew_toolbox_pick (toolbox, pointer);

  if (object)
    return object;
  return ew_board_container_at (ew_toolbox_board (toolbox), pointer->board,
                                NULL);
}

void
ew_toolbox_set_hovered (EwToolbox *toolbox, const char *id)
{
  g_autofree char *copy = g_strdup (id);

  if (g_strcmp0 (toolbox->hovered, id) == 0)
    return;
  g_free (toolbox->hovered);
  toolbox->hovered = g_steal_pointer (&copy);
  ew_toolbox_refresh (toolbox);
}

EwPoint
ew_toolbox_dragged (EwToolbox *toolbox)
{
  const EwPress *press = &toolbox->press;

  return (EwPoint){ press->now.board.x - press->start.board.x,
                    press->now.board.y - press->start.board.y };
}

void
ew_toolbox_refresh (EwToolbox *toolbox)
{
  toolbox->host->refresh (toolbox->data);
}

void
ew_toolbox_done (EwToolbox *toolbox)
{
  if (toolbox->keep)
    return;
  /* The press that used the tool is not to be taken back by the change. */
  toolbox->active = NULL;
  ew_toolbox_set_tool (toolbox, "select");
}

static const EwTool *
resolve (EwToolbox *toolbox, const EwTool *tool)
{
  const EwKind *kind = ew_kind_by_name (tool->kind);

  if (!tool->shape && kind && ew_kind_find_field (kind, "shape"))
    return toolbox->last_shape;
  return tool;
}

static EwEdit *
creation (EwToolbox *toolbox, const EwTool *tool, EwPoint at, EwRect box,
          char **id)
{
  const char *shape[] = { "shape", tool->shape, NULL };
  const char *color[] = { "color", toolbox->color, NULL };
  const char *const *fields = tool->shape     ? shape
                              : tool->colored ? color
                                              : NULL;

  return ew_verb_create (ew_toolbox_board (toolbox),
                         ew_kind_by_name (tool->kind), at, box, fields, id);
}

void
ew_toolbox_create (EwToolbox *toolbox, const EwTool *tool, EwPoint at,
                   EwRect box)
{
  g_autofree char *id = NULL;
  g_autoptr (EwEdit) edit =
      creation (toolbox, resolve (toolbox, tool), at, box, &id);

  if (!ew_toolbox_apply (toolbox, edit))
    return;
  ew_selection_set_one (toolbox->selection, id);
  ew_toolbox_done (toolbox);
  if (ew_kind_by_name (tool->kind)->text_spot)
    toolbox->host->edit (id, true, toolbox->data);
}
