/* The other repository: where a workspace is shared.
 *
 * A folder is read and written here (ew-remote-folder.c), another machine is
 * talked to (ew-remote-net.c); both move a branch by compare-and-swap.  Nothing
 * that comes from there is believed or run, and only the one branch is looked
 * at. */
#pragma once

#include "ew-prompt.h"
#include "ew-store-private.h"

typedef struct _EwRemote EwRemote;

typedef struct {
  EwProgress progress;
  gpointer data;
  GCancellable *cancellable;
  bool in_background; /* never ask anybody for anything */
  const EwPrompter *prompter; /* NULL: the store's */
} EwWatch;

/* Looks whether it is there, a repository, whole, and may be read.  @store:
 * what will be fetched into and pushed from; NULL only to look.  @store and
 * what @watch points to must outlive it. */
EwRemote *ew_remote_open (const char *url, EwStore *store, const EwWatch *watch,
                          GError **error);
void ew_remote_free (EwRemote *remote);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwRemote, ew_remote_free)

/* The branch its HEAD names, when that has a commit.
 * Returns: (transfer full) (nullable): "refs/heads/trunk". */
char *ew_remote_default_branch (EwRemote *remote);

/* @tip: zero when there is no such branch yet. */
bool ew_remote_tip (EwRemote *remote, const char *branch, git_oid *tip,
                    GError **error);
/* Brings @tip, which ew_remote_tip() has just told, and everything it needs
 * into @store. */
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
/* Whether one may write to it, without doing so. */
bool ew_remote_may_write (EwRemote *remote, const char *branch, GError **error);
