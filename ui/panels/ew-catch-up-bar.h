/* Where the catch-up tour is, and what one may do there: a sheet over the
 * board, with a key for each of its buttons while it has the focus.
 *
 * Signals:
 *   step (int by)    N, →: the next stop; P, ←: the one before
 *   reply ()         R
 *   later ()         S: put off for an hour
 *   done ()          D
 *   close ()         Esc */
#pragma once

#include "ew-catch-up.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_CATCH_UP_BAR (ew_catch_up_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwCatchUpBar, ew_catch_up_bar, EW, CATCH_UP_BAR,
                      GtkWidget)

GtkWidget *ew_catch_up_bar_new (void);
/* The stop @index of @n, counted from 0. */
void ew_catch_up_bar_show (EwCatchUpBar *bar, const EwStop *stop, guint index,
                           guint n);
/* All @n stops were seen. */
void ew_catch_up_bar_show_end (EwCatchUpBar *bar, guint n);
/* Puts the focus where its keys work. */
void ew_catch_up_bar_focus (EwCatchUpBar *bar);

G_END_DECLS
