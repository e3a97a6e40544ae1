/* An ask in a thread as one line: what, of whom, by when, and how it stands;
 * with the button that ends it for whoever may. */
#pragma once

#include "ew-session-talk.h"
#include "ew-thread.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The ask at @index of @thread.  The button activates the action "thread.set-
 * ask" with (thread, ask, EwAskState). */
GtkWidget *ew_ask_line_new (const EwThread *thread, guint index,
                            EwSession *session);

G_END_DECLS
