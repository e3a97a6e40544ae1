/* Painting a board, or a part of it.  Any thread; the board must be
 * a snapshot when it is not the main one. */
#pragma once

#include "ew-board.h"
#include "ew-pen.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Paints what lies in @area (px of the board), back to front.  The caller has
 * set up the transformation; @scale tells it, for the level of detail. */
void ew_paint_board (cairo_t *cr, const EwBoard *board, EwRect area,
                     const EwPalette *palette, double scale);
/* The same with a pen of ew_cairo_pen_new() on @cr, and its scale. */
void ew_paint_board_with (cairo_t *cr, EwPen *pen, const EwBoard *board,
                          EwRect area);

/* The same with any pen.  Pins shrink with the rest: a picture is looked at,
 * not worked in. */
void ew_paint_objects (EwPen *pen, const EwBoard *board, EwRect area);

/* A picture of the whole board at most @max_px wide and high, on the canvas
 * colour.  Returns: (transfer full): an image surface. */
cairo_surface_t *ew_paint_thumbnail (const EwBoard *board, int max_px,
                                     const EwPalette *palette);

G_END_DECLS
