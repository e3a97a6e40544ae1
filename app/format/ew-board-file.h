/* boards/<id>/board.json: how the board is laid out, and what it says of
 * itself.  One member on a line, comma first, so that a change of the title is
 * a change of one line.
 *
 *   {"format":1
 *   ,"min_writer":1
 *   ,"buckets":256
 *   ,"title":"Plan for autumn"
 *   } */
#pragma once

#include "ew-bucket.h"

G_BEGIN_DECLS

/* Returns: (nullable) (transfer full): the EW_BOARD_SELF object; NULL, with a
 * fault, when it cannot be read. */
EwObject *ew_board_file_read (const char *text, gsize length, const char *file,
                              GPtrArray *faults);
/* Returns: (transfer full). */
char *ew_board_file_write (const EwObject *self);

G_END_DECLS
