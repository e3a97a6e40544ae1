#include "ew-tour-export-dialog.h"

#include "ew-answers.h"

#include <glib/gi18n-lib.h>

struct _EwTourExportDialog {
  AdwMessageDialog parent;
  GtkWidget *form, *colors;
  guint coloured;
};

G_DEFINE_FINAL_TYPE (EwTourExportDialog, ew_tour_export_dialog,
                     ADW_TYPE_MESSAGE_DIALOG)

static guint chosen;

static void
response (AdwMessageDialog *message, const char *response)
{
  EwTourExportDialog *dialog = EW_TOUR_EXPORT_DIALOG (message);

  if (g_str_equal (response, "export"))
    g_signal_emit (
        dialog, chosen, 0,
        (int) adw_combo_row_get_selected (ADW_COMBO_ROW (dialog->form)),
        adw_combo_row_get_selected (ADW_COMBO_ROW (dialog->colors)) == 1);
}

static void
ew_tour_export_dialog_class_init (EwTourExportDialogClass *class)
{
  ADW_MESSAGE_DIALOG_CLASS (class)->response = response;
  chosen = g_signal_new ("chosen", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST,
                         0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                         G_TYPE_BOOLEAN);
}

static GtkWidget *
add_row (GtkWidget *group, const char *title, const char *const *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
form_cb (EwTourExportDialog *dialog)
{
  guint form = adw_combo_row_get_selected (ADW_COMBO_ROW (dialog->form));

  gtk_widget_set_sensitive (dialog->colors, form < dialog->coloured);
}

static void
ew_tour_export_dialog_init (EwTourExportDialog *dialog)
{
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "export",
                                    _ ("_Export…"), NULL);
  ew_answers_name (message);
  adw_message_dialog_set_response_appearance (message, "export",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "export");
  adw_message_dialog_set_close_response (message, "cancel");
}

GtkWidget *
ew_tour_export_dialog_new (GtkWindow *parent, const char *const *forms,
                           guint coloured, gboolean dark)
{
  EwTourExportDialog *dialog = g_object_new (
      EW_TYPE_TOUR_EXPORT_DIALOG, "transient-for", parent, "modal", TRUE,
      "destroy-with-parent", TRUE, "heading", _ ("Export Walkthrough"), "body",
      _ ("For people without Elsewhen: a film to watch, pages to read, or what "
         "is said in it as text with times."),
      NULL);
  const char *const colors[] = { _ ("Light"), _ ("Dark"), NULL };
  GtkWidget *group = adw_preferences_group_new ();

  dialog->coloured = coloured;
  dialog->form = add_row (group, _ ("Export As"), forms);
  dialog->colors = add_row (group, _ ("Colors"), colors);
  adw_combo_row_set_selected (ADW_COMBO_ROW (dialog->colors), dark);
  g_signal_connect_object (dialog->form, "notify::selected",
                           G_CALLBACK (form_cb), dialog, G_CONNECT_SWAPPED);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  return GTK_WIDGET (dialog);
}
