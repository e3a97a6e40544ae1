/* Canvas, toolbox and keys: who calls whom. */
#include "ew-window-private.h"

#include "ew-actions.h"
#include "ew-error.h"

#include <glib/gi18n-lib.h>

/* --- From the canvas to the toolbox
 * ------------------------------------------*/

/* A press that has to wait until it is known who is writing. */
static void
press_late (EwWindow *window, gpointer data)
{
  const EwPointer *pointer = data;

  ew_toolbox_press (window->toolbox, pointer);
  ew_toolbox_release (window->toolbox, pointer);
}

static bool
will_write (EwWindow *window, const EwPointer *pointer)
{
  const char *tool = ew_toolbox_tool (window->toolbox);

  if (g_str_equal (tool, "hand"))
    return false;
  return !g_str_equal (tool, "select") || pointer->presses > 1;
}

static void
press (const EwPointer *pointer, gpointer data)
{
  EwWindow *window = data;

  if (ew_session_identity (window->session) == NULL &&
      will_write (window, pointer))
    ew_window_with_identity (window, press_late,
                             g_memdup2 (pointer, sizeof *pointer), g_free);
  else
    ew_toolbox_press (window->toolbox, pointer);
}

static void
set_dragging (EwWindow *window, bool dragging)
{
  if (window->is_dragging == dragging)
    return;
  window->is_dragging = dragging;
  ew_window_refresh_selection (window);
}

static void
drag (const EwPointer *pointer, gpointer data)
{
  EwWindow *window = data;

  set_dragging (window, true);
  ew_toolbox_drag (window->toolbox, pointer);
}

static void
release (const EwPointer *pointer, gpointer data)
{
  EwWindow *window = data;

  ew_toolbox_release (window->toolbox, pointer);
  set_dragging (window, false);
}

static void
hover (const EwPointer *pointer, gpointer data)
{
  ew_toolbox_hover (EW_WINDOW (data)->toolbox, pointer);
}

static void
cancel (gpointer data)
{
  EwWindow *window = data;

  ew_toolbox_cancel (window->toolbox);
  set_dragging (window, false);
}

static void
paint (EwPen *pen, gpointer data)
{
  ew_toolbox_paint (EW_WINDOW (data)->toolbox, pen);
}

static const char *
cursor (gpointer data)
{
  return ew_toolbox_cursor (EW_WINDOW (data)->toolbox);
}

static const EwCanvasHandler handler = {
  .press = press,
  .drag = drag,
  .release = release,
  .hover = hover,
  .cancel = cancel,
  .paint = paint,
  .cursor = cursor,
};

/* --- From the toolbox to the others
 * ------------------------------------------*/

static void
refresh (gpointer data)
{
  EwWindow *window = data;

  if (window->canvas != NULL)
    ew_canvas_refresh (window->canvas);
}

static void
pan (double dx, double dy, gpointer data)
{
  ew_canvas_pan (EW_WINDOW (data)->canvas, dx, dy);
}

static void
edit (const char *id, bool select_all, gpointer data)
{
  ew_canvas_edit (EW_WINDOW (data)->canvas, id, select_all);
}

static void
open_url (const char *url, gpointer data)
{
  ew_window_open_url (data, url);
}

static void
comment (const EwAnchor *anchor, gpointer data)
{
  ew_window_compose (data, anchor);
}

static void
show_thread (const char *id, gpointer data)
{
  ew_window_show_thread (data, id);
}

static void
ask_link (const char *kind, EwPoint at, gpointer data)
{
  ew_window_ask_link (data, kind, at);
}

static void
do_nothing (EwWindow *window, gpointer data)
{
}

static void
failed (const GError *error, gpointer data)
{
  EwWindow *window = data;

  if (g_error_matches (error, EW_ERROR, EW_ERROR_NO_IDENTITY))
    ew_window_with_identity (window, do_nothing, NULL, NULL);
  else
    ew_window_say (window, error->message);
}

