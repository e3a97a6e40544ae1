#include "ew-inbox.h"

#include "ew-member.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EXCERPT 120

void
ew_inbox_item_free (EwInboxItem *item)
{
  if (!item)
    return;
  g_free (item->key);
  g_free (item->state);
  g_free (item->board);
  g_free (item->title);
  g_free (item->thread);
  g_free (item->ask);
  g_free (item->kind);
  g_free (item->person);
  g_free (item->text);
  g_free (item);
}

static char *
thread_key (const char *board, const char *thread)
{
  return g_strdup_printf ("thread/%s/%s", board, thread);
}

static char *
board_key (const char *board)
{
  return g_strdup_printf ("board/%s", board);
}

char *
ew_inbox_item_place (const EwInboxItem *item)
{
  return *item->thread ? thread_key (item->board, item->thread)
                       : board_key (item->board);
}

typedef struct {
  const EwInboxView *view;
  const EwInboxBoard *board;
  GPtrArray *items;
} Build;

/* What somebody is called who told nothing about themselves: as they signed
 * what they said here, else their address. */
static const char *
signed_as (GPtrArray *messages, const char *email)
{
  for (guint i = 0; i < messages->len; i++) {
    const EwMessage *message = messages->pdata[i];

    if (*message->author && ew_email_equal (message->email, email))
      return message->author;
  }
  return email;
}

static const char *
name_of (const EwInboxView *view, GPtrArray *messages, const char *email)
{
  const EwMember *member = ew_members_find (view->members, email);

  return member && *member->name ? member->name : signed_as (messages, email);
}

static bool
is_done (const EwInboxView *view, const EwInboxItem *item)
{
  const char *done = ew_marks_get (view->marks, EW_MARK_DONE, item->key);

  return *done && strcmp (done, item->state) == 0;
}

static bool
is_put_off (const EwInboxView *view, const EwInboxItem *item)
{
  return ew_marks_get_int (view->marks, EW_MARK_SNOOZED, item->key) > view->now;
}

static bool
is_kept (const EwInboxView *view, const EwInboxItem *item)
{
  g_autofree char *place = ew_inbox_item_place (item);

  return *ew_marks_get (view->marks, EW_MARK_KEPT, place) != '\0';
}

/* Takes the strings of @item that are made for it: key, state, text.  What was
 * done is not listed, nor what was put off; that speaks for its thread though.
 * Returns: whether it does. */
static bool
add (Build *build, const EwInboxItem *item)
{
  EwInboxItem *kept = g_memdup2 (item, sizeof *item);

  kept->board = g_strdup (build->board->id);
  kept->title = g_strdup (build->board->title);
  kept->thread = g_strdup (item->thread ? item->thread : "");
  kept->ask = g_strdup (item->ask ? item->ask : "");
  kept->kind = g_strdup (item->kind ? item->kind : "");
  kept->person = g_strdup (item->person ? item->person : "");
  kept->is_kept = is_kept (build->view, kept);
  if (is_done (build->view, kept)) {
    ew_inbox_item_free (kept);
    return false;
  }
  if (is_put_off (build->view, kept))
    ew_inbox_item_free (kept);
  else
    g_ptr_array_add (build->items, kept);
  return true;
}

static char *
last_words (GPtrArray *messages)
{
  const EwMessage *last =
      messages->len ? g_ptr_array_index (messages, messages->len - 1) : NULL;

  return last ? ew_string_excerpt (ew_message_text (last), EXCERPT)
              : g_strdup ("");
}

