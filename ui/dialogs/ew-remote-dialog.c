#include "ew-remote-dialog.h"

#include "ew-answers.h"

#include <glib/gi18n-lib.h>

struct _EwRemoteDialog {
  AdwMessageDialog parent;
  EwRemoteQuestion *question;
  GtkWidget *user, *secret, *keep; /* those that are asked for */
};

G_DEFINE_FINAL_TYPE (EwRemoteDialog, ew_remote_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
text_in (GtkWidget *row)
{
  return g_strdup (row ? gtk_editable_get_text (GTK_EDITABLE (row)) : NULL);
}

static void
changed_cb (GtkEditable *row, EwRemoteDialog *dialog)
{
  g_autofree char *user = text_in (dialog->user);
  g_autofree char *secret = text_in (dialog->secret);
  bool is_whole = (!user || *user) && (!secret || *secret);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog),
                                           "accept", is_whole);
}

static gboolean
destroy_cb (gpointer dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  return G_SOURCE_REMOVE;
}

/* AdwMessageDialog closes by its buttons only, and the row that was activated
 * still looks at its text when we return. */
static void
activated_cb (GtkEditable *row, EwRemoteDialog *dialog)
{
  g_autofree char *secret = text_in (dialog->secret);

  if (!*secret) {
    gtk_widget_grab_focus (dialog->secret);
    return;
  }
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  g_idle_add_full (G_PRIORITY_DEFAULT, destroy_cb, g_object_ref (dialog),
                   g_object_unref);
}

static void
response (AdwMessageDialog *message, const char *response)
{
  EwRemoteDialog *dialog = EW_REMOTE_DIALOG (message);
  g_auto (EwReply) reply = { 0 };

  if (!g_str_equal (response, "accept")) {
    ew_remote_question_answer (dialog->question, NULL);
    return;
  }
  reply.user = text_in (dialog->user);
  reply.secret = text_in (dialog->secret);
  reply.keep = dialog->keep != NULL &&
               gtk_check_button_get_active (GTK_CHECK_BUTTON (dialog->keep));
  ew_remote_question_answer (dialog->question, &reply);
}

static void
withdrawn_cb (EwRemoteQuestion *question, EwRemoteDialog *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
dispose (GObject *object)
{
  EwRemoteDialog *dialog = EW_REMOTE_DIALOG (object);

  /* Entries change once more while they go; and a password entry that is gone
   * would still hear that its text has lost the focus (GTK 4.8). */
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  dialog->user = dialog->secret = dialog->keep = NULL;
  if (dialog->question != NULL)
    ew_remote_question_answer (dialog->question, NULL);
  g_clear_object (&dialog->question);
  G_OBJECT_CLASS (ew_remote_dialog_parent_class)->dispose (object);
}

static void
ew_remote_dialog_class_init (EwRemoteDialogClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  ADW_MESSAGE_DIALOG_CLASS (class)->response = response;
}

static void
ew_remote_dialog_init (EwRemoteDialog *dialog)
{
}

static void
set_words (EwRemoteDialog *dialog, const char *heading, const char *body,
           const char *accept)
{
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_set_heading (message, heading);
  adw_message_dialog_set_body (message, body);
  adw_message_dialog_add_responses (message, "cancel", _ ("_Cancel"), "accept",
                                    accept, NULL);
  ew_answers_name (message);
  adw_message_dialog_set_close_response (message, "cancel");
}

static GtkWidget *
add_row (EwRemoteDialog *dialog, GtkWidget *group, GtkWidget *row,
         const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), dialog, 0);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (activated_cb),
                           dialog, 0);
  return row;
}

static void
ask_secret (EwRemoteDialog *dialog, GtkWidget *group, const char *title)
{
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  dialog->secret = gtk_password_entry_new ();
  g_object_set (dialog->secret, "placeholder-text", title, NULL);
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (dialog->secret),
                                         TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog->secret),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_margin_top (dialog->secret, 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), dialog->secret);
  g_signal_connect_object (dialog->secret, "changed", G_CALLBACK (changed_cb),
                           dialog, 0);
  g_signal_connect_object (dialog->secret, "activate",
                           G_CALLBACK (activated_cb), dialog, 0);
  adw_message_dialog_set_response_appearance (message, "accept",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (message, "accept", FALSE);
}

