/* A tint around what a teammate changed: a short one while it happens, so that
 * a board that changes by itself is not a riddle; and a faint one that stays on
 * what is new since one last looked.
 *
 * Times are those of g_get_monotonic_time().  Private to this room. */
#pragma once

#include "ew-board.h"
#include "ew-pen.h"

G_BEGIN_DECLS

typedef struct _EwTint EwTint;

EwTint *ew_tint_new (void);
void ew_tint_free (EwTint *tint);

/* @ids: of char *. */
void ew_tint_add (EwTint *tint, GPtrArray *ids, gint64 now);
/* Takes both away. */
void ew_tint_clear (EwTint *tint);
/* What is new until it was seen, instead of what was new before.  @ids: of
 * char *, or NULL: nothing. */
void ew_tint_set_new (EwTint *tint, GPtrArray *ids);
/* Forgets what is over.  Returns: whether something is left to see. */
bool ew_tint_is_seen (EwTint *tint, gint64 now);
/* Those in @shown, px of the board.  @fades: the short one grows fainter, else
 * it is there and then it is not. */
void ew_tint_paint (EwTint *tint, EwPen *pen, const EwBoard *board,
                    EwRect shown, gint64 now, bool fades);

G_END_DECLS
