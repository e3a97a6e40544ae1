/* What the pen leaves out so that no board can stall it. */
#include "ew-pen.h"
#include "memo-pen.h"

static gsize
dashes_of (double length)
{
  MemoPen memo;
  g_autoptr (EwPath) path = ew_path_new ();
  gsize n;

  memo_pen_init (&memo, 1);
  ew_path_move (path, (EwPoint){ 0, 0 });
  ew_path_line (path, (EwPoint){ length, 0 });
  ew_pen_stroke_dashed (&memo.pen, path, (EwColor){ 0, 0, 0, 1 }, 2, 6);
  g_assert_cmpuint (memo.n_strokes, ==, 1);
  n = memo.n_dashes;
  memo_pen_clear (&memo);
  return n;
}

static void
test_long_dashes (void)
{
  g_assert_cmpuint (dashes_of (500), ==, 2);
  g_assert_cmpuint (dashes_of (1e6), ==, 0);
  g_assert_cmpuint (dashes_of (1099511627776.0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pen/long-dashes", test_long_dashes);
  return g_test_run ();
}
