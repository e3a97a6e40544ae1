/* Opening boards: for editing, or as they once were. */
#include "ew-session-private.h"

#include "ew-error.h"
#include "ew-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  char *id, *rev;
  EwBoard *board;
  GPtrArray *faults;
} Loading;

static Loading *
loading_new (const char *board, const char *rev)
{
  Loading *loading = g_new0 (Loading, 1);
  loading->id = g_strdup (board);
  loading->rev = g_strdup (rev);
  loading->faults = ew_faults_new ();
  return loading;
}

static void
loading_free (Loading *loading)
{
  g_free (loading->id);
  g_free (loading->rev);
  g_clear_pointer (&loading->board, ew_board_unref);
  g_clear_pointer (&loading->faults, g_ptr_array_unref);
  g_free (loading);
}

static void
load_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  EwSession *self = source;
  Loading *loading = data;
  GError *error = NULL;

  loading->board = ew_store_load (self->store, loading->rev, loading->id,
                                  loading->faults, cancellable, &error);
  if (loading->board == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* What is not in a commit yet goes on top. */
static void
add_uncommitted (EwSession *self, EwBoard *board)
{
  g_autoptr (EwEdit) local = ew_session_uncommitted (self, ew_board_id (board));
  g_autoptr (EwEdit) edit = ew_merge_carry (board, local);
  ew_notice_free (ew_board_apply (board, edit));
}

static void
take_board (EwSession *self, Loading *loading)
{
  if (ew_session_get_open (self, loading->id))
    return;
  EwOpenBoard *open = g_new0 (EwOpenBoard, 1);
  open->board = g_steal_pointer (&loading->board);
  open->faults = g_steal_pointer (&loading->faults);
  add_uncommitted (self, open->board);
  g_hash_table_insert (self->open, g_strdup (loading->id), open);
}

static void start_load (EwSession *self, const char *board);

/* A board whose every object is still in the journal is in no commit. */
static bool
is_only_pending (EwSession *self, const char *board, const GError *error)
{
  g_autoptr (EwEdit) local = ew_session_uncommitted (self, board);
  return g_error_matches (error, EW_ERROR, EW_ERROR_NOT_FOUND) &&
         !ew_edit_is_empty (local);
}

/* Everybody who waits for a board gets the same. */
static void
answer_all (EwSession *self, const char *board, GError *error)
{
  g_autoptr (GPtrArray) waiting =
      g_ptr_array_ref (g_hash_table_lookup (self->loads, board));

  g_hash_table_remove (self->loads, board);
  for (guint i = 0; i < waiting->len; i++)
    if (error)
      g_task_return_error (waiting->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (waiting->pdata[i], TRUE);
  g_clear_error (&error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwSession *self = EW_SESSION (source);
  Loading *loading = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  bool is_loaded = g_task_propagate_boolean (G_TASK (result), &error);
  /* The tip moved meanwhile: what was read is old. */
  if (strcmp (loading->rev, self->tip) != 0) {
    g_clear_error (&error);
    start_load (self, loading->id);
    return;
  }
  if (!is_loaded && is_only_pending (self, loading->id, error)) {
    g_clear_error (&error);
    loading->board = ew_board_new (loading->id);
    is_loaded = true;
  }
  if (is_loaded)
    take_board (self, loading);
  answer_all (self, loading->id, error);
}

/* Goes on when one of them no longer waits: who left may come back to it, and
 * somebody else may wait for it too. */
static void
start_load (EwSession *self, const char *board)
{
  g_autoptr (GTask) task = g_task_new (self, self->closing, loaded_cb, NULL);
  g_task_set_task_data (task, loading_new (board, self->tip),
                        (GDestroyNotify) loading_free);
  ew_git_thread_run (self->git, task, load_work);
}

void
ew_session_load_async (EwSession *self, const char *board,
                       GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self) && board != NULL);
  GTask *task = g_task_new (self, cancellable, callback, data);
  g_task_set_task_data (task, g_strdup (board), g_free);
  if (ew_session_get_open (self, board)) {
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
    return;
  }
  GPtrArray *waiting = g_hash_table_lookup (self->loads, board);
  if (waiting) {
    g_ptr_array_add (waiting, task);
    return;
  }
  waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (waiting, task);
  g_hash_table_insert (self->loads, g_strdup (board), waiting);
  start_load (self, board);
}

const EwBoard *
ew_session_load_finish (EwSession *self, GAsyncResult *result, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return ew_session_board (self, g_task_get_task_data (G_TASK (result)));
}

static void
load_at_work (GTask *task, gpointer source, gpointer data,
              GCancellable *cancellable)
{
  EwSession *self = source;
  Loading *loading = data;
  GError *error = NULL;
  EwBoard *board = ew_store_load (self->store, loading->rev, loading->id,
                                  loading->faults, cancellable, &error);
  if (board == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, board, (GDestroyNotify) ew_board_unref);
}

void
ew_session_load_at_async (EwSession *self, const char *board, const char *rev,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self) && board != NULL && rev != NULL);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_task_set_task_data (task, loading_new (board, rev),
                        (GDestroyNotify) loading_free);
  ew_git_thread_run (self->git, task, load_at_work);
}

EwBoard *
ew_session_load_at_finish (EwSession *self, GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
repair_work (GTask *task, gpointer source, gpointer data,
             GCancellable *cancellable)
{
  EwSession *self = source;
  GError *error = NULL;
  if (!ew_store_repair (self->store, data, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  EwSession *self = EW_SESSION (source);
  GError *error = NULL;

  if (!ew_session_load_finish (self, result, &error)) {
    g_task_return_error (outer, error);
    return;
  }
  g_signal_emit (self, ew_session_signals[EW_SESSION_FAULTS_CHANGED], 0,
                 g_task_get_task_data (outer));
  g_task_return_boolean (outer, TRUE);
}

/* A repair is a commit: the next commit finds it and moves the tip; here the
 * board is read anew so that nothing stale remains. */
static void
repaired_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  EwSession *self = EW_SESSION (source);
  const char *board = g_task_get_task_data (outer);
  GError *error = NULL;

  if (!ew_session_commit_finish (self, result, &error)) {
    g_task_return_error (outer, error);
    return;
  }
  ew_session_unload (self, board);
  ew_session_load_async (self, board, NULL, reloaded_cb,
                         g_steal_pointer (&outer));
}

static void
repair_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  EwSession *self = EW_SESSION (source);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (outer, error);
  else
    ew_session_commit_async (self, repaired_cb, g_steal_pointer (&outer));
}

void
ew_session_repair_async (EwSession *self, const char *board,
                         GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self) && board != NULL);
  GTask *outer = g_task_new (self, NULL, callback, data);
  g_task_set_task_data (outer, g_strdup (board), g_free);
  g_autoptr (GTask) task = g_task_new (self, NULL, repair_done_cb, outer);
  g_task_set_task_data (task, g_strdup (board), g_free);
  ew_git_thread_run (self->git, task, repair_work);
}

bool
ew_session_repair_finish (EwSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
