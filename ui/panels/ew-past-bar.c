#include "ew-past-bar.h"

#include <glib/gi18n-lib.h>

struct _EwPastBar {
  GtkWidget parent;
  GtkWidget *box, *label, *some;
};

G_DEFINE_FINAL_TYPE (EwPastBar, ew_past_bar, GTK_TYPE_WIDGET)

static void
dispose (GObject *object)
{
  EwPastBar *bar = EW_PAST_BAR (object);

  g_clear_pointer (&bar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_past_bar_parent_class)->dispose (object);
}

static void
ew_past_bar_class_init (EwPastBarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class),
                                        GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static GtkWidget *
add_button (EwPastBar *bar, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "ew-past-button");
  gtk_box_append (GTK_BOX (bar->box), button);
  return button;
}

static void
add_words (EwPastBar *bar)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("ew-history-symbolic");

  gtk_widget_set_margin_end (icon, 4);
  bar->label = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (bar->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (bar->label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (bar->label), 60);
  gtk_widget_set_margin_end (bar->label, 8);
  gtk_widget_set_hexpand (bar->label, TRUE);
  gtk_box_append (GTK_BOX (bar->box), icon);
  gtk_box_append (GTK_BOX (bar->box), bar->label);
}

static void
ew_past_bar_init (EwPastBar *bar)
{
  GtkWidget *back;

  bar->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  add_words (bar);
  bar->some = add_button (bar, "", "win.restore-objects");
  add_button (bar, _ ("Restore Board"), "win.restore-version");
  back = add_button (bar, _ ("Back to Now"), "win.leave-past");
  gtk_widget_add_css_class (back, "suggested-action");
  gtk_widget_set_parent (bar->box, GTK_WIDGET (bar));
  gtk_widget_add_css_class (GTK_WIDGET (bar), "ew-floating");
  gtk_widget_add_css_class (GTK_WIDGET (bar), "ew-banner");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Past Version"), -1);
  ew_past_bar_set_selected (bar, 0);
  gtk_widget_hide (GTK_WIDGET (bar));
}

GtkWidget *
ew_past_bar_new (void)
{
  return g_object_new (EW_TYPE_PAST_BAR, NULL);
}

void
ew_past_bar_show (EwPastBar *bar, const char *sentence)
{
  g_return_if_fail (EW_IS_PAST_BAR (bar));

  gtk_label_set_text (GTK_LABEL (bar->label), sentence ? sentence : "");
  gtk_widget_set_tooltip_text (bar->label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (bar), sentence != NULL);
}

void
ew_past_bar_set_selected (EwPastBar *bar, guint n)
{
  g_autofree char *label = NULL;

  g_return_if_fail (EW_IS_PAST_BAR (bar));

  label = g_strdup_printf (
      ngettext ("Restore %u Object", "Restore %u Objects", n), n);
  gtk_button_set_label (GTK_BUTTON (bar->some), label);
  gtk_widget_set_visible (bar->some, n > 0);
}
