#include "ew-board.h"

#include "ew-order.h"
#include "ew-string.h"

#include <string.h>

/* One object in paint order, with its bounds beside it: finding what is visible
 * is one walk over an array. */
typedef struct {
  EwObject *object;
  EwRect bounds;
} Slot;

struct _EwBoard {
  gatomicrefcount refs;
  char *id;
  EwObject *self;
  GArray *slots; /* of Slot, back to front                        */
  GHashTable *by_id; /* id → EwObject, not owned                      */
  GHashTable *tied; /* id → GHashTable of ids of what is tied to it  */
  gsize is_indexed; /* else by_id and tied are filled when first asked */
};

static void
slot_clear (Slot *slot)
{
  ew_object_unref (slot->object);
}

void
ew_notice_free (EwNotice *notice)
{
  if (notice == NULL)
    return;
  g_ptr_array_unref (notice->ids);
  g_free (notice);
}

EwBoard *
ew_board_new (const char *id)
{
  EwBoard *board = g_new0 (EwBoard, 1);
  g_atomic_ref_count_init (&board->refs);
  board->id = g_strdup (id);
  board->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  g_array_set_clear_func (board->slots, (GDestroyNotify) slot_clear);
  board->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  board->tied = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_hash_table_unref);
  board->is_indexed = 1;
  return board;
}

EwBoard *
ew_board_ref (EwBoard *board)
{
  g_atomic_ref_count_inc (&board->refs);
  return board;
}

void
ew_board_unref (EwBoard *board)
{
  if (board == NULL || !g_atomic_ref_count_dec (&board->refs))
    return;
  g_hash_table_unref (board->tied);
  g_hash_table_unref (board->by_id);
  g_array_unref (board->slots);
  ew_object_unref (board->self);
  g_free (board->id);
  g_free (board);
}

static Slot *
slot_at (const EwBoard *board, guint index)
{
  return &g_array_index (board->slots, Slot, index);
}

int
ew_board_compare (const EwObject *a, const EwObject *b)
{
  if (a->kind->layer != b->kind->layer)
    return a->kind->layer < b->kind->layer ? -1 : 1;
  int order = strcmp (a->z, b->z);
  return order != 0 ? order : strcmp (a->id, b->id);
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  return ew_board_compare (((const Slot *) a)->object,
                           ((const Slot *) b)->object);
}

/* Where @object is, or would be. */
static guint
find_slot (const EwBoard *board, const EwObject *object)
{
  guint low = 0, high = board->slots->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (ew_board_compare (slot_at (board, middle)->object, object) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
tie_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  const EwObject *object = ((gpointer *) data)[0];
  EwBoard *board = ((gpointer *) data)[1];
  if (*anchor->object == '\0')
    return;

  GHashTable *tied = g_hash_table_lookup (board->tied, anchor->object);
  if (tied == NULL) {
    tied = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (board->tied, g_strdup (anchor->object), tied);
  }
  g_hash_table_add (tied, g_strdup (object->id));
}

static void
untie_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  const EwObject *object = ((gpointer *) data)[0];
  EwBoard *board = ((gpointer *) data)[1];
  GHashTable *tied = g_hash_table_lookup (board->tied, anchor->object);
  if (tied == NULL)
    return;
  g_hash_table_remove (tied, object->id);
  if (g_hash_table_size (tied) == 0)
    g_hash_table_remove (board->tied, anchor->object);
}

static void
each_tie (EwBoard *board, const EwObject *object, EwAnchorVisit visit)
{
  gpointer data[] = { (gpointer) object, board };
  ew_object_each_anchor (object, visit, data);
}

static bool
is_self (const EwObject *object)
{
  return ew_kind_has (object->kind, EW_KIND_META);
}

static void
set_self (EwBoard *board, const EwObject *self)
{
  EwObject *old = board->self;
  board->self = ew_object_ref (self);
  ew_object_unref (old);
}

/* Objects from a file: sorted once, bounds when all are known. */
static void
take_objects (EwBoard *board, GPtrArray *objects)
{
  for (guint i = 0; i < objects->len; i++) {
    EwObject *object = g_ptr_array_index (objects, i);
    if (is_self (object)) {
      set_self (board, object);
      continue;
    }
    if (g_hash_table_contains (board->by_id, object->id))
      continue;
    Slot slot = { ew_object_ref (object), EW_RECT_EMPTY };
    g_array_append_val (board->slots, slot);
    g_hash_table_insert (board->by_id, object->id, object);
    each_tie (board, object, tie_cb);
  }
  g_array_sort (board->slots, compare_slots);
  for (guint i = 0; i < board->slots->len; i++) {
    Slot *slot = slot_at (board, i);
    slot->bounds = ew_object_bounds (slot->object, board);
  }
}

