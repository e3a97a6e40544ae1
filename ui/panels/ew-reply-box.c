#include "ew-reply-box.h"

#include "ew-comment-field.h"

#include <stdbool.h>

struct _EwReplyBox {
  GtkWidget parent;
  EwCommentField *field;
  GtkWidget *box, *sending;
  bool is_starting; /* the words are put in, not typed */
};

G_DEFINE_FINAL_TYPE (EwReplyBox, ew_reply_box, GTK_TYPE_WIDGET)

static void
send_cb (EwReplyBox *box)
{
  g_autofree char *words = ew_comment_field_dup_words (box->field);

  if (*words == '\0')
    return;
  ew_comment_field_set_text (box->field, "");
  ew_comment_field_write (box->field);
  g_signal_emit_by_name (box, "send", words);
}

static void
changed_cb (EwReplyBox *box)
{
  g_autofree char *text = ew_comment_field_dup_text (box->field);
  g_autofree char *words = ew_comment_field_dup_words (box->field);

  gtk_widget_set_visible (box->sending, *words != '\0');
  if (!box->is_starting)
    g_signal_emit_by_name (box, "changed", text);
}

static void
dispose (GObject *object)
{
  EwReplyBox *box = EW_REPLY_BOX (object);

  g_clear_pointer (&box->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_reply_box_parent_class)->dispose (object);
}

static void
ew_reply_box_class_init (EwReplyBoxClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("send", EW_TYPE_REPLY_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("changed", EW_TYPE_REPLY_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (EW_TYPE_COMMENT_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-reply-box.ui");
  gtk_widget_class_bind_template_child (widget_class, EwReplyBox, box);
  gtk_widget_class_bind_template_child (widget_class, EwReplyBox, field);
  gtk_widget_class_bind_template_child (widget_class, EwReplyBox, sending);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ew_reply_box_init (EwReplyBox *box)
{
  gtk_widget_init_template (GTK_WIDGET (box));
}

void
ew_reply_box_start (EwReplyBox *box, EwSession *session, const char *text)
{
  g_return_if_fail (EW_IS_REPLY_BOX (box));
  g_return_if_fail (text != NULL);

  ew_comment_field_set_session (box->field, session);
  box->is_starting = true;
  ew_comment_field_set_text (box->field, text);
  box->is_starting = false;
}

void
ew_reply_box_write (EwReplyBox *box)
{
  g_return_if_fail (EW_IS_REPLY_BOX (box));

  ew_comment_field_write (box->field);
}
