/* The bar over a board of which something cannot be read.
 *
 * Says how much, whether the board can be changed, and offers the window's
 * actions win.fault-details and win.repair-board. */
#pragma once

#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_FAULT_BAR (ew_fault_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwFaultBar, ew_fault_bar, EW, FAULT_BAR, GtkWidget)

GtkWidget *ew_fault_bar_new (void);
/* Shows itself when the open @board of @session has faults; else hides. */
void ew_fault_bar_show (EwFaultBar *bar, EwSession *session, const char *board);

G_END_DECLS
