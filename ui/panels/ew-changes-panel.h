/* What others did since I last looked, person by person: new, reworded (with
 * the words), moved, deleted, said.
 *
 * A row, or N and P, goes to a change.  Signals:
 *   chosen (int index)     the change to look at, of the news that are shown
 *   seen ()                the person has seen enough */
#pragma once

#include "ew-session-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_CHANGES_PANEL (ew_changes_panel_get_type ())
G_DECLARE_FINAL_TYPE (EwChangesPanel, ew_changes_panel, EW, CHANGES_PANEL,
                      GtkWidget)

GtkWidget *ew_changes_panel_new (void);
/* @news: of EwNews, person by person; NULL or empty: nothing is new. */
void ew_changes_panel_show (EwChangesPanel *panel, GPtrArray *news);
/* The change that is looked at; -1: none yet. */
void ew_changes_panel_point (EwChangesPanel *panel, int index);
/* The list has the keys. */
void ew_changes_panel_focus (EwChangesPanel *panel);

G_END_DECLS
