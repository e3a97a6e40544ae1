#include "ew-window-private.h"

#include "ew-window-walkthrough.h"

#include "ew-actions.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (EwWindow, ew_window, ADW_TYPE_APPLICATION_WINDOW)

static void
board_chosen_cb (EwSidebar *sidebar, const char *id, EwWindow *window)
{
  ew_window_show_board (window, id);
  if (adw_flap_get_folded (window->sidebar_flap))
    adw_flap_set_reveal_flap (window->sidebar_flap, FALSE);
}

/* --- The widget --------------------------------------------------------- */

static void
dispose (GObject *object)
{
  EwWindow *window = EW_WINDOW (object);

  g_cancellable_cancel (window->loading);
  g_clear_object (&window->loading);
  g_cancellable_cancel (window->news_ask);
  g_clear_object (&window->news_ask);
  ew_window_past_end (window);
  if (window->rename != NULL)
    gtk_widget_unparent (GTK_WIDGET (window->rename));
  window->rename = NULL;
  if (window->context != NULL)
    gtk_widget_unparent (window->context);
  window->context = NULL;
  g_clear_pointer (&window->thread, gtk_widget_unparent);
  g_clear_handle_id (&window->map_pause, g_source_remove);
  g_clear_handle_id (&window->close_timeout, g_source_remove);
  g_clear_handle_id (&window->close_hint, g_source_remove);
  /* The canvas calls the toolbox: let go of the one before the other. */
  if (window->canvas != NULL)
    ew_canvas_set_handler (window->canvas, NULL, NULL);
  window->canvas = NULL;
  ew_window_walk_end (window);
  ew_window_recorder_end (window);
  ew_window_player_end (window);
  ew_window_catch_up_free (window);
  ew_window_notify_end (window);
  ew_window_export_end (window);
  G_OBJECT_CLASS (ew_window_parent_class)->dispose (object);
  g_clear_object (&window->toolbox);
  g_clear_object (&window->selection);
  g_clear_object (&window->settings);
  g_clear_object (&window->session);
}

static void
finalize (GObject *object)
{
  EwWindow *window = EW_WINDOW (object);

  g_free (window->board);
  g_clear_pointer (&window->style, ew_object_unref);
  g_clear_object (&window->out.drag);
  g_clear_pointer (&window->out.board, g_free);
  G_OBJECT_CLASS (ew_window_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (EW_TYPE_SIDEBAR);
  g_type_ensure (EW_TYPE_SIDE_PANEL);
  g_type_ensure (EW_TYPE_STAGE);
  g_type_ensure (EW_TYPE_SYNC_PILL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, EwWindow, name)
  BIND (sidebar_flap);
  BIND (panel_flap);
  BIND (sidebar);
  BIND (toasts);
  BIND (pages);
  BIND (stage);
  BIND (side_panel);
  BIND (sync_pill);
  BIND (sidebar_button);
  BIND (panel_button);
  BIND (undo_button);
  BIND (redo_button);
  BIND (menu_button);
  BIND (board_button);
  BIND (board_label);
#undef BIND
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  ew_window_board_install (widget_class);
  ew_window_faults_install (widget_class);
  ew_window_context_install (widget_class);
  ew_window_edit_install (widget_class);
  ew_window_arrange_install (widget_class);
  ew_window_reshape_install (widget_class);
  ew_window_extend_install (widget_class);
  ew_window_clip_install (widget_class);
  ew_window_paste_install (widget_class);
  ew_window_link_install (widget_class);
  ew_window_recorder_install (widget_class);
  ew_window_player_install (widget_class);
  ew_window_export_install (widget_class);
  ew_window_walkthrough_install (widget_class);
  ew_window_captions_install (widget_class);
  ew_window_media_install (widget_class);
  ew_window_attach_install (widget_class);
  ew_window_talk_install (widget_class);
  ew_window_react_install (widget_class);
  ew_window_inbox_install (widget_class);
  ew_window_catch_up_install (widget_class);
  ew_window_intent_install (widget_class);
  ew_window_people_install (widget_class);
  ew_window_history_install (widget_class);
  ew_window_past_install (widget_class);
  ew_window_walk_install (widget_class);
  ew_window_outline_install (widget_class);
  ew_window_view_install (widget_class);
  ew_window_sync_install (widget_class);
  ew_window_menu_install (widget_class);
}

static void
ew_window_class_init (EwWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  GTK_WINDOW_CLASS (class)->close_request = ew_window_close_request;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/ew-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, board_chosen_cb);
  install_actions (widget_class);
}

/* What the board is for, what is wrong, and below it what is new. */
static GtkWidget *
new_top_bars (EwWindow *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  window->fault_bar = EW_FAULT_BAR (ew_fault_bar_new ());
  window->news_bar = EW_NEWS_BAR (ew_news_bar_new ());
  window->catch_up_bar = EW_CATCH_UP_BAR (ew_catch_up_bar_new ());
  gtk_widget_set_halign (GTK_WIDGET (window->news_bar), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), ew_window_intent_init (window));
  gtk_box_append (GTK_BOX (box), ew_window_past_init (window));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (window->fault_bar));
  gtk_widget_set_halign (GTK_WIDGET (window->catch_up_bar), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (window->news_bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (window->catch_up_bar));
  return box;
}

