/* elsewhen-bench-sync COUNT FOLDER: what sharing a board of COUNT notes costs,
 * one "name value" on a line; ms unless the name says otherwise.
 *
 * In process, as the program's own threads do it, beside the git program that
 * does the same with the same files.  FOLDER is left full. */
#include "ew-carry.h"
#include "ew-kinds.h"
#include "ew-ref.h"
#include "ew-remote.h"
#include "ew-session.h"
#include "ew-sync.h"

#include <gio/gio.h>
#include <time.h>

#define TIMES 7
#define HALF 10
#define SIDE (200 * 64)

typedef struct {
  const char *folder;
  char *remote, *board;
  GPtrArray *notes; /* of EwObject, as Ana last had them */
  EwStore *ana, *bo;
  guint turn;
} Bench;

static void
must (const GError *error)
{
  if (error)
    g_error ("%s", error->message);
}

static void
print (const char *name, double value)
{
  g_print ("%s %.3f\n", name, value);
}

static void
shell (const char *format, ...)
{
  g_autofree char *command = NULL;
  g_autofree char *said = NULL;
  const char *argv[] = { "sh", "-ec", NULL, NULL };
  g_autoptr (GError) error = NULL;
  va_list args;
  int status;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  argv[2] = command;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                NULL, &said, &status, &error);
  must (error);
  if (status != 0)
    g_error ("%s: %s", command, said);
}

static double
since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  qsort (values, TIMES, sizeof *values, compare_doubles);
  return values[TIMES / 2];
}

/* --- Ana and Bo ----------------------------------------------------------- */

static void
commit (Bench *bench, EwStore *store, EwEdit *edit)
{
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *tip = NULL;

  g_ptr_array_add (edits, ew_board_edit_new (bench->board, edit));
  tip = ew_store_commit (store, edits, "Bench", &error);
  must (error);
}

/* Of @count notes from the one numbered @first on, spread over the board. */
static EwEdit *
reword (Bench *bench, guint first, guint count)
{
  EwEdit *edit = ew_edit_new ("");

  bench->turn++;
  for (guint i = 0; i < count; i++) {
    gpointer *slot = &bench->notes->pdata[(first + i * 37) % bench->notes->len];
    EwObject *after = ew_object_copy (*slot);
    g_autofree char *text = g_strdup_printf ("turn %u of %u", bench->turn, i);

    ew_object_set_string (after, "text", text);
    ew_edit_add (edit, *slot, after);
    ew_object_unref (*slot);
    *slot = after;
  }
  return edit;
}

static void
change (Bench *bench, EwStore *store, guint first, guint count)
{
  g_autoptr (EwEdit) edit = reword (bench, first, count);

  commit (bench, store, edit);
}

static void
sync_store (EwStore *store)
{
  g_autoptr (GError) error = NULL;
  EwSyncResult result;

  ew_sync (store, &(EwSyncWish){ 0 }, &result, &error);
  must (error);
  ew_sync_result_clear (&result);
}

static void
add_notes (Bench *bench, guint count)
{
  g_autoptr (EwEdit) edit = ew_edit_new ("");
  g_autoptr (EwObject) self = ew_object_new (&ew_kind_board, EW_BOARD_SELF);

  ew_object_set_string (self, "title", "Bench");
  ew_edit_add (edit, NULL, self);
  for (guint i = 0; i < count; i++) {
    EwObject *note = ew_object_new (&ew_kind_note, NULL);
    g_autofree char *text =
        g_strdup_printf ("Note %u, with some words of its own", i);

    ew_object_set_string (note, "text", text);
    ew_object_set_box (note,
                       (EwRect){ i % 300 * SIDE, i / 300 * SIDE, SIDE, SIDE });
    ew_edit_add (edit, NULL, note);
    g_ptr_array_add (bench->notes, note);
  }
  commit (bench, bench->ana, edit);
}

