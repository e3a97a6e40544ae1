/* Syncing by itself, and what becomes of it when that does not work. */
#include "network-for-tests.h"
#include "team-for-tests.h"

#include "ew-error.h"

typedef struct {
  char *remote, *board, *note;
  EwSession *ana, *bo;
} Team;

static void
team_begin (Team *team, const char *name)
{
  g_autofree char *repository = g_strconcat (name, ".git", NULL);
  g_autofree char *ana = g_strconcat (name, "-ana", NULL);
  g_autofree char *bo = g_strconcat (name, "-bo", NULL);

  team->remote = test_remote (repository);
  team->ana = test_create (ana);
  team->board = test_new_board (team->ana, "Retro");
  team->note = test_note (team->ana, team->board, "Ship it", (EwPoint){ 0 });
  test_share (team->ana, team->remote);
  test_sync (team->ana);
  team->bo = test_join (team->remote, bo);
  test_load (team->bo, team->board);
}

static void
team_end (Team *team)
{
  test_close (team->ana);
  test_close (team->bo);
  g_free (team->remote);
  g_free (team->board);
  g_free (team->note);
}

static bool
has_text (EwSession *session, Team *team, const char *text)
{
  return g_str_equal (test_get (session, team->board, team->note, "text"),
                      text);
}

static void
test_by_itself (void)
{
  Team team;

  team_begin (&team, "itself");
  g_assert_false (ew_session_is_auto_sync (team.bo));
  g_assert_cmpint (ew_session_state (team.bo).next_at, ==, 0);
  ew_session_set_auto_sync (team.ana, 1);
  ew_session_set_auto_sync (team.bo, 1);
  g_assert_cmpint (ew_session_state (team.bo).next_at, >, 0);
  test_set (team.ana, team.board, team.note, "text", "Shipped");
  test_wait_for (has_text (team.bo, &team, "Shipped"));
  test_set (team.bo, team.board, team.note, "text", "Shipped it");
  test_wait_for (has_text (team.ana, &team, "Shipped it"));
  team_end (&team);
}

static void
test_switched_off (void)
{
  Team team;

  team_begin (&team, "off");
  ew_session_set_auto_sync (team.ana, 3600);
  ew_session_set_auto_sync (team.ana, 0);
  g_assert_cmpint (ew_session_state (team.ana).next_at, ==, 0);
  test_set (team.ana, team.board, team.note, "text", "Mine");
  test_commit (team.ana);
  g_assert_cmpint (ew_session_state (team.ana).phase, ==, EW_SYNC_WAITING);
  team_end (&team);
}

/* Says offline, says when it tries again, and gets there. */
static void
test_offline (void)
{
  g_autofree char *away = test_folder ("offline.away");
  EwSessionState state;
  Team team;

  team_begin (&team, "offline");
  g_assert_cmpint (g_rename (team.remote, away), ==, 0);
  ew_session_set_auto_sync (team.ana, 1);
  test_wait_for (ew_session_state (team.ana).phase == EW_SYNC_OFFLINE);
  state = ew_session_state (team.ana);
  g_assert_cmpint (state.next_at, >, 0);
  g_assert_error (state.error, EW_ERROR, EW_ERROR_OFFLINE);
  test_set (team.ana, team.board, team.note, "text", "Shipped");
  g_assert_cmpint (g_rename (away, team.remote), ==, 0);
  test_wait_for (ew_session_state (team.ana).phase == EW_SYNC_CURRENT);
  test_sync (team.bo);
  g_assert_true (has_text (team.bo, &team, "Shipped"));
  team_end (&team);
}

/* The wait for the next try is cut short when the network is back, and only
 * then. */
