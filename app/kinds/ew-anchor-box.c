#include "ew-route.h"

/* How many lines may hang on each other before the rest counts as untied. */
#define DEPTH_MAX 3

typedef struct {
  const EwBoard *board;
  int depth;
  EwRect sum;
} Walk;

static EwRect box_at (const EwBoard *board, const EwAnchor *anchor, int depth);

static void
add_anchor_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  Walk *walk = data;
  EwRect box = box_at (walk->board, anchor, walk->depth + 1);

  /* A bare point counts too. */
  box.w = MAX (box.w, 1);
  box.h = MAX (box.h, 1);
  walk->sum = ew_rect_union (walk->sum, box);
}

/* A line's place follows from what it is tied to itself. */
static EwRect
box_of_line (const EwBoard *board, const EwObject *line, int depth)
{
  Walk walk = { board, depth, EW_RECT_EMPTY };

  ew_object_each_anchor (line, add_anchor_cb, &walk);
  return walk.sum;
}

static EwRect
box_at (const EwBoard *board, const EwAnchor *anchor, int depth)
{
  const EwObject *object =
      *anchor->object ? ew_board_get (board, anchor->object) : NULL;
  EwPoint at = ew_coords_to_point (anchor->point);

  if (object && ew_kind_has (object->kind, EW_KIND_BOX))
    return ew_object_turned_box (object);
  if (object && ew_kind_has (object->kind, EW_KIND_LINE) && depth < DEPTH_MAX)
    return box_of_line (board, object, depth);
  return (EwRect){ at.x, at.y, 0, 0 };
}

EwRect
ew_anchor_box (const EwBoard *board, const EwAnchor *anchor)
{
  return box_at (board, anchor, 0);
}
