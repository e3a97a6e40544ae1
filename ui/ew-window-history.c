/* The versions of a board, in the side panel. */
#include "ew-window-private.h"

#include "ew-session-past.h"

#include <glib/gi18n-lib.h>

static void
open_cb (EwHistoryPanel *panel, const char *rev, const char *sentence,
         const char *object, EwWindow *window)
{
  ew_window_show_past (window, rev, sentence, object);
}

/* --- What was deleted ----------------------------------------------------- */

typedef struct {
  EwWindow *window;
  char *board, *object;
} Return;

static void
return_free (Return *wish)
{
  g_object_unref (wish->window);
  g_free (wish->board);
  g_free (wish->object);
  g_free (wish);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Return *wish = data;
  EwWindow *window = wish->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwBoard) old =
      ew_session_load_at_finish (EW_SESSION (source), result, &error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, wish->object);
  if (window->canvas != NULL && g_strcmp0 (window->board, wish->board) == 0) {
    if (old != NULL)
      ew_window_restore (window, old, ids);
    else
      ew_window_say (window, error->message);
  }
  return_free (wish);
}

static void
restore_cb (EwHistoryPanel *panel, const char *rev, const char *object,
            EwWindow *window)
{
  Return *wish = g_new (Return, 1);

  *wish = (Return){ g_object_ref (window), g_strdup (window->board),
                    g_strdup (object) };
  ew_session_load_at_async (window->session, window->board, rev, NULL, read_cb,
                            wish);
}

/* --- The life of one object ------------------------------------------------
 */

static void
biography_open_cb (EwDetailsPanel *panel, const char *rev, const char *sentence,
                   const char *object, EwWindow *window)
{
  ew_window_show_past (window, rev, sentence, object);
}

static void
biography_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  if (ew_selection_single (window->selection) == NULL)
    return;
  ew_canvas_stop_editing (window->canvas);
  adw_flap_set_reveal_flap (window->panel_flap, TRUE);
  ew_side_panel_show_page (window->side_panel, GTK_WIDGET (window->details));
  ew_details_panel_focus_biography (window->details);
}

/* --- The window ----------------------------------------------------------- */

static void
history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  ew_canvas_stop_editing (window->canvas);
  adw_flap_set_reveal_flap (window->panel_flap, TRUE);
  ew_side_panel_show_page (window->side_panel, GTK_WIDGET (window->history));
  ew_history_panel_focus (window->history);
}

void
ew_window_history_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (class, "win.biography", NULL, biography_cb);
}

void
ew_window_history_init (EwWindow *window)
{
  window->history = EW_HISTORY_PANEL (ew_history_panel_new ());
  ew_side_panel_add (window->side_panel, GTK_WIDGET (window->history),
                     _ ("History"), "ew-history-symbolic");
  g_signal_connect_object (window->history, "open", G_CALLBACK (open_cb),
                           window, 0);
  g_signal_connect_object (window->history, "restore", G_CALLBACK (restore_cb),
                           window, 0);
  g_signal_connect_object (window->details, "open",
                           G_CALLBACK (biography_open_cb), window, 0);
}
