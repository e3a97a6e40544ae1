/* A soft shadow out of gradients: quick, since only the rim is painted, and
 * still made of lines and curves in a PDF.  Private to this room. */
#pragma once

#include "ew-palette.h"
#include "ew-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

/* See ew-shadow.h. */
void ew_cairo_shadow (cairo_t *cr, EwRect rect, double radius, EwColor color);

G_END_DECLS
