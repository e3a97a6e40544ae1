#include "ew-side-panel.h"

#include <glib/gi18n-lib.h>

struct _EwSidePanel {
  GtkWidget parent;
  GtkWidget *box, *tabs, *stack;
  GtkToggleButton *first;
};

G_DEFINE_FINAL_TYPE (EwSidePanel, ew_side_panel, GTK_TYPE_WIDGET)

static void
dispose (GObject *object)
{
  EwSidePanel *panel = EW_SIDE_PANEL (object);

  g_clear_pointer (&panel->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_side_panel_parent_class)->dispose (object);
}

static void
ew_side_panel_class_init (EwSidePanelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static void
ew_side_panel_init (EwSidePanel *panel)
{
  panel->tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (panel->tabs, "ew-tabs");

  panel->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (panel->stack, TRUE);

  panel->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (panel->box), panel->tabs);
  gtk_box_append (GTK_BOX (panel->box), panel->stack);
  gtk_widget_set_parent (panel->box, GTK_WIDGET (panel));
  gtk_widget_set_size_request (panel->box, 300, -1);
  gtk_widget_add_css_class (GTK_WIDGET (panel), "ew-panel");
}

GtkWidget *
ew_side_panel_new (void)
{
  return g_object_new (EW_TYPE_SIDE_PANEL, NULL);
}

static void
toggled_cb (GtkToggleButton *tab, GtkWidget *page)
{
  GtkWidget *stack = gtk_widget_get_parent (page);

  if (gtk_toggle_button_get_active (tab))
    gtk_stack_set_visible_child (GTK_STACK (stack), page);
}

void
ew_side_panel_add (EwSidePanel *panel, GtkWidget *page, const char *title)
{
  GtkWidget *tab;

  g_return_if_fail (EW_IS_SIDE_PANEL (panel));
  g_return_if_fail (GTK_IS_WIDGET (page) && title != NULL);

  gtk_stack_add_child (GTK_STACK (panel->stack), page);
  tab = gtk_toggle_button_new_with_label (title);
  gtk_widget_add_css_class (tab, "flat");
  gtk_widget_add_css_class (tab, "ew-tab");
  g_object_set_data (G_OBJECT (page), "tab", tab);
  g_signal_connect_object (tab, "toggled", G_CALLBACK (toggled_cb), page, 0);
  gtk_box_append (GTK_BOX (panel->tabs), tab);

  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), panel->first);
  if (panel->first != NULL)
    return;
  panel->first = GTK_TOGGLE_BUTTON (tab);
  gtk_toggle_button_set_active (panel->first, TRUE);
}

void
ew_side_panel_show_page (EwSidePanel *panel, GtkWidget *page)
{
  GtkToggleButton *tab;

  g_return_if_fail (EW_IS_SIDE_PANEL (panel));

  tab = g_object_get_data (G_OBJECT (page), "tab");
  g_return_if_fail (tab != NULL);
  gtk_toggle_button_set_active (tab, TRUE);
}
