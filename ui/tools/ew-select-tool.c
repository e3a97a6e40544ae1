/* The select tool: what a press on the board means when no other tool is
 * chosen.  A press only selects; what a drag does is decided by where it began,
 * and a click's meaning (edit, open, thread) waits for the release. */
#include "ew-tool.h"

#include "ew-text-click.h"
#include "ew-walkthrough.h"

static const EwObject *
resizable (EwToolbox *toolbox)
{
  const char *id = ew_selection_single (toolbox->selection);
  const EwObject *object =
      id ? ew_board_get (ew_toolbox_board (toolbox), id) : NULL;

  return object && ew_kind_has (object->kind, EW_KIND_BOX) ? object : NULL;
}

static EwHandle
handle_under (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object = resizable (toolbox);

  if (!object)
    return EW_HANDLE_NONE;
  return ew_handle_at (ew_object_box (object), pointer->board, pointer->scale);
}

static bool
adds (const EwPointer *pointer)
{
  return pointer->shift || pointer->ctrl;
}

static void
press_handle (EwToolbox *toolbox, EwHandle handle)
{
  const EwObject *object = resizable (toolbox);

  toolbox->press.drag = &ew_drag_resize;
  toolbox->press.handle = handle;
  toolbox->press.box = ew_object_box (object);
  toolbox->press.target = g_strdup (object->id);
  toolbox->press.was_selected = true;
}

static void
press_object (EwToolbox *toolbox, const EwObject *object)
{
  EwPress *press = &toolbox->press;

  press->drag = &ew_drag_move;
  press->target = g_strdup (object->id);
  press->was_selected = ew_selection_has (toolbox->selection, object->id);
  if (press->was_selected)
    return;
  if (adds (&press->start))
    ew_selection_toggle (toolbox->selection, object->id);
  else
    ew_selection_set_one (toolbox->selection, object->id);
}

void
ew_select_tool_press (EwToolbox *toolbox)
{
  const EwPointer *pointer = &toolbox->press.start;
  EwHandle handle = handle_under (toolbox, pointer);
  const EwObject *object = ew_toolbox_pick (toolbox, pointer);

  if (handle != EW_HANDLE_NONE) {
    press_handle (toolbox, handle);
    return;
  }
  if (object) {
    press_object (toolbox, object);
    return;
  }
  toolbox->press.drag = &ew_drag_marquee;
  if (!adds (pointer))
    ew_selection_clear (toolbox->selection);
}

void
ew_select_tool_drag (EwToolbox *toolbox)
{
  EwPress *press = &toolbox->press;

  if (!press->ids) {
    press->ids = ew_selection_ids (toolbox->selection);
    if (press->drag->start)
      press->drag->start (toolbox);
  }
  if (!press->broken)
    press->drag->drag (toolbox);
}

/* Returns: whether the click opened something. */
static bool
click_opens (EwToolbox *toolbox, const EwObject *object)
{
  const EwPointer *pointer = &toolbox->press.start;
  g_autofree char *url = NULL;

  if (ew_kind_has (object->kind, EW_KIND_PIN)) {
    toolbox->host->show_thread (object->id, toolbox->data);
    return true;
  }
  if (!object->kind->link)
    return false;
  url = ew_object_link_at (object, pointer->board);
  if (!url || !ew_url_is_safe (url))
    return false;
  toolbox->host->open (url, toolbox->data);
  return true;
}

static void
click_object (EwToolbox *toolbox, const EwObject *object)
{
  const EwPress *press = &toolbox->press;

  if (ew_text_click (toolbox, object))
    return;
  if (adds (&press->start)) {
    if (press->was_selected)
      ew_selection_toggle (toolbox->selection, object->id);
    return;
  }
  ew_selection_set_one (toolbox->selection, object->id);
  if (press->start.presses == 1)
    click_opens (toolbox, object);
  else if (press->start.presses == 2 && object->kind->text_spot)
    toolbox->host->edit (press->target, false, toolbox->data);
}

static void
click (EwToolbox *toolbox)
{
  const EwPress *press = &toolbox->press;
  const EwObject *object =
      press->target ? ew_board_get (ew_toolbox_board (toolbox), press->target)
                    : NULL;

  if (object)
    click_object (toolbox, object);
  else if (!press->target && press->start.presses == 2)
    ew_toolbox_create (toolbox, ew_tool_find ("note"), press->start.board,
                       EW_RECT_EMPTY);
}

void
ew_select_tool_release (EwToolbox *toolbox)
{
  const EwPress *press = &toolbox->press;

  if (!press->moved)
    click (toolbox);
  else if (press->drag->drop)
    press->drag->drop (toolbox);
}

static bool
is_card_link_at (const EwObject *object, EwPoint point)
{
  g_autofree char *url =
      object->kind->link ? ew_object_link_at (object, point) : NULL;

  return url != NULL;
}

static const char *
cursor_over (EwToolbox *toolbox, const EwPointer *pointer)
{
  EwHandle handle = handle_under (toolbox, pointer);
  const EwObject *object = ew_toolbox_pick (toolbox, pointer);

  if (handle != EW_HANDLE_NONE)
    return ew_handle_cursor (handle);
  if (!object)
    return "default";
  if (ew_kind_has (object->kind, EW_KIND_PIN) ||
      is_card_link_at (object, pointer->board) ||
      ew_text_click_is_at (object, pointer))
    return "pointer";
  return ew_selection_has (toolbox->selection, object->id) ? "move" : "default";
}

void
ew_select_tool_hover (EwToolbox *toolbox, const EwPointer *pointer)
{
  const char *cursor = cursor_over (toolbox, pointer);

  if (g_strcmp0 (cursor, toolbox->cursor) == 0)
    return;
  toolbox->cursor = cursor;
  ew_toolbox_refresh (toolbox);
}

void
ew_select_tool_paint (EwToolbox *toolbox, EwPen *pen)
{
  const EwPress *press = &toolbox->press;

  if (press->moved && press->drag->paint)
    press->drag->paint (toolbox, pen);
}

const char *
ew_select_tool_cursor (EwToolbox *toolbox)
{
  const EwPress *press = &toolbox->press;

  if (toolbox->active && press->moved && !press->broken)
    return press->drag->cursor (toolbox);
  return toolbox->cursor;
}
