/* Joins a workspace that others share: asks where it is, fetches it with
 * progress, and says in place what went wrong.
 *
 * Signal "joined" (EwSession *session): the dialog closes by itself. */
#pragma once

#include "ew-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_JOIN_DIALOG (ew_join_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwJoinDialog, ew_join_dialog, EW, JOIN_DIALOG, AdwWindow)

/* @shelf: the folder in which the new workspace gets a folder of its own. */
GtkWidget *ew_join_dialog_new (GtkWindow *parent, const char *shelf);

G_END_DECLS
