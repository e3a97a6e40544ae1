/* What helps to find one's way: the minimap, the way back to what is on the
 * board, and a word on a board where nothing is yet. */
#include "ew-window-private.h"

#include <glib/gi18n-lib.h>

/* Fewer are found by eye. */
#define MAP_MIN_OBJECTS 12
/* Narrower, the window's canvas has no room for a map, px. */
#define MAP_MIN_WIDTH 640.0

/* The map is painted when the board has stood still for so long, ms: all of
 * it is painted for every change, and that should not slow a hand down. */
#define MAP_PAUSE 250

static void
paint_map (EwWindow *window)
{
  bool dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  window->map_is_stale = false;
  ew_minimap_set_board (
      window->minimap, ew_window_board (window),
      ew_palette_get (dark ? EW_SCHEME_DARK : EW_SCHEME_LIGHT));
}

static gboolean
map_pause_over_cb (gpointer data)
{
  EwWindow *window = data;

  window->map_pause = 0;
  if (gtk_widget_get_visible (GTK_WIDGET (window->minimap)))
    paint_map (window);
  return G_SOURCE_REMOVE;
}

static bool
is_anything_seen (const EwBoard *board, EwRect seen)
{
  for (guint i = 0; i < ew_board_size (board); i++)
    if (ew_rect_intersects (ew_board_bounds_at (board, i), seen))
      return true;
  return false;
}

static bool
is_all_seen (const EwBoard *board, EwRect seen)
{
  for (guint i = 0; i < ew_board_size (board); i++)
    if (!ew_rect_covers (seen, ew_board_bounds_at (board, i)))
      return false;
  return true;
}

static bool
wants_map (EwWindow *window, const EwBoard *board, EwRect seen)
{
  return g_settings_get_boolean (window->settings, "show-minimap") &&
         ew_canvas_view (window->canvas)->width >= MAP_MIN_WIDTH &&
         ew_board_size (board) > MAP_MIN_OBJECTS && !is_all_seen (board, seen);
}

void
ew_window_guide_refresh (EwWindow *window)
{
  const EwBoard *board = window->canvas ? ew_window_board (window) : NULL;
  guint size = board != NULL ? ew_board_size (board) : 0;
  bool map;
  EwRect seen;

  if (board == NULL)
    return;
  seen = ew_view_visible (ew_canvas_view (window->canvas));
  gtk_widget_set_visible (window->hint, size == 0);
  gtk_widget_set_visible (window->back, size > 0 && !ew_rect_is_empty (seen) &&
                                            !is_anything_seen (board, seen));
  map = wants_map (window, board, seen);
  gtk_widget_set_visible (GTK_WIDGET (window->minimap), map);
  if (map && window->map_is_stale && window->map_pause == 0)
    paint_map (window);
  if (map)
    ew_minimap_set_view (window->minimap, ew_canvas_view (window->canvas));
}

void
ew_window_guide_board_changed (EwWindow *window)
{
  if (window->canvas == NULL)
    return;
  window->map_is_stale = true;
  g_clear_handle_id (&window->map_pause, g_source_remove);
  window->map_pause = g_timeout_add (MAP_PAUSE, map_pause_over_cb, window);
  if (!window->is_dragging)
    ew_window_view_changed (window);
}

static void
look_cb (EwMinimap *map, double x, double y, EwWindow *window)
{
  const EwView *view = ew_canvas_view (window->canvas);

  ew_canvas_set_view (window->canvas,
                      ew_view_center_on (*view, (EwPoint){ x, y }));
}

static GtkWidget *
new_hint (void)
{
  GtkWidget *hint = gtk_label_new (
      _ ("Double-click to write a note, or choose a tool below"));

  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_hide (hint);
  return hint;
}

static GtkWidget *
new_back (void)
{
  GtkWidget *back = gtk_button_new_with_label (_ ("Back to Content"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.zoom-fit");
  gtk_widget_set_focus_on_click (back, FALSE);
  gtk_widget_add_css_class (back, "ew-back");
  gtk_widget_hide (back);
  return back;
}

void
ew_window_guide_init (EwWindow *window)
{
  window->hint = new_hint ();
  window->back = new_back ();
  window->minimap = EW_MINIMAP (ew_minimap_new ());
  gtk_widget_hide (GTK_WIDGET (window->minimap));
  ew_stage_put (window->stage, EW_STAGE_HINT, window->hint);
  ew_stage_put (window->stage, EW_STAGE_BACK, window->back);
  ew_stage_put (window->stage, EW_STAGE_MAP, GTK_WIDGET (window->minimap));

  g_signal_connect_object (window->minimap, "look", G_CALLBACK (look_cb),
                           window, 0);
  g_signal_connect_object (window->settings, "changed::show-minimap",
                           G_CALLBACK (ew_window_view_changed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (ew_window_guide_board_changed), window,
                           G_CONNECT_SWAPPED);
}
