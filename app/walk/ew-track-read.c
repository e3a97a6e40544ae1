#include "ew-track-json.h"

#include "ew-json-guard.h"
#include "ew-track-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a place can be, in 1/16 px: far beyond any board. */
#define FAR (G_GINT64_CONSTANT (1) << 40)

typedef struct {
  EwTrack *track;
  GPtrArray *faults;
  gint64 time, duration, place[EW_TRACK_N_STREAMS][3];
  bool is_wrong, goes_back, is_full; /* told already */
  bool has_head;
} Reader;

static void
tell (Reader *reader, bool *told, const char *sentence)
{
  if (!*told)
    ew_faults_add (reader->faults, EW_FAULT_WARNING, "", 0, "", "%s", sentence);
  *told = true;
}

static bool
tell_wrong (Reader *reader)
{
  tell (reader, &reader->is_wrong,
        _ ("Parts of this walkthrough cannot be read, and are left out."));
  return false;
}

/* --- One event ---------------------------------------------------------- */

static bool
get_int (JsonArray *array, guint index, gint64 *value)
{
  JsonNode *node = index < json_array_get_length (array)
                       ? json_array_get_element (array, index)
                       : NULL;

  if (!node || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return false;
  *value = json_node_get_int (node);
  return true;
}

/* Returns: (nullable). */
static const char *
get_string (JsonArray *array, guint index)
{
  JsonNode *node = index < json_array_get_length (array)
                       ? json_array_get_element (array, index)
                       : NULL;

  if (!node || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static bool
read_steps (Reader *reader, JsonArray *array, gint64 *place, guint n)
{
  gint64 step;

  for (guint i = 0; i < n; i++) {
    if (!get_int (array, 2 + i, &step))
      return false;
    place[i] = CLAMP (place[i] + CLAMP (step, -FAR, FAR), -FAR, FAR);
  }
  return true;
}

static bool
read_place (Reader *reader, JsonArray *array, EwTrackEvent *event)
{
  gint64 *place = reader->place[event->stream];

  if (!read_steps (reader, array, place,
                   event->stream == EW_TRACK_CAMERA ? 3 : 2))
    return false;
  event->center =
      (EwPoint){ place[0] / EW_TRACK_PLACE, place[1] / EW_TRACK_PLACE };
  event->zoom = place[2] / EW_TRACK_ZOOM;
  return event->stream != EW_TRACK_CAMERA || event->zoom > 0;
}

static bool
read_window (JsonArray *array, EwTrackEvent *event)
{
  gint64 w, h;

  if (!get_int (array, 2, &w) || !get_int (array, 3, &h) || w < 1 || h < 1)
    return false;
  event->center = (EwPoint){ MIN (w, 100000), MIN (h, 100000) };
  return true;
}

/* Returns: (transfer full) (nullable). */
static char **
read_ids (JsonArray *array)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n = json_array_get_length (array);

  for (guint i = 2; i < n; i++) {
    const char *id = get_string (array, i);

    if (!id)
      return NULL;
    g_strv_builder_add (ids, id);
  }
  return g_strv_builder_end (ids);
}

static bool
read_content (Reader *reader, JsonArray *array, EwTrackEvent *event)
{
  gint64 on;

  switch (event->stream) {
  case EW_TRACK_CAMERA:
  case EW_TRACK_POINTER:
    return read_place (reader, array, event);
  case EW_TRACK_WINDOW:
    return read_window (array, event);
  case EW_TRACK_LASER:
    return get_int (array, 2, &on) && ((event->on = on != 0), true);
  case EW_TRACK_CHAPTER:
    event->title = g_strdup (get_string (array, 2));
    return event->title != NULL;
  case EW_TRACK_GONE:
    return true;
  default:
    event->ids = read_ids (array);
    return event->ids != NULL;
  }
}

/* Steps the time on; one that goes back stands still. */
static bool
read_time (Reader *reader, JsonArray *array)
{
  gint64 step;

  if (!get_int (array, 1, &step))
    return false;
  if (step < 0 ||
      reader->time + MIN (step, EW_TRACK_LONGEST) > EW_TRACK_LONGEST)
    tell (reader, &reader->goes_back,
          _ ("This walkthrough jumps in time; the jumps are left out."));
  else
    reader->time += step;
  return true;
}

static int
stream_of (const char *word)
{
  for (int i = 0; i < EW_TRACK_N_STREAMS; i++)
    if (strcmp (word, ew_track_words[i]) == 0)
      return i;
  return -1;
}

static void
add_event (Reader *reader, const EwTrackEvent *event)
{
  if (!ew_track_add_raw (reader->track, event))
    tell (reader, &reader->is_full,
          _ ("This walkthrough has more events than can be played; it is "
             "shown as far as they go."));
}

static bool
read_event (Reader *reader, JsonNode *node)
{
  JsonArray *array =
      JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *word = array ? get_string (array, 0) : NULL;
  int stream = word ? stream_of (word) : -1;
  EwTrackEvent event = { 0 };
  bool is_read;

  if (!word || !read_time (reader, array))
    return tell_wrong (reader);
  if (stream < 0)
    return true;
  event.stream = (EwTrackStream) stream;
  event.time = reader->time;
  is_read = read_content (reader, array, &event);
  if (is_read)
    add_event (reader, &event);
  g_strfreev (event.ids);
  g_free (event.title);
  return is_read || tell_wrong (reader);
}

/* --- All of them -------------------------------------------------------- */

static bool
read_head (Reader *reader, JsonNode *node)
{
  JsonObject *head =
      JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  gint64 format =
      head ? json_object_get_int_member_with_default (head, "format", 0) : 0;

  reader->has_head = true;
  if (format < 1)
    return tell_wrong (reader);
  if (format > EW_TRACK_FORMAT)
    ew_faults_add (reader->faults, EW_FAULT_NEWER, "", 0, "", "%s",
                   _ ("This walkthrough was recorded with a newer version; it "
                      "is shown as far as this one understands it."));
  reader->duration =
      json_object_get_int_member_with_default (head, "duration", 0);
  return true;
}

static void
read_node (Reader *reader, JsonNode *node)
{
  if (reader->has_head)
    read_event (reader, node);
  else
    read_head (reader, node);
}

static void
read_whole (Reader *reader, JsonNode *root)
{
  JsonArray *array =
      JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  guint n = array ? json_array_get_length (array) : 0;

  if (n == 0)
    tell_wrong (reader);
  for (guint i = 0; i < n && !reader->is_full; i++)
    read_node (reader, json_array_get_element (array, i));
}

static void
read_line (Reader *reader, const char *line, gsize length)
{
  g_autoptr (JsonNode) node = NULL;

  if (length == 0 || *line == ']')
    return;
  if ((!reader->has_head && *line == '[') || *line == ',')
    line++, length--;
  node = ew_json_parse (line, length, EW_JSON_STRICT, NULL);
  if (node)
    read_node (reader, node);
}

/* One that a crash cut, or a stray hand damaged. */
static void
read_lines (Reader *reader, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end && !reader->is_full) {
    const char *stop = memchr (text, '\n', (gsize) (end - text));

    read_line (reader, text, (gsize) ((stop ? stop : end) - text));
    text = stop ? stop + 1 : end;
  }
}

EwTrack *
ew_track_read (const char *text, gsize length, GPtrArray *faults)
{
  Reader reader = { .track = ew_track_new (), .faults = faults };
  g_autoptr (JsonNode) root =
      ew_json_parse (text, length, EW_JSON_STRICT, NULL);

  if (root) {
    read_whole (&reader, root);
  } else {
    read_lines (&reader, text, length);
    ew_faults_add (faults, EW_FAULT_WARNING, "", 0, "", "%s",
                   _ ("The track of this walkthrough is damaged or ends "
                      "early; what is left of it is shown."));
  }
  ew_track_set_duration (reader.track, reader.duration);
  return reader.track;
}
