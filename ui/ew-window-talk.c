/* Comments, and who writes them. */
#include "ew-window-private.h"

#include "ew-identity-dialog.h"
#include "ew-place-link.h"
#include "ew-verbs-talk.h"
#include "ew-verbs.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

#define TOP_RIGHT ((EwCoords){ 1000, 0 })

/* --- Who is writing ----------------------------------------------------- */

typedef struct {
  EwWindow *window;
  EwWindowGo go;
  gpointer data;
  GDestroyNotify free;
} Going;

static void
going_free (gpointer data)
{
  Going *going = data;

  if (going->free != NULL)
    going->free (going->data);
  g_object_unref (going->window);
  g_free (going);
}

static void
identity_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Going *going = data;
  g_autoptr (GError) error = NULL;

  if (ew_session_set_identity_finish (EW_SESSION (source), result, &error))
    going->go (going->window, going->data);
  else
    ew_window_say (going->window, error->message);
  going_free (going);
}

static void
answered_cb (EwIdentityDialog *dialog, const char *name, const char *email,
             EwWindow *window)
{
  Going *going = g_object_steal_data (G_OBJECT (dialog), "going");

  ew_session_set_identity_async (window->session, name, email, identity_set_cb,
                                 going);
}

static void
dialog_gone_cb (gpointer data, GObject *dialog)
{
  EW_WINDOW (data)->is_asking = false;
  g_object_unref (data);
}

static void
ask_identity (EwWindow *window, Going *going)
{
  GtkWidget *dialog = ew_identity_dialog_new (GTK_WINDOW (window));

  window->is_asking = true;
  g_object_weak_ref (G_OBJECT (dialog), dialog_gone_cb, g_object_ref (window));
  g_object_set_data_full (G_OBJECT (dialog), "going", going, going_free);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered_cb), window,
                           0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ew_window_with_identity (EwWindow *window, EwWindowGo go, gpointer data,
                         GDestroyNotify free)
{
  Going *going = g_new (Going, 1);

  *going = (Going){ g_object_ref (window), go, data, free };
  if (ew_session_identity (window->session) != NULL) {
    go (window, data);
    going_free (going);
  } else if (window->is_asking) {
    going_free (going);
  } else {
    ask_identity (window, going);
  }
}

/* --- Comments ----------------------------------------------------------- */

static void
show_comments (EwWindow *window)
{
  adw_flap_set_reveal_flap (window->panel_flap, TRUE);
  ew_side_panel_show_page (window->side_panel, GTK_WIDGET (window->comments));
}

void
ew_window_compose (EwWindow *window, const EwAnchor *anchor)
{
  g_autofree char *moment = NULL;

  ew_window_player_hold (window);
  moment = ew_window_player_moment (window);
  show_comments (window);
  ew_comments_panel_compose (window->comments, anchor, moment);
  /* Until there are words, a press elsewhere means: rather about that. */
  ew_toolbox_set_tool (window->toolbox, "comment");
}

static void
start_comment (EwWindow *window, gpointer data)
{
  const char *id = ew_selection_single (window->selection);
  EwAnchor anchor = { .object = (char *) id, .spot = EW_SPOT_AUTO };
  const EwObject *object =
      id != NULL ? ew_board_get (ew_window_board (window), id) : NULL;

  /* A corner keeps the words of a note readable. */
  if (object != NULL && ew_kind_has (object->kind, EW_KIND_BOX))
    anchor.spot = TOP_RIGHT;
  if (object == NULL || ew_kind_has (object->kind, EW_KIND_PIN))
    ew_toolbox_set_tool (window->toolbox, "comment");
  else
    ew_window_compose (window, &anchor);
}

static void
comment_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  if (window->board != NULL)
    ew_window_with_identity (window, start_comment, NULL, NULL);
}

static void
commented_cb (EwCommentsPanel *panel, const EwAnchor *anchor, const char *text,
              EwWindow *window)
{
  const EwIdentity *who = ew_session_identity (window->session);
  g_autofree char *id = NULL;
  EwEdit *edit;

  ew_window_leave_past (window);
  if (who == NULL || ew_window_board (window) == NULL)
    return;
  edit = ew_window_player_date (
      window, ew_verb_comment (ew_window_board (window), anchor, text,
                               who->name, who->email, &id));
  ew_window_apply (window, edit, 0);
}

static EwSpeaker
speaker (EwWindow *window)
{
  const EwIdentity *who = ew_session_identity (window->session);

  return (EwSpeaker){ who->name, who->email,
                      g_get_real_time () / G_USEC_PER_SEC };
}

static void
asked_cb (EwCommentsPanel *panel, const EwAnchor *anchor, const char *text,
          const EwAskWish *wish, EwWindow *window)
{
  EwSpeaker who;

  ew_window_leave_past (window);
  if (ew_session_identity (window->session) == NULL ||
      ew_window_board (window) == NULL)
    return;
  who = speaker (window);
  ew_window_apply (
      window,
      ew_window_player_date (
          window, ew_verb_begin_ask (ew_window_board (window), anchor, text,
                                     wish, &who, NULL)),
      0);
}

/* What is said is no step that could be undone, so it is told of by itself. */
static void
apply_or_say (EwWindow *window, EwEdit *edit, const GError *error)
{
  g_autofree char *label = NULL;

  if (edit == NULL) {
    ew_window_say (window, error->message);
    return;
  }
  label = g_strdup (ew_edit_label (edit));
  if (ew_window_apply (window, edit, 0))
    ew_window_announce_said (window, label);
}

