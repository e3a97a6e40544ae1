/* Grey bars in place of letters too small to read: what a far view of a text
 * looks like, without the cost of laying it out. Private to this room. */
#pragma once

#include "ew-text-fit.h"

G_BEGIN_DECLS

/* The font size that would about fill @box, without a layout. */
double ew_text_bars_size (const char *text, const EwTextStyle *style,
                          EwRect box);
void ew_text_bars_draw (EwPen *pen, const char *text, const EwTextStyle *style,
                        EwRect box, EwColor color);

G_END_DECLS
