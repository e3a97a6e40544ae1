#include "ew-track-private.h"

#include "ew-walkthrough.h"

#include <math.h>

static void
event_clear (gpointer data)
{
  EwTrackEvent *event = data;

  g_strfreev (event->ids);
  g_free (event->title);
}

EwTrack *
ew_track_new (void)
{
  EwTrack *track = g_atomic_rc_box_new0 (EwTrack);

  track->events = g_array_new (FALSE, FALSE, sizeof (EwTrackEvent));
  g_array_set_clear_func (track->events, event_clear);
  for (guint i = 0; i < EW_TRACK_N_STREAMS; i++)
    track->streams[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < EW_TRACK_N_STREAMS; i++)
    track->fresh[i].time = -1;
  return track;
}

EwTrack *
ew_track_ref (EwTrack *track)
{
  return g_atomic_rc_box_acquire (track);
}

static void
track_clear (gpointer data)
{
  EwTrack *track = data;

  for (guint i = 0; i < EW_TRACK_N_STREAMS; i++)
    g_array_unref (track->streams[i]);
  g_array_unref (track->events);
}

void
ew_track_unref (EwTrack *track)
{
  g_atomic_rc_box_release_full (track, track_clear);
}

guint
ew_track_size (const EwTrack *track)
{
  return track->events->len;
}

const EwTrackEvent *
ew_track_at (const EwTrack *track, guint index)
{
  return &g_array_index (track->events, EwTrackEvent, index);
}

gint64
ew_track_duration (const EwTrack *track)
{
  return track->duration;
}

guint
ew_track_stream_size (const EwTrack *track, EwTrackStream stream)
{
  return track->streams[stream]->len;
}

const EwTrackEvent *
ew_track_stream_at (const EwTrack *track, EwTrackStream stream, guint index)
{
  return ew_track_at (track,
                      g_array_index (track->streams[stream], guint, index));
}

/* Returns: (nullable). */
static const EwTrackEvent *
last_of (const EwTrack *track, EwTrackStream stream)
{
  guint n = ew_track_stream_size (track, stream);

  return n > 0 ? ew_track_stream_at (track, stream, n - 1) : NULL;
}

/* --- Adding ------------------------------------------------------------- */

static double
rounded (double value, double unit)
{
  return isfinite (value) ? round (value * unit) / unit : 0;
}

bool
ew_track_add_raw (EwTrack *track, const EwTrackEvent *event)
{
  EwTrackEvent own = *event;
  guint index = track->events->len;

  if (index >= EW_TRACK_EVENTS_MAX)
    return false;
  own.time = CLAMP (own.time, index ? ew_track_at (track, index - 1)->time : 0,
                    EW_TRACK_LONGEST);
  own.ids = g_strdupv (event->ids);
  own.title = g_strdup (event->title);
  g_array_append_val (track->events, own);
  g_array_append_val (track->streams[event->stream], index);
  track->duration = MAX (track->duration, own.time);
  return true;
}

static bool
is_still (const EwTrackEvent *a, const EwTrackEvent *b)
{
  return a->center.x == b->center.x && a->center.y == b->center.y &&
         a->zoom == b->zoom;
}

static bool
says_the_same (const EwTrackEvent *a, const EwTrackEvent *b)
{
  switch (b->stream) {
  case EW_TRACK_LASER:
    return a->on == b->on;
  case EW_TRACK_SELECTION:
    return g_strv_equal ((const char *const *) a->ids,
                         (const char *const *) b->ids);
  case EW_TRACK_EDIT:
  case EW_TRACK_CHAPTER:
  case EW_TRACK_GONE:
    return false;
  default:
    return is_still (a, b);
  }
}

static bool
moves (EwTrackStream stream)
{
  return stream == EW_TRACK_CAMERA || stream == EW_TRACK_POINTER;
}

/* Whether the pointer is on the board at the end of @track. */
static bool
is_gone (const EwTrack *track)
{
  const EwTrackEvent *gone = last_of (track, EW_TRACK_GONE);
  const EwTrackEvent *there = last_of (track, EW_TRACK_POINTER);

  return gone && (!there || there < gone);
}

/* What was held back becomes an event; where a movement stops is among them. */
static void
settle (EwTrack *track, EwTrackStream stream)
{
  EwTrackEvent event = track->fresh[stream];

  track->fresh[stream].time = -1;
  if (event.time >= 0)
    ew_track_add_raw (track, &event);
}

static void
settle_old (EwTrack *track, gint64 now)
{
  for (guint i = 0; i < EW_TRACK_N_STREAMS; i++)
    if (now - track->fresh[i].time >= EW_TRACK_STEP)
      settle (track, i);
}

/* It rested until just before @time. */
static void
add_rest (EwTrack *track, const EwTrackEvent *last, gint64 time)
{
  EwTrackEvent rest = *last;

  rest.time = time - EW_TRACK_STEP;
  if (rest.time - last->time >= EW_TRACK_STEP)
    ew_track_add_raw (track, &rest);
}

