/* Where a comment is written: what it is about, the words, Send and Cancel.
 *
 * Ctrl+Enter sends, Escape cancels.  Signals "send" (const char *text), never
 * with an empty text, "changed" (const char *text) as one types, and "cancel".
 */
#pragma once

#include "ew-session.h"

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_TYPE_COMPOSER (ew_composer_get_type ())
G_DECLARE_FINAL_TYPE (EwComposer, ew_composer, EW, COMPOSER, GtkWidget)

/* Begins with @text and takes the focus.  @title: "Comment on “…”". */
void ew_composer_start (EwComposer *composer, const char *title,
                        const char *text);
/* Whose people are offered after an "@". */
void ew_composer_set_session (EwComposer *composer, EwSession *session);
/* Puts @widget between the words and the buttons. */
void ew_composer_add (EwComposer *composer, GtkWidget *widget);
/* Whether nothing has been written. */
bool ew_composer_is_empty (EwComposer *composer);
/* Takes the focus again; the words stay. */
void ew_composer_resume (EwComposer *composer);

G_END_DECLS
