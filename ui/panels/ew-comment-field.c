#include "ew-comment-field.h"

#include "ew-mention.h"

struct _EwCommentField {
  GtkWidget parent;
  GtkWidget *overlay, *prompt;
  GtkScrolledWindow *scroller;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (EwCommentField, ew_comment_field, GTK_TYPE_WIDGET)

enum {
  PROP_LABEL = 1,
  PROP_PROMPT,
  PROP_MIN_HEIGHT,
  PROP_MAX_HEIGHT,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static GtkTextBuffer *
buffer_of (EwCommentField *field)
{
  return gtk_text_view_get_buffer (field->view);
}

static void
changed_cb (GtkTextBuffer *buffer, EwCommentField *field)
{
  gtk_widget_set_visible (field->prompt,
                          gtk_text_buffer_get_char_count (buffer) == 0);
  g_signal_emit_by_name (field, "changed");
}

static gboolean
send_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit_by_name (widget, "send");
  return GDK_EVENT_STOP;
}

/* --- Its size ------------------------------------------------------------- */

/* A scrolled window keeps the wheel even when it has nothing to scroll; then
 * the wheel is for what is around it. */
static void
fit_cb (GtkAdjustment *height, EwCommentField *field)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (field->scroller));
  bool overflows =
      gtk_adjustment_get_upper (height) > gtk_adjustment_get_page_size (height);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller =
        g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      gtk_event_controller_set_propagation_phase (
          controller, overflows ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  }
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A list gives its rows no more than they need: the words need all of it. */
static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
         int *minimum, int *natural, int *min_baseline, int *nat_baseline)
{
  gtk_widget_measure (EW_COMMENT_FIELD (widget)->overlay, orientation, for_size,
                      minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (EW_COMMENT_FIELD (widget)->overlay,
                            &(GtkAllocation){ 0, 0, width, height }, baseline);
}

/* --- The widget ----------------------------------------------------------- */

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  EwCommentField *field = EW_COMMENT_FIELD (object);

  switch (id) {
  case PROP_LABEL:
    gtk_accessible_update_property (GTK_ACCESSIBLE (field->view),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
    break;
  case PROP_PROMPT:
    gtk_label_set_text (GTK_LABEL (field->prompt), g_value_get_string (value));
    break;
  case PROP_MIN_HEIGHT:
    gtk_scrolled_window_set_min_content_height (field->scroller,
                                                g_value_get_int (value));
    break;
  default:
    gtk_scrolled_window_set_max_content_height (field->scroller,
                                                g_value_get_int (value));
  }
}

static void
dispose (GObject *object)
{
  EwCommentField *field = EW_COMMENT_FIELD (object);

  g_clear_pointer (&field->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_comment_field_parent_class)->dispose (object);
}

/* Before the text view, which takes any Enter for a new line. */
static void
add_keys (EwCommentField *field)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const char *const sending[] = { "<Control>Return", "<Control>KP_Enter" };

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (sending); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (sending[i]),
                          gtk_callback_action_new (send_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (field), keys);
}

static void
install_properties (GObjectClass *class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, NULL, flags);
  props[PROP_MIN_HEIGHT] =
      g_param_spec_int ("min-height", NULL, NULL, -1, G_MAXINT, -1, flags);
  props[PROP_MAX_HEIGHT] =
      g_param_spec_int ("max-height", NULL, NULL, -1, G_MAXINT, -1, flags);
  g_object_class_install_properties (class, N_PROPS, props);
}

static void
ew_comment_field_class_init (EwCommentFieldClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->set_property = set_property;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  install_properties (G_OBJECT_CLASS (class));
  g_signal_new ("changed", EW_TYPE_COMMENT_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("send", EW_TYPE_COMMENT_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-comment-field.ui");
  gtk_widget_class_bind_template_child (widget_class, EwCommentField, overlay);
  gtk_widget_class_bind_template_child (widget_class, EwCommentField, scroller);
  gtk_widget_class_bind_template_child (widget_class, EwCommentField, prompt);
  gtk_widget_class_bind_template_child (widget_class, EwCommentField, view);
}

static void
ew_comment_field_init (EwCommentField *field)
{
  gtk_widget_init_template (GTK_WIDGET (field));
  add_keys (field);
  g_signal_connect_object (buffer_of (field), "changed",
                           G_CALLBACK (changed_cb), field, 0);
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (field->scroller), "changed",
      G_CALLBACK (fit_cb), field, 0);
}

/* --- What is in it -------------------------------------------------------- */

void
ew_comment_field_set_session (EwCommentField *field, EwSession *session)
{
  g_return_if_fail (EW_IS_COMMENT_FIELD (field));

  ew_mention_offer (GTK_WIDGET (field->view), session);
}

char *
ew_comment_field_dup_text (EwCommentField *field)
{
  char *text = NULL;

  g_return_val_if_fail (EW_IS_COMMENT_FIELD (field), NULL);

  g_object_get (buffer_of (field), "text", &text, NULL);
  return text;
}

char *
ew_comment_field_dup_words (EwCommentField *field)
{
  char *text = ew_comment_field_dup_text (field);

  return text != NULL ? g_strstrip (text) : NULL;
}

void
ew_comment_field_set_text (EwCommentField *field, const char *text)
{
  g_return_if_fail (EW_IS_COMMENT_FIELD (field));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_set_text (buffer_of (field), text, -1);
}

void
ew_comment_field_write (EwCommentField *field)
{
  g_return_if_fail (EW_IS_COMMENT_FIELD (field));

  gtk_widget_grab_focus (GTK_WIDGET (field->view));
}

bool
ew_comment_field_dismiss (EwCommentField *field)
{
  g_return_val_if_fail (EW_IS_COMMENT_FIELD (field), false);

  return ew_mention_dismiss (GTK_WIDGET (field->view));
}
