/* The laws of the merge, on thousands of random triples of every kind. */
#include "ew-merge.h"

#include "ew-word.h"
#include "random-object.h"

#include <string.h>

/* A soak, `-m slow`, tries for minutes what a test tries for a moment. */
#define ROUNDS (g_test_slow () ? 60000 : 600)

typedef struct {
  EwObject *base, *sides[EW_N_SIDES];
  EwMergeTimes times;
} Triple;

static void
triple_clear (Triple *triple)
{
  ew_object_unref (triple->base);
  ew_object_unref (triple->sides[EW_SIDE_OURS]);
  ew_object_unref (triple->sides[EW_SIDE_THEIRS]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Triple, triple_clear)

static EwObject *
sometimes (EwObject *object)
{
  if (g_test_rand_int_range (0, 10) > 0)
    return object;
  ew_object_unref (object);
  return NULL;
}

/* Sometimes a side has nothing, sometimes the base; mostly both have changed
 * much of it. */
static Triple
random_triple (const EwKind *kind)
{
  g_autoptr (EwObject) start = random_object (kind, "x");
  Triple triple = {
    .sides = { sometimes (random_change (start, 50)),
               sometimes (random_change (start, 50)) },
    .times = { { g_test_rand_int_range (0, 3), g_test_rand_int_range (0, 3) } },
  };

  triple.base = sometimes (ew_object_ref (start));
  return triple;
}

static EwObject *
merge (const Triple *triple)
{
  const EwObject *const sides[] = { triple->sides[0], triple->sides[1] };

  return ew_merge_object (triple->base, sides, &triple->times);
}

static EwObject *
merge_turned (const Triple *triple)
{
  const EwObject *const sides[] = { triple->sides[1], triple->sides[0] };
  EwMergeTimes times = { { triple->times.time[1], triple->times.time[0] } };

  return ew_merge_object (triple->base, sides, &times);
}

static EwObject *
merge_three (const EwObject *base, const EwObject *ours, const EwObject *theirs)
{
  const EwObject *const sides[] = { ours, theirs };
  EwMergeTimes times = { { 1, 2 } };

  return ew_merge_object (base, sides, &times);
}

static void
assert_merges_to (const EwObject *base, const EwObject *ours,
                  const EwObject *theirs, const EwObject *expected)
{
  g_autoptr (EwObject) merged = merge_three (base, ours, theirs);

  g_assert_true (ew_object_equal (merged, expected));
}

static void
check_symmetric (const Triple *triple)
{
  g_autoptr (EwObject) one = merge (triple);
  g_autoptr (EwObject) other = merge_turned (triple);

  g_assert_true (ew_object_equal (one, other));
}

static void
check_identities (const Triple *triple)
{
  for (int i = 0; i < EW_N_SIDES; i++) {
    const EwObject *side = triple->sides[i];

    assert_merges_to (triple->base, side, triple->base, side);
    assert_merges_to (triple->base, triple->base, side, side);
    assert_merges_to (triple->base, side, side, side);
  }
}

/* Merging a side in once more changes nothing of the other's: who has the
 * result has everything. */
static void
check_idempotent (const Triple *triple)
{
  g_autoptr (EwObject) merged = merge (triple);

  for (int i = 0; i < EW_N_SIDES; i++)
    assert_merges_to (triple->sides[i], merged, triple->sides[i], merged);
  assert_merges_to (triple->base, merged, merged, merged);
}

static bool
has_word (const char *text, const EwWord *word)
{
  g_autoptr (GArray) words = ew_word_split (text);

  for (guint i = 0; i < words->len; i++)
    if (ew_word_equal (&g_array_index (words, EwWord, i), word))
      return true;
  return false;
}

static bool
is_kept (const EwObject *object, const char *member, const EwWord *word)
{
  for (guint i = 0; i < ew_map_size (object->clash); i++) {
    const EwClash *clash = (const EwClash *) ew_map_value (object->clash, i);

    if (strcmp (clash->member, member) == 0 && has_word (clash->text, word))
      return true;
  }
  return false;
}

/* Each word a side wrote is shown or kept. */
static void
check_text (const EwField *field, const EwRecord *base, const EwRecord *side,
            const EwRecord *merged, const char *path, const EwObject *object)
{
  const char *before = base ? ew_field_get_string (field, base) : "";
  g_autoptr (GArray) words = ew_word_split (ew_field_get_string (field, side));
  g_autofree char *member = g_strconcat (path, field->name, NULL);

  for (guint i = 0; i < words->len; i++) {
    const EwWord *word = &g_array_index (words, EwWord, i);

    if (word->length == 0 || has_word (before, word))
      continue;
    g_assert_nonnull (merged);
    g_assert_true (has_word (ew_field_get_string (field, merged), word) ||
                   is_kept (object, member, word));
  }
}

static void check_record (const EwRecordType *type, const EwRecord *base,
                          const EwRecord *side, const EwRecord *merged,
                          const char *path, const EwObject *object);

static void
check_map (const EwField *field, const EwRecord *base, const EwRecord *side,
           const EwRecord *merged, const EwObject *object)
{
  const EwMap *from = base != NULL ? ew_field_get_map (field, base) : NULL;
  const EwMap *map = ew_field_get_map (field, side);
  const EwMap *into = merged != NULL ? ew_field_get_map (field, merged) : NULL;

  for (guint i = 0; i < ew_map_size (map); i++) {
    const char *key = ew_map_key (map, i);
    g_autofree char *path = g_strconcat (field->name, "/", key, "/", NULL);

    check_record (field->record, ew_map_get (from, key), ew_map_value (map, i),
                  ew_map_get (into, key), path, object);
  }
}

static void
check_record (const EwRecordType *type, const EwRecord *base,
              const EwRecord *side, const EwRecord *merged, const char *path,
              const EwObject *object)
{
  for (const EwField *field = type->fields; field->name; field++)
    if (ew_field_is_prose (field))
      check_text (field, base, side, merged, path, object);
    else if (field->type == EW_FIELD_MAP && strcmp (field->name, "clash") != 0)
      check_map (field, base, side, merged, object);
}

static void
check_nothing_lost (const Triple *triple)
{
  g_autoptr (EwObject) merged = merge (triple);

  for (int i = 0; i < EW_N_SIDES; i++) {
    const EwObject *side = triple->sides[i];

    if (side == NULL || ew_object_equal (side, triple->base))
      continue;
    g_assert_nonnull (merged);
    check_record (&side->kind->type,
                  triple->base ? &triple->base->record : NULL, &side->record,
                  &merged->record, "", merged);
  }
}

static void
for_all (void (*check) (const Triple *triple))
{
  for (const EwKind *const *kind = all_kinds (); *kind != NULL; kind++)
    for (int i = 0; i < ROUNDS; i++) {
      g_auto (Triple) triple = random_triple (*kind);

      check (&triple);
    }
}

static void
test_symmetric (void)
{
  for_all (check_symmetric);
}

static void
test_identities (void)
{
  for_all (check_identities);
}

static void
test_idempotent (void)
{
  for_all (check_idempotent);
}

static void
test_nothing_lost (void)
{
  for_all (check_nothing_lost);
}

static void
check_kinds (const EwKind *base, const EwKind *ours, const EwKind *theirs)
{
  g_auto (Triple) triple = {
    .base = sometimes (random_object (base, "x")),
    .sides = { random_object (ours, "x"), random_object (theirs, "x") },
    .times = { { g_test_rand_int_range (0, 2), g_test_rand_int_range (0, 2) } },
  };

  check_symmetric (&triple);
  check_identities (&triple);
}

/* One id, any two kinds. */
static void
test_mixed_kinds (void)
{
  for (const EwKind *const *one = all_kinds (); *one != NULL; one++)
    for (const EwKind *const *other = all_kinds (); *other != NULL; other++) {
      check_kinds (*one, *one, *other);
      check_kinds (*one, *other, *other);
    }
}

/* Both made the same thing of another kind: what that was before is no base. */
static void
test_base_of_another_kind (void)
{
  g_auto (Triple) triple = {
    .base = ew_object_new (&ew_kind_thread, "x"),
    .sides = { ew_object_new (&ew_kind_note, "x"),
               ew_object_new (&ew_kind_note, "x") },
    .times = { { 1, 2 } },
  };
  g_autoptr (EwObject) merged = NULL;

  ew_object_set_string (triple.sides[0], "text", "Text");
  ew_object_set_string (triple.sides[1], "color", "pink");
  merged = merge (&triple);
  g_assert_cmpstr (ew_object_get_string (merged, "text"), ==, "Text");
  g_assert_cmpstr (ew_object_get_string (merged, "color"), ==, "pink");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-laws/symmetric", test_symmetric);
  g_test_add_func ("/merge-laws/identities", test_identities);
  g_test_add_func ("/merge-laws/idempotent", test_idempotent);
  g_test_add_func ("/merge-laws/nothing-lost", test_nothing_lost);
  g_test_add_func ("/merge-laws/mixed-kinds", test_mixed_kinds);
  g_test_add_func ("/merge-laws/base-of-another-kind",
                   test_base_of_another_kind);
  return g_test_run ();
}
