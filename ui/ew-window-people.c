/* What I tell the team about myself, and the names of the team where one writes
 * on the board. */
#include "ew-window-private.h"

#include "ew-mention.h"
#include "ew-profile-dialog.h"

#include <glib/gi18n-lib.h>

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwProfileDialog) dialog = data;
  g_autoptr (GError) error = NULL;

  if (ew_session_set_member_finish (EW_SESSION (source), result, &error)) {
    gtk_window_destroy (GTK_WINDOW (dialog));
    return;
  }
  ew_form_dialog_set_busy (EW_FORM_DIALOG (dialog), false);
  ew_form_dialog_say (EW_FORM_DIALOG (dialog), error->message);
}

static void
save_cb (EwProfileDialog *dialog, EwWindow *window)
{
  g_autoptr (EwMember) member = ew_profile_dialog_read (dialog);

  ew_form_dialog_set_busy (EW_FORM_DIALOG (dialog), true);
  ew_session_set_profile_async (window->session, member,
                                ew_profile_dialog_portrait (dialog), saved_cb,
                                g_object_ref (dialog));
}

static void
open_form (EwWindow *window, gpointer data)
{
  GtkWidget *dialog =
      ew_profile_dialog_new (GTK_WINDOW (window), window->session);

  ew_canvas_stop_editing (window->canvas);
  g_signal_connect_object (dialog, "save", G_CALLBACK (save_cb), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
profile_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_with_identity (EW_WINDOW (widget), open_form, NULL, NULL);
}

static void
edit_started_cb (EwCanvas *canvas, GtkTextView *words, EwWindow *window)
{
  ew_mention_offer_over (GTK_WIDGET (words), GTK_WIDGET (canvas),
                         window->session);
}

void
ew_window_people_init (EwWindow *window)
{
  g_signal_connect_object (window->canvas, "edit-started",
                           G_CALLBACK (edit_started_cb), window, 0);
}

void
ew_window_people_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.profile", NULL, profile_cb);
}
