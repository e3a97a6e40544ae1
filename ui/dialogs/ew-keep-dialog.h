/* What becomes of a recording: its title, both ends trimmed, kept or deleted.
 *
 * Signals: keep (const char *title, gint64 from, gint64 to), in ms; drop ();
 * go-on (): record further. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_KEEP_DIALOG (ew_keep_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwKeepDialog, ew_keep_dialog, EW, KEEP_DIALOG,
                      AdwMessageDialog)

/* What happens at @ms, in a word, so that one knows where it would be cut.
 * Returns: (transfer full) (nullable). */
typedef char *(*EwKeepWords) (gint64 ms, gpointer data);

/* @length: ms.  @can_go_on: it may be recorded further. */
GtkWidget *ew_keep_dialog_new (GtkWindow *parent, gint64 length,
                               gboolean can_go_on);
/* @data must outlive the dialog. */
void ew_keep_dialog_set_words (EwKeepDialog *dialog, EwKeepWords words,
                               gpointer data);

G_END_DECLS
