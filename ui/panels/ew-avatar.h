/* A person: a round of colour with an initial, the same everywhere.
 *
 * The name stands beside it in words, so a screen reader passes it over. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *ew_avatar_new (const char *name);
/* Smaller, for replies. */
GtkWidget *ew_avatar_new_small (const char *name);

G_END_DECLS
