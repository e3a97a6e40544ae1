/* What differs between two trees, file by file.
 *
 * Folders with equal ids are skipped without a look, so the cost is that of
 * what changed; libgit2's own diff reads them all. */
#pragma once

#include "ew-tree.h"

typedef struct {
  char *path; /* "boards/x/objects/3f.json" */
  EwEntry from, to; /* mode 0: not there      */
} EwTreeChange;

/* Returns: (transfer full): of EwTreeChange, in the order of trees.
 * EW_ERROR_DAMAGED beyond EW_TREE_DEPTH_MAX or 256 × EW_TREE_ENTRIES_MAX
 * entries. */
GPtrArray *ew_tree_walk (git_repository *repo, const git_tree *from,
                         const git_tree *to, GError **error);
