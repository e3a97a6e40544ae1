#include "ew-map.h"

#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

static const EwField unknown_fields[] = {
  { "json", N_ ("JSON"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwUnknown, json) },
  EW_FIELD_END,
};
const EwRecordType ew_unknown_type = { unknown_fields, sizeof (EwUnknown) };

/* A key and its record, shared between the maps that hold the same one. */
typedef struct {
  gatomicrefcount refs;
  const EwRecordType *type;
  char *key;
  EwRecord *value;
} Entry;

struct _EwMap {
  gatomicrefcount refs;
  guint n;
  Entry *entries[];
};

static Entry *
entry_new (const EwRecordType *type, const char *key, const EwRecord *value)
{
  Entry *entry = g_new (Entry, 1);
  g_atomic_ref_count_init (&entry->refs);
  entry->type = type;
  entry->key = g_strdup (key);
  entry->value = g_malloc (type->size);
  ew_record_copy (type, entry->value, value);
  return entry;
}

static Entry *
entry_ref (Entry *entry)
{
  g_atomic_ref_count_inc (&entry->refs);
  return entry;
}

static void
entry_unref (Entry *entry)
{
  if (!g_atomic_ref_count_dec (&entry->refs))
    return;
  ew_record_clear (entry->type, entry->value);
  g_free (entry->value);
  g_free (entry->key);
  g_free (entry);
}

static EwMap *
map_alloc (guint n)
{
  EwMap *map = g_malloc (sizeof (EwMap) + n * sizeof (Entry *));
  g_atomic_ref_count_init (&map->refs);
  map->n = n;
  return map;
}

EwMap *
ew_map_ref (EwMap *map)
{
  if (map)
    g_atomic_ref_count_inc (&map->refs);
  return map;
}

void
ew_map_unref (EwMap *map)
{
  if (map == NULL || !g_atomic_ref_count_dec (&map->refs))
    return;
  for (guint i = 0; i < map->n; i++)
    entry_unref (map->entries[i]);
  g_free (map);
}

guint
ew_map_size (const EwMap *map)
{
  return map ? map->n : 0;
}

const char *
ew_map_key (const EwMap *map, guint index)
{
  g_return_val_if_fail (index < ew_map_size (map), NULL);
  return map->entries[index]->key;
}

const EwRecord *
ew_map_value (const EwMap *map, guint index)
{
  g_return_val_if_fail (index < ew_map_size (map), NULL);
  return map->entries[index]->value;
}

/* Where @key is, or would be. */
static bool
find_key (const EwMap *map, const char *key, guint *index)
{
  guint low = 0, high = ew_map_size (map);
  while (low < high) {
    guint middle = low + (high - low) / 2;
    int order = strcmp (map->entries[middle]->key, key);
    if (order == 0) {
      *index = middle;
      return true;
    }
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  *index = low;
  return false;
}

const EwRecord *
ew_map_get (const EwMap *map, const char *key)
{
  guint index;
  return find_key (map, key, &index) ? map->entries[index]->value : NULL;
}

static bool
is_same_entry (const Entry *a, const Entry *b)
{
  return a == b || (a->type == b->type && strcmp (a->key, b->key) == 0 &&
                    ew_record_equal (a->type, a->value, b->value));
}

bool
ew_map_equal (const EwMap *a, const EwMap *b)
{
  if (a == b)
    return true;
  if (ew_map_size (a) != ew_map_size (b))
    return false;
  for (guint i = 0; i < ew_map_size (a); i++)
    if (!is_same_entry (a->entries[i], b->entries[i]))
      return false;
  return true;
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Entry *const *) a)->key, (*(Entry *const *) b)->key);
}

static void
drop_repeated (EwMap *map)
{
  guint n = 0;

  for (guint i = 0; i < map->n; i++)
    if (n > 0 && strcmp (map->entries[n - 1]->key, map->entries[i]->key) == 0)
      entry_unref (map->entries[i]);
    else
      map->entries[n++] = map->entries[i];
  map->n = n;
}

EwMap *
ew_map_new (const EwRecordType *type, GPtrArray *keys, GPtrArray *values)
{
  EwMap *map;

  g_return_val_if_fail (keys->len == values->len, NULL);

  if (keys->len == 0)
    return NULL;
  map = map_alloc (keys->len);
  for (guint i = 0; i < keys->len; i++)
    map->entries[i] = entry_new (type, keys->pdata[i], values->pdata[i]);
  qsort (map->entries, map->n, sizeof (Entry *), compare_entries_cb);
  drop_repeated (map);
  return map;
}

EwMap *
ew_map_with (const EwMap *map, const EwRecordType *type, const char *key,
             const EwRecord *value)
{
  guint at, n = ew_map_size (map);
  bool is_there = find_key (map, key, &at);
  EwMap *with = map_alloc (is_there ? n : n + 1);

  for (guint i = 0; i < at; i++)
    with->entries[i] = entry_ref (map->entries[i]);
  with->entries[at] = entry_new (type, key, value);
  for (guint i = is_there ? at + 1 : at, to = at + 1; i < n; i++, to++)
    with->entries[to] = entry_ref (map->entries[i]);
  return with;
}

EwMap *
ew_map_without (const EwMap *map, const char *key)
{
  guint at, n = ew_map_size (map);
  if (!find_key (map, key, &at))
    return map ? ew_map_ref ((EwMap *) map) : NULL;
  if (n == 1)
    return NULL;

  EwMap *without = map_alloc (n - 1);
  for (guint i = 0, to = 0; i < n; i++)
    if (i != at)
      without->entries[to++] = entry_ref (map->entries[i]);
  return without;
}
