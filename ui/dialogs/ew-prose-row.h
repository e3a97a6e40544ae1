/* A row of a form for some sentences: its title above them, and room to write.
 *
 * Tab goes on to the next row.  What stands in a shared file may be endless:
 * what is too long to be written on is shown in part, and stays as it is. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EW_TYPE_PROSE_ROW (ew_prose_row_get_type ())
G_DECLARE_FINAL_TYPE (EwProseRow, ew_prose_row, EW, PROSE_ROW,
                      AdwPreferencesRow)

/* @hint: what might stand there, shown while nothing does. */
GtkWidget *ew_prose_row_new (const char *title, const char *hint);
/* Where one writes.  Returns: (transfer none). */
GtkWidget *ew_prose_row_focus (EwProseRow *row);
void ew_prose_row_set_text (EwProseRow *row, const char *text);
/* Returns: (transfer full): what was put in, or is written, without blanks
 * around it. */
char *ew_prose_row_text (EwProseRow *row);

G_END_DECLS
