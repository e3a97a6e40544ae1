/* The side with the outline: the whole board as a tree in reading order, frames
 * with what they own, in step with the selection both ways.
 *
 * The keyboard does all of it: arrows select, Left and Right fold, F2 edits the
 * words in place, Enter goes to the object on the canvas, Delete removes it.
 *
 * Signals:
 *   set (const char *id, const char *field, const char *value)
 *     words were edited
 *   shown (const char *id)      a row was selected here: let it be seen
 *   chosen (const char *id)     Enter, a double press: go there
 *   play (const char *id, gint64 ms)   the same, on what is said then */
#pragma once

#include "ew-selection.h"
#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_OUTLINE_PANEL (ew_outline_panel_get_type ())
G_DECLARE_FINAL_TYPE (EwOutlinePanel, ew_outline_panel, EW, OUTLINE_PANEL,
                      GtkWidget)

GtkWidget *ew_outline_panel_new (EwSelection *selection);
/* @board NULL: none. */
void ew_outline_panel_show (EwOutlinePanel *panel, EwSession *session,
                            const char *board);
/* Gives the list the keyboard, at what is selected. */
void ew_outline_panel_focus (EwOutlinePanel *panel);

G_END_DECLS
