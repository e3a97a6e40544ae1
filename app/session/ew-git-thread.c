#include "ew-git-thread.h"

struct _EwGitThread {
  GThreadPool *pool;
};

typedef struct {
  GTask *task;
  GTaskThreadFunc work;
} Job;

static gboolean
release_cb (gpointer task)
{
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

/* The last reference to a task may be the last to its session, and a session
 * waits for this very thread when it goes: let go where the task was made. */
static void
release_task (GTask *task)
{
  GSource *source = g_idle_source_new ();
  g_source_set_callback (source, release_cb, task, NULL);
  g_source_attach (source, g_task_get_context (task));
  g_source_unref (source);
}

static void
run_job (gpointer data, gpointer user_data)
{
  Job *job = data;
  job->work (job->task, g_task_get_source_object (job->task),
             g_task_get_task_data (job->task),
             g_task_get_cancellable (job->task));
  release_task (job->task);
  g_free (job);
}

EwGitThread *
ew_git_thread_new (void)
{
  EwGitThread *thread = g_new0 (EwGitThread, 1);
  thread->pool = g_thread_pool_new (run_job, NULL, 1, FALSE, NULL);
  return thread;
}

void
ew_git_thread_free (EwGitThread *thread)
{
  if (thread == NULL)
    return;
  g_thread_pool_free (thread->pool, FALSE, TRUE);
  g_free (thread);
}

void
ew_git_thread_run (EwGitThread *thread, GTask *task, GTaskThreadFunc work)
{
  Job *job = g_new (Job, 1);
  job->task = g_object_ref (task);
  job->work = work;
  g_thread_pool_push (thread->pool, job, NULL);
}
