/* The side with the boards: the workspace's name and menu above, its boards,
 * and a button for a new one below.
 *
 * Signal "board-chosen" (const char *id).  The rest is asked of the window by
 * its actions: win.inbox, win.new-board, win.rename-board (s), win.delete-board
 * (s). */
#pragma once

#include "ew-session-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_SIDEBAR (ew_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (EwSidebar, ew_sidebar, EW, SIDEBAR, GtkWidget)

GtkWidget *ew_sidebar_new (void);
void ew_sidebar_set_session (EwSidebar *sidebar, EwSession *session);
/* The menu under the workspace's name. */
void ew_sidebar_set_menu (EwSidebar *sidebar, GMenuModel *menu);
/* How much waits in the inbox; 0 shows no number. */
void ew_sidebar_set_count (EwSidebar *sidebar, guint count);
/* The inbox, of EwInboxItem: boards on which something is new get a dot. */
void ew_sidebar_set_items (EwSidebar *sidebar, GPtrArray *items);
/* Marks the board that the window shows; NULL for none. */
void ew_sidebar_set_board (EwSidebar *sidebar, const char *board);

G_END_DECLS
