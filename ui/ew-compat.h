/* What one version of GTK can and another cannot, behind one door. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says @text, plain and translated, to whoever listens to a screen reader,
 * without moving the focus.  Before GTK 4.14 there is no way to say something,
 * but a window whose name changes is read out; it gets its own back when the
 * person leaves it.  In a popover the description of what has the focus is. */
void ew_compat_announce (GtkWidget *widget, const char *text);

G_END_DECLS