static void
test_network_is_back (void)
{
  g_autofree char *away = test_folder ("network.away");
  gint64 later;
  Team team;

  team_begin (&team, "network");
  test_network_set (FALSE);
  g_assert_cmpint (g_rename (team.remote, away), ==, 0);
  ew_session_set_auto_sync (team.ana, 3600);
  test_wait_for (ew_session_state (team.ana).phase == EW_SYNC_OFFLINE);
  later = ew_session_state (team.ana).next_at;
  test_network_set (FALSE);
  g_assert_cmpint (ew_session_state (team.ana).next_at, ==, later);
  g_assert_cmpint (g_rename (away, team.remote), ==, 0);
  test_network_set (TRUE);
  g_assert_cmpint (ew_session_state (team.ana).next_at, <, later);
  test_wait_for (ew_session_state (team.ana).phase == EW_SYNC_CURRENT);
  team_end (&team);
}

/* A history that was replaced is a person's to decide about, once. */
static void
test_rewritten (void)
{
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  EwSessionState state;
  Team team;

  team_begin (&team, "rewritten");
  test_set (team.bo, team.board, team.note, "text", "Thrown away");
  test_sync (team.bo);
  said = test_git (team.remote, "update-ref", "refs/heads/main", "main^");
  g_assert_false (test_try_sync (team.bo, EW_SYNC_IN_BACKGROUND, &error));
  state = ew_session_state (team.bo);
  g_assert_cmpint (state.phase, ==, EW_SYNC_NEEDS_YOU);
  g_assert_error (state.error, EW_ERROR, EW_ERROR_REWRITTEN);
  g_assert_true (has_text (team.bo, &team, "Thrown away"));
  g_clear_error (&error);
  test_try_sync (team.bo, EW_SYNC_ACCEPT_REWRITTEN, &error);
  g_assert_no_error (error);
  g_assert_true (has_text (team.bo, &team, "Ship it"));
  test_sync (team.bo);
  team_end (&team);
}

/* Who asks while one runs in the background is answered by one that may ask. */
static void
test_asked_meanwhile (void)
{
  g_autofree char *said = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  Team team;

  team_begin (&team, "meanwhile");
  test_set (team.bo, team.board, team.note, "text", "Thrown away");
  test_sync (team.bo);
  said = test_git (team.remote, "update-ref", "refs/heads/main", "main^");
  ew_session_sync_as_async (team.bo, EW_SYNC_IN_BACKGROUND, test_ready_cb,
                            &first);
  g_assert_cmpint (ew_session_state (team.bo).phase, !=, EW_SYNC_RUNNING);
  ew_session_sync_as_async (team.bo, EW_SYNC_ACCEPT_REWRITTEN, test_ready_cb,
                            &second);
  g_assert_cmpint (ew_session_state (team.bo).phase, ==, EW_SYNC_RUNNING);
  g_assert_true (
      ew_session_sync_finish (team.bo, test_await (&second), NULL, NULL, NULL));
  g_assert_true (
      ew_session_sync_finish (team.bo, test_await (&first), NULL, NULL, NULL));
  g_clear_object (&first);
  g_clear_object (&second);
  team_end (&team);
}

/* What plain git commits to the open workspace shows without being asked. */
static void
test_watched (void)
{
  g_autofree char *fetched = NULL;
  g_autofree char *moved = NULL;
  const char *dir;
  Team team;

  team_begin (&team, "watched");
  dir = ew_session_dir (team.ana);
  ew_session_watch (team.ana);
  test_set (team.bo, team.board, team.note, "text", "Seen at once");
  test_sync (team.bo);
  fetched = test_git (dir, "fetch", team.remote, "main");
  moved = test_git (dir, "update-ref", "refs/heads/main", "FETCH_HEAD");
  test_wait_for (has_text (team.ana, &team, "Seen at once"));
  team_end (&team);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_home ();
  test_network_take_over ();
  g_test_add_func ("/auto-sync/by-itself", test_by_itself);
  g_test_add_func ("/auto-sync/switched-off", test_switched_off);
  g_test_add_func ("/auto-sync/offline", test_offline);
  g_test_add_func ("/auto-sync/network-is-back", test_network_is_back);
  g_test_add_func ("/auto-sync/rewritten", test_rewritten);
  g_test_add_func ("/auto-sync/asked-meanwhile", test_asked_meanwhile);
  g_test_add_func ("/auto-sync/watched", test_watched);
  return g_test_run ();
}
