/* What I tell the team about myself, as a form.  See ew-form-dialog.h for its
 * signal; nobody else's profile can be written. */
#pragma once

#include "ew-form-dialog.h"
#include "ew-session-talk.h"

G_BEGIN_DECLS

#define EW_TYPE_PROFILE_DIALOG (ew_profile_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwProfileDialog, ew_profile_dialog, EW, PROFILE_DIALOG,
                      EwFormDialog)

GtkWidget *ew_profile_dialog_new (GtkWindow *parent, EwSession *session);
/* What is written.  Returns: (transfer full). */
EwMember *ew_profile_dialog_read (EwProfileDialog *dialog);
/* Another picture that was chosen, as PNG.
 * Returns: (transfer none) (nullable). */
GBytes *ew_profile_dialog_portrait (EwProfileDialog *dialog);

G_END_DECLS
