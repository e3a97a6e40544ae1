/* A row of a form for a time zone: chosen from the system's list, by typing a
 * part of its name.  The list is read off the main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_ZONE_ROW (ew_zone_row_get_type ())
G_DECLARE_FINAL_TYPE (EwZoneRow, ew_zone_row, EW, ZONE_ROW, AdwActionRow)

GtkWidget *ew_zone_row_new (const char *title);
/* "Europe/Berlin", or "": as this computer has it. */
void ew_zone_row_set_zone (EwZoneRow *row, const char *zone);
const char *ew_zone_row_zone (EwZoneRow *row);

G_END_DECLS
