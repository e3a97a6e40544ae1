/* The small bar above what is selected.
 *
 * Shows only what makes sense for the selected objects.  The window places it
 * and does what it asks: signals "color-chosen" (const char *name) and
 * "settle" (const char *clash_key, EwSettle how, as an int), and the actions
 * win.edit, win.comment, win.open-link, win.duplicate, win.raise, win.lower,
 * win.delete. */
#pragma once

#include "ew-selection.h"

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_TYPE_SELECTION_BAR (ew_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwSelectionBar, ew_selection_bar, EW, SELECTION_BAR,
                      GtkWidget)

GtkWidget *ew_selection_bar_new (void);
/* Fits the bar to @selection on @board.  False when there is nothing to offer:
 * hide it. */
bool ew_selection_bar_refresh (EwSelectionBar *bar, EwSelection *selection,
                               const EwBoard *board);
/* Opens the choice between two versions of a text, if the bar offers it. */
void ew_selection_bar_open_clash (EwSelectionBar *bar);

G_END_DECLS
