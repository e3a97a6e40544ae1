/* Wheel, fingers and buttons, told in terms of the board. */
#include "ew-canvas-private.h"

#include <math.h>

/* One notch of the wheel zooms by this factor. */
#define ZOOM_NOTCH 1.2
/* … and so does this way of two fingers on a touchpad, px. */
#define ZOOM_WAY 60.0
/* The frame a pause may pretend to be, when the main loop was busy. */
#define LONGEST_FRAME 0.05

static EwPointer
pointer_at (EwCanvas *canvas, EwPoint window)
{
  const EwCanvasInput *input = &canvas->input;

  return (EwPointer){
    .board = ew_view_to_board (&canvas->view, window),
    .window = window,
    .scale = canvas->view.zoom,
    .presses = input->presses,
    .shift = input->state & GDK_SHIFT_MASK,
    .ctrl = input->state & GDK_CONTROL_MASK,
    .alt = input->state & GDK_ALT_MASK,
    .pressure = input->pressure,
  };
}

static void
remember_state (EwCanvas *canvas, GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  double *pressure = &canvas->input.pressure;

  /* GDK looks for axes where an event without a pen has none, and crashes. */
  if (!event || !gdk_event_get_device_tool (event) ||
      !gdk_event_get_axis (event, GDK_AXIS_PRESSURE, pressure))
    *pressure = 0;
  canvas->input.state =
      gtk_event_controller_get_current_event_state (controller);
}

static bool
has_handler (EwCanvas *canvas)
{
  return canvas->handler && ew_canvas_live (canvas);
}

void
ew_canvas_update_cursor (EwCanvas *canvas)
{
  const char *name = canvas->input.is_panning ? "grabbing"
                     : has_handler (canvas)
                         ? canvas->handler->cursor (canvas->handler_data)
                         : "default";

  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), name);
}

/* --- The primary button ------------------------------------------------ */

static bool
is_in_editor (EwCanvas *canvas, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  GtkWidget *under;

  if (!canvas->editor)
    return false;
  under = gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  return under && under != widget;
}

/* The same place soon after is another press of one multiple click. */
static void
count_press (EwCanvas *canvas, GtkEventController *controller, EwPoint at)
{
  EwCanvasInput *input = &canvas->input;
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (canvas));
  guint32 time = gtk_event_controller_get_current_event_time (controller);
  int soon, near;

  g_object_get (settings, "gtk-double-click-time", &soon,
                "gtk-double-click-distance", &near, NULL);
  if (input->presses > 0 && time - input->last_time <= (guint32) soon &&
      ew_point_distance (at, input->start) <= near)
    input->presses++;
  else
    input->presses = 1;
  input->last_time = time;
}

static void
press_begin_cb (EwCanvas *canvas, double x, double y, GtkGesture *gesture)
{
  EwCanvasInput *input = &canvas->input;
  EwPoint at = { x, y };
  EwPointer pointer;

  if (is_in_editor (canvas, x, y)) {
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  remember_state (canvas, GTK_EVENT_CONTROLLER (gesture));
  count_press (canvas, GTK_EVENT_CONTROLLER (gesture), at);
  input->start = input->at = at;
  ew_canvas_halt (canvas);
  ew_canvas_stop_editing (canvas);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  if (!has_handler (canvas))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  input->pressed = true;
  pointer = pointer_at (canvas, at);
  canvas->handler->press (&pointer, canvas->handler_data);
  ew_canvas_update_cursor (canvas);
}

void
ew_canvas_drag_on (EwCanvas *canvas)
{
  EwCanvasInput *input = &canvas->input;
  EwPointer pointer;

  if (!input->pressed || input->dragging || !has_handler (canvas))
    return;
  input->dragging = true;
  pointer = pointer_at (canvas, input->at);
  canvas->handler->drag (&pointer, canvas->handler_data);
  input->dragging = false;
  ew_canvas_update_cursor (canvas);
}

static void
press_update_cb (EwCanvas *canvas, double dx, double dy, GtkGesture *gesture)
{
  EwCanvasInput *input = &canvas->input;

  remember_state (canvas, GTK_EVENT_CONTROLLER (gesture));
  input->at = (EwPoint){ input->start.x + dx, input->start.y + dy };
  ew_canvas_drag_on (canvas);
}

static void
press_end_cb (EwCanvas *canvas, double dx, double dy, GtkGesture *gesture)
{
  EwCanvasInput *input = &canvas->input;
  EwPointer pointer;

  if (!input->pressed)
    return;
  input->pressed = false;
  input->at = (EwPoint){ input->start.x + dx, input->start.y + dy };
  if (!has_handler (canvas))
    return;
  pointer = pointer_at (canvas, input->at);
  canvas->handler->release (&pointer, canvas->handler_data);
  ew_canvas_update_cursor (canvas);
}

static void
press_cancel_cb (EwCanvas *canvas)
{
  if (!canvas->input.pressed)
    return;
  canvas->input.pressed = false;
  if (canvas->handler)
    canvas->handler->cancel (canvas->handler_data);
}

void
ew_canvas_break_press (EwCanvas *canvas)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));
  press_cancel_cb (canvas);
}

