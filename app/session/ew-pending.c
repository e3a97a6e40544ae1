#include "ew-pending.h"

#include "ew-store.h"

struct _EwPending {
  GHashTable *edits; /* board id → EwEdit */
};

EwPending *
ew_pending_new (void)
{
  EwPending *pending = g_new (EwPending, 1);
  pending->edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) ew_edit_unref);
  return pending;
}

void
ew_pending_free (EwPending *pending)
{
  if (pending == NULL)
    return;
  g_hash_table_unref (pending->edits);
  g_free (pending);
}

void
ew_pending_add (EwPending *pending, const char *board, const EwEdit *edit)
{
  EwEdit *sum = g_hash_table_lookup (pending->edits, board);
  if (sum == NULL) {
    sum = ew_edit_new (NULL);
    g_hash_table_insert (pending->edits, g_strdup (board), sum);
  }
  ew_edit_append (sum, edit);
}

void
ew_pending_append (EwPending *pending, EwPending *next)
{
  GHashTableIter iter;
  gpointer board, edit;
  g_hash_table_iter_init (&iter, next->edits);
  while (g_hash_table_iter_next (&iter, &board, &edit))
    ew_pending_add (pending, board, edit);
}

guint
ew_pending_size (EwPending *pending)
{
  guint size = 0;
  GHashTableIter iter;
  gpointer edit;
  g_hash_table_iter_init (&iter, pending->edits);
  while (g_hash_table_iter_next (&iter, NULL, &edit))
    size += ew_edit_size (edit);
  return size;
}

bool
ew_pending_is_empty (EwPending *pending)
{
  return ew_pending_size (pending) == 0;
}

const EwEdit *
ew_pending_get (EwPending *pending, const char *board)
{
  return g_hash_table_lookup (pending->edits, board);
}

GPtrArray *
ew_pending_to_edits (EwPending *pending)
{
  GPtrArray *edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  GHashTableIter iter;
  gpointer board, edit;
  g_hash_table_iter_init (&iter, pending->edits);
  while (g_hash_table_iter_next (&iter, &board, &edit)) {
    g_autoptr (EwEdit) copy = ew_edit_new (NULL);
    ew_edit_append (copy, edit);
    if (!ew_edit_is_empty (copy))
      g_ptr_array_add (edits, ew_board_edit_new (board, copy));
  }
  return edits;
}
