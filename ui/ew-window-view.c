/* Zoom, the sides, full screen. */
#include "ew-window-private.h"

#include "ew-actions.h"

static gboolean
follow_view_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EwWindow *window = EW_WINDOW (widget);

  window->view_tick = 0;
  if (window->canvas == NULL)
    return G_SOURCE_REMOVE;
  ew_zoom_bar_set_zoom (window->zoom_bar,
                        ew_canvas_view (window->canvas)->zoom);
  ew_window_guide_refresh (window);
  if (gtk_widget_get_visible (GTK_WIDGET (window->selection_bar)))
    ew_stage_set_anchor (window->stage,
                         ew_canvas_selection_rect (window->canvas));
  return G_SOURCE_REMOVE;
}

/* The view also changes while the canvas is given its size, when nobody may ask
 * for another layout; the next frame may. */
void
ew_window_view_changed (EwWindow *window)
{
  if (window->view_tick == 0)
    window->view_tick = gtk_widget_add_tick_callback (
        GTK_WIDGET (window), follow_view_cb, NULL, NULL);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_canvas_zoom_step (EW_WINDOW (widget)->canvas, 1);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_canvas_zoom_step (EW_WINDOW (widget)->canvas, -1);
}

static void
zoom_normal_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_canvas_zoom_to (EW_WINDOW (widget)->canvas, 1);
}

static void
zoom_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_canvas_zoom_to (EW_WINDOW (widget)->canvas,
                     g_variant_get_double (parameter));
}

static void
zoom_fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_canvas_fit_all (EW_WINDOW (widget)->canvas);
}

static void
zoom_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_canvas_fit_selection (EW_WINDOW (widget)->canvas);
}

static void
toggle_flap (AdwFlap *flap)
{
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle_flap (EW_WINDOW (widget)->sidebar_flap);
}

static void
panel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle_flap (EW_WINDOW (widget)->panel_flap);
}

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* A side that folded away in a narrow window was not closed by anyone, so only
 * what happens in a wide one is remembered. */
static void
sidebar_revealed_cb (AdwFlap *flap, GParamSpec *pspec, EwWindow *window)
{
  if (!adw_flap_get_folded (flap))
    g_settings_set_boolean (window->settings, "sidebar-visible",
                            adw_flap_get_reveal_flap (flap));
}

static void
panel_revealed_cb (AdwFlap *flap, GParamSpec *pspec, EwWindow *window)
{
  if (!adw_flap_get_folded (flap))
    g_settings_set_boolean (window->settings, "panel-visible",
                            adw_flap_get_reveal_flap (flap));
}

static void
restore_shape (EwWindow *window)
{
  GSettings *settings = window->settings;

  gtk_window_set_default_size (GTK_WINDOW (window),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
  adw_flap_set_reveal_flap (
      window->sidebar_flap,
      g_settings_get_boolean (settings, "sidebar-visible"));
  adw_flap_set_reveal_flap (window->panel_flap,
                            g_settings_get_boolean (settings, "panel-visible"));
}

static void
add_tooltips (EwWindow *window)
{
  g_autofree char *sidebar = ew_action_tooltip ("win.sidebar");
  g_autofree char *panel = ew_action_tooltip ("win.panel");

  gtk_widget_set_tooltip_text (window->sidebar_button, sidebar);
  gtk_widget_set_tooltip_text (window->panel_button, panel);
}

void
ew_window_view_init (EwWindow *window)
{
  restore_shape (window);
  add_tooltips (window);
  g_signal_connect_object (window->sidebar_flap, "notify::reveal-flap",
                           G_CALLBACK (sidebar_revealed_cb), window, 0);
  g_signal_connect_object (window->panel_flap, "notify::reveal-flap",
                           G_CALLBACK (panel_revealed_cb), window, 0);
  g_signal_connect_object (window->canvas, "view-changed",
                           G_CALLBACK (ew_window_view_changed), window,
                           G_CONNECT_SWAPPED);
}

void
ew_window_view_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (class, "win.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (class, "win.zoom-normal", NULL,
                                   zoom_normal_cb);
  gtk_widget_class_install_action (class, "win.zoom-to", "d", zoom_to_cb);
  gtk_widget_class_install_action (class, "win.zoom-fit", NULL, zoom_fit_cb);
  gtk_widget_class_install_action (class, "win.zoom-selection", NULL,
                                   zoom_selection_cb);
  gtk_widget_class_install_action (class, "win.sidebar", NULL, sidebar_cb);
  gtk_widget_class_install_action (class, "win.panel", NULL, panel_cb);
  gtk_widget_class_install_action (class, "win.fullscreen", NULL,
                                   fullscreen_cb);
}
