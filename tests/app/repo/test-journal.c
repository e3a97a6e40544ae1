#include "repo-fixture.h"

#include "ew-journal.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static char *
journal_dir (void)
{
  char *dir = fixture_dir ("elsewhen");

  g_mkdir (dir, 0777);
  return dir;
}

/* @recovered: what a crash left, as texts in order: "one two". */
static EwJournal *
open_journal (const char *dir, char **recovered)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GString) texts = g_string_new (NULL);
  EwJournal *journal = ew_journal_open (dir, &edits, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < edits->len; i++) {
    const EwBoardEdit *one = edits->pdata[i];
    const EwChange *change = ew_edit_at (one->edit, 0);

    g_assert_cmpstr (one->board, ==, "b");
    g_string_append_printf (texts, "%s%s", i > 0 ? " " : "",
                            ew_object_get_string (change->after, "text"));
  }
  if (recovered)
    *recovered = g_strdup (texts->str);
  return journal;
}

static void
append (EwJournal *journal, const char *text)
{
  g_autoptr (EwObject) one = note (NULL, text);
  g_autoptr (EwEdit) edit = ew_edit_new ("Type");

  ew_edit_add (edit, NULL, one);
  ew_journal_append (journal, "b", edit);
}

static void
flush (EwJournal *journal)
{
  g_autoptr (GError) error = NULL;

  ew_journal_flush (journal, &error);
  g_assert_no_error (error);
}

static char *
files_in (const char *dir)
{
  return run_in (dir, "ls | wc -l");
}

static void
assert_files (const char *dir, const char *count)
{
  g_autofree char *now = files_in (dir);

  g_assert_cmpstr (now, ==, count);
}

static void
assert_left (const char *dir, const char *texts)
{
  g_autofree char *recovered = NULL;
  EwJournal *journal = open_journal (dir, &recovered);

  g_assert_cmpstr (recovered, ==, texts);
  ew_journal_close (journal);
}

static void
test_close_keeps (void)
{
  g_autofree char *dir = journal_dir ();
  EwJournal *journal = open_journal (dir, NULL);

  append (journal, "one");
  append (journal, "two");
  ew_journal_close (journal);
  assert_left (dir, "one two");
  assert_left (dir, "one two");
}

static void
test_idle_leaves_nothing (void)
{
  g_autofree char *dir = journal_dir ();

  ew_journal_close (open_journal (dir, NULL));
  assert_files (dir, "0");
}

static void
test_forget (void)
{
  g_autofree char *dir = journal_dir ();
  EwJournal *journal = open_journal (dir, NULL);
  guint up_to;

  append (journal, "committed");
  up_to = ew_journal_rotate (journal);
  append (journal, "later");
  flush (journal);
  assert_files (dir, "2");
  ew_journal_forget (journal, up_to);
  flush (journal);
  assert_files (dir, "1");
  ew_journal_close (journal);
  assert_left (dir, "later");
}

/* Committed before the disk ever saw it: it need not be written any more. */
static void
test_forget_unwritten (void)
{
  g_autofree char *dir = journal_dir ();
  EwJournal *journal = open_journal (dir, NULL);

  append (journal, "committed");
  ew_journal_forget (journal, ew_journal_rotate (journal));
  flush (journal);
  ew_journal_close (journal);
  assert_files (dir, "0");
}

static void
test_forget_recovered (void)
{
  g_autofree char *dir = journal_dir ();
  EwJournal *journal = open_journal (dir, NULL);
  g_autofree char *recovered = NULL;

  append (journal, "one");
  ew_journal_close (journal);
  journal = open_journal (dir, &recovered);
  g_assert_cmpstr (recovered, ==, "one");
  ew_journal_forget (journal, ew_journal_rotate (journal));
  flush (journal);
  ew_journal_close (journal);
  assert_files (dir, "0");
}

/* Two windows on one workspace: neither takes the other's edits. */
static void
test_held (void)
{
  g_autofree char *dir = journal_dir ();
  EwJournal *first = open_journal (dir, NULL);
  g_autofree char *recovered = NULL;
  EwJournal *second;

  append (first, "mine");
  flush (first);
  second = open_journal (dir, &recovered);
  g_assert_cmpstr (recovered, ==, "");
  append (second, "yours");
  ew_journal_close (second);
  append (first, "more");
  ew_journal_close (first);
  /* Two programs that began in the same millisecond have no order. */
  g_clear_pointer (&recovered, g_free);
  ew_journal_close (open_journal (dir, &recovered));
  g_assert_nonnull (strstr (recovered, "mine more"));
  g_assert_nonnull (strstr (recovered, "yours"));
}

static char *
only_file (const char *dir)
{
  g_autofree char *name = run_in (dir, "ls journal-*");

  return g_build_filename (dir, name, NULL);
}

static void
test_torn_line (void)
{
  g_autofree char *dir = journal_dir ();
  EwJournal *journal = open_journal (dir, NULL);
  g_autofree char *file = NULL;
  g_autofree char *said = NULL;

  append (journal, "one");
  append (journal, "two");
  ew_journal_close (journal);
  file = only_file (dir);
  said = run_in ("/", "truncate -s -5 '%s'", file);
  assert_left (dir, "one");
}

static void
test_damaged_line (void)
{
  g_autofree char *dir = journal_dir ();
  EwJournal *journal = open_journal (dir, NULL);
  g_autofree char *file = NULL;
  g_autofree char *said = NULL;
  g_autofree char *recovered = NULL;

  append (journal, "one");
  append (journal, "two");
  append (journal, "three");
  ew_journal_close (journal);
  file = only_file (dir);
  said = run_in ("/", "sed -i s/two/tow/ '%s'", file);
  journal = open_journal (dir, &recovered);
  g_assert_cmpstr (recovered, ==, "one three");
  ew_journal_forget (journal, ew_journal_rotate (journal));
  flush (journal);
  ew_journal_close (journal);
  said = (g_free (said), run_in (dir, "grep -c tow damaged-*"));
  g_assert_cmpstr (said, ==, "1");
}

