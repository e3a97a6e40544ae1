/* Keys on the canvas. */
#include "ew-window-private.h"

#include "ew-actions.h"

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

/* Step by step out of what one is in; the last step is out of the past. */
static bool
escape (EwWindow *window)
{
  if (ew_toolbox_escape (window->toolbox))
    return true;
  if (window->past.name == NULL)
    return false;
  ew_window_leave_past (window);
  return true;
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
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
      ew_window_use_tool (window))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Escape)
    return escape (window);
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

  /* Nothing is made in the past. */
  if (window->past.name == NULL)
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

void
ew_window_keys_init (EwWindow *window)
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
  g_signal_connect_object (window->settings, "changed::single-letter-shortcuts",
                           G_CALLBACK (letters_changed_cb), window, 0);
  letters_changed_cb (window->settings, NULL, window);
}
