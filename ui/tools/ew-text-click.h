/* What a click means that lands on something in an object's text.
 * Private to this room. */
#pragma once

#include "ew-tool.h"

G_BEGIN_DECLS

/* Ticks a box; with Ctrl, opens a link.  Returns: whether there was one. */
bool ew_text_click (EwToolbox *toolbox, const EwObject *object);
/* Whether the pointer should say that there is. */
bool ew_text_click_is_at (const EwObject *object, const EwPointer *pointer);

G_END_DECLS
