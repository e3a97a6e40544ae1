#include "ew-merge.h"

#include "ew-merge-clash.h"
#include "ew-merge-record.h"
#include "ew-object-member.h"

#include <string.h>

/* Of one kind.  A base that is missing, or was of another kind, is as good as
 * an object that nobody has touched yet. */
static EwObject *
merge_members (const EwObject *base, const EwObject *const sides[EW_N_SIDES],
               const EwMergeContext *context)
{
  const EwObject *ours = sides[EW_SIDE_OURS];
  const EwRecord *const records[EW_N_SIDES] = {
    &ours->record,
    &sides[EW_SIDE_THEIRS]->record,
  };
  g_autoptr (EwObject) none = ew_object_new (ours->kind, ours->id);
  EwMergeContext inner = *context;
  EwObject *out = ew_object_copy (ours);

  inner.is_new = base == NULL || base->kind != ours->kind;
  ew_merge_record (&ours->kind->type, &out->record,
                   inner.is_new ? &none->record : &base->record, records,
                   &inner);
  return out;
}

EwObject *
ew_merge_members_keeping (const EwObject *base,
                          const EwObject *const sides[EW_N_SIDES], EwSide kept)
{
  EwMergeTimes times = { 0 };
  EwMergeContext context = { &times, NULL, "", false };

  times.time[kept] = 1;
  return merge_members (base, sides, &context);
}

static EwObject *
merge_edited (const EwObject *base, const EwObject *const sides[EW_N_SIDES],
              const EwMergeTimes *times)
{
  g_autoptr (GPtrArray) clashes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_merge_clash_free);
  EwMergeContext context = { times, clashes, "", false };
  EwObject *out = merge_members (base, sides, &context);

  ew_merge_join_clashes (out, base, sides);
  ew_merge_follow_edits (out, base, sides);
  for (guint i = 0; i < clashes->len; i++) {
    const EwMergeClash *clash = g_ptr_array_index (clashes, i);

    ew_merge_keep_text (out, clash->member, clash->other);
  }
  ew_merge_drop_shown (out);
  return out;
}

/* The texts of an object that gave way to one of another kind. */
static void
keep_all_texts (EwObject *object, const EwObject *other)
{
  for (const EwField *field = other->kind->type.fields; field->name; field++) {
    const char *text;

    if (!ew_field_is_prose (field))
      continue;
    text = ew_field_get_string (field, &other->record);
    if (strcmp (ew_object_get_string (object, field->name), text) != 0)
      ew_merge_keep_text (object, field->name, text);
  }

  for (guint i = 0; i < ew_map_size (other->clash); i++) {
    const EwClash *clash = (const EwClash *) ew_map_value (other->clash, i);

    ew_merge_keep_text (object, clash->member, clash->text);
  }
}

/* One id, two kinds: members do not mix. */
static EwObject *
merge_kinds (const EwObject *const sides[EW_N_SIDES], const EwMergeTimes *times)
{
  const char *const names[EW_N_SIDES] = {
    sides[EW_SIDE_OURS]->kind->name,
    sides[EW_SIDE_THEIRS]->kind->name,
  };
  EwSide later = ew_merge_later (times, "", names);
  EwObject *out = ew_object_copy (sides[later]);

  keep_all_texts (out, sides[EW_N_SIDES - 1 - later]);
  return out;
}

EwObject *
ew_merge_object (const EwObject *base, const EwObject *const sides[EW_N_SIDES],
                 const EwMergeTimes *times)
{
  const EwObject *ours = sides[EW_SIDE_OURS], *theirs = sides[EW_SIDE_THEIRS];

  g_return_val_if_fail (times != NULL, NULL);

  if (ew_object_equal (ours, theirs) || ew_object_equal (base, theirs))
    return ew_object_ref (ours);
  if (ew_object_equal (base, ours))
    return ew_object_ref (theirs);
  if (ours == NULL || theirs == NULL)
    return ew_object_ref (ours != NULL ? ours : theirs);
  if (ours->kind != theirs->kind)
    return merge_kinds (sides, times);
  return merge_edited (base, sides, times);
}
