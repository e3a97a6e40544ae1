/* The mark on an object that holds two versions of a text: a merge could not
 * decide, and a person can.  Every kind with a text paints it last.
 * Private to this room. */
#pragma once

#include "ew-object.h"
#include "ew-pen.h"

G_BEGIN_DECLS

/* Inside the top right corner of @box; nothing when there is no clash. */
void ew_clash_mark_paint (const EwObject *object, EwRect box, EwPen *pen);

G_END_DECLS
