/* The pen and the eraser. */
#include "desk.h"

#include "ew-ink.h"

#include <math.h>
#include <string.h>

static EwPoint
on_wave (int i)
{
  return (EwPoint){ 100 + 4 * i, 200 + 60 * sin (i / 8.0) };
}

static void
draw_wave (Desk *desk)
{
  EwPoint start = on_wave (0);

  desk_press (desk, start.x, start.y);
  for (int i = 1; i <= 50; i++)
    desk_drag (desk, on_wave (i).x, on_wave (i).y);
  desk_release (desk);
}

static const EwObject *
only_object (Desk *desk)
{
  g_assert_cmpuint (desk_size (desk), ==, 1);
  return ew_board_at (desk_board (desk), 0);
}

static void
test_stroke (Desk *desk, gconstpointer data)
{
  const EwObject *ink;

  ew_toolbox_set_tool (desk->toolbox, "pen");
  draw_wave (desk);
  ink = only_object (desk);
  g_assert_true (ew_object_is_ink (ink));
  for (int i = 0; i <= 50; i++)
    g_assert_true (ew_object_hit (ink, desk_board (desk), on_wave (i), 6));
  g_assert_cmpuint (strlen (ew_object_get_string (ink, "points")), <, 500);
  g_assert_cmpstr (ew_toolbox_tool (desk->toolbox), ==, "pen");
}

/* One stroke, one step back. */
static void
test_undo (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_tool (desk->toolbox, "pen");
  draw_wave (desk);
  desk_click (desk, 0, 0);
  g_assert_cmpuint (desk_size (desk), ==, 2);
  g_assert_true (ew_session_undo (desk->session, desk->board_id));
  g_assert_cmpuint (desk_size (desk), ==, 1);
  g_assert_true (ew_session_undo (desk->session, desk->board_id));
  g_assert_cmpuint (desk_size (desk), ==, 0);
}

static void
test_dot (Desk *desk, gconstpointer data)
{
  EwPoint at = { 40, 50 };

  ew_toolbox_set_tool (desk->toolbox, "pen");
  desk_click (desk, at.x, at.y);
  g_assert_true (ew_object_hit (only_object (desk), desk_board (desk), at, 0));
}

static void
test_pressure (Desk *desk, gconstpointer data)
{
  g_autoptr (GArray) points = NULL;

  ew_toolbox_set_tool (desk->toolbox, "pen");
  desk->pointer.pressure = 0.2;
  desk_press (desk, 0, 0);
  for (int i = 1; i <= 20; i++) {
    desk->pointer.pressure = 0.2 + i * 0.04;
    desk_drag (desk, 10 * i, 0);
  }
  desk->pointer.pressure = 0;
  desk_release (desk);
  points = ew_ink_parse (ew_object_get_string (only_object (desk), "points"));
  g_assert_cmpuint (points->len, >=, 2);
  g_assert_cmpfloat (g_array_index (points, EwInkPoint, 0).pressure, <, 0.25);
  g_assert_cmpfloat (
      g_array_index (points, EwInkPoint, points->len - 1).pressure, >, 0.8);
}

/* A hand that never lifts: nothing of it is lost, and it is one step. */
static void
test_endless (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_tool (desk->toolbox, "pen");
  desk_press (desk, 0, 0);
  for (int i = 1; i < EW_INK_POINTS_MAX * 3 / 2; i++)
    desk_drag (desk, i * 4, (i % 7) * 9);
  desk_release (desk);
  g_assert_cmpuint (desk_size (desk), ==, 2);
  g_assert_true (ew_session_undo (desk->session, desk->board_id));
  g_assert_cmpuint (desk_size (desk), ==, 0);
}

static void
test_escape (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_tool (desk->toolbox, "pen");
  desk_press (desk, 0, 0);
  desk_drag (desk, 50, 50);
  g_assert_true (ew_toolbox_escape (desk->toolbox));
  desk_release (desk);
  g_assert_cmpuint (desk_size (desk), ==, 0);
}

/* Through two strokes and a note: both strokes go, in one step. */
static void
test_erase (Desk *desk, gconstpointer data)
{
  g_autofree char *note =
      desk_add (desk, "note", (EwRect){ 0, 300, 200, 200 }, NULL);

  ew_toolbox_set_tool (desk->toolbox, "pen");
  desk_sweep (desk, (EwPoint){ 0, 0 }, (EwPoint){ 200, 0 });
  desk_sweep (desk, (EwPoint){ 0, 100 }, (EwPoint){ 200, 100 });
  desk_sweep (desk, (EwPoint){ 300, 0 }, (EwPoint){ 300, 100 });
  g_assert_cmpuint (desk_size (desk), ==, 4);

  ew_toolbox_set_tool (desk->toolbox, "eraser");
  desk_sweep (desk, (EwPoint){ 100, -40 }, (EwPoint){ 100, 400 });
  g_assert_cmpuint (desk_size (desk), ==, 2);
  g_assert_true (desk_has (desk, note));
  g_assert_cmpstr (ew_toolbox_tool (desk->toolbox), ==, "eraser");
  g_assert_true (ew_session_undo (desk->session, desk->board_id));
  g_assert_cmpuint (desk_size (desk), ==, 4);
}

static void
test_pen_choice (Desk *desk, gconstpointer data)
{
  const EwObject *stroke = NULL;

  ew_toolbox_set_tool (desk->toolbox, "pen");
  ew_toolbox_set_pen (desk->toolbox, "blue", 10);
  desk_sweep (desk, (EwPoint){ 0, 0 }, (EwPoint){ 100, 60 });
  for (guint i = 0; i < ew_board_size (desk_board (desk)); i++)
    stroke = ew_board_at (desk_board (desk), i);
  g_assert_true (ew_object_is_ink (stroke));
  g_assert_cmpstr (ew_object_get_string (stroke, "color"), ==, "blue");
  g_assert_cmpint (ew_field_get_int (ew_kind_find_field (stroke->kind, "width"),
                                     &stroke->record),
                   ==, 640);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) \
  g_test_add (path, Desk, NULL, desk_set_up, test, desk_tear_down)
  ADD ("/tools/pen/stroke", test_stroke);
  ADD ("/tools/pen/undo", test_undo);
  ADD ("/tools/pen/dot", test_dot);
  ADD ("/tools/pen/pressure", test_pressure);
  ADD ("/tools/pen/endless", test_endless);
  ADD ("/tools/pen/escape", test_escape);
  ADD ("/tools/eraser/erase", test_erase);
#undef ADD
  g_test_add ("/tools/ink/pen-choice", Desk, NULL, desk_set_up, test_pen_choice,
              desk_tear_down);
  return g_test_run ();
}
