/* JSON out, canonical: no white space, members bytewise, minimal escapes.
 *
 * json-glib's generator is not used: it lets U+001F through as it is, which is
 * no JSON, and keeps members in the order they came in. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* In double quotes.  What is no UTF-8 is replaced, so that the output always
 * is. */
void ew_json_append_string (GString *out, const char *text);
/* Limited to what JSON holds exactly, so that it can always be read again. */
void ew_json_append_int (GString *out, gint64 value);
void ew_json_append_node (GString *out, JsonNode *node);

/* Returns: (transfer full). */
char *ew_json_canonical (JsonNode *node);

G_END_DECLS
