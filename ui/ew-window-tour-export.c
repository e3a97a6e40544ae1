/* A walkthrough goes out as a film, as pages, or as captions. */
#include "ew-window-private.h"

#include "ew-picture-source.h"
#include "ew-session-assets.h"
#include "ew-task-bar.h"
#include "ew-tour-export-dialog.h"
#include "ew-tour-file.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

/* How often the bar is told, ms. */
#define STEP 100
#define NAME_MAX_CHARS 80

/* One on its way.  The worker reads it, and writes done. */
typedef struct {
  EwWindow *window;
  EwSession *session;
  EwObject *object;
  EwBoard *board; /* as it was recorded, else as it is */
  EwScheme scheme;
  char *path;
  GCancellable *cancellable;
  guint source; /* timeout: the bar */
  int done; /* thousandths, atomic */
} Export;

struct _EwWindowExport {
  EwTaskBar *bar;
  Export *now; /* NULL while nothing goes out */
};

static void
export_free (Export *export)
{
  g_clear_handle_id (&export->source, g_source_remove);
  g_object_unref (export->window);
  g_object_unref (export->session);
  g_object_unref (export->cancellable);
  ew_object_unref (export->object);
  g_clear_pointer (&export->board, ew_board_unref);
  g_free (export->path);
  g_free (export);
}

/* --- The worker --------------------------------------------------------- */

static void
progress_cb (double fraction, gpointer data)
{
  Export *export = data;

  g_atomic_int_set (&export->done, (int) (fraction * 1000));
}

/* "" is no asset, and no error. */
static bool
get (const Export *export, const char *asset, GBytes **bytes, GError **error)
{
  if (*asset == '\0')
    return true;
  *bytes = ew_session_get_asset (export->session, asset, error);
  return *bytes != NULL;
}

static EwTour *
gather (const Export *export, GError **error)
{
  const EwWalkthrough *walk = ew_walkthrough_from_object (export->object);
  const char *film = ew_tour_form_ending (EW_TOUR_FILE_FILM);
  const char *sound = g_str_has_suffix (export->path, film) ? walk->asset : "";
  g_autoptr (GBytes) track = NULL, heard = NULL;

  if (!get (export, walk->track, &track, error) ||
      !get (export, sound, &heard, error))
    return NULL;
  return ew_tour_new (walk, track, heard);
}

static bool
write_file (Export *export, GError **error)
{
  g_autoptr (EwTour) tour = gather (export, error);
  g_autoptr (EwPictureSource) source =
      ew_picture_source_new (export->session, EW_PICTURE_ROOM);
  const EwFilm film = {
    .tour = tour,
    .board = export->board,
    .images = ew_picture_source_images (source),
    .scheme = export->scheme,
    .progress = progress_cb,
    .data = export,
  };

  return tour != NULL &&
         ew_tour_file_write (&film, export->path, export->cancellable, error);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- The end ------------------------------------------------------------ */

static void
refresh (EwWindow *window)
{
  bool runs = window->exporting->now != NULL;

  gtk_widget_set_visible (GTK_WIDGET (window->exporting->bar), runs);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.export-cancel",
                                 runs);
}

static void
report (EwWindow *window, const Export *export, const GError *error)
{
  g_autofree char *name = g_path_get_basename (export->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *sentence = NULL;

  if (error == NULL)
    sentence = g_strdup_printf (_ ("“%s” is written"), shown);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sentence = g_strdup (_ ("Nothing was exported"));
  else
    sentence =
        g_strdup_printf (_ ("“%s” was not written: %s"), shown, error->message);
  ew_window_say (window, sentence);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  EwWindow *window = export->window;
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_application_release (g_application_get_default ());
  if (window->exporting != NULL) {
    window->exporting->now = NULL;
    refresh (window);
    report (window, export, error);
  }
  export_free (export);
}

/* --- The beginning ------------------------------------------------------ */

static gboolean
show_progress_cb (gpointer data)
{
  Export *export = data;
  int done = g_atomic_int_get (&export->done);

  if (export->window->exporting != NULL)
    ew_task_bar_set_fraction (export->window->exporting->bar,
                              done > 0 ? done / 1000.0 : -1);
  return G_SOURCE_CONTINUE;
}

/* The program stays until it has ended, so that no half a file stays. */
static void
run (Export *export)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, export);

  g_application_hold (g_application_get_default ());
  export->source = g_timeout_add (STEP, show_progress_cb, export);
  g_task_set_task_data (task, export, NULL);
  g_task_run_in_thread (task, work);
}

static void
loaded_cb (EwWindow *window, EwBoard *board, bool exact, gpointer data)
{
  Export *export = data;
  const EwBoard *now =
      window->exporting != NULL ? ew_window_board (window) : NULL;

  export->board = board;
  if (export->board == NULL && now != NULL)
    export->board = ew_board_snapshot (now);
  if (export->board != NULL) {
    run (export);
    return;
  }
  if (window->exporting != NULL)
    window->exporting->now = NULL;
  export_free (export);
}

