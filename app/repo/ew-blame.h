/* When was an object last changed on the remote's side?
 *
 * Asked only for true conflicts; the answers about files are kept. */
#pragma once

#include "ew-store-private.h"

typedef struct _EwBlame EwBlame;

/* History from @tip back to @stop, which may be zero: to its beginning. */
EwBlame *ew_blame_new (EwStore *store, const git_oid *tip, const git_oid *stop);
void ew_blame_free (EwBlame *blame);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwBlame, ew_blame_free)

/* Author time of the last change, seconds since 1970; 0 when there was none.
 * @object NULL: of the file at all. */
gint64 ew_blame_time (EwBlame *blame, const char *path, const char *object);
