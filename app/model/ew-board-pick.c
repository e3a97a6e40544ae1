/* Which objects are where: pointing at a board. */
#include "ew-board.h"

#include <string.h>

/* A pin is drawn at one size whatever the zoom, so the point is carried into
 * the scale it is drawn at, around the place it is tied to. */
static EwPoint
point_at_pin (const EwBoard *board, const EwObject *pin, EwPoint point,
              double scale)
{
  const EwField *field = ew_kind_find_field (pin->kind, "anchor");
  if (field == NULL)
    return point;
  EwPoint at =
      ew_board_anchor_point (board, ew_field_get_anchor (field, &pin->record));
  return (EwPoint){ at.x + (point.x - at.x) * scale,
                    at.y + (point.y - at.y) * scale };
}

static bool
is_hit (const EwBoard *board, guint index, EwPoint point, double slop,
        double scale)
{
  const EwObject *object = ew_board_at (board, index);
  if (ew_kind_has (object->kind, EW_KIND_PIN)) {
    point = point_at_pin (board, object, point, scale);
    slop *= scale;
  }
  EwRect bounds = ew_rect_grow (ew_board_bounds_at (board, index), slop);
  return ew_rect_contains (bounds, point) &&
         ew_object_hit (object, board, point, slop);
}

const EwObject *
ew_board_pick (const EwBoard *board, EwPoint point, double slop, double scale)
{
  for (guint i = ew_board_size (board); i > 0; i--)
    if (is_hit (board, i - 1, point, slop, scale))
      return ew_board_at (board, i - 1);
  return NULL;
}

GPtrArray *
ew_board_pick_area (const EwBoard *board, EwRect area, bool touching)
{
  GPtrArray *result = g_ptr_array_new ();
  for (guint i = 0; i < ew_board_size (board); i++) {
    EwRect bounds = ew_board_bounds_at (board, i);
    const EwObject *object = ew_board_at (board, i);
    /* The room for a shadow is not the object. */
    if (ew_kind_has (object->kind, EW_KIND_BOX))
      bounds = ew_object_turned_box (object);
    if (touching ? ew_rect_intersects (area, bounds)
                 : ew_rect_covers (area, bounds))
      g_ptr_array_add (result, (gpointer) object);
  }
  return result;
}

static bool
is_smaller (EwRect a, EwRect b)
{
  return a.w * a.h < b.w * b.h;
}

const EwObject *
ew_board_container_at (const EwBoard *board, EwPoint point, GHashTable *except)
{
  const EwObject *found = NULL;
  for (guint i = ew_board_size (board); i > 0; i--) {
    const EwObject *object = ew_board_at (board, i - 1);
    if (!ew_kind_has (object->kind, EW_KIND_CONTAINER) ||
        (except && g_hash_table_contains (except, object->id)) ||
        !ew_rect_contains (ew_object_box (object), point))
      continue;
    if (!found || is_smaller (ew_object_box (object), ew_object_box (found)))
      found = object;
  }
  return found;
}

GPtrArray *
ew_board_children (const EwBoard *board, const char *id)
{
  GPtrArray *children = g_ptr_array_new ();
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    if (strcmp (object->parent, id) == 0)
      g_ptr_array_add (children, (gpointer) object);
  }
  return children;
}

/* What an anchor on @object is measured in: the box, or for a line all it
 * covers. */
static EwRect
anchor_frame (const EwBoard *board, const EwObject *object)
{
  if (ew_kind_has (object->kind, EW_KIND_BOX))
    return ew_object_turned_box (object);
  return ew_object_bounds (object, board);
}

EwRect
ew_board_anchor_box (const EwBoard *board, const EwAnchor *anchor)
{
  const EwObject *object =
      *anchor->object ? ew_board_get (board, anchor->object) : NULL;
  if (object && !ew_kind_has (object->kind, EW_KIND_META))
    return anchor_frame (board, object);
  EwPoint at = ew_coords_to_point (anchor->point);
  return (EwRect){ at.x, at.y, 0, 0 };
}

EwPoint
ew_board_anchor_point (const EwBoard *board, const EwAnchor *anchor)
{
  EwRect box = ew_board_anchor_box (board, anchor);
  if (ew_rect_is_empty (box) || ew_anchor_is_auto (anchor))
    return ew_rect_center (box);
  const EwObject *object = ew_board_get (board, anchor->object);
  if (ew_kind_has (object->kind, EW_KIND_BOX))
    return ew_object_spot (object, anchor->spot);
  return (EwPoint){ box.x + box.w * anchor->spot.x / 1000.0,
                    box.y + box.h * anchor->spot.y / 1000.0 };
}
