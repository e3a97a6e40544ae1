/* References, moved by compare-and-swap.
 *
 * Two programs may commit to one workspace, two people push to one folder:
 * nobody's commit is lost, because a reference moves only from where we saw
 * it. */
#pragma once

#include "ew-git.h"

/* @oid is zero when there is no such reference. */
bool ew_ref_read (git_repository *repo, const char *name, git_oid *oid,
                  GError **error);

typedef enum {
  EW_REF_MOVED,
  EW_REF_RACED, /* it is no longer at @from; look again */
  EW_REF_FAILED,
} EwRefMove;

/* @from zero: it must not exist yet.  Waits a little for a lock that somebody
 * holds; clears one that a crash has left. */
EwRefMove ew_ref_move (git_repository *repo, const char *name,
                       const git_oid *from, const git_oid *to, GError **error);

/* Without comparing: for what nobody else moves. */
bool ew_ref_set (git_repository *repo, const char *name, const git_oid *to,
                 GError **error);
bool ew_ref_remove (git_repository *repo, const char *name, GError **error);
