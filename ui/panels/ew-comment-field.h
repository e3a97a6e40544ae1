/* The words of a comment while they are written: as high as they need, between
 * two bounds, beyond which they scroll.
 *
 * Enter begins a line, Ctrl+Enter sends; "@" offers people.  Signals "changed"
 * as one types, and "send", also when nothing is written. */
#pragma once

#include "ew-session.h"

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Properties: "label" and "prompt", what it is called and what stands in it
 * while it is empty; "min-height" and "max-height", px. */
#define EW_TYPE_COMMENT_FIELD (ew_comment_field_get_type ())
G_DECLARE_FINAL_TYPE (EwCommentField, ew_comment_field, EW, COMMENT_FIELD,
                      GtkWidget)

/* Whose people are offered after an "@". */
void ew_comment_field_set_session (EwCommentField *field, EwSession *session);
/* Returns: (transfer full): as it is typed. */
char *ew_comment_field_dup_text (EwCommentField *field);
/* Returns: (transfer full): without space around it: what would be sent. */
char *ew_comment_field_dup_words (EwCommentField *field);
/* @text can not be undone; the caret is behind it. */
void ew_comment_field_set_text (EwCommentField *field, const char *text);
/* The caret goes there; the words stay. */
void ew_comment_field_write (EwCommentField *field);
/* Closes the list of people when it is open; false when it was not. */
bool ew_comment_field_dismiss (EwCommentField *field);

G_END_DECLS
