/* What two sides broke together that neither broke alone. */
#include "ew-merge.h"

static const EwField *
find_deleted_field (const EwObject *self)
{
  const EwField *field =
      self != NULL ? ew_kind_find_field (self->kind, "deleted") : NULL;

  return field != NULL && field->type == EW_FIELD_BOOL ? field : NULL;
}

bool
ew_merge_is_deleted (const EwObject *self)
{
  const EwField *field = find_deleted_field (self);

  return field != NULL && ew_field_get_bool (field, &self->record);
}

static bool
is_deleted (const EwBoard *board)
{
  return board != NULL && ew_merge_is_deleted (ew_board_self (board));
}

static bool
has_changed (const EwBoard *base, const EwBoard *side)
{
  g_autoptr (EwEdit) diff = NULL;

  if (base == NULL || side == NULL)
    return side != NULL;
  diff = ew_board_diff (base, side);
  return !ew_edit_is_empty (diff);
}

/* Deleted on one side, worked on on the other: the work wins. */
static bool
is_still_wanted (const EwBoard *base, const EwBoard *const sides[EW_N_SIDES])
{
  bool ours = is_deleted (sides[EW_SIDE_OURS]);
  bool theirs = is_deleted (sides[EW_SIDE_THEIRS]);

  return ours != theirs &&
         has_changed (base, sides[ours ? EW_SIDE_THEIRS : EW_SIDE_OURS]);
}

static void
bring_back (const EwBoard *merged, EwEdit *edit)
{
  const EwObject *self = ew_board_self (merged);
  g_autoptr (EwObject) kept = ew_object_copy (self);

  ew_field_set_bool (find_deleted_field (self), &kept->record, false);
  ew_edit_add (edit, self, kept);
}

EwEdit *
ew_merge_mend (const EwBoard *merged, const EwBoard *base,
               const EwBoard *const sides[EW_N_SIDES])
{
  EwEdit *edit;

  g_return_val_if_fail (merged != NULL, NULL);

  edit = ew_board_mend (merged, base, NULL, NULL);
  if (is_deleted (merged) && is_still_wanted (base, sides))
    bring_back (merged, edit);
  return edit;
}
