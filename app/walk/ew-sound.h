/* Sound files of a recording: Opus in Ogg, cut and joined without being encoded
 * again, so that nothing is lost and ten minutes take a moment.
 *
 * Packets last 20 ms; times are rounded to that (EW_SOUND_STEP), and whoever
 * cuts a track along must cut it there too.  Blocks: call it on a worker. */
#pragma once

#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_SOUND_STEP 20 /* ms */

typedef struct {
  char *path;
  gint64 from, to; /* ms; to -1: until its end */
} EwSoundPiece;

EwSoundPiece *ew_sound_piece_new (const char *path, gint64 from, gint64 to);
void ew_sound_piece_free (EwSoundPiece *piece);

/* GStreamer is there and ready; safe to call again.  False, with what to
 * install, when a part of it is missing. */
bool ew_sound_init (GError **error);
/* Writes @pieces (of EwSoundPiece) one after another into the new file @path.
 * A piece that ends sooner than it says counts as far as it goes. */
bool ew_sound_join (GPtrArray *pieces, const char *path,
                    GCancellable *cancellable, GError **error);
/* How much of it can be played, ms; 0 when nothing can. */
gint64 ew_sound_length (const char *path);

G_END_DECLS
