#include "ew-journal.h"

#include "ew-edit-json.h"
#include "ew-git.h"
#include "ew-id.h"
#include "ew-journal-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Writing each key press by itself would wear out a disk; a quarter of a second
 * of them go together, which leaves time within the half that is promised. */
#define GATHER_USEC (G_USEC_PER_SEC / 4)

/* The number of every segment that a crash left; 0 is no segment. */
#define TAKEN_OVER 1

/* Lines of one segment that wait for the disk. */
typedef struct {
  guint segment;
  GString *lines;
} Batch;

typedef struct {
  guint number;
  EwJournalFile *file;
} Segment;

struct _EwJournal {
  char *dir, *word;
  GThread *thread;
  GMainContext *context;
  EwJournalSaved saved;
  gpointer data;

  GMutex mutex;
  GCond wake, done;
  GQueue waiting; /* of Batch, oldest first                         */
  GSource *notice; /* for the main context; NULL: none is on its way */
  GError *failure; /* of the last try; NULL when it went well        */
  guint segment; /* where new lines go                             */
  guint forgotten; /* segments up to this one are to go              */
  guint appended; /* grows with each append                         */
  guint tried; /* what `appended` was when the last try began     */
  guint asked, answered; /* by ew_journal_flush(): which try to wait for   */
  bool busy, closing;

  GPtrArray *segments; /* of Segment; the writer's own */
};

static void
batch_free (Batch *batch)
{
  g_string_free (batch->lines, TRUE);
  g_free (batch);
}

static void
segment_free (gpointer data)
{
  Segment *segment = data;

  ew_journal_file_free (segment->file);
  g_free (segment);
}

static void
add_segment (EwJournal *journal, guint number, EwJournalFile *file)
{
  Segment segment = { number, file };

  g_ptr_array_add (journal->segments, g_memdup2 (&segment, sizeof segment));
}

static EwJournalFile *
find_file (EwJournal *journal, guint number, GError **error)
{
  EwJournalFile *file;

  for (guint i = 0; i < journal->segments->len; i++) {
    Segment *segment = journal->segments->pdata[i];

    if (segment->number == number)
      return segment->file;
  }
  file = ew_journal_file_new (journal->dir, journal->word, number, error);
  if (file)
    add_segment (journal, number, file);
  return file;
}

static void
drop_segments (EwJournal *journal, guint up_to)
{
  for (guint i = journal->segments->len; i > 0; i--) {
    Segment *segment = journal->segments->pdata[i - 1];

    if (segment->number > up_to)
      continue;
    ew_journal_file_forget (segment->file);
    g_ptr_array_remove_index (journal->segments, i - 1);
  }
}

/* With the mutex held: what a verified commit holds need not reach the disk
 * any more. */
static void
drop_batches (EwJournal *journal)
{
  Batch *batch;

  while ((batch = g_queue_peek_head (&journal->waiting)) &&
         batch->segment <= journal->forgotten)
    batch_free (g_queue_pop_head (&journal->waiting));
}

