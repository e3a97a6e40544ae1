#include "ew-tool-bar.h"

#include <glib/gi18n-lib.h>

struct _EwToolBar {
  GtkWidget parent;
  GtkWidget *box;
  GHashTable *buttons; /* name → its GtkToggleButton              */
  GtkWidget *last; /* what a tool of a menu hangs on          */
  int group; /* of `last` */
};

G_DEFINE_FINAL_TYPE (EwToolBar, ew_tool_bar, GTK_TYPE_WIDGET)

static const char *
name_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "tool");
}

static void
set_name_of (GtkWidget *button, const char *name)
{
  g_object_set_data_full (G_OBJECT (button), "tool", g_strdup (name), g_free);
}

/* The strip of tools above a button. */
static GtkWidget *
menu_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "menu");
}

/* A tool of a menu: the button below wears its icon and stands for it. */
static GtkWidget *
owner_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "owner");
}

static void
clicked_cb (GtkWidget *button, EwToolBar *bar)
{
  g_signal_emit_by_name (bar, "tool-chosen", name_of (button));
}

static void
describe (GtkWidget *button, const EwToolBarItem *item)
{
  g_autofree char *tooltip = NULL;

  tooltip = item->shortcut == NULL
                ? g_strdup (item->title)
                : g_strdup_printf ("%s (%s)", item->title, item->shortcut);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, item->title, -1);
}

static GtkWidget *
new_button (EwToolBar *bar, const EwToolBarItem *item)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), item->icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ew-tool");
  /* The canvas keeps the focus, so that letters go on choosing tools. */
  gtk_widget_set_focus_on_click (button, FALSE);
  describe (button, item);
  set_name_of (button, item->name);
  g_hash_table_insert (bar->buttons, g_strdup (item->name), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), bar, 0);
  return button;
}

static void
add_to_menu (EwToolBar *bar, GtkWidget *owner, const EwToolBarItem *item)
{
  GtkWidget *button = new_button (bar, item);

  g_object_set_data (G_OBJECT (button), "owner", owner);
  gtk_box_append (GTK_BOX (menu_of (owner)), button);
}

/* Not a popover: it stays while the first shape is already being drawn. */
static void
give_menu (EwToolBar *bar, GtkWidget *owner)
{
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_widget_add_css_class (strip, "ew-floating");
  gtk_widget_set_halign (strip, GTK_ALIGN_CENTER);
  gtk_widget_hide (strip);
  gtk_widget_insert_before (strip, GTK_WIDGET (bar), bar->box);
  g_object_set_data (G_OBJECT (owner), "menu", strip);
}

static void
add_to_bar (EwToolBar *bar, const EwToolBarItem *item)
{
  if (bar->last != NULL && item->group != bar->group)
    gtk_box_append (GTK_BOX (bar->box),
                    gtk_separator_new (GTK_ORIENTATION_VERTICAL));

  bar->group = item->group;
  bar->last = new_button (bar, item);
  gtk_box_append (GTK_BOX (bar->box), bar->last);
}

void
ew_tool_bar_add (EwToolBar *bar, const EwToolBarItem *item)
{
  g_return_if_fail (EW_IS_TOOL_BAR (bar));
  g_return_if_fail (item != NULL && item->name != NULL);

  if (!item->in_menu || bar->last == NULL) {
    add_to_bar (bar, item);
    return;
  }
  if (menu_of (bar->last) == NULL)
    give_menu (bar, bar->last);
  add_to_menu (bar, bar->last, item);
}

void
ew_tool_bar_add_choices (EwToolBar *bar, const char *name, GtkWidget *widget)
{
  GtkWidget *owner;

  g_return_if_fail (EW_IS_TOOL_BAR (bar));
  owner = g_hash_table_lookup (bar->buttons, name);
  g_return_if_fail (owner != NULL);

  if (menu_of (owner) == NULL)
    give_menu (bar, owner);
  else
    gtk_box_append (GTK_BOX (menu_of (owner)),
                    gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (menu_of (owner)), widget);
}

static void
dispose (GObject *object)
{
  EwToolBar *bar = EW_TOOL_BAR (object);
  GtkWidget *child;

  g_clear_pointer (&bar->buttons, g_hash_table_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (bar))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ew_tool_bar_parent_class)->dispose (object);
}

/* Beside a short strip the board is in reach. */
static gboolean
contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
ew_tool_bar_class_init (EwToolBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  widget_class->contains = contains;
  g_signal_new ("tool-chosen", EW_TYPE_TOOL_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
ew_tool_bar_init (EwToolBar *bar)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (bar));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  bar->buttons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bar->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_add_css_class (bar->box, "ew-floating");
  gtk_widget_set_parent (bar->box, GTK_WIDGET (bar));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tools"), -1);
}

GtkWidget *
ew_tool_bar_new (void)
{
  return g_object_new (EW_TYPE_TOOL_BAR, NULL);
}

static void
stand_for (GtkWidget *owner, GtkWidget *button)
{
  gtk_button_set_icon_name (GTK_BUTTON (owner),
                            gtk_button_get_icon_name (GTK_BUTTON (button)));
  gtk_widget_set_tooltip_text (owner, gtk_widget_get_tooltip_text (button));
  set_name_of (owner, name_of (button));
}

static void
show_active (GtkWidget *button, bool active)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  if (menu_of (button) != NULL)
    gtk_widget_set_visible (menu_of (button), active);
}

void
ew_tool_bar_set_tool (EwToolBar *bar, const char *name)
{
  GHashTableIter iter;
  GtkWidget *button, *chosen, *head;

  g_return_if_fail (EW_IS_TOOL_BAR (bar));
  g_return_if_fail (name != NULL);

  head = chosen = g_hash_table_lookup (bar->buttons, name);
  if (chosen != NULL && owner_of (chosen) != NULL) {
    head = owner_of (chosen);
    stand_for (head, chosen);
  }
  g_hash_table_iter_init (&iter, bar->buttons);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &button))
    show_active (button, button == chosen || button == head);
}
