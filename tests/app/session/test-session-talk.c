/* People, private marks and the inbox of a real session. */
#include "session-for-tests.h"

#include "ew-session-talk.h"
#include "ew-string.h"
#include "ew-verbs-talk.h"

static GPtrArray *
inbox (EwSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *items;

  ew_session_inbox_async (session, 1000000, NULL, test_ready_cb, &result);
  items = ew_session_inbox_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  return items;
}

static char *
asked (EwSession *session, const char *board, const char *who)
{
  EwSpeaker ana = { "Ana Lind", "ana@example.org", 900000 };
  EwAskWish wish = { "review", who, 2000000 };
  EwAnchor anchor = { .object = (char *) "", .spot = EW_SPOT_AUTO };
  char *thread = NULL;
  EwEdit *edit = ew_verb_begin_ask (ew_session_board (session, board), &anchor,
                                    "Please look", &wish, &ana, &thread);

  g_assert_false (ew_edit_is_undoable (edit));
  test_apply (session, board, edit, 0);
  return thread;
}

/* What is not in a commit yet counts too. */
static void
test_inbox (void)
{
  EwSession *session = test_create ("inbox");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *one = asked (session, board, "bo@example.org");
  g_autofree char *two = asked (session, board, "ana@example.org");
  g_autoptr (GPtrArray) before = inbox (session);
  g_autoptr (GPtrArray) after = NULL;
  const EwInboxItem *first = g_ptr_array_index (before, 0);

  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpint (first->part, ==, EW_INBOX_ON_ME);
  g_assert_cmpstr (first->thread, ==, two);
  test_commit (session);
  after = inbox (session);
  g_assert_cmpuint (after->len, ==, 2);

  /* Canvas undo takes back what was done, never what was said. */
  while (ew_session_undo (session, board))
    ;
  g_assert_nonnull (ew_board_get (ew_session_board (session, board), one));
  test_close (session);
}

static void
test_marks_survive (void)
{
  EwSession *session = test_create ("marks");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *thread = asked (session, board, "ana@example.org");
  g_autoptr (GPtrArray) items = inbox (session);
  g_autoptr (GPtrArray) later = NULL;

  ew_session_inbox_done (session, g_ptr_array_index (items, 0));
  ew_session_mark (session, EW_MARK_DRAFT, thread, "half a thou");
  test_close (session);

  session = test_open ("marks");
  later = inbox (session);
  g_assert_cmpuint (later->len, ==, 0);
  g_assert_cmpstr (
      ew_marks_get (ew_session_marks (session), EW_MARK_DRAFT, thread), ==,
      "half a thou");
  test_close (session);
}

static const char *
seen (EwSession *session, const char *board)
{
  return ew_marks_get (ew_session_marks (session), EW_MARK_SEEN, board);
}

/* Whoever has seen all of it has seen what they add; whoever has not, not. */
static void
test_own_work_is_seen (void)
{
  EwSession *session = test_create ("own");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *first = NULL;
  g_autofree char *note = NULL;

  test_commit (session);
  ew_session_look (session, board);
  first = g_strdup (seen (session, board));
  note = test_note (session, board, "Mine", (EwPoint){ 0 });
  test_commit (session);
  g_assert_cmpstr (seen (session, board), !=, first);

  ew_session_mark (session, EW_MARK_SEEN, board, first);
  test_set (session, board, note, "text", "Mine again");
  test_commit (session);
  g_assert_cmpstr (seen (session, board), ==, first);
  test_close (session);
}

static void
put_member (EwSession *session, const char *zone)
{
  g_autoptr (EwMember) member = ew_member_new ("Ana Lind", "ana@example.org");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ew_string_set (&member->zone, zone);
  ew_session_set_member_async (session, member, test_ready_cb, &result);
  ew_session_set_member_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
  while (ew_session_members (session)->len == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* In one hour, at two in the night of whoever is asked. */
static void
test_kinder_due (void)
{
  EwSession *session = test_create ("due");
  /* 26 November 2026, a Thursday, 02:00 in Tokyo; and the hours of work. */
  gint64 night = 1795626000, morning = night + 7 * 3600;

  put_member (session, "Asia/Tokyo");
  g_assert_cmpint (
      ew_session_kinder_due (session, "ana@example.org", night, night + 3600),
      ==, morning + 3600);
  /* Two working days from Thursday morning: the end of Friday. */
  g_assert_cmpint (ew_session_default_due (session, "ana@example.org", night),
                   ==, morning + (24 + 8) * 3600);
  g_assert_cmpint (ew_session_kinder_due (session, "ana@example.org", night,
                                          night + 7 * 24 * 3600),
                   ==, 0);
  test_close (session);
}

static void
test_profile (void)
{
  EwSession *session = test_create ("profile");
  g_auto (GStrv) emails = NULL;

  put_member (session, "Asia/Kolkata");
  emails = ew_session_my_emails (session);
  g_assert_true (
      g_strv_contains ((const char *const *) emails, "ana@example.org"));
  test_close (session);

  session = test_open ("profile");
  g_assert_cmpuint (ew_session_members (session)->len, ==, 1);
  test_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_home ();
  g_test_add_func ("/session-talk/inbox", test_inbox);
  g_test_add_func ("/session-talk/marks-survive", test_marks_survive);
  g_test_add_func ("/session-talk/own-work-is-seen", test_own_work_is_seen);
  g_test_add_func ("/session-talk/kinder-due", test_kinder_due);
  g_test_add_func ("/session-talk/profile", test_profile);
  return g_test_run ();
}