static const EwToolHost host = {
  .refresh = refresh,
  .pan = pan,
  .edit = edit,
  .open = open_url,
  .comment = comment,
  .show_thread = show_thread,
  .ask_link = ask_link,
  .failed = failed,
};

static void
canvas_failed_cb (EwCanvas *canvas, const GError *error, EwWindow *window)
{
  failed (error, window);
}

/* --- The bars
 * ----------------------------------------------------------------*/

static void
fill_tool_bar (EwWindow *window)
{
  for (const EwToolInfo *tool = ew_toolbox_tools (); tool->name; tool++) {
    g_auto (GStrv) keys =
        g_strsplit (tool->shortcut ? tool->shortcut : "", " ", 2);
    const EwToolBarItem item = {
      .name = tool->name,
      .title = g_dgettext (GETTEXT_PACKAGE, tool->title),
      .icon = tool->icon,
      .shortcut = keys[0],
      .group = tool->group,
      .in_menu = tool->in_menu,
    };

    ew_tool_bar_add (window->tool_bar, &item);
  }
}

static void
tool_changed_cb (EwToolbox *toolbox, EwWindow *window)
{
  ew_tool_bar_set_tool (window->tool_bar, ew_toolbox_tool (toolbox));
}

static void
tool_chosen_cb (EwToolBar *bar, const char *name, EwWindow *window)
{
  ew_canvas_stop_editing (window->canvas);
  ew_toolbox_set_tool (window->toolbox, name);
  /* The button that was pressed may have toggled itself. */
  tool_changed_cb (window->toolbox, window);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

static void
color_chosen_cb (EwSelectionBar *bar, const char *color, EwWindow *window)
{
  ew_window_set_color (window, color);
  ew_window_refresh_selection (window);
}

void
ew_window_refresh_selection (EwWindow *window)
{
  const EwBoard *board = ew_window_board (window);
  bool shown = ew_selection_bar_refresh (window->selection_bar,
                                         window->selection, board);

  shown = shown && !window->is_dragging &&
          !ew_session_is_read_only (window->session, window->board);
  if (shown)
    ew_stage_set_anchor (window->stage,
                         ew_canvas_selection_rect (window->canvas));
  gtk_widget_set_visible (GTK_WIDGET (window->selection_bar), shown);
  ew_window_refresh_actions (window);
}

/* --- Keys on the canvas
 * ------------------------------------------------------*/

static bool
nudge_by_key (EwWindow *window, guint key, GdkModifierType state)
{
  double step = state & GDK_SHIFT_MASK ? 10 : 1;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return false;
  switch (key) {
  case GDK_KEY_Left:
    ew_window_nudge (window, -step, 0);
    return true;
  case GDK_KEY_Right:
    ew_window_nudge (window, step, 0);
    return true;
  case GDK_KEY_Up:
    ew_window_nudge (window, 0, -step);
    return true;
  case GDK_KEY_Down:
    ew_window_nudge (window, 0, step);
    return true;
  default:
    return false;
  }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code,
                GdkModifierType state, EwWindow *window)
{
  if (window->board == NULL || ew_canvas_is_editing (window->canvas))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_space) {
    ew_toolbox_set_hand (window->toolbox, true);
    return GDK_EVENT_STOP;
  }
  if (key == GDK_KEY_Escape)
    return ew_toolbox_escape (window->toolbox);
  return nudge_by_key (window, key, state);
}

static void
key_released_cb (GtkEventControllerKey *controller, guint key, guint code,
                 GdkModifierType state, EwWindow *window)
{
  window->nudge = 0;
  if (key == GDK_KEY_space)
    ew_toolbox_set_hand (window->toolbox, false);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, EwWindow *window)
{
  window->nudge = 0;
  ew_toolbox_set_hand (window->toolbox, false);
}

static gboolean
choose_tool (GtkWidget *canvas, GVariant *name, gpointer data)
{
  EwWindow *window = EW_WINDOW (gtk_widget_get_root (canvas));

  ew_toolbox_set_tool (window->toolbox, g_variant_get_string (name, NULL));
  return TRUE;
}

