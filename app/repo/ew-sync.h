/* Sync: publish onto the tip.
 *
 * fetch → carry each unpublished commit onto the remote's tip by the three-way
 * merge of app/merge → push → when someone was faster, again.  Published
 * history is linear, so every clone that has the tip has the same board.
 *
 * Blocks on the network; the git thread only. */
#pragma once

#include "ew-store.h"

G_BEGIN_DECLS

/* The remote's URL; "" when the workspace is only here.  (transfer full) */
char *ew_store_remote (EwStore *store, GError **error);
/* NULL or "" forgets it.  EW_ERROR_USAGE for a URL of a kind we do not speak.
 * Does not contact it. */
bool ew_store_set_remote (EwStore *store, const char *url, GError **error);

/* Whether it could be shared at @url: it is there, a repository, whole, may be
 * read and written.  Changes nothing. */
bool ew_store_probe (EwStore *store, const char *url, GCancellable *cancellable,
                     GError **error);

/* Commits that the remote, as last seen, does not have. */
bool ew_store_unpublished (EwStore *store, guint *count, GError **error);

typedef struct {
  guint received, published; /* commits */
  char *tip; /* after it */
} EwSyncResult;
void ew_sync_result_clear (EwSyncResult *result);

/* How it is to be done. */
typedef struct {
  EwProgress progress; /* may be NULL */
  gpointer data;
  GCancellable *cancellable;
  bool in_background; /* nobody asked for it: nobody is asked for a password */
  bool accept_rewritten; /* somebody has been asked, see below */
} EwSyncWish;

/* Never loses local work: on any error the local branch has all of it.
 *
 * When the remote's history was rewritten, what it held before is gone from
 * there, and that is not followed unseen: EW_ERROR_REWRITTEN, and nothing has
 * changed, until a wish says `accept_rewritten`.  Then what was never published
 * is carried onto the new history; the old one stays in this copy under
 * refs/elsewhen/rewritten/ and does not go back to the others. */
bool ew_sync (EwStore *store, const EwSyncWish *wish, EwSyncResult *result,
              GError **error);

G_END_DECLS
