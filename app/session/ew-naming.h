/* Who gave somebody a part in a board, as its history tells it.
 *
 * Only the git thread reads it. */
#pragma once

#include "ew-intent.h"
#include "ew-store.h"

G_BEGIN_DECLS

typedef struct {
  char *who, *email; /* of whom the history says so */
  gint64 time; /* seconds since 1970 */
} EwNaming;

typedef struct {
  const char *board;
  const EwObject *self; /* the board's own entry, as it is now */
  EwRole role;
  const char *const *me; /* addresses, NULL-terminated */
} EwNamingWish;

/* Remembers what was found: as long as a board's own entry stays, history is
 * not read again. */
typedef struct _EwNamings EwNamings;
EwNamings *ew_namings_new (void);
void ew_namings_free (EwNamings *namings);

/* Who named them, so that they are named without a break up to @tip.
 * Returns: (transfer none) (nullable), until the same is asked for again; NULL:
 * they are not named at @tip, or were before what EW_BIOGRAPHY_STEPS_MAX
 * commits tell. */
const EwNaming *ew_namings_find (EwNamings *namings, EwStore *store,
                                 const EwNamingWish *wish, const char *tip,
                                 GCancellable *cancellable);

G_END_DECLS
