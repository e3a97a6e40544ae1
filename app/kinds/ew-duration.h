/* Reading times out of text.  Private to this room. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Reads `38`, `0:38`, `1:02:03` at *@at and steps over it.  @parts: how many
 * numbers it had. */
bool ew_duration_take (const char **at, gint64 *seconds, guint *parts);

G_END_DECLS
