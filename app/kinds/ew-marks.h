/* What hangs below an object: reactions, and the other versions of its text.
 * Every kind paints it last.  Private to this room. */
#pragma once

#include "ew-object.h"
#include "ew-pen.h"

G_BEGIN_DECLS

void ew_marks_paint (const EwObject *object, const EwBoard *board, EwPen *pen);

G_END_DECLS
