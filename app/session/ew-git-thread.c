#include "ew-git-thread.h"

#include <stdbool.h>

struct _EwGitThread {
  GThreadPool *pool;
};

typedef struct {
  GTask *task;
  GTaskThreadFunc work;
  struct _Call *call; /* instead of the task, or NULL */
} Job;

/* Somebody waits for it. */
typedef struct _Call {
  void (*work) (gpointer data);
  gpointer data;
  GMutex lock;
  GCond ended;
  bool is_done;
} Call;

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

/* The caller frees it as soon as the lock is open again. */
static void
run_call (Call *call)
{
  call->work (call->data);
  g_mutex_lock (&call->lock);
  call->is_done = true;
  g_cond_signal (&call->ended);
  g_mutex_unlock (&call->lock);
}

static void
run_task (Job *job)
{
  job->work (job->task, g_task_get_source_object (job->task),
             g_task_get_task_data (job->task),
             g_task_get_cancellable (job->task));
  release_task (job->task);
}

static void
run_job (gpointer data, gpointer user_data)
{
  Job *job = data;
  if (job->call)
    run_call (job->call);
  else
    run_task (job);
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
  Job *job = g_new0 (Job, 1);
  job->task = g_object_ref (task);
  job->work = work;
  g_thread_pool_push (thread->pool, job, NULL);
}

void
ew_git_thread_call (EwGitThread *thread, void (*work) (gpointer data),
                    gpointer data)
{
  Call call = { .work = work, .data = data };
  Job *job = g_new0 (Job, 1);
  job->call = &call;
  g_mutex_init (&call.lock);
  g_cond_init (&call.ended);
  g_thread_pool_push (thread->pool, job, NULL);
  g_mutex_lock (&call.lock);
  while (!call.is_done)
    g_cond_wait (&call.ended, &call.lock);
  g_mutex_unlock (&call.lock);
  g_cond_clear (&call.ended);
  g_mutex_clear (&call.lock);
}
