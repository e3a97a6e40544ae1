/* The life of one object, as history tells it: who made, reworded, moved it. */
#pragma once

#include "ew-store.h"

G_BEGIN_DECLS

typedef enum {
  EW_DEED_MADE,
  EW_DEED_WORDED, /* other words */
  EW_DEED_MOVED, /* elsewhere, larger, turned, tied to something else */
  EW_DEED_CHANGED, /* anything else that one sees */
  EW_DEED_DELETED,
} EwDeedWhat;

typedef struct {
  EwDeedWhat what;
  char *who;
  gint64 time; /* seconds since 1970; of a run of the same: the last */
  char *rev; /* the commit */
} EwDeed;
void ew_deed_free (EwDeed *deed);

/* What was done to the object @id of @board up to @tip (NULL: the tip), newest
 * first.  What one person did again and again, with nobody else between, is one
 * deed.  Only the file that holds the object is read.  Of a history beyond
 * EW_BIOGRAPHY_STEPS_MAX commits only the newest part is searched.
 * Returns: (transfer full): of EwDeed. */
#define EW_BIOGRAPHY_STEPS_MAX 5000
GPtrArray *ew_store_biography (EwStore *store, const char *board,
                               const char *id, const char *tip,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
