#include "ew-recorder.h"

#include "ew-microphone-private.h"
#include "ew-sound.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Unbuffered, a crash leaves all but the last half second. */
#define ENCODE \
  "audioconvert name=in ! audiorate ! audioresample ! " \
  "audio/x-raw,rate=48000,channels=1 ! " \
  "level name=level interval=50000000 ! audioconvert ! " \
  "opusenc bitrate=24000 audio-type=voice ! oggmux max-delay=0 " \
  "max-page-delay=500000000 ! filesink name=file buffer-mode=unbuffered"

/* Between two arrivals of sound the clock goes on, but not far, µs. */
#define LEAP 25000
#define FLUSH_SECONDS 1
/* How long what was heard may take to the disk when the sound breaks off, ms.
 */
#define LAST_WORDS 500
/* The quietest that the level shows, dB. */
#define QUIET -60.0

struct _EwRecorder {
  GObject parent_instance;
  EwRecording *recording;
  char *microphone;
  EwRecorderState state;
  GstElement *pipeline; /* of the piece that runs, or NULL */
  guint bus_watch, flush, last_words;
  GError *error; /* why it stops by itself, or NULL */
  gint64 before; /* ms in the pieces before this one */
  gint64 since; /* monotonic µs; without sound: when the piece began */
  gint64 stopped; /* ms of the piece, when it was told to stop */

  GMutex mutex; /* what follows is set by the thread that encodes */
  gint64 heard; /* ns of sound in this piece */
  gint64 heard_at; /* monotonic µs */
};

G_DEFINE_FINAL_TYPE (EwRecorder, ew_recorder, G_TYPE_OBJECT)

