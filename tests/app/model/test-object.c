#include "kind-for-tests.h"

#include "ew-error.h"

#include <string.h>

static void
test_defaults (void)
{
  g_autoptr (EwObject) object = ew_object_new (&test_thing, NULL);
  TestThing *thing = (TestThing *) object;

  g_assert_cmpuint (strlen (object->id), ==, 36);
  g_assert_cmpstr (thing->color, ==, "yellow");
  g_assert_cmpint (thing->number, ==, 7);
  g_assert_cmpstr (thing->text, ==, "");
  g_assert_cmpint (object->size.x, ==, 6400);
  for (const EwField *field = test_fields; field->name; field++)
    if (strcmp (field->name, "size") != 0)
      g_assert_true (ew_field_is_default (field, &object->record));
}

static void
test_copy_is_equal_and_apart (void)
{
  g_autoptr (EwObject) object = ew_object_new (&test_thing, "a");
  ew_object_set_string (object, "text", "Fix login");
  g_autoptr (EwObject) copy = ew_object_copy (object);

  g_assert_true (ew_object_equal (object, copy));
  ew_object_set_string (copy, "text", "Fix logout");
  g_assert_false (ew_object_equal (object, copy));
  g_assert_cmpstr (ew_object_get_string (object, "text"), ==, "Fix login");
}

static void
test_same_content_other_id (void)
{
  g_autoptr (EwObject) object = ew_object_new (&test_thing, "a");
  g_autoptr (EwObject) other = ew_object_copy_as (object, "b");
  g_assert_false (ew_object_equal (object, other));
  g_assert_cmpstr (other->id, ==, "b");
}

/* Every way to say a value, and what comes back. */
static void
test_field_text (void)
{
  static const char *const good[][3] = {
    { "pos", "10,-2.5", "10,-2.5" },
    { "pos", "1099511627776,0", "1099511627776,0" },
    { "pos", "0.015625,0", "0.015625,0" },
    { "number", "-12", "-12" },
    { "done", "true", "true" },
    { "text", "two\nlines", "two\nlines" },
    { "color", "#ff8800", "#ff8800" },
    { "parent", "frame-1", "frame-1" },
    { "from", "note-1", "note-1" },
    { "from", "note-1@500,1000", "note-1@500,1000" },
    { "from", "3,4", "3,4" },
  };
  g_autoptr (EwObject) object = ew_object_new (&test_thing, "a");
  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;
    const EwField *field = ew_kind_find_field (&test_thing, good[i][0]);
    g_assert_true (
        ew_field_from_text (field, &object->record, good[i][1], &error));
    g_assert_no_error (error);
    g_autofree char *text = ew_field_to_text (field, &object->record);
    g_assert_cmpstr (text, ==, good[i][2]);
  }
}

static void
test_field_text_refused (void)
{
  static const char *const bad[][2] = {
    { "pos", "10" },        { "pos", "a,b" },
    { "pos", "1,2,3" },     { "pos", "1e300,0" },
    { "pos", "nan,0" },     { "number", "1.5" },
    { "number", "010x" },   { "number", "9007199254740992" },
    { "done", "yes" },      { "color", "two\nlines" },
    { "parent", "../x" },   { "from", "a b" },
    { "from", "a@2000,0" }, { "words", "x" },
    { "text", "\xff\xfe" },
  };
  g_autoptr (EwObject) object = ew_object_new (&test_thing, "a");
  g_autoptr (EwObject) before = ew_object_copy (object);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    const EwField *field = ew_kind_find_field (&test_thing, bad[i][0]);
    g_assert_false (
        ew_field_from_text (field, &object->record, bad[i][1], &error));
    g_assert_error (error, EW_ERROR, EW_ERROR_USAGE);
    /* The sentence names the field. */
    g_assert_nonnull (strstr (error->message, bad[i][0]));
    g_assert_true (ew_object_equal (object, before));
  }
}

static void
test_box_is_never_empty (void)
{
  g_autoptr (EwObject) object = test_object_at (&test_thing, "a", 5, 5);
  object->size = (EwCoords){ -640, 0 };
  EwRect box = ew_object_box (object);
  g_assert_cmpfloat (box.w, ==, EW_BOX_MIN);
  g_assert_cmpfloat (box.h, ==, EW_BOX_MIN);
}

static void
test_word_clear (TestWord *word)
{
  ew_record_clear (&test_word_type, &word->record);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestWord, test_word_clear)

static void
test_map (void)
{
  g_auto (TestWord) word = { .word = ew_string_new ("x") };
  g_autoptr (EwMap) one =
      ew_map_with (NULL, &test_word_type, "k", &word.record);
  g_autoptr (EwMap) two = ew_map_with (one, &test_word_type, "a", &word.record);
  g_autoptr (EwMap) back = ew_map_without (two, "a");

  g_assert_cmpuint (ew_map_size (NULL), ==, 0);
  g_assert_cmpuint (ew_map_size (two), ==, 2);
  g_assert_cmpstr (ew_map_key (two, 0), ==, "a");
  g_assert_true (ew_map_equal (one, back));
  g_assert_false (ew_map_equal (one, two));
  g_assert_null (ew_map_get (one, "a"));
  ew_string_set (&word.word, "y");
  g_autoptr (EwMap) other =
      ew_map_with (one, &test_word_type, "k", &word.record);
  g_assert_cmpuint (ew_map_size (other), ==, 1);
  g_assert_false (ew_map_equal (one, other));
  g_assert_null (ew_map_without (one, "k"));
}

static void
test_says_something (void)
{
  g_autoptr (EwObject) object = ew_object_new (&test_thing, "a");
  g_autofree char *nothing = ew_object_to_text (object);
  g_assert_cmpstr (nothing, ==, "Thing");
  ew_object_set_string (object, "text", "Fix login");
  g_autofree char *text = ew_object_to_text (object);
  g_assert_cmpstr (text, ==, "Fix login");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/object/defaults", test_defaults);
  g_test_add_func ("/object/copy", test_copy_is_equal_and_apart);
  g_test_add_func ("/object/other-id", test_same_content_other_id);
  g_test_add_func ("/object/field-text", test_field_text);
  g_test_add_func ("/object/field-text-refused", test_field_text_refused);
  g_test_add_func ("/object/box-is-never-empty", test_box_is_never_empty);
  g_test_add_func ("/object/map", test_map);
  g_test_add_func ("/object/says-something", test_says_something);
  return g_test_run ();
}
