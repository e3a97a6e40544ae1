/* Ink: its points as text, what is dropped, how it lies in its box. */
#include "ew-ink.h"
#include "ew-kinds.h"
#include "ew-string.h"
#include "memo-pen.h"

#include <math.h>
#include <string.h>

static const EwInkPoint wave[] = {
  { { 100, 200 }, 0.5 },
  { { 110, 190 }, 0.5 },
  { { 130, 205 }, 0.8 },
  { { 145.5, 200 }, 0.8 },
};
static const EwInkStyle style = { "", 4 };

static EwInkPoint *
data_of (GArray *points)
{
  return (EwInkPoint *) points->data;
}

static void
test_round_trip (void)
{
  g_autofree char *text = ew_ink_format (wave, G_N_ELEMENTS (wave));
  g_autoptr (GArray) read = ew_ink_parse (text);
  g_autofree char *again = ew_ink_format (data_of (read), read->len);

  g_assert_cmpstr (text, ==, "0,640 640,-640 1280,960,204 992,-320");
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (read->len, ==, G_N_ELEMENTS (wave));
  g_assert_cmpfloat (data_of (read)[2].at.x, ==, 30);
  g_assert_cmpfloat (data_of (read)[2].at.y, ==, 15);
}

static void
test_nonsense (void)
{
  static const char *const bad[] = {
    "",         "x",     "1",         "1,",
    "1,2,",     "1,2;3", "0,0 1.5,2", "99999999999999999999,0",
    "0,0  1,1", " 0,0",  "0,0,1,2",   "4398046511104,0 1,1",
    "--1,2",    "1,2\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GArray) read = ew_ink_parse (bad[i]);

    g_test_message ("“%s”", bad[i]);
    g_assert_cmpuint (read->len, ==, 0);
  }
}

static void
test_bounded (void)
{
  GString *text = g_string_new ("0,0");
  g_autoptr (GArray) read = NULL;

  for (guint i = 0; i < 3 * EW_INK_POINTS_MAX; i++)
    g_string_append (text, " 1,1");
  read = ew_ink_parse (text->str);
  g_assert_cmpuint (read->len, ==, EW_INK_POINTS_MAX);
  g_string_free (text, TRUE);
}

static void
test_simplify (void)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (EwInkPoint));

  /* Down a slope and up again, with a tremble. */
  for (int i = 0; i <= 200; i++) {
    EwInkPoint point = { { i, fabs (i - 100.0) + (i % 2) * 0.1 }, 0.5 };

    g_array_append_val (points, point);
  }
  ew_ink_simplify (points, 0.5);
  g_assert_cmpuint (points->len, >=, 3);
  g_assert_cmpuint (points->len, <=, 5);
  g_assert_cmpfloat (
      ew_ink_distance (data_of (points), points->len, (EwPoint){ 100, 0 }), <,
      1);
}

/* Where it is hit is where it was drawn, and so it stays when it is read. */
static void
test_stays_where_drawn (void)
{
  g_autoptr (EwObject) ink = ew_ink_new (wave, G_N_ELEMENTS (wave), &style);

  for (guint i = 0; i < G_N_ELEMENTS (wave); i++)
    g_assert_true (ew_object_hit (ink, NULL, wave[i].at, 0));
  g_assert_false (ew_object_hit (ink, NULL, (EwPoint){ 120, 190 }, 0));
  g_assert_true (ew_object_hit (ink, NULL, (EwPoint){ 120, 190 }, 8));
}

static void
test_thin_stays_where_drawn (void)
{
  static const EwInkPoint lines[][2] = {
    { { { 50, 10 }, 0.5 }, { { 50, 90 }, 0.5 } },
    { { { 10, 50 }, 0.5 }, { { 90, 51 }, 0.5 } },
    { { { 50, 50 }, 0.5 }, { { 50, 50 }, 0.5 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (EwObject) ink = ew_ink_new (lines[i], 2, &style);
    EwPoint off = { lines[i][0].at.x + 3, lines[i][0].at.y - 3 };

    g_assert_true (ew_object_hit (ink, NULL, lines[i][0].at, -1.9));
    g_assert_true (ew_object_hit (ink, NULL, lines[i][1].at, -1.9));
    g_assert_false (ew_object_hit (ink, NULL, off, 0));
  }
}

static void
test_resize (void)
{
  g_autoptr (EwObject) ink = ew_ink_new (wave, G_N_ELEMENTS (wave), &style);
  EwRect box = ew_object_box (ink);

  ew_object_set_box (ink, (EwRect){ 0, 0, 2 * box.w, 3 * box.h });
  g_assert_true (
      ew_object_hit (ink, NULL, (EwPoint){ 2 * box.w - 2, 2 * box.h }, 4));
  g_assert_true (
      ew_rect_covers (ew_object_bounds (ink, NULL), ew_object_box (ink)));
}

/* Even pressure is a stroke, changing pressure an outline that is filled. */
static void
test_pressure_shows (void)
{
  MemoPen memo;

  memo_pen_init (&memo, 1);
  ew_ink_paint (&memo.pen, wave, 2, &style);
  g_assert_cmpuint (memo.n_strokes, ==, 1);
  g_assert_cmpuint (memo.n_fills, ==, 0);
  ew_ink_paint (&memo.pen, wave, G_N_ELEMENTS (wave), &style);
  g_assert_cmpuint (memo.n_fills, ==, 1);
  memo_pen_clear (&memo);
}

/* A stroke that crosses itself has no hole there. */
static void
test_crossing_is_filled (void)
{
  static const EwInkPoint eight[] = {
    { { 0, 0 }, 0.6 },  { { 40, 40 }, 0.7 }, { { 80, 80 }, 0.6 },
    { { 80, 0 }, 0.7 }, { { 40, 40 }, 0.6 }, { { 0, 80 }, 0.7 },
  };
  bool outline;
  g_autoptr (EwPath) path =
      ew_ink_path (eight, G_N_ELEMENTS (eight), 12, &outline);

  g_assert_true (outline);
  g_assert_true (ew_path_is_winding (path));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink/round-trip", test_round_trip);
  g_test_add_func ("/ink/nonsense", test_nonsense);
  g_test_add_func ("/ink/bounded", test_bounded);
  g_test_add_func ("/ink/simplify", test_simplify);
  g_test_add_func ("/ink/stays-where-drawn", test_stays_where_drawn);
  g_test_add_func ("/ink/thin-stays-where-drawn", test_thin_stays_where_drawn);
  g_test_add_func ("/ink/resize", test_resize);
  g_test_add_func ("/ink/pressure-shows", test_pressure_shows);
  g_test_add_func ("/ink/crossing-is-filled", test_crossing_is_filled);
  return g_test_run ();
}
