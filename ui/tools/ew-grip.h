/* Grips: the marks around a selection that can be held, each to do something
 * else: resize it, turn it, move a line's end, draw a line out of it.
 *
 * Private to this room. */
#pragma once

#include "ew-handles.h"
#include "ew-pen.h"
#include "ew-toolbox.h"

G_BEGIN_DECLS

typedef enum {
  EW_GRIP_NONE,
  EW_GRIP_RESIZE, /* `handle` says where     */
  EW_GRIP_TURN,
  EW_GRIP_END, /* `index`: 0 from, 1 to  */
  EW_GRIP_DOT, /* `index`: which side    */
} EwGripKind;

typedef struct {
  EwGripKind kind;
  EwHandle handle;
  guint index;
} EwGrip;

/* What is under @pointer, nearest first. */
EwGrip ew_grip_at (EwToolbox *toolbox, const EwPointer *pointer);
const char *ew_grip_cursor (EwToolbox *toolbox, EwGrip grip);
void ew_grip_paint (EwToolbox *toolbox, EwPen *pen);

/* Whether @pointer is about the only selected object: then its dots show. */
bool ew_grip_is_near (EwToolbox *toolbox, const EwPointer *pointer);

/* The direction of side @index, 0…3: right, down, left, up. */
EwPoint ew_side_way (guint index);
/* Where a line is drawn out of @object: beside the middle of a side. */
EwPoint ew_side_dot (const EwObject *object, guint index, double scale);
/* The middle of that side in 1/1000 of the box. */
EwCoords ew_side_spot (guint index);

G_END_DECLS
