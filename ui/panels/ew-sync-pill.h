/* One place that says where the work stands between here and the others: only
 * here, up to date, N to share, syncing, offline, or in need of a person.
 *
 * Pressed, it explains itself and offers what can be done by the window's
 * actions: win.sync, win.cancel-sync, win.share, win.accept-rewritten. */
#pragma once

#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_SYNC_PILL (ew_sync_pill_get_type ())
G_DECLARE_FINAL_TYPE (EwSyncPill, ew_sync_pill, EW, SYNC_PILL, GtkWidget)

GtkWidget *ew_sync_pill_new (void);
void ew_sync_pill_set_session (EwSyncPill *pill, EwSession *session);

G_END_DECLS
