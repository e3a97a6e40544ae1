/* The marks around a selection: turn, a line's ends, dots that grow lines; and
 * scrolling on at the edge of the window. */
#include "desk.h"
#include "ew-tool.h"

static char *
shape_at (Desk *desk, double x, double y)
{
  return desk_add (desk, "shape", (EwRect){ x, y, 200, 100 }, NULL);
}

static double
angle_of (Desk *desk, const char *id)
{
  return ew_object_angle (ew_board_get (desk_board (desk), id));
}

/* The grip hangs 38 px below its middle. */
static void
test_turn (Desk *desk, gconstpointer data)
{
  g_autofree char *id = shape_at (desk, 0, 0);

  desk_click (desk, 100, 50);
  desk_sweep (desk, (EwPoint){ 100, 138 }, (EwPoint){ 12, 50 });
  g_assert_cmpfloat (angle_of (desk, id), ==, 90);
  g_assert_true (ew_session_undo (desk->session, desk->board_id));
  g_assert_cmpfloat (angle_of (desk, id), ==, 0);

  desk_press (desk, 100, 138);
  desk->pointer.shift = true;
  desk_drag (desk, 60, 130);
  desk_release (desk);
  g_assert_cmpfloat (angle_of (desk, id), ==, 30);
}

static void
test_turn_escape (Desk *desk, gconstpointer data)
{
  g_autofree char *id = shape_at (desk, 0, 0);

  desk_click (desk, 100, 50);
  desk_press (desk, 100, 138);
  desk_drag (desk, 12, 50);
  g_assert_cmpfloat (angle_of (desk, id), ==, 90);
  g_assert_true (ew_toolbox_escape (desk->toolbox));
  g_assert_cmpfloat (angle_of (desk, id), ==, 0);
}

/* Upside down, the handle that one sees at the bottom right is its top left;
 * what lies opposite stays where it is. */
static void
test_resize_turned (Desk *desk, gconstpointer data)
{
  const char *fields[] = { "angle", "18000", NULL };
  g_autofree char *id =
      desk_add (desk, "shape", (EwRect){ 0, 0, 200, 100 }, fields);

  desk_click (desk, 100, 50);
  desk_sweep (desk, (EwPoint){ 203, 103 }, (EwPoint){ 253, 123 });
  desk_assert_rect (desk_box (desk, id), 0, 0, 250, 120);
}

static void
test_resize_quarter (Desk *desk, gconstpointer data)
{
  const char *fields[] = { "angle", "9000", NULL };
  g_autofree char *id =
      desk_add (desk, "shape", (EwRect){ 0, 0, 200, 100 }, fields);
  EwRect seen;

  /* It stands from (50, -50) to (150, 150); the lower edge is pulled down. */
  desk_click (desk, 100, 50);
  desk_sweep (desk, (EwPoint){ 130, 153 }, (EwPoint){ 130, 193 });
  seen = ew_object_turned_box (ew_board_get (desk_board (desk), id));
  desk_assert_rect (seen, 50, -50, 100, 240);
}

typedef struct {
  char *a, *b, *line;
} Diagram;

static void
make_diagram (Desk *desk, Diagram *diagram)
{
  diagram->a = shape_at (desk, 0, 0);
  diagram->b = shape_at (desk, 400, 0);
  ew_toolbox_set_tool (desk->toolbox, "connector");
  desk_sweep (desk, (EwPoint){ 100, 50 }, (EwPoint){ 480, 70 });
  diagram->line = g_strdup (desk_selected (desk)->id);
}

static void
clear_diagram (Diagram *diagram)
{
  g_free (diagram->a);
  g_free (diagram->b);
  g_free (diagram->line);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Diagram, clear_diagram)

static EwPoint
end_of (Desk *desk, const char *id, guint index)
{
  const EwObject *line = ew_board_get (desk_board (desk), id);
  EwPoint ends[2];

  line->kind->ends (line, desk_board (desk), ends);
  return ends[index];
}