static bool
add_ask (Build *build, const EwThread *thread, const char *id, const EwAsk *ask,
         GPtrArray *messages)
{
  const EwInboxView *view = build->view;
  bool is_on_me = ew_email_is_among (ask->who, view->me);

  if (!ew_thread_waits (thread, ask) ||
      (!is_on_me && !ew_email_is_among (ask->by, view->me)))
    return false;
  return add (
      build,
      &(EwInboxItem){ .part = is_on_me ? EW_INBOX_ON_ME : EW_INBOX_ON_OTHERS,
                      .what = EW_INBOX_ASK,
                      .key = g_strdup_printf ("ask/%s/%s/%s", build->board->id,
                                              thread->object.id, id),
                      .state = g_strdup_printf ("%" G_GINT64_FORMAT, ask->due),
                      .thread = thread->object.id,
                      .others = ew_inbox_others (thread, build->view->me),
                      .ask = (char *) id,
                      .kind = ask->kind,
                      .person = (char *) name_of (
                          view, messages, is_on_me ? ask->by : ask->who),
                      .text = last_words (messages),
                      .count = 1,
                      .time = ask->at,
                      .due = ask->due,
                      .is_overdue = ew_ask_is_overdue (ask, view->now) });
}

static bool
add_asks (Build *build, const EwThread *thread, GPtrArray *messages)
{
  bool is_listed = false;

  for (guint i = 0; i < ew_map_size (thread->asks); i++)
    is_listed |=
        add_ask (build, thread, ew_map_key (thread->asks, i),
                 (const EwAsk *) ew_map_value (thread->asks, i), messages);
  return is_listed;
}

/* Returns: (nullable): the last message that mentions me and that I have not
 * answered in this thread. */
static const EwMessage *
open_mention (const EwInboxView *view, GPtrArray *messages)
{
  for (guint i = messages->len; i > 0; i--) {
    const EwMessage *message = g_ptr_array_index (messages, i - 1);

    if (ew_email_is_among (message->email, view->me))
      return NULL;
    for (guint n = 0; view->me[n]; n++)
      if (ew_mentions_have (ew_message_text (message), view->members,
                            view->me[n]))
        return message;
  }
  return NULL;
}

static bool
add_mention (Build *build, const EwThread *thread, const EwMessage *message)
{
  return add (
      build, &(EwInboxItem){
                 .part = EW_INBOX_ON_ME,
                 .what = EW_INBOX_MENTION,
                 .key = g_strdup_printf ("mention/%s/%s", build->board->id,
                                         thread->object.id),
                 .state = g_strdup (ew_thread_message_id (thread, message)),
                 .thread = thread->object.id,
                 .others = ew_inbox_others (thread, build->view->me),
                 .person = message->author,
                 .text = ew_string_excerpt (ew_message_text (message), EXCERPT),
                 .count = 1,
                 .time = message->at });
}

guint
ew_inbox_others (const EwThread *thread, const char *const *me)
{
  guint n = 0;

  for (guint i = 0; i < ew_map_size (thread->messages); i++) {
    const EwMessage *message =
        (const EwMessage *) ew_map_value (thread->messages, i);

    n += !ew_email_is_among (message->email, me);
  }
  return n;
}

guint
ew_inbox_unread (const EwInboxView *view, const EwThread *thread)
{
  guint others = ew_inbox_others (thread, view->me);
  gint64 read = ew_marks_get_int (view->marks, EW_MARK_READ, thread->object.id);

  return read >= others ? 0 : others - MAX (read, 0);
}

/* Said something in it, asked in it, or was asked. */
static bool
takes_part (const EwInboxView *view, const EwThread *thread)
{
  if (ew_inbox_others (thread, view->me) < ew_map_size (thread->messages))
    return true;
  for (guint i = 0; i < ew_map_size (thread->asks); i++) {
    const EwAsk *ask = (const EwAsk *) ew_map_value (thread->asks, i);

    if (ew_email_is_among (ask->who, view->me) ||
        ew_email_is_among (ask->by, view->me))
      return true;
  }
  return false;
}

static void
add_replies (Build *build, const EwThread *thread, GPtrArray *messages)
{
  g_autofree char *key = thread_key (build->board->id, thread->object.id);
  bool is_kept = *ew_marks_get (build->view->marks, EW_MARK_KEPT, key);
  guint unread = ew_inbox_unread (build->view, thread);
  const EwMessage *last;

  if (!is_kept && (unread == 0 || !takes_part (build->view, thread)))
    return;
  last = g_ptr_array_index (messages, messages->len - 1);
  add (build,
       &(EwInboxItem){ .part = EW_INBOX_UPDATES,
                       .what = unread ? EW_INBOX_REPLIES : EW_INBOX_KEPT,
                       .key = g_steal_pointer (&key),
                       .state = g_strdup_printf (
                           "%u", ew_inbox_others (thread, build->view->me)),
                       .thread = thread->object.id,
                       .others = ew_inbox_others (thread, build->view->me),
                       .person = last->author,
                       .text = last_words (messages),
                       .count = unread,
                       .time = last->at });
}

