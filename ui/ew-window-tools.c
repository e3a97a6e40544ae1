/* Canvas and toolbox: who calls whom. */
#include "ew-window-private.h"

#include "ew-error.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

/* --- From the canvas to the toolbox ------------------------------------- */

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
use_late (EwWindow *window, gpointer data)
{
  ew_toolbox_use (window->toolbox, ew_canvas_place (window->canvas));
}

bool
ew_window_use_tool (EwWindow *window)
{
  if (ew_window_is_read_only (window) ||
      !ew_toolbox_takes_click (window->toolbox))
    return false;
  ew_window_with_identity (window, use_late, NULL, NULL);
  return true;
}

static void
set_dragging (EwWindow *window, bool dragging)
{
  if (window->is_dragging == dragging)
    return;
  window->is_dragging = dragging;
  ew_window_refresh_selection (window);
  ew_window_view_changed (window);
}

static void
drag (const EwPointer *pointer, gpointer data)
{
  EwWindow *window = data;

  if (ew_window_drag_out (window, pointer))
    return;
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
  ew_window_player_paint (data, pen);
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

/* --- From the toolbox to the others ------------------------------------- */

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
play (const char *id, gint64 second, gpointer data)
{
  ew_window_play (data, id, second * 1000);
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
  .play = play,
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

/* --- The bars ----------------------------------------------------------- */

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
pen_chosen_cb (EwPenBar *bar, const char *color, int width, EwWindow *window)
{
  g_settings_set_string (window->settings, "pen-color", color);
  g_settings_set_int (window->settings, "pen-width", width);
  ew_toolbox_set_tool (window->toolbox, "pen");
}

static void
add_pen_bar (EwWindow *window)
{
  window->pen_bar = EW_PEN_BAR (ew_pen_bar_new ());
  ew_tool_bar_add_choices (window->tool_bar, "pen",
                           GTK_WIDGET (window->pen_bar));
  g_signal_connect_object (window->pen_bar, "chosen",
                           G_CALLBACK (pen_chosen_cb), window, 0);
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

static void
settle_cb (EwSelectionBar *bar, const char *key, int how, EwWindow *window)
{
  ew_window_settle (window, key, how);
}

void
ew_window_refresh_selection (EwWindow *window)
{
  const EwBoard *board = ew_window_board (window);
  bool shown = ew_selection_bar_refresh (window->selection_bar,
                                         window->selection, board);

  shown = shown && !window->is_dragging && !ew_window_is_read_only (window);
  if (shown)
    ew_stage_set_anchor (window->stage,
                         ew_canvas_selection_rect (window->canvas));
  gtk_widget_set_visible (GTK_WIDGET (window->selection_bar), shown);
  ew_window_refresh_actions (window);
}

/* --- Settings ----------------------------------------------------------- */

static void
color_changed_cb (GSettings *settings, const char *key, EwWindow *window)
{
  g_autofree char *color = g_settings_get_string (settings, "note-color");

  ew_toolbox_set_color (window->toolbox, color);
}

static void
pen_changed_cb (GSettings *settings, const char *key, EwWindow *window)
{
  g_autofree char *color = g_settings_get_string (settings, "pen-color");
  int width = g_settings_get_int (settings, "pen-width");

  ew_toolbox_set_pen (window->toolbox, color, width);
  ew_pen_bar_show (window->pen_bar, color, width);
}

static void
keep_changed_cb (GSettings *settings, const char *key, EwWindow *window)
{
  bool keep = g_settings_get_boolean (settings, "keep-tool");

  ew_toolbox_set_keep (window->toolbox, keep);
  if (key != NULL)
    ew_window_say (window,
                   keep ? _ ("The tool stays in hand after it was used")
                        : _ ("After a tool was used, Select comes back"));
}

/* On a grid that one sees, one may stand on it. */
static void
snapping_changed_cb (GSettings *settings, const char *key, EwWindow *window)
{
  bool on_grid = g_settings_get_boolean (settings, "show-grid") &&
                 g_settings_get_boolean (settings, "snap-to-grid");
  bool on_objects = g_settings_get_boolean (settings, "snap-to-objects");

  ew_toolbox_set_snapping (window->toolbox,
                           (on_objects ? EW_SNAPPING_OBJECTS : 0) |
                               (on_grid ? EW_SNAPPING_GRID : 0));
}

static void
grid_changed_cb (GSettings *settings, const char *key, EwWindow *window)
{
  ew_canvas_set_grid (window->canvas,
                      g_settings_get_boolean (settings, "show-grid"));
  snapping_changed_cb (settings, key, window);
}

static void
view_changed_cb (EwCanvas *canvas, EwWindow *window)
{
  ew_toolbox_set_view (window->toolbox, ew_canvas_view (canvas));
}

static void
authors_changed_cb (GSettings *settings, const char *key, EwWindow *window)
{
  ew_canvas_set_authors (window->canvas,
                         g_settings_get_boolean (settings, "show-authors"));
}

static void
spelling_changed_cb (GSettings *settings, const char *key, EwWindow *window)
{
  ew_canvas_set_spelling (window->canvas,
                          g_settings_get_boolean (settings, "check-spelling"));
}

static void
follow_settings (EwWindow *window)
{
  GSettings *settings = window->settings;

  g_signal_connect_object (settings, "changed::note-color",
                           G_CALLBACK (color_changed_cb), window, 0);
  g_signal_connect_object (settings, "changed::show-authors",
                           G_CALLBACK (authors_changed_cb), window, 0);
  g_signal_connect_object (settings, "changed::check-spelling",
                           G_CALLBACK (spelling_changed_cb), window, 0);
  g_signal_connect_object (settings, "changed::show-grid",
                           G_CALLBACK (grid_changed_cb), window, 0);
  g_signal_connect_object (settings, "changed::snap-to-grid",
                           G_CALLBACK (snapping_changed_cb), window, 0);
  g_signal_connect_object (settings, "changed::snap-to-objects",
                           G_CALLBACK (snapping_changed_cb), window, 0);
  g_signal_connect_object (settings, "changed::pen-color",
                           G_CALLBACK (pen_changed_cb), window, 0);
  g_signal_connect_object (settings, "changed::pen-width",
                           G_CALLBACK (pen_changed_cb), window, 0);
  g_signal_connect_object (settings, "changed::keep-tool",
                           G_CALLBACK (keep_changed_cb), window, 0);
  pen_changed_cb (settings, NULL, window);
  keep_changed_cb (settings, NULL, window);
  color_changed_cb (settings, NULL, window);
  grid_changed_cb (settings, NULL, window);
  authors_changed_cb (settings, NULL, window);
  spelling_changed_cb (settings, NULL, window);
}

void
ew_window_tools_init (EwWindow *window)
{
  window->toolbox = ew_toolbox_new (window->selection, &host, window);
  ew_canvas_set_handler (window->canvas, &handler, window);
  gtk_widget_set_focusable (GTK_WIDGET (window->canvas), TRUE);

  fill_tool_bar (window);
  add_pen_bar (window);
  tool_changed_cb (window->toolbox, window);
  g_signal_connect_object (window->toolbox, "tool-changed",
                           G_CALLBACK (tool_changed_cb), window, 0);
  g_signal_connect_object (window->tool_bar, "tool-chosen",
                           G_CALLBACK (tool_chosen_cb), window, 0);
  g_signal_connect_object (window->selection_bar, "color-chosen",
                           G_CALLBACK (color_chosen_cb), window, 0);
  g_signal_connect_object (window->selection_bar, "settle",
                           G_CALLBACK (settle_cb), window, 0);
  g_signal_connect_object (window->selection, "changed",
                           G_CALLBACK (ew_window_refresh_selection), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->canvas, "view-changed",
                           G_CALLBACK (view_changed_cb), window, 0);
  g_signal_connect_object (window->canvas, "failed",
                           G_CALLBACK (canvas_failed_cb), window, 0);
  ew_window_keys_init (window);
  follow_settings (window);
}
