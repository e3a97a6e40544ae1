/* What goes through the clipboard and what is dropped: objects as text, and
 * text as objects.
 *
 * Our own form is canonical JSON, {"elsewhen":1,"objects":[…]}, back to front,
 * complete in itself: ends that were tied to something else are points, and
 * parents that do not come along are left out.  What is read may come from
 * anyone; it is guarded, and nothing of it reaches a board before
 * ew_clip_paste() has given it ids of its own. */
#pragma once

#include "ew-verbs.h"

G_BEGIN_DECLS

#define EW_CLIP_MIME "application/x-elsewhen+json"
/* A paste makes at most so many notes, of at most so many bytes each. */
#define EW_CLIP_MAX_NOTES 500
#define EW_CLIP_MAX_TEXT 100000
#define EW_CLIP_MAX_OBJECTS 20000

/* What is copied when @ids (of char *) are: they and what frames among them
 * own, back to front.  Returns: (transfer container): of EwObject of the board.
 */
GPtrArray *ew_clip_objects (const EwBoard *board, GPtrArray *ids);
/* @ids (of char *) and what frames among them own; conversation stays.
 * Returns: (transfer full) (nullable): NULL when nothing is left. */
char *ew_clip_write (const EwBoard *board, GPtrArray *ids);
/* What the same objects say, one line each.  Returns: (transfer full). */
char *ew_clip_text (const EwBoard *board, GPtrArray *ids);
/* The part of the board that they cover, px. */
EwRect ew_clip_area (const EwBoard *board, GPtrArray *ids);

/* Returns: (transfer full) (nullable): of EwObject. */
GPtrArray *ew_clip_read (const char *text, gsize length, GError **error);
/* Adds @objects with new ids, tied to each other as they were, their middle at
 * @at or a little aside of what already lies exactly there.
 * @ids: (out) (transfer full): of char *, those that belong to no other of
 * them.  Returns: (transfer full). */
EwEdit *ew_clip_paste (const EwBoard *board, GPtrArray *objects, EwPoint at,
                       GPtrArray **ids);

/* Text from elsewhere. */
typedef struct {
  const char *text;
  const char *color; /* of the notes, or NULL */
  EwPoint at; /* the middle of them    */
} EwClipNotes;

/* A note for each line; rows and columns of notes for the cells of a table,
 * which have tabs between them; one note when it is one line.  Marks of lists
 * are left out, empty lines and cells as well.
 * @left_out: (out): how many were too many or too long.
 * Returns: (transfer full): empty when there are no words. */
EwEdit *ew_clip_paste_notes (const EwBoard *board, const EwClipNotes *notes,
                             GPtrArray **ids, guint *left_out);

G_END_DECLS
