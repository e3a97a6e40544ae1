/* When was a member of an object last changed on a side?
 *
 * Asked only for true conflicts; the answers about files are kept. */
#pragma once

#include "ew-store-private.h"

typedef struct _EwBlame EwBlame;

/* History from @tip back to @stop, which may be zero: to its beginning. */
EwBlame *ew_blame_new (EwStore *store, const git_oid *tip, const git_oid *stop);
void ew_blame_free (EwBlame *blame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwBlame, ew_blame_free)

/* What is asked about. */
typedef struct {
  const char *path; /* of the file */
  const char *object; /* id; NULL: the file at all */
  const char *member; /* ew-object-member.h; NULL or "": the object at all */
} EwBlamed;

/* Author time of the last change, seconds since 1970; 0 when there was none. */
gint64 ew_blame_time (EwBlame *blame, const EwBlamed *what);
