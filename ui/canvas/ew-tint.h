/* A short tint around what a teammate just changed, so that a board that
 * changes by itself is not a riddle.
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
void ew_tint_clear (EwTint *tint);
/* Forgets what is over.  Returns: whether something is left to see. */
bool ew_tint_is_seen (EwTint *tint, gint64 now);
/* @fades: grows fainter, else it is there and then it is not. */
void ew_tint_paint (EwTint *tint, EwPen *pen, const EwBoard *board, gint64 now,
                    bool fades);

G_END_DECLS
