/* Names of the team while one types "@": a short list at the caret.
 *
 * Down and Up choose, Enter or Tab takes the name, Escape goes on without; who
 * does not look at it types on. */
#pragma once

#include "ew-session-talk.h"

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* @words: a GtkTextView or a GtkEntry, watched as long as it lives.  Called
 * again, it offers the people of another @session. */
void ew_mention_offer (GtkWidget *words, EwSession *session);
/* The same where @words has another size or letters than what is around it: the
 * list hangs on @over, an ancestor that lives longer. */
void ew_mention_offer_over (GtkWidget *words, GtkWidget *over,
                            EwSession *session);
/* Closes the list when it is open; false when it was not. */
bool ew_mention_dismiss (GtkWidget *words);

G_END_DECLS
