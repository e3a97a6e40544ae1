/* Where one answers in a thread: one line while nothing is written, then as
 * high as the words need, with a button that sends them.
 *
 * Signals "send" (const char *text), never with an empty text, upon which it is
 * empty again, and "changed" (const char *text) as one types. */
#pragma once

#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_REPLY_BOX (ew_reply_box_get_type ())
G_DECLARE_FINAL_TYPE (EwReplyBox, ew_reply_box, EW, REPLY_BOX, GtkWidget)

/* Begins with @text, without saying that it changed.  @session: whose people
 * are offered after an "@". */
void ew_reply_box_start (EwReplyBox *box, EwSession *session, const char *text);
/* The caret goes there. */
void ew_reply_box_write (EwReplyBox *box);

G_END_DECLS
