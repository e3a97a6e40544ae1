/* The pen's colours and widths, to stand beside the pen in the bar of tools.
 *
 * Signal "chosen" (const char *color, int width): as a stroke stores the
 * colour, "" for that of text; width in px. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_PEN_BAR (ew_pen_bar_get_type ())
G_DECLARE_FINAL_TYPE (EwPenBar, ew_pen_bar, EW, PEN_BAR, GtkWidget)

GtkWidget *ew_pen_bar_new (void);
/* What is in hand now; nothing is emitted. */
void ew_pen_bar_show (EwPenBar *bar, const char *color, int width);

G_END_DECLS
