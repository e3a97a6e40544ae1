/* How every kind looks, compared with pictures that somebody looked at.
 *
 *   test-references            compares
 *   test-references --draw     draws them anew: `./dev references`
 *
 * What differs is written, as it is, as it should be and where, to the folder
 * that REFERENCES_OUT names. */
#include "ew-kinds.h"
#include "scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Here and today the pictures are equal to the bit.  Another version of cairo
 * or FreeType shades the edge of a curve or a letter a little otherwise, which
 * is no fault: so what is compared at a place is the mean of the 3 × 3 px
 * around it, where such shades cancel out, and it may be off by NEAR_ENOUGH of
 * 255 in each colour.  A px of a line, or of a letter, that has moved or has
 * another colour is off by more.  A few places may be off at all: FEW of
 * a thousand.
 *
 * A large area that became a little lighter is in no place off by so much; it
 * shows in the mean over all places, which may be MEAN of 255. */
#define NEAR_ENOUGH 12
#define FEW 1
#define MEAN 0.4

static const EwKind *const others[] = { &ew_kind_unknown, NULL };

/* Of one panel. */
typedef struct {
  guint places, off;
  double sum; /* of the differences in all places, 0…255 each */
} Difference;

/* --- Comparing ------------------------------------------------------------ */

static const guchar *
pixel_at (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface) +
         y * cairo_image_surface_get_stride (surface) + 4 * x;
}

static int
sum_around (cairo_surface_t *surface, int x, int y, int channel)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface), sum = 0;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      sum += pixel_at (surface, CLAMP (x + dx, 0, width - 1),
                       CLAMP (y + dy, 0, height - 1))[channel];
  return sum;
}

/* The largest of the three colours, 0…255. */
static double
difference_at (cairo_surface_t *a, cairo_surface_t *b, int x, int y)
{
  double most = 0;

  for (int channel = 0; channel < 3; channel++)
    most = MAX (most, abs (sum_around (a, x, y, channel) -
                           sum_around (b, x, y, channel)) /
                          9.0);
  return most;
}

/* @shown: (nullable): where they differ, the whiter the more. */
static Difference
compare (cairo_surface_t *a, cairo_surface_t *b, cairo_surface_t *shown)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  Difference all = { 0 };

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) {
      double difference = difference_at (a, b, x, y);

      all.places++;
      all.off += difference > NEAR_ENOUGH;
      all.sum += difference;
      if (shown)
        memset ((guchar *) pixel_at (shown, x, y),
                (int) MIN (difference * 8, 255), 4);
    }
  return all;
}

static bool
is_equal (const Difference *difference)
{
  return difference->off <= difference->places * FEW / 1000 &&
         difference->sum / difference->places <= MEAN;
}

/* --- The pictures --------------------------------------------------------- */

/* Returns: (nullable) (transfer full): the panel out of the sheet; NULL when
 * the sheet is another one. */
static cairo_surface_t *
cut (cairo_surface_t *sheet, const EwBoard *board, guint panel)
{
  EwRect whole = scene_place (board, SCENE_PANELS);
  EwRect place = scene_place (board, panel);
  cairo_surface_t *part;
  cairo_t *cr;

  if (cairo_image_surface_get_width (sheet) != whole.w ||
      cairo_image_surface_get_height (sheet) != whole.h)
    return NULL;
  part = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) place.w,
                                     (int) place.h);
  cr = cairo_create (part);
  cairo_set_source_surface (cr, sheet, -place.x, -place.y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (part);
  return part;
}

static void
keep (cairo_surface_t *surface, const char *name, const char *what)
{
  const char *told = g_getenv ("REFERENCES_OUT");
  const char *folder = told ? told : g_get_tmp_dir ();
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, what);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_mkdir_with_parents (folder, 0777);
  if (cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS)
    g_test_message ("%s: %s", what, path);
}

static void
tell (cairo_surface_t *got, cairo_surface_t *expected, const char *name)
{
  cairo_surface_t *shown = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (got),
      cairo_image_surface_get_height (got));
  Difference all = compare (got, expected, shown);

  cairo_surface_mark_dirty (shown);
  keep (got, name, "got");
  keep (expected, name, "expected");
  keep (shown, name, "difference");
  cairo_surface_destroy (shown);
  g_test_fail_printf ("%s looks otherwise: %u of %u places, %.2f on average. "
                      "If it should, `./dev references` draws it anew",
                      name, all.off, all.places, all.sum / all.places);
}

