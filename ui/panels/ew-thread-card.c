#include "ew-thread-card.h"

#include "ew-ask-line.h"
#include "ew-ask-row.h"
#include "ew-message-row.h"
#include "ew-reply-box.h"
#include "ew-string.h"
#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>

#define SUBJECT_MAX 60
/* A long talk shows how it began and how it stands; more on request. */
#define LAST_SHOWN 5
#define MORE_SHOWN 50
/* As much of it as anyone listens to. */
#define NAMED_MAX 12

struct _EwThreadCard {
  GtkWidget parent;
  EwSession *session;
  EwObject *thread; /* as shown, or NULL */
  GHashTable *rows; /* message id → EwMessageRow */
  guint last; /* how many of the last messages show */
  int width; /* px, or -1 */

  GtkWidget *moment, *moment_label; /* when in which walkthrough */
  GtkWidget *box, *subject, *messages, *asks, *asking, *reply, *resolve;
  GtkWidget *ask_row; /* in asking; made when first wanted */
};

G_DEFINE_FINAL_TYPE (EwThreadCard, ew_thread_card, GTK_TYPE_WIDGET)

static const EwThread *
shown (EwThreadCard *card)
{
  return ew_thread_from_object (card->thread);
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* --- What people do ------------------------------------------------------- */

static void
reply_cb (EwReplyBox *reply, const char *text, EwThreadCard *card)
{
  gtk_widget_activate_action (GTK_WIDGET (card), "thread.reply", "(ss)",
                              card->thread->id, text);
}

/* What is typed survives everything but being sent. */
static void
typed_cb (EwReplyBox *reply, const char *text, EwThreadCard *card)
{
  if (card->thread != NULL)
    ew_session_mark (card->session, EW_MARK_DRAFT, card->thread->id, text);
}

static void
moment_cb (GtkButton *button, EwThreadCard *card)
{
  gtk_widget_activate_action (GTK_WIDGET (card), "thread.play", "(sx)",
                              shown (card)->tour, shown (card)->moment);
}

static void
resolve_cb (GtkButton *button, EwThreadCard *card)
{
  gtk_widget_activate_action (GTK_WIDGET (card), "thread.resolve", "(sb)",
                              card->thread->id, !shown (card)->resolved);
}

static void
reworded_cb (EwMessageRow *row, const char *text, EwThreadCard *card)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");

  gtk_widget_activate_action (GTK_WIDGET (card), "thread.reword", "(sss)",
                              card->thread->id, id, text);
}

static void
copy_link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "thread.copy-link", "s",
                              EW_THREAD_CARD (widget)->thread->id);
}

/* --- Asking in a thread that is there ------------------------------------- */

static void
stop_asking (EwThreadCard *card)
{
  gtk_widget_hide (card->asking);
}

static void
ask_clicked_cb (EwThreadCard *card)
{
  EwAskWish wish;

  if (ew_ask_row_read (EW_ASK_ROW (card->ask_row), &wish) != EW_ASK_ROW_ASK)
    return;
  stop_asking (card);
  gtk_widget_activate_action (GTK_WIDGET (card), "thread.ask", "(sssx)",
                              card->thread->id, wish.kind, wish.who, wish.due);
}

static GtkWidget *
new_text_button (EwThreadCard *card, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, card,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
fill_asking (EwThreadCard *card)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel =
      new_text_button (card, _ ("Cancel"), G_CALLBACK (stop_asking));
  GtkWidget *ask =
      new_text_button (card, _ ("Ask"), G_CALLBACK (ask_clicked_cb));

  card->ask_row = ew_ask_row_new ();
  gtk_widget_add_css_class (cancel, "flat");
  gtk_widget_set_hexpand (cancel, TRUE);
  gtk_widget_set_halign (cancel, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), ask);
  gtk_box_append (GTK_BOX (card->asking), card->ask_row);
  gtk_box_append (GTK_BOX (card->asking), buttons);
}

static void
ask_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwThreadCard *card = EW_THREAD_CARD (widget);

  if (card->ask_row == NULL)
    fill_asking (card);
  ew_ask_row_start (EW_ASK_ROW (card->ask_row), card->session);
  ew_ask_row_choose (EW_ASK_ROW (card->ask_row), ew_ask_kinds[0]);
  gtk_widget_show (card->asking);
}

/* --- Messages ------------------------------------------------------------- */

static GtkWidget *
new_row (EwThreadCard *card, const EwMessage *message, const char *id,
         EwMessageRowFlags flags)
{
  GtkWidget *row = ew_message_row_new (card->session, message, flags);

  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_signal_connect_object (row, "reworded", G_CALLBACK (reworded_cb), card, 0);
  g_hash_table_insert (card->rows, g_strdup (id), row);
  return row;
}

