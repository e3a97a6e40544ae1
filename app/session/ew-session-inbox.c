/* What is new, and what waits: read on the git thread, from a picture of the
 * session that was taken on the main one. */
#include "ew-session-talk.h"

#include "ew-error.h"
#include "ew-session-private.h"

#include <string.h>

/* --- Since ---------------------------------------------------------------- */

typedef struct {
  char *board, *rev, *tip;
  char **me;
} Since;

static void
since_free (Since *since)
{
  g_free (since->board);
  g_free (since->rev);
  g_free (since->tip);
  g_strfreev (since->me);
  g_free (since);
}

static int
compare_news (gconstpointer a, gconstpointer b)
{
  const EwNews *one = *(const EwNews **) a;
  const EwNews *two = *(const EwNews **) b;
  int order = g_utf8_collate (one->who, two->who);

  if (order)
    return order;
  return one->time < two->time ? -1 : one->time > two->time;
}

static GPtrArray *
nothing_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ew_news_free);
}

/* A version that is no longer here is as good as this one: better to miss what
 * is old than to call everything new. */
static GPtrArray *
read_news (EwSession *self, const Since *since, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GError) reason = NULL;
  GPtrArray *news =
      ew_store_news (self->store, since->board, since->rev, since->tip,
                     (const char *const *) since->me, cancellable, &reason);

  if (news)
    g_ptr_array_sort (news, compare_news);
  else if (g_error_matches (reason, EW_ERROR, EW_ERROR_NOT_FOUND))
    news = nothing_new ();
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return news;
}

static void
since_work (GTask *task, gpointer source, gpointer data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *news = read_news (source, data, cancellable, &error);

  if (news)
    g_task_return_pointer (task, news, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static Since *
since_new (EwSession *self, const char *board, const char *rev)
{
  Since *since = g_new (Since, 1);

  *since = (Since){
    g_strdup (board),
    g_strdup (rev ? rev : ew_marks_get (self->marks, EW_MARK_SEEN, board)),
    g_strdup (self->tip), ew_session_my_emails (self)
  };
  return since;
}

void
ew_session_since_async (EwSession *self, const char *board, const char *rev,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_task_data (task, since_new (self, board, rev),
                        (GDestroyNotify) since_free);
  ew_git_thread_run (self->git, task, since_work);
}

GPtrArray *
ew_session_since_finish (EwSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- The inbox ------------------------------------------------------------ */

typedef struct {
  char *id, *title;
  EwEdit *local; /* what is in no commit yet */
  EwObject *self; /* its own entry, or NULL */
  Since *since;
  /* What the git thread found. */
  GPtrArray *threads, *news;
  const EwNaming *namings[EW_ROLES]; /* the session's */
} Look;

static void
look_free (Look *look)
{
  g_free (look->id);
  g_free (look->title);
  ew_edit_unref (look->local);
  g_clear_pointer (&look->self, ew_object_unref);
  since_free (look->since);
  g_clear_pointer (&look->threads, g_ptr_array_unref);
  g_clear_pointer (&look->news, g_ptr_array_unref);
  g_free (look);
}

typedef struct {
  GPtrArray *looks; /* of Look */
  GPtrArray *members;
  EwMarks *marks;
  char **me;
  char *tip;
  gint64 now;
} Asking;

static void
asking_free (Asking *asking)
{
  g_ptr_array_unref (asking->looks);
  g_ptr_array_unref (asking->members);
  ew_marks_free (asking->marks);
  g_strfreev (asking->me);
  g_free (asking->tip);
  g_free (asking);
}

/* Threads of a board as it was when its files had this key. */
typedef struct {
  char *key;
  GPtrArray *threads;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->key);
  g_ptr_array_unref (known->threads);
  g_free (known);
}

static GPtrArray *
threads_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
}

/* A board that cannot be read has nothing to say here; its own bar does. */
static GPtrArray *
read_threads (EwSession *self, const char *id, const char *tip,
              GCancellable *cancellable)
{
  GPtrArray *threads = ew_store_load_kind (self->store, tip, id,
                                           &ew_kind_thread, cancellable, NULL);

  return threads ? threads : threads_new ();
}

/* Only boards whose files changed are read again. */
static GPtrArray *
known_threads (EwSession *self, const char *id, const char *tip,
               GCancellable *cancellable)
{
  g_autofree char *key = ew_store_board_key (self->store, tip, id, NULL);
  Known *known = g_hash_table_lookup (self->known_threads, id);

  if (known && g_strcmp0 (known->key, key) == 0)
    return g_ptr_array_ref (known->threads);
  known = g_new (Known, 1);
  known->threads = read_threads (self, id, tip, cancellable);
  known->key = g_steal_pointer (&key);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&known->key, g_free);
  g_hash_table_replace (self->known_threads, g_strdup (id), known);
  return g_ptr_array_ref (known->threads);
}

