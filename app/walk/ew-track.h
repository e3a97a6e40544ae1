/* A track: where one looked, pointed and worked during a walkthrough.
 *
 * Events at the moments they happened, in streams: the camera, the window it
 * was seen through, the pointer, the laser, the selection, what was edited, and
 * chapters.  What is asked is a moment: everything as it was at a time, with
 * the camera eased and the pointer led on from one event to the next.
 *
 * Times are ms from the beginning, places px of the board; both are kept as
 * they are stored (EW_TRACK_PLACE, EW_TRACK_ZOOM), so that what was read is
 * what was written.  A track may be added to by one owner; then it is only
 * read, on any thread. */
#pragma once

#include "ew-laser.h"
#include "ew-view.h"

#include <stdbool.h>

G_BEGIN_DECLS

/* Places are kept in 1/16 px, zoom in 1/1000. */
#define EW_TRACK_PLACE 16.0
#define EW_TRACK_ZOOM 1000.0
/* Events beyond that are left out. */
#define EW_TRACK_EVENTS_MAX 200000
/* The longest track, ms: a day. */
#define EW_TRACK_LONGEST (24 * 60 * 60 * 1000)
/* Samples that come faster than that wait: only where a movement goes is kept,
 * ms. */
#define EW_TRACK_STEP 50

typedef enum {
  EW_TRACK_CAMERA, /* center, zoom               */
  EW_TRACK_WINDOW, /* center: width, height in window px */
  EW_TRACK_POINTER, /* center: where it is       */
  EW_TRACK_GONE, /* the pointer left the board   */
  EW_TRACK_LASER, /* on                          */
  EW_TRACK_SELECTION, /* ids                     */
  EW_TRACK_EDIT, /* ids                          */
  EW_TRACK_CHAPTER, /* title                     */
  EW_TRACK_N_STREAMS,
} EwTrackStream;

typedef struct {
  EwTrackStream stream;
  gint64 time; /* ms */
  EwPoint center;
  double zoom;
  bool on;
  char **ids; /* never NULL for those that have them */
  char *title;
} EwTrackEvent;

typedef struct _EwTrack EwTrack;

EwTrack *ew_track_new (void);
EwTrack *ew_track_ref (EwTrack *track);
void ew_track_unref (EwTrack *track);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwTrack, ew_track_unref)

/* Adds what happened at @event->time, which is not before what was added last
 * (else it counts as happening then).  Rounds it to what is stored; says
 * nothing twice.  A camera or pointer that stood still until a moment ago gets
 * an event for that too, so that nothing drifts while one rests.
 * False when the track is full. */
bool ew_track_add (EwTrack *track, const EwTrackEvent *event);
/* The same, as it is, for who reads one. */
bool ew_track_add_raw (EwTrack *track, const EwTrackEvent *event);

/* ms; at least the time of the last event. */
gint64 ew_track_duration (const EwTrack *track);
void ew_track_set_duration (EwTrack *track, gint64 ms);
/* All streams together, in the order they were added. */
guint ew_track_size (const EwTrack *track);
const EwTrackEvent *ew_track_at (const EwTrack *track, guint index);

/* Only what happens in @from…@to, counted from @from; what was so at @from
 * still is.  Returns: (transfer full). */
EwTrack *ew_track_cut (const EwTrack *track, gint64 from, gint64 to);
/* Chapters as people write them: `0:38 Title` on a line each.
 * Returns: (transfer full). */
char *ew_track_chapters (const EwTrack *track);
/* Ids that are selected or edited in it.  Returns: (transfer full): a set. */
GHashTable *ew_track_ids (const EwTrack *track);

/* Everything as it was at one time; belongs to the track. */
typedef struct {
  bool has_camera, has_pointer, laser;
  EwPoint center; /* of the camera */
  double zoom;
  EwPoint window; /* width and height it was seen in, or 0,0 */
  EwPoint pointer;
  char *const *selection; /* NULL-terminated, or NULL */
} EwTrackMoment;
EwTrackMoment ew_track_moment (const EwTrack *track, gint64 ms);
/* @moment through a window of @width × @height: what was seen then is seen,
 * as large as it goes. */
EwView ew_track_view (const EwTrackMoment *moment, double width, double height);

/* What the laser drew in the last @span ms before @ms, oldest first.
 * Returns: (transfer full): of EwLaserPoint. */
GArray *ew_track_trail (const EwTrack *track, gint64 ms, gint64 span);

G_END_DECLS
