/* Films and sounds that were made elsewhere, told by their first bytes and not
 * by what somebody called them: only such are handed to a decoder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file of these bytes ends in: ".webm", ".mp4", ".ogg", ".mp3", ".flac",
 * ".wav".  Returns: (nullable): NULL when they are none of these. */
const char *ew_media_ending (GBytes *bytes);

G_END_DECLS
