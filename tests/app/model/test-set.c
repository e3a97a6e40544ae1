/* Sets of words. */
#include "kind-for-tests.h"

#include "ew-set.h"

static void
test_words (void)
{
  g_autoptr (EwMap) one = ew_set_with (NULL, "red");
  g_autoptr (EwMap) two = ew_set_with (one, "blue");
  g_autoptr (EwMap) again = ew_set_with (two, "red");
  g_autoptr (EwMap) less = ew_set_toggle (two, "red");
  g_autoptr (EwMap) none = ew_set_toggle (one, "red");

  g_assert_true (ew_set_has (two, "red"));
  g_assert_false (ew_set_has (one, "blue"));
  g_assert_cmpstr (ew_map_key (two, 0), ==, "blue");
  g_assert_true (ew_map_equal (two, again));
  g_assert_cmpuint (ew_map_size (less), ==, 1);
  g_assert_null (none);
}

static void
test_many (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (EwMap) set = NULL;

  g_ptr_array_add (words, "b");
  g_ptr_array_add (words, "c");
  g_ptr_array_add (words, "a");
  g_ptr_array_add (words, "b");
  set = ew_set_new (words);
  g_assert_cmpuint (ew_map_size (set), ==, 3);
  g_assert_cmpstr (ew_map_key (set, 0), ==, "a");
  g_assert_cmpstr (ew_map_key (set, 2), ==, "c");
  g_ptr_array_set_size (words, 0);
  g_assert_null (ew_set_new (words));
}

static void
assert_reads (const char *text, const char *back, guint n)
{
  g_autoptr (EwMap) set = ew_set_from_text (text);
  g_autofree char *again = ew_set_to_text (set);

  g_assert_cmpuint (ew_map_size (set), ==, n);
  g_assert_cmpstr (again, ==, back);
}

static void
test_text (void)
{
  assert_reads ("", "", 0);
  assert_reads (" , ,", "", 0);
  assert_reads ("red,blue", "blue, red", 2);
  assert_reads ("  two words ,one", "one, two words", 2);
  assert_reads ("a\\,b", "a\\,b", 1);
  assert_reads ("a\\\\", "a\\\\", 1);
  assert_reads ("a\\", "a\\\\", 1);
}

static void
test_field (void)
{
  const EwField *field = ew_kind_find_field (&test_thing, "tags");
  g_autoptr (EwObject) thing = ew_object_new (&test_thing, "t");
  g_autoptr (EwObject) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ew_field_is_default (field, &thing->record));
  g_assert_true (ew_field_from_text (field, &thing->record, "b, a", NULL));
  g_assert_false (ew_field_is_default (field, &thing->record));
  copy = ew_object_copy (thing);
  g_assert_true (ew_object_equal (thing, copy));
  g_assert_true (ew_field_from_text (field, &copy->record, "a", NULL));
  g_assert_false (ew_object_equal (thing, copy));
  g_assert_false (ew_field_from_text (field, &copy->record, "a\nb", &error));
  g_assert_nonnull (strstr (error->message, "tags"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/set/words", test_words);
  g_test_add_func ("/set/many", test_many);
  g_test_add_func ("/set/text", test_text);
  g_test_add_func ("/set/field", test_field);
  return g_test_run ();
}
