/* The tools that make something: boxes, lines, comments, cards. */
#include "desk.h"

static const char *
kind_of (const EwObject *object)
{
  return ew_object_kind_name (object);
}

static void
test_place (Desk *desk, gconstpointer data)
{
  const EwObject *made;
  EwPoint size = ew_kind_by_name ("note")->size;

  ew_toolbox_set_tool (desk->toolbox, "note");
  desk_click (desk, 400, 300);
  made = desk_selected (desk);
  g_assert_cmpstr (kind_of (made), ==, "note");
  desk_assert_rect (ew_object_box (made), 400 - size.x / 2, 300 - size.y / 2,
                    size.x, size.y);
  g_assert_cmpstr (desk->edited, ==, made->id);
  g_assert_true (desk->edited_all);
  g_assert_cmpstr (ew_toolbox_tool (desk->toolbox), ==, "select");
}

static void
test_draw (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_tool (desk->toolbox, "ellipse");
  desk_sweep (desk, (EwPoint){ 300, 250 }, (EwPoint){ 100, 100 });
  desk_assert_rect (ew_object_box (desk_selected (desk)), 100, 100, 200, 150);
  g_assert_cmpstr (ew_object_get_string (desk_selected (desk), "shape"), ==,
                   "ellipse");

  ew_toolbox_set_tool (desk->toolbox, "frame");
  desk_press (desk, 500, 0);
  desk->pointer.shift = true;
  desk_drag (desk, 700, 120);
  desk_release (desk);
  desk_assert_rect (ew_object_box (desk_selected (desk)), 500, 0, 200, 200);
  g_assert_cmpstr (kind_of (desk_selected (desk)), ==, "frame");
}

/* “Shapes” makes the shape that was made last. */
static void
test_last_shape (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_tool (desk->toolbox, "shape");
  desk_click (desk, 0, 0);
  g_assert_cmpstr (ew_object_get_string (desk_selected (desk), "shape"), ==,
                   "rectangle");
  ew_toolbox_set_tool (desk->toolbox, "diamond");
  ew_toolbox_set_tool (desk->toolbox, "shape");
  desk_click (desk, 500, 500);
  g_assert_cmpstr (ew_object_get_string (desk_selected (desk), "shape"), ==,
                   "diamond");
}

static void
test_keep (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_tool (desk->toolbox, "note");
  ew_toolbox_set_keep (desk->toolbox, true);
  desk_click (desk, 0, 0);
  desk_click (desk, 400, 0);
  g_assert_cmpuint (desk_size (desk), ==, 2);
  g_assert_cmpstr (ew_toolbox_tool (desk->toolbox), ==, "note");
}

static void
test_escape_while_drawing (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_tool (desk->toolbox, "rectangle");
  desk_press (desk, 0, 0);
  desk_drag (desk, 100, 100);
  g_assert_true (ew_toolbox_escape (desk->toolbox));
  desk_release (desk);
  g_assert_cmpuint (desk_size (desk), ==, 0);
  g_assert_cmpstr (ew_toolbox_tool (desk->toolbox), ==, "rectangle");
}

static char *
note_at (Desk *desk, double x)
{
  return desk_add (desk, "note", (EwRect){ x, 0, 100, 100 }, NULL);
}

static void
test_connect (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0);
  g_autofree char *b = note_at (desk, 400);
  const char *line;

  ew_toolbox_set_tool (desk->toolbox, "connector");
  desk_sweep (desk, (EwPoint){ 50, 50 }, (EwPoint){ 450, 50 });
  line = desk_selected (desk)->id;
  g_assert_cmpstr (kind_of (desk_selected (desk)), ==, "connector");
  g_assert_cmpstr (desk_anchor (desk, line, "from")->object, ==, a);
  g_assert_cmpstr (desk_anchor (desk, line, "to")->object, ==, b);
  g_assert_true (ew_anchor_is_auto (desk_anchor (desk, line, "to")));
  g_assert_cmpstr (ew_toolbox_tool (desk->toolbox), ==, "select");
}

static void
test_connect_to_nothing (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0);
  const EwAnchor *end;

  ew_toolbox_set_tool (desk->toolbox, "connector");
  desk_sweep (desk, (EwPoint){ 300, 300 }, (EwPoint){ 50, 50 });
  end = desk_anchor (desk, desk_selected (desk)->id, "from");
  g_assert_cmpstr (end->object, ==, "");
  g_assert_cmpint (end->point.x, ==, 300 * EW_UNITS_PER_PX);
  end = desk_anchor (desk, desk_selected (desk)->id, "to");
  g_assert_cmpstr (end->object, ==, a);
}

