/* What copying and dragging give: see ew-clip-content.h. */
#include "ew-clip-content.h"

#include "ew-clip-assets.h"
#include "ew-clip.h"
#include "ew-paint.h"

#include <math.h>

/* Of the picture, px; a large selection is painted smaller. */
#define PICTURE_MAX 4096.0
#define PICTURE_MARGIN 16.0

/* --- A picture, painted when somebody asks for it ----------------------- */

#define EW_TYPE_PICTURE (ew_picture_get_type ())
G_DECLARE_FINAL_TYPE (EwPicture, ew_picture, EW, PICTURE, GdkContentProvider)

struct _EwPicture {
  GdkContentProvider parent;
  EwBoard *board; /* as it was, without all the others */
  EwRect area;
};

G_DEFINE_FINAL_TYPE (EwPicture, ew_picture, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
ref_formats (GdkContentProvider *provider)
{
  const char *png = "image/png";

  return gdk_content_formats_new (&png, 1);
}

static cairo_status_t
write_cb (void *stream, const unsigned char *bytes, unsigned int length)
{
  return g_output_stream_write_all (stream, bytes, length, NULL, NULL, NULL)
             ? CAIRO_STATUS_SUCCESS
             : CAIRO_STATUS_WRITE_ERROR;
}

static void
paint_picture (EwPicture *picture, GOutputStream *stream)
{
  EwRect area = picture->area;
  const EwPalette *palette = ew_palette_get (EW_SCHEME_LIGHT);
  double scale = MIN (2, PICTURE_MAX / MAX (MAX (area.w, area.h), 1));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, ceil (area.w * scale), ceil (area.h * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, palette->canvas.r, palette->canvas.g,
                        palette->canvas.b);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  ew_paint_board (cr, picture->board, area, palette, scale);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, write_cb, stream);
  cairo_surface_destroy (surface);
}

static void
paint_in_thread (GTask *task, gpointer provider, gpointer stream,
                 GCancellable *cancellable)
{
  paint_picture (provider, stream);
  g_task_return_boolean (task, TRUE);
}

static void
write_mime_type_async (GdkContentProvider *provider, const char *mime,
                       GOutputStream *stream, int priority,
                       GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);

  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  g_task_run_in_thread (task, paint_in_thread);
}

static gboolean
write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result,
                        GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
picture_finalize (GObject *object)
{
  g_clear_pointer (&EW_PICTURE (object)->board, ew_board_unref);
  G_OBJECT_CLASS (ew_picture_parent_class)->finalize (object);
}

static void
ew_picture_class_init (EwPictureClass *class)
{
  GdkContentProviderClass *provider = GDK_CONTENT_PROVIDER_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = picture_finalize;
  provider->ref_formats = ref_formats;
  provider->write_mime_type_async = write_mime_type_async;
  provider->write_mime_type_finish = write_mime_type_finish;
}

static void
ew_picture_init (EwPicture *picture)
{
}

/* Of what lies on the clipboard alone: the neighbours are not in it. */
static GdkContentProvider *
new_picture (const char *json)
{
  EwPicture *picture = g_object_new (EW_TYPE_PICTURE, NULL);
  g_autoptr (GPtrArray) objects = ew_clip_read (json, strlen (json), NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  picture->board = ew_board_new_with ("picture", objects);
  for (guint i = 0; i < ew_board_size (picture->board); i++)
    g_ptr_array_add (ids, ew_board_at (picture->board, i)->id);
  picture->area =
      ew_rect_grow (ew_clip_area (picture->board, ids), PICTURE_MARGIN);
  return GDK_CONTENT_PROVIDER (picture);
}

/* --- Pictures and files, packed when somebody asks for them -------------- */

#define EW_TYPE_LUGGAGE (ew_luggage_get_type ())
G_DECLARE_FINAL_TYPE (EwLuggage, ew_luggage, EW, LUGGAGE, GdkContentProvider)

struct _EwLuggage {
  GdkContentProvider parent;
  EwSession *session;
  char **names;
};

G_DEFINE_FINAL_TYPE (EwLuggage, ew_luggage, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
luggage_ref_formats (GdkContentProvider *provider)
{
  const char *mime = EW_CLIP_ASSETS_MIME;

  return gdk_content_formats_new (&mime, 1);
}

static void
luggage_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL,
                                        &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
luggage_packed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GBytes *pack =
      ew_session_pack_assets_finish (EW_SESSION (source), result, &error);

  if (pack == NULL) {
    g_task_return_error (task, error);
    return;
  }
  /* It stays as long as it is being written. */
  g_object_set_data_full (G_OBJECT (task), "pack", pack,
                          (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (
      g_task_get_task_data (task), g_bytes_get_data (pack, NULL),
      g_bytes_get_size (pack), g_task_get_priority (task),
      g_task_get_cancellable (task), luggage_written_cb, g_object_ref (task));
}

static void
luggage_write_async (GdkContentProvider *provider, const char *mime,
                     GOutputStream *stream, int priority,
                     GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer data)
{
  EwLuggage *luggage = EW_LUGGAGE (provider);
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);

  g_task_set_priority (task, priority);
  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  ew_session_pack_assets_async (
      luggage->session, (const char *const *) luggage->names, cancellable,
      luggage_packed_cb, g_object_ref (task));
}

static void
luggage_finalize (GObject *object)
{
  g_clear_object (&EW_LUGGAGE (object)->session);
  g_clear_pointer (&EW_LUGGAGE (object)->names, g_strfreev);
  G_OBJECT_CLASS (ew_luggage_parent_class)->finalize (object);
}

static void
ew_luggage_class_init (EwLuggageClass *class)
{
  GdkContentProviderClass *provider = GDK_CONTENT_PROVIDER_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = luggage_finalize;
  provider->ref_formats = luggage_ref_formats;
  provider->write_mime_type_async = luggage_write_async;
  provider->write_mime_type_finish = write_mime_type_finish;
}

static void
ew_luggage_init (EwLuggage *luggage)
{
}

/* Returns: (nullable): NULL when nothing has to travel along. */
static GdkContentProvider *
new_luggage (EwSession *session, const EwBoard *board, GPtrArray *ids)
{
  g_autoptr (GPtrArray) objects = ew_clip_objects (board, ids);
  g_auto (GStrv) names = ew_clip_asset_names (objects);
  EwLuggage *luggage;

  if (*names == NULL)
    return NULL;
  luggage = g_object_new (EW_TYPE_LUGGAGE, NULL);
  luggage->session = g_object_ref (session);
  luggage->names = g_steal_pointer (&names);
  return GDK_CONTENT_PROVIDER (luggage);
}

/* --- All of it ---------------------------------------------------------- */

GdkContentProvider *
ew_clip_content_new (EwSession *session, const EwBoard *board, GPtrArray *ids)
{
  char *json = ew_clip_write (board, ids);
  g_autofree char *text = ew_clip_text (board, ids);
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *providers[4];
  guint n = 0;

  if (json == NULL)
    return NULL;
  providers[n++] = new_picture (json);
  providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  bytes = g_bytes_new_take (json, strlen (json));
  providers[n++] = gdk_content_provider_new_for_bytes (EW_CLIP_MIME, bytes);
  providers[n] = new_luggage (session, board, ids);
  if (providers[n] != NULL)
    n++;
  return gdk_content_provider_new_union (providers, n);
}
