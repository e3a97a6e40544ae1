/* Ids: UUIDv7 (RFC 9562, section 5.7), lower case, 36 characters.
 *
 * Ids made by us sort by the time they were made.  Ids that we *accept* may be
 * any word of 1…64 letters, digits, `-` and `_`, so that a file made by hand or
 * by another program keeps its own.  Any thread. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_ID_MAX 64

/* Returns: (transfer full): a new id as a #GRefString. */
char *ew_id_new (void);
bool ew_id_is_valid (const char *id);
/* When a UUIDv7 was made, in ms since 1970; 0 for any other id. */
gint64 ew_id_time (const char *id);

G_END_DECLS
