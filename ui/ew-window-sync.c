/* Saving and sharing. */
#include "ew-window-private.h"

#include "ew-error.h"
#include "ew-share-dialog.h"

#include <glib/gi18n-lib.h>

static bool
is_shared (EwWindow *window)
{
  return *ew_session_remote (window->session) != '\0';
}

/* As the person wants it, from now on. */
static void
follow_settings (EwWindow *window)
{
  bool on = g_settings_get_boolean (window->settings, "sync-automatically");
  guint minutes = g_settings_get_int (window->settings, "sync-minutes");

  if (!window->is_closing)
    ew_session_set_auto_sync (window->session, on ? minutes * 60 : 0);
}

void
ew_window_sync_init (EwWindow *window)
{
  g_signal_connect_object (window->settings, "changed::sync-automatically",
                           G_CALLBACK (follow_settings), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->settings, "changed::sync-minutes",
                           G_CALLBACK (follow_settings), window,
                           G_CONNECT_SWAPPED);
  follow_settings (window);
  ew_session_watch (window->session);
}

/* The pill tells the state; here is only what else changes with it. */
void
ew_window_state_changed (EwWindow *window)
{
  EwSessionState state = ew_session_state (window->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.cancel-sync",
                                 state.phase == EW_SYNC_RUNNING);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (window), "win.accept-rewritten",
      g_error_matches (state.error, EW_ERROR, EW_ERROR_REWRITTEN));
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (ew_session_commit_finish (window->session, result, &error))
    ew_window_say (window, _ ("Saved on this computer"));
  else
    ew_window_say (window, error->message);
}

static void
tell_received (EwWindow *window, guint received)
{
  g_autofree char *sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u version came in from others",
                   "%u versions came in from others", received),
      received);

  ew_window_say (window, sentence);
}

static void
synced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;
  g_autoptr (GError) error = NULL;
  guint received = 0, published = 0;

  if (!ew_session_sync_finish (window->session, result, &received, &published,
                               &error)) {
    if (!g_error_matches (error, EW_ERROR, EW_ERROR_CANCELLED) &&
        !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      ew_window_say (window, error->message);
  } else if (received > 0) {
    tell_received (window, received);
  }
}

static void
sync_now (EwWindow *window, gpointer data)
{
  if (is_shared (window))
    ew_session_sync_async (window->session, synced_cb, g_object_ref (window));
  else
    ew_session_commit_async (window->session, committed_cb,
                             g_object_ref (window));
}

static void
sync_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_with_identity (EW_WINDOW (widget), sync_now, NULL, NULL);
}

static void
accept_rewritten_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  ew_session_sync_as_async (window->session, EW_SYNC_ACCEPT_REWRITTEN,
                            synced_cb, g_object_ref (window));
}

static void
cancel_sync_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_session_cancel_sync (EW_WINDOW (widget)->session);
}

static void
shared_cb (GtkWidget *dialog, EwWindow *window)
{
  ew_window_say (window, _ ("The workspace is shared"));
}

static void
ask_share (EwWindow *window, gpointer data)
{
  GtkWidget *dialog =
      ew_share_dialog_new (GTK_WINDOW (window), window->session);

  g_signal_connect_object (dialog, "shared", G_CALLBACK (shared_cb), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
share_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_with_identity (EW_WINDOW (widget), ask_share, NULL, NULL);
}

void
ew_window_sync_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.sync", NULL, sync_cb);
  gtk_widget_class_install_action (class, "win.cancel-sync", NULL,
                                   cancel_sync_cb);
  gtk_widget_class_install_action (class, "win.accept-rewritten", NULL,
                                   accept_rewritten_cb);
  gtk_widget_class_install_action (class, "win.share", NULL, share_cb);
}
