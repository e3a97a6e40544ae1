/* What can be done with a walkthrough, in the menus: with the one that is
 * selected, and with the one that plays. */
#include "ew-window-private.h"

#include "ew-actions.h"
#include "ew-walkthrough.h"
#include "ew-window-walkthrough.h"

/* Sections end with NULL, the menu with an empty one. */
static const char *const selected_menu[] = {
  "win.play-walkthrough",
  "win.captions",
  "win.export-walkthrough",
  NULL,
};
static const char *const playing_menu[] = {
  "win.tour-captions",
  "win.tour-export",
  NULL,
  NULL,
};

/* Returns: (nullable): the one that is selected, alone. */
static const EwWalkthrough *
selected (EwWindow *window)
{
  const char *id = ew_selection_single (window->selection);
  const EwBoard *board = ew_window_board (window);

  return id && board ? ew_walkthrough_from_object (ew_board_get (board, id))
                     : NULL;
}

/* It concerns few objects: the others keep a short menu. */
static void
append_if_enabled (GMenu *menu, const char *action)
{
  g_autoptr (GMenuItem) item = ew_action_menu_item (action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

GMenuModel *
ew_window_walkthrough_menu (void)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; selected_menu[i] != NULL; i++)
    append_if_enabled (section, selected_menu[i]);
  append_if_enabled (section, "win.attach-media");
  append_if_enabled (section, "win.play-file");
  return G_MENU_MODEL (section);
}

GMenuModel *
ew_window_tour_menu (void)
{
  return ew_actions_menu (playing_menu);
}

void
ew_window_walkthrough_refresh (EwWindow *window)
{
  const EwWalkthrough *walk = selected (window);
  bool plays = walk != NULL && ew_walkthrough_plays (walk);

  for (guint i = 0; selected_menu[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (window), selected_menu[i],
                                   plays);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.captions",
                                 walk != NULL && (plays || *walk->url == '\0'));
  ew_window_attach_refresh (window);
  ew_window_media_refresh (window);
}

static void
play_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const char *id = ew_selection_single (window->selection);

  if (id != NULL)
    ew_window_play (window, id, 0);
}

static void
captions_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_show_captions (EW_WINDOW (widget));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const char *id = g_str_equal (name, "win.tour-export")
                       ? ew_window_player_id (window)
                       : ew_selection_single (window->selection);

  if (id != NULL)
    ew_window_export_walkthrough (window, id);
}

void
ew_window_walkthrough_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.play-walkthrough", NULL,
                                   play_cb);
  gtk_widget_class_install_action (class, "win.captions", NULL, captions_cb);
  gtk_widget_class_install_action (class, "win.tour-captions", NULL,
                                   captions_cb);
  gtk_widget_class_install_action (class, "win.export-walkthrough", NULL,
                                   export_cb);
  gtk_widget_class_install_action (class, "win.tour-export", NULL, export_cb);
}