/* A click, or a line from a note to itself, makes nothing. */
static void
test_connect_nowhere (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0);

  ew_toolbox_set_tool (desk->toolbox, "connector");
  desk_click (desk, 50, 50);
  desk_sweep (desk, (EwPoint){ 20, 20 }, (EwPoint){ 80, 80 });
  g_assert_cmpuint (desk_size (desk), ==, 1);
  g_assert_cmpstr (ew_toolbox_tool (desk->toolbox), ==, "connector");
}

static void
test_comment (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0);

  ew_toolbox_set_tool (desk->toolbox, "comment");
  desk_click (desk, 75, 25);
  g_assert_true (desk->has_comment);
  g_assert_cmpstr (desk->comment_object, ==, a);
  g_assert_cmpint (desk->comment_spot.x, ==, 750);
  g_assert_cmpint (desk->comment_spot.y, ==, 250);
  g_assert_cmpstr (ew_toolbox_tool (desk->toolbox), ==, "select");
}

static void
test_comment_on_place (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_tool (desk->toolbox, "comment");
  desk_click (desk, 75, 25);
  g_assert_cmpstr (desk->comment_object, ==, "");
  g_assert_cmpint (desk->comment_point.x, ==, 75 * EW_UNITS_PER_PX);
  g_assert_cmpint (desk->comment_point.y, ==, 25 * EW_UNITS_PER_PX);
}

static void
test_ask_link (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_tool (desk->toolbox, "walkthrough");
  desk_click (desk, 10, 20);
  g_assert_cmpstr (desk->asked_kind, ==, "walkthrough");
  g_assert_cmpfloat (desk->asked_at.y, ==, 20);
  ew_toolbox_set_tool (desk->toolbox, "link");
  desk_click (desk, 10, 20);
  g_assert_cmpstr (desk->asked_kind, ==, "link");
  g_assert_cmpuint (desk_size (desk), ==, 0);
}

/* Space pans whatever the tool is, and gives it back. */
static void
test_hand (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_tool (desk->toolbox, "note");
  ew_toolbox_set_hand (desk->toolbox, true);
  desk_sweep (desk, (EwPoint){ 0, 0 }, (EwPoint){ 90, 30 });
  g_assert_cmpfloat_with_epsilon (desk->panned.x, 90, 0.01);
  g_assert_cmpfloat_with_epsilon (desk->panned.y, 30, 0.01);
  g_assert_cmpuint (desk_size (desk), ==, 0);
  ew_toolbox_set_hand (desk->toolbox, false);
  g_assert_cmpstr (ew_toolbox_tool (desk->toolbox), ==, "note");
  desk_click (desk, 0, 0);
  g_assert_cmpuint (desk_size (desk), ==, 1);
}

/* The tool bar is drawn from this table: no name or key twice. */
static void
test_table (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const EwToolInfo *info = ew_toolbox_tools (); info->name; info++) {
    g_assert_true (g_hash_table_add (seen, (char *) info->name));
    g_assert_nonnull (info->title);
    g_assert_true (g_str_has_suffix (info->icon, "-symbolic"));
    if (info->shortcut)
      g_assert_true (g_hash_table_add (seen, (char *) info->shortcut));
  }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 15);
}

/* Without a board the tools are still there, and do nothing. */
static void
test_no_board (Desk *desk, gconstpointer data)
{
  ew_toolbox_set_board (desk->toolbox, NULL, NULL);
  ew_toolbox_set_tool (desk->toolbox, "note");
  desk_click (desk, 0, 0);
  desk_hover (desk, 0, 0);
  g_assert_cmpuint (desk_size (desk), ==, 0);
  g_assert_cmpstr (ew_toolbox_cursor (desk->toolbox), ==, "crosshair");
}

#define CASE(name, function) \
  g_test_add ("/tools/make/" name, Desk, NULL, desk_set_up, function, \
              desk_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tools/table", test_table);
  CASE ("place", test_place);
  CASE ("draw", test_draw);
  CASE ("last-shape", test_last_shape);
  CASE ("keep", test_keep);
  CASE ("escape-while-drawing", test_escape_while_drawing);
  CASE ("connect", test_connect);
  CASE ("connect-to-nothing", test_connect_to_nothing);
  CASE ("connect-nowhere", test_connect_nowhere);
  CASE ("comment", test_comment);
  CASE ("comment-on-place", test_comment_on_place);
  CASE ("ask-link", test_ask_link);
  CASE ("hand", test_hand);
  CASE ("no-board", test_no_board);
  return g_test_run ();
}
