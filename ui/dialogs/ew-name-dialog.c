#include "ew-name-dialog.h"

#include "ew-answers.h"

#include <glib/gi18n-lib.h>

struct _EwNameDialog {
  AdwMessageDialog parent;
  GtkWidget *row;
};

G_DEFINE_FINAL_TYPE (EwNameDialog, ew_name_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
name_in (EwNameDialog *dialog)
{
  return g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->row))));
}

static void
changed_cb (GtkEditable *row, EwNameDialog *dialog)
{
  g_autofree char *name = name_in (dialog);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog),
                                           "accept", *name != '\0');
}

/* AdwMessageDialog closes by its buttons only. */
static void
accept (AdwMessageDialog *dialog)
{
  adw_message_dialog_response (dialog, "accept");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
activated_cb (GtkEditable *row, EwNameDialog *dialog)
{
  g_autofree char *name = name_in (dialog);

  if (*name != '\0')
    accept (ADW_MESSAGE_DIALOG (dialog));
}

static void
response (AdwMessageDialog *message, const char *response)
{
  EwNameDialog *dialog = EW_NAME_DIALOG (message);
  g_autofree char *name = name_in (dialog);

  if (g_str_equal (response, "accept"))
    g_signal_emit_by_name (dialog, "named", name);
}

static void
ew_name_dialog_class_init (EwNameDialogClass *class)
{
  ADW_MESSAGE_DIALOG_CLASS (class)->response = response;
  g_signal_new ("named", EW_TYPE_NAME_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ew_name_dialog_init (EwNameDialog *dialog)
{
  GtkWidget *group = adw_preferences_group_new ();

  dialog->row = adw_entry_row_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), dialog->row);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  g_signal_connect_object (dialog->row, "changed", G_CALLBACK (changed_cb),
                           dialog, 0);
  g_signal_connect_object (dialog->row, "entry-activated",
                           G_CALLBACK (activated_cb), dialog, 0);
}

GtkWidget *
ew_name_dialog_new (GtkWindow *parent, const EwNameQuestion *question)
{
  EwNameDialog *dialog;
  AdwMessageDialog *message;

  g_return_val_if_fail (question != NULL, NULL);

  dialog = g_object_new (EW_TYPE_NAME_DIALOG, "transient-for", parent, "modal",
                         TRUE, "destroy-with-parent", TRUE, "heading",
                         question->heading, "body", question->body, NULL);
  message = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "accept",
                                    question->accept, NULL);
  ew_answers_name (message);
  adw_message_dialog_set_response_appearance (message, "accept",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (message, "cancel");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (dialog->row),
                                 question->label);
  gtk_editable_set_text (GTK_EDITABLE (dialog->row),
                         question->name ? question->name : "");
  changed_cb (GTK_EDITABLE (dialog->row), dialog);
  gtk_window_set_focus (GTK_WINDOW (dialog), dialog->row);
  return GTK_WIDGET (dialog);
}
