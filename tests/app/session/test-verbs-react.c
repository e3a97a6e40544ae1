/* Somebody reacts, and somebody else at the same time. */
#include "board-for-tests.h"

#include "ew-error.h"
#include "ew-merge.h"
#include "ew-reaction.h"
#include "ew-verbs-react.h"

static EwBoard *
board_of_two (void)
{
  EwBoard *board = ew_board_new ("board");

  board_add (board, "note", "a", (EwRect){ 0, 0, 100, 100 });
  board_add (board, "note", "b", (EwRect){ 300, 0, 100, 100 });
  return board;
}

static bool
react (EwBoard *board, const char *words, const char *emoji, const char *name)
{
  g_autoptr (GPtrArray) ids = board_ids (words);
  g_autoptr (GError) error = NULL;
  g_autofree char *email = g_strconcat (name, "@example.org", NULL);
  EwEdit *edit = ew_verb_react (board, ids, emoji, name, email, &error);

  g_assert_no_error (error);
  return board_do (board, edit);
}

static guint
n_reactions (const EwBoard *board, const char *id)
{
  return ew_map_size (ew_board_get (board, id)->reactions);
}

static void
test_toggles (void)
{
  g_autoptr (EwBoard) board = board_of_two ();

  g_assert_true (react (board, "a", "👍", "Ana"));
  g_assert_cmpuint (n_reactions (board, "a"), ==, 1);
  /* Of several, those who lack it get it; then all lose it. */
  g_assert_true (react (board, "a b", "👍", "Ana"));
  g_assert_cmpuint (n_reactions (board, "a"), ==, 1);
  g_assert_cmpuint (n_reactions (board, "b"), ==, 1);
  g_assert_true (react (board, "a b", "👍", "Bo"));
  g_assert_true (react (board, "a b", "👍", "Ana"));
  g_assert_cmpuint (n_reactions (board, "a"), ==, 1);
  g_assert_true (ew_object_has_reaction (ew_board_get (board, "a"), "👍",
                                         "bo@example.org"));
}

static void
test_no_emoji (void)
{
  g_autoptr (EwBoard) board = board_of_two ();
  g_autoptr (GPtrArray) ids = board_ids ("a");
  g_autoptr (GError) error = NULL;

  g_assert_null (
      ew_verb_react (board, ids, "Buy!", "Ana", "ana@example.org", &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_USAGE);
}

static void
test_copies_begin_anew (void)
{
  g_autoptr (EwBoard) board = board_of_two ();
  g_autoptr (GPtrArray) ids = board_ids ("a");
  g_autoptr (GPtrArray) copies = NULL;

  react (board, "a", "👍", "Ana");
  board_do (board,
            ew_verb_duplicate (board, ids, (EwPoint){ 10, 10 }, &copies));
  g_assert_cmpuint (n_reactions (board, copies->pdata[0]), ==, 0);
  g_assert_cmpuint (n_reactions (board, "a"), ==, 1);
}

/* Ana and Bo react, and Ana takes an older one back, at once. */
static void
test_at_once (void)
{
  g_autoptr (EwBoard) base = board_of_two ();
  g_autoptr (EwBoard) ana = NULL;
  g_autoptr (EwBoard) bo = NULL;
  g_autoptr (EwObject) one = NULL;
  g_autoptr (EwObject) other = NULL;
  g_autofree char *names = NULL;
  EwMergeTimes times = { { 1, 2 } };

  react (base, "a", "🎉", "Ana");
  ana = ew_board_snapshot (base);
  bo = ew_board_snapshot (base);
  react (ana, "a", "👍", "Ana");
  react (ana, "a", "🎉", "Ana");
  react (bo, "a", "👍", "Bo");
  one = ew_merge_object (ew_board_get (base, "a"),
                         (const EwObject *const[]){ ew_board_get (ana, "a"),
                                                    ew_board_get (bo, "a") },
                         &times);
  other = ew_merge_object (ew_board_get (base, "a"),
                           (const EwObject *const[]){ ew_board_get (bo, "a"),
                                                      ew_board_get (ana, "a") },
                           &times);
  g_assert_true (ew_object_equal (one, other));
  g_assert_cmpuint (ew_map_size (one->reactions), ==, 2);
  names = ew_reaction_names (one, "👍");
  g_assert_cmpstr (names, ==, "Ana, Bo");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verbs-react/toggles", test_toggles);
  g_test_add_func ("/verbs-react/no-emoji", test_no_emoji);
  g_test_add_func ("/verbs-react/copies", test_copies_begin_anew);
  g_test_add_func ("/verbs-react/at-once", test_at_once);
  return g_test_run ();
}
