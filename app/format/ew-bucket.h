/* A bucket: one file of a board, objects one on a line, comma first.
 *
 *   [{"bucket":"3f","format":1}
 *   ,{"id":"0198…","kind":"note","color":"yellow","pos":[12800,6400],…}
 *   ]
 *
 * An object lives in the bucket of a hash of its id, so cost stays flat from a
 * thousand objects to a hundred thousand, and adding or changing one touches
 * one line.  A file that is no JSON any more (cut short, conflict markers) is
 * read line by line: each line that is an object is one, every other is a
 * fault. */
#pragma once

#include "ew-fault.h"
#include "ew-object-json.h"

G_BEGIN_DECLS

#define EW_BUCKETS 256
#define EW_FORMAT 1
#define EW_WRITER 1 /* what we can write; a file's min_writer may ask more */

/* First byte of SHA-256 of the id. */
guint ew_bucket_of (const char *id);
/* "objects/3f.json".  Returns: (transfer full). */
char *ew_bucket_file (guint bucket);

/* Appends the objects in @text to @objects (of EwObject) and what is wrong to
 * @faults.  @file is only for the faults.  Never fails: an unreadable file is a
 * fault of level DAMAGE. */
void ew_bucket_read (guint bucket, const char *text, gsize length,
                     const char *file, GPtrArray *objects, GPtrArray *faults);

/* @objects: of EwObject, any order, all of this bucket.
 * Returns: (transfer full): the file, or NULL when there are none. */
char *ew_bucket_write (guint bucket, GPtrArray *objects);

/* boards/<id>/board.json: format, min_writer, buckets and the board's own
 * members on lines of their own.  Returns: (nullable) (transfer full): the
 * EW_BOARD_SELF object; NULL, with a fault, when it cannot be read. */
EwObject *ew_board_file_read (const char *text, gsize length, const char *file,
                              GPtrArray *faults);
char *ew_board_file_write (const EwObject *self);

/* elsewhen.json: {"format":1,"min_writer":1,"name":…} and what else is in it,
 * which is kept. */
typedef struct {
  char *name;
  char *unknown; /* canonical JSON object of other members */
} EwWorkspaceFile;
void ew_workspace_file_clear (EwWorkspaceFile *file);
bool ew_workspace_file_read (const char *text, gsize length,
                             EwWorkspaceFile *out, GPtrArray *faults);
char *ew_workspace_file_write (const EwWorkspaceFile *file);

/* An edit as one line of a journal, and back. */
char *ew_edit_to_json (const char *board, const EwEdit *edit);
/* Returns: (transfer full) (nullable); @board: (transfer full). */
EwEdit *ew_edit_from_json (const char *line, gsize length, char **board,
                           GError **error);

G_END_DECLS
