/* The select tool: what a press on the board means when no other tool is
 * chosen.  A press only selects; what a drag does is decided by where it began,
 * and a click's meaning (edit, open, thread) waits for the release. */
#include "ew-tool.h"

#include "ew-reaction-click.h"
#include "ew-text-click.h"
#include "ew-walkthrough.h"

/* From an object to one that a click makes beside it, px of the board. */
#define BRANCH_GAP 88.0

static bool
adds (const EwPointer *pointer)
{
  return pointer->shift || pointer->ctrl;
}

static void
press_grip (EwToolbox *toolbox, EwGrip grip)
{
  static const EwDrag *const drags[] = {
    [EW_GRIP_RESIZE] = &ew_drag_resize,
    [EW_GRIP_TURN] = &ew_drag_turn,
    [EW_GRIP_END] = &ew_drag_end,
    [EW_GRIP_DOT] = &ew_drag_connect,
  };

  toolbox->press.drag = drags[grip.kind];
  toolbox->press.grip = grip;
  toolbox->press.target = g_strdup (ew_selection_single (toolbox->selection));
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
    ew_toolbox_toggle (toolbox, object);
  else
    ew_toolbox_select (toolbox, object);
}

/* On what is locked one sweeps as on the empty board; a click selects it. */
static void
press_ground (EwToolbox *toolbox, const EwObject *locked)
{
  EwPress *press = &toolbox->press;

  press->drag = &ew_drag_marquee;
  if (locked) {
    press->target = g_strdup (locked->id);
    press->was_selected = ew_selection_has (toolbox->selection, locked->id);
  }
  if (!adds (&press->start) && !press->was_selected)
    ew_selection_clear (toolbox->selection);
}

/* A reaction lies on the edge by which one resizes, and goes before it. */
static EwGrip
grip_under (EwToolbox *toolbox, const EwPointer *pointer,
            const EwObject *object)
{
  if (object && ew_reaction_click_is_at (toolbox, object, pointer))
    return (EwGrip){ EW_GRIP_NONE };
  return ew_grip_at (toolbox, pointer);
}

void
ew_select_tool_press (EwToolbox *toolbox)
{
  const EwPointer *pointer = &toolbox->press.start;
  const EwObject *object = ew_toolbox_pick (toolbox, pointer);
  EwGrip grip = grip_under (toolbox, pointer, object);

  if (grip.kind != EW_GRIP_NONE)
    press_grip (toolbox, grip);
  else if (object && !object->locked)
    press_object (toolbox, object);
  else
    press_ground (toolbox, object);
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
  if (ew_object_play_at (object, pointer->board) >= 0) {
    toolbox->host->play (object->id, ew_object_play_at (object, pointer->board),
                         toolbox->data);
    return true;
  }
  url = ew_object_link_at (object, pointer->board);
  if (!url || !ew_url_is_safe (url))
    return false;
  toolbox->host->open (url, toolbox->data);
  return true;
}

/* What has text to type into, or an address that the host asks for. */
static bool
is_editable (const EwObject *object)
{
  return object->kind->text_spot || object->kind->link;
}

/* Into the group on the first double-click, into the text on the next. */
static void
double_click (EwToolbox *toolbox, const EwObject *object)
{
  bool is_inside = g_strcmp0 (toolbox->entered, object->group) == 0;

  if (*object->group && !is_inside) {
    g_free (toolbox->entered);
    toolbox->entered = g_strdup (object->group);
    ew_selection_set_one (toolbox->selection, object->id);
  } else if (is_editable (object) && !object->locked) {
    toolbox->host->edit (toolbox->press.target, false, toolbox->data);
  }
}

static void
click_object (EwToolbox *toolbox, const EwObject *object)
{
  const EwPress *press = &toolbox->press;

  if (ew_reaction_click (toolbox, object) || ew_text_click (toolbox, object))
    return;
  if (adds (&press->start)) {
    if (press->was_selected ||
        !ew_selection_has (toolbox->selection, object->id))
      ew_toolbox_toggle (toolbox, object);
    return;
  }
  ew_toolbox_select (toolbox, object);
  if (press->start.presses == 1)
    click_opens (toolbox, object);
  else if (press->start.presses == 2)
    double_click (toolbox, object);
}

/* A dot that was only clicked: one more on that side. */
static void
click_dot (EwToolbox *toolbox, const EwObject *object)
{
  EwPoint way = ew_side_way (toolbox->press.grip.index);
  EwRect box = ew_object_box (object);
  EwPoint center = ew_rect_center (box);
  EwPoint at = { center.x + way.x * (box.w + BRANCH_GAP),
                 center.y + way.y * (box.h + BRANCH_GAP) };

  ew_toolbox_branch (toolbox, object,
                     ew_point_turn (at, center, ew_object_angle (object)));
}

static void
click (EwToolbox *toolbox)
{
  const EwPress *press = &toolbox->press;
  const EwObject *object =
      press->target ? ew_board_get (ew_toolbox_board (toolbox), press->target)
                    : NULL;

  if (object && press->grip.kind == EW_GRIP_DOT)
    click_dot (toolbox, object);
  else if (object)
    click_object (toolbox, object);
  else if (press->grip.kind == EW_GRIP_NONE && !press->target &&
           press->start.presses == 2)
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

  return url != NULL || ew_object_play_at (object, point) >= 0;
}

static const char *
cursor_over (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object = ew_toolbox_pick (toolbox, pointer);
  EwGrip grip = grip_under (toolbox, pointer, object);

  if (grip.kind != EW_GRIP_NONE)
    return ew_grip_cursor (toolbox, grip);
  if (!object)
    return "default";
  if (ew_kind_has (object->kind, EW_KIND_PIN) ||
      is_card_link_at (object, pointer->board) ||
      ew_reaction_click_is_at (toolbox, object, pointer) ||
      ew_text_click_is_at (object, pointer))
    return "pointer";
  if (object->locked || ew_toolbox_is_read_only (toolbox))
    return "default";
  return ew_selection_has (toolbox->selection, object->id) ? "move" : "default";
}

void
ew_select_tool_hover (EwToolbox *toolbox, const EwPointer *pointer)
{
  const char *cursor = cursor_over (toolbox, pointer);
  bool near = ew_grip_is_near (toolbox, pointer);

  if (g_strcmp0 (cursor, toolbox->cursor) == 0 && near == toolbox->near)
    return;
  toolbox->cursor = cursor;
  toolbox->near = near;
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
