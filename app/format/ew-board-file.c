#include "ew-board-file.h"

#include "ew-header.h"

#include <glib/gi18n-lib.h>

/* `id` and `kind` are what every object says of itself first; this one's are
 * known. */
static const char *const apart[] = { "format", "min_writer", "buckets",
                                     "id",     "kind",       NULL };

static void
check_buckets (JsonObject *members, const char *file, GPtrArray *faults)
{
  JsonNode *node = json_object_get_member (members, "buckets");

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64) {
    ew_faults_add (faults, EW_FAULT_DAMAGE, file, 0, NULL,
                   _ ("“%s” is no whole number. Write %d there."), "buckets",
                   EW_BUCKETS);
    return;
  }
  if (json_node_get_int (node) != EW_BUCKETS)
    ew_faults_add (faults, EW_FAULT_NEWER, file, 0, NULL,
                   _ ("The board is laid out in a way this version of Elsewhen "
                      "does not know (not in %d buckets). It can be looked at, "
                      "not changed: update Elsewhen."),
                   EW_BUCKETS);
}

static void
check_names (JsonObject *members, const char *file, GPtrArray *faults)
{
  static const char *const foreign[] = { "id", "kind" };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (json_object_has_member (members, foreign[i]))
      ew_faults_add (faults, EW_FAULT_DAMAGE, file, 0, NULL,
                     _ ("“%s” has no place here. Delete it."), foreign[i]);
  if (!json_object_has_member (members, "format"))
    ew_faults_add (faults, EW_FAULT_WARNING, file, 0, NULL,
                   _ ("The format is not told. The next change writes it."));
}

static EwObject *
read_self (JsonObject *members, GError **error)
{
  g_autoptr (EwObject) self = ew_object_new (&ew_kind_board, EW_BOARD_SELF);

  if (!ew_record_read_members (&self->kind->type, &self->record, members, apart,
                               EW_RECORD_READ_STRICT, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
add_syntax_fault (const char *text, gsize length, const char *file,
                  const EwJsonFault *fault, GPtrArray *faults)
{
  guint line;

  if (ew_header_find_markers (text, length, &line))
    ew_header_add_marker_fault (faults, file, line);
  else
    ew_header_add_syntax_fault (faults, file, fault->line, fault);
}

EwObject *
ew_board_file_read (const char *text, gsize length, const char *file,
                    GPtrArray *faults)
{
  g_auto (EwJsonFault) fault = { 0 };
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *members;
  EwObject *self;

  g_return_val_if_fail (faults != NULL, NULL);

  node = ew_json_parse (text, length, EW_JSON_STRICT, &fault);
  if (node == NULL) {
    add_syntax_fault (text, length, file, &fault, faults);
    return NULL;
  }
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    ew_faults_add (faults, EW_FAULT_DAMAGE, file, 1, NULL,
                   _ ("Members in braces are expected. Bring back an earlier "
                      "version of the file."));
    return NULL;
  }

  members = json_node_get_object (node);
  ew_header_check (members, file, 0, faults);
  check_buckets (members, file, faults);
  check_names (members, file, faults);
  self = read_self (members, &error);
  if (self == NULL)
    ew_faults_add (faults, EW_FAULT_DAMAGE, file, 0, EW_BOARD_SELF,
                   _ ("The board's own entry cannot be read: %s. Mend it by "
                      "hand, or bring back an earlier version of the file."),
                   error->message);
  return self;
}

char *
ew_board_file_write (const EwObject *self)
{
  EwRecordWriter writer = { .apart = apart };
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  writer.type = &self->kind->type;
  out = g_string_new (NULL);
  g_string_append_printf (out,
                          "{\"format\":%d\n,\"min_writer\":%d\n,"
                          "\"buckets\":%d",
                          EW_FORMAT, 1, EW_BUCKETS);
  ew_record_append_members (out, &writer, &self->record, "\n,");
  g_string_append (out, "\n}\n");
  return g_string_free (out, FALSE);
}
