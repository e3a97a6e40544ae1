#include "ew-group.h"

#include <string.h>

static GHashTable *
words_of (const EwBoard *board, GPtrArray *ids)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, g_ptr_array_index (ids, i));
    if (object && *object->group)
      g_hash_table_add (words, object->group);
  }
  return words;
}

static void
add_once (GPtrArray *ids, GHashTable *seen, const char *id)
{
  if (g_hash_table_add (seen, (char *) id))
    g_ptr_array_add (ids, g_strdup (id));
}

GPtrArray *
ew_group_expand (const EwBoard *board, GPtrArray *ids)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) words = words_of (board, ids);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    add_once (all, seen, g_ptr_array_index (ids, i));
  if (g_hash_table_size (words) == 0)
    return all;
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    if (*object->group && g_hash_table_contains (words, object->group))
      add_once (all, seen, object->id);
  }
  return all;
}

bool
ew_group_is_one (const EwBoard *board, GPtrArray *ids)
{
  const char *word = NULL;
  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, g_ptr_array_index (ids, i));
    if (object == NULL || *object->group == '\0' ||
        (word && strcmp (word, object->group) != 0))
      return false;
    word = object->group;
  }
  return ids->len > 1;
}
