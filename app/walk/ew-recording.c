#include "ew-recording.h"

#include "ew-error.h"
#include "ew-id.h"
#include "ew-sound.h"
#include "ew-track-json.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define GROUP "recording"

struct _EwRecording {
  char *dir, *workspace, *board, *commit;
  GPtrArray *pieces; /* of EwSoundPiece; path NULL without sound */
  EwTrack *track;
  guint written; /* events that were handed to the writer */
  GThreadPool *writer;
  int lock; /* of the folder, held as long as this lives */
};

/* --- The writer --------------------------------------------------------- */

typedef struct {
  char *path, *text;
  bool appends;
} Job;

static void
append_to (const char *path, const char *text)
{
  int fd = g_open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  gsize left = strlen (text);

  while (fd >= 0 && left > 0) {
    gssize n = write (fd, text, left);

    if (n < 0 && errno != EINTR)
      break;
    text += MAX (n, 0);
    left -= (gsize) MAX (n, 0);
  }
  if (fd >= 0)
    close (fd);
}

static void
write_job (gpointer data, gpointer unused)
{
  g_autofree Job *job = data;

  if (job->appends)
    append_to (job->path, job->text);
  else
    g_file_set_contents (job->path, job->text, -1, NULL);
  g_free (job->path);
  g_free (job->text);
}

/* Takes @text. */
static void
hand_over (EwRecording *recording, const char *file, char *text, bool appends)
{
  Job *job = g_new (Job, 1);

  *job = (Job){ g_build_filename (recording->dir, file, NULL), text, appends };
  g_thread_pool_push (recording->writer, job, NULL);
}

static void
save_head (EwRecording *recording)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, GROUP, "workspace", recording->workspace);
  g_key_file_set_string (file, GROUP, "board", recording->board);
  g_key_file_set_string (file, GROUP, "commit", recording->commit);
  for (guint i = 0; i < recording->pieces->len; i++) {
    const EwSoundPiece *piece = recording->pieces->pdata[i];
    g_autofree char *key = g_strdup_printf ("piece-%u", i);
    g_autofree char *name =
        piece->path ? g_path_get_basename (piece->path) : g_strdup ("-");
    g_autofree char *value =
        g_strdup_printf ("%s %" G_GINT64_FORMAT, name, piece->to);

    g_key_file_set_string (file, GROUP, key, value);
  }
  hand_over (recording, "recording.ini", g_key_file_to_data (file, NULL, NULL),
             false);
}

void
ew_recording_flush (EwRecording *recording)
{
  guint n = ew_track_size (recording->track);

  if (n == recording->written)
    return;
  hand_over (recording, "track.json",
             ew_track_write_tail (recording->track, recording->written), true);
  recording->written = n;
}

/* --- Beginning ---------------------------------------------------------- */

char *
ew_recordings_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "elsewhen", "recordings",
                           NULL);
}

static bool
is_locked (const char *dir, int *fd)
{
  *fd = g_open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  return *fd < 0 || flock (*fd, LOCK_EX | LOCK_NB) != 0;
}

static void
take_lock (EwRecording *recording)
{
  if (!is_locked (recording->dir, &recording->lock) || recording->lock < 0)
    return;
  close (recording->lock);
  recording->lock = -1;
}

static EwRecording *
recording_new (const char *dir)
{
  EwRecording *recording = g_new0 (EwRecording, 1);

  recording->dir = g_strdup (dir);
  recording->pieces =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_sound_piece_free);
  recording->writer = g_thread_pool_new (write_job, NULL, 1, FALSE, NULL);
  recording->lock = -1;
  return recording;
}

EwRecording *
ew_recording_begin (const char *root, const char *workspace, const char *board,
                    const char *commit, GError **error)
{
  g_autoptr (GRefString) id = ew_id_new ();
  g_autofree char *dir = g_build_filename (root, id, NULL);
  EwRecording *recording;

  if (g_mkdir_with_parents (dir, 0700) != 0) {
    g_set_error (
        error, EW_ERROR, errno == ENOSPC ? EW_ERROR_NO_SPACE : EW_ERROR_FAILED,
        _ ("Nothing can be recorded in %s: %s"), root, g_strerror (errno));
    return NULL;
  }
  recording = recording_new (dir);
  recording->workspace = g_strdup (workspace);
  recording->board = g_strdup (board);
  recording->commit = g_strdup (commit);
  recording->track = ew_track_new ();
  take_lock (recording);
  save_head (recording);
  return recording;
}

/* --- What was left ------------------------------------------------------ */

static char *
get (GKeyFile *file, const char *key)
{
  char *value = g_key_file_get_string (file, GROUP, key, NULL);

  return value ? value : g_strdup ("");
}

