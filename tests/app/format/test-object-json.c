/* Objects ⇄ JSON, on every kind. */
#include "ew-object-json.h"

#include "ew-error.h"
#include "ew-string.h"
#include "random-object.h"

#include <string.h>

#define ROUNDS 200

static EwObject *
read_good (const char *json)
{
  g_autoptr (GError) error = NULL;
  EwObject *object = ew_object_from_json (json, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (object);
  return object;
}

/* What was written reads as the same, and the same is the same bytes. */
static void
assert_round_trip (const EwObject *object)
{
  g_autofree char *json = ew_object_to_json (object, EW_JSON_WRITE_CANONICAL);
  g_autoptr (EwObject) again = read_good (json);
  g_autofree char *twice = ew_object_to_json (again, EW_JSON_WRITE_CANONICAL);

  g_assert_cmpstr (twice, ==, json);
  g_assert_true (ew_object_equal (object, again));
  g_assert_null (strchr (json, '\n'));
  g_assert_true (g_utf8_validate (json, -1, NULL));
}

static void
test_round_trip (void)
{
  for (const EwKind *const *kind = all_kinds (); *kind != NULL; kind++)
    for (int i = 0; i < ROUNDS; i++) {
      g_autoptr (EwObject) object = random_object (*kind, NULL);

      assert_round_trip (object);
    }
}

static void
test_fresh (void)
{
  for (const EwKind *const *kind = all_kinds (); *kind != NULL; kind++) {
    g_autoptr (EwObject) object = ew_object_new (*kind, NULL);

    assert_round_trip (object);
  }
}

static void
assert_canonical (const EwObject *object)
{
  g_autofree char *json = ew_object_to_json (object, EW_JSON_WRITE_CANONICAL);
  g_autofree char *head =
      g_strdup_printf ("{\"id\":\"%s\",\"kind\":\"%s\"", object->id,
                       ew_object_kind_name (object));
  g_autoptr (JsonNode) node =
      ew_json_parse (json, strlen (json), EW_JSON_STRICT, NULL);
  g_autoptr (GList) names =
      json_object_get_members (json_node_get_object (node));

  g_assert_true (g_str_has_prefix (json, head));
  for (GList *l = names->next->next; l != NULL && l->next != NULL; l = l->next)
    g_assert_cmpstr (l->data, <, l->next->data);
}

static void
test_order_of_members (void)
{
  for (const EwKind *const *kind = all_kinds (); *kind != NULL; kind++)
    for (int i = 0; i < ROUNDS; i++) {
      g_autoptr (EwObject) object = random_object (*kind, NULL);

      assert_canonical (object);
    }
}

static void
assert_json (const char *json, const char *expected)
{
  g_autoptr (EwObject) object = read_good (json);
  g_autofree char *out = ew_object_to_json (object, EW_JSON_WRITE_CANONICAL);

  g_assert_cmpstr (out, ==, expected);
}

static void
assert_kept (const char *json)
{
  assert_json (json, json);
}

static void
test_bytes (void)
{
  assert_kept ("{\"id\":\"a\",\"kind\":\"note\",\"color\":\"pink\","
               "\"pos\":[12800,-6400],\"size\":[12800,12800],"
               "\"text\":\"Ship it\",\"z\":\"V\"}");
  assert_kept ("{\"id\":\"a\",\"kind\":\"connector\",\"from\":{\"id\":\"b\"},"
               "\"to\":{\"id\":\"c\",\"at\":[1000,500]}}");
  assert_kept ("{\"id\":\"a\",\"kind\":\"connector\",\"from\":{\"pos\":[1,2]},"
               "\"to\":{\"id\":\"c\"}}");
  assert_kept ("{\"id\":\"t\",\"kind\":\"thread\",\"anchor\":{\"id\":\"b\"},"
               "\"messages\":{\"m1\":{\"at\":12,\"author\":\"Ana\","
               "\"text\":\"Hi\"},\"m2\":{\"text\":\"Ho\"}}}");
}

static void
test_defaults_are_left_out (void)
{
  assert_json ("{\"id\":\"a\",\"kind\":\"note\",\"color\":\"yellow\","
               "\"text\":\"\",\"parent\":\"\",\"clash\":{},\"pos\":[0,0],"
               "\"size\":[64,64]}",
               "{\"id\":\"a\",\"kind\":\"note\",\"size\":[64,64]}");
}

/* A note that someone typed into the file is as large as any new note; one that
 * has no size at all says so. */
static void
test_size_by_hand (void)
{
  g_autoptr (EwObject) made = read_good ("{\"id\":\"a\",\"kind\":\"note\"}");
  g_autoptr (EwObject) fresh = ew_object_new (&ew_kind_note, "a");

  g_assert_true (ew_object_equal (made, fresh));
  assert_kept ("{\"id\":\"a\",\"kind\":\"note\",\"size\":[0,0]}");
}

static void
test_all_fields (void)
{
  for (const EwKind *const *kind = all_kinds (); *kind != NULL; kind++) {
    g_autoptr (EwObject) object = ew_object_new (*kind, "a");
    g_autoptr (JsonNode) node =
        ew_object_to_node (object, EW_JSON_WRITE_DEFAULTS);
    JsonObject *members = json_node_get_object (node);

    for (const EwField *field = (*kind)->type.fields; field->name; field++)
      g_assert_true (json_object_has_member (members, field->name));
  }
}

static void
test_unknown_members (void)
{
  assert_kept ("{\"id\":\"a\",\"kind\":\"note\",\"Zebra\":[1,{\"b\":null}],"
               "\"pos\":[1,2],\"pose\":\"\\u0001ü\\\"\",\"size\":[1,1],"
               "\"zz\":false}");
  assert_kept ("{\"id\":\"t\",\"kind\":\"thread\",\"messages\":{\"m1\":"
               "{\"mood\":{\"a\":[],\"b\":{}},\"text\":\"Hi\"}}}");
  /* Written in another way, it is kept in ours. */
  assert_json ("{ \"later\" : { \"b\" : 1 , \"a\" : -0 } , \"kind\":\"frame\","
               "\"size\":[1,1], \"id\":\"a\" }",
               "{\"id\":\"a\",\"kind\":\"frame\",\"later\":{\"a\":0,\"b\":1},"
               "\"size\":[1,1]}");
}

/* Nothing is known of its members, not even of those with our names. */
static void
test_unknown_kinds (void)
{
  assert_kept ("{\"id\":\"a\",\"kind\":\"hologram\",\"depth\":3,"
               "\"pos\":[1,2],\"size\":[3,4]}");
  assert_kept ("{\"id\":\"a\",\"kind\":\"hologram\"}");
  assert_kept ("{\"id\":\"a\",\"kind\":\"hologram\",\"clash\":7,\"parent\":"
               "null,\"pos\":[1,2,3],\"size\":{\"w\":1},\"z\":12}");
  assert_kept ("{\"id\":\"a\",\"kind\":\"hologram\",\"parent\":\"\","
               "\"pos\":[0,0],\"size\":[0,0],\"z\":\"\"}");
  assert_kept ("{\"id\":\"a\",\"kind\":\"unknown\",\"pos\":[1,2]}");
}

/* One that we moved has our form of the member, once. */
static void
test_unknown_kind_moved (void)
{
  g_autoptr (EwObject) object = read_good (
      "{\"id\":\"a\",\"kind\":\"hologram\",\"pos\":[1,2,3],\"shine\":9}");
  g_autofree char *json = NULL;

  object->pos = (EwCoords){ 7, 8 };
  json = ew_object_to_json (object, EW_JSON_WRITE_DEFAULTS);
  g_assert_nonnull (strstr (json, "\"pos\":[7,8]"));
  g_assert_null (strstr (json, "[1,2,3]"));
  g_assert_nonnull (strstr (json, "\"shine\":9"));
}

static void
assert_error (const char *json, const char *start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EwObject) object = ew_object_from_json (json, -1, &error);

  g_test_message ("%s: %s", json, error ? error->message : "no error");
  g_assert_null (object);
  g_assert_error (error, EW_ERROR, EW_ERROR_DAMAGED);
  g_assert_true (g_str_has_prefix (error->message, start));
}

