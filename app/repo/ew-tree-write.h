/* A tree with some files replaced.
 *
 * Like git_tree_create_updated(), but a folder that becomes empty goes, as git
 * itself has it, so that equal content is an equal tree; and a file may take
 * the place of a folder or link. */
#pragma once

#include "ew-tree.h"

typedef struct _EwTreeWrite EwTreeWrite;

EwTreeWrite *ew_tree_write_new (git_repository *repo);
void ew_tree_write_free (EwTreeWrite *write);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwTreeWrite, ew_tree_write_free)

/* A later word about the same path counts. @entry with mode 0 removes it. */
void ew_tree_write_put (EwTreeWrite *write, const char *path, EwEntry entry);
/* Stores @text and puts it there; NULL removes the file. */
bool ew_tree_write_put_text (EwTreeWrite *write, const char *path,
                             const char *text, GError **error);
bool ew_tree_write_put_bytes (EwTreeWrite *write, const char *path,
                              GBytes *bytes, GError **error);
/* What was put at @path; `mode` 0: nothing. */
EwEntry ew_tree_write_at (EwTreeWrite *write, const char *path);
bool ew_tree_write_is_empty (const EwTreeWrite *write);

/* Returns: (transfer full): @base with everything put in place.  May be called
 * again with another base. */
git_tree *ew_tree_write_finish (EwTreeWrite *write, const git_tree *base,
                                GError **error);
/* Every object written so far, of git_oid: what must be read back. */
GArray *ew_tree_write_written (EwTreeWrite *write);
