#include "ew-record-json.h"

#include "ew-error.h"
#include "ew-json-write.h"
#include "ew-map.h"
#include "ew-set.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>

static bool
fail (GError **error, const char *name, const char *expected)
{
  g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED, "%s: %s", name, expected);
  return false;
}

static bool
is_of (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == type;
}

static bool
read_pair (JsonNode *node, EwCoords *pair)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return false;
  array = json_node_get_array (node);
  if (json_array_get_length (array) != 2)
    return false;
  if (!is_of (json_array_get_element (array, 0), G_TYPE_INT64) ||
      !is_of (json_array_get_element (array, 1), G_TYPE_INT64))
    return false;

  pair->x = json_array_get_int_element (array, 0);
  pair->y = json_array_get_int_element (array, 1);
  return true;
}

static bool
read_int (const EwField *field, EwRecord *record, JsonNode *node,
          GError **error)
{
  if (!is_of (node, G_TYPE_INT64))
    return fail (error, field->name, _ ("a whole number is expected"));
  ew_field_set_int (field, record, json_node_get_int (node));
  return true;
}

static bool
read_bool (const EwField *field, EwRecord *record, JsonNode *node,
           GError **error)
{
  if (!is_of (node, G_TYPE_BOOLEAN))
    return fail (error, field->name, _ ("true or false is expected"));
  ew_field_set_bool (field, record, json_node_get_boolean (node));
  return true;
}

static bool
read_string (const EwField *field, EwRecord *record, JsonNode *node,
             GError **error)
{
  if (!is_of (node, G_TYPE_STRING))
    return fail (error, field->name, _ ("a text is expected"));
  ew_field_set_string (field, record, json_node_get_string (node));
  return true;
}

static bool
read_coords (const EwField *field, EwRecord *record, JsonNode *node,
             GError **error)
{
  EwCoords coords;

  if (!read_pair (node, &coords))
    return fail (error, field->name, _ ("two whole numbers are expected"));
  ew_field_set_coords (field, record, coords);
  return true;
}

/* `{"pos":[x,y]}` and nothing else: what is dropped here would be lost. */
static bool
read_free_anchor (JsonObject *object, EwAnchor *anchor)
{
  return json_object_get_size (object) == 1 &&
         json_object_has_member (object, "pos") &&
         read_pair (json_object_get_member (object, "pos"), &anchor->point);
}

/* `{"id":…}` or `{"id":…,"at":[x,y]}`. */
static bool
read_tied_anchor (JsonObject *object, EwAnchor *anchor)
{
  JsonNode *id = json_object_get_member (object, "id");
  JsonNode *at = json_object_get_member (object, "at");

  if (!is_of (id, G_TYPE_STRING) || *json_node_get_string (id) == '\0')
    return false;
  if (json_object_get_size (object) != (at != NULL ? 2 : 1))
    return false;

  anchor->object = (char *) json_node_get_string (id);
  return at == NULL || read_pair (at, &anchor->spot);
}

static bool
read_anchor (const EwField *field, EwRecord *record, JsonNode *node,
             GError **error)
{
  EwAnchor anchor = { .object = (char *) "", .spot = EW_SPOT_AUTO };
  JsonObject *object;
  bool is_good = false;

  if (JSON_NODE_HOLDS_OBJECT (node)) {
    object = json_node_get_object (node);
    is_good = json_object_has_member (object, "id")
                  ? read_tied_anchor (object, &anchor)
                  : read_free_anchor (object, &anchor);
  }
  if (!is_good)
    return fail (error, field->name,
                 _ ("{\"id\":…}, {\"id\":…,\"at\":[x,y]} or {\"pos\":[x,y]} "
                    "is expected"));
  ew_field_set_anchor (field, record, &anchor);
  return true;
}

/* What is read of a map, until it is one. */
typedef struct {
  const EwRecordType *type;
  GPtrArray *keys, *values;
} MapRead;

static void
map_read_clear (MapRead *read)
{
  for (guint i = 0; i < read->values->len; i++) {
    ew_record_clear (read->type, read->values->pdata[i]);
    g_free (read->values->pdata[i]);
  }
  g_ptr_array_unref (read->values);
  g_ptr_array_unref (read->keys);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MapRead, map_read_clear)

