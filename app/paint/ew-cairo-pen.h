/* The pen's cairo back end: thumbnails, pictures, print, tests. */
#pragma once

#include "ew-pen.h"

#include <cairo.h>

G_BEGIN_DECLS

/* @cr must stay alive as long as the pen; @scale is output px per board px and
 * is only told, not applied.  Returns: (transfer full): free with
 * ew_cairo_pen_free(). */
EwPen *ew_cairo_pen_new (cairo_t *cr, const EwPalette *palette, double scale);
void ew_cairo_pen_free (EwPen *pen);

/* Where pictures come from; without it images are drawn as their words.
 * @images: gives the picture @asset, with @side output px along its longer side
 * or more, or NULL.  Returns: (transfer full): an image surface. */
typedef cairo_surface_t *(*EwCairoImages) (const char *asset, double side,
                                           gpointer data);
void ew_cairo_pen_set_images (EwPen *pen, EwCairoImages images, gpointer data);

G_END_DECLS
