/* What is wrong with a board: told, and mended. */
#include "ew-window-private.h"

#include "ew-answers.h"
#include "ew-fault.h"
#include "ew-list-dialog.h"

#include <glib/gi18n-lib.h>

void
ew_window_faults_changed (EwWindow *window, const char *board)
{
  if (g_strcmp0 (board, window->board) != 0)
    return;
  ew_fault_bar_show (window->fault_bar, window->session, board);
  ew_window_refresh_actions (window);
}

static void
fault_details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  GPtrArray *faults = ew_session_faults (window->session, window->board);
  const EwListFrame frame = { .title = _ ("What Is Wrong") };
  GtkWidget *dialog = ew_list_dialog_new (GTK_WINDOW (window), &frame);

  for (guint i = 0; faults != NULL && i < faults->len; i++) {
    const EwFault *fault = g_ptr_array_index (faults, i);
    g_autofree char *where =
        fault->line > 0
            ? g_strdup_printf (_ ("%s, line %u"), fault->file, fault->line)
            : g_strdup (fault->file);

    ew_list_dialog_add (EW_LIST_DIALOG (dialog), fault->object, fault->sentence,
                        where);
  }
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
repaired_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (ew_session_repair_finish (window->session, result, &error))
    ew_window_say (window, _ ("The board is repaired"));
  else
    ew_window_say (window, error->message);
}

static void
repair (EwWindow *window, gpointer data)
{
  ew_session_repair_async (window->session, window->board, repaired_cb,
                           g_object_ref (window));
}

static void
repair_response_cb (GtkWidget *dialog, const char *response, EwWindow *window)
{
  if (g_str_equal (response, "repair") && window->board != NULL)
    ew_window_with_identity (window, repair, NULL, NULL);
}

static void
repair_board_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (widget), _ ("Repair this board?"),
      _ ("What can be read is kept as a new version, and the rest is left out. "
         "The damaged version stays in the history.")));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "repair",
                                    _ ("_Repair"), NULL);
  ew_answers_name (dialog);
  adw_message_dialog_set_response_appearance (dialog, "repair",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "repair");
  g_signal_connect_object (dialog, "response", G_CALLBACK (repair_response_cb),
                           widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ew_window_faults_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.fault-details", NULL,
                                   fault_details_cb);
  gtk_widget_class_install_action (class, "win.repair-board", NULL,
                                   repair_board_cb);
}
