#include "ew-ask-line.h"

#include "ew-due.h"
#include "ew-person.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

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

/* “Review, of Bo Berg, by Thu 3 Dec · waits” */
static char *
describe (EwSession *session, const EwThread *thread, const EwAsk *ask)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *due = ask->due ? ew_due_format (ask->due, now) : NULL;
  const char *kind = ew_ask_kind_title (ask->kind);
  g_autofree char *who = ew_person_name (session, ask->who, NULL);
  const char *state = state_word (thread, ask);

  if (due) /* Translators: “Review, of Bo Berg, by Thu 3 Dec · waits” */
    return g_strdup_printf (_ ("%s, of %s, by %s · %s"), kind, who, due, state);
  return g_strdup_printf (_ ("%s, of %s · %s"), kind, who, state);
}

static GtkWidget *
new_button (const EwThread *thread, const char *ask, EwAskState state)
{
  GtkWidget *button = gtk_button_new_with_label (
      state == EW_ASK_ANSWERED ? _ ("Done") : _ ("Withdraw"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ssi)",
                                    thread->object.id, ask, (int) state);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "thread.set-ask");
  return button;
}

static bool
is_me (EwSession *session, const char *email)
{
  g_auto (GStrv) me = ew_session_my_emails (session);

  return ew_email_is_among (email, (const char *const *) me);
}

static void
add_button (GtkWidget *row, const EwThread *thread, guint index,
            EwSession *session)
{
  const EwAsk *ask = (const EwAsk *) ew_map_value (thread->asks, index);
  const char *id = ew_map_key (thread->asks, index);

  if (!ew_thread_waits (thread, ask))
    return;
  gtk_widget_add_css_class (row, "waiting");
  if (is_me (session, ask->who))
    gtk_box_append (GTK_BOX (row), new_button (thread, id, EW_ASK_ANSWERED));
  else if (is_me (session, ask->by))
    gtk_box_append (GTK_BOX (row), new_button (thread, id, EW_ASK_WITHDRAWN));
}

GtkWidget *
ew_ask_line_new (const EwThread *thread, guint index, EwSession *session)
{
  const EwAsk *ask = (const EwAsk *) ew_map_value (thread->asks, index);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = describe (session, thread, ask);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (row, "ew-ask");
  gtk_box_append (GTK_BOX (row), label);
  add_button (row, thread, index, session);
  return row;
}
