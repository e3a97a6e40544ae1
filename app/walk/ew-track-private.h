/* The inside of a track.  Private to this room. */
#pragma once

#include "ew-track.h"

G_BEGIN_DECLS

struct _EwTrack {
  GArray *events; /* of EwTrackEvent, by time */
  GArray *streams[EW_TRACK_N_STREAMS]; /* of guint: indices into events */
  gint64 duration;
  /* Movements that came too soon after the one before to be an event yet;
   * `time` is negative when there is none. */
  EwTrackEvent fresh[EW_TRACK_N_STREAMS];
};

guint ew_track_stream_size (const EwTrack *track, EwTrackStream stream);
const EwTrackEvent *ew_track_stream_at (const EwTrack *track,
                                        EwTrackStream stream, guint index);

G_END_DECLS
