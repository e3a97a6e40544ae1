#include "ew-composer.h"

#include "ew-comment-field.h"

struct _EwComposer {
  GtkWidget parent;
  GtkWidget *box, *title;
  EwCommentField *field;
};

G_DEFINE_FINAL_TYPE (EwComposer, ew_composer, GTK_TYPE_WIDGET)

static void
send_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text =
      ew_comment_field_dup_words (EW_COMPOSER (widget)->field);

  if (*text != '\0')
    g_signal_emit_by_name (widget, "send", text);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!ew_comment_field_dismiss (EW_COMPOSER (widget)->field))
    g_signal_emit_by_name (widget, "cancel");
}

static void
changed_cb (EwComposer *composer)
{
  g_autofree char *text = ew_comment_field_dup_words (composer->field);

  gtk_widget_action_set_enabled (GTK_WIDGET (composer), "composer.send",
                                 *text != '\0');
  g_signal_emit_by_name (composer, "changed", text);
}

static void
dispose (GObject *object)
{
  EwComposer *composer = EW_COMPOSER (object);

  g_clear_pointer (&composer->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_composer_parent_class)->dispose (object);
}

static void
add_key (GtkShortcutController *controller, const char *key, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key),
                                    gtk_named_action_new (action)));
}

/* Wherever in it the focus is: an ask has fields of its own. */
static void
add_keys (EwComposer *composer)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (controller);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (keys, "<Control>Return", "composer.send");
  add_key (keys, "<Control>KP_Enter", "composer.send");
  add_key (keys, "Escape", "composer.cancel");
  gtk_widget_add_controller (GTK_WIDGET (composer), controller);
}

static void
ew_composer_class_init (EwComposerClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("send", EW_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("changed", EW_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("cancel", EW_TYPE_COMPOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "composer.send", NULL,
                                   send_cb);
  gtk_widget_class_install_action (widget_class, "composer.cancel", NULL,
                                   cancel_cb);

  g_type_ensure (EW_TYPE_COMMENT_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, EwComposer, box);
  gtk_widget_class_bind_template_child (widget_class, EwComposer, title);
  gtk_widget_class_bind_template_child (widget_class, EwComposer, field);
}

static void
ew_composer_init (EwComposer *composer)
{
  gtk_widget_init_template (GTK_WIDGET (composer));
  add_keys (composer);
  g_signal_connect_object (composer->field, "changed", G_CALLBACK (changed_cb),
                           composer, G_CONNECT_SWAPPED);
  changed_cb (composer);
}

void
ew_composer_set_session (EwComposer *composer, EwSession *session)
{
  g_return_if_fail (EW_IS_COMPOSER (composer));

  ew_comment_field_set_session (composer->field, session);
}

void
ew_composer_add (EwComposer *composer, GtkWidget *widget)
{
  GtkWidget *buttons = gtk_widget_get_last_child (composer->box);

  g_return_if_fail (EW_IS_COMPOSER (composer));

  gtk_box_insert_child_after (GTK_BOX (composer->box), widget,
                              gtk_widget_get_prev_sibling (buttons));
}

void
ew_composer_start (EwComposer *composer, const char *title, const char *text)
{
  g_return_if_fail (EW_IS_COMPOSER (composer));
  g_return_if_fail (title != NULL && text != NULL);

  gtk_label_set_text (GTK_LABEL (composer->title), title);
  ew_comment_field_set_text (composer->field, text);
  ew_comment_field_write (composer->field);
}

bool
ew_composer_is_empty (EwComposer *composer)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (EW_IS_COMPOSER (composer), true);

  text = ew_comment_field_dup_words (composer->field);
  return *text == '\0';
}

void
ew_composer_resume (EwComposer *composer)
{
  g_return_if_fail (EW_IS_COMPOSER (composer));

  ew_comment_field_write (composer->field);
}
