#include "session-for-tests.h"

#include "ew-error.h"
#include "ew-thread.h"

static void
test_found_again (void)
{
  EwSession *session = test_create ("found-again");
  g_assert_cmpstr (ew_session_name (session), ==, "found-again");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *id = test_note (session, board, "Ship it", (EwPoint){ 0 });
  test_close (session);

  session = test_open ("found-again");
  g_assert_cmpuint (ew_session_boards (session)->len, ==, 1);
  g_autofree char *found = ew_session_find_board (session, "Retro", NULL);
  g_assert_cmpstr (found, ==, board);
  const EwBoard *loaded = test_load (session, board);
  g_assert_cmpuint (ew_board_size (loaded), ==, 1);
  g_assert_cmpstr (test_get (session, board, id, "text"), ==, "Ship it");
  test_close (session);
}

/* Who asks while a board is being read gets that one; who has lost interest
 * takes nothing from the others. */
static void
test_loaded_together (void)
{
  EwSession *session = test_create ("loaded-together");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *id = test_note (session, board, "Ship it", (EwPoint){ 0 });
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  test_close (session);
  session = test_open ("loaded-together");
  ew_session_load_async (session, board, cancellable, test_ready_cb, &first);
  ew_session_load_async (session, board, NULL, test_ready_cb, &second);
  g_cancellable_cancel (cancellable);
  const EwBoard *loaded =
      ew_session_load_finish (session, test_await (&second), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ew_board_size (loaded), ==, 1);
  g_assert_null (ew_session_load_finish (session, test_await (&first), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&first);
  g_clear_object (&second);
  test_close (session);
}

static bool
has_journal (const char *workspace)
{
  g_autofree char *dir = test_folder (workspace);
  g_autofree char *inside = g_build_filename (dir, "elsewhen", NULL);
  g_autoptr (GDir) listing = g_dir_open (inside, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (listing)))
    if (g_str_has_prefix (name, "journal-"))
      return true;
  return false;
}

/* The program may end as soon as a session is closed, whoever still holds it:
 * what is in a commit must not come back. */
static void
test_nothing_comes_back (void)
{
  EwSession *session = test_create ("comes-back");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *id = test_note (session, board, "One", (EwPoint){ 0 });
  g_autoptr (GAsyncResult) result = NULL;

  while (!has_journal ("comes-back"))
    g_main_context_iteration (NULL, FALSE);
  ew_session_close_async (session, test_ready_cb, &result);
  g_assert_true (ew_session_close_finish (session, test_await (&result), NULL));
  g_assert_false (has_journal ("comes-back"));
  g_object_unref (session);
}

static void
test_undo_redo (void)
{
  EwSession *session = test_create ("undo");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *id = test_note (session, board, "One", (EwPoint){ 0 });
  test_set (session, board, id, "text", "Two");
  g_assert_cmpstr (ew_session_undo_label (session, board), ==,
                   "Change Sticky Note");

  g_assert_true (ew_session_undo (session, board));
  g_assert_cmpstr (test_get (session, board, id, "text"), ==, "One");
  g_assert_true (ew_session_undo (session, board));
  g_assert_null (ew_board_get (ew_session_board (session, board), id));
  g_assert_true (ew_session_redo (session, board));
  g_assert_true (ew_session_redo (session, board));
  g_assert_false (ew_session_redo (session, board));
  g_assert_cmpstr (test_get (session, board, id, "text"), ==, "Two");
  test_close (session);
}

static void
test_gesture (void)
{
  EwSession *session = test_create ("gesture");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *id = test_note (session, board, "One", (EwPoint){ 0 });
  g_autoptr (GPtrArray) ids = test_ids (id);
  const EwBoard *live = ew_session_board (session, board);
  EwCoords start = ew_board_get (live, id)->pos;

  guint drag = ew_session_new_gesture (session);
  for (int i = 0; i < 5; i++)
    test_apply (session, board, ew_verb_move (live, ids, (EwPoint){ 10, 0 }),
                drag);
  g_assert_cmpint (ew_board_get (live, id)->pos.x, ==, start.x + 50 * 64);
  ew_session_undo (session, board);
  g_assert_cmpint (ew_board_get (live, id)->pos.x, ==, start.x);

  drag = ew_session_new_gesture (session);
  test_apply (session, board, ew_verb_move (live, ids, (EwPoint){ 10, 0 }),
              drag);
  ew_session_cancel_gesture (session, board, drag);
  g_assert_cmpint (ew_board_get (live, id)->pos.x, ==, start.x);
  g_assert_cmpstr (ew_session_undo_label (session, board), ==,
                   "Add Sticky Note");
  test_close (session);
}