static void
begin (Bench *bench, guint count)
{
  g_autofree char *ana = g_build_filename (bench->folder, "ana", NULL);
  g_autofree char *bo = g_build_filename (bench->folder, "bo", NULL);
  g_autoptr (GError) error = NULL;

  bench->remote = g_build_filename (bench->folder, "team.git", NULL);
  bench->board = g_strdup ("01930000-0000-7000-8000-00000000b0a4");
  bench->notes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  shell ("git init -q --bare '%s'", bench->remote);
  bench->ana = ew_store_create (ana, "Bench", &error);
  must (error);
  add_notes (bench, count);
  ew_store_set_remote (bench->ana, bench->remote, &error);
  must (error);
  sync_store (bench->ana);
  bench->bo = ew_store_clone (bench->remote, bo, NULL, NULL, NULL, &error);
  must (error);
}

static void
end (Bench *bench)
{
  ew_store_free (bench->ana);
  ew_store_free (bench->bo);
  g_ptr_array_unref (bench->notes);
  g_free (bench->remote);
  g_free (bench->board);
}

/* --- One change ----------------------------------------------------------- */

static void
time_commit (Bench *bench)
{
  double times[TIMES];

  change (bench, bench->ana, 0, 1);
  for (guint i = 0; i < TIMES; i++) {
    g_autoptr (EwEdit) edit = reword (bench, i, 1);
    gint64 begin = g_get_monotonic_time ();

    commit (bench, bench->ana, edit);
    times[i] = since (begin);
  }
  print ("commit-ms", median (times));
}

static double
time_sync (Bench *bench)
{
  double times[TIMES];

  sync_store (bench->ana);
  for (guint i = 0; i < TIMES; i++) {
    g_autoptr (EwEdit) edit = reword (bench, i, 1);
    gint64 begin = g_get_monotonic_time ();

    commit (bench, bench->ana, edit);
    sync_store (bench->ana);
    times[i] = since (begin);
  }
  return median (times);
}

/* What people without the program would do. */
static double
time_git (Bench *bench)
{
  g_autofree char *copy = g_build_filename (bench->folder, "copy", NULL);
  double times[TIMES];

  shell ("git clone -q '%s' '%s'", bench->remote, copy);
  for (guint i = 0; i < TIMES; i++) {
    gint64 begin;

    shell ("cd '%s' && file=$(ls boards/*/objects/*.json | head -1) && "
           "sed -i '2s/\"kind\":\"note\"/&,\"bench%u\":1/' $file",
           copy, i);
    begin = g_get_monotonic_time ();
    shell ("cd '%s' && git add -A && git commit -qm Bench && git push -q",
           copy);
    times[i] = since (begin);
  }
  return median (times);
}

/* --- Ten and ten ---------------------------------------------------------- */

static void
fetch (EwStore *store, const char *url, git_oid *tip)
{
  EwWatch watch = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (EwRemote) remote = ew_remote_open (url, store, &watch, &error);

  must (error);
  if (!ew_remote_tip (remote, "refs/heads/main", tip, &error) ||
      !ew_remote_fetch (remote, store, tip, &watch, &error))
    must (error);
}

static void
carry (Bench *bench, const git_oid *onto)
{
  EwWatch watch = { 0 };
  g_autoptr (GArray) commits = g_array_new (FALSE, FALSE, sizeof (git_oid));
  EwCarry carrying = { bench->bo, commits, *onto, &watch };
  g_autoptr (GError) error = NULL;
  git_oid mine, tip;

  ew_ref_read (bench->bo->repo, bench->bo->branch, &mine, &error);
  must (error);
  g_array_append_val (commits, mine);
  ew_carry (&carrying, &tip, &error);
  must (error);
}

/* As it happens, with the disk; and the work alone, in time of the processor
 * and without waiting until the disk has it. */
