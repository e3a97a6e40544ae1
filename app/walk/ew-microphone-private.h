/* Microphones as elements.  Private to this room. */
#pragma once

#include "ew-gst-private.h"
#include "ew-sound.h"

G_BEGIN_DECLS

/* Blocks.  Returns: (transfer floating) (nullable). */
GstElement *ew_microphone_element (const char *id, GError **error);

G_END_DECLS
