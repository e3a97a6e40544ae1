/* How a walkthrough is added: recorded here, with a microphone or none; a link
 * to one that was recorded elsewhere; or written, as captions alone.
 *
 * Signals: record (const char *microphone or NULL), link (), write (). */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_RECORD_DIALOG (ew_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwRecordDialog, ew_record_dialog, EW, RECORD_DIALOG,
                      AdwMessageDialog)

GtkWidget *ew_record_dialog_new (GtkWindow *parent);
/* One that was found. */
void ew_record_dialog_add_microphone (EwRecordDialog *dialog, const char *id,
                                      const char *name);
/* What to say under the choice: that none was found, and why. */
void ew_record_dialog_set_note (EwRecordDialog *dialog, const char *note);

G_END_DECLS
