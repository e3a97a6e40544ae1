/* A way to stop what libgit2 is doing with a repository.
 *
 * Packing asks whether to go on only every half second, and walking a history
 * never does; but all of it reads objects.  While a valve is shut no object of
 * its repository can be read, so whatever is going on ends at the next one. */
#pragma once

#include "ew-git.h"

#include <gio/gio.h>

typedef struct _EwValve EwValve;

/* Returns: (nullable): lives as long as @repo. */
EwValve *ew_valve_new (git_repository *repo, GError **error);
/* From now on it is shut while @cancellable (may be NULL: never) is cancelled.
 * What is read then fails with GIT_EUSER.  On the thread that uses the
 * repository, and not while others do. */
void ew_valve_watch (EwValve *valve, GCancellable *cancellable);
