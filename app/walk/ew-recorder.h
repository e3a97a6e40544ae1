/* The recorder: a microphone, or none, into a recording; and the clock that
 * tells when things happen.
 *
 * Its time is that of the sound that was recorded, so that what one points at
 * is played when it is said.  Pausing ends a piece of the recording, going on
 * begins another.  Main thread; devices and the disk are dealt with elsewhere.
 *
 * The sound comes from $ELSEWHEN_AUDIO_SOURCE when that is set: a GStreamer
 * description of a source, such as `audiotestsrc is-live=true`.
 *
 * Signals:
 *   changed ()                    the state
 *   level (double loudness)       0…1, some twenty times a second
 *   failed (const GError *error)  the sound broke off; it is paused, and what
 *                                 was recorded stays */
#pragma once

#include "ew-recording.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define EW_TYPE_RECORDER (ew_recorder_get_type ())
G_DECLARE_FINAL_TYPE (EwRecorder, ew_recorder, EW, RECORDER, GObject)

typedef enum {
  EW_RECORDER_PAUSED,
  EW_RECORDER_STARTING, /* until the first sound arrives */
  EW_RECORDER_RUNNING,
  EW_RECORDER_STOPPING, /* until the last sound is on the disk */
} EwRecorderState;

/* A microphone that is there now. */
typedef struct {
  char *id, *name;
} EwMicrophone;
/* Looks for them.  @data gets a GPtrArray of EwMicrophone, maybe empty. */
void ew_microphones_async (GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): of EwMicrophone. */
GPtrArray *ew_microphones_finish (GAsyncResult *result, GError **error);

/* @recording must outlive it.  @microphone: an id, or NULL for none. */
EwRecorder *ew_recorder_new (EwRecording *recording, const char *microphone);
EwRecorderState ew_recorder_state (EwRecorder *recorder);
/* Starts, or goes on. */
void ew_recorder_run (EwRecorder *recorder);
void ew_recorder_pause (EwRecorder *recorder);
/* While paused: everything after @ms never happened. */
void ew_recorder_redo (EwRecorder *recorder, gint64 ms);
/* ms. */
gint64 ew_recorder_time (EwRecorder *recorder);
/* Adds @event, at its own time when that is not negative, else now.  Nothing is
 * added while it is paused. */
void ew_recorder_add (EwRecorder *recorder, const EwTrackEvent *event);

G_END_DECLS