/* A thread is listed once: for an ask, else a mention, else what is new. */
static void
add_thread (Build *build, const EwThread *thread)
{
  g_autoptr (GPtrArray) messages = ew_thread_messages (thread);
  const EwMessage *mention = NULL;

  if (messages->len == 0 || add_asks (build, thread, messages))
    return;
  if (!thread->resolved)
    mention = open_mention (build->view, messages);
  if (!mention || !add_mention (build, thread, mention))
    add_replies (build, thread, messages);
}

/* --- What I am to a board ------------------------------------------------- */

static void
add_named (Build *build, const EwIntent *intent, EwRole role)
{
  static const char *const roles[] = { "driver", "reviewer" };
  const EwInboxView *view = build->view;
  const EwNaming *naming = build->board->namings[role];
  const EwMember *by;

  if (!naming || !ew_intent_names (intent, role, view->me) ||
      ew_email_is_among (naming->email, view->me))
    return;
  by = ew_members_find (view->members, naming->email);
  add (build,
       &(EwInboxItem){
           .part = EW_INBOX_ON_ME,
           .what = EW_INBOX_NAMED,
           .key = g_strdup_printf ("%s/%s", roles[role], build->board->id),
           .state = g_strdup_printf ("%" G_GINT64_FORMAT, naming->time),
           .kind = (char *) roles[role],
           .person = by && *by->name ? by->name : naming->who,
           .text = ew_string_excerpt (
               *intent->wanted ? intent->wanted : intent->purpose, EXCERPT),
           .count = 1,
           .time = naming->time,
           .due = intent->due,
           .is_overdue = ew_intent_is_overdue (intent, view->now) });
}

char *
ew_inbox_say_named (const EwInboxItem *item)
{
  g_return_val_if_fail (item != NULL && item->what == EW_INBOX_NAMED, NULL);

  return g_strdup_printf (g_str_equal (item->kind, "driver")
                              ? _ ("%s made you responsible")
                              : _ ("%s asks you to review"),
                          item->person);
}

static void
add_roles (Build *build)
{
  EwIntent intent = ew_intent_of (build->board->self);

  for (guint role = 0; role < EW_ROLES; role++)
    add_named (build, &intent, role);
}

/* --- Boards --------------------------------------------------------------- */

static void
add_board (Build *build)
{
  GPtrArray *news = build->board->news;
  const EwMarks *marks = build->view->marks;
  g_autofree char *key = board_key (build->board->id);
  bool is_kept = *ew_marks_get (marks, EW_MARK_KEPT, key);
  const EwNews *last = NULL;

  for (guint i = 0; i < news->len; i++) {
    const EwNews *one = g_ptr_array_index (news, i);

    if (!last || one->time > last->time)
      last = one;
  }
  if (!is_kept &&
      (!last || *ew_marks_get (marks, EW_MARK_UNFOLLOWED, build->board->id)))
    return;
  add (build, &(EwInboxItem){ .part = EW_INBOX_UPDATES,
                              .what = last ? EW_INBOX_BOARD : EW_INBOX_KEPT,
                              .key = g_steal_pointer (&key),
                              .state = g_strdup_printf ("%u %" G_GINT64_FORMAT,
                                                        news->len,
                                                        last ? last->time : 0),
                              .person = last ? last->who : NULL,
                              .text = g_strdup (""),
                              .count = news->len,
                              .time = last ? last->time : 0 });
}

/* --- Mentions in what stands on the board --------------------------------- */

/* Nobody writes more than this on a note, bytes; names are looked for in no
 * more. */
#define LOOKED_AT (64 * 1024)