static void
add_primary (EwCanvas *canvas)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (press_begin_cb),
                            canvas);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (press_update_cb),
                            canvas);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (press_end_cb),
                            canvas);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (press_cancel_cb),
                            canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (drag));
}

/* --- Hovering ---------------------------------------------------------- */

static void
motion_cb (EwCanvas *canvas, double x, double y, GtkEventController *controller)
{
  EwPointer pointer;

  canvas->input.is_over = true;
  if (canvas->input.pressed)
    return;
  canvas->input.at = (EwPoint){ x, y };
  remember_state (canvas, controller);
  if (!has_handler (canvas))
    return;
  pointer = pointer_at (canvas, canvas->input.at);
  canvas->handler->hover (&pointer, canvas->handler_data);
}

static void
leave_cb (EwCanvas *canvas)
{
  canvas->input.is_over = false;
}

static void
add_hover (EwCanvas *canvas)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), canvas);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), canvas);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), motion);
}

/* --- Panning ----------------------------------------------------------- */

static void
pan_by (EwCanvas *canvas, EwPoint by)
{
  ew_canvas_pan (canvas, by.x, by.y);
  ew_canvas_drag_on (canvas);
}

static gboolean
kinetic_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EwCanvas *canvas = EW_CANVAS (widget);
  EwCanvasInput *input = &canvas->input;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (now - input->tick_time) / (double) G_USEC_PER_SEC;

  input->tick_time = now;
  if (!ew_kinetic_is_moving (&input->kinetic)) {
    input->tick = 0;
    return G_SOURCE_REMOVE;
  }
  pan_by (canvas,
          ew_kinetic_step (&input->kinetic, MIN (seconds, LONGEST_FRAME)));
  return G_SOURCE_CONTINUE;
}

static void
decelerate_cb (EwCanvas *canvas, double vx, double vy)
{
  EwCanvasInput *input = &canvas->input;
  GtkWidget *widget = GTK_WIDGET (canvas);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  if (!clock || !adw_get_enable_animations (widget) ||
      input->state & GDK_CONTROL_MASK)
    return;
  input->kinetic.velocity = (EwPoint){ -vx, -vy };
  input->tick_time = gdk_frame_clock_get_frame_time (clock);
  if (!input->tick)
    input->tick = gtk_widget_add_tick_callback (widget, kinetic_cb, NULL, NULL);
}

/* As far as a scrolled window of this size would go. */
static double
notch (double size)
{
  return pow (MAX (size, 1), 2.0 / 3.0);
}

static void
zoom_by_wheel (EwCanvas *canvas, GtkEventController *scroll, double dy)
{
  bool is_wheel =
      gtk_event_controller_scroll_get_unit (
          GTK_EVENT_CONTROLLER_SCROLL (scroll)) == GDK_SCROLL_UNIT_WHEEL;
  double zoom =
      canvas->view.zoom * pow (ZOOM_NOTCH, is_wheel ? -dy : -dy / ZOOM_WAY);

  ew_canvas_look (
      canvas, ew_view_zoom_at (canvas->view, zoom, canvas->input.at), false);
  ew_canvas_drag_on (canvas);
}

static void
pan_by_wheel (EwCanvas *canvas, GtkEventController *scroll, EwPoint by)
{
  bool is_wheel =
      gtk_event_controller_scroll_get_unit (
          GTK_EVENT_CONTROLLER_SCROLL (scroll)) == GDK_SCROLL_UNIT_WHEEL;

  if (canvas->input.state & GDK_SHIFT_MASK && by.x == 0)
    by = (EwPoint){ by.y, 0 };
  if (is_wheel)
    by = (EwPoint){ by.x * notch (canvas->view.width),
                    by.y * notch (canvas->view.height) };
  canvas->input.kinetic = (EwKinetic){ { 0, 0 } };
  pan_by (canvas, (EwPoint){ -by.x, -by.y });
}

