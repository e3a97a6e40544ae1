#include "ew-merge-record.h"

#include "ew-merge-text.h"
#include "ew-set.h"

#include <string.h>

void
ew_merge_clash_free (EwMergeClash *clash)
{
  g_free (clash->member);
  g_free (clash->other);
  g_free (clash);
}

static gint64
time_of (const EwMergeTimes *times, const char *member, EwSide side)
{
  return times->of ? times->of (member, side, times->data) : times->time[side];
}

EwSide
ew_merge_later (const EwMergeTimes *times, const char *member,
                const char *const texts[EW_N_SIDES])
{
  gint64 one = time_of (times, member, EW_SIDE_OURS);
  gint64 other = time_of (times, member, EW_SIDE_THEIRS);

  if (one != other)
    return one > other ? EW_SIDE_OURS : EW_SIDE_THEIRS;
  return strcmp (texts[EW_SIDE_OURS], texts[EW_SIDE_THEIRS]) >= 0
             ? EW_SIDE_OURS
             : EW_SIDE_THEIRS;
}

static void
report_clash (const EwMergeContext *context, const char *member,
              const char *shown, const char *other)
{
  EwMergeClash *clash;

  if (context->clashes == NULL || strcmp (shown, other) == 0)
    return;
  clash = g_new0 (EwMergeClash, 1);
  clash->member = g_strdup (member);
  clash->other = g_strdup (other);
  g_ptr_array_add (context->clashes, clash);
}

/* Two people who made the same thing, with nothing to compare with: each of
 * their texts is one whole. */
static void
keep_whole (const EwTextMerge *texts, char *merged[EW_N_SIDES])
{
  for (int i = 0; i < EW_N_SIDES; i++)
    merged[i] = g_strdup (texts->sides[i]);
}

static void
settle_prose (const EwField *field, EwRecord *out, const EwTextMerge *texts,
              const char *member, const EwMergeContext *context)
{
  char *merged[EW_N_SIDES];
  EwSide later = texts->later;

  if (context->is_new)
    keep_whole (texts, merged);
  else
    ew_merge_text (texts, merged);
  ew_field_set_string (field, out, merged[later]);
  report_clash (context, member, merged[later], merged[EW_N_SIDES - 1 - later]);
  for (int i = 0; i < EW_N_SIDES; i++)
    g_free (merged[i]);
}

/* Both sides made something else of the field. */
static void
settle_field (const EwField *field, EwRecord *out, const EwRecord *base,
              const EwRecord *const sides[EW_N_SIDES],
              const EwMergeContext *context)
{
  g_autofree char *member = g_strconcat (context->path, field->name, NULL);
  g_autofree char *before = ew_field_to_text (field, base);
  g_autofree char *ours = ew_field_to_text (field, sides[EW_SIDE_OURS]);
  g_autofree char *theirs = ew_field_to_text (field, sides[EW_SIDE_THEIRS]);
  EwTextMerge texts = { .base = before,
                        .sides = { ours, theirs },
                        .between = field->type == EW_FIELD_TEXT ? "\n" : " " };

  texts.later = ew_merge_later (context->times, member, texts.sides);
  if (ew_field_is_prose (field))
    settle_prose (field, out, &texts, member, context);
  else
    ew_field_assign (field, out, sides[texts.later]);
}

/* Maps: per key, where a record that is missing counts like a deleted object:
 * one that the other side changed stays. */

typedef struct {
  const EwRecordType *type;
  const EwMap *base, *sides[EW_N_SIDES];
  const EwMergeContext *context;
  const char *name; /* of the field that holds the map */
  EwMap *merged;
} MapMerge;

static bool
is_same_record (const EwRecordType *type, const EwRecord *a, const EwRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return ew_record_equal (type, a, b);
}

static void
put (MapMerge *merge, const char *key, const EwRecord *value)
{
  EwMap *old = merge->merged;

  merge->merged = value != NULL ? ew_map_with (old, merge->type, key, value)
                                : ew_map_without (old, key);
  ew_map_unref (old);
}

static void
merge_values (MapMerge *merge, const char *key, const EwRecord *base,
              const EwRecord *const sides[EW_N_SIDES])
{
  g_autofree char *path =
      g_strconcat (merge->context->path, merge->name, "/", key, "/", NULL);
  EwMergeContext inner = *merge->context;
  EwRecord *none = g_malloc (merge->type->size);
  EwRecord *out = g_malloc (merge->type->size);

  inner.path = path;
  inner.is_new = base == NULL;
  ew_record_init (merge->type, none);
  ew_record_init (merge->type, out);
  ew_merge_record (merge->type, out, base != NULL ? base : none, sides, &inner);
  put (merge, key, out);

  ew_record_clear (merge->type, out);
  ew_record_clear (merge->type, none);
  g_free (out);
  g_free (none);
}

