#include "ew-merge.h"

#include "ew-merge-record.h"
#include "ew-string.h"

#include <string.h>

static EwMap *
without_clash (const EwMap *map, const char *member, const char *text)
{
  for (guint i = 0; i < ew_map_size (map); i++) {
    const EwClash *clash = (const EwClash *) ew_map_value (map, i);

    if (strcmp (clash->member, member) == 0 && strcmp (clash->text, text) == 0)
      return ew_map_without (map, ew_map_key (map, i));
  }
  return map != NULL ? ew_map_ref ((EwMap *) map) : NULL;
}

static EwMap *
with_clash (const EwMap *map, const char *member, const char *text)
{
  g_autofree char *key = ew_clash_key (member, text);
  EwClash clash = { .member = ew_string_new (member),
                    .text = ew_string_new (text) };
  EwMap *with = ew_map_with (map, &ew_clash_type, key, &clash.record);

  ew_record_clear (&ew_clash_type, &clash.record);
  return with;
}

static void
take_clashes (EwObject *object, EwMap *map)
{
  ew_map_unref (object->clash);
  object->clash = map;
}

/* An empty text has nothing that could be lost. */
static void
keep_text (EwObject *object, const char *member, const char *text)
{
  if (*text != '\0')
    take_clashes (object, with_clash (object->clash, member, text));
}

/* A version that is shown now needs no keeping any more. */
static void
keep_clashes (EwObject *object, GPtrArray *clashes)
{
  for (guint i = 0; i < clashes->len; i++) {
    const EwMergeClash *clash = g_ptr_array_index (clashes, i);

    take_clashes (object,
                  without_clash (object->clash, clash->member, clash->shown));
    keep_text (object, clash->member, clash->other);
  }
}

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
  EwObject *out = ew_object_copy (ours);

  if (base == NULL || base->kind != ours->kind)
    base = none;
  ew_merge_record (&ours->kind->type, &out->record, &base->record, records,
                   context);
  return out;
}

EwObject *
ew_merge_members_keeping (const EwObject *base,
                          const EwObject *const sides[EW_N_SIDES], EwSide kept)
{
  EwMergeTimes times = { 0 };
  EwMergeContext context = { &times, NULL, "" };

  times.time[kept] = 1;
  return merge_members (base, sides, &context);
}

static EwObject *
merge_edited (const EwObject *base, const EwObject *const sides[EW_N_SIDES],
              const EwMergeTimes *times)
{
  g_autoptr (GPtrArray) clashes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_merge_clash_free);
  EwMergeContext context = { times, clashes, "" };
  EwObject *out = merge_members (base, sides, &context);

  keep_clashes (out, clashes);
  return out;
}

/* The texts of an object that gave way to one of another kind. */
static void
keep_all_texts (EwObject *object, const EwObject *other)
{
  for (const EwField *field = other->kind->type.fields; field->name; field++) {
    const char *text;

    if (field->type != EW_FIELD_TEXT)
      continue;
    text = ew_field_get_string (field, &other->record);
    if (strcmp (ew_object_get_string (object, field->name), text) != 0)
      keep_text (object, field->name, text);
  }

  for (guint i = 0; i < ew_map_size (other->clash); i++) {
    const EwClash *clash = (const EwClash *) ew_map_value (other->clash, i);

    keep_text (object, clash->member, clash->text);
  }
}

/* One id, two kinds: members do not mix. */
static EwObject *
merge_kinds (const EwObject *const sides[EW_N_SIDES], const EwMergeTimes *times)
{
  EwSide later = ew_merge_later (times, sides[EW_SIDE_OURS]->kind->name,
                                 sides[EW_SIDE_THEIRS]->kind->name);
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
