/* A disk that takes no more, and one that dies in the middle. */
#include "repo-fixture.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static char *
try_put (EwStore *store, const char *board, const EwObject *after,
         GError **error)
{
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  g_autoptr (EwEdit) edit = ew_edit_new ("Edit");

  ew_edit_add (edit, NULL, after);
  g_ptr_array_add (edits, ew_board_edit_new (board, edit));
  return ew_store_commit (store, edits, "Edit", error);
}

/* Whatever the byte at which the disk is full: either it is saved, or it is
 * said that it is not and everything is as before. */
static void
test_full (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autofree char *board = new_board (store, "Retro");
  guint failures = 0;

  for (rlim_t room = 0; room < 400; room += 7) {
    g_autofree char *id = g_strdup_printf ("n%u", (guint) room);
    g_autoptr (EwObject) one = note (id, "Some words that need a place");
    g_autofree char *before = ew_store_tip (store, NULL);
    g_autofree char *after = NULL;
    g_autofree char *tip = NULL;
    g_autoptr (GError) error = NULL;

    limit_files (room);
    tip = try_put (store, board, one, &error);
    limit_files (RLIM_INFINITY);
    after = ew_store_tip (store, NULL);
    g_assert_cmpstr (after, ==, tip ? tip : before);
    assert_text (store, board, id, tip ? "Some words that need a place" : NULL);
    failures += tip == NULL;
    g_assert_true ((tip == NULL) == (error != NULL));
  }
  g_assert_cmpuint (failures, >, 10);
  assert_sound (store);
}

static void
test_full_sentence (void)
{
  g_autofree char *dir = fixture_dir ("w");
  g_autoptr (EwStore) store = new_store (dir);
  g_autoptr (EwObject) one = note (NULL, "Ship it");
  g_autoptr (GError) error = NULL;

  limit_files (10);
  g_assert_null (try_put (store, "b", one, &error));
  limit_files (RLIM_INFINITY);
  assert_ew_error (error, EW_ERROR_NO_SPACE, "the disk is full");
}

/* Killed at any moment: every commit that was told is there, and the next
 * program goes on. */
static void
test_killed (void)
{
  for (int round = 0; round < 15; round++) {
    g_autofree char *dir = fixture_dir ("w");
    g_autoptr (EwStore) store = new_store (dir);
    g_autofree char *board = new_board (store, "Retro");
    g_autofree char *tip = NULL;
    g_autoptr (EwObject) last = note ("last", "Goes on");
    g_autoptr (EwStore) again = NULL;
    int pipes[2], told = 0, number;
    pid_t child;

    g_assert_cmpint (pipe (pipes), ==, 0);
    child = fork ();
    for (int i = 1; child == 0; i++) {
      g_autofree char *id = g_strdup_printf ("n%d", i);
      g_autoptr (EwObject) one = note (id, "x");

      g_free (put (store, board, NULL, one));
      if (write (pipes[1], &i, sizeof i) != sizeof i)
        _exit (1);
    }
    close (pipes[1]);
    g_assert_cmpint (read (pipes[0], &told, sizeof told), ==, sizeof told);
    g_usleep (round * 700);
    kill (child, SIGKILL);
    waitpid (child, NULL, 0);
    while (read (pipes[0], &number, sizeof number) == sizeof number)
      told = number;
    close (pipes[0]);

    for (int i = 1; i <= told; i++) {
      g_autofree char *id = g_strdup_printf ("n%d", i);

      assert_text (store, board, id, "x");
    }
    /* A lock that the kill left behind is a minute old by now. */
    g_free (run_in (dir, "find . -name '*.lock' | xargs -r touch -d '2 minutes "
                         "ago'"));
    again = ew_store_open (dir, NULL);
    tip = put (again, board, NULL, last);
    assert_sound (again);
  }
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/disk/full", test_full);
  g_test_add_func ("/disk/full-sentence", test_full_sentence);
  g_test_add_func ("/disk/killed", test_killed);
  return fixture_run ();
}
