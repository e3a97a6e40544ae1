/* Asks once, kindly, how someone's work shall be signed.
 *
 * Signals "answered" (const char *name, const char *email) and "declined". */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_IDENTITY_DIALOG (ew_identity_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwIdentityDialog, ew_identity_dialog, EW, IDENTITY_DIALOG,
                      AdwMessageDialog)

GtkWidget *ew_identity_dialog_new (GtkWindow *parent);

G_END_DECLS
