#include "ew-join-dialog.h"

#include "ew-error.h"
#include "ew-folder-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _EwJoinDialog {
  AdwWindow parent;
  char *shelf;
  GCancellable *cancellable; /* while it is being fetched */
  GtkWidget *url, *inside, *branch, *folder, *found, *status, *progress;
  GPtrArray *rows; /* in `found`, which owns them */
};

G_DEFINE_FINAL_TYPE (EwJoinDialog, ew_join_dialog, ADW_TYPE_WINDOW)

static char *
text_in (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* What stands there while it is folded away was not meant.
 * Returns: (transfer full) (nullable). */
static char *
choice_in (EwJoinDialog *dialog, GtkWidget *row)
{
  g_autofree char *text = text_in (row);
  bool is_open =
      adw_expander_row_get_expanded (ADW_EXPANDER_ROW (dialog->inside));

  return is_open && *text ? g_steal_pointer (&text) : NULL;
}

static void
say (EwJoinDialog *dialog, const char *sentence, bool is_error)
{
  gtk_label_set_text (GTK_LABEL (dialog->status), sentence);
  gtk_widget_set_visible (dialog->status, *sentence != '\0');
  if (is_error)
    gtk_widget_add_css_class (dialog->status, "error");
  else
    gtk_widget_remove_css_class (dialog->status, "error");
}

static void
set_busy (EwJoinDialog *dialog, bool busy)
{
  gtk_widget_set_visible (dialog->progress, busy);
  gtk_widget_set_sensitive (dialog->url, !busy);
  gtk_widget_set_sensitive (dialog->inside, !busy);
  gtk_widget_set_sensitive (dialog->found, !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "join.start", !busy);
  if (busy)
    return;
  g_clear_object (&dialog->cancellable);
  gtk_widget_grab_focus (dialog->url);
}

/* What was found at another address is not there at this one. */
static void
forget_found (EwJoinDialog *dialog)
{
  for (guint i = 0; i < dialog->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (dialog->found),
                                  dialog->rows->pdata[i]);
  g_ptr_array_set_size (dialog->rows, 0);
  gtk_widget_set_visible (dialog->found, FALSE);
}

static void
changed_cb (GtkEditable *row, EwJoinDialog *dialog)
{
  g_autofree char *url = text_in (dialog->url);

  forget_found (dialog);

  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "join.start",
                                 *url != '\0');
  say (dialog, "", false);
}

/* A folder on the shelf that is not there yet, named after the address. */
static char *
new_folder (EwJoinDialog *dialog, const char *url)
{
  g_autofree char *last = g_path_get_basename (url);
  const char *colon = strrchr (last, ':');
  g_autofree char *name = g_strdup (colon ? colon + 1 : last);
  char *dir;

  if (g_str_has_suffix (name, ".git"))
    name[strlen (name) - 4] = '\0';
  g_strcanon (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_", '-');
  dir = g_build_filename (dialog->shelf, *name ? name : "workspace", NULL);
  for (int i = 2; g_file_test (dir, G_FILE_TEST_EXISTS); i++) {
    g_free (dir);
    dir = g_strdup_printf ("%s/%s-%d", dialog->shelf, name, i);
  }
  return dir;
}

/* The dialog is held until cloned_cb(), which comes after the last of these. */
static void
progress_cb (double fraction, const char *what, gpointer data)
{
  EwJoinDialog *dialog = data;

  say (dialog, what, false);
  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (dialog->progress));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (dialog->progress),
                                   MIN (fraction, 1));
}

static void start_in (EwJoinDialog *dialog, const char *folder);

static void
chosen_cb (AdwActionRow *row, EwJoinDialog *dialog)
{
  g_autofree char *folder =
      g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  start_in (dialog, folder);
}

static void
offer (EwJoinDialog *dialog, const char *folder)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), folder);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (chosen_cb), dialog, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (dialog->found), row);
  g_ptr_array_add (dialog->rows, row);
}

static void
offer_all (EwJoinDialog *dialog, GPtrArray *folders)
{
  forget_found (dialog);
  for (guint i = 0; i < folders->len; i++)
    offer (dialog, folders->pdata[i]);
  gtk_widget_set_visible (dialog->found, TRUE);
  gtk_widget_grab_focus (dialog->rows->pdata[0]);
  say (dialog, "", false);
}

