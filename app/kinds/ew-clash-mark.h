/* The other versions of a text that two people rewrote at once, on a slip under
 * the object, until a person chooses.  Every kind with a text paints it last.
 * Private to this room. */
#pragma once

#include "ew-object.h"
#include "ew-pen.h"

G_BEGIN_DECLS

/* In ew_object_clash_box(); nothing when there is no clash. */
void ew_clash_mark_paint (const EwObject *object, const EwBoard *board,
                          EwPen *pen);

G_END_DECLS
