#include "ew-portrait.h"

#include "ew-assets.h"
#include "ew-error.h"

#include <glib/gi18n-lib.h>

#define QUERY \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE \
                                 "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME

static bool
is_fit (GFileInfo *info, GError **error)
{
  goffset size = g_file_info_get_size (info);
  g_autofree char *is = g_format_size ((guint64) MAX (size, 0));
  g_autofree char *most = g_format_size (EW_ASSET_MAX);
  const char *name = g_file_info_get_display_name (info);

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE, _ ("“%s” is not a file."),
                 name);
  else if (size > EW_ASSET_MAX)
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("“%s” is too large for a picture: %s, and %s is the most."),
                 name, is, most);
  else
    return true;
  return false;
}

static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, QUERY, G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  GBytes *bytes = NULL;

  if (info && !is_fit (info, error))
    return NULL;
  if (info)
    bytes = g_file_load_bytes (file, cancellable, NULL, &reason);
  if (!bytes)
    g_set_error (error, EW_ERROR, EW_ERROR_FAILED,
                 _ ("The file could not be read: %s"), reason->message);
  return bytes;
}

/* So that the shorter side is sharp: the longer may be three times as long. */
#define DECODED_SIDE (3 * EW_PORTRAIT_SIDE)

/* @pixels: rows of a square of @side px. */
static EwPicture *
new_square (int side, GBytes *pixels)
{
  EwPicture *square = g_atomic_rc_box_new0 (EwPicture);

  *square = (EwPicture){ side, side, side, side, pixels };
  return square;
}

/* The middle of @picture, as large a square as there is. */
static EwPicture *
cut (EwPicture *picture)
{
  int shorter = MIN (picture->width, picture->height);
  int side = MIN (shorter, EW_PORTRAIT_SIDE);
  cairo_surface_t *square =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_surface_t *whole = ew_picture_surface (picture);
  cairo_t *cr = cairo_create (square);
  GBytes *pixels;

  cairo_scale (cr, side / (double) shorter, side / (double) shorter);
  cairo_set_source_surface (cr, whole, (shorter - picture->width) / 2,
                            (shorter - picture->height) / 2);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (whole);
  cairo_surface_flush (square);
  pixels = g_bytes_new (cairo_image_surface_get_data (square),
                        (gsize) side * (gsize) side * 4);
  cairo_surface_destroy (square);
  return new_square (side, pixels);
}

static void
read_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = load (data, cancellable, &error);
  g_autoptr (EwPicture) picture =
      bytes ? ew_picture_decode (bytes, DECODED_SIDE, cancellable, &error)
            : NULL;

  if (picture)
    g_task_return_pointer (task, cut (picture),
                           (GDestroyNotify) ew_picture_unref);
  else
    g_task_return_error (task, error);
}

void
ew_portrait_read_async (GFile *file, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_work);
}

EwPicture *
ew_portrait_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static cairo_status_t
append_cb (gpointer all, const guchar *bytes, guint length)
{
  g_byte_array_append (all, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
ew_portrait_to_png (EwPicture *portrait)
{
  GByteArray *all = g_byte_array_new ();
  cairo_surface_t *surface;

  g_return_val_if_fail (portrait != NULL, NULL);

  surface = ew_picture_surface (portrait);
  cairo_surface_write_to_png_stream (surface, append_cb, all);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (all);
}
