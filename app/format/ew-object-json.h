/* Objects ⇄ JSON, by their field tables.
 *
 * Canonical: id, kind, then members bytewise; defaults are not written; unknown
 * members are kept and written back.  So equal content is equal bytes.
 *
 * A box without a size is one that someone made by hand: it gets the size that
 * a new one has.  What we write always tells its size. */
#pragma once

#include "ew-json-guard.h"
#include "ew-kinds.h"
#include "ew-record-json.h"

G_BEGIN_DECLS

/* One line without its end, `{"id":…}`.  Returns: (transfer full). */
char *ew_object_to_json (const EwObject *object, EwJsonWrite flags);
JsonNode *ew_object_to_node (const EwObject *object, EwJsonWrite flags);
/* The same line at the end of @out, for files of many. */
void ew_object_append_json (GString *out, const EwObject *object,
                            EwJsonWrite flags);

/* @node must come from ew_json_parse().  The error names the member:
 * "pos: two whole numbers are expected".
 * Returns: (transfer full) (nullable). */
EwObject *ew_object_from_node (JsonNode *node, GError **error);
EwObject *ew_object_from_json (const char *text, gssize length, GError **error);

G_END_DECLS
