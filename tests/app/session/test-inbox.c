/* The inbox with a fixed clock: what is in it, and in which order. */
#include "ew-inbox.h"

#include "ew-kinds.h"
#include "ew-member.h"
#include "ew-set.h"
#include "ew-string.h"

#include <string.h>

#define NOW 1000000

static const char *const bo[] = { "bo@example.org", NULL };

typedef struct {
  GPtrArray *members, *threads, *news, *boards;
  EwMarks *marks;
  EwInboxBoard board;
} Desk;

static void
desk_begin (Desk *desk)
{
  desk->members =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_member_free);
  g_ptr_array_add (desk->members, ew_member_new ("Bo Berg", bo[0]));
  g_ptr_array_add (desk->members, ew_member_new ("Ana", "ana@example.org"));
  desk->threads =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  desk->news = g_ptr_array_new_with_free_func ((GDestroyNotify) ew_news_free);
  desk->marks = ew_marks_new ();
  desk->board = (EwInboxBoard){ "b1", "Retro", desk->threads, desk->news };
  desk->boards = g_ptr_array_new ();
  g_ptr_array_add (desk->boards, &desk->board);
}

static void
desk_end (Desk *desk)
{
  g_ptr_array_unref (desk->members);
  g_ptr_array_unref (desk->threads);
  g_ptr_array_unref (desk->news);
  g_ptr_array_unref (desk->boards);
  ew_marks_free (desk->marks);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_end)

static GPtrArray *
look_at (Desk *desk, gint64 now)
{
  EwInboxView view = { bo, desk->members, desk->marks, now };

  return ew_inbox_build (&view, desk->boards);
}

/* "on-me ask, updates board": all of the inbox in a line. */
static char *
in_words (GPtrArray *items)
{
  static const char *const parts[] = { "me", "others", "updates" };
  static const char *const whats[] = { "ask",     "mention", "named",
                                       "replies", "board",   "kept" };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++) {
    const EwInboxItem *item = g_ptr_array_index (items, i);

    g_string_append_printf (line, "%s%s %s", i ? ", " : "", parts[item->part],
                            whats[item->what]);
  }
  return g_string_free (line, FALSE);
}

static void
assert_inbox (Desk *desk, gint64 now, const char *expected)
{
  g_autoptr (GPtrArray) items = look_at (desk, now);
  g_autofree char *words = in_words (items);

  g_assert_cmpstr (words, ==, expected);
}

static EwMessage
message (const char *email, const char *text)
{
  return (EwMessage){ .text = ew_string_new (text),
                      .author = ew_string_new (email),
                      .email = ew_string_new (email),
                      .at = NOW - 100 };
}

static guint
add_thread (Desk *desk, const char *email, const char *text)
{
  EwMessage said = message (email, text);
  EwAnchor anchor = { .object = (char *) "", .spot = EW_SPOT_AUTO };
  g_autoptr (GRefString) none = ew_string_new ("");

  anchor.object = none;
  g_ptr_array_add (desk->threads, ew_thread_new (&anchor, &said));
  ew_record_clear (&ew_message_type, &said.record);
  return desk->threads->len - 1;
}

static void
replace (Desk *desk, guint index, EwObject *next)
{
  ew_object_unref (desk->threads->pdata[index]);
  desk->threads->pdata[index] = next;
}

static void
say (Desk *desk, guint index, const char *email, const char *text)
{
  EwMessage said = message (email, text);
  const EwThread *thread = ew_thread_from_object (desk->threads->pdata[index]);

  replace (desk, index, ew_thread_reply (thread, &said));
  ew_record_clear (&ew_message_type, &said.record);
}

static void
ask (Desk *desk, guint index, const char *by, const char *who, gint64 due)
{
  EwAsk wish = { .kind = ew_string_new ("review"),
                 .who = ew_string_new (who),
                 .by = ew_string_new (by),
                 .state = ew_string_new ("waiting"),
                 .at = NOW - 50,
                 .due = due };
  const EwThread *thread = ew_thread_from_object (desk->threads->pdata[index]);

  replace (desk, index, ew_thread_ask (thread, &wish));
  ew_record_clear (&ew_ask_type, &wish.record);
}

