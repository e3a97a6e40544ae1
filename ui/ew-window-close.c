/* Closing: what is pending is committed first and, where that is wanted,
 * shared.  Sharing never holds a window up: it is given a little while, and
 * whoever is in a hurry closes at once. */
#include "ew-window-private.h"

#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

/* Longer than this, and one is told why the window is still there. */
#define HINT_MS 600
/* What is not shared by then goes out next time. */
#define LAST_SYNC_SECONDS 15

static void
save_shape (EwWindow *window)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_settings_set_int (window->settings, "window-width", MAX (width, 360));
  g_settings_set_int (window->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (window->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (window)));
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (ew_session_close_finish (window->session, result, &error)) {
    gtk_window_destroy (GTK_WINDOW (window));
    return;
  }
  gtk_widget_show (GTK_WIDGET (window));
  ew_window_say (window, error->message);
}

static void
stop_waiting (EwWindow *window)
{
  g_clear_handle_id (&window->close_timeout, g_source_remove);
  g_clear_handle_id (&window->close_hint, g_source_remove);
  if (window->close_question != NULL)
    gtk_window_destroy (GTK_WINDOW (window->close_question));
  window->close_question = NULL;
}

static void
close_now (EwWindow *window)
{
  stop_waiting (window);
  gtk_widget_hide (GTK_WIDGET (window));
  ew_session_close_async (window->session, closed_cb, g_object_ref (window));
}

/* --- A last sync --------------------------------------------------------- */

static bool
has_to_share (EwWindow *window)
{
  EwSessionState state = ew_session_state (window->session);

  return g_settings_get_boolean (window->settings, "sync-on-close") &&
         ew_session_is_auto_sync (window->session) &&
         (state.phase == EW_SYNC_WAITING || state.phase == EW_SYNC_RUNNING);
}

/* However it went: the work is safe here, and the pill says so next time. */
static void
synced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;

  ew_session_sync_finish (window->session, result, NULL, NULL, NULL);
  close_now (window);
}

static gboolean
too_long_cb (gpointer data)
{
  EwWindow *window = data;

  window->close_timeout = 0;
  ew_session_cancel_sync (window->session);
  return G_SOURCE_REMOVE;
}

static void
answered_cb (GtkDialog *question, const char *answer, EwWindow *window)
{
  window->close_question = NULL;
  ew_session_cancel_sync (window->session);
}

static gboolean
hint_cb (gpointer data)
{
  EwWindow *window = data;
  GtkWidget *question = adw_message_dialog_new (
      GTK_WINDOW (window), _ ("Sharing Your Last Changes…"),
      _ ("The window closes when the others have them. Close now, and they go "
         "out next time; nothing is lost."));

  window->close_hint = 0;
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "close",
                                   _ ("Close Now"));
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb),
                           window, 0);
  window->close_question = question;
  gtk_window_present (GTK_WINDOW (question));
  return G_SOURCE_REMOVE;
}

static void
sync_and_close (EwWindow *window)
{
  window->close_hint = g_timeout_add (HINT_MS, hint_cb, window);
  window->close_timeout =
      g_timeout_add_seconds (LAST_SYNC_SECONDS, too_long_cb, window);
  ew_session_sync_as_async (window->session, EW_SYNC_IN_BACKGROUND, synced_cb,
                            g_object_ref (window));
}

gboolean
ew_window_close_request (GtkWindow *gtk_window)
{
  EwWindow *window = EW_WINDOW (gtk_window);

  if (window->is_closing) {
    /* A second time, in the midst of sharing or after a failure: meant. */
    ew_session_cancel_sync (window->session);
    return window->close_timeout != 0 ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  }
  window->is_closing = true;
  ew_window_export_cancel (window);
  save_shape (window);
  ew_canvas_stop_editing (window->canvas);
  if (has_to_share (window))
    sync_and_close (window);
  else
    close_now (window);
  return GDK_EVENT_STOP;
}
