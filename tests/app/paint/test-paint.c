#include "ew-paint.h"

#include "ew-cairo-pen.h"
#include "ew-kinds.h"
#include "ew-string.h"
#include "ew-thread.h"
#include "sample-board.h"

#include <math.h>

#define SIDE 200 /* px of a picture */

static EwObject *
make_note (const char *id, EwRect box, const char *color, const char *z)
{
  EwObject *note = ew_object_new (&ew_kind_note, id);

  ew_object_set_box (note, box);
  ew_object_set_string (note, "color", color);
  ew_object_set_string (note, "z", z);
  return note;
}

static EwObject *
make_pin (EwPoint at)
{
  EwAnchor anchor = { .object = ew_string_new (""),
                      .point = ew_coords_from_point (at) };
  EwMessage message = { .text = ew_string_new ("Why?"),
                        .author = ew_string_new ("Bo"),
                        .email = ew_string_new ("bo@example.org") };
  EwObject *pin = ew_thread_new (&anchor, &message);

  g_ref_string_release (anchor.object);
  g_ref_string_release (message.text);
  g_ref_string_release (message.author);
  g_ref_string_release (message.email);
  return pin;
}

/* Takes the objects. */
static EwBoard *
make_board (EwObject *one, EwObject *two)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);

  if (one)
    g_ptr_array_add (objects, one);
  if (two)
    g_ptr_array_add (objects, two);
  return ew_board_new_with ("b", objects);
}

static const EwPalette *
light (void)
{
  return ew_palette_get (EW_SCHEME_LIGHT);
}

/* What of @board lies around @center, at @scale. */
static cairo_surface_t *
paint (const EwBoard *board, EwPoint center, double scale)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  double half = SIDE / 2 / scale;
  EwRect area = { center.x - half, center.y - half, 2 * half, 2 * half };

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  ew_paint_board (cr, board, area, light (), scale);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[x];
}

static guint32
pixel_of (EwColor c)
{
  return 0xff000000u | (guint32) lround (c.r * 255) << 16 |
         (guint32) lround (c.g * 255) << 8 | (guint32) lround (c.b * 255);
}

static guint
count_pixels (cairo_surface_t *surface, guint32 pixel)
{
  guint n = 0;

  for (int i = 0; i < SIDE * SIDE; i++)
    n += pixel_at (surface, i % SIDE, i / SIDE) == pixel;
  return n;
}

static guint
count_touched (cairo_surface_t *surface)
{
  return SIDE * SIDE - count_pixels (surface, 0);
}

/* Whoever is in front covers the other, whichever came first from the file. */
static void
test_order (void)
{
  g_autoptr (EwBoard) board =
      make_board (make_note ("a", (EwRect){ 0, 0, 100, 100 }, "red", "b"),
                  make_note ("b", (EwRect){ 0, 0, 100, 100 }, "blue", "a"));
  cairo_surface_t *surface = paint (board, (EwPoint){ 50, 50 }, 1);
  EwColor red = ew_palette_fill (light (), "red", NULL);

  g_assert_cmphex (pixel_at (surface, SIDE / 2, SIDE / 2), ==, pixel_of (red));
  cairo_surface_destroy (surface);
}

static guint
accent_pixels (double scale)
{
  g_autoptr (EwBoard) board = make_board (make_pin ((EwPoint){ 50, 50 }), NULL);
  cairo_surface_t *surface = paint (board, (EwPoint){ 50, 50 }, scale);
  guint n = count_pixels (surface, pixel_of (light ()->accent));

  cairo_surface_destroy (surface);
  return n;
}

static void
test_pins_keep_their_size (void)
{
  guint n = accent_pixels (1);

  g_assert_cmpuint (n, >, 300);
  g_assert_cmpuint (accent_pixels (4), ==, n);
  g_assert_cmpuint (accent_pixels (0.25), ==, n);
}

/* From afar a pin reaches over more of the board than its bounds say. */
static void
test_far_pin_beside_area (void)
{
  g_autoptr (EwBoard) board =
      make_board (make_pin ((EwPoint){ 0, 1010 }), NULL);
  cairo_surface_t *surface = paint (board, (EwPoint){ 0, 0 }, 0.1);

  g_assert_cmpuint (count_pixels (surface, pixel_of (light ()->accent)), >,
                    100);
  cairo_surface_destroy (surface);
}

