#include "ew-inbox-row.h"

#include "ew-ago.h"
#include "ew-due.h"
#include "ew-news-words.h"

#include <glib/gi18n-lib.h>

EwInboxItem *
ew_inbox_row_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static EwSession *
session_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "session");
}

/* --- Words ---------------------------------------------------------------- */

static char *
place_and_time (const EwInboxItem *item)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *title = *item->title ? item->title : _ ("Untitled Board");
  g_autofree char *time = item->due ? ew_due_format (item->due, now)
                                    : ew_ago_format (item->time, now);

  if (item->is_overdue)
    return g_strdup_printf (_ ("%s · overdue since %s"), title, time);
  if (item->due)
    return g_strdup_printf (_ ("%s · by %s"), title, time);
  if (item->time == 0)
    return g_strdup (title);
  return g_strdup_printf (_ ("%s · %s"), title, time);
}

static GtkWidget *
new_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* Names may be long, and what comes behind them says what it is about. */
static GtkWidget *
new_headline (const EwInboxItem *item)
{
  g_autofree char *text = ew_inbox_headline (item);
  GtkWidget *label = new_label (text, "author");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  return label;
}

static GtkWidget *
new_words (const EwInboxItem *item)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *place = place_and_time (item);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (words, "ew-message");
  gtk_box_append (GTK_BOX (words), new_headline (item));
  if (*item->text)
    gtk_box_append (GTK_BOX (words), new_label (item->text, "body"));
  gtk_box_append (GTK_BOX (words), new_label (place, "time"));
  return words;
}

/* --- What can be done ----------------------------------------------------- */

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_choice (GMenu *menu, const char *label, const char *action,
            const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (EwSession *session, const EwInboxItem *item)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) later = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  add_choice (later, _ ("In an Hour"), "inbox.snooze(0)", "s");
  add_choice (later, _ ("Later Today"), "inbox.snooze(1)", "l");
  add_choice (later, _ ("Tomorrow at 9:00"), "inbox.snooze(2)", "t");
  add_choice (later, _ ("Choose a Time…"), "inbox.snooze-until", "<Shift>s");
  add_choice (more, item->is_kept ? _ ("Do Not Keep") : _ ("Keep"),
              "inbox.keep", "k");
  add_choice (more,
              ew_session_follows (session, item->board)
                  ? _ ("Do Not Follow the Board")
                  : _ ("Follow the Board"),
              "inbox.follow", "f");
  g_menu_append_section (menu, _ ("Put Off"), G_MENU_MODEL (later));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/* Made when it is opened: there may be many rows. */
static void
fill_menu_cb (GtkMenuButton *button, gpointer row)
{
  g_autoptr (GMenuModel) menu =
      new_menu (session_of (row), ew_inbox_row_item (row));

  gtk_widget_grab_focus (row);
  gtk_menu_button_set_menu_model (button, menu);
}

static GtkWidget *
new_menu_button (GtkWidget *row)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu_cb,
                                         row, NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "alarm-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  name_widget (button, _ ("Put Off or Keep"));
  return button;
}

void
ew_inbox_row_open_menu (GtkWidget *row)
{
  gtk_menu_button_popup (g_object_get_data (G_OBJECT (row), "menu"));
}

static void
row_pressed_cb (GtkGestureClick *gesture, int presses, double x, double y,
                GtkWidget *row)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ew_inbox_row_open_menu (row);
}

static void
done_clicked_cb (GtkButton *button, GtkWidget *row)
{
  ew_session_inbox_done (session_of (row), ew_inbox_row_item (row));
}

static void
open_menu_on_right_click (GtkWidget *row)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture),
                                 GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (row_pressed_cb), row,
                           0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
}

static GtkWidget *
new_buttons (GtkWidget *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *menu = new_menu_button (row);
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");

  g_object_set_data (G_OBJECT (row), "menu", menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  name_widget (button, _ ("Done"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (done_clicked_cb), row,
                           0);
  gtk_box_append (GTK_BOX (box), menu);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* --- The row -------------------------------------------------------------- */

GtkWidget *
ew_inbox_row_new (EwSession *session, EwInboxItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *head = ew_inbox_headline (item);
  g_autofree char *place = place_and_time (item);
  g_autofree char *name =
      g_strdup_printf ("%s. %s. %s", head, item->text, place);

  g_object_set_data (G_OBJECT (row), "item", item);
  g_object_set_data (G_OBJECT (row), "session", session);
  gtk_box_append (GTK_BOX (box), new_words (item));
  gtk_box_append (GTK_BOX (box), new_buttons (row));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  open_menu_on_right_click (row);
  gtk_widget_add_css_class (row, "ew-inbox-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}
