/* Who named somebody for a board, read from real histories. */
#include "session-for-tests.h"

#include "ew-naming.h"
#include "ew-session-past.h"
#include "ew-session-private.h"
#include "ew-set.h"
#include "ew-verbs-intent.h"

static const char *const bo[] = { "bo@example.org", "BO@work.example", NULL };

static void
write_as (const char *name, const char *email)
{
  g_setenv ("GIT_AUTHOR_NAME", name, TRUE);
  g_setenv ("GIT_AUTHOR_EMAIL", email, TRUE);
}

static const EwObject *
self_of (EwSession *session, const char *board)
{
  return ew_board_self (ew_session_board (session, board));
}

static void
state (EwSession *session, const char *board, const EwIntent *intent)
{
  test_apply (session, board,
              ew_verb_state_intent (ew_session_board (session, board),
                                    self_of (session, board), intent),
              0);
}

/* Names @driver and whoever is in @reviewers, due then. */
static void
name_people (EwSession *session, const char *board, const char *driver,
             const char *reviewer, gint64 due)
{
  g_autoptr (EwMap) reviewers = ew_set_with (NULL, reviewer);
  EwIntent intent = { .purpose = "",
                      .wanted = "",
                      .driver = driver,
                      .reviewers = reviewers,
                      .due = due };

  state (session, board, &intent);
  test_commit (session);
}

static void
assert_named_by (EwSession *session, const char *board, EwRole role,
                 const char *expected)
{
  EwNamings *namings = ew_namings_new ();
  EwNamingWish wish = { board, self_of (session, board), role, bo };
  const EwNaming *naming = ew_namings_find (namings, session->store, &wish,
                                            ew_session_tip (session), NULL);

  g_assert_cmpstr (naming ? naming->email : NULL, ==, expected);
  g_assert_true (ew_namings_find (namings, session->store, &wish,
                                  ew_session_tip (session), NULL) == naming);
  ew_namings_free (namings);
}

/* Whoever changes something else on the same entry has not named anybody. */
static void
test_driver (void)
{
  EwSession *session = test_create ("driver");
  g_autofree char *board = test_new_board (session, "Retro");

  assert_named_by (session, board, EW_ROLE_DRIVER, NULL);
  write_as ("Ana Lind", "ana@example.org");
  name_people (session, board, "cleo@example.org", "dan@example.org", 0);
  assert_named_by (session, board, EW_ROLE_DRIVER, NULL);
  name_people (session, board, "bo@example.org", "dan@example.org", 0);
  assert_named_by (session, board, EW_ROLE_DRIVER, "ana@example.org");
  write_as ("Cleo", "cleo@example.org");
  name_people (session, board, "bo@work.example", "dan@example.org", 1000);
  assert_named_by (session, board, EW_ROLE_DRIVER, "ana@example.org");
  assert_named_by (session, board, EW_ROLE_REVIEWER, NULL);

  /* Named anew, by somebody else. */
  name_people (session, board, "", "dan@example.org", 1000);
  write_as ("Dan", "dan@example.org");
  assert_named_by (session, board, EW_ROLE_DRIVER, NULL);
  name_people (session, board, "bo@example.org", "dan@example.org", 1000);
  assert_named_by (session, board, EW_ROLE_DRIVER, "dan@example.org");
  test_close (session);
}

/* A board that names somebody as soon as it is there. */
static void
test_reviewer_from_the_beginning (void)
{
  EwSession *session = test_create ("reviewer");
  g_autofree char *board = NULL;

  write_as ("Ana Lind", "ana@example.org");
  board = test_new_board (session, "Retro");
  name_people (session, board, "", "BO@example.org", 0);
  assert_named_by (session, board, EW_ROLE_REVIEWER, "ana@example.org");
  assert_named_by (session, board, EW_ROLE_DRIVER, NULL);
  test_close (session);
}

/* What is not in a commit yet is one's own. */
static void
test_uncommitted (void)
{
  EwSession *session = test_create ("uncommitted");
  g_autofree char *board = test_new_board (session, "Retro");
  EwIntent intent = { .purpose = "", .wanted = "", .driver = bo[0] };

  test_commit (session);
  state (session, board, &intent);
  assert_named_by (session, board, EW_ROLE_DRIVER, NULL);
  test_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_home ();
  g_test_add_func ("/naming/driver", test_driver);
  g_test_add_func ("/naming/reviewer-from-the-beginning",
                   test_reviewer_from_the_beginning);
  g_test_add_func ("/naming/uncommitted", test_uncommitted);
  return g_test_run ();
}