/* What people write on @object, "" for none; @object may be NULL. */
static char *
words_on (const EwObject *object)
{
  const char *text = object && object->kind->text
                         ? ew_object_get_string (object, object->kind->text)
                         : "";
  gsize length = strnlen (text, LOOKED_AT);

  if (!memchr (text, '@', length))
    return g_strdup ("");
  return g_utf8_make_valid (text, (gssize) length);
}

/* How often I am mentioned there. */
static guint
count_me (const EwInboxView *view, const EwObject *object)
{
  g_autofree char *words = words_on (object);
  g_autoptr (GArray) mentions =
      *words ? ew_mentions_find (words, view->members) : NULL;
  guint n = 0;

  for (guint i = 0; mentions && i < mentions->len; i++) {
    const EwMember *member = g_array_index (mentions, EwMention, i).member;
    bool is_me = false;

    for (guint m = 0; view->me[m]; m++)
      is_me |= ew_member_has_email (member, view->me[m]);
    n += is_me;
  }
  return n;
}

/* Only what changed since I last looked is read: however large the board is, it
 * costs no more than the news do. */
static void
add_note (Build *build, const EwNews *news)
{
  guint mentions = count_me (build->view, news->after);
  g_autofree char *text = NULL;

  if (mentions == 0 || mentions <= count_me (build->view, news->before))
    return;
  text = ew_object_to_text (news->after);
  add (build,
       &(EwInboxItem){ .part = EW_INBOX_ON_ME,
                       .what = EW_INBOX_MENTION,
                       .key = g_strdup_printf ("note/%s/%s", build->board->id,
                                               news->after->id),
                       .state = g_strdup_printf ("%u", mentions),
                       .thread = news->after->id,
                       .person = news->who,
                       .text = ew_string_excerpt (text, EXCERPT),
                       .count = 1,
                       .time = news->time });
}

static void
add_notes (Build *build)
{
  for (guint i = 0; i < build->board->news->len; i++) {
    const EwNews *news = g_ptr_array_index (build->board->news, i);

    if (news->after && !ew_thread_from_object (news->after))
      add_note (build, news);
  }
}

static gint64
sooner (const EwInboxItem *item)
{
  return item->due ? item->due : G_MAXINT64;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const EwInboxItem *one = *(const EwInboxItem **) a;
  const EwInboxItem *two = *(const EwInboxItem **) b;
  int order = compare_numbers (one->part, two->part);

  if (!order)
    order = compare_numbers (sooner (one), sooner (two));
  if (!order && one->part == EW_INBOX_UPDATES)
    order = compare_numbers (two->time, one->time);
  if (!order)
    order = compare_numbers (one->time, two->time);
  return order ? order : strcmp (one->key, two->key);
}

GPtrArray *
ew_inbox_build (const EwInboxView *view, GPtrArray *boards)
{
  GPtrArray *items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_inbox_item_free);

  for (guint i = 0; i < boards->len; i++) {
    Build build = { view, g_ptr_array_index (boards, i), items };

    for (guint n = 0; n < build.board->threads->len; n++)
      add_thread (&build, ew_thread_from_object (
                              g_ptr_array_index (build.board->threads, n)));
    add_roles (&build);
    add_notes (&build);
    add_board (&build);
  }
  g_ptr_array_sort (items, compare_items);
  return items;
}

static gint64
at_hour (GDateTime *day, GTimeZone *zone, int hour)
{
  g_autoptr (GDateTime) time = g_date_time_new (
      zone, g_date_time_get_year (day), g_date_time_get_month (day),
      g_date_time_get_day_of_month (day), hour, 0, 0);

  return time ? g_date_time_to_unix (time) : 0;
}

#define HOUR 3600
#define LAST_HOUR 20 /* a later one is no longer today */

gint64
ew_snooze_time (EwSnooze snooze, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (utc, zone);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (here, 1);
  gint64 late = at_hour (here, zone, LAST_HOUR);

  if (snooze == EW_SNOOZE_HOUR)
    return now + HOUR;
  if (snooze == EW_SNOOZE_LATER && now + HOUR < late)
    return MIN (now + 3 * HOUR, late);
  return at_hour (tomorrow, zone, 9);
}