EwBoard *
ew_board_new_with (const char *id, GPtrArray *objects)
{
  EwBoard *board = ew_board_new (id);
  take_objects (board, objects);
  return board;
}

/* A snapshot is made on the main thread; most are only painted, from back to
 * front, by another one.  So its index is made by whoever asks for it first. */
EwBoard *
ew_board_snapshot (const EwBoard *board)
{
  EwBoard *copy = ew_board_new (board->id);
  copy->is_indexed = 0;
  set_self (copy, board->self);
  g_array_append_vals (copy->slots, board->slots->data, board->slots->len);
  for (guint i = 0; i < copy->slots->len; i++)
    ew_object_ref (slot_at (copy, i)->object);
  return copy;
}

static void
make_index (EwBoard *board)
{
  for (guint i = 0; i < board->slots->len; i++) {
    EwObject *object = slot_at (board, i)->object;
    g_hash_table_insert (board->by_id, object->id, object);
    each_tie (board, object, tie_cb);
  }
}

/* Any number of threads may look things up in a snapshot. */
static void
need_index (const EwBoard *constant)
{
  EwBoard *board = (EwBoard *) constant;
  if (!g_once_init_enter (&board->is_indexed))
    return;
  make_index (board);
  g_once_init_leave (&board->is_indexed, 1);
}

const char *
ew_board_id (const EwBoard *board)
{
  return board->id;
}

const char *
ew_board_title (const EwBoard *board)
{
  return board->self ? ew_object_get_string (board->self, "title") : "";
}

const EwObject *
ew_board_self (const EwBoard *board)
{
  return board->self;
}

guint
ew_board_size (const EwBoard *board)
{
  return board->slots->len;
}

const EwObject *
ew_board_at (const EwBoard *board, guint index)
{
  g_return_val_if_fail (index < board->slots->len, NULL);
  return slot_at (board, index)->object;
}

EwRect
ew_board_bounds_at (const EwBoard *board, guint index)
{
  g_return_val_if_fail (index < board->slots->len, EW_RECT_EMPTY);
  return slot_at (board, index)->bounds;
}

void
ew_board_find_in (const EwBoard *board, EwRect area, GArray *found)
{
  const Slot *slots = (const Slot *) (gpointer) board->slots->data;
  for (guint i = 0; i < board->slots->len; i++)
    if (ew_rect_intersects (slots[i].bounds, area))
      g_array_append_val (found, i);
}

EwRect
ew_board_extent (const EwBoard *board)
{
  EwRect extent = EW_RECT_EMPTY;
  for (guint i = 0; i < board->slots->len; i++)
    extent = ew_rect_union (extent, slot_at (board, i)->bounds);
  return extent;
}

const EwObject *
ew_board_get (const EwBoard *board, const char *id)
{
  if (board->self && strcmp (id, board->self->id) == 0)
    return board->self;
  need_index (board);
  return g_hash_table_lookup (board->by_id, id);
}

/* Removes @old from its place; its bounds are added to the damage. */
static void
take_out (EwBoard *board, const EwObject *old, EwNotice *notice)
{
  guint index = find_slot (board, old);
  notice->damage =
      ew_rect_union (notice->damage, slot_at (board, index)->bounds);
  g_hash_table_remove (board->by_id, old->id);
  each_tie (board, old, untie_cb);
  g_array_remove_index (board->slots, index);
}

static void
put_in (EwBoard *board, const EwObject *object)
{
  Slot slot = { ew_object_ref (object), EW_RECT_EMPTY };
  g_array_insert_val (board->slots, find_slot (board, object), slot);
  g_hash_table_insert (board->by_id, slot.object->id, slot.object);
  each_tie (board, object, tie_cb);
}

/* Most changes leave paint order alone: then nothing moves in memory. */
static void
exchange (EwBoard *board, const EwObject *old, const EwObject *object,
          EwNotice *notice)
{
  Slot *slot = slot_at (board, find_slot (board, old));
  notice->damage = ew_rect_union (notice->damage, slot->bounds);
  each_tie (board, old, untie_cb);
  g_hash_table_remove (board->by_id, old->id);
  ew_object_unref (slot->object);
  slot->object = ew_object_ref (object);
  g_hash_table_insert (board->by_id, slot->object->id, slot->object);
  each_tie (board, object, tie_cb);
}

