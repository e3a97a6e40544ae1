/* Colours by role and by name, for light, dark and high contrast.
 *
 * Boards store names ("yellow"), so that a note is readable in every theme, or
 * `#rrggbb` where someone insists.  Text on any named fill has a contrast of at
 * least 7:1 (WCAG 2.2, 1.4.6), which a test computes.  Constant; any thread. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Red, green, blue, alpha from 0 to 1, not premultiplied, sRGB. */
typedef struct {
  float r, g, b, a;
} EwColor;

typedef enum {
  EW_SCHEME_LIGHT,
  EW_SCHEME_DARK,
  EW_SCHEME_LIGHT_CONTRAST,
  EW_SCHEME_DARK_CONTRAST,
} EwScheme;

typedef struct {
  EwScheme scheme;
  EwColor canvas, dot; /* the empty board and its grid          */
  EwColor ink, dim; /* text, and quieter text                */
  EwColor card, line; /* surfaces of cards, and their outlines */
  EwColor frame, frame_line; /* the area and outline of a frame       */
  EwColor accent, on_accent; /* selection, pins; text on it           */
  EwColor warning; /* clashes                               */
  EwColor shadow;
} EwPalette;

const EwPalette *ew_palette_get (EwScheme scheme);

/* The names a note or shape can have, NULL-terminated: "yellow", … */
extern const char *const ew_color_names[];
/* The title for people (untranslated, marked for translation). */
const char *ew_color_title (const char *name);

/* The fill for a stored colour: a name or `#rrggbb`; anything else gives what
 * @fallback gives. */
EwColor ew_palette_fill (const EwPalette *palette, const char *color,
                         const char *fallback);
/* Text that can be read on @fill: the palette's ink, else black or white. */
EwColor ew_palette_ink_on (const EwPalette *palette, EwColor fill);
/* A stronger tone of the same name: outlines of shapes, connectors. */
EwColor ew_palette_stroke (const EwPalette *palette, const char *color,
                           const char *fallback);
EwColor ew_color_with_alpha (EwColor color, float alpha);
/* (L1 + 0.05) / (L2 + 0.05) of WCAG 2.2; both opaque. */
double ew_color_contrast (EwColor a, EwColor b);

G_END_DECLS