static void
test_talk_is_not_undone (void)
{
  EwSession *session = test_create ("talk");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *id = test_note (session, board, "One", (EwPoint){ 0 });
  g_autofree char *thread = NULL;
  EwAnchor anchor = { .object = id, .spot = EW_SPOT_AUTO };
  const EwBoard *live = ew_session_board (session, board);
  test_apply (session, board,
              ew_verb_comment (live, &anchor, "Why?", "Ana", "a@x", &thread),
              0);
  ew_session_undo (session, board);

  /* The note is gone, what was said about it stays, at its last place. */
  const EwObject *object = ew_board_get (live, thread);
  g_assert_nonnull (object);
  g_autoptr (GPtrArray) messages =
      ew_thread_messages (ew_thread_from_object (object));
  g_assert_cmpuint (messages->len, ==, 1);
  test_close (session);
}

static void
test_boards (void)
{
  EwSession *session = test_create ("boards");
  g_autofree char *b = test_new_board (session, "Beta");
  g_autofree char *a = test_new_board (session, "Alpha");
  GPtrArray *boards = ew_session_boards (session);
  const EwBoardEntry *first = g_ptr_array_index (boards, 0);
  g_assert_cmpstr (first->id, ==, a);

  g_assert_true (ew_session_rename_board (session, b, "Aardvark", NULL));
  first = g_ptr_array_index (ew_session_boards (session), 0);
  g_assert_cmpstr (first->id, ==, b);
  g_assert_true (ew_session_delete_board (session, b, true, NULL));
  g_assert_cmpuint (ew_session_boards (session)->len, ==, 1);
  g_assert_cmpuint (ew_session_deleted_boards (session)->len, ==, 1);
  test_close (session);

  session = test_open ("boards");
  g_assert_cmpuint (ew_session_deleted_boards (session)->len, ==, 1);
  g_assert_true (ew_session_delete_board (session, b, false, NULL));
  g_assert_cmpuint (ew_session_boards (session)->len, ==, 2);
  test_load (session, b);
  /* Undo steps back through it all: bring back, and delete again. */
  g_assert_true (ew_session_undo (session, b));
  g_assert_cmpuint (ew_session_boards (session)->len, ==, 1);
  test_close (session);
}

static void
test_new_board_undone (void)
{
  EwSession *session = test_create ("new-board");
  g_autofree char *board = test_new_board (session, "Retro");
  g_assert_cmpstr (ew_session_undo_label (session, board), ==, "New Board");
  g_assert_true (ew_session_undo (session, board));
  g_assert_cmpuint (ew_session_boards (session)->len, ==, 0);
  g_assert_true (ew_session_redo (session, board));
  g_assert_cmpuint (ew_session_boards (session)->len, ==, 1);
  test_close (session);
}

static void
test_find_board (void)
{
  EwSession *session = test_create ("find");
  g_autofree char *one = test_new_board (session, "Same");
  g_autofree char *two = test_new_board (session, "Same");
  g_autoptr (GError) several = NULL, none = NULL;
  g_assert_null (ew_session_find_board (session, "Same", &several));
  g_assert_error (several, EW_ERROR, EW_ERROR_NOT_FOUND);
  g_assert_null (ew_session_find_board (session, "Other", &none));
  g_assert_error (none, EW_ERROR, EW_ERROR_NOT_FOUND);
  g_autofree char *by_id = ew_session_find_board (session, two, NULL);
  g_assert_cmpstr (by_id, ==, two);
  test_close (session);
}

static void
count_cb (EwSession *session, const char *board, EwNotice *notice, int origin,
          gpointer data)
{
  guint *counts = data;
  counts[origin]++;
}

