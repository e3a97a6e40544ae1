/* Publishing when the other end is not as it was left: rewritten, gone, made
 * anew, worked on by hand; and when this end is shared by two programs or was
 * left in the midst of something. */
#include "team.h"

#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

static bool
try_sync (EwStore *store, bool accept_rewritten, GError **error)
{
  EwSyncWish wish = { .accept_rewritten = accept_rewritten };
  EwSyncResult result;
  bool ok = ew_sync (store, &wish, &result, error);

  ew_sync_result_clear (&result);
  return ok;
}

static void
sync_one (EwStore *store)
{
  EwSyncResult result = sync_now (store);

  ew_sync_result_clear (&result);
}

static void
assert_asks (EwStore *store)
{
  g_autofree char *before = ew_store_tip (store, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (try_sync (store, false, &error));
  assert_ew_error (error, EW_ERROR_REWRITTEN, "stays on this computer");
  after = ew_store_tip (store, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
accept (EwStore *store)
{
  g_autoptr (GError) error = NULL;

  try_sync (store, true, &error);
  g_assert_no_error (error);
}

/* --- Rewritten ----------------------------------------------------------- */

/* History was rewritten without Bo's note; Ana's unpublished work goes on, what
 * was thrown away does not come back. */
static void
test_rewritten (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) secret = note (NULL, "Password");
  g_autoptr (EwObject) mine = note (NULL, "Mine");
  g_autofree char *said = NULL;
  g_autofree char *old = NULL;

  team_begin (&team);
  edit_as (&team, team.bo, 1700000010, NULL, secret);
  sync_all (&team);
  said = run_in (team.remote, "git update-ref refs/heads/main main^");
  edit_as (&team, team.ana, 1700000020, NULL, mine);
  assert_asks (team.ana);
  accept (team.ana);
  assert_asks (team.bo);
  accept (team.bo);
  sync_all (&team); /* nobody is asked twice */
  assert_text (team.bo, team.board, secret->id, NULL);
  assert_text (team.bo, team.board, mine->id, "Mine");
  g_assert_false (try_in (team.remote, "git grep -q Password main"));
  old = run_in (ew_store_dir (team.ana),
                "git grep -h Password $(git for-each-ref "
                "--format='%%(refname)' refs/elsewhen/rewritten)");
  g_assert_nonnull (strstr (old, "Password"));
}

/* --- Gone, and made anew ------------------------------------------------- */

static void
test_gone (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) mine = note (NULL, "Mine");
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  team_begin (&team);
  said = run_in ("/", "mv '%s' '%s.away'", team.remote, team.remote);
  edit_as (&team, team.ana, 1700000010, NULL, mine);
  g_assert_false (try_sync (team.ana, false, &error));
  assert_ew_error (error, EW_ERROR_OFFLINE, "is not there");
  g_free (said);
  said = run_in ("/", "mv '%s.away' '%s'", team.remote, team.remote);
  sync_all (&team);
  assert_text (team.bo, team.board, mine->id, "Mine");
}

static void
make_anew (Team *team)
{
  g_autofree char *said = run_in ("/", "rm -rf '%s' && git init -q --bare '%s'",
                                  team->remote, team->remote);
}

/* Emptied: whoever comes first brings everything back. */
static void
test_anew_empty (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) mine = note (NULL, "Mine");
  g_autoptr (EwObject) his = note (NULL, "His");

  team_begin (&team);
  sync_all (&team);
  edit_as (&team, team.ana, 1700000010, NULL, mine);
  edit_as (&team, team.bo, 1700000020, NULL, his);
  make_anew (&team);
  sync_all (&team);
  assert_text (team.bo, team.board, team.note->id, "Ship it");
  assert_text (team.bo, team.board, mine->id, "Mine");
  assert_text (team.ana, team.board, his->id, "His");
}

/* Begun anew by somebody else: that is another history. */
static void
test_anew_other (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwStore) cem = NULL;
  g_autofree char *other = NULL;
  g_autoptr (EwObject) mine = note (NULL, "Mine");

  team_begin (&team);
  sync_all (&team);
  make_anew (&team);
  cem = join (team.remote);
  other = new_board (cem, "Roadmap");
  sync_one (cem);
  edit_as (&team, team.ana, 1700000020, NULL, mine);
  assert_asks (team.ana);
  accept (team.ana);
  assert_asks (team.bo);
  accept (team.bo);
  sync_all (&team);
  assert_text (team.bo, team.board, mine->id, "Mine");
  g_free (put (cem, other, NULL, mine));
  sync_all (&team);
}

/* --- By hand ------------------------------------------------------------- */

/* A note of theirs, written with an editor: one line in one file. */
#define ADD_LINE \
  "f=\"boards/%s/objects/$(ls boards/%s/objects | head -1)\" && " \
  "sed -i 's/Ship it/%s/' \"$f\" && git commit -qam '%s' "

static char *
checkout (const char *from)
{
  char *dir = fixture_dir ("checkout");
  g_autofree char *said = run_in ("/", "git clone -q '%s' '%s'", from, dir);

  return dir;
}