static void
time_merge (Bench *bench)
{
  double whole[TIMES], work[TIMES];

  for (guint i = 0; i < TIMES; i++) {
    git_oid theirs;
    gint64 begin;

    sync_store (bench->bo);
    change (bench, bench->ana, 0, HALF);
    change (bench, bench->bo, HALF * 37, HALF);
    sync_store (bench->ana);
    fetch (bench->bo, bench->remote, &theirs);
    begin = g_get_monotonic_time ();
    carry (bench, &theirs);
    whole[i] = since (begin);
    git_libgit2_opts (GIT_OPT_ENABLE_FSYNC_GITDIR, 0);
    work[i] = -cpu_ms ();
    carry (bench, &theirs);
    work[i] += cpu_ms ();
    git_libgit2_opts (GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    sync_store (bench->bo);
    sync_store (bench->ana);
  }
  print ("merge-ms", median (work));
  print ("merge+disk-ms", median (whole));
}

/* --- The open board ------------------------------------------------------- */

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer slot)
{
  *(GAsyncResult **) slot = g_object_ref (result);
}

/* Returns: (transfer full).  @longest: (out): what the main thread did at one
 * stretch, however often others took its place. */
static GAsyncResult *
await (GAsyncResult **slot, double *longest)
{
  *longest = 0;
  while (*slot == NULL) {
    double begin = cpu_ms ();

    g_main_context_iteration (NULL, TRUE);
    *longest = MAX (*longest, cpu_ms () - begin);
  }
  return g_steal_pointer (slot);
}

static void
time_pull (Bench *bench, EwSession *session)
{
  double longest, times[TIMES];

  for (guint i = 0; i < TIMES; i++) {
    GAsyncResult *slot = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;

    change (bench, bench->ana, i, 2 * HALF);
    sync_store (bench->ana);
    ew_session_sync_async (session, ready_cb, &slot);
    result = await (&slot, &longest);
    ew_session_sync_finish (session, result, NULL, NULL, &error);
    must (error);
    times[i] = longest;
  }
  print ("pull-pause-ms", median (times));
}

static void
with_session (Bench *bench)
{
  g_autofree char *dir = g_strdup (ew_store_dir (bench->bo));
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (EwSession) session = NULL;
  g_autoptr (GError) error = NULL;
  double longest;

  sync_store (bench->bo);
  g_clear_pointer (&bench->bo, ew_store_free);
  ew_session_open_async (dir, NULL, ready_cb, &slot);
  opened = await (&slot, &longest);
  session = ew_session_open_finish (opened, &error);
  must (error);
  ew_session_load_async (session, bench->board, NULL, ready_cb, &slot);
  loaded = await (&slot, &longest);
  ew_session_load_finish (session, loaded, &error);
  must (error);
  time_pull (bench, session);
  ew_session_close_async (session, ready_cb, &slot);
  closed = await (&slot, &longest);
}

/* --- Cancel --------------------------------------------------------------- */

typedef struct {
  char *url, *dir; /* dir: to clone into; NULL: only to look */
  GCancellable *cancellable;
  GMutex lock;
  GCond cond;
  bool is_reached;
} Wait;

static void
reached (Wait *wait)
{
  g_mutex_lock (&wait->lock);
  wait->is_reached = true;
  g_cond_signal (&wait->cond);
  g_mutex_unlock (&wait->lock);
}

static void
progress_cb (double fraction, const char *what, gpointer data)
{
  reached (data);
}

static gpointer
wait_thread (gpointer data)
{
  Wait *wait = data;
  g_autoptr (GError) error = NULL;

  if (wait->dir) {
    EwWish wish = { progress_cb, wait, wait->cancellable, NULL, NULL };

    ew_store_free (ew_store_join (&(EwPlace){ .url = wait->url }, wait->dir,
                                  &wish, &error));
  } else {
    EwWatch watch = { .cancellable = wait->cancellable };

    ew_remote_free (ew_remote_open (wait->url, NULL, &watch, &error));
  }
  if (!g_error_matches (error, EW_ERROR, EW_ERROR_CANCELLED))
    g_error ("not cancelled: %s", error ? error->message : "it was done");
  return NULL;
}