static void
test_origins (void)
{
  guint counts[4] = { 0 };
  EwSession *session = test_create ("origins");
  g_signal_connect (session, "changed", G_CALLBACK (count_cb), counts);
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *id = test_note (session, board, "One", (EwPoint){ 0 });
  ew_session_undo (session, board);
  test_commit (session);
  g_assert_cmpuint (counts[EW_ORIGIN_LOCAL], ==, 2);
  g_assert_cmpuint (counts[EW_ORIGIN_UNDO], ==, 1);
  /* Our own commit brings nothing new. */
  g_assert_cmpuint (counts[EW_ORIGIN_REMOTE], ==, 0);
  test_close (session);
}

/* Two programs on one workspace: what the other committed comes in with the
 * next commit, under what is pending here. */
static void
test_two_sessions (void)
{
  EwSession *one = test_create ("two-sessions");
  g_autofree char *board = test_new_board (one, "Retro");
  g_autofree char *id = test_note (one, board, "Draft", (EwPoint){ 0 });
  test_commit (one);

  EwSession *two = test_open ("two-sessions");
  test_load (two, board);
  test_set (two, board, id, "color", "blue");
  g_autofree char *other = test_note (two, board, "Two", (EwPoint){ 400, 0 });
  test_close (two);

  test_set (one, board, id, "text", "Final");
  test_commit (one);
  g_assert_cmpstr (test_get (one, board, id, "color"), ==, "blue");
  g_assert_cmpstr (test_get (one, board, id, "text"), ==, "Final");
  g_assert_cmpstr (test_get (one, board, other, "text"), ==, "Two");

  /* Undo takes back what was done here, and only that. */
  ew_session_undo (one, board);
  g_assert_cmpstr (test_get (one, board, id, "text"), ==, "Draft");
  g_assert_cmpstr (test_get (one, board, id, "color"), ==, "blue");
  test_close (one);
}

static void
test_no_workspace (void)
{
  g_autofree char *dir = test_folder ("nowhere");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ew_session_open_async (dir, NULL, test_ready_cb, &result);
  g_assert_null (ew_session_open_finish (test_await (&result), &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_NOT_FOUND);
}

static void
test_versions (void)
{
  EwSession *session = test_create ("versions");
  g_autofree char *board = test_new_board (session, "Retro");
  g_autofree char *id = test_note (session, board, "One", (EwPoint){ 0 });
  test_commit (session);
  test_set (session, board, id, "text", "Two");
  test_commit (session);

  g_autoptr (GAsyncResult) logged = NULL, loaded = NULL;
  ew_session_log_async (session, board, test_ready_cb, &logged);
  g_autoptr (GPtrArray) versions =
      ew_session_log_finish (session, test_await (&logged), NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  const EwVersion *first = g_ptr_array_index (versions, 1);
  g_assert_cmpstr (first->author, ==, "Ana Lind");
  g_assert_nonnull (strstr (first->message, "Retro"));

  ew_session_load_at_async (session, board, first->rev, NULL, test_ready_cb,
                            &loaded);
  g_autoptr (EwBoard) then =
      ew_session_load_at_finish (session, test_await (&loaded), NULL);
  g_assert_cmpstr (ew_object_get_string (ew_board_get (then, id), "text"), ==,
                   "One");
  g_clear_object (&logged);
  g_clear_object (&loaded);
  test_close (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_home ();
  g_test_add_func ("/session/found-again", test_found_again);
  g_test_add_func ("/session/loaded-together", test_loaded_together);
  g_test_add_func ("/session/nothing-comes-back", test_nothing_comes_back);
  g_test_add_func ("/session/undo-redo", test_undo_redo);
  g_test_add_func ("/session/gesture", test_gesture);
  g_test_add_func ("/session/talk-is-not-undone", test_talk_is_not_undone);
  g_test_add_func ("/session/boards", test_boards);
  g_test_add_func ("/session/new-board-undone", test_new_board_undone);
  g_test_add_func ("/session/find-board", test_find_board);
  g_test_add_func ("/session/origins", test_origins);
  g_test_add_func ("/session/two-sessions", test_two_sessions);
  g_test_add_func ("/session/no-workspace", test_no_workspace);
  g_test_add_func ("/session/versions", test_versions);
  return g_test_run ();
}
