/* The outline: the other way into a board. */
#include "ew-window-private.h"

#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

static void
set_cb (EwOutlinePanel *panel, const char *id, const char *field,
        const char *value, EwWindow *window)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EwEdit *edit;

  g_ptr_array_add (ids, (gpointer) id);
  edit = ew_verb_set (ew_window_board (window), ids, field, value, &error);
  if (edit == NULL)
    ew_window_say (window, error->message);
  else
    ew_window_apply (window, edit, 0);
}

static void
shown_cb (EwOutlinePanel *panel, const char *id, EwWindow *window)
{
  ew_canvas_reveal (window->canvas, id);
}

static void
chosen_cb (EwOutlinePanel *panel, const char *id, EwWindow *window)
{
  ew_selection_set_one (window->selection, id);
  ew_canvas_reveal (window->canvas, id);
  ew_canvas_focus (window->canvas, id);
}

static void
play_cb (EwOutlinePanel *panel, const char *id, gint64 ms, EwWindow *window)
{
  ew_window_play_at (window, id, ms);
}

static void
outline_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  ew_canvas_stop_editing (window->canvas);
  adw_flap_set_reveal_flap (window->panel_flap, TRUE);
  ew_side_panel_show_page (window->side_panel, GTK_WIDGET (window->outline));
  ew_outline_panel_focus (window->outline);
}

void
ew_window_outline_init (EwWindow *window)
{
  GtkWidget *outline = ew_outline_panel_new (window->selection);

  window->outline = EW_OUTLINE_PANEL (outline);
  ew_side_panel_add (window->side_panel, outline, _ ("Outline"),
                     "ew-outline-symbolic");
  g_signal_connect_object (outline, "set", G_CALLBACK (set_cb), window, 0);
  g_signal_connect_object (outline, "shown", G_CALLBACK (shown_cb), window, 0);
  g_signal_connect_object (outline, "play", G_CALLBACK (play_cb), window, 0);
  g_signal_connect_object (outline, "chosen", G_CALLBACK (chosen_cb), window,
                           0);
}

void
ew_window_outline_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.outline", NULL, outline_cb);
}
