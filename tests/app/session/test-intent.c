/* What a board is for: said, changed, undone, and changed by two at once. */
#include "session-for-tests.h"

#include "ew-set.h"
#include "ew-verbs-intent.h"

static const EwObject *
self_of (EwSession *session, const char *board)
{
  return ew_board_self (ew_session_board (session, board));
}

static EwIntent
intent_of (EwSession *session, const char *board)
{
  return ew_intent_of (self_of (session, board));
}

/* As if the form had been opened when the board said @before. */
static void
state (EwSession *session, const char *board, const EwObject *before,
       const EwIntent *intent)
{
  test_apply (
      session, board,
      ew_verb_state_intent (ew_session_board (session, board), before, intent),
      0);
}

static void
test_state (void)
{
  EwSession *session = test_create ("state");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autoptr (EwMap) reviewers = ew_set_with (NULL, "bo@example.org");
  EwIntent intent = intent_of (session, board);

  g_assert_false (ew_intent_is_stated (&intent));
  intent.purpose = "Choose a harbour";
  intent.driver = "ana@example.org";
  intent.reviewers = reviewers;
  intent.due = 1000;
  state (session, board, self_of (session, board), &intent);

  intent = intent_of (session, board);
  g_assert_true (ew_intent_is_stated (&intent));
  g_assert_cmpstr (intent.purpose, ==, "Choose a harbour");
  g_assert_cmpstr (intent.driver, ==, "ana@example.org");
  g_assert_true (ew_set_has (intent.reviewers, "bo@example.org"));
  g_assert_true (ew_intent_is_overdue (&intent, 1001));
  g_assert_false (ew_intent_is_overdue (&intent, 1000));
  test_close (session);

  session = test_open ("state");
  test_load (session, board);
  intent = intent_of (session, board);
  g_assert_cmpstr (intent.purpose, ==, "Choose a harbour");
  test_close (session);
}

/* The title, and whatever else the entry holds, is not touched. */
static void
test_undo (void)
{
  EwSession *session = test_create ("undo");
  g_autofree char *board = test_new_board (session, "Retro");
  EwIntent intent = intent_of (session, board);

  intent.wanted = "Read the red notes";
  state (session, board, self_of (session, board), &intent);
  g_assert_cmpstr (ew_board_title (ew_session_board (session, board)), ==,
                   "Retro");
  g_assert_true (ew_session_undo (session, board));
  intent = intent_of (session, board);
  g_assert_false (ew_intent_is_stated (&intent));
  g_assert_true (ew_session_redo (session, board));
  intent = intent_of (session, board);
  g_assert_cmpstr (intent.wanted, ==, "Read the red notes");
  test_close (session);
}

/* While one writes the purpose, another takes the board over and comes to
 * review. */
static void
test_meanwhile (void)
{
  EwSession *session = test_create ("meanwhile");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autoptr (EwObject) before = ew_object_ref (self_of (session, board));
  g_autoptr (EwMap) carla = ew_set_with (NULL, "carla@example.org");
  g_autoptr (EwMap) bo = ew_set_with (NULL, "bo@example.org");
  EwIntent theirs = ew_intent_of (before);
  EwIntent mine = ew_intent_of (before);

  theirs.driver = "bo@example.org";
  theirs.reviewers = carla;
  state (session, board, before, &theirs);
  mine.purpose = "Choose a harbour";
  mine.reviewers = bo;
  state (session, board, before, &mine);

  mine = intent_of (session, board);
  g_assert_cmpstr (mine.driver, ==, "bo@example.org");
  g_assert_cmpstr (mine.purpose, ==, "Choose a harbour");
  g_assert_cmpuint (ew_map_size (mine.reviewers), ==, 2);
  test_close (session);
}

static void
test_nothing (void)
{
  g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, NULL);
  EwIntent intent = ew_intent_of (NULL);
  g_autoptr (EwObject) same = NULL;

  g_assert_false (ew_intent_is_stated (&intent));
  g_assert_false (ew_intent_is_overdue (&intent, G_MAXINT64));
  intent.purpose = "What a note has not";
  same = ew_intent_put (note, &intent);
  g_assert_true (ew_object_equal (note, same));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_home ();
  g_test_add_func ("/intent/state", test_state);
  g_test_add_func ("/intent/undo", test_undo);
  g_test_add_func ("/intent/meanwhile", test_meanwhile);
  g_test_add_func ("/intent/nothing", test_nothing);
  return g_test_run ();
}
