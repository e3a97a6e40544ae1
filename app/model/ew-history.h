/* Undo and redo, without limit in a session.
 *
 * Keeps edits, knows no board: whoever undoes hands the inverse edit to a
 * three-way merge, so that undo never undoes a teammate.  Edits with the same
 * gesture (one drag, one burst of typing) are one step.  Entries of several
 * boards share one history; a step back takes the latest of the asked board.
 * Main thread. */
#pragma once

#include "ew-edit.h"

G_BEGIN_DECLS

typedef struct _EwHistory EwHistory;

EwHistory *ew_history_new (void);
void ew_history_free (EwHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwHistory, ew_history_free)

/* @gesture 0: a step of its own.  Forgets what could be redone on @board. */
void ew_history_add (EwHistory *history, const char *board, EwEdit *edit,
                     guint gesture);
/* The next edit to take back, or to do again, on @board, with the words for a
 * menu in ew_edit_label().  Returns: (nullable) (transfer none). */
const EwEdit *ew_history_peek_undo (const EwHistory *history,
                                    const char *board);
const EwEdit *ew_history_peek_redo (const EwHistory *history,
                                    const char *board);
/* Moves it to the other side.  Returns: (transfer full) (nullable): the edit to
 * apply, already inverted for undo. */
EwEdit *ew_history_undo (EwHistory *history, const char *board);
EwEdit *ew_history_redo (EwHistory *history, const char *board);
/* Takes back the open gesture for good: Escape in the middle of a drag.
 * Returns: (transfer full) (nullable). */
EwEdit *ew_history_cancel (EwHistory *history, const char *board,
                           guint gesture);

G_END_DECLS
