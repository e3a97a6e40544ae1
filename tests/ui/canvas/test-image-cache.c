/* Pictures on the canvas: they come, stay within their room, and say why not.
 */
#include "ew-image-cache.h"
#include "ew-session-assets.h"

#include "desk.h"

#include <string.h>

/* A cache over a real workspace; `ready` counts what came. */
typedef struct {
  Desk desk;
  EwImageCache *cache;
  guint came;
  char *last;
} Gallery;

static void
ready_cb (const char *asset, gpointer data)
{
  Gallery *gallery = data;

  gallery->came++;
  g_free (gallery->last);
  gallery->last = g_strdup (asset);
}

static void
set_up (Gallery *gallery, gconstpointer data)
{
  desk_set_up (&gallery->desk, data);
  gallery->cache = ew_image_cache_new (ready_cb, gallery);
  ew_image_cache_set_session (gallery->cache, gallery->desk.session);
}

static void
tear_down (Gallery *gallery, gconstpointer data)
{
  ew_image_cache_free (gallery->cache);
  g_free (gallery->last);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  desk_tear_down (&gallery->desk, data);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(EwAsset **) data =
      ew_session_add_asset_finish (EW_SESSION (source), result, NULL);
}

static EwAsset *
add_bytes (Gallery *gallery, GBytes *bytes)
{
  EwAsset *asset = NULL;

  ew_session_add_bytes_async (gallery->desk.session, bytes, "x.png", NULL,
                              result_cb, &asset);
  while (!asset)
    g_main_context_iteration (NULL, TRUE);
  return asset;
}

static cairo_status_t
append_cb (void *all, const unsigned char *data, unsigned int size)
{
  g_byte_array_append (all, data, size);
  return CAIRO_STATUS_SUCCESS;
}

/* A picture of one colour, which makes it another asset than any other. */
static EwAsset *
add_picture (Gallery *gallery, int side, double red)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, side, side);
  cairo_t *cr = cairo_create (surface);
  GByteArray *all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  cairo_set_source_rgb (cr, red, 0, 0);
  cairo_paint (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, all);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (all);
  return add_bytes (gallery, bytes);
}

/* Returns: whether something was drawn. */
static bool
draw (Gallery *gallery, const char *asset, double side, const char **reason)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  bool drawn =
      ew_image_cache_append (gallery->cache, asset, side, snapshot,
                             &GRAPHENE_RECT_INIT (0, 0, 10, 10), reason);

  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_true (drawn == (node != NULL));
  return drawn;
}

static void
wait_idle (Gallery *gallery)
{
  while (ew_image_cache_is_busy (gallery->cache))
    g_main_context_iteration (NULL, TRUE);
}

/* Nothing at first, then a picture as large as it shows, then a sharper one. */
static void
test_comes (Gallery *gallery, gconstpointer data)
{
  g_autoptr (EwAsset) asset = add_picture (gallery, 500, 1);
  const char *reason;

  g_assert_false (draw (gallery, asset->asset, 100, &reason));
  g_assert_null (reason);
  wait_idle (gallery);
  g_assert_cmpstr (gallery->last, ==, asset->asset);
  g_assert_cmpuint (ew_image_cache_size (gallery->cache), ==, 128 * 128 * 4);
  g_assert_true (draw (gallery, asset->asset, 100, &reason));
  g_assert_cmpuint (gallery->came, ==, 1);

  g_assert_true (draw (gallery, asset->asset, 300, &reason));
  wait_idle (gallery);
  g_assert_cmpuint (gallery->came, ==, 2);
  g_assert_cmpuint (ew_image_cache_size (gallery->cache), ==, 500 * 500 * 4);

  /* It has no more to give. */
  g_assert_true (draw (gallery, asset->asset, 4000, &reason));
  g_assert_false (ew_image_cache_is_busy (gallery->cache));
}

static void
test_reasons (Gallery *gallery, gconstpointer data)
{
  g_autoptr (GBytes) words = g_bytes_new_static ("no picture", 10);
  g_autoptr (EwAsset) asset = add_bytes (gallery, words);
  const char *reason;

  draw (gallery, asset->asset, 100, &reason);
  draw (gallery, "missing", 100, &reason);
  wait_idle (gallery);
  g_assert_cmpuint (gallery->came, ==, 2);
  g_assert_false (draw (gallery, asset->asset, 100, &reason));
  g_assert_nonnull (strstr (reason, "not a picture"));
  g_assert_false (draw (gallery, "missing", 100, &reason));
  g_assert_nonnull (strstr (reason, "missing"));
  /* Not tried again and again. */
  g_assert_false (ew_image_cache_is_busy (gallery->cache));
}

/* Of five that need 16 MB each, not all can stay. */
static void
test_bounded (Gallery *gallery, gconstpointer data)
{
  for (int i = 0; i < 5; i++) {
    g_autoptr (EwAsset) asset = add_picture (gallery, 2048, i / 5.0);
    const char *reason;

    draw (gallery, asset->asset, 2048, &reason);
    wait_idle (gallery);
    g_assert_true (draw (gallery, asset->asset, 2048, &reason));
    g_assert_cmpuint (ew_image_cache_size (gallery->cache), <=, EW_IMAGE_ROOM);
  }
  g_assert_cmpuint (ew_image_cache_size (gallery->cache), >, EW_IMAGE_ROOM / 2);
}

/* Gone while something is on its way: that arrives nowhere. */
static void
test_left (Gallery *gallery, gconstpointer data)
{
  g_autoptr (EwAsset) asset = add_picture (gallery, 500, 1);
  const char *reason;

  draw (gallery, asset->asset, 100, &reason);
  ew_image_cache_set_session (gallery->cache, NULL);
  g_assert_false (draw (gallery, asset->asset, 100, &reason));
  g_assert_cmpuint (ew_image_cache_size (gallery->cache), ==, 0);
  ew_image_cache_set_session (gallery->cache, gallery->desk.session);
  draw (gallery, asset->asset, 100, &reason);
  wait_idle (gallery);
  g_assert_cmpuint (gallery->came, ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
#define ADD(path, test) \
  g_test_add (path, Gallery, NULL, set_up, test, tear_down)
  ADD ("/image-cache/comes", test_comes);
  ADD ("/image-cache/reasons", test_reasons);
  ADD ("/image-cache/bounded", test_bounded);
  ADD ("/image-cache/left", test_left);
#undef ADD
  return g_test_run ();
}
