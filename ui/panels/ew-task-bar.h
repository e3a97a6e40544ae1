/* The bar of something long that goes on meanwhile: what, how far, Cancel. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_TASK_BAR (ew_task_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwTaskBar, ew_task_bar, EW, TASK_BAR, GtkWidget)

/* @action: what Cancel activates. */
GtkWidget *ew_task_bar_new (const char *action);
/* Begins with nothing done.  @title: translated, plain. */
void ew_task_bar_begin (EwTaskBar *bar, const char *title);
/* @fraction: 0…1; below 0 when nobody knows. */
void ew_task_bar_set_fraction (EwTaskBar *bar, double fraction);

G_END_DECLS
