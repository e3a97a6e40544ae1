/* One picture of a tour, painted with cairo.  Private to this room. */
#pragma once

#include "ew-tour.h"

#include <cairo.h>

G_BEGIN_DECLS

/* The board as it was seen at @ms, @width × @height output px, with the
 * pointer; and what is said, when @captions. */
void ew_frame_paint (cairo_t *cr, const EwTour *tour, const EwBoard *board,
                     gint64 ms, EwRect area, bool captions);

G_END_DECLS
