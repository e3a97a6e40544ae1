#include "ew-session-past.h"

#include "ew-session-private.h"

typedef struct {
  char *board;
  char *what; /* a revision, or the id of an object */
  guint limit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->board);
  g_free (question->what);
  g_free (question);
}

static GTask *
new_task (EwSession *session, Question question, GCancellable *cancellable,
          GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);
  Question *copy = g_new (Question, 1);

  *copy = (Question){ g_strdup (question.board), g_strdup (question.what),
                      question.limit };
  g_task_set_task_data (task, copy, question_free);
  return task;
}

const char *
ew_session_tip (EwSession *session)
{
  g_return_val_if_fail (EW_IS_SESSION (session), "");

  return session->tip;
}

/* --- Versions ------------------------------------------------------------- */

static void
history_work (GTask *task, gpointer source, gpointer data,
              GCancellable *cancellable)
{
  EwSession *session = source;
  const Question *question = data;
  GError *error = NULL;
  EwHistoryPage *page =
      ew_store_history (session->store, question->board, question->what,
                        question->limit, cancellable, &error);

  if (page)
    g_task_return_pointer (task, page, (GDestroyNotify) ew_history_page_free);
  else
    g_task_return_error (task, error);
}

void
ew_session_history_async (EwSession *session, const char *board,
                          const char *from, guint limit,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (EW_IS_SESSION (session) && board != NULL);

  task = new_task (session,
                   (Question){ (char *) board,
                               (char *) (from ? from : session->tip), limit },
                   cancellable, callback, data);
  ew_git_thread_run (session->git, task, history_work);
}

EwHistoryPage *
ew_session_history_finish (EwSession *session, GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- The life of an object ------------------------------------------------ */

static void
biography_work (GTask *task, gpointer source, gpointer data,
                GCancellable *cancellable)
{
  EwSession *session = source;
  const Question *question = data;
  GError *error = NULL;
  GPtrArray *deeds =
      ew_store_biography (session->store, question->board, question->what, NULL,
                          cancellable, &error);

  if (deeds)
    g_task_return_pointer (task, deeds, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ew_session_biography_async (EwSession *session, const char *board,
                            const char *id, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (EW_IS_SESSION (session) && board != NULL && id != NULL);

  task = new_task (session, (Question){ (char *) board, (char *) id, 0 },
                   cancellable, callback, data);
  ew_git_thread_run (session->git, task, biography_work);
}

GPtrArray *
ew_session_biography_finish (EwSession *session, GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- One version, open ---------------------------------------------------- */

/* No id of a board has such a sign in it. */
static char *
name_of (const Question *question)
{
  return g_strdup_printf ("%s@%s", question->board, question->what);
}

static void
past_work (GTask *task, gpointer source, gpointer data,
           GCancellable *cancellable)
{
  EwSession *session = source;
  const Question *question = data;
  GError *error = NULL;
  EwOpenBoard *open = g_new0 (EwOpenBoard, 1);

  open->is_past = true;
  open->faults = ew_faults_new ();
  open->board = ew_store_load (session->store, question->what, question->board,
                               open->faults, cancellable, &error);
  if (open->board) {
    g_task_return_pointer (task, open, (GDestroyNotify) ew_open_board_free);
    return;
  }
  ew_open_board_free (open);
  g_task_return_error (task, error);
}

void
ew_session_open_past_async (EwSession *session, const char *board,
                            const char *rev, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (EW_IS_SESSION (session) && board != NULL && rev != NULL);

  task = new_task (session, (Question){ (char *) board, (char *) rev, 0 },
                   cancellable, callback, data);
  ew_git_thread_run (session->git, task, past_work);
}

char *
ew_session_open_past_finish (EwSession *session, GAsyncResult *result,
                             GError **error)
{
  EwOpenBoard *open;
  char *name;

  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  open = g_task_propagate_pointer (G_TASK (result), error);
  if (!open)
    return NULL;
  name = name_of (g_task_get_task_data (G_TASK (result)));
  g_hash_table_replace (session->open, g_strdup (name), open);
  return name;
}
