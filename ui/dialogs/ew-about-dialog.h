/* Who made this, under which licence, and where to go with a fault. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *ew_about_dialog_new (GtkWindow *parent);

G_END_DECLS
