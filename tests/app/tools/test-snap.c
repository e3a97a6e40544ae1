/* Snapping: lines, gaps, the grid; and that it stays cheap. */
#include "desk.h"
#include "ew-snap.h"

#include <math.h>

static const EwSnapHow plain = { .sides = EW_SNAP_ALL_SIDES, .reach = 6 };

static void
assert_way (EwPoint is, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (is.x, x, 0.001);
  g_assert_cmpfloat_with_epsilon (is.y, y, 0.001);
}

static void
test_lines (void)
{
  EwRect box = { 100, 100, 200, 100 };
  g_autoptr (EwSnap) snap = ew_snap_new (&box, 1);

  /* Left to left, and nothing near from top to bottom. */
  assert_way (ew_snap_find (snap, (EwRect){ 104, 400, 70, 70 }, &plain), -4, 0);
  /* Right to right; bottom to top. */
  assert_way (ew_snap_find (snap, (EwRect){ 235, 25, 70, 70 }, &plain), -5, 5);
  /* Centre to centre. */
  assert_way (ew_snap_find (snap, (EwRect){ 167, 400, 70, 70 }, &plain), -2, 0);
  /* Too far for any. */
  assert_way (ew_snap_find (snap, (EwRect){ 117, 400, 70, 70 }, &plain), 0, 0);
}

/* Only what moves is drawn: the other sides stay where they are. */
static void
test_one_side (void)
{
  EwRect box = { 100, 100, 200, 100 };
  g_autoptr (EwSnap) snap = ew_snap_new (&box, 1);
  EwSnapHow how = { .sides = EW_HANDLE_RIGHT, .reach = 6 };

  assert_way (ew_snap_find (snap, (EwRect){ 103, 400, 193, 70 }, &how), 4, 0);
  how.sides = EW_HANDLE_TOP;
  assert_way (ew_snap_find (snap, (EwRect){ 103, 203, 193, 70 }, &how), 0, -3);
}

/* In the middle of two, and in a row with two. */
static void
test_gaps (void)
{
  EwRect boxes[] = { { 0, 0, 100, 100 }, { 300, 30, 100, 100 } };
  g_autoptr (EwSnap) snap = ew_snap_new (boxes, 2);
  g_autoptr (GArray) marks = NULL;
  guint gaps = 0;

  assert_way (ew_snap_find (snap, (EwRect){ 173, 62, 50, 56 }, &plain), 2, 0);
  assert_way (ew_snap_find (snap, (EwRect){ 604, 60, 33, 33 }, &plain), -4,
              3.5);

  marks = ew_snap_marks (snap, (EwRect){ 175, 62, 50, 56 }, EW_SNAP_ALL_SIDES);
  for (guint i = 0; i < marks->len; i++) {
    const EwSnapMark *mark = &g_array_index (marks, EwSnapMark, i);

    if (!mark->is_gap)
      continue;
    g_assert_cmpfloat_with_epsilon (mark->to.x - mark->from.x, 75, 0.01);
    gaps++;
  }
  g_assert_cmpuint (gaps, ==, 2);
}

static void
test_marks (void)
{
  EwRect box = { 100, 100, 200, 100 };
  g_autoptr (EwSnap) snap = ew_snap_new (&box, 1);
  g_autoptr (GArray) none =
      ew_snap_marks (snap, (EwRect){ 113, 400, 70, 70 }, EW_SNAP_ALL_SIDES);
  g_autoptr (GArray) marks =
      ew_snap_marks (snap, (EwRect){ 100, 400, 70, 70 }, EW_SNAP_ALL_SIDES);
  const EwSnapMark *line, *gap;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (marks->len, ==, 2);
  line = &g_array_index (marks, EwSnapMark, 0);
  g_assert_false (line->is_gap);
  g_assert_cmpfloat (line->from.x, ==, 100);
  g_assert_cmpfloat (line->from.y, ==, 100);
  g_assert_cmpfloat (line->to.y, ==, 470);
  gap = &g_array_index (marks, EwSnapMark, 1);
  g_assert_true (gap->is_gap);
  g_assert_cmpfloat (gap->to.y - gap->from.y, ==, 200);
}

static void
test_grid (void)
{
  EwRect box = { 100, 100, 200, 100 };
  g_autoptr (EwSnap) snap = ew_snap_new (&box, 1);
  EwSnapHow how = { .sides = EW_SNAP_ALL_SIDES, .reach = 6, .grid = 24 };

  /* A neighbour is stronger, axis by axis. */
  assert_way (ew_snap_find (snap, (EwRect){ 104, 400, 70, 70 }, &how), -4, 8);
  how.reach = 0;
  assert_way (ew_snap_find (snap, (EwRect){ 104, 400, 70, 70 }, &how), -8, 8);
}

/* A thousand objects at one place, and more than anyone looks at. */
static void
test_crowd (void)
{
  const guint n = 100000;
  g_autofree EwRect *boxes = g_new (EwRect, n);
  g_autoptr (EwSnap) snap = NULL;
  g_autoptr (GArray) marks = NULL;

  for (guint i = 0; i < n; i++)
    boxes[i] = (EwRect){ 500, 500, 100, 100 };
  snap = ew_snap_new (boxes, n);
  assert_way (ew_snap_find (snap, (EwRect){ 503, 700, 100, 100 }, &plain), -3,
              0);
  marks =
      ew_snap_marks (snap, (EwRect){ 500, 700, 100, 100 }, EW_SNAP_ALL_SIDES);
  g_assert_cmpuint (marks->len, <=, 8);
}

