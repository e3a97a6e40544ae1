/* Going from object to object without a pointer, and from pane to pane. */
#include "ew-window-private.h"

#include "ew-neighbour.h"

#include <glib/gi18n-lib.h>

/* --- The focus and the selection ------------------------------------------ */

/* With the keyboard in use, the one selected object has the focus, so that a
 * screen reader says it; what is not selected any more has lost it. */
static gboolean
follow_cb (gpointer data)
{
  EwWindow *window = data;
  const char *id, *focused;

  window->walk.follow = 0;
  if (window->canvas == NULL || ew_canvas_is_editing (window->canvas))
    return G_SOURCE_REMOVE;
  id = ew_selection_single (window->selection);
  focused = ew_canvas_focused (window->canvas);
  if (focused != NULL && !ew_selection_has (window->selection, focused))
    gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  if (id != NULL && window->walk.by_keyboard &&
      gtk_widget_has_focus (GTK_WIDGET (window->canvas)))
    ew_canvas_focus (window->canvas, id);
  return G_SOURCE_REMOVE;
}

static void
follow (EwWindow *window)
{
  if (window->walk.follow == 0)
    window->walk.follow = g_idle_add (follow_cb, window);
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event,
          EwWindow *window)
{
  switch (gdk_event_get_event_type (event)) {
  case GDK_KEY_PRESS:
    window->walk.by_keyboard = true;
    break;
  case GDK_BUTTON_PRESS:
  case GDK_TOUCH_BEGIN:
    window->walk.by_keyboard = false;
    break;
  default:
    break;
  }
  return GDK_EVENT_PROPAGATE;
}

/* --- Walking -------------------------------------------------------------- */

static void
walk_to (EwWindow *window, const char *id)
{
  const EwReadingOrder *order = ew_canvas_order (window->canvas);

  ew_reading_order_find (order, id, &window->walk.index);
  ew_selection_set_one (window->selection, id);
  ew_canvas_reveal (window->canvas, id);
  ew_canvas_focus (window->canvas, id);
}

/* Where one stands.  Returns: (nullable): NULL: nowhere. */
static const char *
here (EwWindow *window)
{
  const char *id = ew_canvas_focused (window->canvas);

  return id != NULL ? id : ew_selection_single (window->selection);
}

/* Whoever has walked, and lost what was selected, goes on from there. */
static const char *
stopped_at (EwWindow *window)
{
  const EwReadingOrder *order = ew_canvas_order (window->canvas);
  guint n = ew_reading_order_size (order);
  const char *id = here (window);

  if (id != NULL || window->walk.index >= n)
    return id;
  return ew_reading_order_at (order, window->walk.index);
}

/* The first that shows, for whoever has not walked yet. */
static const char *
first_in_view (EwWindow *window)
{
  const EwReadingOrder *order = ew_canvas_order (window->canvas);
  const EwBoard *board = ew_window_board (window);
  EwRect visible = ew_view_visible (ew_canvas_view (window->canvas));

  for (guint i = 0; i < ew_reading_order_size (order); i++) {
    const char *id = ew_reading_order_at (order, i);
    const EwObject *object = ew_board_get (board, id);

    if (ew_kind_has (object->kind, EW_KIND_BOX) &&
        ew_rect_covers (visible, ew_object_box (object)))
      return id;
  }
  return ew_reading_order_next (order, NULL);
}

static void
walk (EwWindow *window, bool forward)
{
  const EwReadingOrder *order;
  const char *from, *id;

  if (ew_window_board (window) == NULL)
    return;
  order = ew_canvas_order (window->canvas);
  from = stopped_at (window);
  if (from == NULL && forward)
    id = first_in_view (window);
  else
    id = forward ? ew_reading_order_next (order, from)
                 : ew_reading_order_previous (order, from);
  if (id != NULL)
    walk_to (window, id);
  else
    ew_window_announce (window, _ ("There is nothing on this board"));
}

static void
walk_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  walk (EW_WINDOW (widget), g_str_equal (name, "win.walk-next"));
}

