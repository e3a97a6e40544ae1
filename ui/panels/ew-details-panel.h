/* The side with the particulars of the one selected object: every field of its
 * kind's table that a person can say in words, and who did what to it when.
 *
 * Signals: "set" (const char *id, const char *field, const char *value):
 * someone settled on a value, perhaps by selecting something else.  "open": as
 * that of ew-biography.h. */
#pragma once

#include "ew-selection.h"
#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_DETAILS_PANEL (ew_details_panel_get_type ())
G_DECLARE_FINAL_TYPE (EwDetailsPanel, ew_details_panel, EW, DETAILS_PANEL,
                      GtkWidget)

GtkWidget *ew_details_panel_new (EwSelection *selection);
void ew_details_panel_show (EwDetailsPanel *panel, EwSession *session,
                            const char *board);
/* The keys go to who did what, as soon as that is known. */
void ew_details_panel_focus_biography (EwDetailsPanel *panel);

G_END_DECLS
