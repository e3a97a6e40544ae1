/* The board as it was when a walkthrough was recorded.
 *
 * The version it names may be gone: work that is not shared yet is carried onto
 * what others shared meanwhile, as other versions.  Then the one of that time
 * stands for it. */
#include "ew-window-private.h"

#include "ew-id.h"
#include "ew-walkthrough.h"
#include "ew-window-walkthrough.h"

typedef struct {
  EwWindow *window;
  char *board;
  gint64 began; /* seconds since 1970; 0: nobody knows */
  bool exact;
  GCancellable *cancellable;
  EwWindowRecorded done;
  gpointer data;
} Search;

static void
finish (Search *search, EwBoard *board)
{
  search->done (search->window, board, search->exact, search->data);
  g_object_unref (search->window);
  g_clear_object (&search->cancellable);
  g_free (search->board);
  g_free (search);
}

static void
fallback_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  finish (data, ew_session_load_at_finish (EW_SESSION (source), result, NULL));
}

/* The last one before it began; they come newest first.
 * Returns: (nullable). */
static const EwVersion *
version_of_time (GPtrArray *versions, gint64 began)
{
  const EwVersion *found = NULL;

  for (guint i = 0; i < versions->len; i++) {
    found = versions->pdata[i];
    if (found->time <= began)
      return found;
  }
  return found;
}

static void
logged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = data;
  g_autoptr (GPtrArray) versions =
      ew_session_log_finish (EW_SESSION (source), result, NULL);
  const EwVersion *version =
      versions ? version_of_time (versions, search->began) : NULL;

  if (version == NULL || g_cancellable_is_cancelled (search->cancellable))
    finish (search, NULL);
  else
    ew_session_load_at_async (EW_SESSION (source), search->board, version->rev,
                              search->cancellable, fallback_cb, search);
}

static void
exact_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Search *search = data;
  EwBoard *board =
      ew_session_load_at_finish (EW_SESSION (source), result, NULL);

  search->exact = board != NULL;
  if (board != NULL || search->began == 0 ||
      g_cancellable_is_cancelled (search->cancellable))
    finish (search, board);
  else
    ew_session_log_async (EW_SESSION (source), search->board, logged_cb,
                          search);
}

void
ew_window_load_recorded (EwWindow *window, const EwWalkthrough *walk,
                         GCancellable *cancellable, EwWindowRecorded done,
                         gpointer data)
{
  Search *search = g_new0 (Search, 1);
  gint64 kept = ew_id_time (walk->object.id);

  search->window = g_object_ref (window);
  search->board = g_strdup (window->board);
  search->began = kept > 0 ? (kept - ew_walkthrough_length (walk)) / 1000 : 0;
  search->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  search->done = done;
  search->data = data;
  if (*walk->commit == '\0')
    finish (search, NULL);
  else
    ew_session_load_at_async (window->session, search->board, walk->commit,
                              cancellable, exact_cb, search);
}
