#include "ew-form-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GtkWidget *page, *status, *cancel, *save;
  bool can_save, is_busy;
} EwFormDialogPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (EwFormDialog, ew_form_dialog, ADW_TYPE_WINDOW)

static EwFormDialogPrivate *
inside (gpointer form)
{
  return ew_form_dialog_get_instance_private (EW_FORM_DIALOG (form));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "save");
}

static void
ew_form_dialog_class_init (EwFormDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_signal_new ("save", EW_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

/* Before a text takes the Enter for a new line. */
static void
listen (EwFormDialog *form)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                            "<Control>Return|<Control>KP_Enter"),
                        gtk_named_action_new ("form.save")));
  gtk_widget_add_controller (GTK_WIDGET (form), keys);
}

static GtkWidget *
new_header (EwFormDialog *form)
{
  GtkWidget *header = adw_header_bar_new ();
  EwFormDialogPrivate *in = inside (form);

  in->cancel = gtk_button_new_with_label (_ ("Cancel"));
  in->save = gtk_button_new_with_label (_ ("Save"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (in->cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (in->save), "form.save");
  gtk_widget_add_css_class (in->save, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), in->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), in->save);
  gtk_widget_add_css_class (header, "flat");
  return header;
}

static GtkWidget *
new_status (EwFormDialog *form)
{
  GtkWidget *status = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (status), TRUE);
  gtk_label_set_xalign (GTK_LABEL (status), 0);
  gtk_widget_add_css_class (status, "error");
  gtk_widget_add_css_class (status, "ew-form-status");
  gtk_widget_hide (status);
  inside (form)->status = status;
  return status;
}

static void
ew_form_dialog_init (EwFormDialog *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  EwFormDialogPrivate *in = inside (form);

  in->can_save = true;
  in->page = adw_preferences_page_new ();
  gtk_widget_set_vexpand (in->page, TRUE);
  gtk_box_append (GTK_BOX (box), new_header (form));
  gtk_box_append (GTK_BOX (box), new_status (form));
  gtk_box_append (GTK_BOX (box), in->page);
  adw_window_set_content (ADW_WINDOW (form), box);
  gtk_window_set_default_size (GTK_WINDOW (form), 540, 640);
  gtk_window_set_modal (GTK_WINDOW (form), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (form), TRUE);
  listen (form);
}

AdwPreferencesGroup *
ew_form_dialog_add_group (EwFormDialog *form, const char *title,
                          const char *description)
{
  AdwPreferencesGroup *group;

  g_return_val_if_fail (EW_IS_FORM_DIALOG (form), NULL);

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  if (title)
    adw_preferences_group_set_title (group, title);
  if (description)
    adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (inside (form)->page), group);
  return group;
}

static void
refresh (EwFormDialog *form)
{
  EwFormDialogPrivate *in = inside (form);

  gtk_widget_action_set_enabled (GTK_WIDGET (form), "form.save",
                                 in->can_save && !in->is_busy);
  gtk_widget_set_sensitive (in->page, !in->is_busy);
}

void
ew_form_dialog_set_can_save (EwFormDialog *form, bool can_save)
{
  g_return_if_fail (EW_IS_FORM_DIALOG (form));

  inside (form)->can_save = can_save;
  refresh (form);
}

void
ew_form_dialog_set_busy (EwFormDialog *form, bool busy)
{
  g_return_if_fail (EW_IS_FORM_DIALOG (form));

  inside (form)->is_busy = busy;
  refresh (form);
}

void
ew_form_dialog_say (EwFormDialog *form, const char *sentence)
{
  g_return_if_fail (EW_IS_FORM_DIALOG (form) && sentence != NULL);

  gtk_label_set_text (GTK_LABEL (inside (form)->status), sentence);
  gtk_widget_set_visible (inside (form)->status, *sentence != '\0');
}