static void
put_bars (EwWindow *window)
{
  window->tool_bar = EW_TOOL_BAR (ew_tool_bar_new ());
  window->zoom_bar = EW_ZOOM_BAR (ew_zoom_bar_new ());
  window->selection_bar = EW_SELECTION_BAR (ew_selection_bar_new ());

  ew_stage_put (window->stage, EW_STAGE_CANVAS, GTK_WIDGET (window->canvas));
  ew_stage_put (window->stage, EW_STAGE_SELECTION,
                GTK_WIDGET (window->selection_bar));
  ew_stage_put (window->stage, EW_STAGE_NEWS, new_top_bars (window));
  ew_stage_put (window->stage, EW_STAGE_TOOLS, GTK_WIDGET (window->tool_bar));
  ew_stage_put (window->stage, EW_STAGE_ZOOM, GTK_WIDGET (window->zoom_bar));
}

static void
put_tour_bars (EwWindow *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), ew_window_export_init (window));
  gtk_box_append (GTK_BOX (box), ew_window_recorder_init (window));
  gtk_box_append (GTK_BOX (box), ew_window_player_init (window));
  ew_stage_put (window->stage, EW_STAGE_TOUR, box);
}

static void
put_panels (EwWindow *window)
{
  GtkWidget *comments = ew_comments_panel_new (window->selection);
  GtkWidget *details = ew_details_panel_new (window->selection);

  window->comments = EW_COMMENTS_PANEL (comments);
  window->details = EW_DETAILS_PANEL (details);
  ew_side_panel_add (window->side_panel, comments, _ ("Comments"),
                     "ew-comment-symbolic");
  ew_window_outline_init (window);
  ew_side_panel_add (window->side_panel, details, _ ("Details"),
                     "ew-details-symbolic");
  ew_window_captions_init (window);
}

static void
ew_window_init (EwWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));

  window->settings = g_settings_new (EW_APP_ID);
  window->selection = ew_selection_new ();
  window->canvas = EW_CANVAS (ew_canvas_new (window->selection));
  ew_window_board_init (window);
  put_bars (window);
  put_panels (window);
  ew_window_view_init (window);
  ew_window_tools_init (window);
  ew_window_context_init (window);
  ew_window_drop_init (window);
  ew_window_guide_init (window);
  ew_window_walk_init (window);
  ew_window_talk_init (window);
  ew_window_thread_init (window);
  ew_window_react_init (window);
  put_tour_bars (window);
  ew_window_inbox_init (window);
  ew_window_people_init (window);
  ew_window_history_init (window);
  ew_window_menu_init (window);
  ew_actions_dress (GTK_WIDGET (window));
}

static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwWindow *window)
{
  if (g_strcmp0 (board, window->board) != 0)
    return;
  ew_selection_keep_on (window->selection, ew_window_board (window));
  /* What a hand moves it has hidden the bar of; it refreshes at its end. */
  if (!window->is_dragging)
    ew_window_refresh_selection (window);
  ew_window_guide_board_changed (window);
}

static void
connect_session (EwWindow *window)
{
  EwSession *session = window->session;

  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), window,
                           0);
  g_signal_connect_object (session, "boards-changed",
                           G_CALLBACK (ew_window_boards_changed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "state-changed",
                           G_CALLBACK (ew_window_state_changed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "faults-changed",
                           G_CALLBACK (ew_window_faults_changed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "history-changed",
                           G_CALLBACK (ew_window_history_changed), window,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ew_window_new (GtkApplication *app, EwSession *session)
{
  EwWindow *window;

  g_return_val_if_fail (EW_IS_SESSION (session), NULL);

  ew_window_load_ahead (session);
  window = g_object_new (EW_TYPE_WINDOW, "application", app, NULL);
  window->session = g_object_ref (session);
  connect_session (window);
  ew_window_speak_init (window);
  ew_window_sync_init (window);
  ew_window_intent_connect (window);
  ew_sidebar_set_session (window->sidebar, session);
  ew_sync_pill_set_session (window->sync_pill, session);
  ew_inbox_panel_set_session (window->inbox, session);
  ew_window_state_changed (window);
  ew_window_show_first (window);
  ew_window_player_watch (window);
  ew_window_inbox_watch (window);
  ew_window_offer_recording (window);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  return GTK_WIDGET (window);
}

EwSession *
ew_window_session (EwWindow *window)
{
  g_return_val_if_fail (EW_IS_WINDOW (window), NULL);

  return window->session;
}

void
ew_window_set_workspaces (EwWindow *window, GMenuModel *menu)
{
  g_return_if_fail (EW_IS_WINDOW (window));

  ew_sidebar_set_menu (window->sidebar, menu);
}

void
ew_window_say (EwWindow *window, const char *sentence)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (EW_IS_WINDOW (window));
  g_return_if_fail (sentence != NULL);

  /* A toast's title is markup. */
  escaped = g_markup_escape_text (sentence, -1);
  adw_toast_overlay_add_toast (window->toasts, adw_toast_new (escaped));
  ew_window_announce (window, sentence);
}
