/* What this program wrote into buckets lately.
 *
 * A bucket of a large board is some 60 kB, of which a commit changes a line.
 * Whoever asks what differs between two versions that were written here need
 * not read either.  A version is known by its content, so what is noted stays
 * true; what is not known any more is read.  One thread. */
#pragma once

#include "ew-edit.h"
#include "ew-git.h"

typedef struct _EwTrail EwTrail;

EwTrail *ew_trail_new (void);
void ew_trail_free (EwTrail *trail);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwTrail, ew_trail_free)

/* @edit: all that makes the file @from (zero: none) the file @to. */
void ew_trail_note (EwTrail *trail, const git_oid *from, const git_oid *to,
                    EwEdit *edit);
/* Returns: (transfer full) (nullable): NULL when it is not known. */
EwEdit *ew_trail_find (EwTrail *trail, const git_oid *from, const git_oid *to);
