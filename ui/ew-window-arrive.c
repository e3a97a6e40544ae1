/* Our own objects coming in, from the clipboard or from a drag, with what they
 * mention. */
#include "ew-window-private.h"

#include "ew-clip-assets.h"
#include "ew-clip.h"

#include <glib/gi18n-lib.h>

/* --- Bytes -------------------------------------------------------------- */

typedef struct {
  EwWindow *window;
  EwWindowRead done;
  gpointer data;
} Reading;

static void
finish (Reading *reading, GBytes *bytes, const GError *error)
{
  reading->done (reading->window, bytes, error, reading->data);
  g_object_unref (reading->window);
  g_free (reading);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result,
                                     &error) >= 0)
    bytes = g_memory_output_stream_steal_as_bytes (memory);
  finish (data, bytes, error);
}

static GInputStream *
open_finish (GObject *source, GAsyncResult *result, GError **error)
{
  const char *mime = NULL;

  return GDK_IS_DROP (source)
             ? gdk_drop_read_finish (GDK_DROP (source), result, &mime, error)
             : gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &mime,
                                          error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = open_finish (source, result, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream != NULL)
    g_output_stream_splice_async (memory, stream,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                      G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, spliced_cb, data);
  else
    finish (data, NULL, error);
}

void
ew_window_read (EwWindow *window, GObject *from, const char **mimes,
                EwWindowRead done, gpointer data)
{
  Reading *reading = g_new (Reading, 1);

  *reading = (Reading){ g_object_ref (window), done, data };
  if (GDK_IS_DROP (from))
    gdk_drop_read_async (GDK_DROP (from), mimes, G_PRIORITY_DEFAULT, NULL,
                         opened_cb, reading);
  else
    gdk_clipboard_read_async (GDK_CLIPBOARD (from), mimes, G_PRIORITY_DEFAULT,
                              NULL, opened_cb, reading);
}

/* --- Objects ------------------------------------------------------------ */

typedef struct {
  GObject *from; /* GdkClipboard or GdkDrop */
  char *board; /* that they came to */
  GPtrArray *objects; /* once they are read */
  EwPoint at;
} Arrival;

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  if (GDK_IS_DROP (arrival->from))
    gdk_drop_finish (GDK_DROP (arrival->from),
                     arrival->objects != NULL ? GDK_ACTION_COPY : 0);
  g_object_unref (arrival->from);
  g_clear_pointer (&arrival->objects, g_ptr_array_unref);
  g_free (arrival->board);
  g_free (arrival);
}

void
ew_window_apply_pasted (EwWindow *window, EwEdit *edit, GPtrArray *ids)
{
  g_autoptr (GPtrArray) owned = ids;

  if (!ew_window_apply (window, edit, 0))
    return;
  ew_selection_set (window->selection, owned);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

/* Meanwhile another board may show. */
static void
put (EwWindow *window, gpointer data)
{
  Arrival *arrival = data;
  GPtrArray *ids = NULL;
  EwEdit *edit;

  if (ew_window_board (window) == NULL ||
      g_strcmp0 (arrival->board, window->board) != 0)
    return;
  edit = ew_clip_paste (ew_window_board (window), arrival->objects, arrival->at,
                        &ids);
  ew_window_apply_pasted (window, edit, ids);
}

static void
put_all (EwWindow *window, Arrival *arrival)
{
  ew_window_with_identity (window, put, arrival, arrival_free);
}

/* --- What they mention -------------------------------------------------- */

typedef struct {
  EwWindow *window;
  Arrival *arrival;
} Waiting;

static Waiting *
waiting_new (EwWindow *window, Arrival *arrival)
{
  Waiting *waiting = g_new (Waiting, 1);

  *waiting = (Waiting){ g_object_ref (window), arrival };
  return waiting;
}

/* Without a picture, its place is still right. */
static void
go_on (Waiting *waiting, const GError *error)
{
  if (error != NULL && waiting->window->canvas != NULL)
    ew_window_say (waiting->window, error->message);
  if (waiting->window->canvas != NULL)
    put_all (waiting->window, waiting->arrival);
  else
    arrival_free (waiting->arrival);
  g_object_unref (waiting->window);
  g_free (waiting);
}

static void
unpacked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ew_session_unpack_assets_finish (EW_SESSION (source), result, &error);
  go_on (data, error);
}

static void
pack_read_cb (EwWindow *window, GBytes *pack, const GError *error,
              gpointer data)
{
  Waiting *waiting = waiting_new (window, data);

  if (pack == NULL || window->canvas == NULL)
    go_on (waiting, error);
  else
    ew_session_unpack_assets_async (window->session, pack, NULL, unpacked_cb,
                                    waiting);
}

static GdkContentFormats *
formats_of (GObject *from)
{
  return GDK_IS_DROP (from) ? gdk_drop_get_formats (GDK_DROP (from))
                            : gdk_clipboard_get_formats (GDK_CLIPBOARD (from));
}

static void
missing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  const char *mimes[] = { EW_CLIP_ASSETS_MIME, NULL };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) missing =
      ew_session_find_missing_finish (EW_SESSION (source), result, &error);
  GObject *from = waiting->arrival->from;

  if (missing == NULL || *missing == NULL ||
      !gdk_content_formats_contain_mime_type (formats_of (from),
                                              EW_CLIP_ASSETS_MIME)) {
    go_on (waiting, error);
    return;
  }
  ew_window_read (waiting->window, from, mimes, pack_read_cb, waiting->arrival);
  g_object_unref (waiting->window);
  g_free (waiting);
}

static void
look_at (EwWindow *window, Arrival *arrival)
{
  g_auto (GStrv) names = ew_clip_asset_names (arrival->objects);

  if (*names == NULL)
    put_all (window, arrival);
  else
    ew_session_find_missing_async (window->session, (const char *const *) names,
                                   NULL, missing_cb,
                                   waiting_new (window, arrival));
}

static void
objects_read_cb (EwWindow *window, GBytes *bytes, const GError *error,
                 gpointer data)
{
  Arrival *arrival = data;
  g_autoptr (GError) refused = NULL;
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (bytes != NULL && window->canvas != NULL)
    arrival->objects =
        ew_clip_read (text != NULL ? text : "", length, &refused);
  if (arrival->objects != NULL) {
    look_at (window, arrival);
    return;
  }
  if (window->canvas != NULL)
    ew_window_say (window, error != NULL ? error->message : refused->message);
  arrival_free (arrival);
}

void
ew_window_take_objects (EwWindow *window, GObject *from, EwPoint at)
{
  const char *mimes[] = { EW_CLIP_MIME, NULL };
  Arrival *arrival = g_new0 (Arrival, 1);

  *arrival =
      (Arrival){ g_object_ref (from), g_strdup (window->board), NULL, at };
  ew_window_read (window, from, mimes, objects_read_cb, arrival);
}