static void
test_errors_name_the_member (void)
{
#define NOTE "{\"id\":\"a\",\"kind\":\"note\","
#define LINE "{\"id\":\"a\",\"kind\":\"connector\","
#define THREAD "{\"id\":\"a\",\"kind\":\"thread\","
  assert_error ("[]", "an object in braces");
  assert_error ("{}", "id:");
  assert_error ("{\"id\":7,\"kind\":\"note\"}", "id:");
  assert_error ("{\"id\":\"\",\"kind\":\"note\"}", "id:");
  assert_error ("{\"id\":\"../x\",\"kind\":\"note\"}", "id:");
  assert_error ("{\"id\":\"a\"}", "kind:");
  assert_error ("{\"id\":\"a\",\"kind\":\"\"}", "kind:");
  assert_error ("{\"id\":\"a\",\"kind\":1}", "kind:");
  assert_error (NOTE "\"pos\":[1]}", "pos: two whole numbers");
  assert_error (NOTE "\"pos\":[1,2,3]}", "pos: two whole numbers");
  assert_error (NOTE "\"pos\":[\"1\",2]}", "pos: two whole numbers");
  assert_error (NOTE "\"pos\":{}}", "pos: two whole numbers");
  assert_error (NOTE "\"text\":1}", "text: a text");
  assert_error (NOTE "\"text\":null}", "text: a text");
  assert_error (NOTE "\"parent\":[]}", "parent: a text");
  assert_error (NOTE "\"clash\":[]}", "clash: members");
  assert_error (NOTE "\"clash\":{\"k\":1}}", "clash.k: members");
  assert_error (NOTE "\"clash\":{\"k\":{\"text\":1}}}", "clash.k.text: a text");
  assert_error (LINE "\"to\":\"b\"}", "to: {");
  assert_error (LINE "\"to\":{}}", "to: {");
  assert_error (LINE "\"to\":{\"id\":\"\"}}", "to: {");
  assert_error (LINE "\"to\":{\"id\":\"b\",\"pos\":[1,2]}}", "to: {");
  assert_error (LINE "\"to\":{\"pos\":[1,2],\"tip\":1}}", "to: {");
  assert_error (LINE "\"to\":{\"id\":\"b\",\"at\":[1]}}", "to: {");
  assert_error (THREAD "\"resolved\":1}", "resolved: true or false");
  assert_error (THREAD "\"messages\":{\"m\":{\"at\":\"x\"}}}",
                "messages.m.at: a whole number");
  assert_error (NOTE "\"pos\":[1.5,2]}", "line 1, column ");
  assert_error (NOTE "\n\"text\":'a'}", "line 2, column 8");
}

