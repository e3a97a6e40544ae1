#include "ew-editor-menu.h"

#include <glib/gi18n-lib.h>

struct _EwEditorMenu {
  GtkTextView *view;
  EwSpelling *spelling; /* not owned */
  GtkWidget *popover; /* a child of the view's parent, or NULL */
  GSimpleActionGroup *actions;
  guint tidy; /* idle source: the popover has closed */
};

/* --- Popovers ---------------------------------------------------------- */

static void
drop_popover (EwEditorMenu *menu)
{
  g_clear_handle_id (&menu->tidy, g_source_remove);
  if (!menu->popover)
    return;
  g_signal_handlers_disconnect_by_data (menu->popover, menu);
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

static gboolean
tidy_cb (gpointer data)
{
  EwEditorMenu *menu = data;

  menu->tidy = 0;
  drop_popover (menu);
  return G_SOURCE_REMOVE;
}

/* The item that was chosen acts after the menu has closed. */
static void
closed_cb (EwEditorMenu *menu)
{
  gtk_widget_grab_focus (GTK_WIDGET (menu->view));
  if (!menu->tidy)
    menu->tidy = g_idle_add (tidy_cb, menu);
}

/* Where the view scrolled to, or will be in the next frame, may lie outside;
 * a popover must not. */
static GdkRectangle
keep_inside (GtkWidget *parent, GdkRectangle at)
{
  int width = gtk_widget_get_width (parent);
  int height = gtk_widget_get_height (parent);

  at.x = CLAMP (at.x, 0, MAX (width - 1, 0));
  at.y = CLAMP (at.y, 0, MAX (height - 1, 0));
  at.width = CLAMP (at.width, 1, MAX (width - at.x, 1));
  at.height = CLAMP (at.height, 1, MAX (height - at.y, 1));
  return at;
}

static GdkRectangle
to_parent (EwEditorMenu *menu, const GdkRectangle *area)
{
  GtkWidget *view = GTK_WIDGET (menu->view);
  GtkWidget *parent = gtk_widget_get_parent (view);
  graphene_point_t start, end;

  if (!gtk_widget_compute_point (
          view, parent, &GRAPHENE_POINT_INIT (area->x, area->y), &start) ||
      !gtk_widget_compute_point (
          view, parent,
          &GRAPHENE_POINT_INIT (area->x + area->width, area->y + area->height),
          &end))
    return (GdkRectangle){ 0, 0, 1, 1 };
  return keep_inside (parent, (GdkRectangle){ (int) start.x, (int) start.y,
                                              (int) (end.x - start.x),
                                              (int) (end.y - start.y) });
}

static void
show (EwEditorMenu *menu, GtkWidget *popover, const GdkRectangle *area)
{
  GdkRectangle at = to_parent (menu, area);

  drop_popover (menu);
  menu->popover = popover;
  gtk_widget_set_parent (popover,
                         gtk_widget_get_parent (GTK_WIDGET (menu->view)));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &at);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (closed_cb), menu);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static GdkRectangle
caret_area (EwEditorMenu *menu)
{
  GdkRectangle area;

  gtk_text_view_get_cursor_locations (menu->view, NULL, &area, NULL);
  gtk_text_view_buffer_to_window_coords (menu->view, GTK_TEXT_WINDOW_WIDGET,
                                         area.x, area.y, &area.x, &area.y);
  return area;
}

/* --- The menu ---------------------------------------------------------- */

