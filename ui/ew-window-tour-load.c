/* A walkthrough is fetched before it plays. */
#include "ew-window-private.h"

#include "ew-session-assets.h"
#include "ew-window-walkthrough.h"

/* What is fetched before it plays: nothing of it is there until then. */
typedef struct {
  EwWindow *window;
  EwObject *object;
  gint64 ms;
  GBytes *track, *sound;
  GCancellable *cancellable;
  EwWindowTourLoaded loaded;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->window);
  g_object_unref (load->cancellable);
  ew_object_unref (load->object);
  g_clear_pointer (&load->track, g_bytes_unref);
  g_clear_pointer (&load->sound, g_bytes_unref);
  g_free (load);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Load *load = g_task_get_task_data (G_TASK (result));
  EwTour *tour = g_task_propagate_pointer (G_TASK (result), NULL);

  if (tour != NULL && ew_window_board (load->window) != NULL)
    load->loaded (load->window, tour, load->ms);
  else
    g_clear_pointer (&tour, ew_tour_free);
}

static void
read_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  const Load *load = data;

  g_task_return_pointer (task,
                         ew_tour_new (ew_walkthrough_from_object (load->object),
                                      load->track, load->sound),
                         (GDestroyNotify) ew_tour_free);
}

/* A big track takes its time to be read. */
static void
read_tour (Load *load)
{
  g_autoptr (GTask) task = g_task_new (NULL, load->cancellable, read_cb, NULL);

  g_task_set_task_data (task, load, load_free);
  g_task_run_in_thread (task, read_work);
}

static GBytes *
got (Load *load, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes =
      ew_session_get_asset_finish (load->window->session, result, &error);

  if (bytes == NULL && !g_cancellable_is_cancelled (load->cancellable))
    ew_window_say (load->window, error->message);
  return bytes;
}

static void
sound_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Load *load = data;

  load->sound = got (load, result);
  read_tour (load);
}

static void
get_sound (Load *load)
{
  const EwWalkthrough *walk = ew_walkthrough_from_object (load->object);

  if (*walk->asset != '\0')
    ew_session_get_asset_async (load->window->session, walk->asset,
                                load->cancellable, sound_cb, load);
  else
    read_tour (load);
}

static void
track_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Load *load = data;

  load->track = got (load, result);
  get_sound (load);
}

void
ew_window_load_tour (EwWindow *window, const EwObject *object, gint64 ms,
                     GCancellable *cancellable, EwWindowTourLoaded loaded)
{
  const EwWalkthrough *walk = ew_walkthrough_from_object (object);
  Load *load = g_new0 (Load, 1);

  load->window = g_object_ref (window);
  load->object = ew_object_ref ((EwObject *) object);
  load->ms = ms;
  load->cancellable = g_object_ref (cancellable);
  load->loaded = loaded;
  if (*walk->track != '\0')
    ew_session_get_asset_async (window->session, walk->track, cancellable,
                                track_cb, load);
  else
    get_sound (load);
}
