/* What people do to the words of an object without typing; see ew-verbs.h. */
#pragma once

#include "ew-verbs.h"

G_BEGIN_DECLS

/* Ticks or unticks the box at byte @at of the text of @id, as
 * ew_object_tick_at() tells; empty when there is none any more.
 * Returns: (transfer full). */
EwEdit *ew_verb_tick (const EwBoard *board, const char *id, gssize at);

G_END_DECLS
