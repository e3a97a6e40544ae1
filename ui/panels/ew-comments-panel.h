/* The side with the conversation: the threads that are wanted (open, mine,
 * unread, asks, resolved), the one last spoken in first.
 *
 * It shows and asks; the window acts.  What is done in a thread comes as its
 * card's actions, see ew-thread-card.h.  Signals:
 *   comment (const EwAnchor *anchor, const char *text)
 *   ask (const EwAnchor *anchor, const char *text, const EwAskWish *wish)
 *   reveal (const char *id)      a thread was chosen: show what it is about
 *   done ()                      the composer closed: focus goes elsewhere */
#pragma once

#include "ew-selection.h"
#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_COMMENTS_PANEL (ew_comments_panel_get_type ())
G_DECLARE_FINAL_TYPE (EwCommentsPanel, ew_comments_panel, EW, COMMENTS_PANEL,
                      GtkWidget)

GtkWidget *ew_comments_panel_new (EwSelection *selection);
/* Shows the threads of an open board; NULL for none. */
void ew_comments_panel_show (EwCommentsPanel *panel, EwSession *session,
                             const char *board);
/* Opens the composer for a new comment about @anchor.  What is being written
 * already is not lost: it stays about what it was, and has the focus again.
 * @moment: (nullable): of a walkthrough, in words, when it is about that. */
void ew_comments_panel_compose (EwCommentsPanel *panel, const EwAnchor *anchor,
                                const char *moment);
/* Scrolls to the thread @id and gives it the focus. */
void ew_comments_panel_show_thread (EwCommentsPanel *panel, const char *id);

G_END_DECLS