/* @sides differ.  Returns: which one is right as it is, EW_N_SIDES when
 * neither. */
static EwSide
choose_side (const EwRecordType *type, const EwRecord *base,
             const EwRecord *const sides[EW_N_SIDES])
{
  if (is_same_record (type, base, sides[EW_SIDE_THEIRS]))
    return EW_SIDE_OURS;
  if (is_same_record (type, base, sides[EW_SIDE_OURS]))
    return EW_SIDE_THEIRS;
  if (sides[EW_SIDE_THEIRS] == NULL)
    return EW_SIDE_OURS;
  return sides[EW_SIDE_OURS] == NULL ? EW_SIDE_THEIRS : EW_N_SIDES;
}

/* What is merged began as ours, so only what differs from that is put. */
static void
merge_key (MapMerge *merge, const char *key)
{
  const EwRecord *base = ew_map_get (merge->base, key);
  const EwRecord *const sides[EW_N_SIDES] = {
    ew_map_get (merge->sides[EW_SIDE_OURS], key),
    ew_map_get (merge->sides[EW_SIDE_THEIRS], key),
  };
  EwSide side;

  if (is_same_record (merge->type, sides[EW_SIDE_OURS], sides[EW_SIDE_THEIRS]))
    return;
  side = choose_side (merge->type, base, sides);
  if (side == EW_N_SIDES)
    merge_values (merge, key, base, sides);
  else if (side == EW_SIDE_THEIRS)
    put (merge, key, sides[EW_SIDE_THEIRS]);
}

static void
merge_keys (MapMerge *merge, const EwMap *keys)
{
  for (guint i = 0; i < ew_map_size (keys); i++)
    merge_key (merge, ew_map_key (keys, i));
}

/* Begins with our map, so a key in base alone, which both let go, is not there
 * to begin with. */
static EwMap *
merge_maps (MapMerge *merge)
{
  const EwMap *ours = merge->sides[EW_SIDE_OURS];

  merge->merged = ours != NULL ? ew_map_ref ((EwMap *) ours) : NULL;
  merge_keys (merge, ours);
  merge_keys (merge, merge->sides[EW_SIDE_THEIRS]);
  return merge->merged;
}

static void
merge_map_field (const EwField *field, EwRecord *out, const EwRecord *base,
                 const EwRecord *const sides[EW_N_SIDES],
                 const EwMergeContext *context)
{
  MapMerge merge = {
    .type = field->record ? field->record : &ew_set_type,
    .base = ew_field_get_map (field, base),
    .sides = { ew_field_get_map (field, sides[EW_SIDE_OURS]),
               ew_field_get_map (field, sides[EW_SIDE_THEIRS]) },
    .context = context,
    .name = field->name,
  };

  ew_field_take_map (field, out, merge_maps (&merge));
}

static void
merge_field (const EwField *field, EwRecord *out, const EwRecord *base,
             const EwRecord *const sides[EW_N_SIDES],
             const EwMergeContext *context)
{
  const EwRecord *ours = sides[EW_SIDE_OURS], *theirs = sides[EW_SIDE_THEIRS];

  if (ew_field_equal (field, ours, theirs) ||
      ew_field_equal (field, base, theirs))
    ew_field_assign (field, out, ours);
  else if (ew_field_equal (field, base, ours))
    ew_field_assign (field, out, theirs);
  else if (field->type == EW_FIELD_MAP || field->type == EW_FIELD_SET)
    merge_map_field (field, out, base, sides, context);
  else
    settle_field (field, out, base, sides, context);
}

static void
merge_unknown (EwRecord *out, const EwRecord *base,
               const EwRecord *const sides[EW_N_SIDES],
               const EwMergeContext *context)
{
  MapMerge merge = {
    .type = &ew_unknown_type,
    .base = base->unknown,
    .sides = { sides[EW_SIDE_OURS]->unknown, sides[EW_SIDE_THEIRS]->unknown },
    .context = context,
    .name = "",
  };

  g_clear_pointer (&out->unknown, ew_map_unref);
  out->unknown = merge_maps (&merge);
}

void
ew_merge_record (const EwRecordType *type, EwRecord *out, const EwRecord *base,
                 const EwRecord *const sides[EW_N_SIDES],
                 const EwMergeContext *context)
{
  for (const EwField *field = type->fields; field->name; field++)
    merge_field (field, out, base, sides, context);
  merge_unknown (out, base, sides, context);
}