static void
test_empty (void)
{
  g_auto (Desk) desk = { 0 };

  desk_begin (&desk);
  assert_inbox (&desk, NOW, "");
  add_thread (&desk, "ana@example.org", "Not about Bo");
  assert_inbox (&desk, NOW, "");
}

static void
test_asks (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  const EwInboxItem *first;

  desk_begin (&desk);
  add_thread (&desk, "ana@example.org", "Later?");
  ask (&desk, 0, "ana@example.org", "bo@example.org", NOW + 500);
  add_thread (&desk, "ana@example.org", "Sooner?");
  ask (&desk, 1, "ana@example.org", "BO@example.org", NOW - 1);
  add_thread (&desk, "bo@example.org", "And you?");
  ask (&desk, 2, "bo@example.org", "ana@example.org", 0);
  add_thread (&desk, "ana@example.org", "Nothing of Bo's");
  ask (&desk, 3, "ana@example.org", "cleo@example.org", 0);
  assert_inbox (&desk, NOW, "me ask, me ask, others ask");

  items = look_at (&desk, NOW);
  first = g_ptr_array_index (items, 0);
  g_assert_true (first->is_overdue);
  g_assert_cmpstr (first->text, ==, "Sooner?");
  g_assert_cmpstr (first->person, ==, "Ana");
  g_assert_cmpstr (first->kind, ==, "review");

  replace (
      &desk, 1,
      ew_thread_resolve (ew_thread_from_object (desk.threads->pdata[1]), true));
  replace (&desk, 0,
           ew_thread_answer (ew_thread_from_object (desk.threads->pdata[0]),
                             "bo@example.org"));
  ew_marks_set_int (desk.marks, EW_MARK_READ,
                    ((EwObject *) desk.threads->pdata[0])->id, 1);
  ew_marks_set_int (desk.marks, EW_MARK_READ,
                    ((EwObject *) desk.threads->pdata[1])->id, 1);
  assert_inbox (&desk, NOW, "others ask");
}

/* A mention waits until one has answered in the thread. */
static void
test_mention (void)
{
  g_auto (Desk) desk = { 0 };

  desk_begin (&desk);
  add_thread (&desk, "ana@example.org", "What does @Bo say?");
  assert_inbox (&desk, NOW, "me mention");
  say (&desk, 0, "bo@example.org", "Yes");
  ew_marks_set_int (desk.marks, EW_MARK_READ,
                    ((EwObject *) desk.threads->pdata[0])->id, 1);
  assert_inbox (&desk, NOW, "");
  say (&desk, 0, "ana@example.org", "Thanks");
  assert_inbox (&desk, NOW, "updates replies");
  say (&desk, 0, "ana@example.org", "@Bo Berg, one more");
  assert_inbox (&desk, NOW, "me mention");
}

static void
mark_done (Desk *desk, guint index)
{
  g_autoptr (GPtrArray) items = look_at (desk, NOW);
  const EwInboxItem *item = g_ptr_array_index (items, index);

  ew_marks_set (desk->marks, EW_MARK_DONE, item->key, item->state);
}

/* Done stays done until something new happens. */
static void
test_done (void)
{
  g_auto (Desk) desk = { 0 };

  desk_begin (&desk);
  add_thread (&desk, "bo@example.org", "I think so");
  say (&desk, 0, "ana@example.org", "So do I");
  assert_inbox (&desk, NOW, "updates replies");
  mark_done (&desk, 0);
  assert_inbox (&desk, NOW, "");
  say (&desk, 0, "ana@example.org", "On second thoughts");
  assert_inbox (&desk, NOW, "updates replies");
}

static void
test_snooze (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) items = NULL;

  desk_begin (&desk);
  add_thread (&desk, "ana@example.org", "Please?");
  ask (&desk, 0, "ana@example.org", "bo@example.org", 0);
  items = look_at (&desk, NOW);
  ew_marks_set_int (desk.marks, EW_MARK_SNOOZED,
                    ((EwInboxItem *) items->pdata[0])->key, NOW + 3600);
  assert_inbox (&desk, NOW, "");
  assert_inbox (&desk, NOW + 3599, "");
  assert_inbox (&desk, NOW + 3600, "me ask");
}

static void
add_news (Desk *desk, const char *who, gint64 time)
{
  EwNews *news = g_new0 (EwNews, 1);

  news->after = ew_object_new (&ew_kind_note, NULL);
  news->who = g_strdup (who);
  news->email = g_strdup (who);
  news->time = time;
  g_ptr_array_add (desk->news, news);
}

