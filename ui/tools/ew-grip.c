#include "ew-grip.h"

#include "ew-tool.h"

#include <math.h>

/* Window px. */
#define DOT_AWAY 16.0 /* from the box to a dot              */
#define DOT_REACH 9.0
#define DOTS_SEEN 48.0 /* how near the pointer has to be     */
#define TURN_AWAY 38.0 /* below the box, beyond the dot      */
#define TURN_REACH 9.0
#define END_REACH 9.0

static const EwPoint ways[] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };

EwPoint
ew_side_way (guint index)
{
  return ways[index % G_N_ELEMENTS (ways)];
}

EwCoords
ew_side_spot (guint index)
{
  EwPoint way = ew_side_way (index);

  return (EwCoords){ 500 + 500 * (gint64) way.x, 500 + 500 * (gint64) way.y };
}

/* @away window px out of the middle of a side, turned as the object is. */
static EwPoint
beside (const EwObject *object, EwPoint way, double away)
{
  EwRect box = ew_object_box (object);
  EwPoint center = ew_rect_center (box);
  EwPoint at = { center.x + way.x * (box.w / 2 + away),
                 center.y + way.y * (box.h / 2 + away) };

  return ew_point_turn (at, center, ew_object_angle (object));
}

EwPoint
ew_side_dot (const EwObject *object, guint index, double scale)
{
  return beside (object, ew_side_way (index), DOT_AWAY / scale);
}

/* The only selected object, when it may be changed. */
static const EwObject *
single (EwToolbox *toolbox)
{
  const EwBoard *board = ew_toolbox_board (toolbox);
  const char *id = ew_selection_single (toolbox->selection);
  const EwObject *object = id && board ? ew_board_get (board, id) : NULL;

  return object && !object->locked ? object : NULL;
}

static bool
can_turn (const EwObject *object, double scale)
{
  return ew_kind_has (object->kind, EW_KIND_TURNS) &&
         ew_handle_fits (ew_object_box (object), scale);
}

/* Lines come out of what is a thing; of a frame they would be in the way. */
static bool
has_dots (const EwObject *object, double scale)
{
  return ew_kind_has (object->kind, EW_KIND_BOX) &&
         !ew_kind_has (object->kind, EW_KIND_CONTAINER) &&
         ew_handle_fits (ew_object_box (object), scale);
}

static bool
is_near (EwPoint a, EwPoint b, double reach, double scale)
{
  return ew_point_distance (a, b) * scale <= reach;
}

/* In a tight row a dot would lie on the neighbour: then that is what one sees
 * and presses. */
static bool
is_free (EwToolbox *toolbox, const EwObject *object, EwPoint at, double scale)
{
  const EwPointer pointer = { .board = at, .scale = scale };
  const EwObject *under = ew_toolbox_pick (toolbox, &pointer);

  return !under || under == object || !ew_kind_has (under->kind, EW_KIND_BOX);
}

static bool
find_dot (EwToolbox *toolbox, const EwObject *object, const EwPointer *pointer,
          EwGrip *grip)
{
  if (!has_dots (object, pointer->scale))
    return false;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    EwPoint dot = ew_side_dot (object, i, pointer->scale);

    if (is_near (dot, pointer->board, DOT_REACH, pointer->scale) &&
        is_free (toolbox, object, dot, pointer->scale)) {
      *grip = (EwGrip){ .kind = EW_GRIP_DOT, .index = i };
      return true;
    }
  }
  return false;
}

static bool
find_turn (const EwObject *object, const EwPointer *pointer, EwGrip *grip)
{
  EwPoint at = beside (object, (EwPoint){ 0, 1 }, TURN_AWAY / pointer->scale);

  if (!can_turn (object, pointer->scale) ||
      !is_near (at, pointer->board, TURN_REACH, pointer->scale))
    return false;
  *grip = (EwGrip){ .kind = EW_GRIP_TURN };
  return true;
}

static bool
find_end (EwToolbox *toolbox, const EwObject *line, const EwPointer *pointer,
          EwGrip *grip)
{
  EwPoint ends[2];

  if (!line->kind->ends)
    return false;
  line->kind->ends (line, ew_toolbox_board (toolbox), ends);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (is_near (ends[i], pointer->board, END_REACH, pointer->scale)) {
      *grip = (EwGrip){ .kind = EW_GRIP_END, .index = i };
      return true;
    }
  return false;
}

/* The height of a box that follows its text is not for the hand. */
static EwHandle
allowed (const EwObject *object, EwHandle handle)
{
  if (object && ew_kind_has (object->kind, EW_KIND_GROWS))
    handle &= EW_HANDLE_LEFT | EW_HANDLE_RIGHT;
  return handle;
}

static EwHandle
handle_under (EwToolbox *toolbox, const EwObject *object,
              const EwPointer *pointer)
{
  EwPoint point = pointer->board;
  EwRect box;

  if (object && !ew_kind_has (object->kind, EW_KIND_BOX))
    return EW_HANDLE_NONE;
  box = object ? ew_object_box (object) : ew_toolbox_selection_box (toolbox);
  if (object)
    point = ew_object_unturn (object, point);
  if (ew_rect_is_empty (box))
    return EW_HANDLE_NONE;
  return allowed (object, ew_handle_at (box, point, pointer->scale));
}

EwGrip
ew_grip_at (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object = single (toolbox);
  EwGrip grip = { EW_GRIP_NONE };

  if ((!object && ew_selection_size (toolbox->selection) < 2) ||
      ew_toolbox_is_read_only (toolbox))
    return grip;
  if (object && (find_end (toolbox, object, pointer, &grip) ||
                 find_turn (object, pointer, &grip) ||
                 find_dot (toolbox, object, pointer, &grip)))
    return grip;
  grip.handle = handle_under (toolbox, object, pointer);
  if (grip.handle != EW_HANDLE_NONE)
    grip.kind = EW_GRIP_RESIZE;
  return grip;
}

