/* Copies of objects, tied to each other as the originals are. */
#include "ew-verbs-private.h"

#include "ew-id.h"
#include "ew-order.h"
#include "ew-reaction.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EwObject *copy;
  GHashTable *twins; /* id → id of its copy */
} Retie;

/* Copies of a diagram are tied to each other, not to the originals. */
static void
retie_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  Retie *retie = data;
  const char *twin = g_hash_table_lookup (retie->twins, anchor->object);
  if (twin == NULL)
    return;
  EwAnchor tied = *anchor;
  tied.object = (char *) twin;
  ew_field_set_anchor (field, &retie->copy->record, &tied);
}

static GHashTable *
new_twins (GHashTable *originals)
{
  GHashTable *twins = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ref_string_release);
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, originals);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_insert (twins, id, ew_id_new ());
  return twins;
}

/* Copies of a whole group are a group of their own; copies of some of it stay
 * with the others.  Returns: (transfer full): word → its new word. */
static GHashTable *
new_words (const EwBoard *board, GHashTable *originals)
{
  GHashTable *words = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ref_string_release);
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    if (*object->group && g_hash_table_contains (originals, object->id) &&
        !g_hash_table_contains (words, object->group))
      g_hash_table_insert (words, object->group, ew_id_new ());
  }
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    if (*object->group && !g_hash_table_contains (originals, object->id))
      g_hash_table_remove (words, object->group);
  }
  return words;
}

static EwObject *
make_twin (const EwObject *object, GHashTable *twins, GHashTable *words,
           EwPoint by, const char *below)
{
  g_autoptr (EwObject) moved = ew_verbs_shifted (object, by);
  EwObject *twin =
      ew_object_copy_as (moved, g_hash_table_lookup (twins, object->id));
  ew_object_forget_reactions (twin);
  Retie retie = { twin, twins };
  ew_object_each_anchor (moved, retie_cb, &retie);
  const char *parent = g_hash_table_lookup (twins, object->parent);
  if (parent)
    ew_string_set (&twin->parent, parent);
  const char *word = g_hash_table_lookup (words, object->group);
  if (word)
    ew_string_set (&twin->group, word);
  twin->locked = FALSE;
  ew_string_take (&twin->z, ew_order_between (below, NULL));
  return twin;
}

EwEdit *
ew_verb_duplicate (const EwBoard *board, GPtrArray *ids, EwPoint by,
                   GPtrArray **copies)
{
  EwEdit *edit = ew_verbs_new_edit (board, ids, _ ("Duplicate %s"),
                                    _ ("Duplicate %u Objects"));
  g_autoptr (GHashTable) originals = ew_verbs_with_children (board, ids);
  g_autoptr (GHashTable) twins = new_twins (originals);
  g_autoptr (GHashTable) words = new_words (board, originals);
  char *below[EW_LAYER_PINS + 1];
  for (int layer = 0; layer <= EW_LAYER_PINS; layer++)
    below[layer] = ew_board_front_key (board, layer);

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    if (!g_hash_table_contains (originals, object->id))
      continue;
    char **last = &below[object->kind->layer];
    g_autoptr (EwObject) twin = make_twin (object, twins, words, by, *last);
    ew_string_set (last, twin->z);
    ew_edit_add (edit, NULL, twin);
  }
  for (int layer = 0; layer <= EW_LAYER_PINS; layer++)
    g_ref_string_release (below[layer]);

  if (copies) {
    *copies = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < ids->len; i++)
      g_ptr_array_add (*copies, g_strdup (g_hash_table_lookup (
                                    twins, g_ptr_array_index (ids, i))));
  }
  return edit;
}
