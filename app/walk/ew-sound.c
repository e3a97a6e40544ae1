#include "ew-sound.h"

#include "ew-gst-private.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>

EwSoundPiece *
ew_sound_piece_new (const char *path, gint64 from, gint64 to)
{
  EwSoundPiece *piece = g_new (EwSoundPiece, 1);

  *piece = (EwSoundPiece){ g_strdup (path), from, to };
  return piece;
}

void
ew_sound_piece_free (EwSoundPiece *piece)
{
  g_free (piece->path);
  g_free (piece);
}

/* --- Reading ------------------------------------------------------------ */

/* Called with each packet and where it begins, ms; false ends it. */
typedef bool (*VisitPacket) (GstSample *sample, gint64 start, gpointer data);

static bool
is_packet (GstBuffer *buffer)
{
  return GST_BUFFER_DURATION_IS_VALID (buffer) &&
         GST_BUFFER_DURATION (buffer) > 0 &&
         !GST_BUFFER_FLAG_IS_SET (buffer, GST_BUFFER_FLAG_HEADER);
}

/* Counts packets: the first and the last are clipped when they are played, and
 * what a crash left may have no sound time stamps. */
static void
pull_packets (GstAppSink *sink, VisitPacket visit, gpointer data)
{
  gint64 at = 0;
  GstSample *sample;
  bool goes_on = true;

  while (goes_on && (sample = gst_app_sink_pull_sample (sink))) {
    GstBuffer *buffer = gst_sample_get_buffer (sample);

    if (is_packet (buffer)) {
      goes_on = visit (sample, at, data);
      at += EW_SOUND_STEP;
    }
    gst_sample_unref (sample);
  }
}

static bool
read_packets (const char *path, VisitPacket visit, gpointer data,
              GError **error)
{
  g_autoptr (GstElement) pipeline =
      ew_gst_pipeline ("filesrc name=file ! oggdemux ! "
                       "appsink name=packets sync=false max-buffers=64",
                       error);
  g_autoptr (GstElement) file = NULL, packets = NULL;

  if (!pipeline)
    return false;
  file = gst_bin_get_by_name (GST_BIN (pipeline), "file");
  packets = gst_bin_get_by_name (GST_BIN (pipeline), "packets");
  g_object_set (file, "location", path, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  pull_packets (GST_APP_SINK (packets), visit, data);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  return true;
}

static bool
measure (GstSample *sample, gint64 start, gpointer data)
{
  gint64 *end = data;

  *end = start + EW_SOUND_STEP;
  return true;
}

gint64
ew_sound_length (const char *path)
{
  gint64 end = 0;

  g_return_val_if_fail (path != NULL, 0);
  read_packets (path, measure, &end, NULL);
  return end;
}

/* --- Joining ------------------------------------------------------------ */

typedef struct {
  GstAppSrc *out;
  GstClockTime at; /* where the next packet goes */
  const EwSoundPiece *piece;
  GCancellable *cancellable;
  bool has_caps;
} Join;

static bool
take_packet (GstSample *sample, gint64 start, gpointer data)
{
  Join *join = data;
  GstBuffer *buffer;

  if (g_cancellable_is_cancelled (join->cancellable) ||
      (join->piece->to >= 0 && start >= join->piece->to))
    return false;
  if (start < join->piece->from)
    return true;
  if (!join->has_caps)
    gst_app_src_set_caps (join->out, gst_sample_get_caps (sample));
  join->has_caps = true;
  buffer = gst_buffer_copy (gst_sample_get_buffer (sample));
  GST_BUFFER_PTS (buffer) = GST_BUFFER_DTS (buffer) = join->at;
  GST_BUFFER_OFFSET (buffer) = GST_BUFFER_OFFSET_NONE;
  GST_BUFFER_OFFSET_END (buffer) = GST_BUFFER_OFFSET_NONE;
  GST_BUFFER_DURATION (buffer) = EW_SOUND_STEP * GST_MSECOND;
  join->at += EW_SOUND_STEP * GST_MSECOND;
  return gst_app_src_push_buffer (join->out, buffer) == GST_FLOW_OK;
}

static bool
push_pieces (Join *join, GPtrArray *pieces, GError **error)
{
  for (guint i = 0; i < pieces->len; i++) {
    join->piece = pieces->pdata[i];
    if (!read_packets (join->piece->path, take_packet, join, error))
      return false;
  }
  gst_app_src_end_of_stream (join->out);
  if (g_cancellable_set_error_if_cancelled (join->cancellable, error))
    return false;
  if (join->has_caps)
    return true;
  g_set_error_literal (error, EW_ERROR, EW_ERROR_DAMAGED,
                       _ ("There is no sound in this recording that can be "
                          "played."));
  return false;
}

bool
ew_sound_join (GPtrArray *pieces, const char *path, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GstElement) pipeline = ew_gst_pipeline (
      "appsrc name=packets format=time block=true ! "
      "mux.audio_%u oggmux name=mux max-delay=0 max-page-delay=500000000 ! filesink name=file",
      error);
  g_autoptr (GstElement) packets = NULL, file = NULL;
  Join join = { .cancellable = cancellable };
  bool is_joined;

  g_return_val_if_fail (pieces != NULL && path != NULL, false);
  if (!pipeline)
    return false;
  packets = gst_bin_get_by_name (GST_BIN (pipeline), "packets");
  file = gst_bin_get_by_name (GST_BIN (pipeline), "file");
  join.out = GST_APP_SRC (packets);
  g_object_set (file, "location", path, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  is_joined =
      push_pieces (&join, pieces, error) && ew_gst_wait_end (pipeline, error);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  return is_joined;
}
