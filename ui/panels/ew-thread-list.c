#include "ew-thread-list.h"

#include <string.h>

typedef enum {
  IS_RESOLVED = 1 << 0,
  IS_MINE = 1 << 1,
  IS_UNREAD = 1 << 2,
  IS_ASKING = 1 << 3,
} Flags;

struct _EwThreadItem {
  GObject parent;
  EwObject *thread;
  gint64 time; /* of what was last said, seconds since 1970 */
  Flags flags;
};

G_DEFINE_FINAL_TYPE (EwThreadItem, ew_thread_item, G_TYPE_OBJECT)

struct _EwThreadList {
  EwSession *session; /* of the last update, or NULL */
  GHashTable *items; /* id → EwThreadItem */
  GListStore *store; /* all of them, in order */
  GtkFilter *filter;
  GtkFilterListModel *model;
  EwThreadsWanted wanted;
};

/* --- One thread ----------------------------------------------------------- */

static void
item_finalize (GObject *object)
{
  g_clear_pointer (&EW_THREAD_ITEM (object)->thread, ew_object_unref);
  G_OBJECT_CLASS (ew_thread_item_parent_class)->finalize (object);
}

static void
ew_thread_item_class_init (EwThreadItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = item_finalize;
  g_signal_new ("changed", EW_TYPE_THREAD_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 0);
}

static void
ew_thread_item_init (EwThreadItem *item)
{
}

const EwThread *
ew_thread_item_thread (EwThreadItem *item)
{
  g_return_val_if_fail (EW_IS_THREAD_ITEM (item), NULL);

  return ew_thread_from_object (item->thread);
}

static bool
is_me (char **me, const char *email)
{
  return ew_email_is_among (email, (const char *const *) me);
}

static bool
is_mine (const EwThread *thread, char **me)
{
  for (guint i = 0; i < ew_map_size (thread->messages); i++)
    if (is_me (me,
               ((const EwMessage *) ew_map_value (thread->messages, i))->email))
      return true;
  for (guint i = 0; i < ew_map_size (thread->asks); i++) {
    const EwAsk *ask = (const EwAsk *) ew_map_value (thread->asks, i);

    if (is_me (me, ask->who) || is_me (me, ask->by))
      return true;
  }
  return false;
}

static gint64
time_of (const EwThread *thread)
{
  gint64 time = 0;

  for (guint i = 0; i < ew_map_size (thread->messages); i++)
    time = MAX (time,
                ((const EwMessage *) ew_map_value (thread->messages, i))->at);
  return time;
}

/* Whether its place or its flags are other ones now. */
static bool
item_set (EwThreadItem *item, const EwThread *thread, EwSession *session,
          char **me)
{
  gint64 time = time_of (thread);
  Flags flags = (thread->resolved ? IS_RESOLVED : 0) |
                (is_mine (thread, me) ? IS_MINE : 0) |
                (ew_thread_waits_for (thread, NULL) ? IS_ASKING : 0) |
                (ew_session_unread (session, thread) > 0 ? IS_UNREAD : 0);
  bool differs =
      item->thread == NULL || item->time != time || item->flags != flags;

  g_clear_pointer (&item->thread, ew_object_unref);
  item->thread = ew_object_ref (&thread->object);
  item->time = time;
  item->flags = flags;
  return differs;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const EwThreadItem *one = *(EwThreadItem *const *) a;
  const EwThreadItem *other = *(EwThreadItem *const *) b;

  if (one->time != other->time)
    return one->time > other->time ? -1 : 1;
  /* In the same second: an id begins with when it was made. */
  return strcmp (other->thread->id, one->thread->id);
}

/* --- Which are wanted ----------------------------------------------------- */

static const char *const words[EW_THREADS_N] = { "open", "mine", "unread",
                                                 "asks", "resolved" };

const char *
ew_threads_word (EwThreadsWanted wanted)
{
  g_return_val_if_fail (wanted < EW_THREADS_N, "");

  return words[wanted];
}

