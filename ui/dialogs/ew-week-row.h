/* A row of a form for days of the week: seven buttons, each on or off. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_WEEK_ROW (ew_week_row_get_type ())
G_DECLARE_FINAL_TYPE (EwWeekRow, ew_week_row, EW, WEEK_ROW, AdwActionRow)

GtkWidget *ew_week_row_new (const char *title);
/* @days: bit 0 is Monday. */
void ew_week_row_set_days (EwWeekRow *row, guint days);
guint ew_week_row_days (EwWeekRow *row);

G_END_DECLS
