/* What a track says of one time. */
#include "ew-track-private.h"

#include <math.h>

/* Between events further apart than that the camera sets out and arrives
 * gently, ms; nearer ones are a movement that was already gentle. */
#define EASED 200

/* How many events of @stream are at @ms or before it. */
static guint
passed (const EwTrack *track, EwTrackStream stream, gint64 ms)
{
  guint low = 0, high = ew_track_stream_size (track, stream);

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (ew_track_stream_at (track, stream, middle)->time <= ms)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Returns: (nullable): the last one at @ms or before it. */
static const EwTrackEvent *
latest (const EwTrack *track, EwTrackStream stream, gint64 ms)
{
  guint n = passed (track, stream, ms);

  return n > 0 ? ew_track_stream_at (track, stream, n - 1) : NULL;
}

/* The events around @ms, and how far it is between them.  False when there are
 * none; before the first and after the last both are the same. */
static bool
around (const EwTrack *track, EwTrackStream stream, gint64 ms,
        const EwTrackEvent *pair[2], double *part)
{
  guint size = ew_track_stream_size (track, stream);
  guint n = passed (track, stream, ms);

  if (size == 0)
    return false;
  pair[0] = ew_track_stream_at (track, stream, n > 0 ? n - 1 : 0);
  pair[1] = ew_track_stream_at (track, stream, MIN (n, size - 1));
  *part = pair[1]->time > pair[0]->time
              ? (double) (ms - pair[0]->time) / (pair[1]->time - pair[0]->time)
              : 0;
  *part = CLAMP (*part, 0, 1);
  return true;
}

static EwPoint
blend (EwPoint a, EwPoint b, double part)
{
  return (EwPoint){ a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part };
}

static double
eased (const EwTrackEvent *const pair[2], double part)
{
  if (pair[1]->time - pair[0]->time <= EASED)
    return part;
  return part * part * (3 - 2 * part);
}

/* Between two zooms one point of the window shows the same point of the board;
 * going there about it moves everything on straight lines. */
static void
set_camera (EwTrackMoment *moment, const EwTrackEvent *a, const EwTrackEvent *b,
            double part)
{
  double from = MAX (a->zoom, 0.001), to = MAX (b->zoom, 0.001);
  double zoom = from * pow (to / from, part);
  double spread = 1 / from - 1 / to;
  double way = fabs (spread) < 1e-9 ? part : (1 / from - 1 / zoom) / spread;

  moment->has_camera = true;
  moment->zoom = zoom;
  moment->center = blend (a->center, b->center, way);
}

/* The pointer does not fly in from where it left the board. */
static void
set_pointer (EwTrackMoment *moment, const EwTrack *track, gint64 ms)
{
  const EwTrackEvent *pair[2], *gone = latest (track, EW_TRACK_GONE, ms);
  double part;

  if (passed (track, EW_TRACK_POINTER, ms) == 0 ||
      !around (track, EW_TRACK_POINTER, ms, pair, &part))
    return;
  if (gone && gone > pair[0])
    return;
  moment->has_pointer = true;
  if (pair[0] != pair[1] && passed (track, EW_TRACK_GONE, pair[1]->time) >
                                passed (track, EW_TRACK_GONE, pair[0]->time))
    part = 0;
  moment->pointer = blend (pair[0]->center, pair[1]->center, part);
}

EwTrackMoment
ew_track_moment (const EwTrack *track, gint64 ms)
{
  EwTrackMoment moment = { .zoom = 1 };
  const EwTrackEvent *window = latest (track, EW_TRACK_WINDOW, MAX (ms, 0));
  const EwTrackEvent *laser = latest (track, EW_TRACK_LASER, ms);
  const EwTrackEvent *selection = latest (track, EW_TRACK_SELECTION, ms);
  const EwTrackEvent *pair[2];
  double part;

  if (around (track, EW_TRACK_CAMERA, ms, pair, &part))
    set_camera (&moment, pair[0], pair[1], eased (pair, part));
  set_pointer (&moment, track, ms);
  moment.window = window ? window->center : (EwPoint){ 0, 0 };
  moment.laser = laser && laser->on && moment.has_pointer;
  moment.selection = selection ? selection->ids : NULL;
  return moment;
}

EwView
ew_track_view (const EwTrackMoment *moment, double width, double height)
{
  EwView view = { { 0, 0 }, moment->zoom, width, height };
  EwPoint window = moment->window;

  if (window.x > 0 && window.y > 0)
    view.zoom *= MIN (width / window.x, height / window.y);
  view.zoom = CLAMP (view.zoom, EW_ZOOM_MIN / 10, EW_ZOOM_MAX * 4);
  return ew_view_center_on (view, moment->center);
}

static void
add_trace (GArray *trail, const EwTrack *track, gint64 time, gint64 ms)
{
  EwTrackMoment then = ew_track_moment (track, time);
  EwLaserPoint trace = { then.pointer, ms - time };

  if (then.laser)
    g_array_append_val (trail, trace);
}

GArray *
ew_track_trail (const EwTrack *track, gint64 ms, gint64 span)
{
  GArray *trail = g_array_new (FALSE, FALSE, sizeof (EwLaserPoint));
  guint first = passed (track, EW_TRACK_POINTER, ms - span);
  guint end = passed (track, EW_TRACK_POINTER, ms);

  if (ew_track_stream_size (track, EW_TRACK_LASER) == 0)
    return trail;
  for (guint i = first; i < end; i++)
    add_trace (trail, track,
               ew_track_stream_at (track, EW_TRACK_POINTER, i)->time, ms);
  add_trace (trail, track, ms, ms);
  return trail;
}
