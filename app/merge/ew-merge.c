#include "ew-merge.h"

#include "ew-object-member.h"
#include "ew-merge-record.h"
#include "ew-merge-text.h"
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

static bool
has_clash (const EwObject *object, const char *key)
{
  return object != NULL && ew_map_get (object->clash, key) != NULL;
}

/* What becomes of @clash when @editor's change of the base's text is made to it
 * too.  Returns: (transfer full) (nullable): NULL when they clash. */
static char *
edit_clash (const EwObject *base, const EwClash *clash, const EwObject *editor)
{
  EwTextMerge merge = {
    .base = ew_object_member_text (base, clash->member),
    .sides = { clash->text, ew_object_member_text (editor, clash->member) },
    .later = EW_SIDE_THEIRS,
    .between = "\n",
  };
  char *merged[EW_N_SIDES];
  g_autofree char *other = NULL;

  ew_merge_text (&merge, merged);
  other = merged[1];
  if (strcmp (merged[0], other) != 0)
    g_clear_pointer (&merged[0], g_free);
  return merged[0];
}

/* Whether @clash is one of the base's that @holder's edits went on with, while
 * the other side was done with it. */
static bool
is_done_with (const EwObject *base, const EwClash *clash,
              const EwObject *const sides[EW_N_SIDES], EwSide holder)
{
  for (guint i = 0; i < ew_map_size (base->clash); i++) {
    const EwClash *old = (const EwClash *) ew_map_value (base->clash, i);
    g_autofree char *edited = NULL;

    if (strcmp (old->member, clash->member) != 0 ||
        has_clash (sides[0], ew_map_key (base->clash, i)) ||
        has_clash (sides[1], ew_map_key (base->clash, i)))
      continue;
    edited = edit_clash (base, old, sides[holder]);
    if (edited != NULL && strcmp (edited, clash->text) == 0)
      return true;
  }
  return false;
}

/* Then what @side shows may not be an edit of the base's text, which it keeps
 * as a clash itself. */
static bool
has_new_clash (const EwObject *side, const EwObject *base, const char *member)
{
  for (guint i = 0; i < ew_map_size (side->clash); i++) {
    const EwClash *clash = (const EwClash *) ew_map_value (side->clash, i);

    if (strcmp (clash->member, member) == 0 &&
        !has_clash (base, ew_map_key (side->clash, i)))
      return true;
  }
  return false;
}

/* A clash that only @holder knows was made of the base's text, so what the
 * other side did to that text is done to it too: of one text, committed again
 * and again while others rewrote it, the last version is kept, not each. */
static void
follow_edit (EwObject *out, const EwObject *base, const EwClash *clash,
             const EwObject *const sides[EW_N_SIDES], EwSide holder)
{
  const EwObject *editor = sides[EW_N_SIDES - 1 - holder];
  g_autofree char *edited = NULL;
  bool is_done = false;

  if (!has_new_clash (editor, base, clash->member)) {
    is_done = is_done_with (base, clash, sides, holder);
    edited = edit_clash (base, clash, editor);
  }
  if (!is_done && (edited == NULL || strcmp (edited, clash->text) == 0))
    return;
  take_clashes (out, without_clash (out->clash, clash->member, clash->text));
  if (!is_done)
    keep_text (out, clash->member, edited);
}

static void
follow_edits (EwObject *out, const EwObject *base,
              const EwObject *const sides[EW_N_SIDES])
{
  g_autoptr (EwMap) clashes = out->clash ? ew_map_ref (out->clash) : NULL;

  for (guint i = 0; base != NULL && i < ew_map_size (clashes); i++) {
    const char *key = ew_map_key (clashes, i);
    const EwClash *clash = (const EwClash *) ew_map_value (clashes, i);
    bool ours = has_clash (sides[EW_SIDE_OURS], key);

    if (!has_clash (base, key) &&
        ours != has_clash (sides[EW_SIDE_THEIRS], key))
      follow_edit (out, base, clash, sides,
                   ours ? EW_SIDE_OURS : EW_SIDE_THEIRS);
  }
}

/* A version that is shown now needs no keeping any more. */
static void
drop_shown (EwObject *out)
{
  g_autoptr (EwMap) clashes = out->clash ? ew_map_ref (out->clash) : NULL;

  for (guint i = 0; i < ew_map_size (clashes); i++) {
    const EwClash *clash = (const EwClash *) ew_map_value (clashes, i);

    if (strcmp (clash->text, ew_object_member_text (out, clash->member)) == 0)
      take_clashes (out, ew_map_without (out->clash, ew_map_key (clashes, i)));
  }
}

static EwObject *
merge_edited (const EwObject *base, const EwObject *const sides[EW_N_SIDES],
              const EwMergeTimes *times)
{
  g_autoptr (GPtrArray) clashes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_merge_clash_free);
  EwMergeContext context = { times, clashes, "", false };
  EwObject *out = merge_members (base, sides, &context);

  follow_edits (out, base, sides);
  for (guint i = 0; i < clashes->len; i++) {
    const EwMergeClash *clash = g_ptr_array_index (clashes, i);

    keep_text (out, clash->member, clash->other);
  }
  drop_shown (out);
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
