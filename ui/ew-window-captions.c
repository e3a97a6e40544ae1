/* What is said in a walkthrough: written, taken in, given out. */
#include "ew-window-private.h"

#include "ew-captions.h"
#include "ew-error.h"
#include "ew-verbs.h"
#include "ew-vtt.h"
#include "ew-walkthrough.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
set_captions (EwWindow *window, const char *id, const char *captions,
              guint gesture)
{
  const EwBoard *board = ew_window_board (window);
  const EwObject *object = board ? ew_board_get (board, id) : NULL;
  g_autoptr (EwObject) after = NULL;
  EwEdit *edit;

  if (ew_walkthrough_from_object (object) == NULL)
    return;
  after = ew_object_copy (object);
  ew_object_set_string (after, "captions", captions);
  edit = ew_edit_new (_ ("Change Captions"));
  ew_edit_add (edit, object, after);
  ew_window_apply (window, edit, gesture);
}

static void
change_cb (EwCaptionsPanel *panel, const char *id, const char *captions,
           guint gesture, EwWindow *window)
{
  set_captions (window, id, captions, gesture);
}

static void
seek_cb (EwCaptionsPanel *panel, const char *id, gint64 ms, EwWindow *window)
{
  ew_window_play_at (window, id, ms);
}

/* --- Shown -------------------------------------------------------------- */

void
ew_window_show_captions (EwWindow *window)
{
  adw_flap_set_reveal_flap (window->panel_flap, TRUE);
  ew_side_panel_show_page (window->side_panel, GTK_WIDGET (window->captions));
  ew_captions_panel_write (window->captions);
}

/* A card to write on; what is said makes it play. */
static void
make_card (EwWindow *window, gpointer data)
{
  const EwPoint *at = data;
  const char *const fields[] = { "title", _ ("Walkthrough"), NULL };
  const EwBoard *board = ew_window_board (window);
  g_autofree char *id = NULL;

  if (board == NULL ||
      !ew_window_apply (window,
                        ew_verb_create (board, &ew_kind_walkthrough, *at,
                                        EW_RECT_EMPTY, fields, &id),
                        0))
    return;
  ew_window_select (window, id);
  ew_window_show_captions (window);
}

void
ew_window_new_captions (EwWindow *window, EwPoint at)
{
  ew_window_with_identity (window, make_card, g_memdup2 (&at, sizeof at),
                           g_free);
}

/* --- Taken in ----------------------------------------------------------- */

typedef struct {
  char *id, *board, *path;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_free (taking->id);
  g_free (taking->board);
  g_free (taking->path);
  g_free (taking);
}

static char *
read_captions (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) captions = NULL;
  GStatBuf info;
  gsize length;

  if (g_stat (path, &info) == 0 && info.st_size > EW_VTT_MAX) {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_USAGE,
                         _ ("It is too large to be captions."));
    return NULL;
  }
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  captions = ew_vtt_read (text, length, error);
  return captions != NULL ? ew_captions_format (captions) : NULL;
}

static void
read_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  const Taking *taking = data;
  GError *error = NULL;
  char *captions = read_captions (taking->path, &error);

  if (captions != NULL)
    g_task_return_pointer (task, captions, g_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwWindow *window = EW_WINDOW (source);
  const Taking *taking = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *captions =
      g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_filename_display_basename (taking->path);
  g_autofree char *sentence = NULL;

  if (captions != NULL) {
    if (g_strcmp0 (window->board, taking->board) == 0)
      set_captions (window, taking->id, captions, 0);
    return;
  }
  sentence =
      g_strdup_printf (_ ("“%s” was not taken in: %s"), name, error->message);
  ew_window_say (window, sentence);
}

/* GtkFileDialog would be newer; GTK 4.8 has only this. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
opened_cb (GtkNativeDialog *dialog, int response, EwWindow *window)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GTask) task = NULL;
  Taking *taking;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && g_file_peek_path (file) != NULL) {
    taking = g_new0 (Taking, 1);
    taking->id = g_strdup (g_object_get_data (G_OBJECT (dialog), "id"));
    taking->board = g_strdup (window->board);
    taking->path = g_file_get_path (file);
    task = g_task_new (window, NULL, read_cb, NULL);
    g_task_set_task_data (task, taking, taking_free);
    g_task_run_in_thread (task, read_work);
  }
  g_object_unref (dialog);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const char *id = ew_captions_panel_id (window->captions);
  GtkFileChooserNative *dialog;

  if (id == NULL)
    return;
  dialog = gtk_file_chooser_native_new (
      _ ("Import Captions"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN,
      _ ("_Import"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "id", g_strdup (id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (opened_cb), window,
                           0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  ew_window_export_captions (window, ew_captions_panel_id (window->captions));
}

/* --- The window --------------------------------------------------------- */

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Import Captions…"), "win.import-captions");
  g_menu_append (menu, _ ("Export Captions…"), "win.export-captions");
  return G_MENU_MODEL (menu);
}

void
ew_window_captions_init (EwWindow *window)
{
  g_autoptr (GMenuModel) menu = new_menu ();
  GtkWidget *panel = ew_captions_panel_new (window->selection, menu);

  window->captions = EW_CAPTIONS_PANEL (panel);
  ew_side_panel_add_aside (window->side_panel, panel, _ ("Captions"));
  g_signal_connect_object (panel, "change", G_CALLBACK (change_cb), window, 0);
  g_signal_connect_object (panel, "seek", G_CALLBACK (seek_cb), window, 0);
}

void
ew_window_captions_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.import-captions", NULL,
                                   import_cb);
  gtk_widget_class_install_action (class, "win.export-captions", NULL,
                                   export_cb);
}
