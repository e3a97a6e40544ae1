/* Commands about what people say, and want of each other. */
#include "ew-command.h"

#include "ew-error.h"
#include "ew-session-talk.h"
#include "ew-string.h"
#include "ew-verbs-react.h"
#include "ew-verbs-restore.h"
#include "ew-verbs-talk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gint64
now_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Whoever has no name yet is refused, and told what to do, by the session. */
static EwSpeaker
speaker (EwCall *call)
{
  const EwIdentity *who = ew_session_identity (call->session);

  return (EwSpeaker){ who ? who->name : "", who ? who->email : "",
                      now_seconds () };
}

static bool
apply (EwCall *call, const EwBoard *board, EwEdit *edit, GError **error)
{
  return edit &&
         ew_session_apply (call->session, ew_board_id (board), edit, 0, error);
}

/* --- Asking --------------------------------------------------------------- */

static char *
format_moment (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time ? g_date_time_format (time, "%a %F %R") : g_strdup ("?");
}

static bool
read_kind (const char *word, EwAskWish *wish, GError **error)
{
  wish->kind = word ? word : "question";
  if (g_strv_contains (ew_ask_kinds, wish->kind))
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("There is no kind of ask “%s”: use question, review, "
                  "decision or fyi."),
               word);
  return false;
}

/* A date is the end of the day of whoever is asked. */
static bool
read_due (EwCall *call, EwAskWish *wish, gint64 now, GError **error)
{
  g_auto (EwHours) hours = EW_HOURS_INIT;

  if (!call->due) {
    wish->due = ew_session_default_due (call->session, wish->who, now);
    return true;
  }
  hours = ew_session_hours_of (call->session, wish->who);
  wish->due = ew_hours_date (&hours, call->due);
  if (wish->due != 0)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("“%s” is no date: write 2026-12-03 or 2026-12-03T14:30."),
               call->due);
  return false;
}

static bool
read_wish (EwCall *call, EwAskWish *wish, gint64 now, GError **error)
{
  if (!call->who || !strchr (call->who, '@')) {
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("Say who is asked: --who EMAIL."));
    return false;
  }
  wish->who = call->who;
  return read_kind (call->kind, wish, error) &&
         read_due (call, wish, now, error);
}

/* Asked for sooner than can be expected: said, never refused. */
static void
hint (EwCall *call, const EwAskWish *wish, gint64 now)
{
  gint64 kinder =
      ew_session_kinder_due (call->session, wish->who, now, wish->due);
  g_autofree char *time = NULL;

  if (kinder == 0 || kinder == wish->due)
    return;
  time = format_moment (kinder);
  g_printerr (_ ("elsewhen-cli: for %s that is outside working time; %s would "
                 "be kinder\n"),
              wish->who, time);
}

static EwEdit *
ask_in_thread (const EwBoard *board, const EwAskWish *wish,
               const EwSpeaker *who, const char *const *args, GError **error)
{
  g_autoptr (EwEdit) said =
      ew_verb_reply (board, args[1], args[2], who->name, who->email, error);
  g_autoptr (EwBoard) next = NULL;
  g_autoptr (EwEdit) asked = NULL;

  if (!said)
    return NULL;
  next = ew_board_snapshot (board);
  ew_notice_free (ew_board_apply (next, said));
  asked = ew_verb_ask (next, args[1], wish, who, error);
  ew_edit_append (said, asked);
  return g_steal_pointer (&said);
}

bool
ew_command_ask (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  const EwObject *about =
      board ? ew_call_object (board, call->args[1], error) : NULL;
  EwSpeaker who = speaker (call);
  EwAskWish wish = { 0 };
  g_autofree char *thread = NULL;
  g_autoptr (EwEdit) edit = NULL;

  if (!about || !read_wish (call, &wish, who.now, error))
    return false;
  if (ew_thread_from_object (about)) {
    thread = g_strdup (about->id);
    edit = ask_in_thread (board, &wish, &who, (const char *const *) call->args,
                          error);
  } else {
    EwAnchor anchor = { .object = about->id, .spot = { 1000, 0 } };

    edit =
        ew_verb_begin_ask (board, &anchor, call->args[2], &wish, &who, &thread);
  }
  if (!apply (call, board, edit, error))
    return false;
  hint (call, &wish, who.now);
  g_print ("%s\n", thread);
  return true;
}

bool
ew_command_resolve_thread (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  g_autoptr (EwEdit) edit = NULL;

  if (!board)
    return false;
  edit = ew_verb_resolve (board, call->args[1], true, error);
  return apply (call, board, edit, error);
}

/* --- Threads -------------------------------------------------------------- */

static void
add_moment (JsonBuilder *json, const char *name, gint64 seconds)
{
  if (seconds != 0)
    ew_json_add_int (json, name, seconds);
}

