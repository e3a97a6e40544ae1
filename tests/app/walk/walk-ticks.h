/* A sound that one can find one's place in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As the recorder encodes it. */
#define WALK_ENCODED "opusenc bitrate=24000 audio-type=voice ! oggmux !"

/* Runs @command, which must end well. */
void walk_run (const char *command);

/* What @rest, the end of a pipeline or "", makes of @seconds of 16 bit samples
 * at 48 kHz with a tick in each second.  Returns: (transfer full). */
GBytes *walk_ticks (guint seconds, const char *rest);

G_END_DECLS