/* `sound-0.ogg 61240`; a piece that nobody ended is as long as its sound. */
static EwSoundPiece *
read_piece (const char *dir, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", 2);
  gint64 to = words[0] && words[1] ? g_ascii_strtoll (words[1], NULL, 10) : 0;
  g_autofree char *name = g_path_get_basename (words[0] ? words[0] : "-");
  g_autofree char *path = g_build_filename (dir, name, NULL);

  if (g_str_equal (name, "-"))
    return ew_sound_piece_new (NULL, 0, MAX (to, 0));
  return ew_sound_piece_new (path, 0, to < 0 ? ew_sound_length (path) : to);
}

static void
read_pieces (EwRecording *recording, GKeyFile *file)
{
  for (guint i = 0;; i++) {
    g_autofree char *key = g_strdup_printf ("piece-%u", i);
    g_autofree char *value = g_key_file_get_string (file, GROUP, key, NULL);

    if (!value)
      return;
    g_ptr_array_add (recording->pieces, read_piece (recording->dir, value));
  }
}

static EwTrack *
read_track (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "track.json", NULL);
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return ew_track_new ();
  return ew_track_read (text, length, faults);
}

/* Without sound a piece that nobody ended is as long as its events. */
static void
mend_end (EwRecording *recording)
{
  guint n = recording->pieces->len;
  EwSoundPiece *last = n > 0 ? recording->pieces->pdata[n - 1] : NULL;
  gint64 more =
      ew_track_duration (recording->track) - ew_recording_length (recording);

  if (last && !last->path && more > 0)
    last->to += more;
}

EwRecording *
ew_recording_open (const char *dir, GError **error)
{
  g_autofree char *path = g_build_filename (dir, "recording.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) reason = NULL;
  EwRecording *recording;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &reason)) {
    g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED,
                 _ ("The recording in %s cannot be read: %s"), dir,
                 reason->message);
    return NULL;
  }
  recording = recording_new (dir);
  recording->workspace = get (file, "workspace");
  recording->board = get (file, "board");
  recording->commit = get (file, "commit");
  recording->track = read_track (dir);
  recording->written = ew_track_size (recording->track);
  read_pieces (recording, file);
  mend_end (recording);
  take_lock (recording);
  return recording;
}

static bool
is_of_workspace (const char *dir, const char *workspace)
{
  g_autofree char *path = g_build_filename (dir, "recording.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *is = NULL;
  int fd;
  bool locked = is_locked (dir, &fd);

  if (fd >= 0)
    close (fd);
  if (locked || !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return false;
  is = get (file, "workspace");
  return g_str_equal (is, workspace);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

GPtrArray *
ew_recordings_find (const char *root, const char *workspace)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (root, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *dir = g_build_filename (root, name, NULL);

    if (is_of_workspace (dir, workspace))
      g_ptr_array_add (found, g_steal_pointer (&dir));
  }
  g_ptr_array_sort (found, compare_words);
  return found;
}

/* --- Its end ------------------------------------------------------------ */

void
ew_recording_free (EwRecording *recording)
{
  ew_recording_flush (recording);
  g_thread_pool_free (recording->writer, FALSE, TRUE);
  if (recording->lock >= 0)
    close (recording->lock);
  g_ptr_array_unref (recording->pieces);
  ew_track_unref (recording->track);
  g_free (recording->dir);
  g_free (recording->workspace);
  g_free (recording->board);
  g_free (recording->commit);
  g_free (recording);
}

static void
remove_folder (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *path = g_build_filename (dir, name, NULL);

    g_unlink (path);
  }
  g_rmdir (dir);
}

void
ew_recording_delete (EwRecording *recording)
{
  g_autofree char *dir = g_strdup (recording->dir);

  ew_recording_free (recording);
  remove_folder (dir);
}

const char *
ew_recording_dir (EwRecording *recording)
{
  return recording->dir;
}

const char *
ew_recording_board (EwRecording *recording)
{
  return recording->board;
}

const char *
ew_recording_commit (EwRecording *recording)
{
  return recording->commit;
}

EwTrack *
ew_recording_track (EwRecording *recording)
{
  return recording->track;
}

/* --- Pieces ------------------------------------------------------------- */

gint64
ew_recording_length (EwRecording *recording)
{
  gint64 length = 0;

  for (guint i = 0; i < recording->pieces->len; i++)
    length += MAX (((EwSoundPiece *) recording->pieces->pdata[i])->to, 0);
  return length;
}

/* A name that no piece had, not even one that was redone. */
static char *
new_path (EwRecording *recording)
{
  for (guint i = 0;; i++) {
    g_autofree char *name = g_strdup_printf ("sound-%u.ogg", i);
    g_autofree char *path = g_build_filename (recording->dir, name, NULL);

    if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return g_steal_pointer (&path);
  }
}

char *
ew_recording_add_piece (EwRecording *recording, bool has_sound)
{
  g_autofree char *path = has_sound ? new_path (recording) : NULL;

  g_ptr_array_add (recording->pieces, ew_sound_piece_new (path, 0, -1));
  save_head (recording);
  return g_steal_pointer (&path);
}

void
ew_recording_end_piece (EwRecording *recording, gint64 ms)
{
  EwSoundPiece *last;

  g_return_if_fail (recording->pieces->len > 0);
  last = recording->pieces->pdata[recording->pieces->len - 1];
  last->to = ms / EW_SOUND_STEP * EW_SOUND_STEP;
  save_head (recording);
  ew_recording_flush (recording);
}

static void
cut_pieces (EwRecording *recording, gint64 ms)
{
  gint64 start = 0;
  guint keep = 0;

  for (; keep < recording->pieces->len && start < ms; keep++) {
    EwSoundPiece *piece = recording->pieces->pdata[keep];

    piece->to = MIN (piece->to, ms - start);
    start += piece->to;
  }
  g_ptr_array_set_size (recording->pieces, (int) keep);
}

void
ew_recording_cut (EwRecording *recording, gint64 ms)
{
  gint64 at = ms / EW_SOUND_STEP * EW_SOUND_STEP;
  EwTrack *cut = ew_track_cut (recording->track, 0, at);

  cut_pieces (recording, at);
  ew_track_unref (recording->track);
  recording->track = cut;
  recording->written = ew_track_size (cut);
  hand_over (recording, "track.json", ew_track_write_tail (cut, 0), false);
  save_head (recording);
}

/* --- What becomes of it ------------------------------------------------- */

void
ew_recorded_free (EwRecorded *recorded)
{
  g_clear_pointer (&recorded->track, g_bytes_unref);
  g_clear_pointer (&recorded->sound, g_bytes_unref);
  g_free (recorded->chapters);
  g_free (recorded);
}

typedef struct {
  GPtrArray *pieces;
  EwTrack *track;
  char *dir;
  gint64 from, to;
} Finish;

static void
finish_free (gpointer data)
{
  Finish *finish = data;

  g_ptr_array_unref (finish->pieces);
  ew_track_unref (finish->track);
  g_free (finish->dir);
  g_free (finish);
}

/* The parts of the pieces that lie in @from…@to of the whole. */
static GPtrArray *
trimmed (GPtrArray *pieces, gint64 from, gint64 to)
{
  GPtrArray *parts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_sound_piece_free);
  gint64 start = 0;

  for (guint i = 0; i < pieces->len; i++) {
    const EwSoundPiece *piece = pieces->pdata[i];
    gint64 first = MAX (from - start, 0), last = MIN (to - start, piece->to);

    if (piece->path && first < last)
      g_ptr_array_add (parts, ew_sound_piece_new (piece->path, first, last));
    start += MAX (piece->to, 0);
  }
  return parts;
}

