/* Where a recording would be cut, in a word. */
#pragma once

#include "ew-board.h"
#include "ew-track.h"

G_BEGIN_DECLS

/* What is selected at @ms of @track, or else the chapter.
 * Returns: (transfer full) (nullable): translated; NULL when there is neither.
 */
char *ew_trim_words (const EwTrack *track, const EwBoard *board, gint64 ms);

G_END_DECLS
