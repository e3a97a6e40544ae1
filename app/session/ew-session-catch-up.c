/* Asks the inbox, then each board that has news for them, and plans the tour.
 */
#include "ew-session-private.h"
#include "ew-session-talk.h"

#include <string.h>

typedef struct {
  char *first; /* the board to begin with, or NULL */
  GPtrArray *items;
  GPtrArray *boards; /* of EwCatchUpBoard: those that were asked */
  GPtrArray *rest; /* of EwCatchUpBoard: those that were not yet */
} Collect;

static void
collect_free (Collect *collect)
{
  g_free (collect->first);
  g_clear_pointer (&collect->items, g_ptr_array_unref);
  g_ptr_array_unref (collect->boards);
  g_ptr_array_unref (collect->rest);
  g_free (collect);
}

static GPtrArray *
boards_new (void)
{
  return g_ptr_array_new_with_free_func (
      (GDestroyNotify) ew_catch_up_board_free);
}

static bool
is_listed (GPtrArray *items, const char *board)
{
  for (guint i = 0; i < items->len; i++) {
    const EwInboxItem *item = g_ptr_array_index (items, i);

    if (strcmp (item->board, board) == 0)
      return true;
  }
  return false;
}

/* What was put off, or is not followed, is not listed, and not toured. */
static bool
has_news (GPtrArray *items, const char *board)
{
  for (guint i = 0; i < items->len; i++) {
    const EwInboxItem *item = g_ptr_array_index (items, i);

    if (item->what == EW_INBOX_BOARD && strcmp (item->board, board) == 0)
      return true;
  }
  return false;
}

static EwCatchUpBoard *
board_new (const EwBoardEntry *entry)
{
  EwCatchUpBoard *board = g_new0 (EwCatchUpBoard, 1);

  board->id = g_strdup (entry->id);
  board->title =
      g_strdup (entry->self ? ew_object_get_string (entry->self, "title") : "");
  board->news = g_ptr_array_new_with_free_func ((GDestroyNotify) ew_news_free);
  return board;
}

static void
list_boards (EwSession *self, Collect *collect)
{
  GPtrArray *entries = ew_session_boards (self);

  for (guint i = 0; i < entries->len; i++) {
    const EwBoardEntry *entry = g_ptr_array_index (entries, i);
    bool is_first = g_strcmp0 (entry->id, collect->first) == 0;

    if (is_listed (collect->items, entry->id))
      g_ptr_array_insert (collect->rest, is_first ? 0 : -1, board_new (entry));
  }
}

static void ask_next (GTask *task);

static void
news_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Collect *collect = g_task_get_task_data (task);
  EwCatchUpBoard *board =
      g_ptr_array_index (collect->boards, collect->boards->len - 1);
  GError *error = NULL;
  GPtrArray *news =
      ew_session_since_finish (EW_SESSION (source), result, &error);

  if (!news) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  g_ptr_array_unref (board->news);
  board->news = news;
  ask_next (task);
}

/* Takes @task. */
static void
ask_next (GTask *task)
{
  Collect *collect = g_task_get_task_data (task);
  EwCatchUpBoard *board;

  if (collect->rest->len == 0) {
    g_task_return_pointer (task,
                           ew_catch_up_plan (collect->boards, collect->items),
                           (GDestroyNotify) g_ptr_array_unref);
    g_object_unref (task);
    return;
  }
  board = g_ptr_array_steal_index (collect->rest, 0);
  g_ptr_array_add (collect->boards, board);
  if (has_news (collect->items, board->id))
    ew_session_since_async (g_task_get_source_object (task), board->id, NULL,
                            g_task_get_cancellable (task), news_cb, task);
  else
    ask_next (task);
}

static void
inbox_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Collect *collect = g_task_get_task_data (task);
  GError *error = NULL;

  collect->items =
      ew_session_inbox_finish (EW_SESSION (source), result, &error);
  if (!collect->items) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  list_boards (EW_SESSION (source), collect);
  ask_next (task);
}

void
ew_session_catch_up_async (EwSession *self, const char *first, gint64 now,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Collect *collect = g_new0 (Collect, 1);

  collect->first = g_strdup (first);
  collect->boards = boards_new ();
  collect->rest = boards_new ();
  g_task_set_task_data (task, collect, (GDestroyNotify) collect_free);
  ew_session_inbox_async (self, now, cancellable, inbox_cb, task);
}

GPtrArray *
ew_session_catch_up_finish (EwSession *self, GAsyncResult *result,
                            GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
