#include "ew-frame-popover.h"

#include <glib/gi18n-lib.h>

struct _EwFramePopover {
  GtkPopover parent;
  GtkWidget *heading, *list;
};

G_DEFINE_FINAL_TYPE (EwFramePopover, ew_frame_popover, GTK_TYPE_POPOVER)

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EwFramePopover *popover)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  g_object_ref (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit_by_name (popover, "chosen", id);
  g_object_unref (popover);
}

static void
map (GtkWidget *widget)
{
  EwFramePopover *popover = EW_FRAME_POPOVER (widget);
  GtkWidget *first = gtk_widget_get_first_child (popover->list);

  GTK_WIDGET_CLASS (ew_frame_popover_parent_class)->map (widget);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
ew_frame_popover_class_init (EwFramePopoverClass *class)
{
  GTK_WIDGET_CLASS (class)->map = map;
  g_signal_new ("chosen", EW_TYPE_FRAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_ ("There are no frames on this board"));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  return label;
}

static void
ew_frame_popover_init (EwFramePopover *popover)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  popover->heading = g_object_new (GTK_TYPE_LABEL, "label", _ ("Move into"),
                                   "xalign", 0.0, "margin-start", 6, NULL);
  gtk_widget_add_css_class (popover->heading, "heading");
  popover->list = gtk_list_box_new ();
  gtk_widget_add_css_class (popover->list, "ew-choices");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (popover->list),
                                new_placeholder ());
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (popover->list),
                                   GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Move into"), -1);
  g_object_set (scroller, "child", popover->list, "hscrollbar-policy",
                GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", 320, "width-request", 220, NULL);
  gtk_widget_add_css_class (box, "ew-popover");
  gtk_box_append (GTK_BOX (box), popover->heading);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover->list, "row-activated",
                           G_CALLBACK (row_activated_cb), popover, 0);
}

GtkWidget *
ew_frame_popover_new (void)
{
  return g_object_new (EW_TYPE_FRAME_POPOVER, NULL);
}

void
ew_frame_popover_add (EwFramePopover *popover, const char *id,
                      const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label;

  g_return_if_fail (EW_IS_FRAME_POPOVER (popover));
  g_return_if_fail (id != NULL && title != NULL);

  label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0,
                        "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 36,
                        "margin-top", 6, "margin-bottom", 6, "margin-start", 6,
                        "margin-end", 6, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (popover->list), row);
}
