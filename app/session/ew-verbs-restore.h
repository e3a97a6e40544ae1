/* Bringing back what was: a whole board, or one object; see ew-verbs.h. */
#pragma once

#include "ew-verbs.h"

G_BEGIN_DECLS

/* The board as it was in @old.  What was said since stays said: threads keep
 * their messages and asks, those begun since stay, and those that lost what
 * they were about are tied to it again. */
EwEdit *ew_verb_restore_board (const EwBoard *board, const EwBoard *old);
/* Objects as they were in @old; @ids: of char *.  What was tied to one that is
 * gone is tied to it again, what lay in a frame lies in it again, unless
 * somebody has put it elsewhere since.  EW_ERROR_NOT_FOUND when one of them was
 * not there. */
EwEdit *ew_verb_restore_objects (const EwBoard *board, const EwBoard *old,
                                 GPtrArray *ids, GError **error);
/* The same for one. */
EwEdit *ew_verb_restore_object (const EwBoard *board, const EwBoard *old,
                                const char *id, GError **error);

G_END_DECLS
