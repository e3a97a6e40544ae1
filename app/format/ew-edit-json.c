#include "ew-edit-json.h"

#include "ew-error.h"
#include "ew-json-write.h"
#include "ew-object-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_side (GString *out, const char *name, const EwObject *object)
{
  if (object == NULL)
    return;
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  ew_json_append_string (out, name);
  g_string_append_c (out, ':');
  ew_object_append_json (out, object, EW_JSON_WRITE_CANONICAL);
}

static void
append_change (GString *out, const EwChange *change)
{
  g_string_append_c (out, '{');
  append_side (out, "before", change->before);
  append_side (out, "after", change->after);
  g_string_append_c (out, '}');
}

char *
ew_edit_to_json (const char *board, const EwEdit *edit)
{
  GString *out;

  g_return_val_if_fail (board != NULL && edit != NULL, NULL);

  out = g_string_new ("{\"board\":");
  ew_json_append_string (out, board);
  g_string_append (out, ",\"label\":");
  ew_json_append_string (out, ew_edit_label (edit));
  g_string_append_printf (out, ",\"undoable\":%s,\"changes\":[",
                          ew_edit_is_undoable (edit) ? "true" : "false");
  for (guint i = 0; i < ew_edit_size (edit); i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    append_change (out, ew_edit_at (edit, i));
  }
  g_string_append (out, "]}");
  return g_string_free (out, FALSE);
}

static bool
fail (GError **error, const char *what)
{
  g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED,
               _ ("A line of the journal cannot be read: %s."), what);
  return false;
}

static bool
read_side (JsonObject *change, const char *name, EwObject **object,
           GError **error)
{
  JsonNode *node = json_object_get_member (change, name);

  *object = NULL;
  if (node == NULL)
    return true;

  *object = ew_object_from_node (node, error);
  if (*object != NULL)
    return true;
  g_prefix_error (error, "%s: ", name);
  return false;
}

static bool
read_change (JsonNode *node, EwEdit *edit, GError **error)
{
  g_autoptr (EwObject) before = NULL;
  g_autoptr (EwObject) after = NULL;
  JsonObject *change;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, _ ("a change in braces is expected"));

  change = json_node_get_object (node);
  if (!read_side (change, "before", &before, error) ||
      !read_side (change, "after", &after, error))
    return false;
  if (before == NULL && after == NULL)
    return fail (error, _ ("a change changes nothing"));
  if (before != NULL && after != NULL && strcmp (before->id, after->id) != 0)
    return fail (error, _ ("a change is about two objects"));

  ew_edit_add (edit, before, after);
  return true;
}

static bool
read_changes (JsonObject *members, EwEdit *edit, GError **error)
{
  JsonNode *node = json_object_get_member (members, "changes");
  JsonArray *changes;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return fail (error, _ ("a list of changes is expected"));

  changes = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (changes); i++)
    if (!read_change (json_array_get_element (changes, i), edit, error))
      return false;
  return true;
}

static EwEdit *
read_edit (JsonNode *node, char **board, GError **error)
{
  g_autoptr (EwEdit) edit = NULL;
  JsonObject *members;
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    fail (error, _ ("an edit in braces is expected"));
    return NULL;
  }
  members = json_node_get_object (node);
  id = json_object_get_string_member_with_default (members, "board", NULL);
  if (id == NULL) {
    fail (error, _ ("it does not say which board it is about"));
    return NULL;
  }

  edit = ew_edit_new (
      json_object_get_string_member_with_default (members, "label", ""));
  ew_edit_set_undoable (edit, json_object_get_boolean_member_with_default (
                                  members, "undoable", TRUE));
  if (!read_changes (members, edit, error))
    return NULL;
  if (board != NULL)
    *board = g_strdup (id);
  return g_steal_pointer (&edit);
}

EwEdit *
ew_edit_from_json (const char *line, gsize length, char **board, GError **error)
{
  g_auto (EwJsonFault) fault = { 0 };
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (line != NULL || length == 0, NULL);

  node = ew_json_parse (line, length, EW_JSON_JOURNAL, &fault);
  if (node != NULL)
    return read_edit (node, board, error);

  fail (error, fault.message);
  return NULL;
}
