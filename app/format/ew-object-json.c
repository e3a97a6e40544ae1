#include "ew-object-json.h"

#include "ew-error.h"
#include "ew-id.h"
#include "ew-json-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const apart[] = { "id", "kind", NULL };

/* Where a new box is larger than nothing, a size of nothing has to be told. */
static const EwField *
find_told_field (const EwKind *kind)
{
  if (kind->size.x <= 0 && kind->size.y <= 0)
    return NULL;
  return ew_kind_find_field (kind, "size");
}

void
ew_object_append_json (GString *out, const EwObject *object, EwJsonWrite flags)
{
  EwRecordWriter writer = {
    .type = &object->kind->type,
    .apart = apart,
    .always = find_told_field (object->kind),
    .flags = flags,
  };

  g_string_append (out, "{\"id\":");
  ew_json_append_string (out, object->id);
  g_string_append (out, ",\"kind\":");
  ew_json_append_string (out, ew_object_kind_name (object));
  ew_record_append_members (out, &writer, &object->record, ",");
  g_string_append_c (out, '}');
}

char *
ew_object_to_json (const EwObject *object, EwJsonWrite flags)
{
  GString *out;

  g_return_val_if_fail (object != NULL, NULL);

  out = g_string_new (NULL);
  ew_object_append_json (out, object, flags);
  return g_string_free (out, FALSE);
}

JsonNode *
ew_object_to_node (const EwObject *object, EwJsonWrite flags)
{
  g_autofree char *json = ew_object_to_json (object, flags);

  return ew_json_parse (json, strlen (json), EW_JSON_JOURNAL, NULL);
}

static void
set_damaged (GError **error, const char *sentence)
{
  g_set_error_literal (error, EW_ERROR, EW_ERROR_DAMAGED, sentence);
}

static const char *
get_word (JsonObject *members, const char *name)
{
  JsonNode *node = json_object_get_member (members, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

static EwObject *
new_object (const char *id, const char *kind_name)
{
  const EwKind *kind = ew_kind_by_name (kind_name);
  EwObject *object;

  if (kind != NULL)
    return ew_object_new (kind, id);

  object = ew_object_new (&ew_kind_unknown, id);
  ew_object_set_kind_name (object, kind_name);
  return object;
}

EwObject *
ew_object_from_node (JsonNode *node, GError **error)
{
  g_autoptr (EwObject) object = NULL;
  JsonObject *members;
  const char *kind;

  g_return_val_if_fail (node != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    set_damaged (error, _ ("an object in braces is expected"));
    return NULL;
  }
  members = json_node_get_object (node);
  if (!ew_id_is_valid (get_word (members, "id"))) {
    set_damaged (error, _ ("id: 1 to 64 letters, digits, “-” and “_” are "
                           "expected"));
    return NULL;
  }
  kind = get_word (members, "kind");
  if (*kind == '\0') {
    set_damaged (error, _ ("kind: a word such as \"note\" is expected"));
    return NULL;
  }

  object = new_object (get_word (members, "id"), kind);
  if (!ew_record_read_members (
          &object->kind->type, &object->record, members, apart,
          ew_kind_by_name (kind) != NULL ? EW_RECORD_READ_STRICT
                                         : EW_RECORD_READ_LOOSE,
          error))
    return NULL;
  return g_steal_pointer (&object);
}

EwObject *
ew_object_from_json (const char *text, gssize length, GError **error)
{
  g_auto (EwJsonFault) fault = { 0 };
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  node = ew_json_parse (text, length < 0 ? strlen (text) : (gsize) length,
                        EW_JSON_STRICT, &fault);
  if (node != NULL)
    return ew_object_from_node (node, error);

  g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED,
               /* Translators: two numbers and what is wrong there. */
               _ ("line %u, column %u: %s"), fault.line, fault.column,
               fault.message);
  return NULL;
}
