/* One thing in the inbox, as a row of its list: what it is, where and when, a
 * button that is done with it, a menu that puts it off.
 *
 * The menu activates the inbox.* actions of the panel around it, which mean the
 * row that has the focus. */
#pragma once

#include "ew-session-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkListBoxRow.  @session and @item must outlive it. */
GtkWidget *ew_inbox_row_new (EwSession *session, EwInboxItem *item);
EwInboxItem *ew_inbox_row_item (GtkWidget *row);
void ew_inbox_row_open_menu (GtkWidget *row);

G_END_DECLS
