/* What a board is for, changed; see ew-verbs.h and ew-intent.h. */
#pragma once

#include "ew-intent.h"
#include "ew-verbs.h"

G_BEGIN_DECLS

/* The board says @intent instead of what @before, its own entry when somebody
 * began to write, said.  What others changed since then stays, as in a merge.
 * Returns: (transfer full). */
EwEdit *ew_verb_state_intent (const EwBoard *board, const EwObject *before,
                              const EwIntent *intent);

G_END_DECLS
