/* A server may say anything; what is shown is one harmless line. */
#include "ew-said.h"

#include <string.h>

static void
assert_plain (const char *text, const char *expected)
{
  g_autofree char *plain = ew_said_plain (text, -1);

  g_assert_cmpstr (plain, ==, expected);
}

static void
test_plain (void)
{
  assert_plain ("Only Cy writes here.", "Only Cy writes here.");
  assert_plain ("\x1b[31;1mred\x1b[0m \x1b]0;x", "red 0;x");
  assert_plain ("a\tb\r\n\a\bc", "a b c");
  assert_plain ("<b>&amp;</b>", "<b>&amp;</b>");
  assert_plain ("\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd");
  /* Turned around: "exe.gnp" shown as "png.exe". */
  assert_plain ("a\xe2\x80\xae"
                "b",
                "a b");
  assert_plain ("\x1b", "");
  assert_plain ("\x1b[", "");
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *plain = ew_said_plain (text, -1);

  g_assert_cmpuint (strlen (plain), <, 400);
  g_assert_true (g_str_has_suffix (plain, "…"));
}

static void
test_last (void)
{
  g_autofree char *last = ew_said_last (
      "Warning: Permanently added 'x'.\r\nERROR: Repository not found.\n"
      "fatal: Could not read from remote repository.\n\nPlease make sure you "
      "have the correct access rights\nand the repository exists.\n");
  g_autofree char *none = ew_said_last ("\n---\n");
  g_autofree char *lines = ew_said_lines (
      "remote: \nremote: one\nremote: error: two\n***\nthree", 2);

  g_assert_cmpstr (last, ==, "Repository not found.");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (lines, ==, "two three");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/said/plain", test_plain);
  g_test_add_func ("/said/long", test_long);
  g_test_add_func ("/said/last", test_last);
  return g_test_run ();
}
