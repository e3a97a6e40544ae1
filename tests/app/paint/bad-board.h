/* Objects that are legal, and that nobody in their senses would make: what a
 * broken program or a hostile hand puts on a board. */
#pragma once

#include "ew-board.h"

/* What they are, for messages; NULL-terminated. */
extern const char *const bad_names[];
/* Returns: (transfer full): of EwObject, those of one name. */
GPtrArray *bad_objects (const char *name);
/* All of them.  Returns: (transfer full). */
GPtrArray *bad_objects_all (void);
