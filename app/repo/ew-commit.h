/* A commit that is really there.
 *
 * libgit2 1.5 says success on a full disk without having written, so every new
 * object is read back through a second, fresh look at the disk before a branch
 * points to it, and the branch after. */
#pragma once

#include "ew-store-private.h"
#include "ew-tree-write.h"

typedef struct {
  const git_tree *tree;
  const git_commit *parent; /* NULL: the first */
  const git_signature *author, *committer;
  const char *message;
} EwCommitWish;

/* @written: of git_oid, what else must be there; may be NULL.
 * @oid: (out): the new commit; no branch knows it yet. */
bool ew_commit_write (EwStore *store, const EwCommitWish *wish, GArray *written,
                      git_oid *oid, GError **error);

/* Moves the store's branch from @from to @to, and reads it back. */
#define EW_COMMIT_TRIES 200
bool ew_commit_adopt (EwStore *store, const git_oid *from, const git_oid *to,
                      bool *raced, GError **error);

/* False when elsewhen.json of @root asks for a newer version than ours. */
bool ew_store_may_write (EwStore *store, const git_tree *root, GError **error);
/* Lays @edit over @root, into @files. */
bool ew_edit_put (EwStore *store, const git_tree *root, EwTreeWrite *files,
                  const EwBoardEdit *edit, GError **error);

/* What is to change in @root, which is the tree of @tip (NULL: none). */
typedef bool (*EwCommitFill) (EwStore *store, const git_commit *tip,
                              const git_tree *root, EwTreeWrite *files,
                              gpointer data, GError **error);
/* Commits what @fill wants to change, by the store's identity, onto the tip as
 * it is now; calls it again when another program was faster.
 * Returns: (transfer full): the new tip, or the old one when nothing
 * differs. */
char *ew_commit_onto_tip (EwStore *store, EwCommitFill fill, gpointer data,
                          const char *message, GError **error);