static void
append_message (EwThreadCard *card, const EwMessage *message, bool is_first,
                char **me)
{
  const char *id = ew_thread_message_id (shown (card), message);
  GtkWidget *row = g_hash_table_lookup (card->rows, id);
  EwMessageRowFlags flags =
      (is_first ? EW_MESSAGE_ROW_FIRST : 0) |
      (ew_email_is_among (message->email, (const char *const *) me)
           ? EW_MESSAGE_ROW_MINE
           : 0);

  if (row != NULL) {
    ew_message_row_update (EW_MESSAGE_ROW (row), message);
    gtk_box_reorder_child_after (GTK_BOX (card->messages), row,
                                 gtk_widget_get_last_child (card->messages));
    return;
  }
  gtk_box_append (GTK_BOX (card->messages), new_row (card, message, id, flags));
}

static void show_messages (EwThreadCard *card);

static void
earlier_cb (EwThreadCard *card)
{
  card->last += MORE_SHOWN;
  clear_box (card->messages);
  g_hash_table_remove_all (card->rows);
  show_messages (card);
}

static void
append_earlier (EwThreadCard *card, guint hidden)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("%u earlier message", "%u earlier messages", hidden), hidden);
  GtkWidget *button = new_text_button (card, label, G_CALLBACK (earlier_cb));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ew-quiet");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card->messages), button);
}

static void
show_messages (EwThreadCard *card)
{
  g_autoptr (GPtrArray) messages = ew_thread_messages (shown (card));
  g_auto (GStrv) me = ew_session_my_emails (card->session);
  guint from = messages->len > card->last + 2 ? messages->len - card->last : 1;
  GtkWidget *button = gtk_widget_get_first_child (card->messages);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    if (GTK_IS_BUTTON (button)) {
      gtk_box_remove (GTK_BOX (card->messages), button);
      break;
    }
  if (messages->len > 0)
    append_message (card, messages->pdata[0], true, me);
  if (from > 1)
    append_earlier (card, from - 1);
  for (guint i = from; i < messages->len; i++)
    append_message (card, messages->pdata[i], false, me);
}

/* --- The rest of it ------------------------------------------------------- */

static void
show_subject (EwThreadCard *card, const EwThread *thread, const EwBoard *board)
{
  g_autofree char *what = ew_anchor_describe (&thread->anchor, board);
  g_autofree char *subject = NULL;

  if (ew_thread_is_orphan (thread))
    subject = g_strdup (_ ("on something that was deleted"));
  else if (what != NULL) /* Translators: the words of a note, in quotes. */
    subject = g_strdup_printf (_ ("on %s"), what);
  gtk_label_set_text (GTK_LABEL (card->subject),
                      subject ? subject : _ ("on the board"));
}

/* Returns: (transfer full) (nullable): "at 1:10"; NULL when it began in no
 * walkthrough. */
static char *
describe_moment (const EwThread *thread)
{
  g_autofree char *time = ew_duration_format (thread->moment / 1000);

  if (*thread->tour == '\0')
    return NULL;
  return g_strdup_printf (_ ("at %s"), time);
}

/* A walkthrough that is gone plays no more; when it was is said all the same.
 */
static void
show_moment (EwThreadCard *card, const EwThread *thread, const EwBoard *board)
{
  const EwWalkthrough *walk =
      ew_walkthrough_from_object (ew_board_get (board, thread->tour));
  g_autofree char *when = describe_moment (thread);
  g_autofree char *label =
      walk != NULL && when != NULL && *walk->title != '\0'
          ? g_strdup_printf (_ ("%1$s in “%2$s”"), when, walk->title)
          : g_strdup (when);

  gtk_widget_set_visible (card->moment, label != NULL);
  gtk_widget_set_sensitive (card->moment, walk != NULL);
  if (label == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (card->moment_label), label);
  gtk_widget_set_tooltip_text (card->moment, _ ("Play from this moment"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (card->moment),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_asks (EwThreadCard *card, const EwThread *thread)
{
  clear_box (card->asks);
  for (guint i = 0; i < ew_map_size (thread->asks); i++)
    gtk_box_append (GTK_BOX (card->asks),
                    ew_ask_line_new (thread, i, card->session));
  gtk_widget_set_visible (card->asks, ew_map_size (thread->asks) > 0);
}

static void
show_state (EwThreadCard *card, const EwThread *thread)
{
  const char *verb = thread->resolved ? _ ("Reopen") : _ ("Resolve");

  gtk_button_set_icon_name (GTK_BUTTON (card->resolve),
                            thread->resolved ? "edit-undo-symbolic"
                                             : "ew-check-circle-symbolic");
  gtk_widget_set_tooltip_text (card->resolve, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card->resolve),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, verb, -1);
  if (thread->resolved)
    gtk_widget_add_css_class (GTK_WIDGET (card), "resolved");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (card), "resolved");
}

char *
ew_thread_card_name (EwThreadCard *card)
{
  g_autoptr (GPtrArray) messages = NULL;
  g_autofree char *when = NULL;
  GString *name;

  g_return_val_if_fail (EW_IS_THREAD_CARD (card), NULL);
  g_return_val_if_fail (card->thread != NULL, NULL);

  messages = ew_thread_messages (shown (card));
  name = g_string_new (gtk_label_get_text (GTK_LABEL (card->subject)));
  when = describe_moment (shown (card));
  if (when != NULL)
    g_string_append_printf (name, ", %s", when);
  for (guint i = 0; i < messages->len; i++) {
    const EwMessage *message = g_ptr_array_index (messages, i);
    g_autofree char *text = NULL;

    if (i > 0 && i + NAMED_MAX < messages->len)
      continue;
    text = ew_string_excerpt (ew_message_text (message), 200);
    g_string_append_printf (name, ". %s: %s", message->author, text);
  }
  return g_string_free (name, FALSE);
}

/* Another thread than before: nothing of the old one stays. */
static void
begin (EwThreadCard *card, const EwThread *thread, EwSession *session)
{
  g_set_object (&card->session, session);
  card->last = LAST_SHOWN;
  g_hash_table_remove_all (card->rows);
  clear_box (card->messages);
  stop_asking (card);
  ew_reply_box_start (EW_REPLY_BOX (card->reply), session,
                      ew_marks_get (ew_session_marks (session), EW_MARK_DRAFT,
                                    thread->object.id));
}

void
ew_thread_card_show (EwThreadCard *card, const EwThread *thread,
                     const EwBoard *board, EwSession *session)
{
  bool is_same;

  g_return_if_fail (EW_IS_THREAD_CARD (card));
  g_return_if_fail (thread != NULL);

  is_same = card->thread != NULL && card->session == session &&
            g_str_equal (card->thread->id, thread->object.id);
  show_subject (card, thread, board);
  show_moment (card, thread, board);
  if (is_same && card->thread == &thread->object)
    return;
  if (is_same)
    card->last += MAX (0, (int) ew_map_size (thread->messages) -
                              (int) ew_map_size (shown (card)->messages));
  else
    begin (card, thread, session);
  g_clear_pointer (&card->thread, ew_object_unref);
  card->thread = ew_object_ref (&thread->object);
  show_messages (card);
  show_asks (card, thread);
  show_state (card, thread);
}

const char *
ew_thread_card_id (EwThreadCard *card)
{
  g_return_val_if_fail (EW_IS_THREAD_CARD (card), NULL);

  return card->thread != NULL ? card->thread->id : NULL;
}

void
ew_thread_card_answer (EwThreadCard *card)
{
  g_return_if_fail (EW_IS_THREAD_CARD (card));

  ew_reply_box_write (EW_REPLY_BOX (card->reply));
}

void
ew_thread_card_set_current (EwThreadCard *card, bool current)
{
  g_return_if_fail (EW_IS_THREAD_CARD (card));

  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (card), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (card), "current");
}

