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

/* Only what lies in the folder @within ("docs/team/boards"; "" is the top) is
 * looked at, however deep and wide the rest of a project may be.
 * Returns: (transfer full): of EwTreeChange, in the order of trees, with whole
 * paths.  EW_ERROR_DAMAGED beyond EW_TREE_DEPTH_MAX folders below @within,
 * EW_TREE_ENTRIES_MAX entries in one of them or 256 times as many in all. */
GPtrArray *ew_tree_walk (git_repository *repo, const git_tree *from,
                         const git_tree *to, const char *within,
                         GError **error);
/* All of it, also what is no workspace's: for a commit that was made here.
 * Bounded by what the program can bear. */
GPtrArray *ew_tree_walk_all (git_repository *repo, const git_tree *from,
                             const git_tree *to, GError **error);