/* The fingerprint can be selected, to be compared letter by letter. */
static void
show_host (EwRemoteDialog *dialog, const EwPrompt *prompt)
{
  g_autofree char *body = g_strdup_printf (
      _ ("This computer has not met “%s” before. Whoever runs it publishes the "
         "fingerprint of its key; trust it only when this is the same:"),
      prompt->place);
  GtkWidget *key = gtk_label_new (prompt->detail);

  set_words (dialog, _ ("Is This the Right Server?"), body, _ ("_Trust"));
  gtk_label_set_selectable (GTK_LABEL (key), TRUE);
  gtk_label_set_wrap (GTK_LABEL (key), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (key), PANGO_WRAP_CHAR);
  gtk_label_set_justify (GTK_LABEL (key), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (key), 40);
  gtk_widget_add_css_class (key, "monospace");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), key);
}

static void
show_secret (EwRemoteDialog *dialog, const EwPrompt *prompt)
{
  g_autofree char *heading =
      g_strdup_printf (_ ("Connect to %s"), prompt->place);
  g_autofree char *body =
      prompt->is_again
          ? g_strdup_printf (_ ("That was not right. Try again. ssh asks: %s"),
                             prompt->detail)
          : g_strdup_printf (_ ("ssh asks: %s"), prompt->detail);
  GtkWidget *group = adw_preferences_group_new ();

  set_words (dialog, heading, body, _ ("C_onnect"));
  ask_secret (dialog, group, _ ("Password or passphrase"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
}

static void
show_login (EwRemoteDialog *dialog, const EwPrompt *prompt)
{
  g_autofree char *heading =
      g_strdup_printf (_ ("Sign In to %s"), prompt->place);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();

  set_words (dialog, heading,
             prompt->is_again
                 ? _ ("This name and password were not taken. Try again. Many "
                      "git hosts want an access token in place of the "
                      "password.")
                 : _ ("Many git hosts want an access token in place of the "
                      "password."),
             _ ("_Sign In"));
  dialog->user = add_row (dialog, group, adw_entry_row_new (), _ ("Name"));
  ask_secret (dialog, group, _ ("Password or token"));
  gtk_editable_set_text (GTK_EDITABLE (dialog->user), prompt->user);
  dialog->keep =
      gtk_check_button_new_with_mnemonic (_ ("_Remember on this computer"));
  /* GTK reads the underscore out too. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog->keep),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remember on this computer"), -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (dialog->keep), TRUE);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), dialog->keep);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
}

static void
show (EwRemoteDialog *dialog, const EwPrompt *prompt)
{
  switch (prompt->kind) {
  case EW_PROMPT_HOST:
    show_host (dialog, prompt);
    return;
  case EW_PROMPT_SECRET:
    show_secret (dialog, prompt);
    gtk_window_set_focus (GTK_WINDOW (dialog), dialog->secret);
    return;
  case EW_PROMPT_LOGIN:
    show_login (dialog, prompt);
    gtk_window_set_focus (GTK_WINDOW (dialog),
                          *prompt->user ? dialog->secret : dialog->user);
    return;
  }
}

GtkWidget *
ew_remote_dialog_new (GtkWindow *parent, EwRemoteQuestion *question)
{
  EwRemoteDialog *dialog;

  g_return_val_if_fail (EW_IS_REMOTE_QUESTION (question), NULL);

  dialog = g_object_new (EW_TYPE_REMOTE_DIALOG, "transient-for", parent, NULL);
  dialog->question = g_object_ref (question);
  show (dialog, ew_remote_question_prompt (question));
  g_signal_connect_object (question, "withdrawn", G_CALLBACK (withdrawn_cb),
                           dialog, 0);
  return GTK_WIDGET (dialog);
}
