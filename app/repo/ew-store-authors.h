/* Who put an object on a board and who changed it last: read from history,
 * never typed. */
#pragma once

#include "ew-store.h"

G_BEGIN_DECLS

typedef struct {
  char *author; /* who made it; NULL beyond what was searched */
  gint64 made; /* seconds since 1970 */
  char *editor; /* who changed it last */
  gint64 changed;
} EwAuthorship;
void ew_authorship_free (EwAuthorship *authorship);

/* Returns: (transfer full): id → EwAuthorship, of what is or was on @board at
 * @tip.  @known, what this gave for @known_tip, saves reading history twice
 * and stays as it is; both may be NULL.  Of a history beyond
 * EW_AUTHORS_STEPS_MAX commits only the newest part is searched. */
#define EW_AUTHORS_STEPS_MAX 5000
GHashTable *ew_store_authors (EwStore *store, const char *board,
                              const char *tip, GHashTable *known,
                              const char *known_tip, GCancellable *cancellable,
                              GError **error);

G_END_DECLS
