#include "ew-track-json.h"

#include "ew-json-write.h"
#include "ew-track-words.h"

#include <math.h>

const char *const ew_track_words[EW_TRACK_N_STREAMS] = {
  [EW_TRACK_CAMERA] = "cam",     [EW_TRACK_WINDOW] = "win",
  [EW_TRACK_POINTER] = "at",     [EW_TRACK_GONE] = "gone",
  [EW_TRACK_LASER] = "laser",    [EW_TRACK_EDIT] = "edit",
  [EW_TRACK_SELECTION] = "pick", [EW_TRACK_CHAPTER] = "chap",
};

/* What differences are counted from. */
typedef struct {
  gint64 time, place[EW_TRACK_N_STREAMS][3];
} Last;

static void
append_int (GString *out, gint64 value)
{
  g_string_append_c (out, ',');
  ew_json_append_int (out, value);
}

static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, ',');
  ew_json_append_string (out, text);
}

static void
append_step (GString *out, gint64 *last, double value)
{
  gint64 now = llround (value);

  append_int (out, now - *last);
  *last = now;
}

static void
append_place (GString *out, Last *last, const EwTrackEvent *event)
{
  gint64 *place = last->place[event->stream];

  append_step (out, &place[0], event->center.x * EW_TRACK_PLACE);
  append_step (out, &place[1], event->center.y * EW_TRACK_PLACE);
  if (event->stream == EW_TRACK_CAMERA)
    append_step (out, &place[2], event->zoom * EW_TRACK_ZOOM);
}

static void
append_ids (GString *out, char **ids)
{
  for (; ids && *ids; ids++)
    append_string (out, *ids);
}

static void
append_content (GString *out, Last *last, const EwTrackEvent *event)
{
  switch (event->stream) {
  case EW_TRACK_CAMERA:
  case EW_TRACK_POINTER:
    append_place (out, last, event);
    break;
  case EW_TRACK_WINDOW:
    append_int (out, llround (event->center.x));
    append_int (out, llround (event->center.y));
    break;
  case EW_TRACK_LASER:
    append_int (out, event->on);
    break;
  case EW_TRACK_CHAPTER:
    append_string (out, event->title);
    break;
  default:
    append_ids (out, event->ids);
  }
}

static void
append_event (GString *out, Last *last, const EwTrackEvent *event)
{
  g_string_append_printf (out, ",[\"%s\"", ew_track_words[event->stream]);
  append_int (out, event->time - last->time);
  append_content (out, last, event);
  g_string_append (out, "]\n");
  last->time = event->time;
}

/* Appends the events from @first on. */
static void
append_events (GString *out, const EwTrack *track, guint first)
{
  Last last = { 0 };
  gsize start = out->len;

  for (guint i = 0; i < ew_track_size (track); i++) {
    /* What differences are counted from is known by writing what was before. */
    if (i == first)
      g_string_truncate (out, start);
    append_event (out, &last, ew_track_at (track, i));
  }
  if (first >= ew_track_size (track))
    g_string_truncate (out, start);
}

char *
ew_track_write (const EwTrack *track)
{
  g_autoptr (GString) out = g_string_new ("[{\"duration\":");

  ew_json_append_int (out, ew_track_duration (track));
  g_string_append_printf (out, ",\"format\":%d}\n", EW_TRACK_FORMAT);
  append_events (out, track, 0);
  g_string_append (out, "]\n");
  return g_strdup (out->str);
}

char *
ew_track_write_tail (const EwTrack *track, guint first)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (first == 0)
    g_string_append_printf (out, "[{\"format\":%d}\n", EW_TRACK_FORMAT);
  append_events (out, track, first);
  return g_strdup (out->str);
}
