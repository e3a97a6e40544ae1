/* Who wrote what on a board, for who shows it; see ew-session.h. */
#pragma once

#include "ew-session.h"
#include "ew-store-authors.h"

G_BEGIN_DECLS

/* Reads history as far as it is not known yet, on the git thread. */
void ew_session_authors_async (EwSession *session, const char *board,
                               GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): id → EwAuthorship; never changed again.  What is
 * not in it, and on the board, is not in a commit yet: one's own. */
GHashTable *ew_session_authors_finish (EwSession *session, GAsyncResult *result,
                                       GError **error);

G_END_DECLS
