/* A film or a sound among the files of a board is played. */
#include "ew-window-private.h"

#include "ew-error.h"
#include "ew-media-window.h"
#include "ew-media.h"
#include "ew-session-assets.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

typedef struct {
  EwWindow *window;
  char *name;
  gint64 ms;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->window);
  g_free (wish->name);
  g_free (wish);
}

static void
say_no (Wish *wish, const char *reason)
{
  g_autofree char *sentence =
      g_strdup_printf (_ ("“%s” cannot be played: %s"), wish->name, reason);

  ew_window_say (wish->window, sentence);
}

/* --- A file that GTK can open -------------------------------------------- */

static char *
write_copy (GBytes *bytes, GError **error)
{
  const char *ending = ew_media_ending (bytes);
  g_autofree char *pattern = NULL, *path = NULL;
  int fd;

  if (ending == NULL) {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_USAGE,
                         _ ("it is no film and no sound that is known."));
    return NULL;
  }
  pattern = g_strconcat ("elsewhen-XXXXXX", ending, NULL);
  fd = g_file_open_tmp (pattern, &path, error);
  if (fd < 0)
    return NULL;
  close (fd);
  return g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), error)
             ? g_steal_pointer (&path)
             : NULL;
}

static void
copy_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = write_copy (data, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wish *wish = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GFile) file = path ? g_file_new_for_path (path) : NULL;

  if (file == NULL)
    say_no (wish, error->message);
  else if (wish->window->canvas == NULL)
    g_file_delete (file, NULL, NULL);
  else
    gtk_window_present (GTK_WINDOW (ew_media_window_new (
        GTK_WINDOW (wish->window), wish->name, file, wish->ms)));
  wish_free (wish);
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wish *wish = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes =
      ew_session_get_asset_finish (EW_SESSION (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (bytes == NULL) {
    say_no (wish, error->message);
    wish_free (wish);
    return;
  }
  task = g_task_new (NULL, NULL, copied_cb, wish);
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, copy_work);
}

/* --- Which --------------------------------------------------------------- */

/* Returns: (nullable): the object that is selected, alone, when it is a card
 * with a file. */
static const EwObject *
selected (EwWindow *window)
{
  const char *id = ew_selection_single (window->selection);
  const EwBoard *board = ew_window_board (window);
  const EwObject *object = id && board ? ew_board_get (board, id) : NULL;

  return object != NULL && ew_kind_find_field (object->kind, "bytes") != NULL &&
                 *ew_object_asset (object) != '\0'
             ? object
             : NULL;
}

void
ew_window_play_asset (EwWindow *window, const EwObject *object, gint64 ms)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->window = g_object_ref (window);
  wish->ms = ms;
  wish->name = g_strdup (ew_object_get_string (object, object->kind->text));
  ew_session_get_asset_async (window->session, ew_object_asset (object), NULL,
                              got_cb, wish);
}

static void
play_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const EwObject *object = selected (EW_WINDOW (widget));

  if (object != NULL)
    ew_window_play_asset (EW_WINDOW (widget), object, 0);
}

void
ew_window_media_refresh (EwWindow *window)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.play-file",
                                 selected (window) != NULL);
}

void
ew_window_media_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.play-file", NULL, play_file_cb);
}