/* An end goes to another object, to a side of it, to a spot, to nothing. */
static void
test_ends (Desk *desk, gconstpointer data)
{
  g_auto (Diagram) d = { 0 };
  g_autofree char *c = shape_at (desk, 400, 400);
  const EwAnchor *to;

  make_diagram (desk, &d);
  desk_sweep (desk, end_of (desk, d.line, 1), (EwPoint){ 480, 470 });
  to = desk_anchor (desk, d.line, "to");
  g_assert_cmpstr (to->object, ==, c);
  g_assert_true (ew_anchor_is_auto (to));

  desk_sweep (desk, end_of (desk, d.line, 1), (EwPoint){ 597, 452 });
  to = desk_anchor (desk, d.line, "to");
  g_assert_cmpint (to->spot.x, ==, 1000);
  g_assert_cmpint (to->spot.y, ==, 500);

  desk_press (desk, end_of (desk, d.line, 1).x, end_of (desk, d.line, 1).y);
  desk->pointer.ctrl = true;
  desk_drag (desk, 450, 420);
  desk_release (desk);
  desk->pointer.ctrl = false;
  to = desk_anchor (desk, d.line, "to");
  g_assert_cmpint (to->spot.x, ==, 250);
  g_assert_cmpint (to->spot.y, ==, 200);

  desk_sweep (desk, end_of (desk, d.line, 1), (EwPoint){ 900, 900 });
  to = desk_anchor (desk, d.line, "to");
  g_assert_cmpstr (to->object, ==, "");
  g_assert_cmpint (to->point.x, ==, 900 * EW_UNITS_PER_PX);
  g_assert_cmpstr (desk_anchor (desk, d.line, "from")->object, ==, d.a);
}

/* The box of a slanting line is mostly empty, and sweeping there is not for
 * it. */
static void
test_sweep_line (Desk *desk, gconstpointer data)
{
  const char *fields[] = { "from", "0,0", "to", "400,400", NULL };
  g_autofree char *line = desk_add (desk, "connector", EW_RECT_EMPTY, fields);

  desk_sweep (desk, (EwPoint){ 250, 20 }, (EwPoint){ 380, 120 });
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 0);
  desk_sweep (desk, (EwPoint){ 250, 120 }, (EwPoint){ 180, 320 });
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, line);
  desk_sweep (desk, (EwPoint){ 350, 300 }, (EwPoint){ 450, 450 });
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, line);
}

/* In a tight row the neighbour is nearer than the dot. */
static void
test_dot_covered (Desk *desk, gconstpointer data)
{
  g_autofree char *a = shape_at (desk, 0, 0);
  g_autofree char *b = shape_at (desk, 208, 0);

  desk_click (desk, 100, 50);
  desk_click (desk, 216, 50);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, b);
  g_assert_cmpuint (desk_size (desk), ==, 2);
  g_assert_nonnull (a);
}

/* A connector goes where its objects go. */
static void
test_follows (Desk *desk, gconstpointer data)
{
  g_auto (Diagram) d = { 0 };

  make_diagram (desk, &d);
  desk_sweep (desk, (EwPoint){ 450, 20 }, (EwPoint){ 450, 420 });
  g_assert_cmpfloat (end_of (desk, d.line, 1).y, >, 350);
}

/* The dot on the right is 16 px beside the box. */
static void
test_dot_onto_object (Desk *desk, gconstpointer data)
{
  g_autofree char *a = shape_at (desk, 0, 0);
  g_autofree char *b = shape_at (desk, 600, 0);
  const char *line;

  desk_click (desk, 100, 50);
  desk_hover (desk, 216, 50);
  g_assert_cmpstr (ew_toolbox_cursor (desk->toolbox), ==, "crosshair");
  desk_sweep (desk, (EwPoint){ 216, 50 }, (EwPoint){ 680, 70 });
  g_assert_cmpuint (desk_size (desk), ==, 3);
  line = desk_selected (desk)->id;
  g_assert_cmpstr (desk_anchor (desk, line, "from")->object, ==, a);
  g_assert_cmpstr (desk_anchor (desk, line, "to")->object, ==, b);
}

