/* What a board is for, as a form: purpose, who drives it, who reviews it, by
 * when, and what is wanted.  See ew-form-dialog.h for its signal. */
#pragma once

#include "ew-form-dialog.h"
#include "ew-intent.h"
#include "ew-session-talk.h"

G_BEGIN_DECLS

#define EW_TYPE_INTENT_DIALOG (ew_intent_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwIntentDialog, ew_intent_dialog, EW, INTENT_DIALOG,
                      EwFormDialog)

/* @self: the board's own entry, as it is now. */
GtkWidget *ew_intent_dialog_new (GtkWindow *parent, EwSession *session,
                                 const EwObject *self);
/* What it said when the form was opened. */
const EwObject *ew_intent_dialog_before (EwIntentDialog *dialog);
/* What is written; valid until the form changes or goes. */
EwIntent ew_intent_dialog_read (EwIntentDialog *dialog);

G_END_DECLS