EwThreadsWanted
ew_threads_from_word (const char *word)
{
  for (int i = 0; i < EW_THREADS_N; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;
  return EW_THREADS_OPEN;
}

static gboolean
is_wanted (gpointer data, gpointer user_data)
{
  const EwThreadItem *item = data;
  const EwThreadList *list = user_data;

  switch (list->wanted) {
  case EW_THREADS_MINE:
    return item->flags & IS_MINE && !(item->flags & IS_RESOLVED);
  case EW_THREADS_UNREAD:
    return item->flags & IS_UNREAD;
  case EW_THREADS_ASKS:
    return item->flags & IS_ASKING;
  case EW_THREADS_RESOLVED:
    return item->flags & IS_RESOLVED;
  default:
    return !(item->flags & IS_RESOLVED);
  }
}

static void
look_what_is_unread (EwThreadList *list)
{
  GHashTableIter iter;
  gpointer each;

  g_hash_table_iter_init (&iter, list->items);
  while (g_hash_table_iter_next (&iter, NULL, &each)) {
    EwThreadItem *item = each;

    if (ew_session_unread (list->session, ew_thread_item_thread (item)) > 0)
      item->flags |= IS_UNREAD;
    else
      item->flags &= ~IS_UNREAD;
  }
}

void
ew_thread_list_want (EwThreadList *list, EwThreadsWanted wanted)
{
  if (wanted == EW_THREADS_UNREAD && list->session != NULL)
    look_what_is_unread (list);
  list->wanted = wanted;
  gtk_filter_changed (list->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

EwThreadsWanted
ew_thread_list_wanted (EwThreadList *list)
{
  return list->wanted;
}

/* --- In step with the board ----------------------------------------------- */

/* Only what lies between the first and the last difference is put in anew: the
 * rest keeps its rows. */
static void
put_in_order (EwThreadList *list, GPtrArray *items)
{
  GListModel *now = G_LIST_MODEL (list->store);
  guint n = g_list_model_get_n_items (now);
  guint first = 0, same = 0;

  for (; first < MIN (n, items->len); first++) {
    g_autoptr (GObject) there = g_list_model_get_item (now, first);

    if (there != items->pdata[first])
      break;
  }
  for (; same < MIN (n, items->len) - first; same++) {
    g_autoptr (GObject) there = g_list_model_get_item (now, n - 1 - same);

    if (there != items->pdata[items->len - 1 - same])
      break;
  }
  if (n - first - same > 0 || items->len - first - same > 0)
    g_list_store_splice (list->store, first, n - first - same,
                         items->pdata + first, items->len - first - same);
}

typedef struct {
  EwThreadList *list;
  GHashTable *before; /* items that were not met again */
  GPtrArray *items, *changed; /* of EwThreadItem */
  char **me;
  bool differs;
} Update;

static void
take_in (Update *update, const EwThread *thread)
{
  EwThreadList *list = update->list;
  EwThreadItem *item = g_hash_table_lookup (update->before, thread->object.id);
  bool is_new = item == NULL;

  if (is_new)
    item = g_object_new (EW_TYPE_THREAD_ITEM, NULL);
  else
    g_hash_table_steal (update->before, thread->object.id);
  if (item->thread != &thread->object) {
    update->differs |= item_set (item, thread, list->session, update->me);
    g_ptr_array_add (update->changed, item);
  }
  g_hash_table_insert (list->items, item->thread->id, item);
  g_ptr_array_add (update->items, item);
}

/* Pins are the front-most layer, so they are all at the end. */
static void
take_all (Update *update, const EwBoard *board)
{
  for (guint i = board ? ew_board_size (board) : 0; i > 0; i--) {
    const EwObject *object = ew_board_at (board, i - 1);
    const EwThread *thread = ew_thread_from_object (object);

    if (object->kind->layer != EW_LAYER_PINS)
      break;
    if (thread != NULL)
      take_in (update, thread);
  }
}

/* Keyed by the id in the thread they hold, which changes with the thread. */
static GHashTable *
new_items (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

void
ew_thread_list_update (EwThreadList *list, EwSession *session,
                       const EwBoard *board)
{
  g_auto (GStrv) me = session ? ew_session_my_emails (session) : NULL;
  g_autoptr (GHashTable) before = g_steal_pointer (&list->items);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  Update update = { list, before, items, changed, me, false };

  list->items = new_items ();
  g_set_object (&list->session, session);
  take_all (&update, board);
  g_ptr_array_sort (items, compare_items);
  put_in_order (list, items);
  if (update.differs)
    gtk_filter_changed (list->filter, GTK_FILTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < changed->len; i++)
    g_signal_emit_by_name (changed->pdata[i], "changed");
}

guint
ew_thread_list_size (EwThreadList *list)
{
  return g_hash_table_size (list->items);
}

EwThreadItem *
ew_thread_list_get (EwThreadList *list, const char *id)
{
  return g_hash_table_lookup (list->items, id);
}

bool
ew_thread_list_find (EwThreadList *list, const char *id, guint *position)
{
  GListModel *model = G_LIST_MODEL (list->model);
  EwThreadItem *item = ew_thread_list_get (list, id);

  for (guint i = 0; item != NULL && i < g_list_model_get_n_items (model); i++) {
    g_autoptr (EwThreadItem) each = g_list_model_get_item (model, i);

    if (each == item) {
      *position = i;
      return true;
    }
  }
  return false;
}

GListModel *
ew_thread_list_model (EwThreadList *list)
{
  return G_LIST_MODEL (list->model);
}

EwThreadList *
ew_thread_list_new (void)
{
  EwThreadList *list = g_new0 (EwThreadList, 1);

  list->items = new_items ();
  list->store = g_list_store_new (EW_TYPE_THREAD_ITEM);
  list->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, list, NULL));
  list->model = gtk_filter_list_model_new (
      g_object_ref (G_LIST_MODEL (list->store)), g_object_ref (list->filter));
  return list;
}

void
ew_thread_list_free (EwThreadList *list)
{
  gtk_filter_list_model_set_filter (list->model, NULL);
  g_object_unref (list->model);
  g_object_unref (list->filter);
  g_object_unref (list->store);
  g_hash_table_unref (list->items);
  g_clear_object (&list->session);
  g_free (list);
}
