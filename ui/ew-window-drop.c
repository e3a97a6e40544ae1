/* What is dropped on the canvas, and the middle click that pastes. */
#include "ew-window-private.h"

#include "ew-clip.h"
#include "ew-window-walkthrough.h"

/* A middle button that moved further than this was a drag of the board, px. */
#define SLOP 4.0

static EwPoint
place_of (EwWindow *window, double x, double y)
{
  return ew_view_to_board (ew_canvas_view (window->canvas), (EwPoint){ x, y });
}

/* --- Our own objects ---------------------------------------------------- */

static gboolean
objects_cb (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y,
            EwWindow *window)
{
  EwPoint at = place_of (window, x, y);

  if (ew_window_is_read_only (window))
    return FALSE;
  if (!ew_window_drag_back (window, drop, at))
    ew_window_take_objects (window, G_OBJECT (drop), at);
  return TRUE;
}

static void
take_objects (EwWindow *window)
{
  const char *mime = EW_CLIP_MIME;
  GdkContentFormats *formats = gdk_content_formats_new (&mime, 1);
  GtkDropTargetAsync *target =
      gtk_drop_target_async_new (formats, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (objects_cb), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window->canvas),
                             GTK_EVENT_CONTROLLER (target));
}

/* --- What other programs have ------------------------------------------- */

/* What is ours says what it says as text, too. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, EwWindow *window)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);
  g_autoptr (GdkContentFormats) can = NULL;

  if (gdk_content_formats_contain_mime_type (formats, EW_CLIP_MIME))
    return FALSE;
  can = gdk_content_formats_union_deserialize_gtypes (
      gdk_content_formats_ref (formats));
  return gdk_content_formats_contain_gtype (can, GDK_TYPE_FILE_LIST) ||
         gdk_content_formats_contain_gtype (can, GDK_TYPE_TEXTURE) ||
         gdk_content_formats_contain_gtype (can, G_TYPE_STRING);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y,
         EwWindow *window)
{
  EwPoint at = place_of (window, x, y);

  if (ew_window_is_read_only (window))
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)) {
    GSList *files = g_value_get_boxed (value);

    if (!ew_window_attach_dropped (window, files, at))
      ew_window_put_files (window, files, at);
  } else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE)) {
    g_autoptr (GBytes) bytes =
        gdk_texture_save_to_png_bytes (g_value_get_object (value));

    ew_window_put_bytes (window, bytes, at);
  } else if (G_VALUE_HOLDS_STRING (value)) {
    ew_window_put_text (window, g_value_get_string (value), at);
  }
  return TRUE;
}

/* --- The middle click --------------------------------------------------- */

static void
primary_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;
  g_autofree char *text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && window->canvas != NULL && window->board != NULL)
    ew_window_put_text (window, text,
                        place_of (window, window->middle.x, window->middle.y));
}

static void
middle_pressed_cb (GtkGestureClick *gesture, int presses, double x, double y,
                   EwWindow *window)
{
  window->middle = (EwPoint){ x, y };
}

static void
middle_released_cb (GtkGestureClick *gesture, int presses, double x, double y,
                    EwWindow *window)
{
  GdkClipboard *primary =
      gtk_widget_get_primary_clipboard (GTK_WIDGET (window));
  gboolean wanted = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (window)),
                "gtk-enable-primary-paste", &wanted, NULL);
  if (!wanted || ew_window_is_read_only (window) ||
      ew_point_distance (window->middle, (EwPoint){ x, y }) > SLOP)
    return;
  gdk_clipboard_read_text_async (primary, NULL, primary_read_cb,
                                 g_object_ref (window));
}

void
ew_window_drop_init (EwWindow *window)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GtkGesture *middle = gtk_gesture_click_new ();

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), window, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window->canvas),
                             GTK_EVENT_CONTROLLER (target));
  take_objects (window);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (middle),
                                 GDK_BUTTON_MIDDLE);
  g_signal_connect_object (middle, "pressed", G_CALLBACK (middle_pressed_cb),
                           window, 0);
  g_signal_connect_object (middle, "released", G_CALLBACK (middle_released_cb),
                           window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window->canvas),
                             GTK_EVENT_CONTROLLER (middle));
}
