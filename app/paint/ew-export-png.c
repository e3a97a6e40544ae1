#include "ew-export.h"

#include "ew-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>

/* What programs that show pictures can be trusted with, px. */
#define SIDE_MAX 32000
#define PIXELS_MAX 200e6
#define THREADS_MAX 8
/* Rows that are worth a thread of their own. */
#define BAND_MIN 64

#define BYTES 3 /* of a pixel in the file: red, green, blue */

G_DEFINE_QUARK (ew - export - error - quark, ew_export_error)

typedef struct {
  const EwExport *export;
  int width, height;
  double scale;
  guchar *rows; /* as the file has them */
  GMutex lock; /* on the source of images */
} Picture;

/* Some rows of it, painted by one thread. */
typedef struct {
  Picture *picture;
  int top, height;
  cairo_status_t status;
} Band;

EwExport
ew_export_all (const EwBoard *board)
{
  EwRect area = ew_board_extent (board);

  area.w = MAX (area.w, 1);
  area.h = MAX (area.h, 1);
  return (EwExport){ .board = board,
                     .area = area,
                     .palette = ew_palette_get (EW_SCHEME_LIGHT) };
}

static cairo_surface_t *
image_cb (const char *asset, double side, const char **reason, gpointer data)
{
  Picture *picture = data;
  const EwCairoImages *images = &picture->export->images;
  cairo_surface_t *surface;

  g_mutex_lock (&picture->lock);
  surface = images->get (asset, side, reason, images->data);
  g_mutex_unlock (&picture->lock);
  return surface;
}

static void
paint (Band *band, cairo_t *cr)
{
  Picture *picture = band->picture;
  const EwExport *export = picture->export;
  EwColor paper = export->palette->canvas;
  EwRect area = { export->area.x, export->area.y + band->top / picture->scale,
                  export->area.w, band->height / picture->scale };
  EwPen *pen = ew_cairo_pen_new (cr, export->palette, picture->scale);

  if (export->images.get)
    ew_cairo_pen_set_images (pen, &(EwCairoImages){ image_cb, picture });
  cairo_set_source_rgb (cr, paper.r, paper.g, paper.b);
  cairo_paint (cr);
  cairo_scale (cr, picture->scale, picture->scale);
  cairo_translate (cr, -area.x, -area.y);
  ew_paint_objects (pen, export->board, area);
  ew_cairo_pen_free (pen);
}

/* From cairo's words of 32 bits to bytes. */
static void
pack (const Band *band, cairo_surface_t *surface)
{
  int width = band->picture->width;
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guchar *to = band->picture->rows + (gsize) band->top * width * BYTES;

  for (int y = 0; y < band->height; y++) {
    const guint32 *from = (const guint32 *) (gpointer) (data + y * stride);

    for (int x = 0; x < width; x++) {
      *to++ = (guchar) (from[x] >> 16);
      *to++ = (guchar) (from[x] >> 8);
      *to++ = (guchar) from[x];
    }
  }
}

static gpointer
paint_band (gpointer data)
{
  Band *band = data;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, band->picture->width, band->height);
  cairo_t *cr = cairo_create (surface);

  paint (band, cr);
  cairo_surface_flush (surface);
  band->status = cairo_status (cr);
  if (band->status == CAIRO_STATUS_SUCCESS)
    pack (band, surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return NULL;
}

/* Bands are as many as threads; the first is painted by this one. */
static cairo_status_t
paint_bands (Picture *picture)
{
  GThread *threads[THREADS_MAX] = { NULL };
  Band bands[THREADS_MAX];
  int n = CLAMP (picture->height / BAND_MIN, 1,
                 (int) MIN (g_get_num_processors (), THREADS_MAX));
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  for (int i = 0; i < n; i++) {
    int top = picture->height * i / n;

    bands[i] = (Band){ .picture = picture,
                       .top = top,
                       .height = picture->height * (i + 1) / n - top };
    if (i > 0)
      threads[i] = g_thread_new ("ew-export", paint_band, &bands[i]);
  }
  paint_band (&bands[0]);
  for (int i = 0; i < n; i++) {
    if (threads[i])
      g_thread_join (threads[i]);
    status = status ? status : bands[i].status;
  }
  return status;
}

/* A board is flat colours: unfiltered rows are the quickest to pack, and the
 * smallest besides. */
static GBytes *
encode (const Picture *picture, GError **error)
{
  png_image image = { .version = PNG_IMAGE_VERSION,
                      .width = (png_uint_32) picture->width,
                      .height = (png_uint_32) picture->height,
                      .format = PNG_FORMAT_RGB,
                      .flags = PNG_IMAGE_FLAG_FAST };
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX (image);
  guchar *bytes = g_malloc (size);

  if (!png_image_write_to_memory (&image, bytes, &size, 0, picture->rows, 0,
                                  NULL)) {
    g_set_error_literal (error, EW_EXPORT_ERROR, EW_EXPORT_ERROR_FAILED,
                         image.message);
    g_free (bytes);
    return NULL;
  }
  return g_bytes_new_take (g_realloc (bytes, size), size);
}

static bool
find_size (Picture *picture, int width, GError **error)
{
  EwRect area = picture->export->area;
  double height;

  picture->scale = width / area.w;
  height = MAX (1, ceil (area.h * picture->scale));
  if (height > SIDE_MAX || width > SIDE_MAX || height * width > PIXELS_MAX) {
    g_set_error (error, EW_EXPORT_ERROR, EW_EXPORT_ERROR_SIZE,
                 _ ("A picture %d px wide would be %.0f px high. Please choose "
                    "a smaller one."),
                 width, height);
    return false;
  }
  picture->width = width;
  picture->height = (int) height;
  return true;
}

GBytes *
ew_export_png (const EwExport *export, int width, GError **error)
{
  Picture picture = { .export = export };
  cairo_status_t status;
  GBytes *bytes = NULL;

  g_return_val_if_fail (export != NULL, NULL);
  g_return_val_if_fail (!ew_rect_is_empty (export->area) && width > 0, NULL);

  if (!find_size (&picture, width, error))
    return NULL;
  g_mutex_init (&picture.lock);
  picture.rows = g_malloc ((gsize) picture.width * picture.height * BYTES);
  status = paint_bands (&picture);
  if (status == CAIRO_STATUS_SUCCESS)
    bytes = encode (&picture, error);
  else
    g_set_error_literal (error, EW_EXPORT_ERROR, EW_EXPORT_ERROR_FAILED,
                         cairo_status_to_string (status));
  g_free (picture.rows);
  g_mutex_clear (&picture.lock);
  return bytes;
}
