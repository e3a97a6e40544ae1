/* Git's own lock files, and how to know that a crash left one.
 *
 * Git makes `main.lock`, writes, renames; kill -9 in between leaves it there
 * for ever.  Every Elsewhen that writes shares a flock() meanwhile: who gets it
 * alone knows that none of us holds anything, and what is then older than a
 * minute was left behind. */
#pragma once

#include "ew-git.h"

/* While something of git's is written.  Returns: for ew_lock_release(). */
int ew_lock_share (git_repository *repo);
void ew_lock_release (int lock);

/* Removes the lock files that stand in the way of the reference @name, when
 * nobody holds them.  Returns: whether there was one. */
bool ew_lock_clear_stale (git_repository *repo, const char *name);

/* One program at a time: waits for whoever holds @path, up to @seconds.
 * Returns: for ew_lock_release(); -1 with EW_ERROR_RACED or cancelled. */
int ew_lock_alone (const char *path, guint seconds, GCancellable *cancellable,
                   GError **error);
