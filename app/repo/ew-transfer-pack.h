/* Many objects at once: a pack, made beside the work.
 *
 * libgit2 looks for what is alike without asking whether anybody still waits,
 * for seconds; so that is done on a thread of its own, with a repository of its
 * own, which is left behind when the work is cancelled and ends by itself. */
#pragma once

#include "ew-transfer.h"

/* Returns: libgit2's code; GIT_EUSER when cancelled. */
int ew_transfer_pack (const EwTransfer *transfer);
/* What goes over, newest first. */
int ew_transfer_walk (const EwTransfer *transfer, git_revwalk **walk);
