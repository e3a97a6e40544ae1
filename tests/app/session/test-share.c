/* Sharing between two people through a bare repository in a folder. */
#include "session-for-tests.h"

#include "ew-error.h"

static char *
bare_remote (const char *name)
{
  g_autofree char *dir = test_folder (name);
  const char *argv[] = { "git", "init", "-q", "--bare", dir, NULL };
  int status = -1;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH,
                               NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return g_steal_pointer (&dir);
}

static bool
try_sync (EwSession *session, guint *received, guint *published, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_sync_async (session, test_ready_cb, &result);
  return ew_session_sync_finish (session, test_await (&result), received,
                                 published, error);
}

static void
sync_now (EwSession *session)
{
  g_autoptr (GError) error = NULL;
  try_sync (session, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
share (EwSession *session, const char *url)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ew_session_set_remote_async (session, url, test_ready_cb, &result);
  ew_session_set_remote_finish (session, test_await (&result), &error);
  g_assert_no_error (error);
}

static EwSession *
join (const char *url, const char *name)
{
  g_autofree char *dir = test_folder (name);
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_clone_async (url, dir, NULL, NULL, NULL, test_ready_cb, &result);
  return test_opened (&result);
}

static void
assert_same_board (EwSession *a, EwSession *b, const char *board)
{
  g_autoptr (EwEdit) diff =
      ew_board_diff (ew_session_board (a, board), ew_session_board (b, board));
  g_assert_true (ew_edit_is_empty (diff));
}

static void
test_both_have_both (void)
{
  g_autofree char *remote = bare_remote ("both.git");
  EwSession *ana = test_create ("both-ana");
  g_autofree char *board = test_new_board (ana, "Retro");
  g_autofree char *first = test_note (ana, board, "Ana's", (EwPoint){ 0 });
  g_assert_cmpint (ew_session_state (ana).phase, ==, EW_SYNC_LOCAL);
  share (ana, remote);
  g_assert_cmpint (ew_session_state (ana).phase, ==, EW_SYNC_WAITING);
  sync_now (ana);
  g_assert_cmpint (ew_session_state (ana).phase, ==, EW_SYNC_CURRENT);

  EwSession *bo = join (remote, "both-bo");
  test_load (bo, board);
  g_assert_cmpstr (test_get (bo, board, first, "text"), ==, "Ana's");

  /* Both offline: the same note, other members, and one new note each. */
  test_set (bo, board, first, "color", "blue");
  g_autofree char *b = test_note (bo, board, "Bo's", (EwPoint){ 300, 0 });
  test_set (ana, board, first, "text", "Ana's, reworded");
  g_autofree char *a = test_note (ana, board, "More", (EwPoint){ 0, 300 });
  sync_now (bo);
  sync_now (ana);
  sync_now (bo);

  assert_same_board (ana, bo, board);
  g_assert_cmpuint (ew_board_size (ew_session_board (ana, board)), ==, 3);
  g_assert_cmpstr (test_get (ana, board, first, "color"), ==, "blue");
  g_assert_cmpstr (test_get (bo, board, first, "text"), ==, "Ana's, reworded");
  test_close (ana);
  test_close (bo);
}

/* Typed while the sync runs: it stays, on the board and in the journal. */
static void
test_typing_while_syncing (void)
{
  g_autofree char *remote = bare_remote ("typing.git");
  EwSession *ana = test_create ("typing-ana");
  g_autofree char *board = test_new_board (ana, "Retro");
  g_autofree char *note = test_note (ana, board, "Draft", (EwPoint){ 0 });
  share (ana, remote);
  sync_now (ana);
  EwSession *bo = join (remote, "typing-bo");
  test_load (bo, board);
  test_set (bo, board, note, "color", "green");
  sync_now (bo);

  g_autoptr (GAsyncResult) result = NULL;
  ew_session_sync_async (ana, test_ready_cb, &result);
  test_set (ana, board, note, "text", "Typed meanwhile");
  g_assert_true (
      ew_session_sync_finish (ana, test_await (&result), NULL, NULL, NULL));
  g_assert_cmpstr (test_get (ana, board, note, "color"), ==, "green");
  g_assert_cmpstr (test_get (ana, board, note, "text"), ==, "Typed meanwhile");
  g_clear_object (&result);
  g_assert_cmpuint (ew_session_state (ana).to_share, >, 0);
  sync_now (ana);
  sync_now (bo);
  assert_same_board (ana, bo, board);
  test_close (ana);
  test_close (bo);
}

static void
test_same_text_twice (void)
{
  g_autofree char *remote = bare_remote ("clash.git");
  EwSession *ana = test_create ("clash-ana");
  g_autofree char *board = test_new_board (ana, "Retro");
  g_autofree char *note = test_note (ana, board, "Draft", (EwPoint){ 0 });
  share (ana, remote);
  sync_now (ana);
  EwSession *bo = join (remote, "clash-bo");
  test_load (bo, board);
  test_set (bo, board, note, "text", "Bo's words");
  test_set (ana, board, note, "text", "Ana's words");
  sync_now (bo);
  sync_now (ana);
  sync_now (bo);

  assert_same_board (ana, bo, board);
  const EwObject *object = ew_board_get (ew_session_board (ana, board), note);
  g_assert_cmpuint (ew_map_size (object->clash), ==, 1);
  const EwClash *clash = (const EwClash *) ew_map_value (object->clash, 0);
  /* Neither is lost: one shows, the other is kept. */
  const char *shown = ew_object_get_string (object, "text");
  g_assert_cmpstr (shown, !=, clash->text);
  g_assert_true (g_str_has_suffix (shown, "words"));
  g_assert_true (g_str_has_suffix (clash->text, "words"));
  test_close (ana);
  test_close (bo);
}

static void
test_missing_remote (void)
{
  g_autofree char *remote = bare_remote ("gone.git");
  EwSession *ana = test_create ("gone-ana");
  g_autofree char *board = test_new_board (ana, "Retro");
  share (ana, remote);
  sync_now (ana);
  g_autofree char *away = g_strconcat (remote, ".away", NULL);
  g_assert_cmpint (g_rename (remote, away), ==, 0);

  g_autofree char *note = test_note (ana, board, "Safe", (EwPoint){ 0 });
  g_autoptr (GError) error = NULL;
  g_assert_false (try_sync (ana, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, remote));
  g_assert_nonnull (ew_session_state (ana).error);
  g_assert_cmpuint (ew_session_state (ana).to_share, >, 0);

  /* It comes back: nothing was lost, and the complaint goes. */
  g_assert_cmpint (g_rename (away, remote), ==, 0);
  sync_now (ana);
  g_assert_null (ew_session_state (ana).error);
  g_assert_cmpint (ew_session_state (ana).phase, ==, EW_SYNC_CURRENT);
  test_close (ana);
}

static void
test_two_calls_are_one_sync (void)
{
  g_autofree char *remote = bare_remote ("joined.git");
  EwSession *ana = test_create ("joined-ana");
  g_autofree char *board = test_new_board (ana, "Retro");
  share (ana, remote);
  g_autoptr (GAsyncResult) one = NULL, two = NULL;
  ew_session_sync_async (ana, test_ready_cb, &one);
  ew_session_sync_async (ana, test_ready_cb, &two);
  guint published[2] = { 0 };
  g_assert_true (ew_session_sync_finish (ana, test_await (&one), NULL,
                                         &published[0], NULL));
  g_assert_true (ew_session_sync_finish (ana, test_await (&two), NULL,
                                         &published[1], NULL));
  g_assert_cmpuint (published[0], ==, published[1]);
  g_clear_object (&one);
  g_clear_object (&two);
  test_close (ana);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_home ();
  g_test_add_func ("/share/both-have-both", test_both_have_both);
  g_test_add_func ("/share/typing-while-syncing", test_typing_while_syncing);
  g_test_add_func ("/share/same-text-twice", test_same_text_twice);
  g_test_add_func ("/share/missing-remote", test_missing_remote);
  g_test_add_func ("/share/two-calls", test_two_calls_are_one_sync);
  return g_test_run ();
}
