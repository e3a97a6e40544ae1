/* Where a workspace is shared, and what was last seen there.
 *
 * The address is `remote.origin.url` of the bare repository's configuration and
 * the branch `branch.….merge`, as git itself has them, so that the git program
 * knows the place too. */
#pragma once

#include "ew-store-private.h"

/* The branch at the other end, "refs/heads/main"; "" when not known yet.
 * Returns: (transfer full). */
char *ew_store_remote_branch (EwStore *store);
bool ew_store_set_remote_branch (EwStore *store, const char *branch,
                                 GError **error);
/* "refs/remotes/origin/main": the remote as last seen. */
char *ew_store_tracking_ref (EwStore *store);
/* The last commit of the remote that local work was put onto.  When the
 * remote's branch no longer has it, somebody rewrote history. */
#define EW_SYNCED_REF "refs/elsewhen/synced"

/* Commits that @tip has and @known (may be zero) has not. */
bool ew_count_commits (EwStore *store, const git_oid *tip, const git_oid *known,
                       guint *count, GError **error);
