/* Where elsewhen-decode lies, the helper that meets bytes from strangers.
 * Private to this room. */
#pragma once

#include <glib.h>

/* Returns: (transfer full): a path; whether something is there shows when it is
 * started.  Any thread. */
char *ew_decode_helper_path (void);
