/* Sharing: the remote, and the way there and back. */
#include "ew-session-private.h"

#include "ew-error.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EwSession *session;
  EwSyncManner manner;
  EwSyncResult result;
  GPtrArray *diff;
  guint unpublished;
  GMutex lock; /* guards what is below */
  double fraction;
  char *what;
  bool is_told;
} Syncing;

static void
syncing_free (Syncing *work)
{
  ew_sync_result_clear (&work->result);
  g_clear_pointer (&work->diff, g_ptr_array_unref);
  g_mutex_clear (&work->lock);
  g_free (work->what);
  g_free (work);
}

static gboolean
tell_progress_cb (gpointer data)
{
  GTask *task = data;
  Syncing *work = g_task_get_task_data (task);
  EwSession *self = work->session;

  g_mutex_lock (&work->lock);
  self->sync_fraction = work->fraction;
  g_free (self->sync_what);
  self->sync_what = g_strdup (work->what);
  work->is_told = true;
  g_mutex_unlock (&work->lock);
  if (self->sync)
    ew_session_emit_state (self);
  return G_SOURCE_REMOVE;
}

/* On the git thread; libgit2 reports every object, a window wants a few a
 * second: the next is sent when the last was shown. */
static void
progress_cb (double fraction, const char *what, gpointer data)
{
  GTask *task = data;
  Syncing *work = g_task_get_task_data (task);

  g_mutex_lock (&work->lock);
  work->fraction = fraction;
  g_free (work->what);
  work->what = g_strdup (what);
  bool send = work->is_told;
  work->is_told = false;
  g_mutex_unlock (&work->lock);
  if (send)
    g_idle_add_full (G_PRIORITY_DEFAULT, tell_progress_cb, g_object_ref (task),
                     g_object_unref);
}

static bool
sync_store (GTask *task, Syncing *work, GError **error)
{
  EwSession *self = work->session;
  EwSyncWish wish = {
    .progress = progress_cb,
    .data = task,
    .cancellable = g_task_get_cancellable (task),
    .in_background = work->manner == EW_SYNC_IN_BACKGROUND,
    .accept_rewritten = work->manner == EW_SYNC_ACCEPT_REWRITTEN,
  };
  if (!ew_sync (self->store, &wish, &work->result, error))
    return false;
  if (!ew_store_unpublished (self->store, &work->unpublished, error))
    return false;
  work->diff = ew_session_diff_to (self, work->result.tip, error);
  return work->diff != NULL;
}

static void
sync_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  GError *error = NULL;
  if (sync_store (task, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
answer (GTask *waiter, const Syncing *work, const GError *error)
{
  if (error) {
    g_task_return_error (waiter, g_error_copy (error));
    return;
  }
  guint *counts = g_new (guint, 2);
  counts[0] = work->result.received;
  counts[1] = work->result.published;
  g_task_return_pointer (waiter, counts, g_free);
}

static void start_sync (EwSession *self, EwSyncManner manner);

/* Somebody asked while one ran in the background, which could not ask for what
 * it lacked. */
static bool
begins_again (EwSession *self, const GError *error)
{
  return error && self->sync_wanted != self->sync_manner &&
         self->sync_wanted != EW_SYNC_IN_BACKGROUND &&
         !g_error_matches (error, EW_ERROR, EW_ERROR_CANCELLED);
}

static void
answer_all (EwSession *self, const Syncing *work, const GError *error)
{
  g_autoptr (GPtrArray) waiters = g_steal_pointer (&self->sync_waiters);

  self->sync_waiters = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiters->len; i++)
    answer (g_ptr_array_index (waiters, i), work, error);
}

static void
end_sync (EwSession *self, const Syncing *work, const GError *error)
{
  self->sync = NULL;
  g_clear_object (&self->sync_cancellable);
  g_clear_pointer (&self->sync_what, g_free);
  if (begins_again (self, error)) {
    start_sync (self, self->sync_wanted);
    return;
  }

  /* To be cancelled is not a failure. */
  bool is_cancelled = g_error_matches (error, EW_ERROR, EW_ERROR_CANCELLED);
  ew_session_set_error (&self->sync_error, is_cancelled ? NULL : error);
  ew_session_plan_sync (self, error);
  ew_session_emit_state (self);
  answer_all (self, work, error);
}

static void
synced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwSession *self = EW_SESSION (source);
  Syncing *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    self->unpublished = work->unpublished;
    self->synced_at = g_get_real_time () / G_USEC_PER_SEC;
    ew_session_advance (self, work->result.tip, work->diff);
    ew_session_tidy (self);
  }
  end_sync (self, work, error);
}

