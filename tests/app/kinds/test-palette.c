#include "ew-palette.h"

#include <string.h>

static const EwScheme schemes[] = {
  EW_SCHEME_LIGHT,
  EW_SCHEME_DARK,
  EW_SCHEME_LIGHT_CONTRAST,
  EW_SCHEME_DARK_CONTRAST,
};

typedef void (*SchemeFunc) (const EwPalette *palette);

static void
each_scheme (SchemeFunc func)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++) {
    const EwPalette *palette = ew_palette_get (schemes[i]);

    g_assert_cmpint (palette->scheme, ==, schemes[i]);
    func (palette);
  }
}

static void
assert_contrast (EwColor a, EwColor b, double least)
{
  g_assert_cmpfloat (ew_color_contrast (a, b), >=, least);
}

static void
assert_names_are_readable (const EwPalette *palette)
{
  for (guint i = 0; ew_color_names[i]; i++) {
    EwColor fill = ew_palette_fill (palette, ew_color_names[i], NULL);
    EwColor line = ew_palette_stroke (palette, ew_color_names[i], NULL);

    assert_contrast (ew_palette_ink_on (palette, fill), fill, 7);
    /* Lines are drawn on the canvas, on frames and on their own fill. */
    assert_contrast (line, palette->canvas, 3);
    assert_contrast (line, palette->card, 3);
    assert_contrast (line, fill, 3);
  }
}

static void
test_names (void)
{
  g_assert_cmpuint (g_strv_length ((char **) ew_color_names), ==, 9);
  each_scheme (assert_names_are_readable);
  for (guint i = 0; ew_color_names[i]; i++)
    g_assert_cmpstr (ew_color_title (ew_color_names[i]), !=, "");
}

static void
assert_roles_are_readable (const EwPalette *palette)
{
  assert_contrast (palette->ink, palette->canvas, 7);
  assert_contrast (palette->ink, palette->card, 7);
  assert_contrast (palette->dim, palette->canvas, 4.5);
  assert_contrast (palette->dim, palette->card, 4.5);
  assert_contrast (palette->on_accent, palette->accent, 3);
  assert_contrast (palette->warning, palette->card, 4.5);
}

static void
assert_lines_are_strong (const EwPalette *palette)
{
  bool contrast = palette->scheme == EW_SCHEME_LIGHT_CONTRAST ||
                  palette->scheme == EW_SCHEME_DARK_CONTRAST;

  if (!contrast)
    return;
  assert_contrast (palette->dim, palette->canvas, 7);
  assert_contrast (palette->line, palette->card, 4.5);
  assert_contrast (palette->frame_line, palette->canvas, 4.5);
  assert_contrast (palette->on_accent, palette->accent, 4.5);
}

static void
test_roles (void)
{
  each_scheme (assert_roles_are_readable);
  each_scheme (assert_lines_are_strong);
}

static bool
is_same (EwColor a, EwColor b)
{
  return memcmp (&a, &b, sizeof a) == 0;
}

static void
assert_colors_are_found (const EwPalette *palette)
{
  EwColor blue = ew_palette_fill (palette, "blue", NULL);
  EwColor own = ew_palette_fill (palette, "#ff0080", "blue");

  g_assert_cmpfloat_with_epsilon (own.r, 1, 0.001);
  g_assert_cmpfloat_with_epsilon (own.g, 0, 0.001);
  g_assert_cmpfloat_with_epsilon (own.b, 0.502, 0.001);
  g_assert_true (is_same (ew_palette_fill (palette, "", "blue"), blue));
  g_assert_true (is_same (ew_palette_fill (palette, NULL, "blue"), blue));
  g_assert_true (is_same (ew_palette_fill (palette, "#12", "blue"), blue));
  g_assert_true (is_same (ew_palette_fill (palette, "#12345g", "blue"), blue));
  g_assert_true (is_same (ew_palette_fill (palette, "Blue ", "blue"), blue));
  g_assert_false (is_same (ew_palette_stroke (palette, "blue", NULL), blue));
}

static void
test_stored_colors (void)
{
  each_scheme (assert_colors_are_found);
}

static void
assert_ink_fits_any (const EwPalette *palette)
{
  for (guint grey = 0; grey < 256; grey += 5) {
    EwColor fill = { grey / 255.0f, grey / 255.0f, grey / 255.0f, 1 };

    assert_contrast (ew_palette_ink_on (palette, fill), fill, 4.5);
  }
}

/* Someone insists on `#808080`; the text on it is read all the same. */
static void
test_ink_on_own_colors (void)
{
  each_scheme (assert_ink_fits_any);
}

static void
test_contrast (void)
{
  EwColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  EwColor grey = { 0x77 / 255.0f, 0x77 / 255.0f, 0x77 / 255.0f, 1 };

  g_assert_cmpfloat_with_epsilon (ew_color_contrast (black, white), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (ew_color_contrast (white, black), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (ew_color_contrast (grey, white), 4.48, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/names", test_names);
  g_test_add_func ("/palette/roles", test_roles);
  g_test_add_func ("/palette/stored-colors", test_stored_colors);
  g_test_add_func ("/palette/ink-on-own-colors", test_ink_on_own_colors);
  g_test_add_func ("/palette/contrast", test_contrast);
  return g_test_run ();
}
