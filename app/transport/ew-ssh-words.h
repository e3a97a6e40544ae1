/* What ssh, or the git at the other end, says when it fails, in our words.
 *
 * Private to this room. */
#pragma once

#include "ew-dial.h"

/* @said: all that came on its standard error, in English.  Returns: false. */
bool ew_ssh_fail (const EwDial *dial, const char *said, GError **error);
