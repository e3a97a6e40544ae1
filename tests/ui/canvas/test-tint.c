/* What a teammate changed is marked, for a while. */
#include "ew-tint.h"

#define SECOND G_USEC_PER_SEC

static void
test_ends (void)
{
  EwTint *tint = ew_tint_new ();
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GPtrArray) second = g_ptr_array_new ();

  g_ptr_array_add (first, "a");
  g_ptr_array_add (second, "b");
  g_assert_false (ew_tint_is_seen (tint, 0));
  ew_tint_add (tint, first, 0);
  ew_tint_add (tint, second, SECOND);
  g_assert_true (ew_tint_is_seen (tint, SECOND));
  /* The one that came later is there longer. */
  g_assert_true (ew_tint_is_seen (tint, 2 * SECOND + SECOND / 2));
  g_assert_false (ew_tint_is_seen (tint, 10 * SECOND));
  /* Changed again, it begins anew. */
  ew_tint_add (tint, first, 10 * SECOND);
  g_assert_true (ew_tint_is_seen (tint, 11 * SECOND));
  ew_tint_clear (tint);
  g_assert_false (ew_tint_is_seen (tint, 11 * SECOND));
  ew_tint_free (tint);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/tint/ends", test_ends);
  return g_test_run ();
}
