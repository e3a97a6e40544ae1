#include "ew-palette.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEX(v) HEX_A (v, 1.0f)
#define HEX_A(v, alpha) \
  { \
    ((v) >> 16 & 0xff) / 255.0f, ((v) >> 8 & 0xff) / 255.0f, \
        ((v) &0xff) / 255.0f, alpha \
  }

#define READABLE 4.5 /* WCAG 2.2, 1.4.3 */

typedef struct {
  const char *name, *title;
  EwColor fill[2], stroke[2]; /* light, dark */
} Named;

static const Named names[] = {
  { "yellow",
    N_ ("Yellow"),
    { HEX (0xfbe8a2), HEX (0x5f5018) },
    { HEX (0x947000), HEX (0xe5c04f) } },
  { "orange",
    N_ ("Orange"),
    { HEX (0xfbd2ab), HEX (0x6d4520) },
    { HEX (0xb8560f), HEX (0xf0a15e) } },
  { "red",
    N_ ("Red"),
    { HEX (0xf7c0b8), HEX (0x6e352e) },
    { HEX (0xc2301f), HEX (0xef8a7e) } },
  { "pink",
    N_ ("Pink"),
    { HEX (0xf5c8dd), HEX (0x663a50) },
    { HEX (0xb83a74), HEX (0xea93bb) } },
  { "violet",
    N_ ("Violet"),
    { HEX (0xdccdf4), HEX (0x4b3d69) },
    { HEX (0x7a4fc0), HEX (0xb79df0) } },
  { "blue",
    N_ ("Blue"),
    { HEX (0xc3dbf8), HEX (0x2d4a6e) },
    { HEX (0x2b6fc4), HEX (0x8bb8f0) } },
  { "teal",
    N_ ("Teal"),
    { HEX (0xb9e6e0), HEX (0x22544f) },
    { HEX (0x1d857b), HEX (0x73cfc3) } },
  { "green",
    N_ ("Green"),
    { HEX (0xcce8b9), HEX (0x3b5829) },
    { HEX (0x44802a), HEX (0x9fd07a) } },
  { "grey",
    N_ ("Grey"),
    { HEX (0xe4e2df), HEX (0x454547) },
    { HEX (0x77757a), HEX (0xa3a1a6) } },
};

const char *const ew_color_names[] = {
  "yellow", "orange", "red",   "pink", "violet",
  "blue",   "teal",   "green", "grey", NULL,
};

static const EwPalette palettes[] = {
  [EW_SCHEME_LIGHT] = {
    .scheme = EW_SCHEME_LIGHT,
    .canvas = HEX (0xf6f5f4),
    .dot = HEX (0xd9d6d2),
    .ink = HEX (0x1f1f1f),
    .dim = HEX (0x6f6d72),
    .card = HEX (0xffffff),
    .line = HEX (0xdddbd8),
    .frame = HEX_A (0xffffff, 0.72f),
    .frame_line = HEX (0xcfccc8),
    .accent = HEX (0x3584e4),
    .on_accent = HEX (0xffffff),
    .warning = HEX (0xc64600),
    .shadow = HEX_A (0x000000, 0.16f),
  },
  [EW_SCHEME_DARK] = {
    .scheme = EW_SCHEME_DARK,
    .canvas = HEX (0x1d1d1f),
    .dot = HEX (0x343437),
    .ink = HEX (0xf2f2f2),
    .dim = HEX (0xa3a1a6),
    .card = HEX (0x363636),
    .line = HEX (0x4a4a4d),
    .frame = HEX_A (0x232326, 0.72f),
    .frame_line = HEX (0x48484d),
    .accent = HEX (0x78aeed),
    .on_accent = HEX (0x1d1d1f),
    .warning = HEX (0xffbe6f),
    .shadow = HEX_A (0x000000, 0.45f),
  },
  [EW_SCHEME_LIGHT_CONTRAST] = {
    .scheme = EW_SCHEME_LIGHT_CONTRAST,
    .canvas = HEX (0xffffff),
    .dot = HEX (0xb0aeac),
    .ink = HEX (0x000000),
    .dim = HEX (0x3d3c40),
    .card = HEX (0xffffff),
    .line = HEX (0x5e5c64),
    .frame = HEX (0xffffff),
    .frame_line = HEX (0x3d3846),
    .accent = HEX (0x1a5fb4),
    .on_accent = HEX (0xffffff),
    .warning = HEX (0x8f2f00),
    .shadow = HEX_A (0x000000, 0.35f),
  },
  [EW_SCHEME_DARK_CONTRAST] = {
    .scheme = EW_SCHEME_DARK_CONTRAST,
    .canvas = HEX (0x000000),
    .dot = HEX (0x5e5c64),
    .ink = HEX (0xffffff),
    .dim = HEX (0xd6d4d9),
    .card = HEX (0x1e1e1e),
    .line = HEX (0xb5b3b8),
    .frame = HEX (0x0d0d0e),
    .frame_line = HEX (0xc0bfbc),
    .accent = HEX (0x99c1f1),
    .on_accent = HEX (0x000000),
    .warning = HEX (0xffd29a),
    .shadow = HEX_A (0x000000, 0.6f),
  },
};

