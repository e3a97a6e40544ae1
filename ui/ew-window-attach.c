/* A film or a sound that lies on this computer, attached to a walkthrough. */
#include "ew-window-private.h"

#include "ew-media-length.h"
#include "ew-media.h"
#include "ew-session-assets.h"
#include "ew-verbs-asset.h"
#include "ew-walkthrough.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

/* On its way, step by step: read, looked at, measured, attached. */
typedef struct {
  EwWindow *window;
  char *board, *id; /* of the walkthrough */
  EwAsset *asset;
  GBytes *bytes; /* of it, once they were looked at */
  gint64 ms; /* how long it is; 0: nobody knows */
} Attaching;

static Attaching *
attaching_new (EwWindow *window, const char *id)
{
  Attaching *attaching = g_new0 (Attaching, 1);

  attaching->window = g_object_ref (window);
  attaching->board = g_strdup (window->board);
  attaching->id = g_strdup (id);
  return attaching;
}

static void
attaching_free (Attaching *attaching)
{
  g_clear_pointer (&attaching->asset, ew_asset_free);
  g_clear_pointer (&attaching->bytes, g_bytes_unref);
  g_object_unref (attaching->window);
  g_free (attaching->board);
  g_free (attaching->id);
  g_free (attaching);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attaching, attaching_free)

/* What was recorded on the board is its own sound. */
static bool
can_have (const EwWalkthrough *walk)
{
  return walk != NULL && *walk->track == '\0';
}

/* --- Attached ------------------------------------------------------------ */

static void
attach (const Attaching *attaching)
{
  EwWindow *window = attaching->window;
  EwEdit *edit;

  if (window->canvas == NULL || ew_window_is_read_only (window) ||
      g_strcmp0 (window->board, attaching->board) != 0)
    return;
  edit = ew_verb_attach (ew_window_board (window), attaching->id,
                         attaching->asset, (attaching->ms + 500) / 1000);
  if (edit == NULL || !ew_window_apply (window, edit, 0))
    return;
  ew_window_select (window, attaching->id);
  ew_window_offer_undo (window, _ ("Attached. A press on the card plays it."));
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Attaching) attaching = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwAsset) asset =
      ew_session_add_asset_finish (EW_SESSION (source), result, &error);

  if (asset == NULL) {
    ew_window_say (attaching->window, error->message);
    return;
  }
  g_free (attaching->asset->asset);
  attaching->asset->asset = g_steal_pointer (&asset->asset);
  attach (attaching);
}

/* Whatever it was called: what it is says how it is played. */
static void
measured_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Attaching) attaching = data;
  EwSession *session = attaching->window->session;
  GBytes *bytes = attaching->bytes;
  const char *ending = ew_media_ending (bytes);
  g_autofree char *name = NULL;

  attaching->ms = ew_media_length_finish (result);
  if (session == NULL) /* The window was closed meanwhile. */
    return;
  if (g_str_has_suffix (attaching->asset->asset, ending)) {
    attach (attaching);
    return;
  }
  name = g_strconcat ("film", ending, NULL);
  ew_session_add_bytes_async (session, bytes, name, NULL, named_cb,
                              g_steal_pointer (&attaching));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Attaching) attaching = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  attaching->bytes =
      ew_session_get_asset_finish (EW_SESSION (source), result, &error);
  if (attaching->bytes != NULL && ew_media_ending (attaching->bytes) != NULL) {
    ew_media_length_async (attaching->bytes, NULL, measured_cb, attaching);
    g_steal_pointer (&attaching);
    return;
  }
  sentence = g_strdup_printf (_ ("“%s” is no film and no sound that is known."),
                              attaching->asset->name);
  ew_window_say (attaching->window,
                 attaching->bytes ? sentence : error->message);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Attaching *attaching = data;
  g_autoptr (GError) error = NULL;

  attaching->asset =
      ew_session_add_asset_finish (EW_SESSION (source), result, &error);
  if (attaching->asset != NULL) {
    ew_session_get_asset_async (EW_SESSION (source), attaching->asset->asset,
                                NULL, looked_cb, attaching);
    return;
  }
  ew_window_say (attaching->window, error->message);
  attaching_free (attaching);
}

static void
begin (EwWindow *window, const char *id, GFile *file)
{
  ew_session_add_file_async (window->session, file, NULL, added_cb,
                             attaching_new (window, id));
}

/* --- Dropped ------------------------------------------------------------- */

/* By what it is called: what it is, is looked at when it is there. */
static bool
is_called_media (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *type = g_content_type_guess (name, NULL, 0, NULL);

  return g_content_type_is_a (type, "video/*") ||
         g_content_type_is_a (type, "audio/*");
}

bool
ew_window_attach_dropped (EwWindow *window, GSList *files, EwPoint at)
{
  const EwBoard *board = ew_window_board (window);
  double zoom = ew_canvas_view (window->canvas)->zoom;
  const EwObject *object = board ? ew_board_pick (board, at, 0, zoom) : NULL;

  if (object == NULL || !can_have (ew_walkthrough_from_object (object)) ||
      files == NULL || files->next != NULL || !is_called_media (files->data))
    return false;
  begin (window, object->id, files->data);
  return true;
}

/* --- Chosen -------------------------------------------------------------- */

/* Returns: (nullable): the one that is selected, alone, and can have one. */
static const EwWalkthrough *
selected (EwWindow *window)
{
  const char *id = ew_selection_single (window->selection);
  const EwBoard *board = ew_window_board (window);
  const EwWalkthrough *walk =
      id && board ? ew_walkthrough_from_object (ew_board_get (board, id))
                  : NULL;

  return can_have (walk) ? walk : NULL;
}

/* GtkFileDialog would be newer; GTK 4.8 has only this. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
chosen_cb (GtkNativeDialog *dialog, int response, EwWindow *window)
{
  const char *id = g_object_get_data (G_OBJECT (dialog), "id");
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && window->canvas != NULL && window->board != NULL)
    begin (window, id, file);
  if (window->canvas != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Films and sounds"));
  gtk_file_filter_add_mime_type (filter, "video/*");
  gtk_file_filter_add_mime_type (filter, "audio/*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
attach_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwWalkthrough *walk = selected (window);
  GtkFileChooserNative *dialog;

  if (walk == NULL)
    return;
  dialog = gtk_file_chooser_native_new (
      _ ("Attach a Film or Sound"), GTK_WINDOW (window),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Attach"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog));
  g_object_set_data_full (G_OBJECT (dialog), "id", g_strdup (walk->object.id),
                          g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), window,
                           0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

G_GNUC_END_IGNORE_DEPRECATIONS

/* --- The window ---------------------------------------------------------- */

void
ew_window_attach_refresh (EwWindow *window)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.attach-media",
                                 !ew_window_is_read_only (window) &&
                                     selected (window) != NULL);
}

void
ew_window_attach_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.attach-media", NULL, attach_cb);
}