static void
test_dot_onto_nothing (Desk *desk, gconstpointer data)
{
  const char *fields[] = { "color", "teal", NULL };
  g_autofree char *a =
      desk_add (desk, "shape", (EwRect){ 0, 0, 200, 100 }, fields);
  const EwObject *made;

  desk_click (desk, 100, 50);
  desk_sweep (desk, (EwPoint){ 100, -16 }, (EwPoint){ 100, -300 });
  g_assert_cmpuint (desk_size (desk), ==, 3);
  made = desk_selected (desk);
  g_assert_cmpstr (ew_object_kind_name (made), ==, "shape");
  g_assert_cmpstr (ew_object_get_string (made, "color"), ==, "teal");
  desk_assert_rect (ew_object_box (made), 0, -350, 200, 100);
  g_assert_cmpstr (desk->edited, ==, made->id);
  /* The object and its line came together, and go together. */
  ew_session_undo (desk->session, desk->board_id);
  g_assert_cmpuint (desk_size (desk), ==, 1);
  g_assert_true (desk_has (desk, a));
}

static void
test_dot_clicked (Desk *desk, gconstpointer data)
{
  g_autofree char *a = shape_at (desk, 0, 0);

  desk_click (desk, 100, 50);
  desk_click (desk, 216, 50);
  g_assert_cmpuint (desk_size (desk), ==, 3);
  g_assert_cmpfloat (ew_object_box (desk_selected (desk)).x, >, 250);
  g_assert_cmpfloat (ew_object_box (desk_selected (desk)).y, ==, 0);
  g_assert_true (desk_has (desk, a));
}

/* Let go where it began, nothing was meant. */
static void
test_dot_back (Desk *desk, gconstpointer data)
{
  g_autofree char *a = shape_at (desk, 0, 0);

  desk_click (desk, 100, 50);
  desk_sweep (desk, (EwPoint){ 216, 50 }, (EwPoint){ 150, 50 });
  g_assert_cmpuint (desk_size (desk), ==, 1);
  g_assert_true (desk_has (desk, a));
}

/* At the edge the board goes on under the pointer, and what is held with it. */
static void
test_scroll (Desk *desk, gconstpointer data)
{
  const EwView view = { { 0, 0 }, 1, 800, 600 };
  g_autofree char *id = shape_at (desk, 100, 100);
  double before;

  ew_toolbox_set_view (desk->toolbox, &view);
  ew_toolbox_set_snapping (desk->toolbox, EW_SNAPPING_NONE);
  desk_press (desk, 200, 150);
  desk_drag (desk, 400, 150);
  g_assert_false (ew_toolbox_scroll_step (desk->toolbox));
  desk_drag (desk, 795, 150);
  before = desk_box (desk, id).x;
  for (int i = 0; i < 10; i++)
    g_assert_true (ew_toolbox_scroll_step (desk->toolbox));
  g_assert_cmpfloat (desk->panned.x, <, -50);
  g_assert_cmpfloat (desk->panned.y, ==, 0);
  g_assert_cmpfloat_with_epsilon (desk_box (desk, id).x,
                                  before - desk->panned.x, 1);
  /* The button lets go where the window still is. */
  desk->pointer.board.x -= desk->panned.x;
  ew_toolbox_release (desk->toolbox, &desk->pointer);
  g_assert_cmpfloat_with_epsilon (desk_box (desk, id).x,
                                  before - desk->panned.x, 1);
  g_assert_false (ew_toolbox_scroll_step (desk->toolbox));
}

#define CASE(name, function) \
  g_test_add ("/tools/grips/" name, Desk, NULL, desk_set_up, function, \
              desk_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("turn", test_turn);
  CASE ("turn-escape", test_turn_escape);
  CASE ("resize-turned", test_resize_turned);
  CASE ("resize-quarter", test_resize_quarter);
  CASE ("ends", test_ends);
  CASE ("sweep-line", test_sweep_line);
  CASE ("dot-covered", test_dot_covered);
  CASE ("follows", test_follows);
  CASE ("dot-onto-object", test_dot_onto_object);
  CASE ("dot-onto-nothing", test_dot_onto_nothing);
  CASE ("dot-clicked", test_dot_clicked);
  CASE ("dot-back", test_dot_back);
  CASE ("scroll", test_scroll);
  return g_test_run ();
}