static void
apply_change (EwBoard *board, const EwChange *change, EwNotice *notice)
{
  const EwObject *after = change->after;
  if (strcmp (change->id, EW_BOARD_SELF) == 0) {
    set_self (board, after);
    return;
  }
  g_autoptr (EwObject) old =
      ew_object_ref (g_hash_table_lookup (board->by_id, change->id));

  if (old && after && ew_board_compare (old, after) == 0) {
    exchange (board, old, after, notice);
    return;
  }
  if (old)
    take_out (board, old, notice);
  if (after)
    put_in (board, after);
}

/* Adds @id and, round by round, whatever hangs on it: a thread may be tied to a
 * connector that is tied to a note. */
static void
collect_followers (const EwBoard *board, const char *id, GHashTable *seen,
                   GPtrArray *ids)
{
  if (!g_hash_table_add (seen, g_strdup (id)))
    return;
  g_ptr_array_add (ids, g_strdup (id));
  GHashTable *tied = g_hash_table_lookup (board->tied, id);
  if (tied == NULL)
    return;

  GHashTableIter iter;
  gpointer follower;
  g_hash_table_iter_init (&iter, tied);
  while (g_hash_table_iter_next (&iter, &follower, NULL))
    collect_followers (board, follower, seen, ids);
}

static void
refresh_bounds (EwBoard *board, const char *id, EwNotice *notice)
{
  const EwObject *object = g_hash_table_lookup (board->by_id, id);
  if (object == NULL)
    return;
  Slot *slot = slot_at (board, find_slot (board, object));
  notice->damage = ew_rect_union (notice->damage, slot->bounds);
  slot->bounds = ew_object_bounds (object, board);
  notice->damage = ew_rect_union (notice->damage, slot->bounds);
}

EwNotice *
ew_board_apply (EwBoard *board, const EwEdit *edit)
{
  EwNotice *notice = g_new0 (EwNotice, 1);
  notice->ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  need_index (board);
  for (guint i = 0; i < ew_edit_size (edit); i++)
    apply_change (board, ew_edit_at (edit, i), notice);
  for (guint i = 0; i < ew_edit_size (edit); i++)
    collect_followers (board, ew_edit_at (edit, i)->id, seen, notice->ids);
  for (guint i = 0; i < notice->ids->len; i++)
    refresh_bounds (board, g_ptr_array_index (notice->ids, i), notice);
  return notice;
}

GPtrArray *
ew_board_tied_to (const EwBoard *board, const char *id)
{
  GPtrArray *result = g_ptr_array_new ();
  need_index (board);
  GHashTable *tied = g_hash_table_lookup (board->tied, id);
  if (tied == NULL)
    return result;

  GHashTableIter iter;
  gpointer follower;
  g_hash_table_iter_init (&iter, tied);
  while (g_hash_table_iter_next (&iter, &follower, NULL)) {
    gpointer object = g_hash_table_lookup (board->by_id, follower);
    if (object)
      g_ptr_array_add (result, object);
  }
  return result;
}

char *
ew_board_front_key (const EwBoard *board, EwLayer layer)
{
  const char *last = NULL;
  for (guint i = board->slots->len; i > 0 && last == NULL; i--) {
    const EwObject *object = slot_at (board, i - 1)->object;
    if (object->kind->layer == layer)
      last = object->z;
  }
  return ew_order_between (last, NULL);
}

char *
ew_board_back_key (const EwBoard *board, EwLayer layer)
{
  const char *first = NULL;
  for (guint i = 0; i < board->slots->len && first == NULL; i++) {
    const EwObject *object = slot_at (board, i)->object;
    if (object->kind->layer == layer)
      first = object->z;
  }
  return ew_order_between (NULL, first);
}

static void
diff_object (EwEdit *edit, const EwBoard *from, const EwObject *now)
{
  const EwObject *was = ew_board_get (from, now->id);
  if (was == NULL)
    ew_edit_add (edit, NULL, now);
  else if (!ew_object_equal (was, now))
    ew_edit_add (edit, was, now);
}

EwEdit *
ew_board_diff (const EwBoard *from, const EwBoard *to)
{
  EwEdit *edit = ew_edit_new (NULL);
  if (to->self)
    diff_object (edit, from, to->self);
  for (guint i = 0; i < to->slots->len; i++)
    diff_object (edit, from, slot_at (to, i)->object);
  for (guint i = 0; i < from->slots->len; i++) {
    const EwObject *was = slot_at (from, i)->object;
    if (ew_board_get (to, was->id) == NULL)
      ew_edit_add (edit, was, NULL);
  }
  return edit;
}
