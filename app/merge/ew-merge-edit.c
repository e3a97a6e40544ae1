/* Edits onto a board that others have changed meanwhile. */
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

static EwObject *
carry_change (const EwChange *change, const EwObject *now)
{
  const EwObject *const sides[EW_N_SIDES] = { now, change->after };
  const EwMergeTimes times = { { 0, G_MAXINT64 } };

  return ew_merge_object (change->before, sides, &times);
}

/* @settle: what an object, as it is now, becomes.  Returns: (transfer full). */
typedef EwObject *(*Settle) (const EwChange *change, const EwObject *now);

static EwEdit *
settle_changes (const EwBoard *board, const EwEdit *edit, Settle settle)
{
  EwEdit *settled = ew_edit_new (ew_edit_label (edit));

  ew_edit_set_undoable (settled, ew_edit_is_undoable (edit));
  for (guint i = 0; i < ew_edit_size (edit); i++) {
    const EwChange *change = ew_edit_at (edit, i);
    const EwObject *now = ew_board_get (board, change->id);
    g_autoptr (EwObject) then = settle (change, now);

    if (now != NULL || then != NULL)
      ew_edit_add (settled, now, then);
  }
  return settled;
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

static EwEdit *
settle_edit (const EwBoard *board, const EwEdit *edit, Settle settle)
{
  EwEdit *settled = settle_changes (board, edit, settle);

  if (!ew_edit_is_empty (settled))
    append_mending (settled, board);
  return settled;
}

EwEdit *
ew_merge_edit (const EwBoard *board, const EwEdit *edit)
{
  g_return_val_if_fail (board != NULL && edit != NULL, NULL);
  return settle_edit (board, edit, redo_change);
}

EwEdit *
ew_merge_carry (const EwBoard *board, const EwEdit *edit)
{
  g_return_val_if_fail (board != NULL && edit != NULL, NULL);
  return settle_edit (board, edit, carry_change);
}