/* To ask each of thousands for its id would take thousands of steps every time.
 * Returns: (transfer full): EwMessage → its id. */
static GHashTable *
ids_of_messages (const EwThread *thread)
{
  GHashTable *ids = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ew_map_size (thread->messages); i++)
    g_hash_table_insert (ids, (gpointer) ew_map_value (thread->messages, i),
                         (gpointer) ew_map_key (thread->messages, i));
  return ids;
}

static void
add_message_json (JsonBuilder *json, const char *id, const EwMessage *message)
{
  json_builder_begin_object (json);
  ew_json_add (json, "id", id);
  ew_json_add (json, "author", message->author);
  ew_json_add (json, "email", message->email);
  ew_json_add_int (json, "at", message->at);
  ew_json_add (json, "text", ew_message_text (message));
  ew_json_add_int (json, "editions", ew_map_size (message->editions));
  json_builder_end_object (json);
}

static void
add_ask_json (JsonBuilder *json, const EwThread *thread, guint index)
{
  static const char *const states[] = { "waiting", "answered", "withdrawn" };
  const EwAsk *ask = (const EwAsk *) ew_map_value (thread->asks, index);

  json_builder_begin_object (json);
  ew_json_add (json, "id", ew_map_key (thread->asks, index));
  ew_json_add (json, "kind", ask->kind);
  ew_json_add (json, "who", ask->who);
  ew_json_add (json, "by", ask->by);
  add_moment (json, "due", ask->due);
  ew_json_add (json, "state", states[ew_ask_state (ask)]);
  json_builder_set_member_name (json, "overdue");
  json_builder_add_boolean_value (json,
                                  ew_thread_waits (thread, ask) &&
                                      ew_ask_is_overdue (ask, now_seconds ()));
  json_builder_end_object (json);
}

static void
add_bool (JsonBuilder *json, const char *name, bool value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, value);
}

static void
add_thread_json (JsonBuilder *json, EwCall *call, const EwThread *thread)
{
  g_autoptr (GHashTable) ids = ids_of_messages (thread);
  g_autoptr (GPtrArray) messages = ew_thread_messages (thread);

  json_builder_begin_object (json);
  ew_json_add (json, "id", thread->object.id);
  ew_json_add (json, "about", thread->anchor.object);
  add_bool (json, "resolved", thread->resolved);
  add_bool (json, "orphan", ew_thread_is_orphan (thread));
  ew_json_add_int (json, "unread", ew_session_unread (call->session, thread));
  json_builder_set_member_name (json, "asks");
  json_builder_begin_array (json);
  for (guint i = 0; i < ew_map_size (thread->asks); i++)
    add_ask_json (json, thread, i);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "messages");
  json_builder_begin_array (json);
  for (guint i = 0; i < messages->len; i++)
    add_message_json (json, g_hash_table_lookup (ids, messages->pdata[i]),
                      messages->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_thread (const EwThread *thread)
{
  g_autofree char *text = ew_object_to_text (&thread->object);
  g_autofree char *excerpt = ew_string_excerpt (text, 60);
  const char *state = thread->resolved                     ? _ ("resolved")
                      : ew_thread_waits_for (thread, NULL) ? _ ("waits")
                                                           : _ ("open");

  g_print ("%s  %-8s  %3u  %s\n", thread->object.id, state,
           ew_map_size (thread->messages), excerpt);
}

bool
ew_command_threads (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!board)
    return false;
  json_builder_begin_array (json);
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwThread *thread = ew_thread_from_object (ew_board_at (board, i));

    if (thread && call->json)
      add_thread_json (json, call, thread);
    else if (thread)
      print_thread (thread);
  }
  json_builder_end_array (json);
  if (call->json)
    ew_print_json (json);
  return true;
}

/* --- The inbox and what is new -------------------------------------------- */

static void
add_item_json (JsonBuilder *json, const EwInboxItem *item)
{
  static const char *const parts[] = { "on-me", "on-others", "updates" };
  static const char *const whats[] = { "ask",     "mention", "named",
                                       "replies", "board",   "kept" };

  json_builder_begin_object (json);
  ew_json_add (json, "part", parts[item->part]);
  ew_json_add (json, "what", whats[item->what]);
  ew_json_add (json, "board", item->board);
  ew_json_add (json, "title", item->title);
  ew_json_add (json, "thread", item->thread);
  ew_json_add (json, "ask", item->ask);
  ew_json_add (json, "kind", item->kind);
  ew_json_add (json, "person", item->person);
  ew_json_add (json, "text", item->text);
  ew_json_add_int (json, "count", item->count);
  add_moment (json, "due", item->due);
  add_bool (json, "overdue", item->is_overdue);
  json_builder_end_object (json);
}

static const char *
part_title (EwInboxPart part)
{
  switch (part) {
  case EW_INBOX_ON_ME:
    return _ ("Waiting on me");
  case EW_INBOX_ON_OTHERS:
    return _ ("Waiting on others");
  case EW_INBOX_UPDATES:
    return _ ("Updates");
  }
  g_return_val_if_reached ("");
}

