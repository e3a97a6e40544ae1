/* Sets: in JSON, and when two people change one. */
#include "ew-merge.h"

#include "ew-record-json.h"
#include "ew-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  EwObject object;
  EwMap *tags;
} Tagged;

static const EwField fields[] = {
  EW_COMMON_FIELDS,
  { "tags", "Tags", EW_FIELD_SET, G_STRUCT_OFFSET (Tagged, tags) },
  EW_FIELD_END,
};
static const EwKind tagged = {
  .name = "tagged",
  .title = "Tagged",
  .type = { fields, sizeof (Tagged) },
};

static EwObject *
with_tags (const char *tags)
{
  EwObject *object = ew_object_new (&tagged, "x");

  ew_field_from_text (ew_kind_find_field (&tagged, "tags"), &object->record,
                      tags, NULL);
  return object;
}

static void
assert_merged (const char *base_tags, const char *our_tags,
               const char *their_tags, const char *expected)
{
  g_autoptr (EwObject) base = with_tags (base_tags);
  g_autoptr (EwObject) ours = with_tags (our_tags);
  g_autoptr (EwObject) theirs = with_tags (their_tags);
  g_autoptr (EwObject) one = NULL;
  g_autoptr (EwObject) other = NULL;
  g_autofree char *text = NULL;

  one = ew_merge_object (base, (const EwObject *const[]){ ours, theirs },
                         &(EwMergeTimes){ { 1, 2 } });
  other = ew_merge_object (base, (const EwObject *const[]){ theirs, ours },
                           &(EwMergeTimes){ { 1, 2 } });
  text = ew_set_to_text (((Tagged *) one)->tags);
  g_assert_cmpstr (text, ==, expected);
  g_assert_true (ew_object_equal (one, other));
}

static void
test_merge (void)
{
  assert_merged ("a", "a, b", "a, c", "a, b, c");
  assert_merged ("a, b", "a", "b", "");
  assert_merged ("a, b", "a", "a, b, c", "a, c");
  assert_merged ("", "a", "a", "a");
  assert_merged ("a", "", "a", "");
}

static void
assert_reads (const char *json, const char *canonical)
{
  g_autoptr (EwObject) object = ew_object_new (&tagged, "x");
  EwRecordWriter writer = { .type = &tagged.type };
  g_autoptr (GString) out = g_string_new ("{");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node =
      ew_json_parse (json, strlen (json), EW_JSON_STRICT, &(EwJsonFault){ 0 });
  bool ok = ew_record_read_members (&tagged.type, &object->record,
                                    json_node_get_object (node), NULL,
                                    EW_RECORD_READ_STRICT, &error);

  g_assert_cmpint (ok, ==, canonical != NULL);
  if (!ok) {
    g_assert_true (g_str_has_prefix (error->message, "tags: "));
    return;
  }
  ew_record_append_members (out, &writer, &object->record, ",");
  g_string_append_c (out, '}');
  g_assert_cmpstr (out->str, ==, canonical);
}

static void
test_json (void)
{
  assert_reads ("{\"tags\":[\"b\",\"a\"]}", "{\"tags\":[\"a\",\"b\"]}");
  assert_reads ("{\"tags\":[\"a\",\"a\"]}", "{\"tags\":[\"a\"]}");
  assert_reads ("{\"tags\":[]}", "{}");
  assert_reads ("{\"tags\":[1]}", NULL);
  assert_reads ("{\"tags\":[\"\"]}", NULL);
  assert_reads ("{\"tags\":{\"a\":1}}", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-set/merge", test_merge);
  g_test_add_func ("/merge-set/json", test_json);
  return g_test_run ();
}
