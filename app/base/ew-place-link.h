/* A link to a place: a board, or an object or a comment on it.
 *
 * "elsewhen:///<board>/<object>".  It names no workspace, because ids are never
 * the same twice: whoever has the board finds it. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_PLACE_SCHEME "elsewhen"

/* @object may be "".  Returns: (transfer full). */
char *ew_place_link (const char *board, const char *object);
/* False when @link is none.  @board, @object: (out) (transfer full); @object is
 * "" when it names only the board.  They are words of a stranger: whether there
 * is such a board remains to be seen. */
bool ew_place_link_parse (const char *link, char **board, char **object);

G_END_DECLS
