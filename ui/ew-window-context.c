/* The menu of the canvas: what can be done with what is under the pointer, or
 * with what is selected. */
#include "ew-window-private.h"

#include "ew-actions.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

/* How near to a thin line counts as on it, px of the window. */
#define SLOP 6.0

/* Sections end with NULL, the menu with an empty one. */
/* clang-format off */
static const char *const context_menu[] = {
  "win.settle",
  "win.edit",
  "win.tick",
  "win.open-link",
  "win.link",
  "win.connect",
  "win.comment",
  "win.react",
  "win.biography",
  NULL,
  "win.cut",
  "win.copy",
  "win.paste",
  "win.duplicate",
  "win.move-to-frame",
  NULL,
  "win.select-all",
  "win.delete",
  NULL,
  NULL,
};
/* clang-format on */

/* A press on something that is not selected means that alone. */
static void
select_under (EwWindow *window, EwPoint at)
{
  const EwView *view = ew_canvas_view (window->canvas);
  const EwBoard *board = ew_window_board (window);
  const EwObject *object = ew_board_pick (board, ew_view_to_board (view, at),
                                          SLOP / view->zoom, view->zoom);

  if (object == NULL)
    ew_selection_clear (window->selection);
  else if (!ew_selection_has (window->selection, object->id))
    ew_selection_set_one (window->selection, object->id);
}

static void
open_menu (EwWindow *window, EwPoint at)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (window->context),
                               &(GdkRectangle){ at.x, at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (window->context));
}

static void
pressed_cb (GtkGestureClick *gesture, int presses, double x, double y,
            EwWindow *window)
{
  EwPoint at = { x, y };

  if (ew_window_board (window) == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ew_canvas_stop_editing (window->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  select_under (window, at);
  open_menu (window, at);
}

static void
context_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  EwRect box = ew_canvas_selection_rect (window->canvas);
  const EwView *view = ew_canvas_view (window->canvas);

  if (ew_window_board (window) == NULL)
    return;
  if (ew_rect_is_empty (box))
    box = (EwRect){ 0, 0, view->width, view->height };
  open_menu (window, ew_rect_center (box));
}

/* A menu that closed in one of its submenus keeps the focus where nobody sees
 * it, and keys would go nowhere. */
static gboolean
return_focus_cb (gpointer data)
{
  g_autoptr (EwWindow) window = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (window->canvas != NULL &&
      (focus == NULL || !gtk_widget_is_drawable (focus)))
    gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  return G_SOURCE_REMOVE;
}

void
ew_window_return_focus (EwWindow *window)
{
  g_idle_add (return_focus_cb, g_object_ref (window));
}

/* Else GTK looks for the next thing that can have it, in a panel.  What was
 * chosen takes it from here. */
static void
closed_cb (EwWindow *window)
{
  const char *id;

  if (window->canvas == NULL)
    return;
  id = ew_selection_single (window->selection);
  if (!window->walk.by_keyboard || id == NULL ||
      !ew_canvas_focus (window->canvas, id))
    gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  ew_window_return_focus (window);
}

void
ew_window_context_init (EwWindow *window)
{
  GtkWidget *stage = GTK_WIDGET (window->stage);
  GtkGesture *gesture = gtk_gesture_click_new ();
  g_autoptr (GMenuModel) menu = ew_actions_menu (context_menu);
  g_autoptr (GMenuModel) arrange = ew_window_arrange_menu ();
  g_autoptr (GMenuModel) reshape = ew_window_reshape_menu ();
  g_autoptr (GMenuModel) past = ew_window_past_menu ();
  g_autoptr (GMenuModel) walkthrough = ew_window_walkthrough_menu ();

  g_menu_insert_submenu (G_MENU (menu), 2, _ ("Arrange"), arrange);
  g_menu_insert_submenu (G_MENU (menu), 3, _ ("Size and Angle"), reshape);
  g_menu_insert_section (G_MENU (menu), 1, NULL, walkthrough);
  g_menu_prepend_section (G_MENU (menu), NULL, past);
  window->context = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (window->context), FALSE);
  /* Beside the pointer it may slide up as far as it must to be seen as a whole;
   * below it GTK would make it small instead. */
  gtk_popover_set_position (GTK_POPOVER (window->context), GTK_POS_RIGHT);
  gtk_widget_set_valign (window->context, GTK_ALIGN_START);
  gtk_widget_set_parent (window->context, stage);
  g_signal_connect_object (window->context, "closed", G_CALLBACK (closed_cb),
                           window, G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture),
                                 GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), window,
                           0);
  gtk_widget_add_controller (GTK_WIDGET (window->canvas),
                             GTK_EVENT_CONTROLLER (gesture));
}

void
ew_window_context_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.context-menu", NULL,
                                   context_menu_cb);
}
