#include "ew-record-dialog.h"

#include "ew-answers.h"

#include <glib/gi18n-lib.h>

struct _EwRecordDialog {
  AdwMessageDialog parent;
  GtkWidget *row;
  GtkStringList *names;
  GPtrArray *ids; /* of char *, as they are in the list; NULL: none */
};

G_DEFINE_FINAL_TYPE (EwRecordDialog, ew_record_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum {
  RECORD,
  LINK,
  WRITE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *
chosen (EwRecordDialog *dialog)
{
  guint i = adw_combo_row_get_selected (ADW_COMBO_ROW (dialog->row));

  return i < dialog->ids->len ? dialog->ids->pdata[i] : NULL;
}

static void
response (AdwMessageDialog *message, const char *response)
{
  EwRecordDialog *dialog = EW_RECORD_DIALOG (message);

  if (g_str_equal (response, "record"))
    g_signal_emit (dialog, signals[RECORD], 0, chosen (dialog));
  else if (g_str_equal (response, "link"))
    g_signal_emit (dialog, signals[LINK], 0);
  else if (g_str_equal (response, "write"))
    g_signal_emit (dialog, signals[WRITE], 0);
}

static void
finalize (GObject *object)
{
  EwRecordDialog *dialog = EW_RECORD_DIALOG (object);

  g_ptr_array_unref (dialog->ids);
  g_object_unref (dialog->names);
  G_OBJECT_CLASS (ew_record_dialog_parent_class)->finalize (object);
}

static void
ew_record_dialog_class_init (EwRecordDialogClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = finalize;
  ADW_MESSAGE_DIALOG_CLASS (class)->response = response;
  signals[RECORD] = g_signal_new ("record", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LINK] = g_signal_new ("link", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[WRITE] = g_signal_new ("write", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
ew_record_dialog_init (EwRecordDialog *dialog)
{
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  GtkWidget *group = adw_preferences_group_new ();

  dialog->ids = g_ptr_array_new_with_free_func (g_free);
  dialog->names = gtk_string_list_new (NULL);
  dialog->row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (dialog->row),
                                 _ ("Microphone"));
  g_ptr_array_add (dialog->ids, NULL);
  gtk_string_list_append (dialog->names, _ ("None"));
  adw_combo_row_set_model (ADW_COMBO_ROW (dialog->row),
                           G_LIST_MODEL (dialog->names));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), dialog->row);
  adw_message_dialog_set_extra_child (message, group);
  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "link",
                                    _ ("_Link…"), "write", _ ("Ca_ptions…"),
                                    "record", _ ("_Record"), NULL);
  ew_answers_name (message);
  adw_message_dialog_set_response_appearance (message, "record",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "record");
  adw_message_dialog_set_close_response (message, "cancel");
}

GtkWidget *
ew_record_dialog_new (GtkWindow *parent)
{
  return g_object_new (
      EW_TYPE_RECORD_DIALOG, "transient-for", parent, "modal", TRUE,
      "destroy-with-parent", TRUE, "heading", _ ("New Walkthrough"), "body",
      _ ("Record where you look and point, and what you say about it. Or link "
         "to a recording made elsewhere, or write captions alone."),
      NULL);
}

void
ew_record_dialog_add_microphone (EwRecordDialog *dialog, const char *id,
                                 const char *name)
{
  g_return_if_fail (EW_IS_RECORD_DIALOG (dialog));
  g_ptr_array_add (dialog->ids, g_strdup (id));
  gtk_string_list_append (dialog->names, name);
  /* The first one found is wanted more often than none. */
  if (dialog->ids->len == 2)
    adw_combo_row_set_selected (ADW_COMBO_ROW (dialog->row), 1);
}

void
ew_record_dialog_set_note (EwRecordDialog *dialog, const char *note)
{
  g_autofree char *escaped = g_markup_escape_text (note, -1);

  g_return_if_fail (EW_IS_RECORD_DIALOG (dialog));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (dialog->row), escaped);
}