/* --- In a thread: the actions of its card --------------------------------- */

/* What is to be done, carried over the question who is writing. */
typedef struct {
  EwEdit *(*verb) (EwWindow *window, GVariant *what, GError **error);
  GVariant *what;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_variant_unref (act->what);
  g_free (act);
}

static void
act_now (EwWindow *window, gpointer data)
{
  const Act *act = data;
  g_autoptr (GError) error = NULL;
  EwEdit *edit;

  /* What is said is said now. */
  ew_window_leave_past (window);
  if (ew_window_board (window) == NULL)
    return;
  edit = act->verb (window, act->what, &error);
  apply_or_say (window, edit, error);
}

static EwEdit *
reply (EwWindow *window, GVariant *what, GError **error)
{
  const EwIdentity *who = ew_session_identity (window->session);
  const char *thread, *text;

  g_variant_get (what, "(&s&s)", &thread, &text);
  return ew_verb_reply (ew_window_board (window), thread, text, who->name,
                        who->email, error);
}

static EwEdit *
resolve (EwWindow *window, GVariant *what, GError **error)
{
  const char *thread;
  gboolean resolved;

  g_variant_get (what, "(&sb)", &thread, &resolved);
  return ew_verb_resolve (ew_window_board (window), thread, resolved, error);
}

static EwEdit *
reword (EwWindow *window, GVariant *what, GError **error)
{
  EwSpeaker who = speaker (window);
  const char *thread, *message, *text;

  g_variant_get (what, "(&s&s&s)", &thread, &message, &text);
  return ew_verb_reword (ew_window_board (window), thread, message, text, &who,
                         error);
}

static EwEdit *
ask (EwWindow *window, GVariant *what, GError **error)
{
  EwSpeaker who = speaker (window);
  EwAskWish wish;
  const char *thread;

  g_variant_get (what, "(&s&s&sx)", &thread, &wish.kind, &wish.who, &wish.due);
  return ew_verb_ask (ew_window_board (window), thread, &wish, &who, error);
}

static EwEdit *
set_ask (EwWindow *window, GVariant *what, GError **error)
{
  const char *thread, *id;
  int state;

  g_variant_get (what, "(&s&si)", &thread, &id, &state);
  return ew_verb_set_ask (ew_window_board (window), thread, id, state, error);
}

static const struct {
  const char *action, *type;
  EwEdit *(*verb) (EwWindow *window, GVariant *what, GError **error);
} acts[] = {
  { "thread.reply", "(ss)", reply },      { "thread.resolve", "(sb)", resolve },
  { "thread.reword", "(sss)", reword },   { "thread.ask", "(sssx)", ask },
  { "thread.set-ask", "(ssi)", set_ask },
};

static void
act_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Act *act = g_new0 (Act, 1);

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, name))
      act->verb = acts[i].verb;
  act->what = g_variant_ref (parameter);
  ew_window_with_identity (EW_WINDOW (widget), act_now, act, act_free);
}

static void
copy_link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  g_autofree char *link =
      ew_place_link (window->board, g_variant_get_string (parameter, NULL));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), link);
  ew_window_say (window, _ ("The link is copied"));
}

static void
play_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *tour;
  gint64 ms;

  g_variant_get (parameter, "(&sx)", &tour, &ms);
  ew_window_play_at (EW_WINDOW (widget), tour, ms);
}

static void
reveal_cb (EwCommentsPanel *panel, const char *id, EwWindow *window)
{
  ew_selection_set_one (window->selection, id);
  ew_canvas_reveal (window->canvas, id);
}

static void
done_cb (EwCommentsPanel *panel, EwWindow *window)
{
  if (g_str_equal (ew_toolbox_tool (window->toolbox), "comment"))
    ew_toolbox_set_tool (window->toolbox, "select");
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

static void
detail_set_cb (EwDetailsPanel *panel, const char *id, const char *field,
               const char *value, EwWindow *window)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (ew_window_board (window) == NULL ||
      ew_board_get (ew_window_board (window), id) == NULL)
    return;
  g_ptr_array_add (ids, (char *) id);
  apply_or_say (
      window, ew_verb_set (ew_window_board (window), ids, field, value, &error),
      error);
}

void
ew_window_talk_init (EwWindow *window)
{
  g_signal_connect_object (window->comments, "comment",
                           G_CALLBACK (commented_cb), window, 0);
  g_signal_connect_object (window->comments, "ask", G_CALLBACK (asked_cb),
                           window, 0);
  g_signal_connect_object (window->comments, "reveal", G_CALLBACK (reveal_cb),
                           window, 0);
  g_signal_connect_object (window->comments, "done", G_CALLBACK (done_cb),
                           window, 0);
  g_signal_connect_object (window->details, "set", G_CALLBACK (detail_set_cb),
                           window, 0);
}

void
ew_window_talk_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.comment", NULL, comment_cb);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (class, acts[i].action, acts[i].type,
                                     act_cb);
  gtk_widget_class_install_action (class, "thread.copy-link", "s",
                                   copy_link_cb);
  gtk_widget_class_install_action (class, "thread.play", "(sx)", play_cb);
}
