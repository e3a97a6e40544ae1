/* The floating bar of zoom: −, the percentage with its menu, +.
 *
 * Its buttons are the window's actions: win.zoom-out, win.zoom-in, and in the
 * menu win.zoom-fit, win.zoom-selection, win.zoom-to (d). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_ZOOM_BAR (ew_zoom_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwZoomBar, ew_zoom_bar, EW, ZOOM_BAR, GtkWidget)

GtkWidget *ew_zoom_bar_new (void);
void ew_zoom_bar_set_zoom (EwZoomBar *bar, double zoom);

G_END_DECLS
