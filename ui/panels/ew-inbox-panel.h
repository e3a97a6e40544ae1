/* The inbox: what waits for me, what I wait for, what is new, over all boards.
 *
 * Enter opens, D is done; S comes back in an hour, L later today, T tomorrow,
 * Shift+S when one says; K keeps; F follows the board or no longer does.  The
 * buttons and the menu of a row do the same.  Signals:
 *   open (const char *board, const char *thread)      thread "": the board
 *   count (guint)                 how much waits for me, and has changed */
#pragma once

#include "ew-session-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_INBOX_PANEL (ew_inbox_panel_get_type ())
G_DECLARE_FINAL_TYPE (EwInboxPanel, ew_inbox_panel, EW, INBOX_PANEL, GtkWidget)

GtkWidget *ew_inbox_panel_new (void);
void ew_inbox_panel_set_session (EwInboxPanel *panel, EwSession *session);
/* What is listed.  Returns: (transfer none): of EwInboxItem; until "count". */
GPtrArray *ew_inbox_panel_items (EwInboxPanel *panel);
/* Puts the focus on the first item. */
void ew_inbox_panel_focus (EwInboxPanel *panel);

G_END_DECLS
