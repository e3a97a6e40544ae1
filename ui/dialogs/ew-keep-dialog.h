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

/* @length: ms.  @can_go_on: it may be recorded further. */
GtkWidget *ew_keep_dialog_new (GtkWindow *parent, gint64 length,
                               gboolean can_go_on);

G_END_DECLS
