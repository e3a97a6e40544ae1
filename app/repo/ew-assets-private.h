/* What commits and the check do with assets.  Private to this room. */
#pragma once

#include "ew-assets.h"
#include "ew-store-private.h"
#include "ew-tree-write.h"

/* Puts what @edit mentions, and @root does not have, into @files.  What is
 * neither there nor waiting is left to ew_store_check(). */
bool ew_assets_put (EwStore *store, const git_tree *root, EwTreeWrite *files,
                    const EwEdit *edit, GError **error);
/* The same with one that is mentioned elsewhere. */
bool ew_assets_put_one (EwStore *store, const git_tree *root,
                        EwTreeWrite *files, const char *asset, GError **error);
/* Lets go of what waited and now is in the tip. */
void ew_assets_settle (EwStore *store, const EwEdit *edit);
/* Removes what was put before @before (seconds since 1970) and was taken by no
 * commit since.  Returns: how many. */
guint ew_assets_sweep (EwStore *store, gint64 before);

/* Whether every asset in @root is what its name says. */
bool ew_assets_check (EwStore *store, const git_tree *root, GPtrArray *faults,
                      GCancellable *cancellable, GError **error);
/* Whether what @board mentions is there. */
void ew_assets_check_board (EwStore *store, const git_tree *root,
                            const EwBoard *board, GPtrArray *faults);