/* A child writes and tells when it was told that it is safe; then it dies. */
static void
test_killed (void)
{
  g_autofree char *dir = journal_dir ();
  int pipes[2];
  char byte = 0;
  int status;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0) {
    EwJournal *journal = open_journal (dir, NULL);

    append (journal, "one");
    append (journal, "two");
    if (ew_journal_flush (journal, NULL) && write (pipes[1], "!", 1) == 1)
      pause ();
    _exit (1);
  }
  g_assert_cmpint (read (pipes[0], &byte, 1), ==, 1);
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  g_assert_true (WIFSIGNALED (status));
  assert_left (dir, "one two");
}

/* Killed at any moment: what is recovered is a beginning of what was typed. */
static void
test_killed_anywhere (void)
{
  for (int round = 0; round < 20; round++) {
    g_autofree char *dir = journal_dir ();
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) edits = NULL;
    EwJournal *journal;
    pid_t child = fork ();

    if (child == 0) {
      journal = open_journal (dir, NULL);
      for (int i = 0;; i++) {
        g_autofree char *text = g_strdup_printf ("%d", i);

        append (journal, text);
        if (i % 10 == 0)
          flush (journal);
      }
    }
    g_usleep (round * 1000);
    kill (child, SIGKILL);
    waitpid (child, NULL, 0);
    journal = ew_journal_open (dir, &edits, NULL, NULL, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < edits->len; i++) {
      const EwBoardEdit *one = edits->pdata[i];
      const EwChange *change = ew_edit_at (one->edit, 0);

      g_assert_cmpint (atoi (ew_object_get_string (change->after, "text")), ==,
                       i);
    }
    ew_journal_close (journal);
  }
}

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* A limit on the size of files stands for a full disk: the write fails half
 * way.  Nothing is lost, and the next append tries again. */
static void
test_full_disk (void)
{
  g_autofree char *dir = journal_dir ();
  EwJournal *journal = open_journal (dir, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autofree char *torn = NULL;

  signal (SIGXFSZ, SIG_IGN);
  append (journal, "one");
  flush (journal);
  limit_files (300);
  append (journal, "two");
  append (journal, "three");
  g_assert_false (ew_journal_flush (journal, &error));
  assert_ew_error (error, EW_ERROR_NO_SPACE, "the disk is full");
  file = only_file (dir);
  torn = run_in ("/", "tail -c1 '%s' | od -An -c | tr -d ' '", file);
  g_assert_cmpstr (torn, ==, "\\n");
  limit_files (RLIM_INFINITY);
  append (journal, "four");
  flush (journal);
  ew_journal_close (journal);
  assert_left (dir, "one two three four");
}

typedef struct {
  GMainLoop *loop;
  guint good, bad;
} Told;

static void
told_cb (const GError *error, gpointer data)
{
  Told *told = data;

  if (error)
    told->bad++;
  else
    told->good++;
  g_main_loop_quit (told->loop);
}

static void
test_told (void)
{
  g_autofree char *dir = journal_dir ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GPtrArray) edits = NULL;
  Told told = { loop, 0, 0 };
  EwJournal *journal = ew_journal_open (dir, &edits, told_cb, &told, NULL);
  g_autofree char *lines = NULL;

  append (journal, "one");
  g_main_loop_run (loop);
  g_assert_cmpuint (told.good, ==, 1);
  lines = run_in (dir, "cat journal-* | wc -l");
  g_assert_cmpstr (lines, ==, "1");
  ew_journal_close (journal);
}

static void
test_told_of_failure (void)
{
  g_autofree char *dir = journal_dir ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GPtrArray) edits = NULL;
  Told told = { loop, 0, 0 };
  EwJournal *journal = ew_journal_open (dir, &edits, told_cb, &told, NULL);

  signal (SIGXFSZ, SIG_IGN);
  limit_files (10);
  append (journal, "one");
  g_main_loop_run (loop);
  g_assert_cmpuint (told.bad, ==, 1);
  limit_files (RLIM_INFINITY);
  append (journal, "two");
  g_main_loop_run (loop);
  g_assert_cmpuint (told.good, ==, 1);
  ew_journal_close (journal);
  assert_left (dir, "one two");
}

static void
test_no_folder (void)
{
  g_autofree char *file = fixture_dir ("file");
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, "", 0, NULL);
  g_assert_null (ew_journal_open (file, &edits, NULL, NULL, &error));
  g_assert_error (error, EW_ERROR, EW_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/journal/close-keeps", test_close_keeps);
  g_test_add_func ("/journal/idle-leaves-nothing", test_idle_leaves_nothing);
  g_test_add_func ("/journal/forget", test_forget);
  g_test_add_func ("/journal/forget-unwritten", test_forget_unwritten);
  g_test_add_func ("/journal/forget-recovered", test_forget_recovered);
  g_test_add_func ("/journal/held", test_held);
  g_test_add_func ("/journal/torn-line", test_torn_line);
  g_test_add_func ("/journal/damaged-line", test_damaged_line);
  g_test_add_func ("/journal/killed", test_killed);
  g_test_add_func ("/journal/killed-anywhere", test_killed_anywhere);
  g_test_add_func ("/journal/full-disk", test_full_disk);
  g_test_add_func ("/journal/told", test_told);
  g_test_add_func ("/journal/told-of-failure", test_told_of_failure);
  g_test_add_func ("/journal/no-folder", test_no_folder);
  return fixture_run ();
}