/* Eight cursors for eight directions; a turned box has its own. */
static const char *
turned_cursor (EwHandle handle, double degrees)
{
  static const EwHandle round[] = {
    EW_HANDLE_RIGHT,  EW_HANDLE_RIGHT | EW_HANDLE_BOTTOM,
    EW_HANDLE_BOTTOM, EW_HANDLE_LEFT | EW_HANDLE_BOTTOM,
    EW_HANDLE_LEFT,   EW_HANDLE_LEFT | EW_HANDLE_TOP,
    EW_HANDLE_TOP,    EW_HANDLE_RIGHT | EW_HANDLE_TOP,
  };
  guint steps = (guint) lround (degrees / 45);

  for (guint i = 0; i < G_N_ELEMENTS (round); i++)
    if (round[i] == handle)
      return ew_handle_cursor (round[(i + steps) % G_N_ELEMENTS (round)]);
  return ew_handle_cursor (handle);
}

const char *
ew_grip_cursor (EwToolbox *toolbox, EwGrip grip)
{
  const EwObject *object = single (toolbox);

  switch (grip.kind) {
  case EW_GRIP_RESIZE:
    return turned_cursor (grip.handle, object ? ew_object_angle (object) : 0);
  case EW_GRIP_TURN:
    return toolbox->active ? "grabbing" : "grab";
  case EW_GRIP_END:
  case EW_GRIP_DOT:
    return "crosshair";
  case EW_GRIP_NONE:
    break;
  }
  return "default";
}

/* --- Paint ------------------------------------------------------------- */

static void
paint_mark (EwPen *pen, EwPoint at)
{
  double size = 8 / pen->scale, radius = 2 / pen->scale;
  EwRect mark = { at.x - size / 2, at.y - size / 2, size, size };

  ew_pen_fill_rect (pen, mark, radius, pen->palette->card);
  ew_pen_stroke_rect (pen, mark, radius, pen->palette->accent,
                      1.6 / pen->scale);
}

static void
paint_ring (EwPen *pen, EwPoint at, double radius)
{
  double r = radius / pen->scale;
  EwRect ring = { at.x - r, at.y - r, 2 * r, 2 * r };

  ew_pen_fill_rect (pen, ring, r, pen->palette->card);
  ew_pen_stroke_rect (pen, ring, r, pen->palette->accent, 1.6 / pen->scale);
}

static void
paint_corners (EwPen *pen, EwRect box, double degrees)
{
  EwPoint center = ew_rect_center (box);

  if (!ew_handle_fits (box, pen->scale))
    return;
  for (guint i = 0; i < 4; i++)
    paint_mark (pen, ew_point_turn (ew_handle_corner (box, i, pen->scale),
                                    center, degrees));
}

static void
paint_turn (EwToolbox *toolbox, EwPen *pen, const EwObject *object)
{
  EwPoint down = { 0, 1 };

  /* While something else is held it would only be in the way. */
  if (toolbox->active && toolbox->press.grip.kind != EW_GRIP_TURN)
    return;
  if (can_turn (object, pen->scale))
    paint_ring (pen, beside (object, down, TURN_AWAY / pen->scale), 5);
}

static void
paint_ends (EwToolbox *toolbox, EwPen *pen, const EwObject *line)
{
  EwPoint ends[2];

  line->kind->ends (line, ew_toolbox_board (toolbox), ends);
  paint_ring (pen, ends[0], 4.5);
  paint_ring (pen, ends[1], 4.5);
}

/* Only while the pointer is about: marks that are always there are noise. */
static void
paint_dots (EwToolbox *toolbox, EwPen *pen, const EwObject *object)
{
  if (!toolbox->near || toolbox->active || !has_dots (object, pen->scale))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    EwPoint dot = ew_side_dot (object, i, pen->scale);

    if (is_free (toolbox, object, dot, pen->scale))
      ew_overlay_dot (pen, dot, 1);
  }
}

static void
paint_single (EwToolbox *toolbox, EwPen *pen, const EwObject *object)
{
  if (object->kind->ends)
    paint_ends (toolbox, pen, object);
  if (!ew_kind_has (object->kind, EW_KIND_BOX))
    return;
  paint_corners (pen, ew_object_box (object), ew_object_angle (object));
  paint_turn (toolbox, pen, object);
  paint_dots (toolbox, pen, object);
}

static void
paint_several (EwToolbox *toolbox, EwPen *pen)
{
  EwRect box = ew_toolbox_selection_box (toolbox);
  EwColor line = ew_color_with_alpha (pen->palette->accent, 0.5f);

  if (ew_rect_is_empty (box))
    return;
  ew_pen_stroke_rect (pen, ew_rect_grow (box, EW_OUTLINE_GAP / pen->scale), 0,
                      line, 1 / pen->scale);
  paint_corners (pen, box, 0);
}

void
ew_grip_paint (EwToolbox *toolbox, EwPen *pen)
{
  const EwObject *object = single (toolbox);

  if (object)
    paint_single (toolbox, pen, object);
  else if (ew_selection_size (toolbox->selection) > 1)
    paint_several (toolbox, pen);
}

bool
ew_grip_is_near (EwToolbox *toolbox, const EwPointer *pointer)
{
  const EwObject *object = single (toolbox);
  EwRect around;

  if (!object || !has_dots (object, pointer->scale))
    return false;
  around = ew_rect_grow (ew_object_box (object), DOTS_SEEN / pointer->scale);
  return ew_rect_contains (around, ew_object_unturn (object, pointer->board));
}
