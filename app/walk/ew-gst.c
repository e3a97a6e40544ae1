#include "ew-gst-private.h"

#include "ew-sound.h"

#include <glib/gi18n-lib.h>

bool
ew_sound_init (GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (gst_init_check (NULL, NULL, &reason))
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
               _ ("GStreamer, which records and plays sound, does not start: "
                  "%s"),
               reason ? reason->message : "?");
  return false;
}

GstElement *
ew_gst_pipeline (const char *description, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GstElement *pipeline;

  if (!ew_sound_init (error))
    return NULL;
  pipeline = gst_parse_launch_full (description, NULL,
                                    GST_PARSE_FLAG_FATAL_ERRORS, &reason);
  if (pipeline)
    return gst_object_ref_sink (pipeline);
  g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
               _ ("A part of GStreamer is missing (%s). Install the plugins "
                  "“base” and “good”."),
               reason->message);
  return NULL;
}

static bool
is_no_space (const GError *reason)
{
  return g_error_matches (reason, GST_RESOURCE_ERROR,
                          GST_RESOURCE_ERROR_NO_SPACE_LEFT);
}

GError *
ew_gst_error (GstMessage *message)
{
  g_autoptr (GError) reason = NULL;

  gst_message_parse_error (message, &reason, NULL);
  if (is_no_space (reason))
    return g_error_new_literal (EW_ERROR, EW_ERROR_NO_SPACE,
                                _ ("The disk is full."));
  return g_error_new_literal (EW_ERROR, EW_ERROR_FAILED, reason->message);
}

bool
ew_gst_wait_end (GstElement *pipeline, GError **error)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GstMessage) message = gst_bus_timed_pop_filtered (
      bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    return true;
  g_propagate_error (error, ew_gst_error (message));
  return false;
}
