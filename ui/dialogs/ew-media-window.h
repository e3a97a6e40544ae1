/* A film or a sound that was put on a board, played in a window of its own. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* From @ms on.  @file: is deleted when the window goes. */
GtkWidget *ew_media_window_new (GtkWindow *parent, const char *title,
                                GFile *file, gint64 ms);

G_END_DECLS
