/* The versions of one board, a page at a time, with what each of them did. */
#pragma once

#include "ew-store.h"

G_BEGIN_DECLS

/* A version, beside the one before it. */
typedef struct {
  EwVersion *version;
  char *before; /* the commit before; "" at the beginning of history */
  guint made, changed, removed; /* objects */
  GPtrArray *gone; /* of EwObject: the removed ones, as they were last */
} EwRevision;
void ew_revision_free (EwRevision *revision);

typedef struct {
  GPtrArray *revisions; /* of EwRevision, newest first */
  char *next; /* where the next page begins; NULL: that was all */
} EwHistoryPage;
void ew_history_page_free (EwHistoryPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwHistoryPage, ew_history_page_free)

/* At most @limit versions in which @board changed, from the commit @from (NULL:
 * the tip) back.  Looks at no more than EW_HISTORY_STEPS_MAX commits: where
 * most of them are about other boards, a page may be empty and yet not the
 * last. Returns: (transfer full). */
#define EW_HISTORY_STEPS_MAX 1000
EwHistoryPage *ew_store_history (EwStore *store, const char *board,
                                 const char *from, guint limit,
                                 GCancellable *cancellable, GError **error);

G_END_DECLS
