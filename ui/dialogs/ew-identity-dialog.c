#include "ew-identity-dialog.h"

#include <stdbool.h>

struct _EwIdentityDialog {
  AdwMessageDialog parent;
  GtkWidget *name, *email;
};

G_DEFINE_FINAL_TYPE (EwIdentityDialog, ew_identity_dialog,
                     ADW_TYPE_MESSAGE_DIALOG)

static char *
text_in (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static bool
is_complete (EwIdentityDialog *dialog)
{
  g_autofree char *name = text_in (dialog->name);
  g_autofree char *email = text_in (dialog->email);

  return *name != '\0' && strchr (email, '@') != NULL;
}

static void
changed_cb (GtkEditable *row, EwIdentityDialog *dialog)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog),
                                           "accept", is_complete (dialog));
}

/* AdwMessageDialog closes by its buttons only. */
static void
accept (AdwMessageDialog *dialog)
{
  adw_message_dialog_response (dialog, "accept");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
activated_cb (GtkEditable *row, EwIdentityDialog *dialog)
{
  if (is_complete (dialog))
    accept (ADW_MESSAGE_DIALOG (dialog));
  else
    gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD);
}

static void
response (AdwMessageDialog *message, const char *response)
{
  EwIdentityDialog *dialog = EW_IDENTITY_DIALOG (message);
  g_autofree char *name = text_in (dialog->name);
  g_autofree char *email = text_in (dialog->email);

  if (g_str_equal (response, "accept"))
    g_signal_emit_by_name (dialog, "answered", name, email);
  else
    g_signal_emit_by_name (dialog, "declined");
}

static void
ew_identity_dialog_class_init (EwIdentityDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  ADW_MESSAGE_DIALOG_CLASS (class)->response = response;
  g_signal_new ("answered", EW_TYPE_IDENTITY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("declined", EW_TYPE_IDENTITY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/dialogs/ew-identity-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EwIdentityDialog, name);
  gtk_widget_class_bind_template_child (widget_class, EwIdentityDialog, email);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

/* The computer's own idea of the name saves most of the typing. */
static void
ew_identity_dialog_init (EwIdentityDialog *dialog)
{
  const char *real = g_get_real_name ();

  gtk_widget_init_template (GTK_WIDGET (dialog));
  if (g_strcmp0 (real, "Unknown") != 0 && g_strcmp0 (real, "root") != 0)
    gtk_editable_set_text (GTK_EDITABLE (dialog->name), real);
}

GtkWidget *
ew_identity_dialog_new (GtkWindow *parent)
{
  return g_object_new (EW_TYPE_IDENTITY_DIALOG, "transient-for", parent, NULL);
}
