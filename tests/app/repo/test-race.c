/* Two programs on one workspace, two people on one remote, at the very same
 * time. */
#include "repo-fixture.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#define COMMITS 40

/* A child of its own process, as another window would be. */
static pid_t
commit_in_child (const char *dir, const char *board, const char *word)
{
  pid_t child = fork ();

  if (child != 0)
    return child;
  for (int i = 0; i < COMMITS; i++) {
    g_autoptr (EwStore) store = ew_store_open (dir, NULL);
    g_autofree char *id = g_strdup_printf ("%s-%d", word, i);
    g_autoptr (EwObject) one = note (id, word);
    g_autofree char *tip = put (store, board, NULL, one);
  }
  _exit (0);
}

static void
wait_for (pid_t child)
{
  int status;

  waitpid (child, &status, 0);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static void
test_commits (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Busy");
  pid_t first = commit_in_child (dir, board, "first");
  pid_t second = commit_in_child (dir, board, "second");
  g_autoptr (EwBoard) loaded = NULL;
  g_autofree char *count = NULL;

  wait_for (first);
  wait_for (second);
  loaded = load (store, board);
  g_assert_cmpuint (ew_board_size (loaded), ==, 2 * COMMITS);
  count = run_in (dir, "git rev-list --count main");
  g_assert_cmpint (atoi (count), ==, 2 * COMMITS + 2);
  assert_sound (store);
}

/* The same member of the same object: the later one shows, in one history. */
static void
test_same_object (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Busy");
  g_autoptr (EwObject) before = note (NULL, "Ship it");
  g_autoptr (EwObject) mine = with_text (before, "Mine");
  g_autoptr (EwObject) moved = ew_object_copy (before);
  g_autoptr (EwBoard) loaded = NULL;
  const EwObject *now;

  moved->pos.x = 640;
  g_free (put (store, board, NULL, before));
  g_free (put (store, board, before, moved));
  g_free (put (store, board, before, mine));
  loaded = load (store, board);
  now = ew_board_get (loaded, before->id);
  g_assert_cmpint (now->pos.x, ==, 640);
  g_assert_cmpstr (ew_object_get_string (now, "text"), ==, "Mine");
}

static pid_t
sync_in_child (const char *remote, const char *board, const char *word)
{
  pid_t child = fork ();

  if (child == 0) {
    g_autoptr (EwStore) store = join (remote);

    for (int i = 0; i < 10; i++) {
      g_autofree char *id = g_strdup_printf ("%s-%d", word, i);
      g_autoptr (EwObject) one = note (id, word);
      EwSyncResult result;

      g_free (put (store, board, NULL, one));
      /* Losing five times in a row is allowed; losing work is not. */
      ew_sync (store, &(EwSyncWish){ 0 }, &result, NULL);
      ew_sync_result_clear (&result);
    }
    for (int i = 0; i < 100; i++) {
      EwSyncResult result;
      bool ok = ew_sync (store, &(EwSyncWish){ 0 }, &result, NULL);

      ew_sync_result_clear (&result);
      if (ok)
        _exit (0);
    }
    _exit (1);
  }
  return child;
}

static void
test_pushes (void)
{
  g_autofree char *remote = new_remote ();
  g_autoptr (EwStore) store = join (remote);
  g_autofree char *board = new_board (store, "Busy");
  EwSyncResult result = sync_now (store);
  g_autoptr (EwBoard) loaded = NULL;
  pid_t first, second;

  ew_sync_result_clear (&result);
  first = sync_in_child (remote, board, "first");
  second = sync_in_child (remote, board, "second");
  wait_for (first);
  wait_for (second);
  result = sync_now (store);
  ew_sync_result_clear (&result);
  loaded = load (store, board);
  g_assert_cmpuint (ew_board_size (loaded), ==, 20);
  assert_sound (store);
}

static void
leave_lock (const char *dir, gint64 age)
{
  g_autofree char *path = g_build_filename (dir, "refs/heads/main.lock", NULL);
  gint64 when = g_get_real_time () / G_USEC_PER_SEC - age;
  struct utimbuf times = { when, when };

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
test_lock_left_behind (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = NULL;

  leave_lock (dir, 120);
  board = new_board (store, "Retro");
  assert_sound (store);
}

static void
test_lock_in_use (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  g_autoptr (EwEdit) edit = ew_edit_new ("Edit");
  g_autoptr (EwObject) one = note (NULL, "Ship it");
  g_autoptr (GError) error = NULL;

  ew_edit_add (edit, NULL, one);
  g_ptr_array_add (edits, ew_board_edit_new ("b", edit));
  leave_lock (dir, 0);
  g_assert_null (ew_store_commit (store, edits, "Edit", &error));
  assert_ew_error (error, EW_ERROR_FAILED, "could not be written");
  g_assert_true (try_in (dir, "test -e refs/heads/main.lock"));
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/race/commits", test_commits);
  g_test_add_func ("/race/same-object", test_same_object);
  g_test_add_func ("/race/pushes", test_pushes);
  g_test_add_func ("/race/lock-left-behind", test_lock_left_behind);
  g_test_add_func ("/race/lock-in-use", test_lock_in_use);
  return fixture_run ();
}
