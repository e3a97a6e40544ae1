#include "ew-alignment.h"

#include "board-for-tests.h"

static const EwRect everywhere = { -5000, -5000, 10000, 10000 };

static EwBoard *
make_board (EwRect own)
{
  EwBoard *board = ew_board_new ("b");

  board_add (board, "note", "me", own);
  board_add (board, "note", "near", (EwRect){ 0, 0, 100, 100 });
  board_add (board, "note", "far", (EwRect){ -900, 0, 100, 100 });
  board_set (board, "near", "text", "Fix login");
  board_set (board, "far", "text", "Far away");
  return board;
}

static void
assert_says (EwRect own, bool is_level, const char *words)
{
  g_autoptr (EwBoard) board = make_board (own);
  const EwObject *with;
  EwAlignment line = ew_alignment_find (board, ew_board_get (board, "me"),
                                        everywhere, is_level, &with);
  g_autofree char *said = ew_alignment_say (&line, board, with);

  g_assert_cmpstr (said, ==, words);
}

static void
test_says (void)
{
  assert_says ((EwRect){ 150, 0, 100, 100 }, true, "level with Fix login");
  assert_says ((EwRect){ 150, 0, 100, 100 }, false, NULL);
  assert_says ((EwRect){ 0, 150, 100, 80 }, false,
               "in a column with Fix login");
  assert_says ((EwRect){ 0, 150, 60, 80 }, false,
               "left edge in line with Fix login");
  assert_says ((EwRect){ 40, 150, 60, 80 }, false,
               "right edge in line with Fix login");
  assert_says ((EwRect){ 150, 0, 60, 80 }, true,
               "upper edge in line with Fix login");
  assert_says ((EwRect){ 150, 20, 60, 80 }, true,
               "lower edge in line with Fix login");
  assert_says ((EwRect){ 150, 3, 100, 100 }, true, NULL);
}

/* Of what lies out of sight nobody speaks, nor of the frame around. */
static void
test_neighbours (void)
{
  g_autoptr (EwBoard) board = make_board ((EwRect){ 150, 0, 100, 100 });
  EwRect beside = { 120, -50, 500, 500 };
  const EwObject *me, *with;
  EwAlignment line;

  board_add (board, "frame", "frame", (EwRect){ 140, 0, 300, 100 });
  board_set (board, "me", "parent", "frame");
  me = ew_board_get (board, "me");
  line = ew_alignment_find (board, me, beside, true, &with);
  g_assert_cmpint (line.how, ==, EW_ALIGNED_NOT);
  g_assert_null (with);
  line = ew_alignment_find (board, me, everywhere, true, &with);
  g_assert_cmpint (line.how, ==, EW_ALIGNED_CENTER);
  g_assert_cmpstr (with->id, ==, "near");
}

static void
test_began (void)
{
  EwAlignment none = { 0 };
  EwAlignment here = { EW_ALIGNED_LOW, true, 10 };
  EwAlignment there = { EW_ALIGNED_LOW, true, 30 };

  g_assert_true (ew_alignment_began (&none, &here));
  g_assert_true (ew_alignment_began (&here, &there));
  g_assert_false (ew_alignment_began (&here, &here));
  g_assert_false (ew_alignment_began (&here, &none));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alignment/says", test_says);
  g_test_add_func ("/alignment/neighbours", test_neighbours);
  g_test_add_func ("/alignment/began", test_began);
  return g_test_run ();
}
