#include "bench.h"

#include "ew-board-file.h"
#include "ew-bucket.h"
#include "ew-paint.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

typedef struct {
  EwBoard *board; /* a snapshot */
  const char *path;
  double width; /* px of a picture */
  double ms;
} Export;

typedef bool (*Write) (Export *export, GError **error);

static void
fill_buckets (const EwBoard *board, GPtrArray *buckets[EW_BUCKETS])
{
  for (guint i = 0; i < EW_BUCKETS; i++)
    buckets[i] = g_ptr_array_new ();
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);

    g_ptr_array_add (buckets[ew_bucket_of (object->id)], (gpointer) object);
  }
}

/* Every file of the board, one behind the other: the same work and the same
 * bytes, but one file to weigh. */
static bool
save (Export *export, GError **error)
{
  g_autofree char *self = ew_board_file_write (ew_board_self (export->board));
  g_autoptr (GString) all = g_string_new (self);
  GPtrArray *buckets[EW_BUCKETS];

  fill_buckets (export->board, buckets);
  for (guint i = 0; i < EW_BUCKETS; i++) {
    g_autofree char *text = ew_bucket_write (i, buckets[i]);

    g_string_append (all, text ? text : "");
    g_ptr_array_unref (buckets[i]);
  }
  return g_file_set_contents_full (export->path, all->str, (gssize) all->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

static bool
is_well (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return true;
  g_set_error_literal (error, BENCH_ERROR, 0, cairo_status_to_string (status));
  return false;
}

static cairo_status_t
paint (Export *export, cairo_surface_t *surface, EwRect area, double scale)
{
  const EwPalette *palette = ew_palette_get (EW_SCHEME_LIGHT);
  EwColor paper = palette->canvas;
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, paper.r, paper.g, paper.b);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  ew_paint_board (cr, export->board, area, palette, scale);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static bool
png (Export *export, GError **error)
{
  EwRect area = ew_board_extent (export->board);
  double scale = export->width / MAX (area.w, 1);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) export->width, (int) ceil (area.h * scale));
  cairo_status_t status = paint (export, surface, area, scale);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png (surface, export->path);
  cairo_surface_destroy (surface);
  return is_well (status, error);
}

static bool
svg (Export *export, GError **error)
{
  EwRect area = ew_board_extent (export->board);
  cairo_surface_t *surface =
      cairo_svg_surface_create (export->path, area.w, area.h);
  cairo_status_t status = paint (export, surface, area, 1);

  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return is_well (status, error);
}

static const struct {
  const char *name;
  Write write;
} formats[] = { { "save", save }, { "png", png }, { "svg", svg } };

static Write
find_format (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return formats[i].write;
  return NULL;
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  Write write = g_object_get_data (G_OBJECT (task), "write");
  GError *error = NULL;

  if (write (export, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static bool
is_done (Bench *bench, gpointer task)
{
  return g_task_get_completed (task);
}

static bool
run (Bench *bench, Export *export, Write write, GError **error)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, export, NULL);
  g_object_set_data (G_OBJECT (task), "write", write);
  g_task_run_in_thread (task, work);
  return bench_wait (bench, is_done, task, error) &&
         g_task_propagate_boolean (task, error);
}

bool
bench_export (Bench *bench, JsonObject *request, JsonObject *answer,
              GError **error)
{
  double start = bench_now ();
  g_autoptr (EwBoard) board = ew_board_snapshot (bench_live (bench));
  Export export = { .board = board,
                    .path = json_object_get_string_member (request, "path"),
                    .width = json_object_get_double_member_with_default (
                        request, "width", 2000) };
  const char *name = json_object_get_string_member (request, "cmd");

  if (!run (bench, &export, find_format (name), error))
    return false;
  json_object_set_double_member (answer, "ms", bench_now () - start);
  return true;
}