static double
time_cancel (Wait *wait)
{
  GThread *thread;
  gint64 begin;

  wait->cancellable = g_cancellable_new ();
  wait->is_reached = false;
  thread = g_thread_new ("wait", wait_thread, wait);
  g_mutex_lock (&wait->lock);
  while (!wait->is_reached)
    g_cond_wait (&wait->cond, &wait->lock);
  g_mutex_unlock (&wait->lock);
  /* It has been silent for a while. */
  g_usleep (300000);
  begin = g_get_monotonic_time ();
  g_cancellable_cancel (wait->cancellable);
  g_thread_join (thread);
  g_clear_object (&wait->cancellable);
  return since (begin);
}

/* Takes every connection and never says a word. */
typedef struct {
  GSocket *socket;
  Wait *wait;
  guint count;
  GPtrArray *open; /* as long as somebody waits */
} Silence;

static gpointer
silence_thread (gpointer data)
{
  Silence *silence = data;
  for (guint i = 0; i < silence->count; i++) {
    g_ptr_array_add (silence->open,
                     g_socket_accept (silence->socket, NULL, NULL));
    reached (silence->wait);
  }
  return NULL;
}

static guint
listen_on (GSocket *socket)
{
  g_autoptr (GInetAddress) loopback =
      g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) at = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_bind (socket, any, FALSE, &error);
  must (error);
  g_socket_listen (socket, &error);
  must (error);
  at = g_socket_get_local_address (socket, &error);
  must (error);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (at));
}

static void
time_cancel_stalled (const char *name, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocket) socket =
      g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM,
                    G_SOCKET_PROTOCOL_TCP, &error);
  Wait wait = { 0 };
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_object_unref);
  Silence silence = { socket, &wait, TIMES, open };
  double times[TIMES];
  guint port;
  GThread *thread;

  must (error);
  port = listen_on (socket);
  wait.url = g_strdup_printf ("%s127.0.0.1:%u/x.git", format, port);
  thread = g_thread_new ("silence", silence_thread, &silence);
  for (guint i = 0; i < TIMES; i++)
    times[i] = time_cancel (&wait);
  g_thread_join (thread);
  g_free (wait.url);
  print (name, median (times));
}

/* Much that nothing can be said about in fewer bytes. */
static void
time_cancel_fetch (Bench *bench)
{
  Wait wait = {
    .url = g_build_filename (bench->folder, "long.git", NULL),
    .dir = g_build_filename (bench->folder, "never", NULL),
  };
  double times[TIMES];

  shell ("git init -q -b main '%s/long' && cd '%s/long' && "
         "head -c 40000000 /dev/urandom | split -b 20000 -a 4 - f && "
         "git add -A && git commit -qm Long && git clone -q --bare . '%s'",
         bench->folder, bench->folder, wait.url);
  for (guint i = 0; i < TIMES; i++)
    times[i] = time_cancel (&wait);
  print ("cancel-fetch-ms", median (times));
  g_free (wait.url);
  g_free (wait.dir);
}

/* --- All of it ------------------------------------------------------------ */

static void
set_up (const char *folder)
{
  g_autofree char *config = g_build_filename (folder, ".gitconfig", NULL);

  g_file_set_contents (config,
                       "[user]\nname = Bench\nemail = bench@example.org\n"
                       "[init]\ndefaultBranch = main\n",
                       -1, NULL);
  g_setenv ("HOME", folder, TRUE);
  g_setenv ("GIT_AUTHOR_NAME", "Bench", TRUE);
  g_setenv ("GIT_AUTHOR_EMAIL", "bench@example.org", TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  double sync, git;

  if (argc != 3)
    return 2;
  bench.folder = argv[2];
  set_up (bench.folder);
  begin (&bench, (guint) g_ascii_strtoull (argv[1], NULL, 10));
  time_commit (&bench);
  sync = time_sync (&bench);
  print ("sync-ms", sync);
  time_merge (&bench);
  with_session (&bench);
  git = time_git (&bench);
  print ("git-ms", git);
  print ("sync/git", sync / git);
  time_cancel_stalled ("cancel-ssh-ms", "ssh://bench@");
  time_cancel_stalled ("cancel-https-ms", "https://");
  time_cancel_fetch (&bench);
  end (&bench);
  return 0;
}
