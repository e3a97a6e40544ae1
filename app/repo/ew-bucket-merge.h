/* One file of a workspace in three versions → the file that goes on.
 *
 * The same for commits that are carried and for the git merge driver.  Where
 * only one side changed a line it is taken as it is, unread; only where both
 * did are objects merged. */
#pragma once

#include "ew-blame.h"
#include "ew-board-files.h"
#include "ew-merge.h"

/* When a side changed something: author time, seconds since 1970. */
typedef gint64 (*EwTimeOf) (const EwBlamed *what, EwSide side, gpointer data);

typedef struct {
  const char *path; /* "boards/…/objects/3f.json", or what people shall read */
  GBytes *base, *side[EW_N_SIDES]; /* NULL: not there */
  EwTimeOf time_of;
  gpointer data;
} EwFileMerge;

void ew_file_merge_clear (EwFileMerge *merge);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EwFileMerge, ew_file_merge_clear)

/* @text: (out) (transfer full) (nullable): the merged file; NULL when nothing
 * is left of it.  Damage that a side brought is EW_ERROR_DAMAGED with file and
 * line. */
bool ew_file_merge_bucket (const EwFileMerge *merge, guint bucket, char **text,
                           GError **error);
bool ew_file_merge_board (const EwFileMerge *merge, char **text,
                          GError **error);
/* Of any other file: by lines, as git does it.
 * @text: (out) (transfer full).  Returns: false when both sides changed the
 * same lines, when one of the files is missing or binary, or when JSON would be
 * none afterwards. */
bool ew_file_merge_lines (const EwFileMerge *merge, char **text);
/* With git's conflict markers.  Returns: (transfer full). */
char *ew_file_merge_mark (const EwFileMerge *merge);
/* Of any other file: the side whose change came later; at one time, the one
 * with the larger bytes. */
EwSide ew_file_merge_pick (const EwFileMerge *merge);
