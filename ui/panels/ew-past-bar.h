/* Above a version of the past: which one it is, and the ways out of it.
 *
 * Its buttons are actions: win.restore-version, win.restore-objects,
 * win.leave-past. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_PAST_BAR (ew_past_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwPastBar, ew_past_bar, EW, PAST_BAR, GtkWidget)

GtkWidget *ew_past_bar_new (void);
/* @sentence: which version; NULL: none, and no bar. */
void ew_past_bar_show (EwPastBar *bar, const char *sentence);
/* How many objects are selected, and could be put back alone. */
void ew_past_bar_set_selected (EwPastBar *bar, guint n);

G_END_DECLS
