#include "ew-reading-order.h"

#include <string.h>

/* Where an object stands: whose it is, and its place there. */
typedef struct {
  const char *owner;
  guint place; /* among those that are counted, from 1; 0: it is not */
  guint index; /* in the whole */
} Place;

struct _EwReadingOrder {
  GPtrArray *ids; /* owned #GRefStrings */
  GHashTable *places; /* id → Place */
  GHashTable *owners; /* owner → Owner */
};

typedef struct {
  GPtrArray *children; /* of char * */
  guint n_counted;
} Owner;

/* What is being sorted. */
typedef struct {
  const EwObject *object;
  EwRect box;
  guint row;
} Item;

typedef struct {
  const EwBoard *board;
  EwReadingOrder *order;
  GHashTable *owned; /* owner → GArray of Item */
  GHashTable *followers; /* id → GArray of Item: lines, comments */
} Reading;

static GArray *
list_of (GHashTable *lists, const char *key)
{
  GArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL) {
    list = g_array_new (FALSE, FALSE, sizeof (Item));
    g_hash_table_insert (lists, (gpointer) key, list);
  }
  return list;
}

static void
first_anchor_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  const char **tie = data;

  if (*tie == NULL)
    *tie = anchor->object;
}

/* What a line or a comment belongs to; "" for everything else. */
static const char *
tie_of (const EwBoard *board, const EwObject *object)
{
  const char *tie = NULL;

  if (!ew_kind_has (object->kind, EW_KIND_LINE) &&
      !ew_kind_has (object->kind, EW_KIND_PIN))
    return "";
  ew_object_each_anchor (object, first_anchor_cb, &tie);
  if (tie == NULL || *tie == '\0' || strcmp (tie, object->id) == 0)
    return "";
  return ew_board_get (board, tie) != NULL ? tie : "";
}

static const char *
owner_of (const EwBoard *board, const EwObject *object)
{
  const EwObject *owner =
      *object->parent ? ew_board_get (board, object->parent) : NULL;

  return owner != NULL && ew_kind_has (owner->kind, EW_KIND_CONTAINER)
             ? owner->id
             : "";
}

static void
sort_in (Reading *reading, guint index)
{
  const EwObject *object = ew_board_at (reading->board, index);
  const char *tie = tie_of (reading->board, object);
  Item item = { object, ew_board_bounds_at (reading->board, index), 0 };

  if (ew_kind_has (object->kind, EW_KIND_BOX))
    item.box = ew_object_box (object);
  if (*tie != '\0')
    g_array_append_val (list_of (reading->followers, tie), item);
  else
    g_array_append_val (
        list_of (reading->owned, owner_of (reading->board, object)), item);
}

static int
sign (double difference)
{
  return (difference > 0) - (difference < 0);
}

static int
compare_top (gconstpointer a, gconstpointer b)
{
  const Item *one = a, *other = b;
  int order = sign (one->box.y - other->box.y);

  if (order == 0)
    order = sign (one->box.x - other->box.x);
  return order != 0 ? order : strcmp (one->object->id, other->object->id);
}

static int
compare_row (gconstpointer a, gconstpointer b)
{
  const Item *one = a, *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  if (one->box.x != other->box.x)
    return sign (one->box.x - other->box.x);
  return compare_top (a, b);
}

/* Whoever begins in the upper half of the lowest one of a row is still in that
 * row, so a tall neighbour does not swallow the rows beside it, and a row laid
 * by hand need not be straight. */
static void
sort_rows (GArray *items)
{
  double row_top = 0, lowest = 0;
  guint row = 0;

  g_array_sort (items, compare_top);
  for (guint i = 0; i < items->len; i++) {
    Item *item = &g_array_index (items, Item, i);

    if (i == 0 || item->box.y > row_top + lowest / 2) {
      row++;
      row_top = item->box.y;
      lowest = item->box.h;
    }
    lowest = MIN (lowest, item->box.h);
    item->row = row;
  }
  g_array_sort (items, compare_row);
}

static void
owner_free (gpointer data)
{
  Owner *owner = data;

  g_ptr_array_unref (owner->children);
  g_free (owner);
}

static Owner *
get_owner (EwReadingOrder *order, const char *id)
{
  Owner *owner = g_hash_table_lookup (order->owners, id);

  if (owner == NULL) {
    owner = g_new0 (Owner, 1);
    owner->children = g_ptr_array_new ();
    g_hash_table_insert (order->owners, g_strdup (id), owner);
  }
  return owner;
}

static Place *
place_new (EwReadingOrder *order, const char *owner_id, bool is_counted)
{
  Owner *owner = get_owner (order, owner_id);
  Place *place = g_new0 (Place, 1);

  owner->n_counted += is_counted;
  place->owner = owner_id;
  place->index = order->ids->len;
  place->place = is_counted ? owner->n_counted : 0;
  return place;
}

/* False when it is there already, as in a circle of owners. */
static bool
append (Reading *reading, const EwObject *object, const char *owner,
        bool is_counted)
{
  EwReadingOrder *order = reading->order;

  if (g_hash_table_contains (order->places, object->id))
    return false;
  g_hash_table_insert (order->places, object->id,
                       place_new (order, owner, is_counted));
  g_ptr_array_add (order->ids, g_ref_string_acquire (object->id));
  g_ptr_array_add (get_owner (order, owner)->children, object->id);
  return true;
}

