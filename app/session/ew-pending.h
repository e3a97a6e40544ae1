/* Work that is on the board but not yet in a commit: one edit a board.
 *
 * Private to the session.  Main thread. */
#pragma once

#include "ew-edit.h"

G_BEGIN_DECLS

typedef struct _EwPending EwPending;

EwPending *ew_pending_new (void);
void ew_pending_free (EwPending *pending);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwPending, ew_pending_free)

void ew_pending_add (EwPending *pending, const char *board, const EwEdit *edit);
/* Adds all of @next, which is newer. */
void ew_pending_append (EwPending *pending, EwPending *next);
bool ew_pending_is_empty (EwPending *pending);
/* Changed objects, over all boards. */
guint ew_pending_size (EwPending *pending);
/* Returns: (nullable) (transfer none). */
const EwEdit *ew_pending_get (EwPending *pending, const char *board);
/* A copy that a thread may have.
 * Returns: (transfer full): of EwBoardEdit. */
GPtrArray *ew_pending_to_edits (EwPending *pending);

G_END_DECLS