static void
test_board (void)
{
  g_auto (Desk) desk = { 0 };

  desk_begin (&desk);
  add_news (&desk, "Ana", 10);
  add_news (&desk, "Cleo", 20);
  assert_inbox (&desk, NOW, "updates board");
  mark_done (&desk, 0);
  assert_inbox (&desk, NOW, "");
  add_news (&desk, "Ana", 30);
  assert_inbox (&desk, NOW, "updates board");
  ew_marks_set (desk.marks, EW_MARK_UNFOLLOWED, "b1", "yes");
  assert_inbox (&desk, NOW, "");
  ew_marks_set (desk.marks, EW_MARK_UNFOLLOWED, "b1", "");
  assert_inbox (&desk, NOW, "updates board");
}

/* What is kept stays when it was read, and says so. */
static void
test_keep (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *place = NULL;

  desk_begin (&desk);
  add_thread (&desk, "bo@example.org", "I think so");
  say (&desk, 0, "ana@example.org", "So do I");
  items = look_at (&desk, NOW);
  place = ew_inbox_item_place (items->pdata[0]);
  g_assert_false (((EwInboxItem *) items->pdata[0])->is_kept);

  ew_marks_set (desk.marks, EW_MARK_KEPT, place, "yes");
  assert_inbox (&desk, NOW, "updates replies");
  ew_marks_set_int (desk.marks, EW_MARK_READ,
                    ((EwObject *) desk.threads->pdata[0])->id, 1);
  assert_inbox (&desk, NOW, "updates kept");
  mark_done (&desk, 0);
  assert_inbox (&desk, NOW, "");
}

static void
test_keep_board (void)
{
  g_auto (Desk) desk = { 0 };

  desk_begin (&desk);
  ew_marks_set (desk.marks, EW_MARK_KEPT, "board/b1", "yes");
  assert_inbox (&desk, NOW, "updates kept");
  add_news (&desk, "Ana", 10);
  assert_inbox (&desk, NOW, "updates board");
}

/* A note, as it was and is now; NULL: it was not there. */
static void
add_note (Desk *desk, const char *id, const char *before, const char *after)
{
  EwNews *news = g_new0 (EwNews, 1);

  if (before) {
    news->before = ew_object_new (&ew_kind_note, id);
    ew_object_set_string (news->before, "text", before);
  }
  news->after = ew_object_new (&ew_kind_note, id);
  ew_object_set_string (news->after, "text", after);
  news->who = g_strdup ("Ana");
  news->email = g_strdup ("ana@example.org");
  news->time = 10;
  g_ptr_array_add (desk->news, news);
}

/* What was said on the board since I looked, not what stood there before. */
static void
test_note (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  const EwInboxItem *item;

  desk_begin (&desk);
  add_note (&desk, "n1", "Ask @Bo Berg", "Ask @Bo Berg tomorrow");
  add_note (&desk, "n2", NULL, "Ask @Ana, or bo@example.org");
  assert_inbox (&desk, NOW, "updates board");
  add_note (&desk, "n3", "Who knows?", "@Bo knows");
  assert_inbox (&desk, NOW, "me mention, updates board");

  items = look_at (&desk, NOW);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (item->thread, ==, "n3");
  g_assert_cmpstr (item->person, ==, "Ana");
  g_assert_cmpstr (item->text, ==, "@Bo knows");
  mark_done (&desk, 0);
  assert_inbox (&desk, NOW, "updates board");
}

/* Letters without end, which somebody hostile wrote. */
static void
test_endless_note (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *signs = g_strnfill (1024 * 1024, '@');

  desk_begin (&desk);
  add_note (&desk, "n1", NULL, signs);
  assert_inbox (&desk, NOW, "updates board");
}

/* --- Being named ---------------------------------------------------------- */

typedef struct {
  EwObject *self;
  EwNaming naming;
} Named;

