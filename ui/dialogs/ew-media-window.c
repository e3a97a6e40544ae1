#include "ew-media-window.h"

#include <glib/gi18n-lib.h>

#define WIDTH 760
#define HEIGHT 500

static void
delete_file (gpointer data)
{
  g_autoptr (GFile) file = data;

  g_file_delete_async (file, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
}

static void
failed_cb (GtkMediaStream *stream, GParamSpec *pspec, AdwWindow *window)
{
  const GError *error = gtk_media_stream_get_error (stream);
  GtkWidget *page;
  g_autofree char *reason = NULL;

  if (error == NULL)
    return;
  reason = g_markup_escape_text (error->message, -1);
  page = g_object_new (
      ADW_TYPE_STATUS_PAGE, "icon-name", "dialog-warning-symbolic", "title",
      _ ("This Cannot Be Played"), "description", reason, NULL);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (adw_window_get_content (window)), page);
  gtk_widget_hide (g_object_get_data (G_OBJECT (window), "video"));
}

/* It can be sent somewhere as soon as it is known how long it is. */
static void
prepared_cb (GtkMediaStream *stream, GParamSpec *pspec, gpointer data)
{
  if (gtk_media_stream_is_prepared (stream) &&
      gtk_media_stream_is_seekable (stream))
    gtk_media_stream_seek (stream, GPOINTER_TO_SIZE (data) * 1000);
}

static GtkMediaStream *
new_stream (AdwWindow *window, GFile *file, gint64 ms)
{
  GtkMediaStream *stream = gtk_media_file_new_for_file (file);

  g_signal_connect_object (stream, "notify::error", G_CALLBACK (failed_cb),
                           window, 0);
  if (ms > 0)
    g_signal_connect (stream, "notify::prepared", G_CALLBACK (prepared_cb),
                      GSIZE_TO_POINTER (ms));
  return stream;
}

static GtkWidget *
new_video (AdwWindow *window, GtkMediaStream *stream, const char *title)
{
  GtkWidget *video = gtk_video_new_for_media_stream (stream);

  gtk_video_set_autoplay (GTK_VIDEO (video), TRUE);
  gtk_widget_set_vexpand (video, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (video),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (window), "video", video);
  return video;
}

static gboolean
escape_cb (GtkWidget *window, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return GDK_EVENT_STOP;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

GtkWidget *
ew_media_window_new (GtkWindow *parent, const char *title, GFile *file,
                     gint64 ms)
{
  GtkWidget *window =
      g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "title", title,
                    "destroy-with-parent", TRUE, "default-width", WIDTH,
                    "default-height", HEIGHT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GtkMediaStream) stream =
      new_stream (ADW_WINDOW (window), file, ms);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_box_append (GTK_BOX (box),
                  new_video (ADW_WINDOW (window), stream, title));
  add_escape (window);
  g_object_set_data_full (G_OBJECT (window), "file", g_object_ref (file),
                          delete_file);
  return window;
}
