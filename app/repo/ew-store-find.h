/* Which workspaces a repository has: folders with a file elsewhen.json. */
#pragma once

#include "ew-store-private.h"

/* Looks no deeper and no wider than a project has reason to put one; what is
 * larger is passed over.
 * Returns: (transfer full): paths, "" is the top; at most EW_FIND_MAX. */
#define EW_FIND_MAX 64
GPtrArray *ew_store_find (git_repository *repo, const git_tree *root);
