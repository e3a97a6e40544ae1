/* Private marks: what was read, put off, drafted.
 *
 * They are nobody else's business, so they never enter git at all: one file,
 * <workspace>/elsewhen/private.json, beside the journal, which no commit and no
 * push can reach.  Words by word, in drawers.
 *
 * An EwMarks has one owner.  Reading and writing block on the disk. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  EW_MARK_SEEN, /* board → the version last looked at              */
  EW_MARK_READ, /* thread → how many messages of others were read  */
  EW_MARK_DRAFT, /* a place → what was typed there and not sent     */
  EW_MARK_SNOOZED, /* item of the inbox → until when                  */
  EW_MARK_DONE, /* item of the inbox → what it was when done       */
  EW_MARK_UNFOLLOWED, /* board → "yes"                                   */
  EW_MARK_KEPT, /* item of the inbox → "yes": stays when it was read   */
  EW_MARK_TOLD, /* item of the inbox → what it was when the desktop told */
  EW_N_MARKS,
} EwMark;

typedef struct _EwMarks EwMarks;

EwMarks *ew_marks_new (void);
EwMarks *ew_marks_copy (const EwMarks *marks);
void ew_marks_free (EwMarks *marks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwMarks, ew_marks_free)

/* Returns: (transfer none): "" when there is none. */
const char *ew_marks_get (const EwMarks *marks, EwMark mark, const char *key);
gint64 ew_marks_get_int (const EwMarks *marks, EwMark mark, const char *key);
/* "" takes it away; which is remembered, for ew_marks_add(). */
void ew_marks_set (EwMarks *marks, EwMark mark, const char *key,
                   const char *value);
void ew_marks_set_int (EwMarks *marks, EwMark mark, const char *key,
                       gint64 value);
/* Lays all of @later over @marks. */
void ew_marks_add (EwMarks *marks, const EwMarks *later);

/* What is in @dir; nothing when there is no such file.  One that cannot be read
 * is put aside as private.json.damaged. */
EwMarks *ew_marks_read (const char *dir);
/* Lays @changes over what is in @dir by now: two programs may share it. */
bool ew_marks_write (const char *dir, const EwMarks *changes, GError **error);

G_END_DECLS
