/* What the author of a commit is called.
 *
 * Anybody can write any name into a commit.  One that looks like that of a
 * member ("Аna" with a Cyrillic letter, or just "Ana") but comes from an
 * address the member does not have is shown with its address. */
#pragma once

#include "ew-git.h"
#include "ew-store.h"

typedef struct _EwNames EwNames;

/* Knows the members of the tip. */
EwNames *ew_names_new (EwStore *store);
void ew_names_free (EwNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwNames, ew_names_free)

/* Harmless for showing: no escapes, no signs that hide or turn letters.
 * Returns: (transfer none), as long as @names. */
const char *ew_names_call (EwNames *names, const git_signature *who);

/* Whether people could take one for the other, whatever the letters. */
bool ew_names_are_alike (const char *a, const char *b);
