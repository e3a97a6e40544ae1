#include "ew-thread-card.h"

#include "ew-ago.h"
#include "ew-ask-row.h"
#include "ew-avatar.h"
#include "ew-string.h"
#include "ew-words.h"

#include <glib/gi18n-lib.h>

#define SUBJECT_MAX 60

struct _EwThreadCard {
  GtkListBoxRow parent;
  EwObject *thread; /* as shown */
  gint64 time;
  bool resolved;

  GtkWidget *subject, *messages, *asks, *reply, *resolve;
};

G_DEFINE_FINAL_TYPE (EwThreadCard, ew_thread_card, GTK_TYPE_LIST_BOX_ROW)

static void
reply_cb (GtkEditable *entry, EwThreadCard *card)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (entry));

  g_strstrip (text);
  if (*text == '\0')
    return;
  gtk_editable_set_text (entry, "");
  g_signal_emit_by_name (card, "reply", text);
}

static void
typed_cb (GtkEditable *entry, EwThreadCard *card)
{
  g_signal_emit_by_name (card, "draft", gtk_editable_get_text (entry));
}

static void
resolve_cb (GtkButton *button, EwThreadCard *card)
{
  g_signal_emit_by_name (card, "resolve", !card->resolved);
}

static void
finalize (GObject *object)
{
  EwThreadCard *card = EW_THREAD_CARD (object);

  g_clear_pointer (&card->thread, ew_object_unref);
  G_OBJECT_CLASS (ew_thread_card_parent_class)->finalize (object);
}

static void
ew_thread_card_class_init (EwThreadCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = finalize;
  g_signal_new ("reply", EW_TYPE_THREAD_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("resolve", EW_TYPE_THREAD_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_signal_new ("draft", EW_TYPE_THREAD_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("set-ask", EW_TYPE_THREAD_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-thread-card.ui");
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, subject);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, messages);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, asks);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, reply);
  gtk_widget_class_bind_template_child (widget_class, EwThreadCard, resolve);
  gtk_widget_class_bind_template_callback (widget_class, reply_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, resolve_cb);
}

static void
ew_thread_card_init (EwThreadCard *card)
{
  gtk_widget_init_template (GTK_WIDGET (card));
}

static GtkWidget *
new_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* What was said before is not hidden: it is one hover, or focus, away. */
static GtkWidget *
new_edited (const EwMessage *message)
{
  GtkWidget *label = new_label (_ ("reworded"), "time");
  g_autofree char *tooltip = g_strdup_printf (_ ("Before: %s"), message->text);

  gtk_widget_set_tooltip_text (label, tooltip);
  return label;
}

static GtkWidget *
new_byline (const EwMessage *message)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *ago =
      ew_ago_format (message->at, g_get_real_time () / G_USEC_PER_SEC);
  const char *author = *message->author ? message->author : _ ("Somebody");

  gtk_box_append (GTK_BOX (line), new_label (author, "author"));
  gtk_box_append (GTK_BOX (line), new_label (ago, "time"));
  if (ew_map_size (message->editions) > 0)
    gtk_box_append (GTK_BOX (line), new_edited (message));
  return line;
}

static GtkWidget *
new_message (const EwMessage *message, bool first)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (row, "ew-message");
  gtk_box_append (GTK_BOX (row), first ? ew_avatar_new (message->author)
                                       : ew_avatar_new_small (message->author));
  gtk_box_append (GTK_BOX (column), new_byline (message));
  gtk_box_append (GTK_BOX (column), ew_words_new (ew_message_text (message)));
  gtk_box_append (GTK_BOX (row), column);
  return row;
}

static void
show_messages (EwThreadCard *card, const EwThread *thread)
{
  g_autoptr (GPtrArray) messages = ew_thread_messages (thread);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (card->messages)) != NULL)
    gtk_box_remove (GTK_BOX (card->messages), child);

  for (guint i = 0; i < messages->len; i++) {
    const EwMessage *message = g_ptr_array_index (messages, i);

    gtk_box_append (GTK_BOX (card->messages), new_message (message, i == 0));
    card->time = MAX (card->time, message->at);
  }
}

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

/* --- Asks ----------------------------------------------------------------- */

static const char *
name_of (EwSession *session, const char *email)
{
  const EwMember *member =
      ew_members_find (ew_session_members (session), email);

  return member && *member->name ? member->name : email;
}

static const char *
state_word (const EwThread *thread, const EwAsk *ask)
{
  if (ew_ask_state (ask) == EW_ASK_ANSWERED)
    return _ ("answered");
  if (ew_ask_state (ask) == EW_ASK_WITHDRAWN)
    return _ ("withdrawn");
  if (thread->resolved)
    return _ ("settled");
  if (ew_ask_is_overdue (ask, g_get_real_time () / G_USEC_PER_SEC))
    return _ ("overdue");
  return _ ("waits");
}

