/* The side that shows one of several panels at a time, with a quiet row of
 * icons above, of which the open one says its name; and now and then a page of
 * another kind in place of them, with a way back. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_SIDE_PANEL (ew_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (EwSidePanel, ew_side_panel, EW, SIDE_PANEL, GtkWidget)

GtkWidget *ew_side_panel_new (void);
/* @title: translated. */
void ew_side_panel_add (EwSidePanel *panel, GtkWidget *page, const char *title,
                        const char *icon);
/* A page without a tab: it is there when it is asked for, until one goes back.
 */
void ew_side_panel_add_aside (EwSidePanel *panel, GtkWidget *page,
                              const char *title);
void ew_side_panel_show_page (EwSidePanel *panel, GtkWidget *page);

G_END_DECLS
