/* An edit as one line of a journal, and back.
 *
 *   {"board":"…","label":"…","undoable":true,"changes":[
 *     {"before":{…},"after":{…}},…]}          all of it on one line */
#pragma once

#include "ew-edit.h"

G_BEGIN_DECLS

/* Returns: (transfer full): without the end of the line. */
char *ew_edit_to_json (const char *board, const EwEdit *edit);
/* Returns: (transfer full) (nullable); @board: (out) (optional)
 * (transfer full). */
EwEdit *ew_edit_from_json (const char *line, gsize length, char **board,
                           GError **error);

G_END_DECLS