/* @threads as they are with @local on top. */
static GPtrArray *
with_local (GPtrArray *threads, const EwEdit *local)
{
  GPtrArray *all = threads_new ();

  for (guint i = 0; i < threads->len; i++) {
    const EwObject *thread = g_ptr_array_index (threads, i);

    if (!ew_edit_find (local, thread->id))
      g_ptr_array_add (all, ew_object_ref (thread));
  }
  for (guint i = 0; i < ew_edit_size (local); i++) {
    const EwObject *after = ew_edit_at (local, i)->after;

    if (after && ew_thread_from_object (after))
      g_ptr_array_add (all, ew_object_ref (after));
  }
  return all;
}

/* Only the history of boards that name me is read. */
static void
look_for_namings (EwSession *self, Look *look, const Asking *asking,
                  GCancellable *cancellable)
{
  const char *const *me = (const char *const *) asking->me;
  EwIntent intent = ew_intent_of (look->self);

  for (guint role = 0; role < EW_ROLES; role++)
    if (ew_intent_names (&intent, role, me))
      look->namings[role] =
          ew_namings_find (self->namings, self->store,
                           &(EwNamingWish){ look->id, look->self, role, me },
                           asking->tip, cancellable);
}

static bool
look_at_board (EwSession *self, Look *look, const Asking *asking,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) threads =
      known_threads (self, look->id, asking->tip, cancellable);

  look->threads = with_local (threads, look->local);
  look_for_namings (self, look, asking, cancellable);
  look->news = read_news (self, look->since, cancellable, error);
  return look->news != NULL;
}

static GPtrArray *
build (const Asking *asking)
{
  g_autoptr (GPtrArray) boards = g_ptr_array_new_with_free_func (g_free);
  EwInboxView view = { (const char *const *) asking->me, asking->members,
                       asking->marks, asking->now };

  for (guint i = 0; i < asking->looks->len; i++) {
    const Look *look = g_ptr_array_index (asking->looks, i);
    EwInboxBoard board = { .id = look->id,
                           .title = look->title,
                           .threads = look->threads,
                           .news = look->news,
                           .self = look->self };

    memcpy (board.namings, look->namings, sizeof board.namings);
    g_ptr_array_add (boards, g_memdup2 (&board, sizeof board));
  }
  return ew_inbox_build (&view, boards);
}

static void
inbox_work (GTask *task, gpointer source, gpointer data,
            GCancellable *cancellable)
{
  Asking *asking = data;
  GError *error = NULL;

  for (guint i = 0; i < asking->looks->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, &error) ||
        !look_at_board (source, g_ptr_array_index (asking->looks, i), asking,
                        cancellable, &error)) {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_pointer (task, build (asking),
                         (GDestroyNotify) g_ptr_array_unref);
}

/* As it is with @local on top.  Returns: (transfer full) (nullable). */
static EwObject *
self_of (const EwBoardEntry *entry, const EwEdit *local)
{
  const EwChange *change = ew_edit_find (local, EW_BOARD_SELF);
  const EwObject *self = change && change->after ? change->after : entry->self;

  return self ? ew_object_ref (self) : NULL;
}

static Look *
look_new (EwSession *self, const EwBoardEntry *entry)
{
  Look *look = g_new0 (Look, 1);

  look->id = g_strdup (entry->id);
  look->title =
      g_strdup (entry->self ? ew_object_get_string (entry->self, "title") : "");
  look->local = ew_session_uncommitted (self, entry->id);
  look->self = self_of (entry, look->local);
  look->since = since_new (self, entry->id, NULL);
  return look;
}

void
ew_session_inbox_async (EwSession *self, gint64 now, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Asking *asking = g_new0 (Asking, 1);

  asking->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) look_free);
  for (guint i = 0; i < self->boards->len; i++)
    g_ptr_array_add (asking->looks,
                     look_new (self, g_ptr_array_index (self->boards, i)));
  asking->members = g_ptr_array_ref (self->members);
  asking->marks = ew_marks_copy (self->marks);
  asking->me = ew_session_my_emails (self);
  asking->tip = g_strdup (self->tip);
  asking->now = now;
  g_task_set_task_data (task, asking, (GDestroyNotify) asking_free);
  ew_git_thread_run (self->git, task, inbox_work);
}

GPtrArray *
ew_session_inbox_finish (EwSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GHashTable *
ew_session_known_threads_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
}
