#include "ew-folder-choice.h"

#include <glib/gi18n-lib.h>

/* GtkFileDialog would be newer; GTK 4.8 has only this. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
chosen_cb (GtkNativeDialog *dialog, int response, GtkEditable *entry)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (folder != NULL)
    path = g_file_get_path (folder);
  if (path != NULL)
    gtk_editable_set_text (entry, path);
  g_object_unref (dialog);
}

void
ew_folder_choice_open (GtkWindow *parent, const char *title, GtkEditable *entry)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_EDITABLE (entry));

  dialog = gtk_file_chooser_native_new (title, parent,
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                        _ ("_Choose"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), entry,
                           0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

G_GNUC_END_IGNORE_DEPRECATIONS
