#include "ew-member-file.h"

#include "ew-bucket.h"
#include "ew-header.h"
#include "ew-record-json.h"

#include <glib/gi18n-lib.h>

static const char *const apart[] = { "format", "min_writer", NULL };

EwMember *
ew_member_file_read (const char *text, gsize length, const char *file,
                     GPtrArray *faults)
{
  g_auto (EwJsonFault) fault = { 0 };
  g_autoptr (JsonNode) node =
      ew_json_parse (text, length, EW_JSON_STRICT, &fault);
  g_autoptr (EwMember) member = ew_member_new ("", "");
  g_autoptr (GError) error = NULL;

  if (!node) {
    ew_header_add_syntax_fault (faults, file, fault.line, &fault);
    return NULL;
  }
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    ew_faults_add (faults, EW_FAULT_DAMAGE, file, 1, NULL,
                   _ ("Members in braces are expected. Bring back an earlier "
                      "version of the file."));
    return NULL;
  }
  ew_header_check (json_node_get_object (node), file, 0, faults);
  if (ew_record_read_members (&ew_member_type, &member->record,
                              json_node_get_object (node), apart,
                              EW_RECORD_READ_STRICT, &error))
    return g_steal_pointer (&member);
  ew_faults_add (faults, EW_FAULT_DAMAGE, file, 0, NULL,
                 _ ("The profile cannot be read: %s. Mend it by hand, or bring "
                    "back an earlier version of the file."),
                 error->message);
  return NULL;
}

char *
ew_member_file_write (const EwMember *member)
{
  EwRecordWriter writer = { .type = &ew_member_type, .apart = apart };
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "{\"format\":%d\n,\"min_writer\":%d", EW_FORMAT,
                          1);
  ew_record_append_members (out, &writer, &member->record, "\n,");
  g_string_append (out, "\n}\n");
  return g_string_free (out, FALSE);
}