static void
commit_then_sync_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwSession *self = EW_SESSION (source);
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (ew_session_commit_finish (self, result, &error))
    ew_git_thread_run (self->git, task, sync_work);
  else
    g_task_return_error (task, error);
}

static void
start_sync (EwSession *self, EwSyncManner manner)
{
  Syncing *work = g_new0 (Syncing, 1);

  g_mutex_init (&work->lock);
  work->session = self;
  work->manner = manner;
  work->is_told = true;
  self->sync_manner = self->sync_wanted = manner;
  self->sync_cancellable = g_cancellable_new ();
  self->sync_fraction = -1;
  self->sync = g_task_new (self, self->sync_cancellable, synced_cb, NULL);
  /* What was cancelled after the work was done is done all the same. */
  g_task_set_check_cancellable (self->sync, FALSE);
  g_task_set_task_data (self->sync, work, (GDestroyNotify) syncing_free);
  ew_session_emit_state (self);
  ew_session_commit_async (self, commit_then_sync_cb, self->sync);
}

void
ew_session_sync_as_async (EwSession *self, EwSyncManner manner,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self));

  g_ptr_array_add (self->sync_waiters, g_task_new (self, NULL, callback, data));
  if (!self->sync)
    start_sync (self, manner);
  else if (manner != EW_SYNC_IN_BACKGROUND)
    self->sync_wanted = manner;
}

void
ew_session_sync_async (EwSession *self, GAsyncReadyCallback callback,
                       gpointer data)
{
  ew_session_sync_as_async (self, EW_SYNC_ASKED, callback, data);
}

bool
ew_session_sync_finish (EwSession *self, GAsyncResult *result, guint *received,
                        guint *published, GError **error)
{
  g_autofree guint *counts = g_task_propagate_pointer (G_TASK (result), error);
  if (counts == NULL)
    return false;
  if (received)
    *received = counts[0];
  if (published)
    *published = counts[1];
  return true;
}

void
ew_session_cancel_sync (EwSession *self)
{
  if (self->sync_cancellable)
    g_cancellable_cancel (self->sync_cancellable);
}

typedef struct {
  char *url;
  guint unpublished;
} Remoting;

static void
remoting_free (Remoting *work)
{
  g_free (work->url);
  g_free (work);
}

static void
remote_work (GTask *task, gpointer source, gpointer data,
             GCancellable *cancellable)
{
  EwSession *self = source;
  Remoting *work = data;
  GError *error = NULL;
  char *url = NULL;

  if (ew_store_set_remote (self->store, work->url, &error) &&
      ew_store_unpublished (self->store, &work->unpublished, &error))
    url = ew_store_remote (self->store, &error);
  if (url)
    g_task_return_pointer (task, url, g_free);
  else
    g_task_return_error (task, error);
}

void
ew_session_set_remote_async (EwSession *self, const char *url,
                             GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self));
  Remoting *work = g_new0 (Remoting, 1);
  work->url = g_strdup (url);
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  g_task_set_task_data (task, work, (GDestroyNotify) remoting_free);
  ew_git_thread_run (self->git, task, remote_work);
}

bool
ew_session_set_remote_finish (EwSession *self, GAsyncResult *result,
                              GError **error)
{
  const Remoting *work = g_task_get_task_data (G_TASK (result));
  char *url = g_task_propagate_pointer (G_TASK (result), error);
  if (url == NULL)
    return false;
  g_free (self->remote);
  self->remote = url;
  self->unpublished = work->unpublished;
  g_clear_error (&self->sync_error);
  ew_session_plan_sync (self, NULL);
  ew_session_emit_state (self);
  return true;
}
