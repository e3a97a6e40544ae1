/* Housekeeping, in its turn on the git thread.  Nobody waits for it, and what
 * goes wrong is tried again at the next quiet moment. */
#include "ew-session-private.h"

#include "ew-housekeeping.h"

static void
tidy_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  EwSession *self = source;
  EwTidying tidying;

  ew_store_tidy (self->store, cancellable, &tidying, NULL);
  g_task_return_boolean (task, TRUE);
}

void
ew_session_tidy (EwSession *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->closing, NULL, NULL);

  g_task_set_check_cancellable (task, FALSE);
  ew_git_thread_run (self->git, task, tidy_work);
}
