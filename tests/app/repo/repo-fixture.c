#include "repo-fixture.h"

#include <locale.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define ROOM (512 * 1024 * 1024)

static char *top;

/* In memory where there is such a place: everything here is followed by an
 * fsync(), and none of it needs a real disk. */
static char *
make_top (void)
{
  const char *memory = "/dev/shm";
  struct statvfs room;
  bool has_memory = g_access (memory, W_OK | X_OK) == 0 &&
                    statvfs (memory, &room) == 0 &&
                    (guint64) room.f_bavail * room.f_frsize > ROOM;
  char *dir = g_build_filename (has_memory ? memory : g_get_tmp_dir (),
                                "elsewhen-repo-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (dir));
  return dir;
}

void
fixture_init (int *argc, char ***argv)
{
  g_autofree char *config = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (argc, argv, NULL);
  top = make_top ();
  g_setenv ("HOME", top, TRUE);
  g_setenv ("GIT_CONFIG_NOSYSTEM", "1", TRUE);
  g_unsetenv ("XDG_CONFIG_HOME");
  g_unsetenv ("GIT_AUTHOR_NAME");
  g_unsetenv ("GIT_AUTHOR_EMAIL");
  g_unsetenv ("GIT_AUTHOR_DATE");
  config = g_build_filename (top, ".gitconfig", NULL);
  g_assert_true (
      g_file_set_contents (config,
                           "[user]\n\tname = Ana\n\temail = ana@example.org\n"
                           "[init]\n\tdefaultBranch = main\n",
                           -1, NULL));
}

void
fixture_clean (void)
{
  g_autofree char *said = run_in ("/", "rm -rf '%s'", top);

  g_clear_pointer (&top, g_free);
}

int
fixture_run (void)
{
  int status = g_test_run ();

  fixture_clean ();
  return status;
}

char *
fixture_dir (const char *name)
{
  static guint count;
  g_autofree char *folder = g_strdup_printf ("%d-%u", getpid (), ++count);
  g_autofree char *parent = g_build_filename (top, folder, NULL);

  g_mkdir_with_parents (parent, 0777);
  return g_build_filename (parent, name, NULL);
}

static int
spawn (const char *dir, const char *command, char **out, char **err)
{
  const char *argv[] = { "sh", "-c", command, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (dir, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, out,
                err, &status, &error);
  g_assert_no_error (error);
  return status;
}

char *
run_in (const char *dir, const char *format, ...)
{
  g_autofree char *command = NULL;
  g_autofree char *err = NULL;
  char *out = NULL;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  if (spawn (dir, command, &out, &err) != 0)
    g_error ("%s\n%s", command, err);
  return g_strchomp (out);
}

bool
try_in (const char *dir, const char *format, ...)
{
  g_autofree char *command = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  return spawn (dir, command, &out, &err) == 0;
}

void
author_is (const char *name, gint64 when)
{
  g_autofree char *email = g_strdup_printf ("%s@example.org", name);
  g_autofree char *date = g_strdup_printf ("@%" G_GINT64_FORMAT " +0000", when);

  g_setenv ("GIT_AUTHOR_NAME", name, TRUE);
  g_setenv ("GIT_AUTHOR_EMAIL", email, TRUE);
  g_setenv ("GIT_AUTHOR_DATE", date, TRUE);
}

EwStore *
new_store (const char *dir)
{
  g_autoptr (GError) error = NULL;
  EwStore *store = ew_store_create (dir, "Team", &error);

  g_assert_no_error (error);
  return store;
}

char *
new_remote (void)
{
  char *path = fixture_dir ("team.git");
  g_autofree char *said = run_in ("/", "git init -q --bare '%s'", path);

  return path;
}

EwStore *
join (const char *remote)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = fixture_dir ("workspace");
  EwStore *store = ew_store_clone (remote, dir, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return store;
}

EwObject *
note (const char *id, const char *text)
{
  EwObject *object = ew_object_new (&ew_kind_note, id);

  ew_object_set_string (object, "text", text);
  return object;
}

EwObject *
with_text (const EwObject *object, const char *text)
{
  EwObject *copy = ew_object_copy (object);

  ew_object_set_string (copy, "text", text);
  return copy;
}

char *
put (EwStore *store, const char *board, const EwObject *before,
     const EwObject *after)
{
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  g_autoptr (EwEdit) edit = ew_edit_new ("Edit");
  g_autoptr (GError) error = NULL;
  char *tip;

  ew_edit_add (edit, before, after);
  g_ptr_array_add (edits, ew_board_edit_new (board, edit));
  tip = ew_store_commit (store, edits, "Edit", &error);
  g_assert_no_error (error);
  g_assert_nonnull (tip);
  return tip;
}

char *
put_title (EwStore *store, const char *board, const char *title)
{
  g_autoptr (EwObject) self = ew_object_new (&ew_kind_board, EW_BOARD_SELF);

  ew_object_set_string (self, "title", title);
  return put (store, board, NULL, self);
}

char *
new_board (EwStore *store, const char *title)
{
  char *word = ew_id_new ();
  char *id = g_strdup (word);
  g_autofree char *tip = put_title (store, id, title);

  g_ref_string_release (word);
  return id;
}

EwBoard *
load (EwStore *store, const char *board)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  EwBoard *loaded = ew_store_load (store, NULL, board, faults, NULL, &error);

  g_assert_no_error (error);
  return loaded;
}

char *
text_of (EwStore *store, const char *board, const char *id)
{
  g_autoptr (EwBoard) loaded = load (store, board);
  const EwObject *object = ew_board_get (loaded, id);

  return object ? g_strdup (ew_object_get_string (object, "text")) : NULL;
}

void
assert_text (EwStore *store, const char *board, const char *id,
             const char *text)
{
  g_autofree char *now = text_of (store, board, id);

  g_assert_cmpstr (now, ==, text);
}

void
assert_sound (EwStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults =
      ew_store_check (store, NULL, NULL, NULL, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  if (faults->len > 0)
    g_error ("%s", ew_fault_to_string (faults->pdata[0]));
  said = run_in (ew_store_dir (store), "git fsck --strict 2>&1");
  g_assert_null (strstr (said, "error"));
}

EwSyncResult
sync_now (EwStore *store)
{
  g_autoptr (GError) error = NULL;
  EwSyncResult result;

  ew_sync (store, &(EwSyncWish){ 0 }, &result, &error);
  g_assert_no_error (error);
  return result;
}

void
assert_same_tip (EwStore *a, EwStore *b)
{
  g_autofree char *left = ew_store_tip (a, NULL);
  g_autofree char *right = ew_store_tip (b, NULL);

  g_assert_cmpstr (left, ==, right);
}

char *
bucket_path (const char *board, const char *id)
{
  g_autofree char *file = ew_bucket_file (ew_bucket_of (id));

  return g_strdup_printf ("boards/%s/%s", board, file);
}