enum {
  CHANGED,
  LEVEL,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
set_state (EwRecorder *recorder, EwRecorderState state)
{
  if (recorder->state == state)
    return;
  recorder->state = state;
  g_signal_emit (recorder, signals[CHANGED], 0);
}

EwRecorderState
ew_recorder_state (EwRecorder *recorder)
{
  return recorder->state;
}

/* --- The clock ---------------------------------------------------------- */

static gint64
heard_ms (EwRecorder *recorder)
{
  gint64 heard, passed;

  g_mutex_lock (&recorder->mutex);
  heard = recorder->heard / 1000;
  passed = heard > 0 ? g_get_monotonic_time () - recorder->heard_at : 0;
  g_mutex_unlock (&recorder->mutex);
  return (heard + CLAMP (passed, 0, LEAP)) / 1000;
}

static gint64
piece_ms (EwRecorder *recorder)
{
  switch (recorder->state) {
  case EW_RECORDER_RUNNING:
    return recorder->microphone
               ? heard_ms (recorder)
               : (g_get_monotonic_time () - recorder->since) / 1000;
  case EW_RECORDER_STOPPING:
    return recorder->stopped;
  default:
    return 0;
  }
}

gint64
ew_recorder_time (EwRecorder *recorder)
{
  g_return_val_if_fail (EW_IS_RECORDER (recorder), 0);
  return recorder->before + piece_ms (recorder);
}

/* --- Events ------------------------------------------------------------- */

void
ew_recorder_add (EwRecorder *recorder, const EwTrackEvent *event)
{
  EwTrackEvent own = *event;

  g_return_if_fail (EW_IS_RECORDER (recorder));
  if (recorder->state != EW_RECORDER_RUNNING &&
      recorder->state != EW_RECORDER_STARTING)
    return;
  if (own.time < 0)
    own.time = ew_recorder_time (recorder);
  ew_track_add (ew_recording_track (recorder->recording), &own);
}

static gboolean
flush_cb (gpointer data)
{
  ew_recording_flush (EW_RECORDER (data)->recording);
  return G_SOURCE_CONTINUE;
}

/* --- The end of a piece ------------------------------------------------- */

static void
set_null (GstElement *element, gpointer data)
{
  gst_element_set_state (element, GST_STATE_NULL);
}

/* Closing a device may take its time, so it happens elsewhere. */
static void
drop_pipeline (EwRecorder *recorder)
{
  g_clear_handle_id (&recorder->bus_watch, g_source_remove);
  if (recorder->pipeline)
    gst_element_call_async (recorder->pipeline, set_null, NULL, NULL);
  g_clear_object (&recorder->pipeline);
}

static void
end_piece (EwRecorder *recorder, gint64 ms)
{
  gint64 length = ms / EW_SOUND_STEP * EW_SOUND_STEP;

  g_clear_handle_id (&recorder->flush, g_source_remove);
  g_clear_handle_id (&recorder->last_words, g_source_remove);
  drop_pipeline (recorder);
  ew_recording_end_piece (recorder->recording, length);
  recorder->before += length;
  set_state (recorder, EW_RECORDER_PAUSED);
}

/* Takes @error. */
static void
fail (EwRecorder *recorder, GError *error)
{
  g_autoptr (GError) told = NULL;

  told = g_error_new (error->domain, error->code,
                      _ ("The recording stopped: %s What was recorded until "
                         "then is kept."),
                      error->message);
  g_error_free (error);
  end_piece (recorder,
             recorder->state == EW_RECORDER_STOPPING ? recorder->stopped : 0);
  g_signal_emit (recorder, signals[FAILED], 0, told);
}

static gboolean
last_words_cb (gpointer data)
{
  EwRecorder *recorder = data;

  recorder->last_words = 0;
  fail (recorder, g_steal_pointer (&recorder->error));
  return G_SOURCE_REMOVE;
}

static void
send_end (GstElement *pipeline, gpointer data)
{
  g_autoptr (GstElement) in = gst_bin_get_by_name (GST_BIN (pipeline), "in");
  g_autoptr (GstPad) pad = gst_element_get_static_pad (in, "sink");

  gst_pad_send_event (pad, gst_event_new_eos ());
}

/* The sound broke off: what was heard goes to the disk first. */
static void
break_off (EwRecorder *recorder, GError *error)
{
  if (recorder->error) {
    g_error_free (error);
    return;
  }
  recorder->stopped = heard_ms (recorder);
  recorder->error = error;
  set_state (recorder, EW_RECORDER_STOPPING);
  gst_element_call_async (recorder->pipeline, send_end, NULL, NULL);
  recorder->last_words = g_timeout_add (LAST_WORDS, last_words_cb, recorder);
}

static void
end_of_sound (EwRecorder *recorder)
{
  /* It ended by itself when nobody stopped it. */
  if (recorder->state != EW_RECORDER_STOPPING)
    recorder->stopped = heard_ms (recorder);
  if (recorder->error)
    fail (recorder, g_steal_pointer (&recorder->error));
  else
    end_piece (recorder, recorder->stopped);
}

/* --- Sound -------------------------------------------------------------- */

static GstPadProbeReturn
heard_cb (GstPad *pad, GstPadProbeInfo *info, gpointer data)
{
  EwRecorder *recorder = data;
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (info);

  g_mutex_lock (&recorder->mutex);
  recorder->heard += (gint64) GST_BUFFER_DURATION (buffer);
  recorder->heard_at = g_get_monotonic_time ();
  g_mutex_unlock (&recorder->mutex);
  return GST_PAD_PROBE_OK;
}

static double
loudness (const GstStructure *level)
{
  const GValue *value = gst_structure_get_value (level, "peak");
  GValueArray *channels = value ? g_value_get_boxed (value) : NULL;
  double db = QUIET;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (channels && channels->n_values > 0)
    db = g_value_get_double (g_value_array_get_nth (channels, 0));
  G_GNUC_END_IGNORE_DEPRECATIONS
  return CLAMP (1 - db / QUIET, 0, 1);
}

static void
take_level (EwRecorder *recorder, GstMessage *message)
{
  const GstStructure *level = gst_message_get_structure (message);

  if (!level || !gst_structure_has_name (level, "level"))
    return;
  if (recorder->state == EW_RECORDER_STARTING)
    set_state (recorder, EW_RECORDER_RUNNING);
  g_signal_emit (recorder, signals[LEVEL], 0, loudness (level));
}

static gboolean
bus_cb (GstBus *bus, GstMessage *message, gpointer data)
{
  EwRecorder *recorder = data;

  switch (GST_MESSAGE_TYPE (message)) {
  case GST_MESSAGE_ELEMENT:
    take_level (recorder, message);
    break;
  case GST_MESSAGE_EOS:
    end_of_sound (recorder);
    return G_SOURCE_CONTINUE;
  case GST_MESSAGE_ERROR:
    break_off (recorder, ew_gst_error (message));
    break;
  default:
    break;
  }
  return G_SOURCE_CONTINUE;
}

static void
watch_sound (EwRecorder *recorder)
{
  g_autoptr (GstElement) level =
      gst_bin_get_by_name (GST_BIN (recorder->pipeline), "level");
  g_autoptr (GstPad) pad = gst_element_get_static_pad (level, "src");
  g_autoptr (GstBus) bus = gst_element_get_bus (recorder->pipeline);

  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, heard_cb,
                     g_object_ref (recorder), g_object_unref);
  recorder->bus_watch = gst_bus_add_watch (bus, bus_cb, recorder);
}

typedef struct {
  char *microphone, *path;
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_free (start->microphone);
  g_free (start->path);
  g_free (start);
}

