#include "ew-session-authors.h"

#include "ew-session-private.h"

/* What was found is kept with the session, board by board; only the main thread
 * looks there, the git thread is handed finished tables. */
#define KEY "ew-authors"

typedef struct {
  char *board, *tip, *known_tip;
  GHashTable *known, *found;
} Authors;

static void
authors_free (gpointer data)
{
  Authors *authors = data;

  g_free (authors->board);
  g_free (authors->tip);
  g_free (authors->known_tip);
  g_clear_pointer (&authors->known, g_hash_table_unref);
  g_clear_pointer (&authors->found, g_hash_table_unref);
  g_free (authors);
}

static GHashTable *
kept (EwSession *session)
{
  GHashTable *boards = g_object_get_data (G_OBJECT (session), KEY);

  if (boards)
    return boards;
  boards = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, authors_free);
  g_object_set_data_full (G_OBJECT (session), KEY, boards,
                          (GDestroyNotify) g_hash_table_unref);
  return boards;
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  EwSession *session = source;
  Authors *authors = data;
  GError *error = NULL;

  authors->found = ew_store_authors (session->store, authors->board,
                                     authors->tip, authors->known,
                                     authors->known_tip, cancellable, &error);
  if (authors->found)
    g_task_return_pointer (task, g_hash_table_ref (authors->found),
                           (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

void
ew_session_authors_async (EwSession *session, const char *board,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Authors *authors;
  const Authors *before;

  g_return_if_fail (EW_IS_SESSION (session) && board != NULL);

  task = g_task_new (session, NULL, callback, data);
  authors = g_new0 (Authors, 1);
  authors->board = g_strdup (board);
  authors->tip = g_strdup (session->tip);
  before = g_hash_table_lookup (kept (session), board);
  if (before) {
    authors->known = g_hash_table_ref (before->found);
    authors->known_tip = g_strdup (before->tip);
  }
  g_task_set_task_data (task, authors, authors_free);
  ew_git_thread_run (session->git, task, work);
}

static void
keep (EwSession *session, const Authors *found)
{
  Authors *authors = g_new0 (Authors, 1);

  authors->board = g_strdup (found->board);
  authors->tip = g_strdup (found->tip);
  authors->found = g_hash_table_ref (found->found);
  g_hash_table_replace (kept (session), authors->board, authors);
}

GHashTable *
ew_session_authors_finish (EwSession *session, GAsyncResult *result,
                           GError **error)
{
  GHashTable *found;

  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found)
    keep (session, g_task_get_task_data (G_TASK (result)));
  return found;
}
