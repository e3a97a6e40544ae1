/* The laws that every kind keeps as bytes and in a merge. */
#include "conformance.h"

#include "ew-kinds.h"
#include "ew-merge.h"
#include "ew-object-json.h"

#include <string.h>

static EwObject *
through_json (const EwObject *object, EwJsonWrite flags)
{
  g_autofree char *json = ew_object_to_json (object, flags);
  g_autoptr (GError) error = NULL;
  EwObject *read = ew_object_from_json (json, -1, &error);

  g_assert_no_error (error);
  return read;
}

static void
assert_round_trip (const EwObject *object)
{
  g_autoptr (EwObject) read = through_json (object, EW_JSON_WRITE_CANONICAL);
  g_autoptr (EwObject) full = through_json (object, EW_JSON_WRITE_DEFAULTS);

  g_assert_true (ew_object_equal (object, read));
  g_assert_true (object->kind == full->kind);
}

static void
test_round_trip (gconstpointer data)
{
  const EwKind *kind = data;
  g_autoptr (EwObject) fresh = ew_object_new (kind, "fresh");

  assert_round_trip (fresh);
  for (int salt = 0; salt < 4; salt++) {
    g_autoptr (EwObject) rich = conformance_rich (kind, salt);

    assert_round_trip (rich);
  }
}

static char *
read_example (const EwKind *kind)
{
  g_autofree char *name = g_strconcat (kind->name, ".json", NULL);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "kinds", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strchomp (text);
}

/* tests/data/kinds holds one of each: all of its fields, in canonical form. */
static void
test_example (gconstpointer data)
{
  const EwKind *kind = data;
  g_autofree char *text = read_example (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (EwObject) object = ew_object_from_json (text, -1, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_true (object->kind->type.fields == kind->type.fields);
  for (const EwField *field = kind->type.fields; field->name; field++) {
    if (ew_field_is_default (field, &object->record))
      g_error ("The example does not show “%s”", field->name);
  }
  again = ew_object_to_json (object, EW_JSON_WRITE_CANONICAL);
  g_assert_cmpstr (again, ==, text);
}

static EwObject *
merge (const EwObject *base, const EwObject *ours, const EwObject *theirs,
       gint64 ours_time, gint64 theirs_time)
{
  const EwObject *const sides[EW_N_SIDES] = { ours, theirs };
  EwMergeTimes times = { { ours_time, theirs_time } };

  return ew_merge_object (base, sides, &times);
}

static EwObject *
changed (const EwObject *object, const EwField *field, int salt)
{
  EwObject *copy = ew_object_copy (object);

  conformance_change (field, &copy->record, salt);
  return copy;
}

/* Whoever changed it has it; if both did the same, so it is. */
static void
assert_one_side_wins (const EwObject *base, const EwField *field)
{
  g_autoptr (EwObject) edit = changed (base, field, 2);
  g_autoptr (EwObject) ours = merge (base, edit, base, 1, 9);
  g_autoptr (EwObject) theirs = merge (base, base, edit, 9, 1);
  g_autoptr (EwObject) both = merge (base, edit, edit, 1, 2);
  g_autoptr (EwObject) kept = merge (base, NULL, edit, 9, 1);

  g_assert_true (ew_object_equal (ours, edit));
  g_assert_true (ew_object_equal (theirs, edit));
  g_assert_true (ew_object_equal (both, edit));
  g_assert_true (ew_object_equal (kept, edit));
}

/* Both machines end with the same, and merging it again changes nothing. */
static void
assert_symmetric (const EwObject *base, const EwField *one_field,
                  const EwField *two_field)
{
  g_autoptr (EwObject) one = changed (base, one_field, 2);
  g_autoptr (EwObject) two = changed (base, two_field, 3);

  for (gint64 time = 1; time <= 3; time++) {
    g_autoptr (EwObject) here = merge (base, one, two, 2, time);
    g_autoptr (EwObject) there = merge (base, two, one, time, 2);
    g_autoptr (EwObject) again = merge (two, here, two, 2, time);

    g_assert_true (ew_object_equal (here, there));
    g_assert_true (ew_object_equal (again, here));
  }
}

static void
test_merge (gconstpointer data)
{
  const EwKind *kind = data;
  g_autoptr (EwObject) base = conformance_rich (kind, 1);
  g_autoptr (EwObject) same = merge (base, base, base, 1, 2);
  g_autoptr (EwObject) gone = merge (base, NULL, base, 1, 2);
  const EwField *fields = kind->type.fields;

  g_assert_true (ew_object_equal (same, base));
  g_assert_null (gone);
  for (const EwField *one = fields; one->name; one++) {
    assert_one_side_wins (base, one);
    for (const EwField *two = fields; two->name; two++)
      assert_symmetric (base, one, two);
  }
}

/* Two fields changed by two people are both changed. */
static void
test_merge_keeps_both (gconstpointer data)
{
  const EwKind *kind = data;
  g_autoptr (EwObject) base = conformance_rich (kind, 1);

  for (const EwField *one = kind->type.fields; one->name; one++) {
    const EwField *two = one[1].name ? &one[1] : kind->type.fields;
    g_autoptr (EwObject) ours = changed (base, one, 2);
    g_autoptr (EwObject) theirs = changed (base, two, 3);
    g_autoptr (EwObject) merged = merge (base, ours, theirs, 1, 2);

    g_assert_true (ew_field_equal (one, &merged->record, &ours->record));
    g_assert_true (ew_field_equal (two, &merged->record, &theirs->record));
  }
}

static EwObject *
with_unknown (const EwObject *base, const char *json)
{
  EwObject *copy = ew_object_copy (base);

  conformance_add_unknown (&copy->record, json);
  return copy;
}

/* What only a newer version understands is merged like the rest. */
static void
test_merge_unknown (gconstpointer data)
{
  g_autoptr (EwObject) base = conformance_rich (data, 1);
  g_autoptr (EwObject) ours = with_unknown (base, "1");
  g_autoptr (EwObject) theirs = with_unknown (base, "2");
  g_autoptr (EwObject) one = merge (base, ours, base, 1, 2);
  g_autoptr (EwObject) later = merge (base, ours, theirs, 1, 2);
  g_autoptr (EwObject) there = merge (base, theirs, ours, 2, 1);

  g_assert_true (ew_object_equal (one, ours));
  g_assert_true (ew_object_equal (later, theirs));
  g_assert_true (ew_object_equal (there, theirs));
}

/* Two words nobody knows are two kinds. */
static void
test_unknown_words (void)
{
  g_autoptr (EwObject) one = ew_object_new (&ew_kind_unknown, "x");
  g_autoptr (EwObject) two = ew_object_new (&ew_kind_unknown, "x");
  g_autoptr (EwObject) copy = NULL, read = NULL;

  ew_object_set_kind_name (one, "kanban");
  ew_object_set_kind_name (two, "kanban");
  g_assert_true (ew_object_equal (one, two));
  ew_object_set_kind_name (two, "calendar");
  g_assert_false (ew_object_equal (one, two));
  copy = ew_object_copy (one);
  read = through_json (one, EW_JSON_WRITE_CANONICAL);
  g_assert_cmpstr (ew_object_kind_name (copy), ==, "kanban");
  g_assert_true (ew_object_equal (one, read));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  conformance_add ("round-trip", test_round_trip);
  conformance_add ("example", test_example);
  conformance_add ("merge", test_merge);
  conformance_add ("merge-keeps-both", test_merge_keeps_both);
  conformance_add ("merge-unknown", test_merge_unknown);
  g_test_add_func ("/kinds/unknown-words", test_unknown_words);
  return g_test_run ();
}
