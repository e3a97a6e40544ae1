/* Motion that goes on after the fingers left, and dies away.
 *
 * A plain value; nothing here knows a clock or a widget.  Private to this room.
 */
#pragma once

#include "ew-geometry.h"

G_BEGIN_DECLS

typedef struct {
  EwPoint velocity; /* px per second */
} EwKinetic;

/* Returns: how far it goes in the next @seconds. */
EwPoint ew_kinetic_step (EwKinetic *kinetic, double seconds);
bool ew_kinetic_is_moving (const EwKinetic *kinetic);

G_END_DECLS