static void
walk_end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwReadingOrder *order;
  const char *id;

  if (ew_window_board (window) == NULL)
    return;
  order = ew_canvas_order (window->canvas);
  id = g_str_equal (name, "win.walk-first")
           ? ew_reading_order_next (order, NULL)
           : ew_reading_order_previous (order, NULL);
  if (id != NULL)
    walk_to (window, id);
}

static const struct {
  const char *action;
  EwWay way;
} ways[] = {
  { "win.walk-left", EW_WAY_LEFT },
  { "win.walk-right", EW_WAY_RIGHT },
  { "win.walk-up", EW_WAY_UP },
  { "win.walk-down", EW_WAY_DOWN },
};

static EwWay
way_of (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].action, action))
      return ways[i].way;
  g_return_val_if_reached (EW_WAY_LEFT);
}

static void
walk_way_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  const char *id = board != NULL ? here (window) : NULL;
  const EwObject *object;

  if (id == NULL) {
    walk (window, true);
    return;
  }
  object = ew_neighbour_find (board, id, way_of (name));
  if (object != NULL)
    walk_to (window, object->id);
  else
    ew_window_announce (window, _ ("Nothing further that way"));
}

/* --- Panes ---------------------------------------------------------------- */

static bool
focus_canvas (EwWindow *window)
{
  const char *id = ew_selection_single (window->selection);

  if (id != NULL && ew_canvas_focus (window->canvas, id))
    return true;
  return gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

static bool
enter_pane (EwWindow *window, GtkWidget *pane)
{
  if (!gtk_widget_get_mapped (pane))
    return false;
  if (pane == GTK_WIDGET (window->canvas))
    return focus_canvas (window);
  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
change_pane (EwWindow *window, guint by)
{
  GtkWidget *panes[] = {
    GTK_WIDGET (window->sidebar),    GTK_WIDGET (window->board_button),
    GTK_WIDGET (window->canvas),     GTK_WIDGET (window->selection_bar),
    GTK_WIDGET (window->tool_bar),   GTK_WIDGET (window->zoom_bar),
    GTK_WIDGET (window->side_panel),
  };
  const guint n = G_N_ELEMENTS (panes);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  guint at = 0;

  for (guint i = 0; focus != NULL && i < n; i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      at = i;
  ew_canvas_stop_editing (window->canvas);
  for (guint i = 1; i <= n; i++)
    if (enter_pane (window, panes[(at + i * by) % n]))
      return;
}

static void
next_pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change_pane (EW_WINDOW (widget), 1);
}

static void
previous_pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change_pane (EW_WINDOW (widget), 6);
}

/* --- The window ----------------------------------------------------------- */

void
ew_window_walk_init (EwWindow *window)
{
  GtkEventController *legacy = gtk_event_controller_legacy_new ();

  window->walk.index = G_MAXUINT;
  gtk_event_controller_set_propagation_phase (legacy, GTK_PHASE_CAPTURE);
  g_signal_connect_object (legacy, "event", G_CALLBACK (event_cb), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), legacy);

  g_signal_connect_object (window->selection, "changed", G_CALLBACK (follow),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (follow), NULL);
}

void
ew_window_walk_end (EwWindow *window)
{
  g_clear_handle_id (&window->walk.follow, g_source_remove);
  g_clear_handle_id (&window->walk.speak, g_source_remove);
  g_clear_pointer (&window->walk.owner, g_free);
}

void
ew_window_walk_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.walk-next", NULL, walk_cb);
  gtk_widget_class_install_action (class, "win.walk-previous", NULL, walk_cb);
  gtk_widget_class_install_action (class, "win.walk-first", NULL, walk_end_cb);
  gtk_widget_class_install_action (class, "win.walk-last", NULL, walk_end_cb);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_class_install_action (class, ways[i].action, NULL, walk_way_cb);
  gtk_widget_class_install_action (class, "win.next-pane", NULL, next_pane_cb);
  gtk_widget_class_install_action (class, "win.previous-pane", NULL,
                                   previous_pane_cb);
  ew_window_frames_install (class);
  ew_window_tick_install (class);
}