static bool
add_movement (EwTrack *track, const EwTrackEvent *event)
{
  const EwTrackEvent *last = last_of (track, event->stream);
  EwTrackEvent *fresh = &track->fresh[event->stream];

  if (!last || (event->stream == EW_TRACK_POINTER && is_gone (track)))
    return ew_track_add_raw (track, event);
  if (fresh->time < 0 && is_still (last, event))
    return true;
  if (event->time - last->time < EW_TRACK_STEP) {
    *fresh = *event;
    return true;
  }
  fresh->time = -1;
  add_rest (track, last, event->time);
  return ew_track_add_raw (track, event);
}

bool
ew_track_add (EwTrack *track, const EwTrackEvent *event)
{
  EwTrackEvent own = *event;
  const EwTrackEvent *last;

  settle_old (track, event->time);
  own.center.x = rounded (event->center.x, EW_TRACK_PLACE);
  own.center.y = rounded (event->center.y, EW_TRACK_PLACE);
  own.zoom = rounded (event->zoom, EW_TRACK_ZOOM);
  if (moves (event->stream))
    return add_movement (track, &own);
  settle (track, EW_TRACK_POINTER);
  last = last_of (track, event->stream);
  if (event->stream == EW_TRACK_GONE &&
      (is_gone (track) || !last_of (track, EW_TRACK_POINTER)))
    return true;
  if (last && says_the_same (last, &own))
    return true;
  return ew_track_add_raw (track, &own);
}

void
ew_track_set_duration (EwTrack *track, gint64 ms)
{
  guint n;
  gint64 last;

  settle_old (track, G_MAXINT64 / 2);
  n = track->events->len;
  last = n > 0 ? ew_track_at (track, n - 1)->time : 0;
  track->duration = CLAMP (ms, last, EW_TRACK_LONGEST);
}

/* --- Cutting ------------------------------------------------------------ */

/* What was so at @from, as events at the beginning of @cut. */
static void
add_beginning (EwTrack *cut, const EwTrack *track, gint64 from)
{
  EwTrackMoment now = ew_track_moment (track, from);
  EwTrackEvent camera = { EW_TRACK_CAMERA, 0, now.center, now.zoom };
  EwTrackEvent window = { EW_TRACK_WINDOW, 0, now.window };
  EwTrackEvent pointer = { EW_TRACK_POINTER, 0, now.pointer };
  EwTrackEvent laser = { EW_TRACK_LASER, .on = true };
  EwTrackEvent selection = { EW_TRACK_SELECTION,
                             .ids = (char **) now.selection };

  if (now.window.x > 0)
    ew_track_add (cut, &window);
  if (now.has_camera)
    ew_track_add (cut, &camera);
  if (now.has_pointer)
    ew_track_add (cut, &pointer);
  if (now.laser)
    ew_track_add (cut, &laser);
  if (now.selection && *now.selection)
    ew_track_add (cut, &selection);
}

/* Whether @event happens in a part that begins at @from, and is not told by its
 * beginning already. */
static bool
is_after (const EwTrackEvent *event, gint64 from)
{
  if (event->stream == EW_TRACK_EDIT || event->stream == EW_TRACK_CHAPTER)
    return event->time >= from;
  return event->time > from || from == 0;
}

EwTrack *
ew_track_cut (const EwTrack *track, gint64 from, gint64 to)
{
  EwTrack *cut = ew_track_new ();
  gint64 end = MIN (to, track->duration);

  g_return_val_if_fail (from >= 0 && from <= to, cut);

  if (from > 0)
    add_beginning (cut, track, from);
  for (guint i = 0; i < track->events->len; i++) {
    EwTrackEvent event = *ew_track_at (track, i);

    if (!is_after (&event, from) || event.time > end)
      continue;
    event.time -= from;
    ew_track_add_raw (cut, &event);
  }
  ew_track_set_duration (cut, MAX (end - from, 0));
  return cut;
}

/* --- What is in it ------------------------------------------------------ */

char *
ew_track_chapters (const EwTrack *track)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = ew_track_stream_size (track, EW_TRACK_CHAPTER);

  for (guint i = 0; i < n; i++) {
    const EwTrackEvent *event = ew_track_stream_at (track, EW_TRACK_CHAPTER, i);
    g_autofree char *time = ew_duration_format (event->time / 1000);

    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", time,
                            event->title);
  }
  return g_strdup (text->str);
}

GHashTable *
ew_track_ids (const EwTrack *track)
{
  GHashTable *ids =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < track->events->len; i++) {
    const EwTrackEvent *event = ew_track_at (track, i);

    for (char **id = event->ids; id && *id; id++)
      g_hash_table_add (ids, g_strdup (*id));
  }
  return ids;
}
