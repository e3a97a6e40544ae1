/* What a board is for, in one calm line at the top of it: why, who drives it,
 * by when, and what is wanted of those who come.  Hidden while nothing is
 * stated; where something is and nobody drives it, the gap is shown.
 *
 * Pressed, it asks for win.board-intent.  What two people rewrote at once is a
 * button in it; signal "settle" (const char *clash, int how), see EwSettle. */
#pragma once

#include "ew-intent.h"
#include "ew-session-talk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_BOARD_HEADER (ew_board_header_get_type ())
G_DECLARE_FINAL_TYPE (EwBoardHeader, ew_board_header, EW, BOARD_HEADER,
                      GtkWidget)

GtkWidget *ew_board_header_new (void);
/* @self: (nullable): the board's own entry. */
void ew_board_header_show (EwBoardHeader *header, EwSession *session,
                           const EwObject *self);

G_END_DECLS
