/* What people do to objects, as edits: one place for the window, the keyboard
 * and the command line.
 *
 * Each returns the edit (transfer full), maybe empty, with its label; the
 * caller hands it to ew_session_apply(). */
#pragma once

#include "ew-kinds.h"
#include "ew-thread.h"

G_BEGIN_DECLS

/* A new object of @kind centred on @at, or filling @box when it is not empty,
 * in front, owned by the frame it lies on. @fields: NULL, or pairs of name and
 * text as FIELD=VALUE, NULL-terminated.  @id: (out) (transfer full). */
EwEdit *ew_verb_create (const EwBoard *board, const EwKind *kind, EwPoint at,
                        EwRect box, const char *const *fields, char **id);
/* @object, which the caller made and lets go of, in front; owned by the frame
 * it lies on. */
EwEdit *ew_verb_add (const EwBoard *board, EwObject *object);
/* A line from one anchor to another. */
EwEdit *ew_verb_connect (const EwBoard *board, const EwKind *kind,
                         const EwAnchor *from, const EwAnchor *to, char **id);
/* @ids: of char *.  Frames take what they own along; lines whose both ends move
 * need nothing, free ends move. */
EwEdit *ew_verb_move (const EwBoard *board, GPtrArray *ids, EwPoint by);
/* After a drop: whoever lies on a frame now belongs to it. */
EwEdit *ew_verb_reparent (const EwBoard *board, GPtrArray *ids);
EwEdit *ew_verb_resize (const EwBoard *board, const char *id, EwRect box);
EwEdit *ew_verb_duplicate (const EwBoard *board, GPtrArray *ids, EwPoint by,
                           GPtrArray **copies);
EwEdit *ew_verb_remove (const EwBoard *board, GPtrArray *ids);
/* FIELD=VALUE on every one of @ids that has the field. */
EwEdit *ew_verb_set (const EwBoard *board, GPtrArray *ids, const char *field,
                     const char *value, GError **error);
EwEdit *ew_verb_raise (const EwBoard *board, GPtrArray *ids, bool to_front);
/* Conversation: never undone by canvas undo. */
EwEdit *ew_verb_comment (const EwBoard *board, const EwAnchor *anchor,
                         const char *text, const char *author,
                         const char *email, char **id);
EwEdit *ew_verb_reply (const EwBoard *board, const char *thread,
                       const char *text, const char *author, const char *email,
                       GError **error);
EwEdit *ew_verb_resolve (const EwBoard *board, const char *thread,
                         bool resolved, GError **error);
/* A pasted URL: a walkthrough when it is a recording, else a link card. */
EwEdit *ew_verb_paste_link (const EwBoard *board, const char *url, EwPoint at,
                            char **id);
/* What becomes of the two versions of a clash. */
typedef enum {
  EW_SETTLE_KEEP, /* what is shown; the other goes */
  EW_SETTLE_TAKE, /* the other; what is shown goes */
  EW_SETTLE_BOTH, /* one behind the other          */
} EwSettle;
EwEdit *ew_verb_settle (const EwBoard *board, const char *id,
                        const char *clash_key, EwSettle how);

G_END_DECLS
