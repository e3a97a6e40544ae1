#include "ew-bucket.h"

#include "ew-header.h"
#include "ew-json-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file that is nonsense from top to end is not told line by line. */
#define FAULTS_MAX 20

typedef struct {
  guint bucket;
  const char *text, *file;
  gsize length;
  GPtrArray *objects, *faults;
  GHashTable *ids; /* of the objects so far */
  bool has_header;
} Reader;

/* Where an element stands is only asked when something is wrong with it. */
typedef struct {
  guint line;
  guint index; /* among the elements of the whole; only when line is 0 */
} Place;

/* Behind the string that begins at @at. */
static const char *
skip_string (const char *at, const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    if (*at == '\\')
      at++;
  return at + 1;
}

/* In a text that the guard let through: the line on which element @index of the
 * outermost array begins. */
static guint
find_line (const Reader *reader, guint index)
{
  const char *end = reader->text + reader->length;
  guint line = 1, depth = 0, seen = 0;

  for (const char *at = reader->text; at < end;) {
    if (depth == 1 && seen == index && !g_ascii_isspace (*at))
      return line;
    if (*at == '"') {
      at = skip_string (at, end);
      continue;
    }
    depth += *at == '{' || *at == '[';
    depth -= *at == '}' || *at == ']';
    seen += depth == 1 && *at == ',';
    line += *at == '\n';
    at++;
  }
  return line;
}

static guint
line_of (const Reader *reader, Place place)
{
  return place.line != 0 ? place.line : find_line (reader, place.index);
}

static void
add_damage (Reader *reader, Place place, const char *id, const char *sentence)
{
  ew_faults_add (reader->faults, EW_FAULT_DAMAGE, reader->file,
                 line_of (reader, place), id, "%s", sentence);
}

static const char *
find_id (JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  JsonNode *id = json_object_get_member (object, "id");

  if (id == NULL || !JSON_NODE_HOLDS_VALUE (id) ||
      json_node_get_value_type (id) != G_TYPE_STRING)
    return "";
  return json_node_get_string (id);
}

/* Whether @object is what this bucket holds, but for its place. */
static bool
is_ours (Reader *reader, const EwObject *object, Place place)
{
  if (strcmp (object->id, EW_BOARD_SELF) == 0 ||
      ew_kind_has (object->kind, EW_KIND_META)) {
    add_damage (reader, place, object->id,
                _ ("This belongs in board.json, not among the objects. Delete "
                   "the line."));
    return false;
  }
  if (g_hash_table_contains (reader->ids, object->id)) {
    add_damage (
        reader, place, object->id,
        _ ("The id is there twice; what stands first is shown. Keep one "
           "of the two lines, or give this one another id."));
    return false;
  }
  return true;
}

static void
check_bucket (Reader *reader, const EwObject *object, Place place)
{
  guint home = ew_bucket_of (object->id);
  g_autofree char *sentence = NULL;

  if (home == reader->bucket)
    return;
  sentence =
      g_strdup_printf (_ ("The object belongs in objects/%02x.json. Move "
                          "its line there."),
                       home);
  add_damage (reader, place, object->id, sentence);
}

static void
take_object (Reader *reader, JsonNode *node, Place place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EwObject) object = ew_object_from_node (node, &error);
  g_autofree char *sentence = NULL;

  if (object == NULL) {
    sentence = g_strdup_printf (_ ("The object cannot be read: %s. Mend the "
                                   "line, or bring back an earlier version of "
                                   "it."),
                                error->message);
    add_damage (reader, place,
                JSON_NODE_HOLDS_OBJECT (node) ? find_id (node) : "", sentence);
    return;
  }
  if (!is_ours (reader, object, place))
    return;

  check_bucket (reader, object, place);
  g_hash_table_add (reader->ids, object->id);
  g_ptr_array_add (reader->objects, g_steal_pointer (&object));
}

/* The heading has no place for members that we do not know. */
static void
check_members (Reader *reader, JsonObject *header, guint line)
{
  static const char *const known[] = { "bucket", "format", "min_writer", NULL };
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, header);
  while (json_object_iter_next (&iter, &name, NULL))
    if (!g_strv_contains (known, name))
      ew_faults_add (reader->faults, EW_FAULT_NEWER, reader->file, line, NULL,
                     _ ("The heading says “%s”, which this version of Elsewhen "
                        "does not know. The board can be looked at, not "
                        "changed: update Elsewhen."),
                     name);
}

static void
take_header (Reader *reader, JsonNode *node, Place place)
{
  JsonObject *header = json_node_get_object (node);
  guint line = line_of (reader, place);
  g_autofree char *name = g_strdup_printf ("%02x", reader->bucket);
  JsonNode *bucket = json_object_get_member (header, "bucket");
  bool is_right = bucket != NULL && JSON_NODE_HOLDS_VALUE (bucket) &&
                  g_strcmp0 (json_node_get_string (bucket), name) == 0;

  reader->has_header = true;
  ew_header_check (header, reader->file, line, reader->faults);
  check_members (reader, header, line);
  if (!is_right)
    ew_faults_add (reader->faults, EW_FAULT_WARNING, reader->file, line, NULL,
                   _ ("The heading is not that of bucket “%s”. The next change "
                      "corrects it."),
                   name);
}

