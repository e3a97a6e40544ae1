/* What one person prefers on this computer: a window over the settings, which
 * take effect as they are changed. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_PREFERENCES_DIALOG (ew_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwPreferencesDialog, ew_preferences_dialog, EW,
                      PREFERENCES_DIALOG, AdwPreferencesWindow)

GtkWidget *ew_preferences_dialog_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