static void append_list (Reading *reading, GArray *items, const char *owner);

static void
append_followers (Reading *reading, const EwObject *object, const char *owner)
{
  GArray *items = g_hash_table_lookup (reading->followers, object->id);

  if (items == NULL)
    return;
  g_array_sort (items, compare_top);
  for (guint i = 0; i < items->len; i++) {
    const EwObject *follower = g_array_index (items, Item, i).object;

    if (append (reading, follower, owner,
                !ew_kind_has (follower->kind, EW_KIND_PIN)))
      append_followers (reading, follower, owner);
  }
}

static void
append_list (Reading *reading, GArray *items, const char *owner)
{
  if (items == NULL)
    return;
  sort_rows (items);
  for (guint i = 0; i < items->len; i++) {
    const EwObject *object = g_array_index (items, Item, i).object;

    if (!append (reading, object, owner, true))
      continue;
    append_list (reading, g_hash_table_lookup (reading->owned, object->id),
                 object->id);
    append_followers (reading, object, owner);
  }
}

/* What hangs together in a circle hangs on nothing. */
static void
append_strays (Reading *reading)
{
  for (guint i = 0; i < ew_board_size (reading->board); i++)
    append (reading, ew_board_at (reading->board, i), "", true);
}

static GHashTable *
new_lists (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                (GDestroyNotify) g_array_unref);
}

EwReadingOrder *
ew_reading_order_new (const EwBoard *board)
{
  EwReadingOrder *order = g_new0 (EwReadingOrder, 1);
  g_autoptr (GHashTable) owned = new_lists ();
  g_autoptr (GHashTable) followers = new_lists ();
  Reading reading = { board, order, owned, followers };

  order->ids =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  order->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  order->owners =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, owner_free);
  for (guint i = 0; board != NULL && i < ew_board_size (board); i++)
    sort_in (&reading, i);
  append_list (&reading, g_hash_table_lookup (owned, ""), "");
  if (board != NULL && order->ids->len < ew_board_size (board))
    append_strays (&reading);
  return order;
}

void
ew_reading_order_free (EwReadingOrder *order)
{
  if (order == NULL)
    return;
  g_hash_table_unref (order->places);
  g_hash_table_unref (order->owners);
  g_ptr_array_unref (order->ids);
  g_free (order);
}

guint
ew_reading_order_size (const EwReadingOrder *order)
{
  g_return_val_if_fail (order != NULL, 0);

  return order->ids->len;
}

const char *
ew_reading_order_at (const EwReadingOrder *order, guint index)
{
  g_return_val_if_fail (order != NULL && index < order->ids->len, NULL);

  return g_ptr_array_index (order->ids, index);
}

bool
ew_reading_order_find (const EwReadingOrder *order, const char *id,
                       guint *index)
{
  const Place *place;

  g_return_val_if_fail (order != NULL, false);

  place = id != NULL ? g_hash_table_lookup (order->places, id) : NULL;
  if (place != NULL && index != NULL)
    *index = place->index;
  return place != NULL;
}

static const Owner *
find_owner (const EwReadingOrder *order, const char *id)
{
  return g_hash_table_lookup (order->owners, id != NULL ? id : "");
}

GPtrArray *
ew_reading_order_children (const EwReadingOrder *order, const char *id)
{
  const Owner *owner;

  g_return_val_if_fail (order != NULL, NULL);

  owner = find_owner (order, id);
  return owner != NULL ? owner->children : NULL;
}

guint
ew_reading_order_count (const EwReadingOrder *order, const char *id)
{
  const Owner *owner;

  g_return_val_if_fail (order != NULL, 0);

  owner = find_owner (order, id);
  return owner != NULL ? owner->n_counted : 0;
}

bool
ew_reading_order_place (const EwReadingOrder *order, const char *id,
                        guint *place, guint *of)
{
  const Place *found;

  g_return_val_if_fail (order != NULL && id != NULL, false);

  found = g_hash_table_lookup (order->places, id);
  if (found == NULL || found->place == 0)
    return false;
  *place = found->place;
  *of = find_owner (order, found->owner)->n_counted;
  return true;
}

static const char *
step (const EwReadingOrder *order, const char *id, bool forward)
{
  guint n = order->ids->len;
  guint by = forward ? 1 : n - 1;
  /* One step from just outside is the first, or the last. */
  guint at = forward ? n - 1 : 0;

  if (n == 0)
    return NULL;
  ew_reading_order_find (order, id, &at);
  return g_ptr_array_index (order->ids, (at + by) % n);
}

const char *
ew_reading_order_next (const EwReadingOrder *order, const char *id)
{
  g_return_val_if_fail (order != NULL, NULL);

  return step (order, id, true);
}

const char *
ew_reading_order_previous (const EwReadingOrder *order, const char *id)
{
  g_return_val_if_fail (order != NULL, NULL);

  return step (order, id, false);
}