/* As it was recorded, as far as anybody knows. */
static void
begin (EwWindow *window, Export *export)
{
  const EwWalkthrough *walk = ew_walkthrough_from_object (export->object);
  g_autofree char *name = g_path_get_basename (export->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *title = g_strdup_printf (_ ("Exporting “%s”"), shown);

  window->exporting->now = export;
  ew_task_bar_begin (window->exporting->bar, title);
  refresh (window);
  ew_window_load_recorded (window, walk, export->cancellable, loaded_cb,
                           export);
}

/* --- Where to ----------------------------------------------------------- */

/* What the person wants; hangs on the dialogs. */
typedef struct {
  EwObject *object;
  EwTourForm form;
  bool dark;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  ew_object_unref (wish->object);
  g_free (wish);
}

static EwScheme
scheme_of (bool dark)
{
  bool contrast =
      adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  if (contrast)
    return dark ? EW_SCHEME_DARK_CONTRAST : EW_SCHEME_LIGHT_CONTRAST;
  return dark ? EW_SCHEME_DARK : EW_SCHEME_LIGHT;
}

/* With its ending; NULL when that would be another file, which was not asked
 * about, or no file at all.  Returns: (transfer full) (nullable). */
static char *
path_for (EwWindow *window, GFile *file, EwTourForm form)
{
  const char *ending = ew_tour_form_ending (form);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *whole = NULL;

  if (path == NULL) {
    ew_window_say (window, _ ("That is no folder of this computer"));
    return NULL;
  }
  if (g_str_has_suffix (path, ending))
    return g_steal_pointer (&path);
  whole = g_strconcat (path, ending, NULL);
  if (!g_file_test (whole, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&whole);
  ew_window_say (window, _ ("A file of this name is there already. Choose "
                            "that one to replace it."));
  return NULL;
}

static void
export_to (EwWindow *window, const Wish *wish, GFile *file)
{
  g_autofree char *path = path_for (window, file, wish->form);
  Export *export;

  if (path == NULL || window->exporting->now != NULL ||
      ew_window_board (window) == NULL)
    return;
  export = g_new0 (Export, 1);
  export->window = g_object_ref (window);
  export->session = g_object_ref (window->session);
  export->object = ew_object_ref (wish->object);
  export->scheme = scheme_of (wish->dark);
  export->path = g_steal_pointer (&path);
  export->cancellable = g_cancellable_new ();
  begin (window, export);
}

/* What is no letter of a file's name becomes one.  Returns: (transfer full). */
static char *
file_name (const EwWalkthrough *walk, EwTourForm form)
{
  const char *title = *walk->title ? walk->title : _ ("Walkthrough");
  g_autofree char *cut = g_utf8_substring (
      title, 0, MIN (g_utf8_strlen (title, -1), NAME_MAX_CHARS));

  g_strdelimit (cut, "/\\:*?\"<>|\n\r\t", '-');
  if (*cut == '.')
    *cut = '-';
  return g_strconcat (cut, ew_tour_form_ending (form), NULL);
}

/* GtkFileDialog would be newer; GTK 4.8 has only this. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
place_cb (GtkNativeDialog *dialog, int response, EwWindow *window)
{
  const Wish *wish = g_object_get_data (G_OBJECT (dialog), "wish");
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    export_to (window, wish, file);
  if (window->canvas != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  g_object_unref (dialog);
}

static void
ask_place (EwWindow *window, Wish *wish)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Export Walkthrough"), GTK_WINDOW (window),
      GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  const EwWalkthrough *walk = ew_walkthrough_from_object (wish->object);
  g_autofree char *name = file_name (walk, wish->form);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), "wish", wish, wish_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (place_cb), window,
                           0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
chosen_cb (EwTourExportDialog *dialog, int form, gboolean dark,
           EwWindow *window)
{
  Wish *wish = g_object_steal_data (G_OBJECT (dialog), "wish");

  wish->form = form;
  wish->dark = dark;
  ask_place (window, wish);
}

void
ew_window_export_walkthrough (EwWindow *window, const char *id)
{
  const char *forms[] = { _ ("Film (WebM)"), _ ("Pages (PDF)"),
                          _ ("Captions (WebVTT)"), NULL };
  const EwBoard *board = ew_window_board (window);
  const EwObject *object = id && board ? ew_board_get (board, id) : NULL;
  const EwWalkthrough *walk = ew_walkthrough_from_object (object);
  Wish *wish;
  GtkWidget *dialog;

  if (walk == NULL || window->exporting->now != NULL)
    return;
  if (*walk->captions == '\0')
    forms[EW_TOUR_FILE_CAPTIONS] = NULL;
  wish = g_new0 (Wish, 1);
  wish->object = ew_object_ref ((EwObject *) object);
  dialog = ew_tour_export_dialog_new (
      GTK_WINDOW (window), forms, EW_TOUR_FILE_CAPTIONS,
      adw_style_manager_get_dark (adw_style_manager_get_default ()));
  g_object_set_data_full (G_OBJECT (dialog), "wish", wish, wish_free);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ew_window_export_captions (EwWindow *window, const char *id)
{
  const EwBoard *board = ew_window_board (window);
  const EwObject *object = id && board ? ew_board_get (board, id) : NULL;
  Wish *wish;

  if (object == NULL || window->exporting->now != NULL)
    return;
  wish = g_new0 (Wish, 1);
  wish->object = ew_object_ref ((EwObject *) object);
  wish->form = EW_TOUR_FILE_CAPTIONS;
  ask_place (window, wish);
}

/* --- The window --------------------------------------------------------- */

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_export_cancel (EW_WINDOW (widget));
}

void
ew_window_export_cancel (EwWindow *window)
{
  if (window->exporting != NULL && window->exporting->now != NULL)
    g_cancellable_cancel (window->exporting->now->cancellable);
}

void
ew_window_export_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.export-cancel", NULL, cancel_cb);
}

GtkWidget *
ew_window_export_init (EwWindow *window)
{
  window->exporting = g_new0 (EwWindowExport, 1);
  window->exporting->bar = EW_TASK_BAR (ew_task_bar_new ("win.export-cancel"));
  refresh (window);
  return GTK_WIDGET (window->exporting->bar);
}

void
ew_window_export_end (EwWindow *window)
{
  ew_window_export_cancel (window);
  g_clear_pointer (&window->exporting, g_free);
}