static void
name (Desk *desk, Named *named, EwRole role, const char *by)
{
  g_autoptr (EwMap) reviewers = ew_set_with (NULL, bo[0]);
  EwIntent intent = { .purpose = "Choose a harbour",
                      .wanted = "",
                      .driver = role == EW_ROLE_DRIVER ? bo[0] : "",
                      .reviewers = role == EW_ROLE_REVIEWER ? reviewers : NULL,
                      .due = NOW + 10 };
  g_autoptr (EwObject) plain = ew_object_new (&ew_kind_board, EW_BOARD_SELF);

  g_clear_pointer (&named->self, ew_object_unref);
  named->self = ew_intent_put (plain, &intent);
  named->naming = (EwNaming){ (char *) "Ana L.", (char *) by, NOW - 100 };
  desk->board.self = named->self;
  desk->board.namings[role] = &named->naming;
}

/* It waits until it is done, or one is no longer named. */
static void
test_named (void)
{
  g_auto (Desk) desk = { 0 };
  Named named = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  const EwInboxItem *item;

  desk_begin (&desk);
  name (&desk, &named, EW_ROLE_DRIVER, "ana@example.org");
  assert_inbox (&desk, NOW, "me named");
  items = look_at (&desk, NOW + 11);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (item->kind, ==, "driver");
  g_assert_cmpstr (item->person, ==, "Ana");
  g_assert_cmpstr (item->text, ==, "Choose a harbour");
  g_assert_cmpint (item->due, ==, NOW + 10);
  g_assert_true (item->is_overdue);

  ew_marks_set_int (desk.marks, EW_MARK_SNOOZED, item->key, NOW + 3600);
  assert_inbox (&desk, NOW, "");
  assert_inbox (&desk, NOW + 3600, "me named");
  ew_marks_set (desk.marks, EW_MARK_SNOOZED, item->key, "");
  mark_done (&desk, 0);
  assert_inbox (&desk, NOW, "");
  /* Another part on the same board, and the same one given again. */
  name (&desk, &named, EW_ROLE_REVIEWER, "ana@example.org");
  assert_inbox (&desk, NOW, "me named");
  name (&desk, &named, EW_ROLE_DRIVER, "ana@example.org");
  named.naming.time++;
  assert_inbox (&desk, NOW, "me named");
  desk.board.self = NULL;
  assert_inbox (&desk, NOW, "");
  ew_object_unref (named.self);
}

/* Nobody is told what they did themselves, or what nobody knows. */
static void
test_named_by_oneself (void)
{
  g_auto (Desk) desk = { 0 };
  Named named = { 0 };

  desk_begin (&desk);
  name (&desk, &named, EW_ROLE_REVIEWER, "BO@example.org");
  assert_inbox (&desk, NOW, "");
  desk.board.namings[EW_ROLE_REVIEWER] = NULL;
  assert_inbox (&desk, NOW, "");
  ew_object_unref (named.self);
}

static gint64
moment (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  return g_date_time_to_unix (time);
}

static void
test_snooze_times (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 noon = moment ("2026-03-28T12:00:00+01");
  gint64 evening = moment ("2026-03-28T19:30:00+01");

  g_assert_cmpint (ew_snooze_time (EW_SNOOZE_HOUR, noon, berlin), ==,
                   noon + 3600);
  g_assert_cmpint (ew_snooze_time (EW_SNOOZE_LATER, noon, berlin), ==,
                   noon + 3 * 3600);
  /* Today has no later any more; the clock goes forward in the night. */
  g_assert_cmpint (ew_snooze_time (EW_SNOOZE_LATER, evening, berlin), ==,
                   moment ("2026-03-29T09:00:00+02"));
  g_assert_cmpint (ew_snooze_time (EW_SNOOZE_TOMORROW, noon, berlin), ==,
                   moment ("2026-03-29T09:00:00+02"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inbox/empty", test_empty);
  g_test_add_func ("/inbox/asks", test_asks);
  g_test_add_func ("/inbox/mention", test_mention);
  g_test_add_func ("/inbox/done", test_done);
  g_test_add_func ("/inbox/snooze", test_snooze);
  g_test_add_func ("/inbox/board", test_board);
  g_test_add_func ("/inbox/keep", test_keep);
  g_test_add_func ("/inbox/keep-board", test_keep_board);
  g_test_add_func ("/inbox/note", test_note);
  g_test_add_func ("/inbox/endless-note", test_endless_note);
  g_test_add_func ("/inbox/named", test_named);
  g_test_add_func ("/inbox/named-by-oneself", test_named_by_oneself);
  g_test_add_func ("/inbox/snooze-times", test_snooze_times);
  return g_test_run ();
}
