/* What the files of this room share of GStreamer.  Private to it. */
#pragma once

#include "ew-error.h"

#include <gst/gst.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Initialises GStreamer and builds a pipeline.
 * Returns: (transfer full) (nullable): the error says what to install. */
GstElement *ew_gst_pipeline (const char *description, GError **error);
/* Blocks until the end, or what went wrong. */
bool ew_gst_wait_end (GstElement *pipeline, GError **error);
/* What an error on the bus means to a person.  Returns: (transfer full). */
GError *ew_gst_error (GstMessage *message);

G_END_DECLS
