/* Trees, read with bounds.
 *
 * A tree from elsewhere may hold anything.  Only plain files (mode 100644) of a
 * bounded size are read, folders only as deep and as wide as a board can need,
 * and nothing is ever followed. */
#pragma once

#include "ew-git.h"

#define EW_TREE_DEPTH_MAX 8
#define EW_TREE_ENTRIES_MAX 20000
#define EW_BLOB_MAX (16 * 1024 * 1024)

/* EW_ERROR_DAMAGED when it is larger than EW_TREE_ENTRIES_MAX or not there. */
git_tree *ew_tree_open (git_repository *repo, const git_oid *oid,
                        GError **error);
/* The same for a folder of a project, which may have more entries. */
git_tree *ew_tree_open_wide (git_repository *repo, const git_oid *oid,
                             GError **error);
git_tree *ew_tree_empty (git_repository *repo, GError **error);
/* The folder at @path ("a/b"); an empty tree when there is none. */
git_tree *ew_tree_folder (git_repository *repo, const git_tree *root,
                          const char *path, GError **error);

/* An entry as a value; `mode` 0: there is none. */
typedef struct {
  git_oid oid;
  git_filemode_t mode;
} EwEntry;

EwEntry ew_entry_of (const git_tree_entry *entry);
bool ew_entry_equal (EwEntry a, EwEntry b);
/* @path may be deep. */
EwEntry ew_tree_entry (const git_tree *tree, const char *path);

/* The content of a plain file.  No entry gives an empty text.  Anything but a
 * plain file, or one that is too large or missing, is EW_ERROR_DAMAGED, with
 * @path in its sentence. */
bool ew_entry_read (git_repository *repo, EwEntry entry, const char *path,
                    GBytes **text, GError **error);
