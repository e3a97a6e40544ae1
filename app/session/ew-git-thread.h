/* The git thread: one thread that does all that touches libgit2, in order.
 *
 * Private to the session. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EwGitThread EwGitThread;

EwGitThread *ew_git_thread_new (void);
/* Lets what is queued finish, waits for it. */
void ew_git_thread_free (EwGitThread *thread);

/* Runs @work on the thread; it ends with g_task_return_*(), and the task's
 * callback comes in the main context that made the task. */
void ew_git_thread_run (EwGitThread *thread, GTask *task, GTaskThreadFunc work);
/* Runs @work on the thread and waits for its end; from any other thread. */
void ew_git_thread_call (EwGitThread *thread, void (*work) (gpointer data),
                         gpointer data);

G_END_DECLS
