/* Pictures for whoever paints and waits. */
#include "session-for-tests.h"

#include "ew-picture-source.h"
#include "ew-session-assets.h"

/* Three pictures of 200 × 200 px, and a bit. */
#define ROOM (3 * 200 * 200 * 4 + 100)

static char *
add_bytes (EwSession *session, GBytes *bytes, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwAsset) asset = NULL;

  ew_session_add_bytes_async (session, bytes, name, NULL, test_ready_cb,
                              &result);
  asset = ew_session_add_asset_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  return g_steal_pointer (&asset->asset);
}

static char *
add_example (EwSession *session, const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "pictures", name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  bytes = g_bytes_new_take (data, size);
  return add_bytes (session, bytes, name);
}

static cairo_status_t
append_cb (void *all, const unsigned char *data, unsigned int size)
{
  g_byte_array_append (all, data, size);
  return CAIRO_STATUS_SUCCESS;
}

/* A square, other than those of another @mark. */
static char *
add_square (EwSession *session, int side, double mark)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_A8, side, side);
  cairo_t *cr = cairo_create (surface);
  GByteArray *all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  cairo_paint_with_alpha (cr, mark);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, all);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (all);
  return add_bytes (session, bytes, "square.png");
}

static int
width_at (const EwCairoImages *images, const char *asset, double side)
{
  const char *reason = NULL;
  cairo_surface_t *surface = images->get (asset, side, &reason, images->data);
  int width;

  g_assert_null (reason);
  g_assert_nonnull (surface);
  width = cairo_image_surface_get_width (surface);
  cairo_surface_destroy (surface);
  return width;
}

/* As large as it is seen or up to twice that, and never larger than it is. */
static void
test_side (void)
{
  EwSession *session = test_create ("side");
  g_autofree char *asset = add_square (session, 1000, 0.5);
  EwPictureSource *source = ew_picture_source_new (session, ROOM);
  EwCairoImages images = ew_picture_source_images (source);

  g_assert_cmpint (width_at (&images, asset, 100), ==, 128);
  g_assert_cmpuint (ew_picture_source_size (source), ==, 128 * 128 * 4);
  g_assert_cmpint (width_at (&images, asset, 128), ==, 128);
  g_assert_cmpint (width_at (&images, asset, 129), ==, 256);
  g_assert_cmpint (width_at (&images, asset, 1e9), ==, 1000);
  g_assert_cmpint (width_at (&images, asset, 100), ==, 1000);
  ew_picture_source_free (source);
  test_close (session);
}

static void
assert_reason (const EwCairoImages *images, const char *asset,
               const char *words)
{
  const char *reason = NULL;

  for (int i = 0; i < 2; i++) {
    g_assert_null (images->get (asset, 100, &reason, images->data));
    g_assert_nonnull (reason);
    g_assert_nonnull (strstr (reason, words));
  }
}

/* What cannot be drawn says why, as often as it is asked for. */
static void
test_reasons (void)
{
  EwSession *session = test_create ("reasons");
  g_autoptr (GBytes) words = g_bytes_new_static ("\xff\xd8\xff no JPEG", 11);
  g_autofree char *damaged = add_bytes (session, words, "photo.jpg");
  EwPictureSource *source = ew_picture_source_new (session, ROOM);
  EwCairoImages images = ew_picture_source_images (source);
  static const char *const missing[] = {
    "00000000000000000000000000000000"
    "00000000000000000000000000000000.png",
    "../HEAD",
  };

  assert_reason (&images, damaged, "damaged");
  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    assert_reason (&images, missing[i], "");
  ew_picture_source_free (source);
  test_close (session);
}

/* However many there are, few are kept; the one in use is. */
static void
test_room (void)
{
  EwSession *session = test_create ("room");
  EwPictureSource *source = ew_picture_source_new (session, ROOM);
  EwCairoImages images = ew_picture_source_images (source);

  for (int i = 0; i < 6; i++) {
    g_autofree char *asset = add_square (session, 200, 0.1 * (i + 1));

    g_assert_cmpint (width_at (&images, asset, 200), ==, 200);
    g_assert_cmpuint (ew_picture_source_size (source), ==,
                      200 * 200 * 4 * MIN (i + 1, 3));
  }
  ew_picture_source_free (source);
  test_close (session);
}

typedef struct {
  EwCairoImages images;
  const char *asset;
} Asking;

static gpointer
ask_thread (gpointer data)
{
  const Asking *asking = data;

  return GINT_TO_POINTER (width_at (&asking->images, asking->asset, 40));
}

/* A worker that paints has no main loop, and needs nobody to run one. */
static void
test_worker (void)
{
  EwSession *session = test_create ("worker");
  g_autofree char *asset = add_example (session, "harbour.jpg");
  EwPictureSource *source = ew_picture_source_new (session, ROOM);
  Asking asking = { ew_picture_source_images (source), asset };
  GThread *thread = g_thread_new ("worker", ask_thread, &asking);

  g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (thread)), ==, 64);
  ew_picture_source_free (source);
  test_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_home ();
  g_test_add_func ("/picture-source/side", test_side);
  g_test_add_func ("/picture-source/reasons", test_reasons);
  g_test_add_func ("/picture-source/room", test_room);
  g_test_add_func ("/picture-source/worker", test_worker);
  return g_test_run ();
}
