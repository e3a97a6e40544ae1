#include "ew-rename-popover.h"

struct _EwRenamePopover {
  GtkPopover parent;
  GtkWidget *label, *entry;
};

G_DEFINE_FINAL_TYPE (EwRenamePopover, ew_rename_popover, GTK_TYPE_POPOVER)

static void
activate_cb (GtkEntry *entry, EwRenamePopover *popover)
{
  g_autofree char *title =
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  g_strstrip (title);
  if (*title == '\0')
    return;
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit_by_name (popover, "renamed", title);
}

static void
ew_rename_popover_class_init (EwRenamePopoverClass *class)
{
  g_signal_new ("renamed", EW_TYPE_RENAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ew_rename_popover_init (EwRenamePopover *popover)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  popover->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  popover->entry =
      g_object_new (GTK_TYPE_ENTRY, "width-chars", 28, "max-length", 200, NULL);
  gtk_widget_add_css_class (popover->label, "heading");
  gtk_widget_add_css_class (box, "ew-popover");
  gtk_box_append (GTK_BOX (box), popover->label);
  gtk_box_append (GTK_BOX (box), popover->entry);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover->entry, "activate", G_CALLBACK (activate_cb),
                           popover, 0);
}

GtkWidget *
ew_rename_popover_new (const char *label)
{
  EwRenamePopover *popover;

  g_return_val_if_fail (label != NULL, NULL);

  popover = g_object_new (EW_TYPE_RENAME_POPOVER, NULL);
  gtk_label_set_text (GTK_LABEL (popover->label), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (popover);
}

void
ew_rename_popover_start (EwRenamePopover *popover, const char *title)
{
  g_return_if_fail (EW_IS_RENAME_POPOVER (popover));
  g_return_if_fail (title != NULL);

  gtk_editable_set_text (GTK_EDITABLE (popover->entry), title);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (popover->entry);
  gtk_editable_select_region (GTK_EDITABLE (popover->entry), 0, -1);
}
