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

static GtkPopover *
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
  GtkWidget *owner = owner_of (button);

  if (owner != NULL)
    gtk_popover_popdown (menu_of (owner));
  if (menu_of (button) != NULL)
    gtk_popover_popup (menu_of (button));
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
  gtk_box_append (GTK_BOX (gtk_popover_get_child (menu_of (owner))), button);
}

static void
give_menu (GtkWidget *owner)
{
  GtkWidget *menu = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (menu),
                         gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2));
  gtk_popover_set_position (GTK_POPOVER (menu), GTK_POS_TOP);
  /* It may stay open while the first shape is already being drawn. */
  gtk_popover_set_autohide (GTK_POPOVER (menu), FALSE);
  gtk_widget_add_css_class (menu, "ew-tool-menu");
  gtk_widget_set_parent (menu, owner);
  g_object_set_data (G_OBJECT (owner), "menu", menu);
  g_signal_connect_object (owner, "destroy", G_CALLBACK (gtk_widget_unparent),
                           menu, G_CONNECT_SWAPPED);
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
    give_menu (bar->last);
  add_to_menu (bar, bar->last, item);
}

static void
dispose (GObject *object)
{
  EwToolBar *bar = EW_TOOL_BAR (object);

  g_clear_pointer (&bar->buttons, g_hash_table_unref);
  g_clear_pointer (&bar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_tool_bar_parent_class)->dispose (object);
}

static void
ew_tool_bar_class_init (EwToolBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("tool-chosen", EW_TYPE_TOOL_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
ew_tool_bar_init (EwToolBar *bar)
{
  bar->buttons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bar->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_parent (bar->box, GTK_WIDGET (bar));
  gtk_widget_add_css_class (GTK_WIDGET (bar), "ew-floating");
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
  if (!active && menu_of (button) != NULL)
    gtk_popover_popdown (menu_of (button));
}

void
ew_tool_bar_set_tool (EwToolBar *bar, const char *name)
{
  GHashTableIter iter;
  GtkWidget *button, *chosen, *owner;

  g_return_if_fail (EW_IS_TOOL_BAR (bar));
  g_return_if_fail (name != NULL);

  chosen = g_hash_table_lookup (bar->buttons, name);
  owner = chosen != NULL ? owner_of (chosen) : NULL;
  if (owner != NULL)
    stand_for (owner, chosen);

  g_hash_table_iter_init (&iter, bar->buttons);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &button)) {
    show_active (button, button == chosen);
    if (owner_of (button) != NULL)
      show_active (owner_of (button), owner == owner_of (button));
  }
}