static gboolean
notify_cb (gpointer data)
{
  EwJournal *journal = data;
  g_autoptr (GError) failure = NULL;
  bool all_saved;

  g_mutex_lock (&journal->mutex);
  g_clear_pointer (&journal->notice, g_source_unref);
  failure = journal->failure ? g_error_copy (journal->failure) : NULL;
  all_saved = g_queue_is_empty (&journal->waiting) && !journal->busy;
  g_mutex_unlock (&journal->mutex);
  if (journal->saved && (failure || all_saved))
    journal->saved (failure, journal->data);
  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static void
notify (EwJournal *journal)
{
  if (journal->notice || journal->closing)
    return;
  journal->notice = g_idle_source_new ();
  g_source_set_priority (journal->notice, G_PRIORITY_DEFAULT);
  g_source_set_callback (journal->notice, notify_cb, journal, NULL);
  g_source_attach (journal->notice, journal->context);
}

/* Returns: whether @batch is on the disk. */
static bool
write_batch (EwJournal *journal, Batch *batch, GError **error)
{
  EwJournalFile *file = find_file (journal, batch->segment, error);

  return file && ew_journal_file_append (file, batch->lines->str,
                                         batch->lines->len, error);
}

/* With the mutex held, which is let go while the disk works.  A batch that
 * could not be written goes back to where it was. */
static void
write_waiting (EwJournal *journal)
{
  Batch *batch;

  journal->tried = journal->appended;
  g_clear_error (&journal->failure);
  drop_batches (journal);
  while (!journal->failure && (batch = g_queue_pop_head (&journal->waiting))) {
    g_autoptr (GError) failure = NULL;
    bool ok;

    journal->busy = true;
    g_mutex_unlock (&journal->mutex);
    ok = write_batch (journal, batch, &failure);
    g_mutex_lock (&journal->mutex);
    journal->busy = false;
    if (ok)
      batch_free (batch);
    else
      g_queue_push_head (&journal->waiting, batch);
    journal->failure = g_steal_pointer (&failure);
  }
}

/* With the mutex held. */
static bool
has_forgotten (EwJournal *journal)
{
  for (guint i = 0; i < journal->segments->len; i++)
    if (((Segment *) journal->segments->pdata[i])->number <= journal->forgotten)
      return true;
  return false;
}

static bool
has_work (EwJournal *journal)
{
  return journal->closing || journal->asked != journal->answered ||
         journal->tried != journal->appended || has_forgotten (journal);
}

static void
forget_segments (EwJournal *journal)
{
  guint up_to = journal->forgotten;

  journal->busy = true;
  g_mutex_unlock (&journal->mutex);
  drop_segments (journal, up_to);
  g_mutex_lock (&journal->mutex);
  journal->busy = false;
}

static void
gather (EwJournal *journal)
{
  gint64 until = g_get_monotonic_time () + GATHER_USEC;

  while (journal->asked == journal->answered && !journal->closing &&
         g_cond_wait_until (&journal->wake, &journal->mutex, until))
    ;
}

static gpointer
write_thread (gpointer data)
{
  EwJournal *journal = data;
  bool closing = false;

  g_mutex_lock (&journal->mutex);
  while (!closing) {
    guint asked;

    while (!has_work (journal))
      g_cond_wait (&journal->wake, &journal->mutex);
    gather (journal);
    closing = journal->closing;
    asked = journal->asked;
    write_waiting (journal);
    if (has_forgotten (journal))
      forget_segments (journal);
    journal->answered = asked;
    notify (journal);
    g_cond_broadcast (&journal->done);
  }
  g_mutex_unlock (&journal->mutex);
  return NULL;
}

static bool
recover_edit (const char *json, gsize length, gpointer recovered)
{
  g_autofree char *board = NULL;
  g_autoptr (EwEdit) edit = ew_edit_from_json (json, length, &board, NULL);

  if (!edit)
    return false;
  g_ptr_array_add (recovered, ew_board_edit_new (board, edit));
  return true;
}

/* What a crash left becomes part of this journal as it is: no copy, so no room
 * is needed even on a full disk. */
static void
take_over (EwJournal *journal, const char *name, GPtrArray *recovered)
{
  g_autofree char *path = g_build_filename (journal->dir, name, NULL);
  g_autoptr (EwJournalFile) file = ew_journal_file_adopt (path);
  guint good;

  if (!file)
    return;
  good = ew_journal_file_read (file, recover_edit, recovered);
  if (good > 0)
    add_segment (journal, TAKEN_OVER, g_steal_pointer (&file));
  else
    ew_journal_file_forget (file);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* Names sort by the time their program began, then by number. */
static GPtrArray *
list_files (const char *dir, GError **error)
{
  g_autoptr (GDir) listing = g_dir_open (dir, 0, NULL);
  GPtrArray *names;
  const char *name;

  if (!listing) {
    ew_errno_fail (error, errno, _ ("The journal in “%s” cannot be opened"),
                   dir);
    return NULL;
  }
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (listing)))
    if (g_str_has_prefix (name, "journal-"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static EwJournal *
new_journal (const char *dir)
{
  EwJournal *journal = g_new0 (EwJournal, 1);
  char *word = ew_id_new ();

  journal->dir = g_strdup (dir);
  journal->word = g_strdup (word);
  g_ref_string_release (word);
  journal->context = g_main_context_ref_thread_default ();
  journal->segments = g_ptr_array_new_with_free_func (segment_free);
  journal->segment = TAKEN_OVER + 1;
  g_mutex_init (&journal->mutex);
  g_cond_init (&journal->wake);
  g_cond_init (&journal->done);
  g_queue_init (&journal->waiting);
  return journal;
}

EwJournal *
ew_journal_open (const char *dir, GPtrArray **recovered, EwJournalSaved saved,
                 gpointer data, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  EwJournal *journal;

  g_return_val_if_fail (dir && recovered, NULL);

  *recovered = NULL;
  g_mkdir_with_parents (dir, 0700);
  names = list_files (dir, error);
  if (!names)
    return NULL;
  journal = new_journal (dir);
  journal->saved = saved;
  journal->data = data;
  *recovered =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  for (guint i = 0; i < names->len; i++)
    take_over (journal, names->pdata[i], *recovered);
  journal->thread = g_thread_new ("ew-journal", write_thread, journal);
  return journal;
}

static void
free_journal (EwJournal *journal)
{
  g_queue_clear_full (&journal->waiting, (GDestroyNotify) batch_free);
  g_ptr_array_unref (journal->segments);
  g_clear_error (&journal->failure);
  g_main_context_unref (journal->context);
  g_mutex_clear (&journal->mutex);
  g_cond_clear (&journal->wake);
  g_cond_clear (&journal->done);
  g_free (journal->dir);
  g_free (journal->word);
  g_free (journal);
}

void
ew_journal_close (EwJournal *journal)
{
  if (!journal)
    return;
  g_mutex_lock (&journal->mutex);
  journal->closing = true;
  g_cond_signal (&journal->wake);
  g_mutex_unlock (&journal->mutex);
  g_thread_join (journal->thread);
  if (journal->notice) {
    g_source_destroy (journal->notice);
    g_source_unref (journal->notice);
  }
  free_journal (journal);
}

void
ew_journal_append (EwJournal *journal, const char *board, const EwEdit *edit)
{
  g_autofree char *json = NULL;
  Batch *batch;

  g_return_if_fail (journal && board && edit);

  json = ew_edit_to_json (board, edit);
  g_mutex_lock (&journal->mutex);
  batch = g_queue_peek_tail (&journal->waiting);
  if (!batch || batch->segment != journal->segment) {
    batch = g_new (Batch, 1);
    *batch = (Batch){ journal->segment, g_string_new (NULL) };
    g_queue_push_tail (&journal->waiting, batch);
  }
  ew_journal_line_append (batch->lines, json);
  journal->appended++;
  g_cond_signal (&journal->wake);
  g_mutex_unlock (&journal->mutex);
}

bool
ew_journal_flush (EwJournal *journal, GError **error)
{
  GError *failure = NULL;
  guint ticket;

  g_return_val_if_fail (journal, false);

  g_mutex_lock (&journal->mutex);
  ticket = ++journal->asked;
  g_cond_signal (&journal->wake);
  while ((gint) (journal->answered - ticket) < 0)
    g_cond_wait (&journal->done, &journal->mutex);
  if (journal->failure)
    failure = g_error_copy (journal->failure);
  g_mutex_unlock (&journal->mutex);
  if (failure)
    g_propagate_error (error, failure);
  return failure == NULL;
}

guint
ew_journal_rotate (EwJournal *journal)
{
  guint up_to;

  g_return_val_if_fail (journal, 0);

  g_mutex_lock (&journal->mutex);
  up_to = journal->segment++;
  g_mutex_unlock (&journal->mutex);
  return up_to;
}

void
ew_journal_forget (EwJournal *journal, guint up_to)
{
  g_return_if_fail (journal);

  g_mutex_lock (&journal->mutex);
  journal->forgotten = MAX (journal->forgotten, up_to);
  g_cond_signal (&journal->wake);
  g_mutex_unlock (&journal->mutex);
}
