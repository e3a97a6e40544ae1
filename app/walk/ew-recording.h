/* A recording: what lies on the disk from the first second on, until it is kept
 * as a walkthrough or deleted.
 *
 *   <root>/<id>/recording.ini   workspace, board, commit, length of each piece
 *   <root>/<id>/sound-0.ogg …   a piece for each time it was paused or redone
 *   <root>/<id>/track.json      events, appended to as they happen
 *
 * Whatever a crash leaves of that can be read, played and kept: it is offered
 * at the next start.  Nothing here waits for the disk on the main thread; one
 * writer works off, in order, what it is handed. */
#pragma once

#include "ew-track.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EwRecording EwRecording;

/* Where recordings are kept: $XDG_DATA_HOME/elsewhen/recordings.
 * Returns: (transfer full). */
char *ew_recordings_root (void);
/* Folders in @root with a recording of @workspace, oldest first; one that is
 * locked by a program that still records is not among them.  Blocks.
 * Returns: (transfer full): of char *. */
GPtrArray *ew_recordings_find (const char *root, const char *workspace);

/* Makes the folder.  @commit: of the board as it is; "" when there is none. */
EwRecording *ew_recording_begin (const char *root, const char *workspace,
                                 const char *board, const char *commit,
                                 GError **error);
/* What was left in @dir.  Blocks. */
EwRecording *ew_recording_open (const char *dir, GError **error);
/* Waits until everything is on the disk, and leaves it there. */
void ew_recording_free (EwRecording *recording);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwRecording, ew_recording_free)
/* Off the disk; frees it. */
void ew_recording_delete (EwRecording *recording);

const char *ew_recording_dir (EwRecording *recording);
const char *ew_recording_board (EwRecording *recording);
const char *ew_recording_commit (EwRecording *recording);
EwTrack *ew_recording_track (EwRecording *recording);
/* All pieces together, ms. */
gint64 ew_recording_length (EwRecording *recording);

/* A new piece.  Returns: (transfer full): where its sound is to be written. */
char *ew_recording_add_piece (EwRecording *recording, bool has_sound);
/* The last piece ended after @ms. */
void ew_recording_end_piece (EwRecording *recording, gint64 ms);
/* Everything after @ms never happened. */
void ew_recording_cut (EwRecording *recording, gint64 ms);
/* Writes the events that are not on the disk yet. */
void ew_recording_flush (EwRecording *recording);

/* What becomes of it: a track, and a sound where there was one. */
typedef struct {
  GBytes *track, *sound; /* sound may be NULL */
  char *chapters;
  gint64 length; /* ms */
} EwRecorded;
void ew_recorded_free (EwRecorded *recorded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwRecorded, ew_recorded_free)

/* Cuts, joins and reads it on a worker; @from…@to in ms.  Leaves what is on the
 * disk alone. */
void ew_recording_finish_async (EwRecording *recording, gint64 from, gint64 to,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full). */
EwRecorded *ew_recording_finish_finish (GAsyncResult *result, GError **error);

G_END_DECLS
