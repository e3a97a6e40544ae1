/* How long a film or a sound is, found out by looking into it: for a program
 * that may come to harm, see app/decode. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of what standard input is opened on, a file: ms, or 0 when nobody can tell.
 * Blocks, a few seconds at most.  Remembers nothing of GStreamer's plugins. */
gint64 ew_media_probe_input (void);

G_END_DECLS