/* Two lines of work, merged by git, not by us, and pushed. */
static void
test_merged_by_hand (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) mine = note (NULL, "Mine");
  g_autofree char *dir = NULL;
  g_autofree char *said = NULL;

  team_begin (&team);
  dir = checkout (team.remote);
  author_is ("Cem", 1700000005);
  said = run_in (dir,
                 "git checkout -qb side && echo side > notes.txt && "
                 "git add . && git commit -qm side && git checkout -q main "
                 "&& " ADD_LINE " && git merge -q --no-edit side && "
                 "git push -q origin main",
                 team.board, team.board, "Ship by hand", "reword");
  edit_as (&team, team.ana, 1700000010, NULL, mine);
  sync_all (&team);
  assert_text (team.bo, team.board, mine->id, "Mine");
  assert_text (team.ana, team.board, team.note->id, "Ship by hand");
  g_assert_true (try_in (team.remote, "git show main:notes.txt"));
  g_assert_true (try_in (team.remote, "git rev-parse main^:notes.txt"));
}

/* Somebody works on the program's own repository with git, and even merges the
 * remote there. */
static void
test_workspace_by_hand (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) his = note (NULL, "His");
  g_autofree char *dir = NULL;
  g_autofree char *said = NULL;

  team_begin (&team);
  dir = checkout (ew_store_dir (team.ana));
  author_is ("Cem", 1700000005);
  said = run_in (dir, ADD_LINE " && git push -q origin main", team.board,
                 team.board, "Ship by hand", "reword");
  edit_as (&team, team.bo, 1700000010, NULL, his);
  sync_one (team.bo);
  g_free (said);
  said = run_in (dir,
                 "git pull -q --no-rebase --no-edit '%s' main && "
                 "git push -q origin main",
                 team.remote);
  sync_all (&team);
  assert_text (team.bo, team.board, team.note->id, "Ship by hand");
  assert_text (team.ana, team.board, his->id, "His");
}

/* --- Two programs on one workspace --------------------------------------- */

static pid_t
work_in_child (const char *dir, const char *board, const char *word)
{
  pid_t child = fork ();

  if (child == 0) {
    g_autoptr (EwStore) store = ew_store_open (dir, NULL);

    for (int i = 0; i < 10; i++) {
      g_autofree char *id = g_strdup_printf ("%s-%d", word, i);
      g_autoptr (EwObject) one = note (id, word);

      g_free (put (store, board, NULL, one));
      if (!try_sync (store, false, NULL))
        _exit (1);
    }
    _exit (0);
  }
  return child;
}

static void
wait_for (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
test_two_programs (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwBoard) loaded = NULL;
  pid_t first, second;

  team_begin (&team);
  first = work_in_child (ew_store_dir (team.ana), team.board, "first");
  second = work_in_child (ew_store_dir (team.ana), team.board, "second");
  wait_for (first);
  wait_for (second);
  sync_all (&team);
  loaded = load (team.bo, team.board);
  g_assert_cmpuint (ew_board_size (loaded), ==, 21);
}

/* --- Left in the midst --------------------------------------------------- */

static void
leave_lock (const char *dir, const char *name, gint64 age)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  gint64 when = g_get_real_time () / G_USEC_PER_SEC - age;
  struct utimbuf times = { when, when };

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (utime (path, &times), ==, 0);
}

/* Everything a program that died can have left, here and there. */
static void
test_locks_left_behind (void)
{
  g_auto (Team) team = { 0 };
  g_autoptr (EwObject) mine = note (NULL, "Mine");
  const char *dir;

  team_begin (&team);
  sync_all (&team);
  dir = ew_store_dir (team.ana);
  edit_as (&team, team.ana, 1700000010, NULL, mine);
  leave_lock (dir, "refs/heads/main.lock", 120);
  leave_lock (dir, "refs/remotes/origin/main.lock", 120);
  leave_lock (dir, "refs/elsewhen/synced.lock", 120);
  leave_lock (dir, "packed-refs.lock", 120);
  leave_lock (dir, "config.lock", 120);
  leave_lock (dir, "elsewhen/sync.lock", 120);
  leave_lock (team.remote, "refs/heads/main.lock", 1200);
  leave_lock (team.remote, "packed-refs.lock", 1200);
  sync_all (&team);
  assert_text (team.bo, team.board, mine->id, "Mine");
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/publish/rewritten", test_rewritten);
  g_test_add_func ("/publish/gone", test_gone);
  g_test_add_func ("/publish/anew-empty", test_anew_empty);
  g_test_add_func ("/publish/anew-other", test_anew_other);
  g_test_add_func ("/publish/merged-by-hand", test_merged_by_hand);
  g_test_add_func ("/publish/workspace-by-hand", test_workspace_by_hand);
  g_test_add_func ("/publish/two-programs", test_two_programs);
  g_test_add_func ("/publish/locks-left-behind", test_locks_left_behind);
  return fixture_run ();
}
