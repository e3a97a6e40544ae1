/* Looking at a remote before it is used. */
#include "ew-session-private.h"

static void
probe_work (GTask *task, gpointer source, gpointer url,
            GCancellable *cancellable)
{
  EwSession *self = source;
  GError *error = NULL;
  if (ew_store_probe (self->store, url, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ew_session_probe_async (EwSession *self, const char *url,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer data)
{
  g_return_if_fail (EW_IS_SESSION (self) && url != NULL);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_task_set_task_data (task, g_strdup (url), g_free);
  ew_git_thread_run (self->git, task, probe_work);
}

bool
ew_session_probe_finish (EwSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
