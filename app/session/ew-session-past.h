/* What was: the versions of a board, one of them open beside the live one, and
 * the life of an object; see ew-session.h.  Main thread; history is read on the
 * git thread. */
#pragma once

#include "ew-session.h"
#include "ew-store-biography.h"
#include "ew-store-history.h"

G_BEGIN_DECLS

/* The commit that the open boards stand on, "" before the first. */
const char *ew_session_tip (EwSession *session);

/* A page of versions from @from (NULL: the tip) back; see ew-store-history.h.
 */
void ew_session_history_async (EwSession *session, const char *board,
                               const char *from, guint limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full). */
EwHistoryPage *ew_session_history_finish (EwSession *session,
                                          GAsyncResult *result, GError **error);

/* Of one object, up to the tip.  What is not in a commit yet is not told. */
void ew_session_biography_async (EwSession *session, const char *board,
                                 const char *id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): of EwDeed, newest first. */
GPtrArray *ew_session_biography_finish (EwSession *session,
                                        GAsyncResult *result, GError **error);

/* Opens @board as it was at @rev, read-only, beside the live one: under a name
 * of its own, which stands for a board wherever one is shown, until it is given
 * to ew_session_unload(). */
void ew_session_open_past_async (EwSession *session, const char *board,
                                 const char *rev, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): the name. */
char *ew_session_open_past_finish (EwSession *session, GAsyncResult *result,
                                   GError **error);

G_END_DECLS
