/* The letters of an SVG: numbers, colours, names, text.  Private to this room.
 */
#pragma once

#include "ew-palette.h"
#include "ew-path.h"

G_BEGIN_DECLS

/* To a hundredth, without a needless zero, wherever it is on a board. */
void ew_svg_number (GString *out, double number);
/* ` name="number"` */
void ew_svg_attribute (GString *out, const char *name, double number);
/* ` x="…" y="…" width="…" height="…"` */
void ew_svg_rect (GString *out, EwRect rect);
/* ` name="#rrggbb"`, and ` name-opacity="…"` where it is not opaque. */
void ew_svg_color (GString *out, const char *name, EwColor color);
/* ` d="…"` */
void ew_svg_path (GString *out, const EwPath *path);
/* @length bytes of valid UTF-8, as character data; also between quotes. */
void ew_svg_text (GString *out, const char *text, gsize length);

G_END_DECLS
