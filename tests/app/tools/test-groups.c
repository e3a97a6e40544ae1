/* Groups and locks under the hand, several at once, the way back by Escape. */
#include "desk.h"
#include "ew-verbs-arrange.h"

typedef struct {
  Desk desk;
  char *a, *b, *c; /* three notes in a row; the first two are a group */
} Trio;

static void
apply (Desk *desk, EwEdit *edit)
{
  g_autoptr (EwEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  ew_session_apply (desk->session, desk->board_id, owned, 0, &error);
  g_assert_no_error (error);
}

static GPtrArray *
two_ids (char *a, char *b)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, a);
  if (b)
    g_ptr_array_add (ids, b);
  return ids;
}

static char *
note_at (Desk *desk, double x)
{
  return desk_add (desk, "note", (EwRect){ x, 0, 100, 100 }, NULL);
}

static void
set_up (Trio *trio, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = NULL;

  desk_set_up (&trio->desk, data);
  trio->a = note_at (&trio->desk, 0);
  trio->b = note_at (&trio->desk, 200);
  trio->c = note_at (&trio->desk, 400);
  ids = two_ids (trio->a, trio->b);
  apply (&trio->desk, ew_verb_group (desk_board (&trio->desk), ids));
}

static void
tear_down (Trio *trio, gconstpointer data)
{
  g_free (trio->a);
  g_free (trio->b);
  g_free (trio->c);
  desk_tear_down (&trio->desk, data);
}

static void
test_together (Trio *trio, gconstpointer data)
{
  Desk *desk = &trio->desk;

  desk_click (desk, 50, 50);
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 2);
  g_assert_true (ew_selection_has (desk->selection, trio->b));
  desk_sweep (desk, (EwPoint){ 250, 50 }, (EwPoint){ 250, 150 });
  desk_assert_rect (desk_box (desk, trio->a), 0, 100, 100, 100);
  desk_assert_rect (desk_box (desk, trio->b), 200, 100, 100, 100);
  desk_assert_rect (desk_box (desk, trio->c), 400, 0, 100, 100);
}

static void
test_toggle (Trio *trio, gconstpointer data)
{
  Desk *desk = &trio->desk;

  desk_click (desk, 450, 50);
  desk->pointer.shift = true;
  desk_click (desk, 50, 50);
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 3);
  desk_click (desk, 250, 50);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, trio->c);
}

static void
test_sweep (Trio *trio, gconstpointer data)
{
  Desk *desk = &trio->desk;

  desk_sweep (desk, (EwPoint){ -30, -30 }, (EwPoint){ 50, 50 });
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 2);
}

/* A double-click goes inside; there one is alone; Escape leads out again. */
static void
test_inside (Trio *trio, gconstpointer data)
{
  Desk *desk = &trio->desk;

  desk_double_click (desk, 50, 50);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, trio->a);
  g_assert_null (desk->edited);
  desk_click (desk, 250, 50);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, trio->b);
  desk_sweep (desk, (EwPoint){ 250, 50 }, (EwPoint){ 250, 150 });
  desk_assert_rect (desk_box (desk, trio->a), 0, 0, 100, 100);
  desk_assert_rect (desk_box (desk, trio->b), 200, 100, 100, 100);
  desk_double_click (desk, 250, 150);
  g_assert_cmpstr (desk->edited, ==, trio->b);

  g_assert_true (ew_toolbox_escape (desk->toolbox));
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 2);
  g_assert_true (ew_toolbox_escape (desk->toolbox));
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 0);
  g_assert_false (ew_toolbox_escape (desk->toolbox));
}

/* Whoever presses elsewhere has left. */
static void
test_leave (Trio *trio, gconstpointer data)
{
  Desk *desk = &trio->desk;

  desk_double_click (desk, 50, 50);
  desk_click (desk, 450, 50);
  desk_click (desk, 50, 50);
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 2);
}

static void
test_duplicate (Trio *trio, gconstpointer data)
{
  Desk *desk = &trio->desk;

  desk_click (desk, 50, 50);
  desk->pointer.alt = true;
  desk_sweep (desk, (EwPoint){ 50, 50 }, (EwPoint){ 50, 350 });
  g_assert_cmpuint (desk_size (desk), ==, 5);
  desk->pointer.alt = false;
  desk_click (desk, 900, 900);
  desk_click (desk, 50, 350);
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 2);
  g_assert_false (ew_selection_has (desk->selection, trio->a));
}

static void
lock (Trio *trio)
{
  g_autoptr (GPtrArray) ids = two_ids (trio->c, NULL);

  apply (&trio->desk, ew_verb_lock (desk_board (&trio->desk), ids));
}

/* One sweeps over what is locked; a click selects it, and nothing moves it. */
static void
test_locked (Trio *trio, gconstpointer data)
{
  Desk *desk = &trio->desk;

  lock (trio);
  desk_sweep (desk, (EwPoint){ 350, -50 }, (EwPoint){ 550, 150 });
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 0);
  desk_sweep (desk, (EwPoint){ 450, 50 }, (EwPoint){ 250, 50 });
  desk_assert_rect (desk_box (desk, trio->c), 400, 0, 100, 100);
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 2);

  desk_click (desk, 450, 50);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, trio->c);
  desk_sweep (desk, (EwPoint){ 503, 103 }, (EwPoint){ 603, 203 });
  desk_assert_rect (desk_box (desk, trio->c), 400, 0, 100, 100);
  desk_double_click (desk, 450, 50);
  g_assert_null (desk->edited);
}

/* Several scale about the opposite corner. */
static void
test_scale (Trio *trio, gconstpointer data)
{
  Desk *desk = &trio->desk;

  desk_sweep (desk, (EwPoint){ -50, -50 }, (EwPoint){ 600, 200 });
  desk_sweep (desk, (EwPoint){ 503, 103 }, (EwPoint){ 1003, 203 });
  desk_assert_rect (desk_box (desk, trio->a), 0, 0, 200, 200);
  desk_assert_rect (desk_box (desk, trio->b), 400, 0, 200, 200);
  desk_assert_rect (desk_box (desk, trio->c), 800, 0, 200, 200);
  ew_session_undo (desk->session, desk->board_id);
  desk_assert_rect (desk_box (desk, trio->b), 200, 0, 100, 100);

  /* From the centre. */
  desk_press (desk, 503, 50);
  desk->pointer.alt = true;
  desk_drag (desk, 753, 50);
  desk_release (desk);
  desk_assert_rect (desk_box (desk, trio->a), -250, 0, 200, 100);
}

#define CASE(name, function) \
  g_test_add ("/tools/groups/" name, Trio, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("together", test_together);
  CASE ("toggle", test_toggle);
  CASE ("sweep", test_sweep);
  CASE ("inside", test_inside);
  CASE ("leave", test_leave);
  CASE ("duplicate", test_duplicate);
  CASE ("locked", test_locked);
  CASE ("scale", test_scale);
  return g_test_run ();
}
