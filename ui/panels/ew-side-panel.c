#include "ew-side-panel.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

#define WIDTH 300

struct _EwSidePanel {
  GtkWidget parent;
  GtkWidget *box, *tabs, *stack;
  GtkWidget *aside, *aside_title; /* in place of the tabs */
  GtkWidget *left; /* the page of a tab that one goes back to */
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

/* A long sentence on one of the pages must not make the sides of the window
 * fold away: it wraps, or ends in dots. */
static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
         int *minimum, int *natural, int *min_baseline, int *nat_baseline)
{
  bool across = orientation == GTK_ORIENTATION_HORIZONTAL;

  gtk_widget_measure (EW_SIDE_PANEL (widget)->box, orientation, for_size,
                      minimum, natural, NULL, NULL);
  if (across)
    *natural = MAX (*minimum, WIDTH);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (EW_SIDE_PANEL (widget)->box, width, height, baseline,
                       NULL);
}

static void
ew_side_panel_class_init (EwSidePanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
}

static void
back_cb (EwSidePanel *panel)
{
  if (panel->left != NULL)
    ew_side_panel_show_page (panel, panel->left);
}

static GtkWidget *
new_aside (EwSidePanel *panel)
{
  GtkWidget *aside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  panel->aside_title = gtk_label_new ("");
  gtk_widget_add_css_class (panel->aside_title, "heading");
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_tooltip_text (back, _ ("Back"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back"), -1);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), panel,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (aside), back);
  gtk_box_append (GTK_BOX (aside), panel->aside_title);
  gtk_widget_add_css_class (aside, "ew-tabs");
  gtk_widget_hide (aside);
  return aside;
}

static void
ew_side_panel_init (EwSidePanel *panel)
{
  panel->tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (panel->tabs, "ew-tabs");

  panel->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (panel->stack, TRUE);

  panel->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  panel->aside = new_aside (panel);
  gtk_box_append (GTK_BOX (panel->box), panel->tabs);
  gtk_box_append (GTK_BOX (panel->box), panel->aside);
  gtk_box_append (GTK_BOX (panel->box), panel->stack);
  gtk_widget_set_parent (panel->box, GTK_WIDGET (panel));
  gtk_widget_set_size_request (panel->box, WIDTH, -1);
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

/* Five names have no room beside each other; the open one has. */
static GtkWidget *
new_tab (const char *title, const char *icon)
{
  GtkWidget *tab = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  g_object_bind_property (tab, "active", label, "visible",
                          G_BINDING_SYNC_CREATE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (tab), box);
  gtk_widget_set_tooltip_text (tab, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tab),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (tab, "flat");
  gtk_widget_add_css_class (tab, "ew-tab");
  return tab;
}

void
ew_side_panel_add (EwSidePanel *panel, GtkWidget *page, const char *title,
                   const char *icon)
{
  GtkWidget *tab;

  g_return_if_fail (EW_IS_SIDE_PANEL (panel));
  g_return_if_fail (GTK_IS_WIDGET (page) && title != NULL && icon != NULL);

  gtk_stack_add_child (GTK_STACK (panel->stack), page);
  tab = new_tab (title, icon);
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
  GtkWidget *now;

  g_return_if_fail (EW_IS_SIDE_PANEL (panel));

  tab = g_object_get_data (G_OBJECT (page), "tab");
  now = gtk_stack_get_visible_child (GTK_STACK (panel->stack));
  if (tab == NULL && g_object_get_data (G_OBJECT (now), "tab") != NULL)
    panel->left = now;
  gtk_widget_set_visible (panel->tabs, tab != NULL);
  gtk_widget_set_visible (panel->aside, tab == NULL);
  gtk_stack_set_visible_child (GTK_STACK (panel->stack), page);
  if (tab != NULL)
    gtk_toggle_button_set_active (tab, TRUE);
  else
    gtk_label_set_text (GTK_LABEL (panel->aside_title),
                        g_object_get_data (G_OBJECT (page), "title"));
}

void
ew_side_panel_add_aside (EwSidePanel *panel, GtkWidget *page, const char *title)
{
  g_return_if_fail (EW_IS_SIDE_PANEL (panel));
  g_return_if_fail (GTK_IS_WIDGET (page) && title != NULL);

  gtk_stack_add_child (GTK_STACK (panel->stack), page);
  g_object_set_data_full (G_OBJECT (page), "title", g_strdup (title), g_free);
}
