/* What an object with a formatted text says, for `to_text` of its kind.
 * Private to this room. */
#pragma once

#include "ew-object.h"

G_BEGIN_DECLS

/* Returns: (transfer full): its text without marks, else the kind's title. */
char *ew_object_words (const EwObject *object);

G_END_DECLS
