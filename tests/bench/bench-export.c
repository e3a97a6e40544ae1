#include "bench.h"

#include "ew-board-file.h"
#include "ew-bucket.h"
#include "ew-export.h"

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

    if (buckets[i]->len > 0)
      g_string_append (all, text);
    g_ptr_array_unref (buckets[i]);
  }
  return g_file_set_contents_full (export->path, all->str, (gssize) all->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

/* The program's own exports: paint, encode, write. */
static bool
keep (Export *export, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data;
  bool is_kept;

  if (!bytes)
    return false;
  data = g_bytes_get_data (bytes, &size);
  is_kept =
      g_file_set_contents_full (export->path, data, (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
  g_bytes_unref (bytes);
  return is_kept;
}

static bool
png (Export *export, GError **error)
{
  EwExport all = ew_export_all (export->board);

  return keep (export, ew_export_png (&all, (int) export->width, error), error);
}

static bool
svg (Export *export, GError **error)
{
  EwExport all = ew_export_all (export->board);

  return keep (export, ew_export_svg (&all), error);
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
