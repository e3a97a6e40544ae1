#include "ew-zoom-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _EwZoomBar {
  GtkWidget parent;
  GtkWidget *box, *button, *label;
};

G_DEFINE_FINAL_TYPE (EwZoomBar, ew_zoom_bar, GTK_TYPE_WIDGET)

static void
dispose (GObject *object)
{
  EwZoomBar *bar = EW_ZOOM_BAR (object);

  g_clear_pointer (&bar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_zoom_bar_parent_class)->dispose (object);
}

static void
ew_zoom_bar_class_init (EwZoomBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-zoom-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EwZoomBar, box);
  gtk_widget_class_bind_template_child (widget_class, EwZoomBar, button);
  gtk_widget_class_bind_template_child (widget_class, EwZoomBar, label);
}

static void
ew_zoom_bar_init (EwZoomBar *bar)
{
  gtk_widget_init_template (GTK_WIDGET (bar));
}

GtkWidget *
ew_zoom_bar_new (void)
{
  return g_object_new (EW_TYPE_ZOOM_BAR, NULL);
}

void
ew_zoom_bar_set_zoom (EwZoomBar *bar, double zoom)
{
  g_autofree char *percent = NULL;
  g_autofree char *said = NULL;

  g_return_if_fail (EW_IS_ZOOM_BAR (bar));

  percent = g_strdup_printf (_ ("%.0f %%"), round (zoom * 100));
  said = g_strdup_printf (_ ("Zoom %s"), percent);
  gtk_label_set_text (GTK_LABEL (bar->label), percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}
