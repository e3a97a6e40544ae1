/* The pen's back end that writes SVG: small files in which text is text, a
 * shadow is defined once, and a box is a box.  cairo's own SVG has glyphs, and
 * is fifty times as large. */
#pragma once

#include "ew-cairo-pen.h"

G_BEGIN_DECLS

/* What is painted is appended to @out, which must stay as long as the pen; the
 * elements stand in an <svg> that the caller opens and closes, and which knows
 * xmlns:xlink.  Returns: (transfer full): free with ew_svg_pen_free(). */
EwPen *ew_svg_pen_new (GString *out, const EwPalette *palette);
/* Closes what it opened. */
void ew_svg_pen_free (EwPen *pen);

/* See ew_cairo_pen_set_images(). */
void ew_svg_pen_set_images (EwPen *pen, const EwCairoImages *images);

G_END_DECLS
