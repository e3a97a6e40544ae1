/* What the open board was: its versions, newest first, and what was deleted.
 *
 * Read page by page, off the main thread, while it shows.  Signals:
 *   open (const char *rev, const char *sentence, const char *object)
 *     a version is to be shown; @sentence says which; @object: "", or the one
 *     that is looked for in it.  @rev "": now
 *   restore (const char *rev, const char *object)
 *     @object is to come back as it was at @rev */
#pragma once

#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_HISTORY_PANEL (ew_history_panel_get_type ())
G_DECLARE_FINAL_TYPE (EwHistoryPanel, ew_history_panel, EW, HISTORY_PANEL,
                      GtkWidget)

GtkWidget *ew_history_panel_new (void);
/* @board NULL: none. */
void ew_history_panel_show (EwHistoryPanel *panel, EwSession *session,
                            const char *board);
/* Which version is on the canvas; NULL: the board as it is now. */
void ew_history_panel_set_shown (EwHistoryPanel *panel, const char *rev);
void ew_history_panel_focus (EwHistoryPanel *panel);

G_END_DECLS
