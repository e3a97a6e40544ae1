/* What passes the guard, what does not, and where it says the fault is. */
#include "ew-json-guard.h"
#include "ew-json-write.h"

#include <string.h>

static bool
passes (const char *text, EwJsonFlags flags)
{
  g_autoptr (JsonNode) node = NULL;
  bool is_good = ew_json_guard (text, strlen (text), flags, NULL);

  if (is_good)
    node = ew_json_parse (text, strlen (text), flags, NULL);
  g_assert_true (is_good == (node != NULL));
  return is_good;
}

static void
test_good (void)
{
  static const char *const texts[] = {
    "null",
    " true ",
    "\t[\r\n]\n",
    "{}",
    "0",
    "-1",
    "-0",
    "9007199254740991",
    "-9007199254740991",
    "\"\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\"",
    "\"\\ud83d\\uDE00\"",
    "\"\x7f ü 漢 👩\"",
    "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}",
    "{\"\":1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *told = g_strescape (texts[i], NULL);
    g_test_message ("%s", told);
    g_assert_true (passes (texts[i], EW_JSON_STRICT));
  }
}

static void
test_bad (void)
{
  static const char *const texts[] = {
    "",
    " \n",
    "nul",
    "True",
    "'a'",
    "[1,]",
    "{\"a\":1,}",
    "[,1]",
    "[1 2]",
    "{\"a\" 1}",
    "{\"a\":}",
    "{a:1}",
    "{'a':1}",
    "{1:1}",
    "{\"a\":1 \"b\":2}",
    "[1]]",
    "[1}",
    "{\"a\":1]",
    "// no\n1",
    "1 /* no */",
    "# no",
    "\xef\xbb\xbf{}",
    "010",
    "00",
    "-",
    "+1",
    ".5",
    "0x10",
    "1a",
    "NaN",
    "Infinity",
    "9007199254740992",
    "-9007199254740992",
    "18446744073709551615",
    "99999999999999999999999999999999",
    "1.5",
    "1.0",
    "1e3",
    "\"a",
    "\"a\\",
    "\"a\\\"",
    "\"\\q\"",
    "\"\\u12\"",
    "\"\\u12g4\"",
    "\"\\u0000\"",
    "\"\\ud83d\"",
    "\"\\ud83dx\"",
    "\"\\ud83d\\n\"",
    "\"\\ude00\"",
    "\"\\ud83d\\ud83d\"",
    "\"a\nb\"",
    "\"a\tb\"",
    "\"\x1f\"",
    "\"\xff\"",
    "\"\xc0\x80\"",
    "\"\xed\xa0\x80\"",
    "{\"a\":1,\"a\":2}",
    "{\"a\":1,\"\\u0061\":2}",
    "[{\"x\":{\"b\":1,\"c\":2,\"b\":3}}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *told = g_strescape (texts[i], NULL);
    g_test_message ("%s", told);
    g_assert_false (passes (texts[i], EW_JSON_STRICT));
  }
}

static void
test_nul (void)
{
  g_auto (EwJsonFault) fault = { 0 };

  g_assert_false (ew_json_guard ("[1,\0]", 5, EW_JSON_STRICT, &fault));
  g_assert_cmpuint (fault.column, ==, 4);
  g_assert_nonnull (strstr (fault.message, "NUL"));
}

static void
test_floats (void)
{
  static const char *const good[] = { "1.5",    "-0.25", "1e3",    "1E+3",
                                      "1.5e-3", "0.0",   "[1,2.5]" };
  static const char *const bad[] = {
    "1.", ".5", "1e", "1e+", "01.5", "1e999", "1.5.2", "9007199254740992"
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (passes (good[i], EW_JSON_ALLOW_FLOATS));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (passes (bad[i], EW_JSON_ALLOW_FLOATS));
}

static void
assert_place (const char *text, guint line, guint column, const char *word)
{
  g_auto (EwJsonFault) fault = { 0 };

  g_assert_false (ew_json_guard (text, strlen (text), EW_JSON_STRICT, &fault));
  g_test_message ("%u:%u %s", fault.line, fault.column, fault.message);
  g_assert_cmpuint (fault.line, ==, line);
  g_assert_cmpuint (fault.column, ==, column);
  g_assert_nonnull (strstr (fault.message, word));
}

static void
test_places (void)
{
  assert_place ("[1,\n 2,\n x]", 3, 2, "value");
  assert_place ("{\"ä\":\"👩\",x}", 1, 10, "double quotes");
  assert_place ("[\"a\n\"]", 1, 4, "closing quote");
  assert_place ("[1,\n", 2, 1, "too early");
  assert_place ("{\"a\":1,\n\"b\":2,\n\"a\":3}", 3, 1, "“a” is there twice");
  assert_place ("[1] x", 1, 5, "behind");
  assert_place ("[\"ab\xff\"]", 1, 5, "UTF-8");
  assert_place ("[1,]", 1, 3, "comma");
  assert_place ("[\"\\u0000\"]", 1, 3, "U+0000");
  assert_place ("[12, 010]", 1, 6, "zero");
  assert_place ("[1.5]", 1, 2, "whole numbers");
  assert_place ("// a", 1, 1, "comments");
  assert_place ("", 1, 1, "empty");
}

static void
test_depth (void)
{
  g_autofree char *deep = g_strnfill (60000, '[');
  g_auto (EwJsonFault) fault = { 0 };
  g_autoptr (GString) nest = g_string_new (NULL);

  g_assert_false (ew_json_guard (deep, 60000, EW_JSON_STRICT, &fault));
  g_assert_nonnull (strstr (fault.message, "nested"));
  g_assert_cmpuint (fault.column, ==, EW_JSON_DEPTH_MAX + 1);

  for (int i = 0; i < EW_JSON_DEPTH_MAX; i++)
    g_string_prepend_c (g_string_append_c (nest, ']'), '[');
  g_assert_true (passes (nest->str, EW_JSON_STRICT));
  g_string_prepend_c (g_string_append_c (nest, ']'), '[');
  g_assert_false (passes (nest->str, EW_JSON_STRICT));
  g_assert_true (passes (nest->str, EW_JSON_JOURNAL));
}

static void
test_size (void)
{
  gsize length = EW_JSON_SIZE_MAX + 1;
  g_autofree char *text = g_strnfill (length, ' ');
  g_auto (EwJsonFault) fault = { 0 };

  text[0] = '1';
  g_assert_true (ew_json_guard (text, length - 1, EW_JSON_STRICT, NULL));
  g_assert_false (ew_json_guard (text, length, EW_JSON_STRICT, &fault));
  g_assert_nonnull (strstr (fault.message, "16 MB"));
  g_assert_true (ew_json_guard (text, length, EW_JSON_JOURNAL, NULL));
}

static void
append_members (GString *text, guint n)
{
  g_string_assign (text, "{\"m0\":0");
  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, ",\"m%u\":%u", i, i);
}

