#include "ew-tool.h"

#include "ew-group.h"
#include "ew-ink.h"

G_DEFINE_FINAL_TYPE (EwToolbox, ew_toolbox, G_TYPE_OBJECT)

enum {
  TOOL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
press_clear (EwPress *press)
{
  g_clear_pointer (&press->target, g_free);
  g_clear_pointer (&press->ids, g_ptr_array_unref);
  g_clear_pointer (&press->originals, g_ptr_array_unref);
  g_clear_pointer (&press->snap, ew_snap_free);
  g_clear_pointer (&press->marks, g_array_unref);
  g_clear_pointer (&press->stroke, g_array_unref);
  *press = (EwPress){ 0 };
}

/* The press is over, however it ended. */
static void
press_end (EwToolbox *toolbox)
{
  toolbox->active = NULL;
  ew_toolbox_scroll_stop (toolbox);
  press_clear (&toolbox->press);
  ew_toolbox_refresh (toolbox);
}

static void
ew_toolbox_dispose (GObject *object)
{
  EwToolbox *toolbox = EW_TOOLBOX (object);

  ew_toolbox_scroll_stop (toolbox);
  ew_laser_tool_end (toolbox);
  press_clear (&toolbox->press);
  g_clear_pointer (&toolbox->entered, g_free);
  g_clear_object (&toolbox->selection);
  g_clear_object (&toolbox->session);
  g_clear_pointer (&toolbox->board_id, g_free);
  g_clear_pointer (&toolbox->color, g_free);
  g_clear_pointer (&toolbox->pen_color, g_free);
  g_clear_pointer (&toolbox->hovered, g_free);
  G_OBJECT_CLASS (ew_toolbox_parent_class)->dispose (object);
}

static void
ew_toolbox_class_init (EwToolboxClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ew_toolbox_dispose;

  signals[TOOL_CHANGED] =
      g_signal_new ("tool-changed", EW_TYPE_TOOLBOX, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
ew_toolbox_init (EwToolbox *toolbox)
{
  toolbox->tool = ew_tool_find ("select");
  toolbox->last_shape = ew_tool_find ("rectangle");
  toolbox->color = g_strdup ("yellow");
  toolbox->pen_color = g_strdup ("");
  toolbox->pen_width = EW_INK_WIDTH;
  toolbox->cursor = "default";
  toolbox->snapping = EW_SNAPPING_OBJECTS;
  toolbox->view = EW_VIEW_INIT;
}

EwToolbox *
ew_toolbox_new (EwSelection *selection, const EwToolHost *host, gpointer data)
{
  EwToolbox *toolbox;

  g_return_val_if_fail (EW_IS_SELECTION (selection), NULL);
  g_return_val_if_fail (host != NULL, NULL);

  toolbox = g_object_new (EW_TYPE_TOOLBOX, NULL);
  toolbox->selection = g_object_ref (selection);
  toolbox->host = host;
  toolbox->data = data;
  return toolbox;
}

void
ew_toolbox_set_board (EwToolbox *toolbox, EwSession *session, const char *board)
{
  g_autofree char *id = g_strdup (board);

  g_return_if_fail (EW_IS_TOOLBOX (toolbox));

  ew_toolbox_cancel (toolbox);
  ew_toolbox_set_hovered (toolbox, NULL);
  g_clear_pointer (&toolbox->entered, g_free);
  g_set_object (&toolbox->session, session);
  g_free (toolbox->board_id);
  toolbox->board_id = g_steal_pointer (&id);
}

const char *
ew_toolbox_tool (EwToolbox *toolbox)
{
  g_return_val_if_fail (EW_IS_TOOLBOX (toolbox), NULL);
  return toolbox->tool->info.name;
}

void
ew_toolbox_set_tool (EwToolbox *toolbox, const char *name)
{
  const EwTool *tool = ew_tool_find (name);

  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  g_return_if_fail (tool != NULL);

  if (tool->shape)
    toolbox->last_shape = tool;
  if (tool == toolbox->tool)
    return;
  ew_toolbox_cancel (toolbox);
  ew_toolbox_set_hovered (toolbox, NULL);
  toolbox->tool = tool;
  toolbox->cursor = "default";
  g_signal_emit (toolbox, signals[TOOL_CHANGED], 0);
  ew_toolbox_refresh (toolbox);
}

void
ew_toolbox_set_keep (EwToolbox *toolbox, bool keep)
{
  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  toolbox->keep = keep;
}

void
ew_toolbox_set_color (EwToolbox *toolbox, const char *color)
{
  g_autofree char *copy = g_strdup (color);

  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  g_return_if_fail (color != NULL);

  g_free (toolbox->color);
  toolbox->color = g_steal_pointer (&copy);
}

void
ew_toolbox_set_pen (EwToolbox *toolbox, const char *color, double width)
{
  g_autofree char *copy = g_strdup (color);

  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  g_return_if_fail (color != NULL);

  g_free (toolbox->pen_color);
  toolbox->pen_color = g_steal_pointer (&copy);
  toolbox->pen_width = width;
}

void
ew_toolbox_set_snapping (EwToolbox *toolbox, EwSnapping snapping)
{
  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  toolbox->snapping = snapping;
}

void
ew_toolbox_set_view (EwToolbox *toolbox, const EwView *view)
{
  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  g_return_if_fail (view != NULL);
  toolbox->view = *view;
}

void
ew_toolbox_set_hand (EwToolbox *toolbox, bool held)
{
  g_return_if_fail (EW_IS_TOOLBOX (toolbox));

  if (toolbox->hand == held)
    return;
  toolbox->hand = held;
  ew_toolbox_refresh (toolbox);
}

const EwTool *
ew_toolbox_current (EwToolbox *toolbox)
{
  if (toolbox->active)
    return toolbox->active;
  return toolbox->hand ? ew_tool_find ("hand") : toolbox->tool;
}

void
ew_toolbox_press (EwToolbox *toolbox, const EwPointer *pointer)
{
  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  g_return_if_fail (pointer != NULL);

  ew_toolbox_cancel (toolbox);
  if (!ew_toolbox_board (toolbox))
    return;
  toolbox->active = ew_toolbox_current (toolbox);
  toolbox->press.start = toolbox->press.now = *pointer;
  if (toolbox->active->press)
    toolbox->active->press (toolbox);
  ew_toolbox_refresh (toolbox);
}

static bool
follow (EwToolbox *toolbox, const EwPointer *pointer)
{
  EwPress *press = &toolbox->press;

  if (!toolbox->active || press->broken || !ew_toolbox_board (toolbox))
    return false;
  press->now = *pointer;
  press->moved = press->moved ||
                 ew_point_distance (press->start.window, pointer->window) >=
                     EW_DRAG_THRESHOLD;
  return true;
}

void
ew_toolbox_drag (EwToolbox *toolbox, const EwPointer *pointer)
{
  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  g_return_if_fail (pointer != NULL);

  if (!follow (toolbox, pointer) || !toolbox->press.moved)
    return;
  if (toolbox->active->drag)
    toolbox->active->drag (toolbox);
  if (toolbox->active && !toolbox->active->pans)
    ew_toolbox_scroll_follow (toolbox);
}

void
ew_toolbox_release (EwToolbox *toolbox, const EwPointer *pointer)
{
  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  g_return_if_fail (pointer != NULL);

  if (!toolbox->active)
    return;
  ew_toolbox_drag (toolbox, pointer);
  if (follow (toolbox, pointer) && toolbox->active->release)
    toolbox->active->release (toolbox);
  press_end (toolbox);
}

bool
ew_toolbox_takes_click (EwToolbox *toolbox)
{
  g_return_val_if_fail (EW_IS_TOOLBOX (toolbox), false);
  return toolbox->tool->by_click && !toolbox->active;
}

void
ew_toolbox_use (EwToolbox *toolbox, EwPoint at)
{
  EwPointer pointer = { .board = at, .presses = 1 };

  g_return_if_fail (EW_IS_TOOLBOX (toolbox));

  if (!ew_toolbox_takes_click (toolbox))
    return;
  pointer.scale = toolbox->view.zoom;
  pointer.window = ew_view_to_window (&toolbox->view, at);
  ew_toolbox_press (toolbox, &pointer);
  ew_toolbox_release (toolbox, &pointer);
}

void
ew_toolbox_hover (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwTool *tool;

  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  g_return_if_fail (pointer != NULL);

  tool = ew_toolbox_current (toolbox);
  if (!toolbox->active && tool->hover && ew_toolbox_board (toolbox))
    tool->hover (toolbox, pointer);
}

void
ew_toolbox_cancel (EwToolbox *toolbox)
{
  g_return_if_fail (EW_IS_TOOLBOX (toolbox));

  if (!toolbox->active)
    return;
  if (toolbox->press.gesture && ew_toolbox_board (toolbox)) {
    ew_session_cancel_gesture (toolbox->session, toolbox->board_id,
                               toolbox->press.gesture);
    ew_selection_keep_on (toolbox->selection, ew_toolbox_board (toolbox));
  }
  press_end (toolbox);
}

bool
ew_toolbox_is_moving (EwToolbox *toolbox, EwPoint *from)
{
  g_return_val_if_fail (EW_IS_TOOLBOX (toolbox), false);
  g_return_val_if_fail (from != NULL, false);

  *from = toolbox->press.start.board;
  return toolbox->active && toolbox->press.moved &&
         toolbox->press.drag == &ew_drag_move;
}

/* Out of the group, which is then selected as a whole. */
static void
leave_group (EwToolbox *toolbox)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  g_autoptr (GPtrArray) ids = ew_selection_ids (toolbox->selection);

  g_clear_pointer (&toolbox->entered, g_free);
  if (board) {
    g_autoptr (GPtrArray) all = ew_group_expand (board, ids);

    ew_selection_set (toolbox->selection, all);
  }
}

bool
ew_toolbox_escape (EwToolbox *toolbox)
{
  g_return_val_if_fail (EW_IS_TOOLBOX (toolbox), false);

  if (toolbox->active)
    ew_toolbox_cancel (toolbox);
  else if (toolbox->tool != ew_tool_find ("select"))
    ew_toolbox_set_tool (toolbox, "select");
  else if (toolbox->entered)
    leave_group (toolbox);
  else if (ew_selection_size (toolbox->selection) > 0)
    ew_selection_clear (toolbox->selection);
  else
    return false;
  return true;
}

void
ew_toolbox_paint (EwToolbox *toolbox, EwPen *pen)
{
  const EwTool *tool;

  g_return_if_fail (EW_IS_TOOLBOX (toolbox));
  g_return_if_fail (pen != NULL);

  if (!ew_toolbox_board (toolbox))
    return;
  ew_overlay_selection (toolbox, pen);
  tool = ew_toolbox_current (toolbox);
  if (tool->paint)
    tool->paint (toolbox, pen);
}

const char *
ew_toolbox_cursor (EwToolbox *toolbox)
{
  g_return_val_if_fail (EW_IS_TOOLBOX (toolbox), "default");
  return ew_toolbox_current (toolbox)->cursor (toolbox);
}
