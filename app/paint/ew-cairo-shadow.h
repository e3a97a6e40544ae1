/* A soft shadow out of gradients: quick, since only the rim is painted, and
 * still made of lines and curves in an SVG or PDF.  Private to this room. */
#pragma once

#include "ew-palette.h"
#include "ew-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Of a box that covers what lies under it; stays within EW_SHADOW_MARGIN. */
void ew_cairo_shadow (cairo_t *cr, EwRect rect, double radius, EwColor color);

G_END_DECLS