/* Whatever a file says, the answer is a number. */
static void
test_anything (void)
{
  EwRect boxes[] = { { 0x1p40, -0x1p40, 0x1p40, 8 },
                     { -0x1p40, -0x1p40, 0x1p41, 0x1p41 },
                     { 0, 0, 8, 8 },
                     { 0, 0, 0, 0 } };
  g_autoptr (EwSnap) snap = ew_snap_new (boxes, G_N_ELEMENTS (boxes));
  g_autoptr (EwSnap) empty = ew_snap_new (NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
    EwPoint way = ew_snap_find (snap, boxes[i], &plain);
    g_autoptr (GArray) marks =
        ew_snap_marks (snap, boxes[i], EW_SNAP_ALL_SIDES);

    g_assert_cmpfloat (fabs (way.x), <=, 6);
    g_assert_cmpfloat (fabs (way.y), <=, 6);
    assert_way (ew_snap_find (empty, boxes[i], &plain), 0, 0);
  }
}

/* --- By hand ----------------------------------------------------------- */

static const EwView view = { { -100, -100 }, 1, 1200, 900 };

static char *
note_at (Desk *desk, double x, double y)
{
  return desk_add (desk, "note", (EwRect){ x, y, 100, 100 }, NULL);
}

static void
test_move (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);
  g_autofree char *b = note_at (desk, 300, 200);

  ew_toolbox_set_view (desk->toolbox, &view);
  desk_sweep (desk, (EwPoint){ 350, 250 }, (EwPoint){ 54, 240 });
  desk_assert_rect (desk_box (desk, b), 0, 190, 100, 100);
  g_assert_nonnull (a);
}

static void
test_ctrl (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);
  g_autofree char *b = note_at (desk, 300, 200);

  ew_toolbox_set_view (desk->toolbox, &view);
  desk_click (desk, 350, 250);
  desk_press (desk, 350, 250);
  desk->pointer.ctrl = true;
  desk_drag (desk, 54, 240);
  desk_assert_rect (desk_box (desk, b), 4, 190, 100, 100);
  desk->pointer.ctrl = false;
  desk_drag (desk, 54, 240);
  desk_release (desk);
  desk_assert_rect (desk_box (desk, b), 0, 190, 100, 100);

  ew_toolbox_set_snapping (desk->toolbox, EW_SNAPPING_NONE);
  desk_sweep (desk, (EwPoint){ 50, 250 }, (EwPoint){ 53, 260 });
  desk_assert_rect (desk_box (desk, b), 3, 200, 100, 100);
  g_assert_nonnull (a);
}

/* What nobody sees draws nothing, nor does what is moved along. */
static void
test_out_of_sight (Desk *desk, gconstpointer data)
{
  const EwView aside = { { 200, 100 }, 1, 1200, 900 };
  g_autofree char *a = note_at (desk, 0, 0);
  g_autofree char *b = note_at (desk, 300, 200);

  ew_toolbox_set_view (desk->toolbox, &aside);
  desk_sweep (desk, (EwPoint){ 350, 250 }, (EwPoint){ 54, 240 });
  desk_assert_rect (desk_box (desk, b), 4, 190, 100, 100);
  g_assert_nonnull (a);
}

static void
test_grid_by_hand (Desk *desk, gconstpointer data)
{
  g_autofree char *b = note_at (desk, 300, 200);

  ew_toolbox_set_view (desk->toolbox, &view);
  ew_toolbox_set_snapping (desk->toolbox, EW_SNAPPING_GRID);
  desk_sweep (desk, (EwPoint){ 350, 250 }, (EwPoint){ 359, 252 });
  desk_assert_rect (desk_box (desk, b), 312, 192, 100, 100);
}

static void
test_resize (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 300);
  g_autofree char *b = note_at (desk, 20, 0);

  ew_toolbox_set_view (desk->toolbox, &view);
  desk_click (desk, 70, 50);
  desk_sweep (desk, (EwPoint){ 123, 50 }, (EwPoint){ 105, 50 });
  desk_assert_rect (desk_box (desk, b), 20, 0, 80, 100);
  g_assert_nonnull (a);
}

#define CASE(name, function) \
  g_test_add ("/tools/snap/" name, Desk, NULL, desk_set_up, function, \
              desk_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tools/snap/lines", test_lines);
  g_test_add_func ("/tools/snap/one-side", test_one_side);
  g_test_add_func ("/tools/snap/gaps", test_gaps);
  g_test_add_func ("/tools/snap/marks", test_marks);
  g_test_add_func ("/tools/snap/grid", test_grid);
  g_test_add_func ("/tools/snap/crowd", test_crowd);
  g_test_add_func ("/tools/snap/anything", test_anything);
  CASE ("move", test_move);
  CASE ("ctrl", test_ctrl);
  CASE ("out-of-sight", test_out_of_sight);
  CASE ("grid-by-hand", test_grid_by_hand);
  CASE ("resize", test_resize);
  return g_test_run ();
}
