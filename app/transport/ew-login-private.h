/* Where credentials are kept.  Private to this room. */
#pragma once

#include "ew-login.h"

/* `git credential`: whatever helpers the user has set up.  Never run in a
 * repository, and never lets git ask anybody.
 * Returns: (transfer full) (nullable). */
EwCredential *ew_helper_find (const EwDial *dial);
/* @verb: "approve" or "reject". */
void ew_helper_tell (const EwDial *dial, const char *verb,
                     const EwCredential *credential);

/* The desktop's keyring, in the form that other programs know. */
EwCredential *ew_keyring_find (const EwDial *dial);
void ew_keyring_keep (const EwDial *dial, const EwCredential *credential);
void ew_keyring_forget (const EwDial *dial, const EwCredential *credential);
