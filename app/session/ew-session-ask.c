/* Questions to the store that change nothing. */
#include "ew-session-private.h"

static void
log_work (GTask *task, gpointer source, gpointer data,
          GCancellable *cancellable)
{
  EwSession *self = source;
  GError *error = NULL;
  GPtrArray *versions = ew_store_log (self->store, data, 0, &error);
  if (versions == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, versions, (GDestroyNotify) g_ptr_array_unref);
}

void
ew_session_log_async (EwSession *self, const char *board,
                      GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self));
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  g_task_set_task_data (task, g_strdup (board), g_free);
  ew_git_thread_run (self->git, task, log_work);
}

GPtrArray *
ew_session_log_finish (EwSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
check_work (GTask *task, gpointer source, gpointer data,
            GCancellable *cancellable)
{
  EwSession *self = source;
  GError *error = NULL;
  GPtrArray *faults =
      ew_store_check (self->store, NULL, NULL, cancellable, &error);
  if (faults == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, faults, (GDestroyNotify) g_ptr_array_unref);
}

void
ew_session_check_async (EwSession *self, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self));
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  ew_git_thread_run (self->git, task, check_work);
}

GPtrArray *
ew_session_check_finish (EwSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
