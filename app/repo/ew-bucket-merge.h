/* One file of a board in three versions → the file that goes on.
 *
 * Where only one side changed a file it is taken whole, unread; only where both
 * did are its objects merged one by one. */
#pragma once

#include "ew-board-files.h"
#include "ew-merge.h"

/* When a side changed an object: author time, seconds since 1970. */
typedef gint64 (*EwTimeOf) (const char *path, const char *object, EwSide side,
                            gpointer data);

typedef struct {
  EwStore *store;
  const char *path;
  EwEntry base, side[EW_N_SIDES];
  EwTimeOf time_of;
  gpointer data;
} EwFileMerge;

/* For a bucket or a board.json that both sides changed.  @text: (out)
 * (transfer full) (nullable): the merged file; NULL when nothing is left of
 * it.  Damage on either side is EW_ERROR_DAMAGED with file and line. */
bool ew_file_merge_bucket (const EwFileMerge *merge, char **text,
                           GError **error);
bool ew_file_merge_board (const EwFileMerge *merge, char **text,
                          GError **error);
