#include "ew-workspace-file.h"

#include "ew-bucket.h"
#include "ew-header.h"
#include "ew-json-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FILE_NAME "elsewhen.json"

void
ew_workspace_file_clear (EwWorkspaceFile *file)
{
  g_clear_pointer (&file->name, g_free);
  g_clear_pointer (&file->unknown, g_free);
}

static char *
read_name (JsonObject *members, GPtrArray *faults)
{
  JsonNode *node = json_object_get_member (members, "name");

  if (node == NULL)
    return g_strdup ("");
  if (JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);

  ew_faults_add (
      faults, EW_FAULT_DAMAGE, FILE_NAME, 0, NULL,
      _ ("“%s” is no text. Write the name of the workspace there, in "
         "double quotes."),
      "name");
  return g_strdup ("");
}

static char *
take_others (JsonNode *node)
{
  static const char *const ours[] = { "format", "min_writer", "name" };
  JsonObject *members = json_node_get_object (node);

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    if (json_object_has_member (members, ours[i]))
      json_object_remove_member (members, ours[i]);
  return json_object_get_size (members) > 0 ? ew_json_canonical (node) : NULL;
}

bool
ew_workspace_file_read (const char *text, gsize length, EwWorkspaceFile *out,
                        GPtrArray *faults)
{
  g_auto (EwJsonFault) fault = { 0 };
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (out != NULL && faults != NULL, false);

  *out = (EwWorkspaceFile){ 0 };
  node = ew_json_parse (text, length, EW_JSON_STRICT, &fault);
  if (node == NULL) {
    ew_header_add_syntax_fault (faults, FILE_NAME, fault.line, &fault);
    return false;
  }
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    ew_faults_add (faults, EW_FAULT_DAMAGE, FILE_NAME, 1, NULL,
                   _ ("Members in braces are expected. Bring back an earlier "
                      "version of the file."));
    return false;
  }

  ew_header_check (json_node_get_object (node), FILE_NAME, 0, faults);
  out->name = read_name (json_node_get_object (node), faults);
  out->unknown = take_others (node);
  return true;
}

static void
append_others (GString *out, const char *json)
{
  g_autoptr (JsonNode) node =
      ew_json_parse (json, strlen (json), EW_JSON_STRICT, NULL);
  g_autoptr (GList) names = NULL;
  JsonObject *members;

  g_return_if_fail (node != NULL && JSON_NODE_HOLDS_OBJECT (node));

  members = json_node_get_object (node);
  names =
      g_list_sort (json_object_get_members (members), (GCompareFunc) strcmp);
  for (GList *l = names; l != NULL; l = l->next) {
    g_string_append (out, "\n,");
    ew_json_append_string (out, l->data);
    g_string_append_c (out, ':');
    ew_json_append_node (out, json_object_get_member (members, l->data));
  }
}

char *
ew_workspace_file_write (const EwWorkspaceFile *file)
{
  GString *out;

  g_return_val_if_fail (file != NULL, NULL);

  out = g_string_new (NULL);
  g_string_append_printf (
      out, "{\"format\":%d\n,\"min_writer\":%d\n,\"name\":", EW_FORMAT, 1);
  ew_json_append_string (out, file->name != NULL ? file->name : "");
  if (file->unknown != NULL)
    append_others (out, file->unknown);
  g_string_append (out, "\n}\n");
  return g_string_free (out, FALSE);
}
