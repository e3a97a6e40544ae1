/* The side with what is said in a walkthrough, as text with times: read along,
 * corrected, written.  The one that plays shows, else the one that is selected.
 *
 * Signals:
 *   change (const char *id, const char *captions, guint gesture)
 *   seek (const char *id, gint64 ms)
 * Its menu activates the window's actions. */
#pragma once

#include "ew-selection.h"
#include "ew-session.h"

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_TYPE_CAPTIONS_PANEL (ew_captions_panel_get_type ())
G_DECLARE_FINAL_TYPE (EwCaptionsPanel, ew_captions_panel, EW, CAPTIONS_PANEL,
                      GtkWidget)

/* @menu: what more can be done with captions. */
GtkWidget *ew_captions_panel_new (EwSelection *selection, GMenuModel *menu);
void ew_captions_panel_show (EwCaptionsPanel *panel, EwSession *session,
                             const char *board);
/* @id plays, or, with NULL, nothing does. */
void ew_captions_panel_set_playing (EwCaptionsPanel *panel, const char *id);
/* Where what plays is; what is written next is said then. */
void ew_captions_panel_set_time (EwCaptionsPanel *panel, gint64 ms);
/* Returns: (nullable): of the walkthrough that shows. */
const char *ew_captions_panel_id (EwCaptionsPanel *panel);
/* The caret goes where something is added. */
void ew_captions_panel_write (EwCaptionsPanel *panel);

G_END_DECLS