static void
check_panel (const EwBoard *board, cairo_surface_t *sheet, guint panel)
{
  const ScenePanel *how = &scene_panels[panel];
  g_autofree char *name =
      g_strdup_printf ("%s-%s", ew_board_id (board), how->name);
  cairo_surface_t *expected = cut (sheet, board, panel), *got;
  Difference difference;

  if (!expected) {
    g_test_fail_printf ("%s has another size; `./dev references` draws it anew",
                        name);
    return;
  }
  got = scene_paint (board, how, ew_palette_get (how->scheme));
  difference = compare (got, expected, NULL);
  if (!is_equal (&difference))
    tell (got, expected, name);
  cairo_surface_destroy (got);
  cairo_surface_destroy (expected);
}

static void
test_kind (gconstpointer kind)
{
  const char *name = ((const EwKind *) kind)->name;
  g_autofree char *path = scene_path (name, "png");
  cairo_surface_t *sheet = cairo_image_surface_create_from_png (path);
  g_autoptr (EwBoard) board = scene_board (name);

  g_assert_cmpint (cairo_surface_status (sheet), ==, CAIRO_STATUS_SUCCESS);
  for (guint i = 0; i < SCENE_PANELS; i++)
    check_panel (board, sheet, i);
  cairo_surface_destroy (sheet);
}

/* --- That it can fail ----------------------------------------------------- */

static bool
looks_equal (const EwBoard *board, const EwPalette *palette, double stretch)
{
  ScenePanel panel = scene_panels[0];
  cairo_surface_t *right =
      scene_paint (board, &panel, ew_palette_get (panel.scheme));
  cairo_surface_t *other;
  Difference difference;

  panel.scale = stretch;
  other = scene_paint (board, &panel, palette);
  difference = compare (right, other, NULL);
  cairo_surface_destroy (right);
  cairo_surface_destroy (other);
  return is_equal (&difference);
}

/* A colour a little off is seen, on a large area and on a thin line; so is
 * a place: half a px at the far end. */
static void
test_can_fail (void)
{
  g_autoptr (EwBoard) cards = scene_board ("link");
  g_autoptr (EwBoard) images = scene_board ("image");
  EwPalette palette = *ew_palette_get (EW_SCHEME_LIGHT);

  g_assert_true (looks_equal (cards, &palette, 1));
  palette.card.b -= 2 / 255.0f;
  g_assert_false (looks_equal (cards, &palette, 1));

  palette = *ew_palette_get (EW_SCHEME_LIGHT);
  palette.line.r -= 40 / 255.0f;
  g_assert_false (looks_equal (images, &palette, 1));

  palette = *ew_palette_get (EW_SCHEME_LIGHT);
  g_assert_false (looks_equal (cards, &palette, 1.002));
}

/* --- All of them ---------------------------------------------------------- */

/* The board itself is on no board. */
static void
for_each_kind (void (*call) (const EwKind *kind))
{
  for (guint i = 0; ew_kinds[i]; i++)
    if (ew_kinds[i]->paint)
      call (ew_kinds[i]);
  for (guint i = 0; others[i]; i++)
    call (others[i]);
}

static void
add_test (const EwKind *kind)
{
  g_autofree char *path = g_strconcat ("/references/", kind->name, NULL);

  g_test_add_data_func (path, kind, test_kind);
}

static void
draw (const EwKind *kind)
{
  g_autofree char *path = scene_path (kind->name, "png");
  g_autoptr (EwBoard) board = scene_board (kind->name);
  cairo_surface_t *sheet = scene_sheet (board);

  if (cairo_surface_write_to_png (sheet, path) != CAIRO_STATUS_SUCCESS)
    g_error ("%s cannot be written", path);
  cairo_surface_destroy (sheet);
  g_print ("%s\n", path);
}

int
main (int argc, char **argv)
{
  bool draws = argc > 1 && g_str_equal (argv[1], "--draw");

  if (draws)
    argc = 1;
  g_test_init (&argc, &argv, NULL);
  scene_use_own_fonts ();
  if (draws) {
    for_each_kind (draw);
    return EXIT_SUCCESS;
  }
  g_test_add_func ("/references/can-fail", test_can_fail);
  for_each_kind (add_test);
  return g_test_run ();
}