static void
start_work (GTask *task, gpointer source, gpointer data,
            GCancellable *cancellable)
{
  const Start *start = data;
  GError *error = NULL;
  g_autoptr (GstElement) pipeline = ew_gst_pipeline (ENCODE, &error);
  GstElement *microphone =
      pipeline ? ew_microphone_element (start->microphone, &error) : NULL;
  g_autoptr (GstElement) in = NULL, file = NULL;

  if (!microphone) {
    g_task_return_error (task, error);
    return;
  }
  in = gst_bin_get_by_name (GST_BIN (pipeline), "in");
  file = gst_bin_get_by_name (GST_BIN (pipeline), "file");
  g_object_set (file, "location", start->path, NULL);
  gst_bin_add (GST_BIN (pipeline), microphone);
  gst_element_link (microphone, in);
  g_task_return_pointer (task, g_steal_pointer (&pipeline), g_object_unref);
}

static void
set_playing (GstElement *element, gpointer data)
{
  gst_element_set_state (element, GST_STATE_PLAYING);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwRecorder *recorder = EW_RECORDER (source);
  g_autoptr (GError) error = NULL;

  recorder->pipeline = g_task_propagate_pointer (G_TASK (result), &error);
  if (!recorder->pipeline) {
    fail (recorder, g_steal_pointer (&error));
    return;
  }
  if (recorder->state != EW_RECORDER_STARTING) {
    drop_pipeline (recorder);
    return;
  }
  watch_sound (recorder);
  gst_element_call_async (recorder->pipeline, set_playing, NULL, NULL);
}

static void
start_sound (EwRecorder *recorder, const char *path)
{
  g_autoptr (GTask) task = g_task_new (recorder, NULL, started_cb, NULL);
  Start *start = g_new (Start, 1);

  *start = (Start){ g_strdup (recorder->microphone), g_strdup (path) };
  g_task_set_task_data (task, start, start_free);
  g_task_run_in_thread (task, start_work);
}

/* --- What one does ------------------------------------------------------ */

void
ew_recorder_run (EwRecorder *recorder)
{
  g_autofree char *path = NULL;

  g_return_if_fail (EW_IS_RECORDER (recorder));
  if (recorder->state != EW_RECORDER_PAUSED)
    return;
  path = ew_recording_add_piece (recorder->recording,
                                 recorder->microphone != NULL);
  recorder->heard = 0;
  recorder->since = g_get_monotonic_time ();
  recorder->flush = g_timeout_add_seconds (FLUSH_SECONDS, flush_cb, recorder);
  set_state (recorder,
             recorder->microphone ? EW_RECORDER_STARTING : EW_RECORDER_RUNNING);
  if (recorder->microphone)
    start_sound (recorder, path);
}

void
ew_recorder_pause (EwRecorder *recorder)
{
  gint64 ms;

  g_return_if_fail (EW_IS_RECORDER (recorder));
  if (recorder->state == EW_RECORDER_PAUSED ||
      recorder->state == EW_RECORDER_STOPPING)
    return;
  ms = piece_ms (recorder);
  if (!recorder->pipeline) {
    end_piece (recorder, ms);
    return;
  }
  recorder->stopped = ms;
  set_state (recorder, EW_RECORDER_STOPPING);
  gst_element_send_event (recorder->pipeline, gst_event_new_eos ());
}

void
ew_recorder_redo (EwRecorder *recorder, gint64 ms)
{
  g_return_if_fail (EW_IS_RECORDER (recorder));
  g_return_if_fail (recorder->state == EW_RECORDER_PAUSED);
  ew_recording_cut (recorder->recording, CLAMP (ms, 0, recorder->before));
  recorder->before = ew_recording_length (recorder->recording);
  g_signal_emit (recorder, signals[CHANGED], 0);
}

static void
dispose (GObject *object)
{
  EwRecorder *recorder = EW_RECORDER (object);

  g_clear_handle_id (&recorder->flush, g_source_remove);
  g_clear_handle_id (&recorder->last_words, g_source_remove);
  g_clear_error (&recorder->error);
  drop_pipeline (recorder);
  G_OBJECT_CLASS (ew_recorder_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwRecorder *recorder = EW_RECORDER (object);

  g_free (recorder->microphone);
  g_mutex_clear (&recorder->mutex);
  G_OBJECT_CLASS (ew_recorder_parent_class)->finalize (object);
}

static void
ew_recorder_class_init (EwRecorderClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[LEVEL] = g_signal_new ("level", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ew_recorder_init (EwRecorder *recorder)
{
  g_mutex_init (&recorder->mutex);
}

EwRecorder *
ew_recorder_new (EwRecording *recording, const char *microphone)
{
  EwRecorder *recorder = g_object_new (EW_TYPE_RECORDER, NULL);

  recorder->recording = recording;
  recorder->microphone = g_strdup (microphone);
  recorder->before = ew_recording_length (recording);
  return recorder;
}
