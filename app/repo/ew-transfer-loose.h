/* A few objects, one file each.
 *
 * A pack for every small sync would pile up by the thousand, and each costs an
 * open file; so what is small goes object by object, a folder after what it
 * holds and a commit last: whatever moment it breaks off, nothing is there that
 * lacks a part. */
#pragma once

#include "ew-transfer.h"

#define EW_LOOSE_MAX 200

/* Returns: (transfer full) (nullable): of git_oid, in the order of writing;
 * NULL when there are more than EW_LOOSE_MAX, or some cannot be read. */
GArray *ew_transfer_gather (const EwTransfer *transfer, git_revwalk *walk);
/* Returns: libgit2's code. */
int ew_transfer_copy (const EwTransfer *transfer, GArray *oids);