/* A 200 KB word is text like any other. */
static void
test_long_word (void)
{
  g_autoptr (EwObject) object = ew_object_new (&ew_kind_note, "a");
  g_autofree char *word = g_strnfill (200 * 1024, 'w');

  ew_object_set_string (object, "text", word);
  assert_round_trip (object);
}

/* Whatever got into memory must come out as something that can be read. */
static void
test_unreadable_values (void)
{
  g_autoptr (EwObject) object = ew_object_new (&ew_kind_note, "a");
  g_autofree char *json = NULL;
  g_autoptr (EwObject) again = NULL;

  ew_object_set_string (object, "text", "\xff bytes");
  ew_object_set_string (object, "parent", "no id at all!");
  object->pos = (EwCoords){ G_MAXINT64, G_MININT64 };
  json = ew_object_to_json (object, EW_JSON_WRITE_CANONICAL);
  again = read_good (json);
  g_assert_cmpstr (ew_object_get_string (again, "text"), ==,
                   "\xef\xbf\xbd bytes");
  g_assert_cmpint (again->pos.x, ==, EW_JSON_INT_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/object-json/round-trip", test_round_trip);
  g_test_add_func ("/object-json/fresh", test_fresh);
  g_test_add_func ("/object-json/order-of-members", test_order_of_members);
  g_test_add_func ("/object-json/bytes", test_bytes);
  g_test_add_func ("/object-json/defaults-are-left-out",
                   test_defaults_are_left_out);
  g_test_add_func ("/object-json/size-by-hand", test_size_by_hand);
  g_test_add_func ("/object-json/all-fields", test_all_fields);
  g_test_add_func ("/object-json/unknown-members", test_unknown_members);
  g_test_add_func ("/object-json/unknown-kinds", test_unknown_kinds);
  g_test_add_func ("/object-json/unknown-kind-moved", test_unknown_kind_moved);
  g_test_add_func ("/object-json/errors-name-the-member",
                   test_errors_name_the_member);
  g_test_add_func ("/object-json/long-word", test_long_word);
  g_test_add_func ("/object-json/unreadable-values", test_unreadable_values);
  return g_test_run ();
}
