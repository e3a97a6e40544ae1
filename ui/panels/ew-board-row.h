/* One board in the list: its title, and a menu on a right click. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_BOARD_ROW (ew_board_row_get_type ())
G_DECLARE_FINAL_TYPE (EwBoardRow, ew_board_row, EW, BOARD_ROW, GtkListBoxRow)

GtkWidget *ew_board_row_new (const char *id, const char *title);
const char *ew_board_row_id (EwBoardRow *row);

G_END_DECLS