static gboolean
scroll_cb (EwCanvas *canvas, double dx, double dy, GtkEventController *scroll)
{
  remember_state (canvas, scroll);
  if (canvas->input.state & GDK_CONTROL_MASK)
    zoom_by_wheel (canvas, scroll, dy);
  else
    pan_by_wheel (canvas, scroll, (EwPoint){ dx, dy });
  return GDK_EVENT_STOP;
}

static void
add_scroll (EwCanvas *canvas)
{
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                       GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), canvas);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb),
                            canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), scroll);
}

/* --- The middle button ------------------------------------------------- */

static void
middle_update_cb (EwCanvas *canvas, double dx, double dy, GtkGesture *gesture)
{
  EwCanvasInput *input = &canvas->input;
  EwPoint by = { dx - input->middle_at.x, dy - input->middle_at.y };

  if (!input->is_panning) {
    input->is_panning = true;
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    ew_canvas_update_cursor (canvas);
  }
  input->middle_at = (EwPoint){ dx, dy };
  pan_by (canvas, by);
}

static void
middle_end_cb (EwCanvas *canvas)
{
  canvas->input.is_panning = false;
  canvas->input.middle_at = (EwPoint){ 0, 0 };
  ew_canvas_update_cursor (canvas);
}

static void
add_middle (EwCanvas *canvas)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_MIDDLE);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (middle_update_cb),
                            canvas);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (middle_end_cb),
                            canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (drag));
}

/* --- Two fingers ------------------------------------------------------- */

static EwPoint
pinch_center (EwCanvas *canvas, GtkGesture *gesture)
{
  EwPoint center = canvas->input.at;

  /* It has no events to be in the middle of before its first. */
  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &center.x, &center.y);
  return center;
}

static void
pinch_begin_cb (EwCanvas *canvas, GdkEventSequence *sequence,
                GtkGesture *gesture)
{
  ew_canvas_halt (canvas);
  canvas->input.pinch_zoom = canvas->view.zoom;
  canvas->input.pinch_at = pinch_center (canvas, gesture);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (EwCanvas *canvas, double scale, GtkGesture *gesture)
{
  EwCanvasInput *input = &canvas->input;
  EwPoint at = pinch_center (canvas, gesture);
  EwView view = ew_view_pan (canvas->view, at.x - input->pinch_at.x,
                             at.y - input->pinch_at.y);

  input->pinch_at = at;
  ew_canvas_look (canvas, ew_view_zoom_at (view, input->pinch_zoom * scale, at),
                  false);
}

static void
add_pinch (EwCanvas *canvas)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  /* Before the primary button, whose press the first finger was. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb),
                            canvas);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb),
                            canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (pinch));
}

/* --- Keys --------------------------------------------------------------- */

static GdkModifierType
modifier_of (guint keyval)
{
  switch (keyval) {
  case GDK_KEY_Shift_L:
  case GDK_KEY_Shift_R:
    return GDK_SHIFT_MASK;
  case GDK_KEY_Control_L:
  case GDK_KEY_Control_R:
    return GDK_CONTROL_MASK;
  case GDK_KEY_Alt_L:
  case GDK_KEY_Alt_R:
  case GDK_KEY_Meta_L:
  case GDK_KEY_Meta_R:
    return GDK_ALT_MASK;
  default:
    return 0;
  }
}

/* What they mean for a drag shows at once, and not when the pointer happens to
 * move again.  The state of the event is that before the key. */
static void
change_drag (EwCanvas *canvas, guint keyval, bool down)
{
  GdkModifierType modifier = modifier_of (keyval);

  if (!modifier || !canvas->input.pressed)
    return;
  if (down)
    canvas->input.state |= modifier;
  else
    canvas->input.state &= ~modifier;
  ew_canvas_drag_on (canvas);
}

/* Escape from the editor: here and not there, so that an input method is asked
 * first. */
static gboolean
key_cb (EwCanvas *canvas, guint keyval)
{
  change_drag (canvas, keyval, true);
  if (keyval != GDK_KEY_Escape || !canvas->editor)
    return GDK_EVENT_PROPAGATE;
  ew_canvas_stop_editing (canvas);
  return GDK_EVENT_STOP;
}

static void
key_released_cb (EwCanvas *canvas, guint keyval)
{
  change_drag (canvas, keyval, false);
}

static void
add_keys (EwCanvas *canvas)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), canvas);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb),
                            canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), keys);
}

void
ew_canvas_input_init (EwCanvas *canvas)
{
  add_primary (canvas);
  add_hover (canvas);
  add_scroll (canvas);
  add_middle (canvas);
  add_pinch (canvas);
  add_keys (canvas);
}