/* Only what lies in the area is asked to paint itself. */
static void
test_area (void)
{
  g_autoptr (EwBoard) board =
      make_board (make_note ("a", (EwRect){ 0, 0, 50, 50 }, "red", "a"),
                  make_note ("b", (EwRect){ 500, 0, 50, 50 }, "red", "b"));
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -480, 0);
  ew_paint_board (cr, board, (EwRect){ 0, 0, 100, 100 }, light (), 1);
  g_assert_cmpuint (count_touched (surface), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Soft, below and around, and within the room that bounds give it. */
static void
test_shadow (void)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  EwPen *pen = ew_cairo_pen_new (cr, light (), 1);
  EwRect box = { 50, 50, 100, 100 };
  EwRect room = ew_rect_grow (box, 12);
  guint32 before = 0xff000000u;

  ew_pen_shadow (pen, box, 4);
  for (int y = 150; y < 162; y++) {
    g_assert_cmphex (pixel_at (surface, 100, y), <=, before);
    before = pixel_at (surface, 100, y);
  }
  g_assert_cmphex (pixel_at (surface, 100, 152), >, 0x05000000u);
  g_assert_cmphex (pixel_at (surface, 100, 152), >,
                   pixel_at (surface, 100, 47));
  for (int i = 0; i < SIDE * SIDE; i++) {
    EwPoint p = { i % SIDE + 0.5, i / SIDE + 0.5 };

    if (!ew_rect_contains (room, p))
      g_assert_cmphex (pixel_at (surface, i % SIDE, i / SIDE), ==, 0);
  }
  ew_cairo_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static int
largest_difference (guint32 a, guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 24; shift += 8)
    most =
        MAX (most, abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return most;
}

/* How much the line between two equal notes stands out, 0…255. */
static int
seam (double gap, double scale, EwScheme scheme)
{
  const EwPalette *palette = ew_palette_get (scheme);
  double half = SIDE / 2 / scale, next = 200 + gap;
  EwRect area = { 200 + gap / 2 - half, 100 - half, 2 * half, 2 * half };
  g_autoptr (EwBoard) board = make_board (
      make_note ("a", (EwRect){ 0, 0, 200, 200 }, "yellow", "a"),
      make_note ("b", (EwRect){ next, 0, 200, 200 }, "yellow", "b"));
  guint32 fill = pixel_of (ew_palette_fill (palette, "yellow", NULL));
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  int most = 0;

  cairo_set_source_rgb (cr, palette->canvas.r, palette->canvas.g,
                        palette->canvas.b);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  ew_paint_board (cr, board, area, palette, scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int x = SIDE / 2 - 3; x < SIDE / 2 + 3; x++)
    most =
        MAX (most, largest_difference (pixel_at (surface, x, SIDE / 2), fill));
  cairo_surface_destroy (surface);
  return most;
}

/* From however far: the gap between the two lies across two px here, and may be
 * less than one. */
static void
test_neighbours_stay_apart (void)
{
  static const double scales[] = { 0.35, 0.2, 0.1, 0.05 };

  for (guint scheme = EW_SCHEME_LIGHT; scheme <= EW_SCHEME_DARK; scheme++)
    for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
      g_assert_cmpint (seam (1 / scales[i], scales[i], scheme), >=, 24);
      g_assert_cmpint (seam (0.5 / scales[i], scales[i], scheme), >=, 24);
    }
}

static void
test_clip (void)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  EwPen *pen = ew_cairo_pen_new (cr, light (), 1);
  EwColor red = { 1, 0, 0, 1 };

  ew_pen_push_clip (pen, (EwRect){ 10, 10, 50, 50 }, 0);
  ew_pen_push_clip (pen, (EwRect){ 40, 10, 50, 50 }, 0);
  ew_pen_fill_rect (pen, (EwRect){ 0, 0, SIDE, SIDE }, 0, red);
  g_assert_cmpuint (count_touched (surface), ==, 20 * 50);
  ew_pen_pop_clip (pen);
  ew_pen_fill_rect (pen, (EwRect){ 0, 0, SIDE, SIDE }, 0, red);
  g_assert_cmpuint (count_touched (surface), ==, 50 * 50);
  ew_pen_pop_clip (pen);
  ew_pen_fill_rect (pen, (EwRect){ 0, 0, SIDE, SIDE }, 0, red);
  g_assert_cmpuint (count_touched (surface), ==, SIDE * SIDE);
  ew_cairo_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* cairo counts in 24 bits; a board does not. */