/* Every letter of a tool that no action of the table already has. */
static void
add_tool_keys (GtkShortcutController *letters, const EwToolInfo *tool)
{
  g_autofree char *lower =
      g_ascii_strdown (tool->shortcut ? tool->shortcut : "", -1);
  g_auto (GStrv) keys = g_strsplit (lower, " ", -1);

  for (char **key = keys; *key != NULL; key++) {
    GtkShortcut *shortcut;

    if (ew_actions_have_accel (*key))
      continue;
    shortcut = gtk_shortcut_new (
        gtk_keyval_trigger_new (gdk_keyval_from_name (*key), 0),
        gtk_callback_action_new (choose_tool, NULL, NULL));
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (tool->name));
    gtk_shortcut_controller_add_shortcut (letters, shortcut);
  }
}

static void
letters_changed_cb (GSettings *settings, const char *key, EwWindow *window)
{
  bool on = g_settings_get_boolean (settings, "single-letter-shortcuts");

  gtk_event_controller_set_propagation_phase (
      window->letters, on ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}

static void
add_keys (EwWindow *window)
{
  GtkWidget *canvas = GTK_WIDGET (window->canvas);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  window->letters = ew_actions_controller (EW_REACH_LETTER);
  for (const EwToolInfo *tool = ew_toolbox_tools (); tool->name; tool++)
    add_tool_keys (GTK_SHORTCUT_CONTROLLER (window->letters), tool);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                           window, 0);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (key_released_cb),
                           window, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), window,
                           0);
  gtk_widget_add_controller (canvas, keys);
  gtk_widget_add_controller (canvas, focus);
  gtk_widget_add_controller (canvas, ew_actions_controller (EW_REACH_CANVAS));
  gtk_widget_add_controller (canvas, window->letters);
  gtk_widget_add_controller (GTK_WIDGET (window),
                             ew_actions_controller (EW_REACH_WINDOW));
  letters_changed_cb (window->settings, NULL, window);
}

/* --- Settings
 * ----------------------------------------------------------------*/

static void
color_changed_cb (GSettings *settings, const char *key, EwWindow *window)
{
  g_autofree char *color = g_settings_get_string (settings, "note-color");

  ew_toolbox_set_color (window->toolbox, color);
}

static void
grid_changed_cb (GSettings *settings, const char *key, EwWindow *window)
{
  ew_canvas_set_grid (window->canvas,
                      g_settings_get_boolean (settings, "show-grid"));
}

static void
follow_settings (EwWindow *window)
{
  GSettings *settings = window->settings;

  g_signal_connect_object (settings, "changed::note-color",
                           G_CALLBACK (color_changed_cb), window, 0);
  g_signal_connect_object (settings, "changed::show-grid",
                           G_CALLBACK (grid_changed_cb), window, 0);
  g_signal_connect_object (settings, "changed::single-letter-shortcuts",
                           G_CALLBACK (letters_changed_cb), window, 0);
  color_changed_cb (settings, NULL, window);
  grid_changed_cb (settings, NULL, window);
}

void
ew_window_tools_init (EwWindow *window)
{
  window->toolbox = ew_toolbox_new (window->selection, &host, window);
  ew_canvas_set_handler (window->canvas, &handler, window);
  gtk_widget_set_focusable (GTK_WIDGET (window->canvas), TRUE);

  fill_tool_bar (window);
  tool_changed_cb (window->toolbox, window);
  g_signal_connect_object (window->toolbox, "tool-changed",
                           G_CALLBACK (tool_changed_cb), window, 0);
  g_signal_connect_object (window->tool_bar, "tool-chosen",
                           G_CALLBACK (tool_chosen_cb), window, 0);
  g_signal_connect_object (window->selection_bar, "color-chosen",
                           G_CALLBACK (color_chosen_cb), window, 0);
  g_signal_connect_object (window->selection, "changed",
                           G_CALLBACK (ew_window_refresh_selection), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->canvas, "failed",
                           G_CALLBACK (canvas_failed_cb), window, 0);
  add_keys (window);
  follow_settings (window);
}