static GMenuModel *
menu_model (EwEditorMenu *menu)
{
  GMenuModel *suggestions = gtk_text_view_get_extra_menu (menu->view);
  GMenu *all = g_menu_new ();
  g_autoptr (GMenu) clipboard = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  g_menu_append (clipboard, _ ("Cut"), "editor.cut");
  g_menu_append (clipboard, _ ("Copy"), "editor.copy");
  g_menu_append (clipboard, _ ("Paste"), "editor.paste");
  g_menu_append (more, _ ("Select All"), "editor.select-all");
  g_menu_append (more, _ ("Emoji…"), "editor.emoji");
  if (suggestions)
    g_menu_append_section (all, NULL, suggestions);
  g_menu_append_section (all, NULL, G_MENU_MODEL (clipboard));
  g_menu_append_section (all, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (all);
}

static void
enable (EwEditorMenu *menu, const char *name, bool enabled)
{
  GAction *action =
      g_action_map_lookup_action (G_ACTION_MAP (menu->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
popup_at (EwEditorMenu *menu, int offset, const GdkRectangle *area)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (menu->view);
  g_autoptr (GMenuModel) model = NULL;
  GtkWidget *popover;

  if (menu->spelling)
    ew_spelling_offer (menu->spelling, offset);
  enable (menu, "cut", gtk_text_buffer_get_has_selection (buffer));
  enable (menu, "copy", gtk_text_buffer_get_has_selection (buffer));
  model = menu_model (menu);
  popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_insert_action_group (popover, "editor",
                                  G_ACTION_GROUP (menu->actions));
  if (menu->spelling)
    gtk_widget_insert_action_group (popover, "spelling",
                                    ew_spelling_actions (menu->spelling));
  show (menu, popover, area);
}

void
ew_editor_menu_popup (EwEditorMenu *menu)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (menu->view);
  GdkRectangle area = caret_area (menu);
  int offset;

  g_object_get (buffer, "cursor-position", &offset, NULL);
  popup_at (menu, offset, &area);
}

static void
pressed_cb (EwEditorMenu *menu, int n, double x, double y, GtkGesture *gesture)
{
  GdkRectangle area = { (int) x, (int) y, 1, 1 };
  GtkTextIter at;
  int left, top;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_view_window_to_buffer_coords (menu->view, GTK_TEXT_WINDOW_WIDGET,
                                         area.x, area.y, &left, &top);
  gtk_text_view_get_iter_at_location (menu->view, &at, left, top);
  popup_at (menu, gtk_text_iter_get_offset (&at), &area);
}

/* --- What it does ------------------------------------------------------ */

static void
clipboard_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EwEditorMenu *menu = data;
  const char *name = g_action_get_name (G_ACTION (action));
  g_autofree char *full = g_strdup_printf ("clipboard.%s", name);

  gtk_widget_activate_action (GTK_WIDGET (menu->view), full, NULL);
}

static void
select_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  EwEditorMenu *menu = data;

  g_signal_emit_by_name (menu->view, "select-all", TRUE);
}

static void
emoji_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ew_editor_menu_choose_emoji (data);
}

static void
picked_cb (EwEditorMenu *menu, const char *emoji)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (menu->view);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, emoji, -1);
  gtk_text_buffer_end_user_action (buffer);
}

void
ew_editor_menu_choose_emoji (EwEditorMenu *menu)
{
  GtkWidget *chooser = gtk_emoji_chooser_new ();
  GdkRectangle area = caret_area (menu);

  g_signal_connect_swapped (chooser, "emoji-picked", G_CALLBACK (picked_cb),
                            menu);
  show (menu, chooser, &area);
}

static bool
is_menu_key (guint key, GdkModifierType state)
{
  return key == GDK_KEY_Menu ||
         (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK));
}

bool
ew_editor_menu_key (EwEditorMenu *menu, guint key, GdkModifierType state)
{
  bool emoji = (key == GDK_KEY_period || key == GDK_KEY_semicolon) &&
               (state & GDK_CONTROL_MASK);

  if (emoji)
    ew_editor_menu_choose_emoji (menu);
  else if (is_menu_key (key, state))
    ew_editor_menu_popup (menu);
  else
    return false;
  return true;
}

/* --- Life -------------------------------------------------------------- */

static const GActionEntry entries[] = {
  { "cut", clipboard_cb },   { "copy", clipboard_cb },
  { "paste", clipboard_cb }, { "select-all", select_all_cb },
  { "emoji", emoji_cb },
};

EwEditorMenu *
ew_editor_menu_new (GtkTextView *view)
{
  EwEditorMenu *menu = g_new0 (EwEditorMenu, 1);
  GtkGesture *click = gtk_gesture_click_new ();

  menu->view = view;
  menu->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (menu->actions), entries,
                                   G_N_ELEMENTS (entries), menu);
  /* Before the text view opens a menu of its own. */
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click),
                                 GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  return menu;
}

void
ew_editor_menu_free (EwEditorMenu *menu)
{
  if (!menu)
    return;
  drop_popover (menu);
  g_object_unref (menu->actions);
  g_free (menu);
}

void
ew_editor_menu_set_spelling (EwEditorMenu *menu, EwSpelling *spelling)
{
  menu->spelling = spelling;
}

bool
ew_editor_menu_holds (EwEditorMenu *menu, GtkWidget *focus)
{
  return focus && menu->popover &&
         (focus == menu->popover ||
          gtk_widget_is_ancestor (focus, menu->popover));
}