char *
ew_anchor_describe (const EwAnchor *anchor, const EwBoard *board)
{
  const EwObject *object = NULL;
  g_autofree char *text = NULL;
  g_autofree char *excerpt = NULL;

  g_return_val_if_fail (anchor != NULL, NULL);

  if (board != NULL && anchor->object != NULL && *anchor->object != '\0')
    object = ew_board_get (board, anchor->object);
  if (object == NULL)
    return NULL;

  text = ew_object_to_text (object);
  excerpt = ew_string_excerpt (text, SUBJECT_MAX);
  return g_strdup_printf (_ ("“%s”"), excerpt);
}

/* --- Its size ------------------------------------------------------------- */

void
ew_thread_card_set_width (EwThreadCard *card, int width)
{
  g_return_if_fail (EW_IS_THREAD_CARD (card));

  card->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (card));
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
         int *minimum, int *natural, int *min_baseline, int *nat_baseline)
{
  EwThreadCard *card = EW_THREAD_CARD (widget);
  bool is_across = orientation == GTK_ORIENTATION_HORIZONTAL;

  gtk_widget_measure (card->box, orientation,
                      !is_across && for_size < 0 ? card->width : for_size,
                      minimum, natural, NULL, NULL);
  if (is_across && card->width > 0)
    *minimum = *natural = MAX (*minimum, card->width);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (EW_THREAD_CARD (widget)->box,
                            &(GtkAllocation){ 0, 0, width, height }, baseline);
}

/* --- The widget ----------------------------------------------------------- */

static void
dispose (GObject *object)
{
  EwThreadCard *card = EW_THREAD_CARD (object);

  g_clear_pointer (&card->thread, ew_object_unref);
  g_clear_pointer (&card->rows, g_hash_table_unref);
  g_clear_object (&card->session);
  g_clear_pointer (&card->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_thread_card_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, box);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, subject);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, messages);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, moment);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard,
                                        moment_label);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, asks);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, asking);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, reply);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, resolve);
}

static void
ew_thread_card_class_init (EwThreadCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  g_type_ensure (EW_TYPE_REPLY_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-thread-card.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, reply_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, moment_cb);
  gtk_widget_class_bind_template_callback (widget_class, resolve_cb);
  gtk_widget_class_install_action (widget_class, "card.copy-link", NULL,
                                   copy_link_cb);
  gtk_widget_class_install_action (widget_class, "card.ask", NULL, ask_cb);
}

static void
ew_thread_card_init (EwThreadCard *card)
{
  card->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  card->last = LAST_SHOWN;
  card->width = -1;
  gtk_widget_init_template (GTK_WIDGET (card));
}

GtkWidget *
ew_thread_card_new (void)
{
  return g_object_new (EW_TYPE_THREAD_CARD, NULL);
}
