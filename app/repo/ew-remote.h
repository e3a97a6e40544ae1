/* The other repository: where a workspace is shared.
 *
 * Folders and file:// addresses.  Both repositories are then at hand, so
 * fetching and pushing are one transfer, there and back, and the branch at the
 * other end moves by compare-and-swap; libgit2's own local push would overwrite
 * what a faster teammate has just put there. */
#pragma once

#include "ew-store-private.h"

typedef struct _EwRemote EwRemote;

typedef struct {
  EwProgress progress;
  gpointer data;
  GCancellable *cancellable;
  bool in_background; /* never ask anybody for anything */
} EwWatch;

/* Whether we speak this kind of address, and the path it means.
 * Returns: (transfer full): the path, or NULL with EW_ERROR_USAGE. */
char *ew_remote_path (const char *url, GError **error);

/* Looks whether it is there, a repository, whole, and may be read. */
EwRemote *ew_remote_open (const char *url, GError **error);
void ew_remote_free (EwRemote *remote);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwRemote, ew_remote_free)

/* The branch its HEAD names, when that has a commit.
 * Returns: (transfer full) (nullable): "refs/heads/trunk". */
char *ew_remote_default_branch (EwRemote *remote);

/* @tip: zero when there is no such branch yet. */
bool ew_remote_tip (EwRemote *remote, const char *branch, git_oid *tip,
                    GError **error);
/* Brings @tip and everything it needs into @store. */
bool ew_remote_fetch (EwRemote *remote, EwStore *store, const git_oid *tip,
                      const EwWatch *watch, GError **error);
/* Brings @to there and moves the branch from @from.  @raced: somebody was
 * faster; then nothing has changed. */
typedef struct {
  const char *branch;
  git_oid from, to;
} EwPush;
bool ew_remote_push (EwRemote *remote, EwStore *store, const EwPush *push,
                     const EwWatch *watch, bool *raced, GError **error);
