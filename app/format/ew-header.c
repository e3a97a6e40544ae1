#include "ew-header.h"

#include "ew-bucket.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
check_number (JsonObject *header, const char *name, const char *file,
              guint line, GPtrArray *faults)
{
  JsonNode *node = json_object_get_member (header, name);

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64) {
    ew_faults_add (faults, EW_FAULT_DAMAGE, file, line, NULL,
                   _ ("“%s” is no whole number. Write %d there."), name, 1);
    return;
  }
  if (json_node_get_int (node) > 1)
    ew_faults_add (faults, EW_FAULT_NEWER, file, line, NULL,
                   _ ("A newer version of Elsewhen wrote this (%s %d). It can "
                      "be looked at, not changed: update Elsewhen."),
                   name, (int) MIN (json_node_get_int (node), G_MAXINT));
}

void
ew_header_check (JsonObject *header, const char *file, guint line,
                 GPtrArray *faults)
{
  G_STATIC_ASSERT (EW_FORMAT == 1 && EW_WRITER == 1);
  check_number (header, "format", file, line, faults);
  check_number (header, "min_writer", file, line, faults);
}

void
ew_header_add_syntax_fault (GPtrArray *faults, const char *file, guint line,
                            const EwJsonFault *fault)
{
  /* Translators: a number and what is wrong there. */
  ew_faults_add (faults, EW_FAULT_DAMAGE, file, line, NULL,
                 _ ("Column %u: %s. Mend the line by hand, or bring back an "
                    "earlier version of the file."),
                 fault->column, fault->message);
}

bool
ew_header_is_marker (const char *line, gsize length)
{
  static const char *const markers[] = { "<<<<<<<", "|||||||",
                                         "=======", ">>>>>>>" };

  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    if (length >= 7 && memcmp (line, markers[i], 7) == 0)
      return true;
  return false;
}

bool
ew_header_find_markers (const char *text, gsize length, guint *line)
{
  const char *end = text + length;
  const char *next;

  *line = 1;
  for (const char *at = text; at < end; at = next + 1, (*line)++) {
    if (ew_header_is_marker (at, end - at))
      return true;
    next = memchr (at, '\n', end - at);
    if (next == NULL)
      return false;
  }
  return false;
}

void
ew_header_add_marker_fault (GPtrArray *faults, const char *file, guint line)
{
  ew_faults_add (
      faults, EW_FAULT_DAMAGE, file, line, NULL,
      _ ("The file holds git conflict markers. Delete the lines that "
         "begin with <<<<<<<, =======, >>>>>>> and, of each object "
         "between them, keep one version."));
}