static void
test_far_away (void)
{
  double far = 17179869184.0; /* 2^34 px */
  g_autoptr (EwBoard) board = make_board (
      make_note ("a", (EwRect){ far, -far, 100, 100 }, "green", "a"),
      make_note ("b", (EwRect){ -far, -far, far, far }, "blue", "b"));
  EwColor green = ew_palette_fill (light (), "green", NULL);
  EwColor blue = ew_palette_fill (light (), "blue", NULL);
  cairo_surface_t *near = paint (board, (EwPoint){ far + 50, 50 - far }, 1);
  cairo_surface_t *inside = paint (board, (EwPoint){ -500, -500 }, 1);
  cairo_surface_t *edge = paint (board, (EwPoint){ 0, -500 }, 1);

  g_assert_cmphex (pixel_at (near, SIDE / 2, SIDE / 2), ==, pixel_of (green));
  g_assert_cmphex (pixel_at (near, 2, 2), ==, 0);
  g_assert_cmpuint (count_pixels (inside, pixel_of (blue)), ==, SIDE * SIDE);
  g_assert_cmphex (pixel_at (edge, 10, 10), ==, pixel_of (blue));
  g_assert_cmphex (pixel_at (edge, SIDE - 10, 10), ==, 0);
  cairo_surface_destroy (near);
  cairo_surface_destroy (inside);
  cairo_surface_destroy (edge);
}

static void
assert_thumbnail (const EwBoard *board, int max, int width, int height)
{
  cairo_surface_t *surface = ew_paint_thumbnail (board, max, light ());

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, height);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel_at (surface, 0, 0), ==, pixel_of (light ()->canvas));
  cairo_surface_destroy (surface);
}

static void
test_thumbnail (void)
{
  double far = 17179869184.0;
  g_autoptr (EwBoard) empty = make_board (NULL, NULL);
  /* With shadow and margin, 372 × 172 px. */
  g_autoptr (EwBoard) wide =
      make_board (make_note ("a", (EwRect){ 0, 0, 100, 100 }, "red", "a"),
                  make_note ("b", (EwRect){ 200, 0, 100, 100 }, "red", "b"));
  g_autoptr (EwBoard) huge =
      make_board (make_note ("a", (EwRect){ -far, -far, 100, 100 }, "red", "a"),
                  make_note ("b", (EwRect){ far, far, 100, 100 }, "red", "b"));

  assert_thumbnail (wide, 1000, 372, 172);
  assert_thumbnail (wide, 93, 93, 43);
  assert_thumbnail (empty, 100, 48, 48);
  assert_thumbnail (huge, 64, 64, 64);
}

/* The whole of it, as it would be seen. */
static void
test_sample (void)
{
  g_autoptr (EwBoard) board = sample_board_new ();
  cairo_surface_t *surface = ew_paint_thumbnail (board, 400, light ());
  guint32 canvas = pixel_of (light ()->canvas);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface), painted = 0;

  g_assert_cmpint (width, ==, 400);
  for (int i = 0; i < width * height; i++)
    painted += pixel_at (surface, i % width, i / width) != canvas;
  g_assert_cmpint (painted, >, width * height / 2);
  cairo_surface_destroy (surface);
}

/* The canvas colour is the theme's, not the picture's. */
static void
test_dark (void)
{
  const EwPalette *dark = ew_palette_get (EW_SCHEME_DARK);
  g_autoptr (EwBoard) board = make_board (
      make_note ("a", (EwRect){ 0, 0, 100, 100 }, "red", "a"), NULL);
  cairo_surface_t *surface = ew_paint_thumbnail (board, 1000, dark);
  EwColor red = ew_palette_fill (dark, "red", NULL);

  g_assert_cmphex (pixel_at (surface, 0, 0), ==, pixel_of (dark->canvas));
  g_assert_cmphex (pixel_at (surface, 86, 86), ==, pixel_of (red));
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/order", test_order);
  g_test_add_func ("/paint/pins-keep-their-size", test_pins_keep_their_size);
  g_test_add_func ("/paint/far-pin-beside-area", test_far_pin_beside_area);
  g_test_add_func ("/paint/area", test_area);
  g_test_add_func ("/paint/shadow", test_shadow);
  g_test_add_func ("/paint/neighbours-stay-apart", test_neighbours_stay_apart);
  g_test_add_func ("/paint/clip", test_clip);
  g_test_add_func ("/paint/far-away", test_far_away);
  g_test_add_func ("/paint/thumbnail", test_thumbnail);
  g_test_add_func ("/paint/sample", test_sample);
  g_test_add_func ("/paint/dark", test_dark);
  return g_test_run ();
}
