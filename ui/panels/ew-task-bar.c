#include "ew-task-bar.h"

#include <glib/gi18n-lib.h>

struct _EwTaskBar {
  GtkWidget parent;
  GtkWidget *box, *title, *progress, *cancel;
};

G_DEFINE_FINAL_TYPE (EwTaskBar, ew_task_bar, GTK_TYPE_WIDGET)

static void
dispose (GObject *object)
{
  EwTaskBar *bar = EW_TASK_BAR (object);

  g_clear_pointer (&bar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_task_bar_parent_class)->dispose (object);
}

static void
ew_task_bar_class_init (EwTaskBarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static void
add_title (EwTaskBar *bar)
{
  bar->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (bar->title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (bar->title), 36);
  gtk_widget_set_margin_start (bar->title, 12);
  gtk_box_append (GTK_BOX (bar->box), bar->title);
}

static void
ew_task_bar_init (EwTaskBar *bar)
{
  bar->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_parent (bar->box, GTK_WIDGET (bar));
  gtk_widget_add_css_class (GTK_WIDGET (bar), "ew-floating");
  gtk_widget_set_halign (GTK_WIDGET (bar), GTK_ALIGN_CENTER);
  add_title (bar);
  bar->progress = gtk_progress_bar_new ();
  gtk_widget_set_size_request (bar->progress, 140, -1);
  gtk_widget_set_valign (bar->progress, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar->box), bar->progress);
  bar->cancel = gtk_button_new_with_label (_ ("Cancel"));
  gtk_widget_set_focus_on_click (bar->cancel, FALSE);
  gtk_widget_add_css_class (bar->cancel, "flat");
  gtk_box_append (GTK_BOX (bar->box), bar->cancel);
}

GtkWidget *
ew_task_bar_new (const char *action)
{
  EwTaskBar *bar = g_object_new (EW_TYPE_TASK_BAR, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (bar->cancel), action);
  return GTK_WIDGET (bar);
}

void
ew_task_bar_begin (EwTaskBar *bar, const char *title)
{
  g_return_if_fail (EW_IS_TASK_BAR (bar));
  gtk_label_set_text (GTK_LABEL (bar->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->progress),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar->progress), 0);
}

void
ew_task_bar_set_fraction (EwTaskBar *bar, double fraction)
{
  g_return_if_fail (EW_IS_TASK_BAR (bar));
  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (bar->progress));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar->progress),
                                   MIN (fraction, 1));
}
