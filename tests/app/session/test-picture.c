/* Pictures as pixels, good ones and bad ones. */
#include "ew-picture.h"

#include "ew-error.h"

#include <cairo.h>
#include <string.h>

static GBytes *
read_example (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "pictures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static EwPicture *
decode (const char *name, int side)
{
  g_autoptr (GBytes) bytes = read_example (name);
  g_autoptr (GError) error = NULL;
  EwPicture *picture = ew_picture_decode (bytes, side, NULL, &error);

  g_assert_no_error (error);
  return picture;
}

static guint32
pixel (const EwPicture *picture, int x, int y)
{
  const guint32 *pixels = g_bytes_get_data (picture->pixels, NULL);

  return pixels[y * picture->width + x];
}

/* Red on the left, blue above, yellow below; the right quarter is half clear.
 */
static void
test_png (void)
{
  g_autoptr (EwPicture) picture = decode ("harbour.png", 0);

  g_assert_cmpint (picture->width, ==, 40);
  g_assert_cmpint (picture->height, ==, 30);
  g_assert_cmphex (pixel (picture, 2, 2), ==, 0xffc82828);
  g_assert_cmphex (pixel (picture, 20, 2), ==, 0xff1e5ac8);
  g_assert_cmphex (pixel (picture, 20, 28), ==, 0xfff0c83c);
  g_assert_cmphex (pixel (picture, 38, 2) >> 24, ==, 0x80);
  g_assert_cmphex (pixel (picture, 38, 2) & 0xff, ==, 100);
}

static void
test_smaller (void)
{
  g_autoptr (EwPicture) picture = decode ("harbour.jpg", 16);

  g_assert_cmpint (picture->natural_width, ==, 64);
  g_assert_cmpint (picture->natural_height, ==, 40);
  g_assert_cmpint (picture->width, ==, 16);
  g_assert_cmpint (picture->height, ==, 10);
  g_assert_cmpuint (ew_picture_size (picture), ==, 16 * 10 * 4);
}

/* Never larger than it is. */
static void
test_not_larger (void)
{
  g_autoptr (EwPicture) picture = decode ("harbour.png", 4000);

  g_assert_cmpint (picture->width, ==, 40);
}

/* A photo taken with the camera on its side stands upright. */
static void
test_turned (void)
{
  g_autoptr (EwPicture) picture = decode ("turned.jpg", 0);

  g_assert_cmpint (picture->natural_width, ==, 40);
  g_assert_cmpint (picture->natural_height, ==, 64);
  g_assert_cmpint (picture->width, ==, 40);
  /* What was left is above. */
  g_assert_cmphex (pixel (picture, 20, 4) >> 16 & 0xff, >, 0xb0);
  g_assert_cmphex (pixel (picture, 20, 4) & 0xff, <, 0x50);
}

static void
assert_refused (GBytes *bytes, EwError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  EwPicture *picture = ew_picture_decode (bytes, 256, NULL, &error);

  g_assert_null (picture);
  g_assert_error (error, EW_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = read_example ("harbour.png");

  for (gsize size = 34; size < g_bytes_get_size (whole) - 12; size += 20) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, size);

    assert_refused (part, EW_ERROR_DAMAGED, "damaged");
  }
}

static void
test_nonsense (void)
{
  g_autoptr (GBytes) one = g_bytes_new_static ("x", 1);
  g_autoptr (GBytes) text = g_bytes_new_static ("\xff\xd8\xff no JPEG", 11);
  /* A head that is fine, and nothing true behind it. */
  g_autoptr (GBytes) whole = read_example ("harbour.jpg");
  gsize size;
  g_autofree guint8 *data =
      g_bytes_unref_to_data (read_example ("harbour.png"), &size);
  g_autoptr (GBytes) broken = NULL;

  assert_refused (one, EW_ERROR_USAGE, "not a picture");
  assert_refused (text, EW_ERROR_DAMAGED, "damaged");
  memset (data + 45, 0x5a, size - 45);
  broken = g_bytes_new (data, size);
  assert_refused (broken, EW_ERROR_DAMAGED, "damaged");
}

/* 36 megapixels in a few kilobytes: within the limits, so it is made small; a
 * larger one is refused by its head. */
static cairo_status_t
append_cb (void *all, const unsigned char *data, unsigned int size)
{
  g_byte_array_append (all, data, size);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
empty_png (int width, int height)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  GByteArray *all = g_byte_array_new ();
  cairo_status_t status =
      cairo_surface_write_to_png_stream (surface, append_cb, all);

  g_assert_cmpint (status, ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (all);
}

static void
test_bomb (void)
{
  g_autoptr (GBytes) large = empty_png (6000, 6000);
  g_autoptr (GBytes) wide = empty_png (9000, 10);
  g_autoptr (GBytes) much = empty_png (7000, 7000);
  g_autoptr (GError) error = NULL;
  g_autoptr (EwPicture) picture = ew_picture_decode (large, 256, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (large), <, 200000);
  g_assert_cmpint (picture->width, ==, 256);
  g_assert_cmpint (picture->natural_width, ==, 6000);
  assert_refused (wide, EW_ERROR_USAGE, "too large: 9000 × 10");
  assert_refused (much, EW_ERROR_USAGE, "too large: 7000 × 7000");
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = read_example ("harbour.png");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ew_picture_decode (bytes, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/png", test_png);
  g_test_add_func ("/picture/smaller", test_smaller);
  g_test_add_func ("/picture/not-larger", test_not_larger);
  g_test_add_func ("/picture/turned", test_turned);
  g_test_add_func ("/picture/truncated", test_truncated);
  g_test_add_func ("/picture/nonsense", test_nonsense);
  g_test_add_func ("/picture/bomb", test_bomb);
  g_test_add_func ("/picture/cancelled", test_cancelled);
  return g_test_run ();
}
