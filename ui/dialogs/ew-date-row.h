/* A row of a form for a day, or none: chosen in a calendar.
 *
 * Signal "changed". */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_DATE_ROW (ew_date_row_get_type ())
G_DECLARE_FINAL_TYPE (EwDateRow, ew_date_row, EW, DATE_ROW, AdwActionRow)

/* @none: what it says without a day: "No date". */
GtkWidget *ew_date_row_new (const char *title, const char *subtitle,
                            const char *none);
/* "2026-12-03"; "" and whatever is no day: none.  No signal. */
void ew_date_row_set_day (EwDateRow *row, const char *day);
const char *ew_date_row_day (EwDateRow *row);

G_END_DECLS
