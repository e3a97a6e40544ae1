/* Into a frame and out of it, without a pointer. */
#pragma once

#include "ew-board.h"

G_BEGIN_DECLS

/* Moves @ids together to a free place inside the frame @frame, which then owns
 * them; a frame that is full grows.  @frame NULL or "": out of their frames, to
 * the right of them.  Lines and what is locked stay.
 * Returns: (transfer full): maybe empty. */
EwEdit *ew_verb_move_into (const EwBoard *board, GPtrArray *ids,
                           const char *frame);

G_END_DECLS
