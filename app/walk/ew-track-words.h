/* The words of the events in a file.  Private to this room. */
#pragma once

#include "ew-track.h"

G_BEGIN_DECLS

extern const char *const ew_track_words[EW_TRACK_N_STREAMS];

G_END_DECLS
