/* What one does with a walkthrough that plays: by keys, on its bar, in a menu.
 */
#include "ew-window-player-private.h"

#define LEAP 5000 /* of the arrow keys, ms */

static void
play_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwPlayer *player = EW_WINDOW (widget)->player->player;

  if (player == NULL)
    return;
  if (ew_player_is_playing (player))
    ew_player_pause (player);
  else
    ew_player_play (player);
}

static void
seek_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwPlayer *player = EW_WINDOW (widget)->player->player;

  if (player != NULL)
    ew_player_seek (player, g_variant_get_int64 (parameter));
}

static void
leap_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwPlayer *player = EW_WINDOW (widget)->player->player;
  int by = g_str_equal (name, "win.tour-forward") ? LEAP : -LEAP;

  if (player != NULL)
    ew_player_seek (player, ew_player_time (player) + by);
}

static void
return_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  if (!ew_window_player_is_open (window))
    return;
  window->player->is_away = false;
  ew_player_bar_set_away (window->player->bar, FALSE);
  ew_window_player_show (window);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (ew_window_player_is_open (EW_WINDOW (widget)))
    ew_window_player_close (EW_WINDOW (widget));
}

static void
bar_seek_cb (EwPlayerBar *bar, gint64 ms, EwWindow *window)
{
  if (window->player->player != NULL)
    ew_player_seek (window->player->player, ms);
}

static void
bar_rate_cb (EwPlayerBar *bar, double rate, EwWindow *window)
{
  if (window->player->player == NULL)
    return;
  ew_player_set_rate (window->player->player, rate);
  /* Space is for the walkthrough again, not for the choice. */
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

/* Before the canvas takes them for its own. */
static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code,
        GdkModifierType state, EwWindow *window)
{
  const char *action = NULL;

  if (!ew_window_player_is_open (window) ||
      ew_canvas_is_editing (window->canvas) ||
      state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_space)
    action = "win.tour-play";
  else if (key == GDK_KEY_Left)
    action = "win.tour-back";
  else if (key == GDK_KEY_Right)
    action = "win.tour-forward";
  else if (key == GDK_KEY_Escape)
    action = "win.tour-close";
  if (action == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  return GDK_EVENT_STOP;
}

/* The place where one looks and points now, and the moment. */
static void
comment_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  EwWindowPlayer *own = window->player;
  EwTrackMoment moment;
  EwAnchor anchor = { .object = (char *) "", .spot = EW_SPOT_AUTO };
  gint64 ms;

  if (!ew_window_player_is_open (window))
    return;
  ew_player_pause (own->player);
  ms = ew_player_time (own->player);
  moment = ew_track_moment (own->tour->track, ms);
  anchor.point = ew_coords_from_point (
      moment.has_pointer && !own->is_away
          ? moment.pointer
          : ew_rect_center (ew_view_visible (ew_canvas_view (window->canvas))));
  ew_window_player_set_recorded (window, false);
  ew_window_compose (window, &anchor);
}

static void
recorded_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_player_toggle_recorded (EW_WINDOW (widget));
}

void
ew_window_player_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.tour-play", NULL, play_cb);
  gtk_widget_class_install_action (class, "win.tour-seek", "x", seek_cb);
  gtk_widget_class_install_action (class, "win.tour-forward", NULL, leap_cb);
  gtk_widget_class_install_action (class, "win.tour-back", NULL, leap_cb);
  gtk_widget_class_install_action (class, "win.tour-return", NULL, return_cb);
  gtk_widget_class_install_action (class, "win.tour-comment", NULL, comment_cb);
  gtk_widget_class_install_action (class, "win.tour-recorded", NULL,
                                   recorded_cb);
  gtk_widget_class_install_action (class, "win.tour-close", NULL, close_cb);
}

void
ew_window_player_listen (EwWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window->canvas), keys);
  g_signal_connect_object (window->player->bar, "seek",
                           G_CALLBACK (bar_seek_cb), window, 0);
  g_signal_connect_object (window->player->bar, "rate",
                           G_CALLBACK (bar_rate_cb), window, 0);
}
