/* Asks a person what a remote wants to know: whether a machine is the right
 * one, a passphrase, a name and a password. */
#pragma once

#include "ew-remote-question.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_REMOTE_DIALOG (ew_remote_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwRemoteDialog, ew_remote_dialog, EW, REMOTE_DIALOG,
                      AdwMessageDialog)

/* Answers @question when it is closed, however it is closed. */
GtkWidget *ew_remote_dialog_new (GtkWindow *parent, EwRemoteQuestion *question);

G_END_DECLS
