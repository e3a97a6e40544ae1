#include "ew-link-dialog.h"

#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>

struct _EwLinkDialog {
  AdwWindow parent;
  GtkWidget *accept, *url, *title, *duration, *hint;
  GtkWidget *chapters_group, *chapters;
  char *url_text, *chapters_text; /* what ew_link_dialog_get() told */
  bool is_recording;
};

G_DEFINE_FINAL_TYPE (EwLinkDialog, ew_link_dialog, ADW_TYPE_WINDOW)

static const char *
text_in (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* People leave out `https://`. */
static char *
url_in (EwLinkDialog *dialog)
{
  g_autofree char *url = g_strstrip (g_strdup (text_in (dialog->url)));

  if (*url == '\0' || strstr (url, "://") != NULL)
    return g_steal_pointer (&url);
  return g_strconcat ("https://", url, NULL);
}

/* NULL when all is well. */
static const char *
find_fault (EwLinkDialog *dialog, const char *url)
{
  const char *duration = text_in (dialog->duration);
  gint64 seconds;

  if (*url != '\0' && !ew_url_is_safe (url))
    return _ ("A link begins with http:// or https:// and names a host.");
  if (*duration != '\0' && !ew_duration_parse (duration, &seconds))
    return _ ("A duration looks like 4:12 or 1:02:03.");
  return NULL;
}

static void
changed_cb (GtkEditable *row, EwLinkDialog *dialog)
{
  g_autofree char *url = url_in (dialog);
  const char *fault = find_fault (dialog, url);

  gtk_label_set_text (GTK_LABEL (dialog->hint), fault ? fault : "");
  gtk_widget_set_visible (dialog->hint, fault != NULL);
  gtk_widget_set_sensitive (dialog->accept, *url != '\0' && fault == NULL);
}

static void
accept_cb (EwLinkDialog *dialog)
{
  if (!gtk_widget_get_sensitive (dialog->accept))
    return;
  g_signal_emit_by_name (dialog, "accepted");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
finalize (GObject *object)
{
  EwLinkDialog *dialog = EW_LINK_DIALOG (object);

  g_free (dialog->url_text);
  g_free (dialog->chapters_text);
  G_OBJECT_CLASS (ew_link_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EwLinkDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, EwLinkDialog, url);
  gtk_widget_class_bind_template_child (widget_class, EwLinkDialog, title);
  gtk_widget_class_bind_template_child (widget_class, EwLinkDialog, duration);
  gtk_widget_class_bind_template_child (widget_class, EwLinkDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, EwLinkDialog,
                                        chapters_group);
  gtk_widget_class_bind_template_child (widget_class, EwLinkDialog, chapters);
}

static void
ew_link_dialog_class_init (EwLinkDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = finalize;
  g_signal_new ("accepted", EW_TYPE_LINK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/dialogs/ew-link-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
ew_link_dialog_init (EwLinkDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

static void
show_words (EwLinkDialog *dialog, const EwLinkWords *words)
{
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (dialog->chapters));

  gtk_editable_set_text (GTK_EDITABLE (dialog->url), words->url);
  gtk_editable_set_text (GTK_EDITABLE (dialog->title), words->title);
  if (dialog->is_recording) {
    gtk_editable_set_text (GTK_EDITABLE (dialog->duration), words->duration);
    gtk_text_buffer_set_text (buffer, words->chapters, -1);
  }
}

GtkWidget *
ew_link_dialog_new (GtkWindow *parent, const EwLinkWords *words)
{
  EwLinkDialog *dialog;

  g_return_val_if_fail (words != NULL, NULL);

  dialog = g_object_new (EW_TYPE_LINK_DIALOG, "transient-for", parent, NULL);
  dialog->is_recording = words->duration != NULL;
  gtk_widget_set_visible (dialog->duration, dialog->is_recording);
  gtk_widget_set_visible (dialog->chapters_group, dialog->is_recording);
  gtk_window_set_title (GTK_WINDOW (dialog),
                        dialog->is_recording ? _ ("Walkthrough") : _ ("Link"));
  if (*words->url != '\0')
    gtk_button_set_label (GTK_BUTTON (dialog->accept), _ ("Save"));
  show_words (dialog, words);
  gtk_window_set_focus (GTK_WINDOW (dialog), dialog->url);
  return GTK_WIDGET (dialog);
}

EwLinkWords
ew_link_dialog_get (EwLinkDialog *dialog)
{
  EwLinkWords words = { 0 };

  g_return_val_if_fail (EW_IS_LINK_DIALOG (dialog), words);

  g_free (dialog->url_text);
  words.url = dialog->url_text = url_in (dialog);
  words.title = text_in (dialog->title);
  if (!dialog->is_recording)
    return words;

  g_clear_pointer (&dialog->chapters_text, g_free);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (dialog->chapters)),
                "text", &dialog->chapters_text, NULL);
  words.duration = text_in (dialog->duration);
  words.chapters = dialog->chapters_text;
  return words;
}
