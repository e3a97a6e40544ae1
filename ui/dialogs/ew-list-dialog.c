#include "ew-list-dialog.h"

struct _EwListDialog {
  AdwWindow parent;
  AdwPreferencesGroup *group;
  char *button;
};

G_DEFINE_FINAL_TYPE (EwListDialog, ew_list_dialog, ADW_TYPE_WINDOW)

static void
finalize (GObject *object)
{
  g_free (EW_LIST_DIALOG (object)->button);
  G_OBJECT_CLASS (ew_list_dialog_parent_class)->finalize (object);
}

static void
ew_list_dialog_class_init (EwListDialogClass *class)
{
  G_OBJECT_CLASS (class)->finalize = finalize;
  g_signal_new ("chosen", EW_TYPE_LIST_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape,
                                       0, "window.close", NULL);
}

static void
ew_list_dialog_init (EwListDialog *dialog)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (header, "flat");
  gtk_widget_set_vexpand (page, TRUE);
  dialog->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), dialog->group);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 520, 420);
}

GtkWidget *
ew_list_dialog_new (GtkWindow *parent, const EwListFrame *frame)
{
  EwListDialog *dialog;

  g_return_val_if_fail (frame != NULL, NULL);

  dialog =
      g_object_new (EW_TYPE_LIST_DIALOG, "transient-for", parent, "modal", TRUE,
                    "destroy-with-parent", TRUE, "title", frame->title, NULL);
  dialog->button = g_strdup (frame->button);
  adw_preferences_group_set_description (dialog->group, frame->description);
  return GTK_WIDGET (dialog);
}

static void
clicked_cb (GtkWidget *button, EwListDialog *dialog)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  g_autofree char *id = g_strdup (gtk_widget_get_name (button));

  adw_preferences_group_remove (dialog->group, row);
  g_signal_emit_by_name (dialog, "chosen", id);
}

static void
add_button (EwListDialog *dialog, GtkWidget *row, const char *id)
{
  GtkWidget *button = gtk_button_new_with_label (dialog->button);

  gtk_widget_set_name (button, id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), dialog,
                           0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

void
ew_list_dialog_add (EwListDialog *dialog, const char *id, const char *title,
                    const char *subtitle)
{
  GtkWidget *row;

  g_return_if_fail (EW_IS_LIST_DIALOG (dialog));
  g_return_if_fail (id != NULL && title != NULL);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (dialog->button != NULL)
    add_button (dialog, row, id);
  adw_preferences_group_add (dialog->group, row);
}