static void
cloned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwJoinDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwSession) session = ew_session_open_finish (result, &error);

  set_busy (dialog, false);
  if (session != NULL) {
    g_signal_emit_by_name (dialog, "joined", session);
    gtk_window_destroy (GTK_WINDOW (dialog));
    return;
  }
  if (g_error_matches (error, EW_ERROR, EW_ERROR_CHOOSE))
    offer_all (dialog, ew_session_join_found (result));
  else if (g_error_matches (error, EW_ERROR, EW_ERROR_CANCELLED) ||
           g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (dialog, "", false);
  else
    say (dialog, error->message, true);
}

static void
start_in (EwJoinDialog *dialog, const char *folder)
{
  g_autofree char *url = text_in (dialog->url);
  g_autofree char *branch = choice_in (dialog, dialog->branch);
  g_autofree char *dir = NULL;
  EwPlace place = { url, branch, folder };

  if (*url == '\0' || dialog->cancellable != NULL)
    return;
  dir = new_folder (dialog, url);
  dialog->cancellable = g_cancellable_new ();
  set_busy (dialog, true);
  say (dialog, _ ("Connecting…"), false);

  ew_session_join_async (&place, dir, progress_cb, dialog, dialog->cancellable,
                         cloned_cb, g_object_ref (dialog));
}

static void
start (EwJoinDialog *dialog)
{
  g_autofree char *folder = choice_in (dialog, dialog->folder);

  start_in (dialog, folder);
}

static void
start_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (EW_JOIN_DIALOG (widget));
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwJoinDialog *dialog = EW_JOIN_DIALOG (widget);

  if (dialog->cancellable != NULL)
    g_cancellable_cancel (dialog->cancellable);
  else
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_folder_choice_open (GTK_WINDOW (widget), _ ("Folder of the Workspace"),
                         GTK_EDITABLE (EW_JOIN_DIALOG (widget)->url));
}

static gboolean
close_request (GtkWindow *window)
{
  EwJoinDialog *dialog = EW_JOIN_DIALOG (window);

  if (dialog->cancellable != NULL)
    g_cancellable_cancel (dialog->cancellable);
  return GTK_WINDOW_CLASS (ew_join_dialog_parent_class)->close_request (window);
}

static void
finalize (GObject *object)
{
  EwJoinDialog *dialog = EW_JOIN_DIALOG (object);

  g_clear_object (&dialog->cancellable);
  g_ptr_array_unref (dialog->rows);
  g_free (dialog->shelf);
  G_OBJECT_CLASS (ew_join_dialog_parent_class)->finalize (object);
}

static void
ew_join_dialog_class_init (EwJoinDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = finalize;
  GTK_WINDOW_CLASS (class)->close_request = close_request;
  g_signal_new ("joined", EW_TYPE_JOIN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, EW_TYPE_SESSION);
  gtk_widget_class_install_action (widget_class, "join.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "join.cancel", NULL,
                                   cancel_cb);
  gtk_widget_class_install_action (widget_class, "join.choose", NULL,
                                   choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "join.cancel", NULL);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/dialogs/ew-join-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EwJoinDialog, url);
  gtk_widget_class_bind_template_child (widget_class, EwJoinDialog, inside);
  gtk_widget_class_bind_template_child (widget_class, EwJoinDialog, branch);
  gtk_widget_class_bind_template_child (widget_class, EwJoinDialog, folder);
  gtk_widget_class_bind_template_child (widget_class, EwJoinDialog, found);
  gtk_widget_class_bind_template_child (widget_class, EwJoinDialog, status);
  gtk_widget_class_bind_template_child (widget_class, EwJoinDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start);
}

static void
ew_join_dialog_init (EwJoinDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  dialog->rows = g_ptr_array_new ();
  changed_cb (NULL, dialog);
}

GtkWidget *
ew_join_dialog_new (GtkWindow *parent, const char *shelf)
{
  EwJoinDialog *dialog;

  g_return_val_if_fail (shelf != NULL, NULL);

  dialog = g_object_new (EW_TYPE_JOIN_DIALOG, "transient-for", parent, NULL);
  dialog->shelf = g_strdup (shelf);
  gtk_window_set_focus (GTK_WINDOW (dialog), dialog->url);
  return GTK_WIDGET (dialog);
}