static void
assert_fault (const GString *text, const char *word)
{
  g_auto (EwJsonFault) fault = { 0 };

  g_assert_false (ew_json_guard (text->str, text->len, EW_JSON_STRICT, &fault));
  g_assert_nonnull (strstr (fault.message, word));
}

static void
test_many_members (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_members (text, EW_JSON_MEMBERS_MAX);
  g_string_append_c (text, '}');
  g_assert_true (passes (text->str, EW_JSON_STRICT));

  append_members (text, EW_JSON_MEMBERS_MAX - 1);
  g_string_append (text, ",\"m777\":1}");
  assert_fault (text, "“m777”");

  append_members (text, 100000);
  g_string_append_c (text, '}');
  assert_fault (text, "too many members");
}

/* What json-glib by itself would read as something else. */
static void
test_faithful (void)
{
  const char *text = "{\"n\":9007199254740991,\"s\":\"\\ud83d\\ude00\\u00e4\","
                     "\"t\":\"\x7f\xe2\x80\xa8\",\"m\":-12}";
  g_autoptr (JsonNode) node =
      ew_json_parse (text, strlen (text), EW_JSON_STRICT, NULL);
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpint (json_object_get_int_member (object, "n"), ==,
                   9007199254740991);
  g_assert_cmpint (json_object_get_int_member (object, "m"), ==, -12);
  g_assert_cmpstr (json_object_get_string_member (object, "s"), ==, "😀ä");
  g_assert_cmpstr (json_object_get_string_member (object, "t"), ==,
                   "\x7f\xe2\x80\xa8");
}

static void
test_canonical (void)
{
  const char *text = "{ \"b\" : [ 1, -0, true, null ],\"B\":\"\\u001f\\u007f"
                     "\\/\\u00e4\\n\\u0001\", \"a\":{\"z\":1,\"y\":{}}}";
  g_autoptr (JsonNode) node =
      ew_json_parse (text, strlen (text), EW_JSON_STRICT, NULL);
  g_autofree char *once = ew_json_canonical (node);
  g_autoptr (JsonNode) again =
      ew_json_parse (once, strlen (once), EW_JSON_STRICT, NULL);
  g_autofree char *twice = ew_json_canonical (again);

  g_assert_cmpstr (once, ==,
                   "{\"B\":\"\\u001f\x7f/ä\\n\\u0001\",\"a\":{\"y\":{},"
                   "\"z\":1},\"b\":[1,0,true,null]}");
  g_assert_cmpstr (twice, ==, once);
}

/* Whatever a member holds, what is written can be read. */
static void
test_write_what_can_be_read (void)
{
  g_autoptr (GString) out = g_string_new ("[");
  g_autoptr (JsonNode) node = NULL;

  ew_json_append_string (out, "\xff\xfe ok");
  g_string_append_c (out, ',');
  ew_json_append_int (out, G_MAXINT64);
  g_string_append_c (out, ',');
  ew_json_append_int (out, G_MININT64);
  g_string_append_c (out, ']');

  node = ew_json_parse (out->str, out->len, EW_JSON_STRICT, NULL);
  g_assert_nonnull (node);
  g_assert_cmpstr (out->str, ==,
                   "[\"\xef\xbf\xbd\xef\xbf\xbd ok\",9007199254740991,"
                   "-9007199254740991]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-guard/good", test_good);
  g_test_add_func ("/json-guard/bad", test_bad);
  g_test_add_func ("/json-guard/nul", test_nul);
  g_test_add_func ("/json-guard/floats", test_floats);
  g_test_add_func ("/json-guard/places", test_places);
  g_test_add_func ("/json-guard/depth", test_depth);
  g_test_add_func ("/json-guard/size", test_size);
  g_test_add_func ("/json-guard/many-members", test_many_members);
  g_test_add_func ("/json-guard/faithful", test_faithful);
  g_test_add_func ("/json-write/canonical", test_canonical);
  g_test_add_func ("/json-write/what-can-be-read", test_write_what_can_be_read);
  return g_test_run ();
}
