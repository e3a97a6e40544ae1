/* Where the program's own helpers lie. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @name: of the helper; @room: the folder of app/ it is built in; @variable:
 * of the environment, which says where it is when it is set.
 * Returns: (transfer full): a path; whether something is there shows when it is
 * started.  Any thread. */
char *ew_helper_path (const char *name, const char *room, const char *variable);

G_END_DECLS
