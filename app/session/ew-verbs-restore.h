/* Bringing back what was: a whole board, or one object; see ew-verbs.h. */
#pragma once

#include "ew-verbs.h"

G_BEGIN_DECLS

/* The board as it was in @old.  What was said since stays said: threads keep
 * their messages and asks, those begun since stay, and those that lost what
 * they were about are tied to it again. */
EwEdit *ew_verb_restore_board (const EwBoard *board, const EwBoard *old);
/* One object as it was in @old.  EW_ERROR_NOT_FOUND when it was not there. */
EwEdit *ew_verb_restore_object (const EwBoard *board, const EwBoard *old,
                                const char *id, GError **error);

G_END_DECLS