static void
print_item (const EwInboxItem *item)
{
  g_autofree char *due = item->due ? format_moment (item->due) : NULL;
  g_autofree char *named =
      item->what == EW_INBOX_NAMED ? ew_inbox_say_named (item) : NULL;
  const char *person = named ? named : item->person;

  g_print (*person ? "  %s: %s" : "  %s", item->title, person);
  if (item->what == EW_INBOX_ASK)
    g_print (", %s", ew_ask_kind_title (item->kind));
  if (item->what == EW_INBOX_BOARD)
    g_print (ngettext (", %u change", ", %u changes", item->count),
             item->count);
  if (due)
    g_print (item->is_overdue ? _ (", overdue since %s") : _ (", by %s"), due);
  g_print (*item->text ? "  “%s”\n" : "\n", item->text);
}

static void
print_inbox (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++) {
    const EwInboxItem *item = g_ptr_array_index (items, i);
    const EwInboxItem *above = i ? g_ptr_array_index (items, i - 1) : NULL;

    if (!above || above->part != item->part)
      g_print ("%s\n", part_title (item->part));
    print_item (item);
  }
}

bool
ew_command_inbox (EwCall *call, GError **error)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;

  ew_session_inbox_async (call->session, now_seconds (), NULL, ew_ready_cb,
                          &result);
  items = ew_session_inbox_finish (call->session, ew_await (&result), error);
  if (!items)
    return false;
  if (!call->json) {
    print_inbox (items);
    return true;
  }
  json_builder_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    add_item_json (json, g_ptr_array_index (items, i));
  json_builder_end_array (json);
  ew_print_json (json);
  return true;
}

static const char *const news_words[] = { "new",     "edited",  "moved",
                                          "reacted", "deleted", "said" };

static void
add_news_json (JsonBuilder *json, const EwNews *news)
{
  const EwObject *object = news->after ? news->after : news->before;
  g_autofree char *text = ew_object_to_text (object);

  json_builder_begin_object (json);
  ew_json_add (json, "id", object->id);
  ew_json_add (json, "what", news_words[ew_news_what (news)]);
  ew_json_add (json, "who", news->who);
  ew_json_add (json, "email", news->email);
  ew_json_add_int (json, "time", news->time);
  ew_json_add (json, "text", text);
  json_builder_end_object (json);
}

static void
print_news (const EwNews *news)
{
  const EwObject *object = news->after ? news->after : news->before;
  g_autofree char *text = ew_object_to_text (object);
  g_autofree char *excerpt = ew_string_excerpt (text, 60);

  g_print ("%s  %-8s %s  %s\n", object->id, news_words[ew_news_what (news)],
           news->who, excerpt);
}

bool
ew_command_since (EwCall *call, GError **error)
{
  g_autofree char *id =
      ew_session_find_board (call->session, call->args[0], error);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) news = NULL;

  if (!id)
    return false;
  ew_session_since_async (call->session, id, call->args[1], NULL, ew_ready_cb,
                          &result);
  news = ew_session_since_finish (call->session, ew_await (&result), error);
  if (!news)
    return false;
  json_builder_begin_array (json);
  for (guint i = 0; i < news->len; i++)
    if (call->json)
      add_news_json (json, g_ptr_array_index (news, i));
    else
      print_news (g_ptr_array_index (news, i));
  json_builder_end_array (json);
  if (call->json)
    ew_print_json (json);
  return true;
}

/* --- Reacting ------------------------------------------------------------- */

bool
ew_command_react (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  const EwSpeaker who = speaker (call);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (EwEdit) edit = NULL;

  if (!board || !ew_call_object (board, call->args[1], error))
    return false;
  g_ptr_array_add (ids, (gpointer) call->args[1]);
  edit = ew_verb_react (board, ids, call->args[2], who.name, who.email, error);
  return apply (call, board, edit, error);
}

/* --- Bringing back -------------------------------------------------------- */

static EwBoard *
load_at (EwCall *call, const EwBoard *board, const char *rev, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ew_session_load_at_async (call->session, ew_board_id (board), rev, NULL,
                            ew_ready_cb, &result);
  return ew_session_load_at_finish (call->session, ew_await (&result), error);
}

bool
ew_command_restore (EwCall *call, GError **error)
{
  const EwBoard *board = ew_call_board (call, error);
  g_autoptr (EwBoard) old =
      board ? load_at (call, board, call->args[1], error) : NULL;
  g_autoptr (EwEdit) edit = NULL;

  if (!old)
    return false;
  edit = call->n_args > 2
             ? ew_verb_restore_object (board, old, call->args[2], error)
             : ew_verb_restore_board (board, old);
  return apply (call, board, edit, error);
}