const EwPalette *
ew_palette_get (EwScheme scheme)
{
  g_return_val_if_fail (scheme < G_N_ELEMENTS (palettes), &palettes[0]);

  return &palettes[scheme];
}

static bool
is_dark (const EwPalette *palette)
{
  return palette->scheme == EW_SCHEME_DARK ||
         palette->scheme == EW_SCHEME_DARK_CONTRAST;
}

static const Named *
find_name (const char *color)
{
  for (gsize i = 0; color && i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (names[i].name, color))
      return &names[i];
  }
  return NULL;
}

static bool
parse_hex (const char *text, EwColor *color)
{
  guint value = 0;

  if (!text || text[0] != '#' || strlen (text) != 7)
    return false;
  for (int i = 1; i < 7; i++) {
    int digit = g_ascii_xdigit_value (text[i]);

    if (digit < 0)
      return false;
    value = value << 4 | (guint) digit;
  }
  *color = (EwColor) HEX (value);
  return true;
}

const char *
ew_color_title (const char *name)
{
  const Named *named = find_name (name);

  return named ? named->title : N_ ("Own Colour");
}

EwColor
ew_palette_fill (const EwPalette *palette, const char *color,
                 const char *fallback)
{
  const Named *named = find_name (color);
  EwColor own;

  if (named)
    return named->fill[is_dark (palette)];
  if (parse_hex (color, &own))
    return own;
  return fallback ? ew_palette_fill (palette, fallback, NULL) : palette->card;
}

EwColor
ew_palette_stroke (const EwPalette *palette, const char *color,
                   const char *fallback)
{
  const Named *named = find_name (color);
  EwColor own;

  if (named)
    return named->stroke[is_dark (palette)];
  if (parse_hex (color, &own))
    return own;
  return fallback ? ew_palette_stroke (palette, fallback, NULL) : palette->ink;
}

static double
linear (float channel)
{
  return channel <= 0.04045f ? channel / 12.92
                             : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (EwColor c)
{
  return 0.2126 * linear (c.r) + 0.7152 * linear (c.g) + 0.0722 * linear (c.b);
}

double
ew_color_contrast (EwColor a, EwColor b)
{
  double la = luminance (a) + 0.05, lb = luminance (b) + 0.05;

  return la > lb ? la / lb : lb / la;
}

EwColor
ew_palette_ink_on (const EwPalette *palette, EwColor fill)
{
  EwColor black = HEX (0x000000), white = HEX (0xffffff);

  if (ew_color_contrast (palette->ink, fill) >= READABLE)
    return palette->ink;
  return ew_color_contrast (black, fill) > ew_color_contrast (white, fill)
             ? black
             : white;
}

EwColor
ew_color_with_alpha (EwColor color, float alpha)
{
  color.a = alpha;
  return color;
}
