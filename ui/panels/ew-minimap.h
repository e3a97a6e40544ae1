/* The whole board, small: where things are, and which part of it shows.
 *
 * A press or a drag on it moves the view.  The picture is painted in another
 * thread, from a snapshot; whoever tells of changes does so a few times in a
 * second at most.
 *
 * Signal: look (double x, double y), px of the board: what the middle of the
 * window should show. */
#pragma once

#include "ew-board.h"
#include "ew-palette.h"
#include "ew-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_MINIMAP (ew_minimap_get_type ())
G_DECLARE_FINAL_TYPE (EwMinimap, ew_minimap, EW, MINIMAP, GtkWidget)

GtkWidget *ew_minimap_new (void);
/* The board changed, or is another; NULL for none. */
void ew_minimap_set_board (EwMinimap *map, const EwBoard *board,
                           const EwPalette *palette);
void ew_minimap_set_view (EwMinimap *map, const EwView *view);

G_END_DECLS
