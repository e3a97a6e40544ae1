#include "ew-board-row.h"

#include "ew-due.h"
#include "ew-face.h"
#include "ew-intent-words.h"

#include <glib/gi18n-lib.h>

struct _EwBoardRow {
  GtkListBoxRow parent;
  char *id;
  bool follows;
  GtkWidget *menu, *box, *dot;
};

G_DEFINE_FINAL_TYPE (EwBoardRow, ew_board_row, GTK_TYPE_LIST_BOX_ROW)

static void
add_item (GMenu *menu, EwBoardRow *row, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", row->id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
ensure_menu (EwBoardRow *row)
{
  g_autoptr (GMenu) menu = NULL;

  if (row->menu != NULL)
    return row->menu;

  menu = g_menu_new ();
  add_item (menu, row, _ ("_Rename…"), "win.rename-board");
  add_item (menu, row, row->follows ? _ ("Do Not _Follow") : _ ("_Follow"),
            "win.follow-board");
  add_item (menu, row, _ ("_Delete"), "win.delete-board");
  row->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (row->menu), FALSE);
  gtk_widget_set_halign (row->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (row->menu, GTK_WIDGET (row));
  return row->menu;
}

static void
open_menu (EwBoardRow *row, double x, double y)
{
  GtkWidget *menu = ensure_menu (row);

  gtk_popover_set_pointing_to (GTK_POPOVER (menu),
                               &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (menu));
}

static void
pressed_cb (GtkGestureClick *gesture, int presses, double x, double y,
            EwBoardRow *row)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (row, x, y);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_menu (EW_BOARD_ROW (widget), 24, gtk_widget_get_height (widget) / 2.0);
}

static void
dispose (GObject *object)
{
  EwBoardRow *row = EW_BOARD_ROW (object);

  g_clear_pointer (&row->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_board_row_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwBoardRow *row = EW_BOARD_ROW (object);

  g_free (row->id);
  G_OBJECT_CLASS (ew_board_row_parent_class)->finalize (object);
}

static void
ew_board_row_class_init (EwBoardRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  gtk_widget_class_install_action (widget_class, "board-row.menu", NULL,
                                   menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0,
                                       "board-row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10,
                                       GDK_SHIFT_MASK, "board-row.menu", NULL);
}

static void
ew_board_row_init (EwBoardRow *row)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  row->follows = true;
  gtk_widget_add_css_class (GTK_WIDGET (row), "ew-board-row");
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture),
                                 GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), row, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (gesture));
}

GtkWidget *
ew_board_row_new (const char *id, const char *title)
{
  EwBoardRow *row;
  GtkWidget *label;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  row = g_object_new (EW_TYPE_BOARD_ROW, NULL);
  row->id = g_strdup (id);
  label =
      g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "ellipsize",
                    PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (label, "title");
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  row->dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (row->dot, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (row->dot, FALSE);
  gtk_widget_add_css_class (row->dot, "dot");
  gtk_box_append (GTK_BOX (row->box), row->dot);
  gtk_box_append (GTK_BOX (row->box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), row->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (row);
}

/* An alarm clock beside the date: not by its colour alone. */
static void
add_due (EwBoardRow *row, const EwIntent *intent, gint64 now)
{
  g_autofree char *due = ew_due_format_day (intent->due, now);
  GtkWidget *label = gtk_label_new (due);

  gtk_widget_add_css_class (label, "due");
  if (ew_intent_is_overdue (intent, now)) {
    GtkWidget *icon = gtk_image_new_from_icon_name ("alarm-symbolic");

    gtk_widget_add_css_class (icon, "due");
    gtk_widget_add_css_class (icon, "late");
    gtk_widget_add_css_class (label, "late");
    gtk_box_append (GTK_BOX (row->box), icon);
  }
  gtk_box_append (GTK_BOX (row->box), label);
}

static void
add_driver (EwBoardRow *row, EwSession *session, const char *driver)
{
  GtkWidget *face = ew_face_new (session, driver, NULL, EW_FACE_SMALL);

  gtk_widget_set_valign (face, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row->box), face);
}

void
ew_board_row_state (EwBoardRow *row, EwSession *session, const char *title,
                    const EwIntent *intent)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (EW_IS_BOARD_ROW (row) && intent != NULL);

  if (!ew_intent_is_stated (intent))
    return;
  if (intent->due)
    add_due (row, intent, now);
  if (*intent->driver)
    add_driver (row, session, intent->driver);
  words = ew_intent_words (intent, session, now);
  spoken = g_strdup_printf ("%s, %s", title, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
ew_board_row_set_unread (EwBoardRow *row, bool unread)
{
  g_return_if_fail (EW_IS_BOARD_ROW (row));

  gtk_widget_set_visible (row->dot, unread);
  if (unread)
    gtk_widget_add_css_class (GTK_WIDGET (row), "unread");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "unread");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      unread ? _ ("Something is new here") : "", -1);
}

void
ew_board_row_set_follows (EwBoardRow *row, bool follows)
{
  g_return_if_fail (EW_IS_BOARD_ROW (row));

  if (row->follows == follows)
    return;
  row->follows = follows;
  g_clear_pointer (&row->menu, gtk_widget_unparent);
}

const char *
ew_board_row_id (EwBoardRow *row)
{
  g_return_val_if_fail (EW_IS_BOARD_ROW (row), NULL);

  return row->id;
}
