#include "ew-place-link.h"

static void
test_there_and_back (void)
{
  g_autofree char *link = ew_place_link ("b0ard", "0bject");
  g_autofree char *whole = ew_place_link ("b0ard", "");
  g_autofree char *board = NULL, *object = NULL, *none = NULL, *all = NULL;

  g_assert_cmpstr (link, ==, "elsewhen:///b0ard/0bject");
  g_assert_true (ew_place_link_parse (link, &board, &object));
  g_assert_cmpstr (board, ==, "b0ard");
  g_assert_cmpstr (object, ==, "0bject");
  g_assert_true (ew_place_link_parse (whole, &all, &none));
  g_assert_cmpstr (all, ==, "b0ard");
  g_assert_cmpstr (none, ==, "");
}

static void
test_what_is_no_link (void)
{
  static const char *const words[] = {
    "",
    "elsewhen:",
    "elsewhen:///",
    "https://x/a/b",
    "elsewhen:///a/b/c",
    "elsewhen:///../b",
    "elsewhen:///a/",
    "elsewhen:///a b",
    "elsewhen://h/a",
  };
  char *board = NULL, *object = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_false (ew_place_link_parse (words[i], &board, &object));
  g_assert_null (board);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-link/there-and-back", test_there_and_back);
  g_test_add_func ("/place-link/what-is-none", test_what_is_no_link);
  return g_test_run ();
}