static GBytes *
join (const Finish *finish, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) parts =
      trimmed (finish->pieces, finish->from, finish->to);
  g_autofree char *path = g_build_filename (finish->dir, "joined.ogg", NULL);
  char *data;
  gsize size;

  if (parts->len == 0)
    return g_bytes_new (NULL, 0);
  if (!ew_sound_join (parts, path, cancellable, error) ||
      !g_file_get_contents (path, &data, &size, error))
    return NULL;
  g_unlink (path);
  return g_bytes_new_take (data, size);
}

static void
finish_work (GTask *task, gpointer source, gpointer data,
             GCancellable *cancellable)
{
  const Finish *finish = data;
  GError *error = NULL;
  GBytes *sound = join (finish, cancellable, &error);
  EwRecorded *recorded;
  char *text;

  if (!sound) {
    g_task_return_error (task, error);
    return;
  }
  recorded = g_new0 (EwRecorded, 1);
  text = ew_track_write (finish->track);
  recorded->track = g_bytes_new_take (text, strlen (text));
  recorded->chapters = ew_track_chapters (finish->track);
  recorded->length = ew_track_duration (finish->track);
  recorded->sound = g_bytes_get_size (sound) > 0 ? sound : NULL;
  if (!recorded->sound)
    g_bytes_unref (sound);
  g_task_return_pointer (task, recorded, (GDestroyNotify) ew_recorded_free);
}

static GPtrArray *
copy_pieces (GPtrArray *pieces)
{
  return trimmed (pieces, 0, G_MAXINT64 / 2);
}

void
ew_recording_finish_async (EwRecording *recording, gint64 from, gint64 to,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Finish *finish = g_new0 (Finish, 1);

  finish->from = MAX (from, 0) / EW_SOUND_STEP * EW_SOUND_STEP;
  finish->to =
      MIN (to, ew_recording_length (recording)) / EW_SOUND_STEP * EW_SOUND_STEP;
  finish->to = MAX (finish->to, finish->from);
  ew_track_set_duration (recording->track, ew_recording_length (recording));
  finish->track = ew_track_cut (recording->track, finish->from, finish->to);
  finish->pieces = copy_pieces (recording->pieces);
  finish->dir = g_strdup (recording->dir);
  g_task_set_task_data (task, finish, finish_free);
  g_task_run_in_thread (task, finish_work);
}

EwRecorded *
ew_recording_finish_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
