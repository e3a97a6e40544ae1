/* How deep folders lie in folders.
 *
 * libgit2 goes down into a tree by calling itself, a little of the stack for
 * each folder: what comes from elsewhere must not be deeper than that bears. */
#pragma once

#include "ew-git.h"

/* As deep as a path on a disk can be. */
#define EW_FOLDERS_DEEP_MAX 4096

/* What has been looked at, over several trees.  (transfer full) */
GHashTable *ew_depths_new (void);
/* Whether @tree is at most EW_FOLDERS_DEEP_MAX deep; what cannot be read counts
 * as empty.  Looks at each folder once, and needs no stack. */
bool ew_tree_is_shallow (git_repository *repo, const git_oid *tree,
                         GHashTable *depths);
