/* Gives a workspace a remote, so that others can join it, and shares it there
 * at once, after a look whether it can be; what goes wrong is said in place,
 * and then nothing has changed.
 *
 * Signal "shared". */
#pragma once

#include "ew-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_SHARE_DIALOG (ew_share_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwShareDialog, ew_share_dialog, EW, SHARE_DIALOG,
                      AdwWindow)

GtkWidget *ew_share_dialog_new (GtkWindow *parent, EwSession *session);

G_END_DECLS
