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

/* Where pictures come from.
 *
 * get: gives the picture @asset, about @side output px along its longer side;
 * it may be slow.  Returns: (transfer full): an image surface; or NULL, with
 * a sentence for people in @reason, which stays as long as the source. */
typedef struct {
  cairo_surface_t *(*get) (const char *asset, double side, const char **reason,
                           gpointer data);
  gpointer data;
} EwCairoImages;

/* @images: copied; NULL, or without a get: images are drawn as their words. */
void ew_cairo_pen_set_images (EwPen *pen, const EwCairoImages *images);

G_END_DECLS
