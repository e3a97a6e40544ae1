/* Members by their paths. */
#include "kind-for-tests.h"

#include "ew-object-member.h"

static EwObject *
with_word (const char *key, const char *word)
{
  EwObject *thing = ew_object_new (&test_thing, "t");
  const EwField *field = ew_kind_find_field (&test_thing, "words");
  TestWord value = { .word = ew_string_new (word) };

  ew_field_take_map (field, &thing->record,
                     ew_map_with (NULL, &test_word_type, key, &value.record));
  ew_record_clear (&test_word_type, &value.record);
  return thing;
}

static void
test_text (void)
{
  g_autoptr (EwObject) thing = with_word ("k", "old");

  ew_object_set_string (thing, "text", "A");
  g_assert_cmpstr (ew_object_member_text (thing, "text"), ==, "A");
  g_assert_cmpstr (ew_object_member_text (thing, "words/k/word"), ==, "old");
  g_assert_cmpstr (ew_object_member_text (thing, "words/j/word"), ==, "");
  g_assert_cmpstr (ew_object_member_text (thing, "words/k"), ==, "");
  g_assert_cmpstr (ew_object_member_text (thing, "words"), ==, "");
  g_assert_cmpstr (ew_object_member_text (thing, "number"), ==, "");
  g_assert_cmpstr (ew_object_member_text (thing, "text/k"), ==, "");
  g_assert_cmpstr (ew_object_member_text (thing, "nothing/k/word"), ==, "");
  g_assert_cmpstr (ew_object_member_text (thing, ""), ==, "");
  g_assert_cmpstr (ew_object_member_text (NULL, "text"), ==, "");
}

static void
test_set_text (void)
{
  g_autoptr (EwObject) thing = with_word ("k", "old");
  g_autoptr (EwObject) before = ew_object_copy (thing);

  ew_object_member_set_text (thing, "words/j/word", "new");
  ew_object_member_set_text (thing, "words/k/nothing", "new");
  ew_object_member_set_text (thing, "words/k", "new");
  ew_object_member_set_text (thing, "number", "new");
  ew_object_member_set_text (thing, "", "new");
  g_assert_true (ew_object_equal (thing, before));
  ew_object_member_set_text (thing, "words/k/word", "new");
  ew_object_member_set_text (thing, "text", "B");
  g_assert_cmpstr (ew_object_member_text (thing, "words/k/word"), ==, "new");
  g_assert_cmpstr (ew_object_member_text (thing, "text"), ==, "B");
  g_assert_cmpstr (ew_object_member_text (before, "words/k/word"), ==, "old");
}

static void
test_equal (void)
{
  g_autoptr (EwObject) one = with_word ("k", "a");
  g_autoptr (EwObject) other = with_word ("k", "b");
  g_autoptr (EwObject) third = with_word ("j", "a");

  g_assert_true (ew_object_member_equal (one, other, "pos"));
  g_assert_false (ew_object_member_equal (one, other, "words"));
  g_assert_false (ew_object_member_equal (one, other, "words/k/word"));
  g_assert_false (ew_object_member_equal (one, third, "words/k/word"));
  g_assert_true (ew_object_member_equal (one, third, "words/i/word"));
  g_assert_false (ew_object_member_equal (one, NULL, "pos"));
  g_assert_true (ew_object_member_equal (NULL, NULL, "pos"));
}

static void
test_unknown (void)
{
  g_autoptr (EwObject) one = ew_object_new (&test_thing, "t");
  g_autoptr (EwObject) other = ew_object_copy (one);
  EwUnknown value = { .json = ew_string_new ("1") };

  one->record.unknown =
      ew_map_with (NULL, &ew_unknown_type, "later", &value.record);
  ew_record_clear (&ew_unknown_type, &value.record);
  g_assert_cmpstr (ew_object_member_text (one, "/later/json"), ==, "1");
  g_assert_false (ew_object_member_equal (one, other, "/later/json"));
  g_assert_true (ew_object_member_equal (one, other, "/sooner/json"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/member/text", test_text);
  g_test_add_func ("/member/set-text", test_set_text);
  g_test_add_func ("/member/equal", test_equal);
  g_test_add_func ("/member/unknown", test_unknown);
  return g_test_run ();
}
