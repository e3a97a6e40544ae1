/* One board in the list: its title, by when it is due, who drives it, and a
 * menu on a right click. */
#pragma once

#include "ew-intent.h"
#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_BOARD_ROW (ew_board_row_get_type ())
G_DECLARE_FINAL_TYPE (EwBoardRow, ew_board_row, EW, BOARD_ROW, GtkListBoxRow)

GtkWidget *ew_board_row_new (const char *id, const char *title);
/* Once, and only where a board states something: a date that has passed has an
 * alarm clock beside it. */
void ew_board_row_state (EwBoardRow *row, EwSession *session, const char *title,
                         const EwIntent *intent);
/* A dot says that something is new on it. */
void ew_board_row_set_unread (EwBoardRow *row, bool unread);
/* Whether I want to hear of it; what the menu offers is the other. */
void ew_board_row_set_follows (EwBoardRow *row, bool follows);
const char *ew_board_row_id (EwBoardRow *row);

G_END_DECLS
