/* What another machine says, made harmless for showing.
 *
 * A server's words may hold anything: terminal escapes, a screen full of lines,
 * no letters at all. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* One line: escapes and control signs gone, at most 300 letters.
 * Returns: (transfer full). */
char *ew_said_plain (const char *text, gssize length);
/* The same for a text of many lines, which stay lines.  (transfer full) */
char *ew_said_text (const char *text);
/* The last line of @said that tells something, without git's "remote:",
 * "fatal:" and "ERROR:" before it.  Returns: (transfer full): "" for none. */
char *ew_said_last (const char *said);
/* All such lines, newest last, at most @max, in one.  (transfer full) */
char *ew_said_lines (const char *said, guint max);

G_END_DECLS