static bool
is_header (const Reader *reader, JsonNode *node)
{
  return !reader->has_header && reader->objects->len == 0 &&
         JSON_NODE_HOLDS_OBJECT (node) &&
         !json_object_has_member (json_node_get_object (node), "id");
}

static void
take_element (Reader *reader, JsonNode *node, Place place)
{
  if (is_header (reader, node))
    take_header (reader, node, place);
  else
    take_object (reader, node, place);
}

static void
read_whole (Reader *reader, JsonNode *root)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (root)) {
    ew_faults_add (reader->faults, EW_FAULT_DAMAGE, reader->file, 1, NULL,
                   _ ("A list of objects is expected. Bring back an earlier "
                      "version of the file."));
    return;
  }
  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    take_element (reader, json_array_get_element (array, i),
                  (Place){ .index = i });
  if (!reader->has_header)
    ew_faults_add (reader->faults, EW_FAULT_WARNING, reader->file, 1, NULL,
                   _ ("The heading is missing. The next change writes it."));
}

/* Line by line. */

typedef struct {
  const char *at, *end;
  guint skipped; /* characters before `at` on its line */
} Line;

static bool
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

static void
skip_left (Line *line)
{
  line->at++;
  line->skipped++;
}

static void
skip_spaces (Line *line)
{
  while (line->at < line->end && is_space (*line->at))
    skip_left (line);
}

/* Takes off what stands around an object in a list: brackets and commas. */
static Line
peel (const char *at, const char *end)
{
  Line line = { at, end, 0 };

  skip_spaces (&line);
  if (line.at < line.end && (*line.at == ',' || *line.at == '['))
    skip_left (&line);
  skip_spaces (&line);
  while (line.at < line.end && (is_space (line.end[-1]) || line.end[-1] == ','))
    line.end--;
  if (line.end - line.at >= 1 && line.end[-1] == ']' &&
      (line.end - line.at == 1 || line.end[-2] == '}'))
    line.end--;
  return line;
}

static void
read_line (Reader *reader, Line line, guint number)
{
  g_auto (EwJsonFault) fault = { 0 };
  g_autoptr (JsonNode) node = NULL;

  if (line.at == line.end)
    return;

  node = ew_json_parse (line.at, line.end - line.at, EW_JSON_STRICT, &fault);
  if (node != NULL) {
    take_element (reader, node, (Place){ .line = number });
    return;
  }
  fault.column += line.skipped;
  ew_header_add_syntax_fault (reader->faults, reader->file, number, &fault);
}

/* So many that lines are no objects here: where it begins says more than each
 * of them. */
static void
sum_up (Reader *reader, guint first, const EwJsonFault *whole)
{
  guint n = reader->faults->len - first;

  g_ptr_array_remove_range (reader->faults, first, n);
  ew_header_add_syntax_fault (reader->faults, reader->file, whole->line, whole);
  ew_faults_add (
      reader->faults, EW_FAULT_DAMAGE, reader->file, 0, NULL,
      ngettext ("%u line cannot be read.", "%u lines cannot be read.", n), n);
}

static void
read_lines (Reader *reader, const EwJsonFault *whole)
{
  const char *end = reader->text + reader->length;
  guint number = 1, first, before;
  const char *next;

  before = reader->faults->len;
  if (ew_header_find_markers (reader->text, reader->length, &first))
    ew_header_add_marker_fault (reader->faults, reader->file, first);

  first = reader->faults->len;

  for (const char *at = reader->text; at < end; at = next + 1, number++) {
    next = memchr (at, '\n', end - at);
    if (next == NULL)
      next = end;
    if (!ew_header_is_marker (at, next - at))
      read_line (reader, peel (at, next), number);
  }

  if (reader->faults->len == before)
    ew_header_add_syntax_fault (reader->faults, reader->file, whole->line,
                                whole);
  else if (reader->faults->len - first > FAULTS_MAX)
    sum_up (reader, first, whole);
}

void
ew_bucket_read (guint bucket, const char *text, gsize length, const char *file,
                GPtrArray *objects, GPtrArray *faults)
{
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (EwJsonFault) fault = { 0 };
  g_autoptr (JsonNode) root = NULL;
  Reader reader = { bucket, text, file, length, found, faults, ids, false };

  g_return_if_fail (text != NULL || length == 0);
  g_return_if_fail (objects != NULL && faults != NULL);

  root = ew_json_parse (text, length, EW_JSON_STRICT, &fault);
  if (root != NULL)
    read_whole (&reader, root);
  else if (length > 0 && length <= EW_JSON_SIZE_MAX)
    read_lines (&reader, &fault);
  else
    ew_header_add_syntax_fault (faults, file, fault.line, &fault);

  g_ptr_array_extend_and_steal (objects, g_steal_pointer (&found));
}
