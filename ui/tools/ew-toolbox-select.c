/* What is selected with what, and what a line would be tied to. */
#include "ew-tool.h"

#include "ew-group.h"

#include <math.h>

/* Window px: so near to the middle of a side, that side is meant. */
#define SIDE_REACH 12.0

static bool
is_alone (EwToolbox *toolbox, const EwObject *object)
{
  return *object->group == '\0' ||
         g_strcmp0 (toolbox->entered, object->group) == 0;
}

/* @object, and all who are in its group unless one is inside of that. */
static GPtrArray *
with_group (EwToolbox *toolbox, const EwObject *object)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, object->id);
  if (!is_alone (toolbox, object))
    return ew_group_expand (ew_toolbox_board (toolbox), one);
  return g_ptr_array_ref (one);
}

/* Whoever presses outside of a group has left it. */
static void
leave_unless (EwToolbox *toolbox, const EwObject *object)
{
  if (g_strcmp0 (toolbox->entered, object->group) != 0)
    g_clear_pointer (&toolbox->entered, g_free);
}

void
ew_toolbox_select (EwToolbox *toolbox, const EwObject *object)
{
  g_autoptr (GPtrArray) ids = NULL;

  leave_unless (toolbox, object);
  ids = with_group (toolbox, object);
  ew_selection_set (toolbox->selection, ids);
}

void
ew_toolbox_toggle (EwToolbox *toolbox, const EwObject *object)
{
  g_autoptr (GPtrArray) ids = with_group (toolbox, object);
  bool was = ew_selection_has (toolbox->selection, object->id);

  for (guint i = 0; i < ids->len; i++)
    if (ew_selection_has (toolbox->selection, ids->pdata[i]) == was)
      ew_selection_toggle (toolbox->selection, ids->pdata[i]);
}

EwRect
ew_toolbox_selection_box (EwToolbox *toolbox)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  g_autoptr (GPtrArray) ids = ew_selection_ids (toolbox->selection);
  EwRect box = EW_RECT_EMPTY;

  for (guint i = 0; board && i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, ids->pdata[i]);

    if (object && !object->locked && ew_kind_has (object->kind, EW_KIND_BOX))
      box = ew_rect_union (box, ew_object_turned_box (object));
  }
  return box;
}

static bool
is_at_spot (const EwObject *object, EwCoords spot, const EwPointer *pointer)
{
  EwPoint at = ew_object_spot (object, spot);

  return ew_point_distance (at, pointer->board) * pointer->scale <= SIDE_REACH;
}

static EwCoords
spot_under (const EwObject *object, const EwPointer *pointer)
{
  EwRect box = ew_object_box (object);
  EwPoint at = ew_object_unturn (object, pointer->board);

  if (pointer->ctrl)
    return (
        EwCoords){ CLAMP (llround ((at.x - box.x) / box.w * 1000), 0, 1000),
                   CLAMP (llround ((at.y - box.y) / box.h * 1000), 0, 1000) };
  for (guint i = 0; i < 4; i++)
    if (is_at_spot (object, ew_side_spot (i), pointer))
      return ew_side_spot (i);
  return EW_SPOT_AUTO;
}

/* Boxes; pins and other lines cannot hold one.  A line's own end lies in front
 * of what it is dropped on, so lines are looked through. */
static const EwObject *
box_under (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  double slop = EW_PICK_SLOP / pointer->scale;

  for (guint i = ew_board_size (board); i > 0; i--) {
    const EwObject *object = ew_board_at (board, i - 1);
    EwRect reach = ew_rect_grow (ew_board_bounds_at (board, i - 1), slop);

    if (ew_kind_has (object->kind, EW_KIND_BOX) &&
        ew_rect_contains (reach, pointer->board) &&
        ew_object_hit (object, board, pointer->board, slop))
      return object;
  }
  return NULL;
}

EwAnchor
ew_toolbox_tie (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object = box_under (toolbox, pointer);

  if (!object)
    return (EwAnchor){ .object = (char *) "",
                       .spot = EW_SPOT_AUTO,
                       .point = ew_coords_from_point (pointer->board) };
  return (EwAnchor){ .object = object->id,
                     .spot = spot_under (object, pointer),
                     .point = ew_coords_from_point (pointer->board) };
}
