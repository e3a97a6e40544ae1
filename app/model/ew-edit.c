#include "ew-edit.h"

#include <string.h>

struct _EwEdit {
  gatomicrefcount refs;
  char *label;
  bool is_undoable;
  GPtrArray *changes; /* of EwChange */
  GHashTable *by_id; /* id → EwChange, not owned */
};

static void
change_free (EwChange *change)
{
  g_free (change->id);
  ew_object_unref (change->before);
  ew_object_unref (change->after);
  g_free (change);
}

EwEdit *
ew_edit_new (const char *label)
{
  EwEdit *edit = g_new0 (EwEdit, 1);
  g_atomic_ref_count_init (&edit->refs);
  edit->label = g_strdup (label ? label : "");
  edit->is_undoable = true;
  edit->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  edit->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return edit;
}

EwEdit *
ew_edit_ref (EwEdit *edit)
{
  g_atomic_ref_count_inc (&edit->refs);
  return edit;
}

void
ew_edit_unref (EwEdit *edit)
{
  if (edit == NULL || !g_atomic_ref_count_dec (&edit->refs))
    return;
  g_hash_table_unref (edit->by_id);
  g_ptr_array_unref (edit->changes);
  g_free (edit->label);
  g_free (edit);
}

const char *
ew_edit_label (const EwEdit *edit)
{
  return edit->label;
}

void
ew_edit_set_undoable (EwEdit *edit, bool undoable)
{
  edit->is_undoable = undoable;
}

bool
ew_edit_is_undoable (const EwEdit *edit)
{
  return edit->is_undoable;
}

static void
drop_change (EwEdit *edit, EwChange *change)
{
  g_hash_table_remove (edit->by_id, change->id);
  g_ptr_array_remove (edit->changes, change);
}

static void
continue_change (EwEdit *edit, EwChange *change, const EwObject *after)
{
  EwObject *old = change->after;
  change->after = ew_object_ref (after);
  ew_object_unref (old);
  if (ew_object_equal (change->before, change->after))
    drop_change (edit, change);
}

void
ew_edit_add (EwEdit *edit, const EwObject *before, const EwObject *after)
{
  g_return_if_fail (before != NULL || after != NULL);

  const char *id = before ? before->id : after->id;
  g_return_if_fail (!before || !after || strcmp (before->id, after->id) == 0);
  EwChange *known = g_hash_table_lookup (edit->by_id, id);
  if (known) {
    continue_change (edit, known, after);
    return;
  }
  if (ew_object_equal (before, after))
    return;
  EwChange *change = g_new (EwChange, 1);
  change->id = g_strdup (id);
  change->before = ew_object_ref (before);
  change->after = ew_object_ref (after);
  g_ptr_array_add (edit->changes, change);
  g_hash_table_insert (edit->by_id, change->id, change);
}

void
ew_edit_append (EwEdit *edit, const EwEdit *next)
{
  for (guint i = 0; i < ew_edit_size (next); i++) {
    const EwChange *change = ew_edit_at (next, i);
    ew_edit_add (edit, change->before, change->after);
  }
}

guint
ew_edit_size (const EwEdit *edit)
{
  return edit->changes->len;
}

bool
ew_edit_is_empty (const EwEdit *edit)
{
  return edit->changes->len == 0;
}

const EwChange *
ew_edit_at (const EwEdit *edit, guint index)
{
  return g_ptr_array_index (edit->changes, index);
}

const EwChange *
ew_edit_find (const EwEdit *edit, const char *id)
{
  return g_hash_table_lookup (edit->by_id, id);
}

EwEdit *
ew_edit_invert (const EwEdit *edit)
{
  EwEdit *inverse = ew_edit_new (edit->label);
  inverse->is_undoable = edit->is_undoable;
  for (guint i = ew_edit_size (edit); i > 0; i--) {
    const EwChange *change = ew_edit_at (edit, i - 1);
    ew_edit_add (inverse, change->after, change->before);
  }
  return inverse;
}
