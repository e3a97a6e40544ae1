/* Text in an SVG.  Private to this room. */
#pragma once

#include "ew-text-lines.h"

G_BEGIN_DECLS

/* Lines that only need to be told where they are. */
void ew_svg_lines (GString *out, const EwTextLines *lines, EwColor color);
/* Whatever Pango laid out, each run at its place. */
void ew_svg_layout (GString *out, PangoLayout *layout, EwPoint at,
                    EwColor color);

G_END_DECLS
