/* Undo and redo onto a board that others have changed meanwhile. */
#include "ew-merge.h"

#include "ew-merge-record.h"

/* Like ew_merge_object(), but what others did meanwhile always stays, and
 * nothing is kept as a clash: taking back a text that someone has rewritten
 * since is no wish to see both. */
static EwObject *
redo_change (const EwChange *change, const EwObject *now)
{
  const EwObject *const sides[EW_N_SIDES] = { now, change->after };

  if (ew_object_equal (now, change->before))
    return ew_object_ref (change->after);
  if (now == NULL || change->before == NULL || change->after == NULL ||
      now->kind != change->after->kind)
    return ew_object_ref (now);
  return ew_merge_members_keeping (change->before, sides, EW_SIDE_OURS);
}

static EwEdit *
redo_changes (const EwBoard *board, const EwEdit *edit)
{
  EwEdit *redone = ew_edit_new (ew_edit_label (edit));

  ew_edit_set_undoable (redone, ew_edit_is_undoable (edit));
  for (guint i = 0; i < ew_edit_size (edit); i++) {
    const EwChange *change = ew_edit_at (edit, i);
    const EwObject *now = ew_board_get (board, change->id);
    g_autoptr (EwObject) then = redo_change (change, now);

    if (now != NULL || then != NULL)
      ew_edit_add (redone, now, then);
  }
  return redone;
}

/* Something that comes back may be tied to what has gone since, and something
 * that goes may have been tied to since. */
static void
append_mending (EwEdit *edit, const EwBoard *board)
{
  g_autoptr (EwBoard) after = ew_board_snapshot (board);
  g_autoptr (EwNotice) notice = ew_board_apply (after, edit);
  g_autoptr (EwEdit) mending = ew_board_mend (after, board, NULL, NULL);

  ew_edit_append (edit, mending);
}

EwEdit *
ew_merge_edit (const EwBoard *board, const EwEdit *edit)
{
  EwEdit *redone;

  g_return_val_if_fail (board != NULL && edit != NULL, NULL);

  redone = redo_changes (board, edit);
  if (!ew_edit_is_empty (redone))
    append_mending (redone, board);
  return redone;
}
