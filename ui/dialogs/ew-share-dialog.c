#include "ew-share-dialog.h"

#include "ew-error.h"
#include "ew-folder-choice.h"

#include <glib/gi18n-lib.h>

struct _EwShareDialog {
  AdwWindow parent;
  EwSession *session;
  char *old_remote; /* to go back to when it does not work */
  GCancellable *probing; /* while we look whether it can be used */
  bool is_busy;
  GtkWidget *url, *status, *progress;
};

G_DEFINE_FINAL_TYPE (EwShareDialog, ew_share_dialog, ADW_TYPE_WINDOW)

static char *
url_in (EwShareDialog *dialog)
{
  return g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->url))));
}

static void
say (EwShareDialog *dialog, const char *sentence, bool is_error)
{
  gtk_label_set_text (GTK_LABEL (dialog->status), sentence);
  gtk_widget_set_visible (dialog->status, *sentence != '\0');
  if (is_error)
    gtk_widget_add_css_class (dialog->status, "error");
  else
    gtk_widget_remove_css_class (dialog->status, "error");
}

static void
set_busy (EwShareDialog *dialog, bool busy)
{
  dialog->is_busy = busy;
  gtk_widget_set_visible (dialog->progress, busy);
  gtk_widget_set_sensitive (dialog->url, !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "share.start", !busy);
  if (!busy)
    gtk_widget_grab_focus (dialog->url);
}

static void
changed_cb (GtkEditable *row, EwShareDialog *dialog)
{
  g_autofree char *url = url_in (dialog);

  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "share.start",
                                 *url != '\0');
  say (dialog, "", false);
}

static void
state_cb (EwSession *session, EwShareDialog *dialog)
{
  EwSessionState state = ew_session_state (session);

  if (!dialog->is_busy || state.phase != EW_SYNC_RUNNING)
    return;
  say (dialog, state.what != NULL ? state.what : "", false);
  if (state.fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (dialog->progress));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (dialog->progress),
                                   MIN (state.fraction, 1));
}

/* To be cancelled is nothing to speak of. */
static void
say_error (EwShareDialog *dialog, const GError *error)
{
  if (g_error_matches (error, EW_ERROR, EW_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (dialog, "", false);
  else
    say (dialog, error->message, true);
}

static void
take_back (EwShareDialog *dialog, const GError *error)
{
  set_busy (dialog, false);
  ew_session_set_remote_async (dialog->session, dialog->old_remote, NULL, NULL);
  say_error (dialog, error);
}

static void
synced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwShareDialog) dialog = data;
  g_autoptr (GError) error = NULL;

  if (!ew_session_sync_finish (dialog->session, result, NULL, NULL, &error)) {
    take_back (dialog, error);
    return;
  }
  set_busy (dialog, false);
  g_signal_emit_by_name (dialog, "shared");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
remote_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwShareDialog) dialog = data;
  g_autoptr (GError) error = NULL;

  if (ew_session_set_remote_finish (dialog->session, result, &error)) {
    ew_session_sync_async (dialog->session, synced_cb, g_object_ref (dialog));
    return;
  }
  set_busy (dialog, false);
  say (dialog, error->message, true);
}

/* Before anything is changed, whatever is missing there has been said. */
static void
probed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwShareDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *url = url_in (dialog);

  g_clear_object (&dialog->probing);
  if (!ew_session_probe_finish (dialog->session, result, &error)) {
    set_busy (dialog, false);
    say_error (dialog, error);
    return;
  }
  say (dialog, _ ("Sharing the workspace…"), false);
  ew_session_set_remote_async (dialog->session, url, remote_set_cb,
                               g_object_ref (dialog));
}

static void
start (EwShareDialog *dialog)
{
  g_autofree char *url = url_in (dialog);

  if (*url == '\0' || dialog->is_busy)
    return;
  set_busy (dialog, true);
  say (dialog, _ ("Connecting…"), false);
  dialog->probing = g_cancellable_new ();
  ew_session_probe_async (dialog->session, url, dialog->probing, probed_cb,
                          g_object_ref (dialog));
}

static void
start_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (EW_SHARE_DIALOG (widget));
}

static void
cancel (EwShareDialog *dialog)
{
  if (dialog->probing != NULL)
    g_cancellable_cancel (dialog->probing);
  else
    ew_session_cancel_sync (dialog->session);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwShareDialog *dialog = EW_SHARE_DIALOG (widget);

  if (dialog->is_busy)
    cancel (dialog);
  else
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_folder_choice_open (GTK_WINDOW (widget), _ ("Folder to Share In"),
                         GTK_EDITABLE (EW_SHARE_DIALOG (widget)->url));
}

static gboolean
close_request (GtkWindow *window)
{
  EwShareDialog *dialog = EW_SHARE_DIALOG (window);

  if (dialog->is_busy)
    cancel (dialog);
  return GTK_WINDOW_CLASS (ew_share_dialog_parent_class)
      ->close_request (window);
}

static void
finalize (GObject *object)
{
  EwShareDialog *dialog = EW_SHARE_DIALOG (object);

  g_clear_object (&dialog->session);
  g_free (dialog->old_remote);
  G_OBJECT_CLASS (ew_share_dialog_parent_class)->finalize (object);
}

static void
ew_share_dialog_class_init (EwShareDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = finalize;
  GTK_WINDOW_CLASS (class)->close_request = close_request;
  g_signal_new ("shared", EW_TYPE_SHARE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "share.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "share.cancel", NULL,
                                   cancel_cb);
  gtk_widget_class_install_action (widget_class, "share.choose", NULL,
                                   choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "share.cancel", NULL);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/dialogs/ew-share-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EwShareDialog, url);
  gtk_widget_class_bind_template_child (widget_class, EwShareDialog, status);
  gtk_widget_class_bind_template_child (widget_class, EwShareDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start);
}

static void
ew_share_dialog_init (EwShareDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  changed_cb (NULL, dialog);
}

GtkWidget *
ew_share_dialog_new (GtkWindow *parent, EwSession *session)
{
  EwShareDialog *dialog;

  g_return_val_if_fail (EW_IS_SESSION (session), NULL);

  dialog = g_object_new (EW_TYPE_SHARE_DIALOG, "transient-for", parent, NULL);
  dialog->session = g_object_ref (session);
  dialog->old_remote = g_strdup (ew_session_remote (session));
  gtk_editable_set_text (GTK_EDITABLE (dialog->url), dialog->old_remote);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (state_cb),
                           dialog, 0);
  gtk_window_set_focus (GTK_WINDOW (dialog), dialog->url);
  return GTK_WIDGET (dialog);
}