/* “Review by Bo Berg until Thu 3 Dec, 17:00 · waits” */
static char *
describe_ask (EwSession *session, const EwThread *thread, const EwAsk *ask)
{
  g_autofree char *due = ask->due ? ew_due_format (ask->due) : NULL;
  const char *kind = ew_ask_kind_title (ask->kind);
  const char *who = name_of (session, ask->who);
  const char *state = state_word (thread, ask);

  if (due) /* Translators: “Review, of Bo Berg, by Thu 3 Dec · waits” */
    return g_strdup_printf (_ ("%s, of %s, by %s · %s"), kind, who, due, state);
  return g_strdup_printf (_ ("%s, of %s · %s"), kind, who, state);
}

static void
ask_clicked_cb (GtkButton *button, EwThreadCard *card)
{
  const char *ask = g_object_get_data (G_OBJECT (button), "ask");
  int state = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "state"));

  g_signal_emit_by_name (card, "set-ask", ask, state);
}

static GtkWidget *
new_ask_button (EwThreadCard *card, const char *id, EwAskState state)
{
  GtkWidget *button = gtk_button_new_with_label (
      state == EW_ASK_ANSWERED ? _ ("Done") : _ ("Withdraw"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "ask", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (button), "state", GINT_TO_POINTER (state));
  g_signal_connect_object (button, "clicked", G_CALLBACK (ask_clicked_cb), card,
                           0);
  return button;
}

static bool
is_me (EwSession *session, const char *email)
{
  g_auto (GStrv) me = ew_session_my_emails (session);

  for (guint i = 0; me[i]; i++)
    if (ew_email_equal (me[i], email))
      return true;
  return false;
}

static GtkWidget *
new_ask (EwThreadCard *card, const EwThread *thread, guint index,
         EwSession *session)
{
  const EwAsk *ask = (const EwAsk *) ew_map_value (thread->asks, index);
  const char *id = ew_map_key (thread->asks, index);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = describe_ask (session, thread, ask);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (row, "ew-ask");
  gtk_box_append (GTK_BOX (row), label);
  if (!ew_thread_waits (thread, ask))
    return row;
  gtk_widget_add_css_class (row, "waiting");
  if (is_me (session, ask->who))
    gtk_box_append (GTK_BOX (row), new_ask_button (card, id, EW_ASK_ANSWERED));
  else if (is_me (session, ask->by))
    gtk_box_append (GTK_BOX (row), new_ask_button (card, id, EW_ASK_WITHDRAWN));
  return row;
}

static void
show_asks (EwThreadCard *card, const EwThread *thread, EwSession *session)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (card->asks)) != NULL)
    gtk_box_remove (GTK_BOX (card->asks), child);
  for (guint i = 0; i < ew_map_size (thread->asks); i++)
    gtk_box_append (GTK_BOX (card->asks), new_ask (card, thread, i, session));
  gtk_widget_set_visible (card->asks, ew_map_size (thread->asks) > 0);
}

static void
show_state (EwThreadCard *card, const EwThread *thread)
{
  const char *verb = thread->resolved ? _ ("Reopen") : _ ("Resolve");

  card->resolved = thread->resolved;
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

/* A screen reader hears the whole thread in one go. */
static void
name_card (EwThreadCard *card, const EwThread *thread)
{
  g_autoptr (GPtrArray) messages = ew_thread_messages (thread);
  g_autoptr (GString) name =
      g_string_new (gtk_label_get_text (GTK_LABEL (card->subject)));

  for (guint i = 0; i < messages->len; i++) {
    const EwMessage *message = g_ptr_array_index (messages, i);
    g_autofree char *text = ew_string_excerpt (ew_message_text (message), 200);

    g_string_append_printf (name, ". %s: %s", message->author, text);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (card),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

void
ew_thread_card_update (EwThreadCard *card, const EwThread *thread,
                       const EwBoard *board, EwSession *session)
{
  g_return_if_fail (EW_IS_THREAD_CARD (card));
  g_return_if_fail (thread != NULL);

  show_subject (card, thread, board);
  if (card->thread != &thread->object) {
    g_clear_pointer (&card->thread, ew_object_unref);
    card->thread = ew_object_ref (&thread->object);
    show_messages (card, thread);
    show_asks (card, thread, session);
    show_state (card, thread);
  }
  name_card (card, thread);
}

GtkWidget *
ew_thread_card_new (const EwThread *thread, const EwBoard *board,
                    EwSession *session)
{
  EwThreadCard *card = g_object_new (EW_TYPE_THREAD_CARD, NULL);

  ew_thread_card_update (card, thread, board, session);
  gtk_editable_set_text (GTK_EDITABLE (card->reply),
                         ew_marks_get (ew_session_marks (session),
                                       EW_MARK_DRAFT, thread->object.id));
  return GTK_WIDGET (card);
}

const char *
ew_thread_card_id (EwThreadCard *card)
{
  g_return_val_if_fail (EW_IS_THREAD_CARD (card), NULL);

  return card->thread->id;
}

gint64
ew_thread_card_time (EwThreadCard *card)
{
  g_return_val_if_fail (EW_IS_THREAD_CARD (card), 0);

  return card->time;
}

bool
ew_thread_card_is_resolved (EwThreadCard *card)
{
  g_return_val_if_fail (EW_IS_THREAD_CARD (card), false);

  return card->resolved;
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
