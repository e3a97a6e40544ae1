/* How a walkthrough becomes a file: what kind, and in which colours.
 *
 * Signal "chosen" (int form, gboolean dark). */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_TOUR_EXPORT_DIALOG (ew_tour_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EwTourExportDialog, ew_tour_export_dialog, EW,
                      TOUR_EXPORT_DIALOG, AdwMessageDialog)

/* @forms: what each is called, translated, NULL-terminated; the index of the
 * one chosen is what the signal says.  @coloured: how many of them, from the
 * first on, have colours.  @dark: how the window looks. */
GtkWidget *ew_tour_export_dialog_new (GtkWindow *parent,
                                      const char *const *forms, guint coloured,
                                      gboolean dark);

G_END_DECLS