static bool
read_map_record (MapRead *read, const char *key, JsonNode *node, GError **error)
{
  EwRecord *record;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, key, _ ("members in braces are expected"));

  record = g_malloc (read->type->size);
  ew_record_init (read->type, record);
  g_ptr_array_add (read->keys, (gpointer) key);
  g_ptr_array_add (read->values, record);
  if (ew_record_read_members (read->type, record, json_node_get_object (node),
                              NULL, EW_RECORD_READ_STRICT, error))
    return true;
  g_prefix_error (error, "%s.", key);
  return false;
}

static bool
read_map (const EwField *field, EwRecord *record, JsonNode *node,
          GError **error)
{
  g_auto (MapRead) read = { field->record, g_ptr_array_new (),
                            g_ptr_array_new () };
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, field->name, _ ("members in braces are expected"));

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &member))
    if (!read_map_record (&read, key, member, error)) {
      g_prefix_error (error, "%s.", field->name);
      return false;
    }

  ew_field_take_map (field, record,
                     ew_map_new (read.type, read.keys, read.values));
  return true;
}

static bool
read_set (const EwField *field, EwRecord *record, JsonNode *node,
          GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, field->name, _ ("a list of words is expected"));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *word = json_array_get_element (array, i);

    if (!is_of (word, G_TYPE_STRING) || *json_node_get_string (word) == '\0')
      return fail (error, field->name, _ ("a list of words is expected"));
    g_ptr_array_add (words, (gpointer) json_node_get_string (word));
  }
  ew_field_take_map (field, record, ew_set_new (words));
  return true;
}

static bool
read_field (const EwField *field, EwRecord *record, JsonNode *node,
            GError **error)
{
  switch (field->type) {
  case EW_FIELD_INT:
    return read_int (field, record, node, error);
  case EW_FIELD_BOOL:
    return read_bool (field, record, node, error);
  case EW_FIELD_STRING:
  case EW_FIELD_TEXT:
  case EW_FIELD_REF:
    return read_string (field, record, node, error);
  case EW_FIELD_COORDS:
    return read_coords (field, record, node, error);
  case EW_FIELD_ANCHOR:
    return read_anchor (field, record, node, error);
  case EW_FIELD_MAP:
    return read_map (field, record, node, error);
  case EW_FIELD_SET:
    return read_set (field, record, node, error);
  }
  g_return_val_if_reached (false);
}

static void
keep_unknown (EwRecord *record, const char *name, JsonNode *node)
{
  g_autofree char *json = ew_json_canonical (node);
  EwUnknown value = { .json = ew_string_new (json) };
  EwMap *with =
      ew_map_with (record->unknown, &ew_unknown_type, name, &value.record);

  g_clear_pointer (&record->unknown, ew_map_unref);
  record->unknown = with;
  ew_record_clear (&ew_unknown_type, &value.record);
}

static bool
read_member (const EwRecordType *type, EwRecord *record, const char *name,
             JsonNode *node, GError **error)
{
  const EwField *field = ew_record_type_find (type, name);

  if (field != NULL)
    return read_field (field, record, node, error);

  keep_unknown (record, name, node);
  return true;
}

/* Of a kind that we do not know we cannot tell what a member means: what does
 * not read as ours, or would be left out as a default, is kept as it is. */
static void
read_member_loosely (const EwRecordType *type, EwRecord *record,
                     const char *name, JsonNode *node)
{
  const EwField *field = ew_record_type_find (type, name);

  if (field == NULL || !read_field (field, record, node, NULL) ||
      ew_field_is_default (field, record))
    keep_unknown (record, name, node);
}

bool
ew_record_read_members (const EwRecordType *type, EwRecord *record,
                        JsonObject *from, const char *const *apart,
                        EwRecordRead how, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, from);
  while (json_object_iter_next (&iter, &name, &node)) {
    if (apart != NULL && g_strv_contains (apart, name))
      continue;
    if (how == EW_RECORD_READ_LOOSE)
      read_member_loosely (type, record, name, node);
    else if (!read_member (type, record, name, node, error))
      return false;
  }
  return true;
}
