/* Objects ⇄ JSON, by their field tables.
 *
 * Canonical: id, kind, then members bytewise; defaults are not written; unknown
 * members are kept and written back.  So equal content is equal bytes. */
#pragma once

#include "ew-json-guard.h"
#include "ew-kinds.h"

G_BEGIN_DECLS

typedef enum {
  EW_JSON_WRITE_CANONICAL = 0,
  EW_JSON_WRITE_DEFAULTS = 1 << 0, /* every field, for `show --json` */
} EwJsonWrite;

/* One line without its end, `{"id":…}`.  Returns: (transfer full). */
char *ew_object_to_json (const EwObject *object, EwJsonWrite flags);
JsonNode *ew_object_to_node (const EwObject *object, EwJsonWrite flags);

/* @node must come from ew_json_parse().  The error names the member:
 * "pos: two integers are expected".  Returns: (transfer full) (nullable). */
EwObject *ew_object_from_node (JsonNode *node, GError **error);
EwObject *ew_object_from_json (const char *text, gssize length, GError **error);

G_END_DECLS
