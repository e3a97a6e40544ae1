/* The select tool, as a hand would use it. */
#include "desk.h"

#include "ew-walkthrough.h"

static char *
note_at (Desk *desk, double x, double y)
{
  return desk_add (desk, "note", (EwRect){ x, y, 100, 100 }, NULL);
}

static void
test_click (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);
  g_autofree char *b = note_at (desk, 200, 0);

  desk_click (desk, 50, 50);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, a);
  desk_click (desk, 250, 50);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, b);
  desk_click (desk, 500, 500);
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 0);
  g_assert_cmpuint (desk_size (desk), ==, 2);
}

static void
test_toggle (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);
  g_autofree char *b = note_at (desk, 200, 0);

  desk_click (desk, 50, 50);
  desk->pointer.shift = true;
  desk_click (desk, 250, 50);
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 2);
  desk_click (desk, 50, 50);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, b);
  desk->pointer.shift = false;
  desk->pointer.ctrl = true;
  desk_click (desk, 50, 50);
  g_assert_true (ew_selection_has (desk->selection, a));
  /* Beside everything, a click with Shift keeps what there is. */
  desk_click (desk, 500, 500);
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 2);
}

/* A click on one of several leaves that one alone; a drag moves them all. */
static void
test_click_in_group (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);
  g_autofree char *b = note_at (desk, 200, 0);

  desk_sweep (desk, (EwPoint){ -50, -50 }, (EwPoint){ 400, 200 });
  desk_sweep (desk, (EwPoint){ 50, 50 }, (EwPoint){ 50, 150 });
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 2);
  desk_assert_rect (desk_box (desk, a), 0, 100, 100, 100);
  desk_assert_rect (desk_box (desk, b), 200, 100, 100, 100);
  desk_click (desk, 50, 150);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, a);
}

static void
test_move (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);

  desk_sweep (desk, (EwPoint){ 50, 50 }, (EwPoint){ 80.3, 71.8 });
  desk_assert_rect (desk_box (desk, a), 30, 22, 100, 100);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, a);

  /* However many steps it had, it is one for undo. */
  g_assert_true (ew_session_undo (desk->session, desk->board_id));
  desk_assert_rect (desk_box (desk, a), 0, 0, 100, 100);
  g_assert_true (ew_session_redo (desk->session, desk->board_id));
  desk_assert_rect (desk_box (desk, a), 30, 22, 100, 100);
}

static void
test_tremble (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);

  desk_press (desk, 50, 50);
  desk_drag (desk, 52, 51);
  desk_release (desk);
  desk_assert_rect (desk_box (desk, a), 0, 0, 100, 100);
  /* The same way on the board is a long one on the screen when zoomed in. */
  desk->pointer.scale = 8;
  desk_sweep (desk, (EwPoint){ 50, 50 }, (EwPoint){ 52, 51 });
  desk_assert_rect (desk_box (desk, a), 2, 1, 100, 100);
}

static void
test_move_straight (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);

  desk_press (desk, 50, 50);
  desk->pointer.shift = true;
  desk_drag (desk, 150, 70);
  desk_release (desk);
  desk_assert_rect (desk_box (desk, a), 100, 0, 100, 100);
}

static void
test_escape_while_moving (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);
  g_autofree char *label =
      g_strdup (ew_session_undo_label (desk->session, desk->board_id));

  desk_press (desk, 50, 50);
  desk_drag (desk, 120, 90);
  desk_drag (desk, 150, 150);
  desk_assert_rect (desk_box (desk, a), 100, 100, 100, 100);
  g_assert_true (ew_toolbox_escape (desk->toolbox));
  desk_assert_rect (desk_box (desk, a), 0, 0, 100, 100);

  /* The button is still down: nothing of it counts any more. */
  desk_drag (desk, 300, 300);
  desk_release (desk);
  desk_assert_rect (desk_box (desk, a), 0, 0, 100, 100);
  g_assert_cmpstr (ew_session_undo_label (desk->session, desk->board_id), ==,
                   label);
  g_assert_null (ew_session_redo_label (desk->session, desk->board_id));
}

static void
test_escape_steps (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);

  desk_click (desk, 50, 50);
  ew_toolbox_set_tool (desk->toolbox, "frame");
  g_assert_true (ew_toolbox_escape (desk->toolbox));
  g_assert_cmpstr (ew_toolbox_tool (desk->toolbox), ==, "select");
  g_assert_true (ew_selection_has (desk->selection, a));
  g_assert_true (ew_toolbox_escape (desk->toolbox));
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 0);
  g_assert_false (ew_toolbox_escape (desk->toolbox));
}

static void
test_duplicate (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);
  const EwObject *copy;

  desk->pointer.alt = true;
  desk_sweep (desk, (EwPoint){ 50, 50 }, (EwPoint){ 250, 50 });
  g_assert_cmpuint (desk_size (desk), ==, 2);
  desk_assert_rect (desk_box (desk, a), 0, 0, 100, 100);
  copy = desk_selected (desk);
  g_assert_cmpstr (copy->id, !=, a);
  desk_assert_rect (ew_object_box (copy), 200, 0, 100, 100);
  ew_session_undo (desk->session, desk->board_id);
  g_assert_cmpuint (desk_size (desk), ==, 1);
}

static void
test_marquee (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);
  g_autofree char *b = note_at (desk, 200, 0);
  g_autofree char *c = note_at (desk, 400, 0);

  desk_sweep (desk, (EwPoint){ -20, -20 }, (EwPoint){ 260, 50 });
  g_assert_true (ew_selection_has (desk->selection, a));
  g_assert_true (ew_selection_has (desk->selection, b));
  g_assert_false (ew_selection_has (desk->selection, c));

  desk->pointer.shift = true;
  desk_sweep (desk, (EwPoint){ 600, 200 }, (EwPoint){ 450, 50 });
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 3);

  /* Swept and left again is not selected. */
  desk->pointer.shift = false;
  desk_press (desk, -20, -20);
  desk_drag (desk, 500, 50);
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 3);
  desk_drag (desk, 50, 50);
  desk_release (desk);
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, a);
}

/* One sweeps notes inside a frame without taking the frame. */
static void
test_marquee_in_frame (Desk *desk, gconstpointer data)
{
  g_autofree char *frame =
      desk_add (desk, "frame", (EwRect){ 0, 0, 600, 400 }, NULL);
  g_autofree char *a = note_at (desk, 100, 100);

  desk_sweep (desk, (EwPoint){ 50, 50 }, (EwPoint){ 300, 300 });
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, a);
  desk_sweep (desk, (EwPoint){ -60, -60 }, (EwPoint){ 700, 500 });
  g_assert_true (ew_selection_has (desk->selection, frame));
}

static void
test_frame_carries (Desk *desk, gconstpointer data)
{
  g_autofree char *frame =
      desk_add (desk, "frame", (EwRect){ 0, 0, 400, 400 }, NULL);
  g_autofree char *a = note_at (desk, 500, 0);

  desk_sweep (desk, (EwPoint){ 550, 50 }, (EwPoint){ 150, 150 });
  g_assert_cmpstr (desk_get (desk, a, "parent"), ==, frame);
  ew_session_undo (desk->session, desk->board_id);
  g_assert_cmpstr (desk_get (desk, a, "parent"), ==, "");
  ew_session_redo (desk->session, desk->board_id);

  /* The frame is taken by its edge. */
  desk_sweep (desk, (EwPoint){ 0, 200 }, (EwPoint){ 50, 250 });
  desk_assert_rect (desk_box (desk, frame), 50, 50, 400, 400);
  desk_assert_rect (desk_box (desk, a), 150, 150, 100, 100);
  desk_sweep (desk, (EwPoint){ 200, 200 }, (EwPoint){ 900, 200 });
  g_assert_cmpstr (desk_get (desk, a, "parent"), ==, "");
}

static void
test_double_click_on_nothing (Desk *desk, gconstpointer data)
{
  const EwObject *made;

  ew_toolbox_set_color (desk->toolbox, "green");
  desk_double_click (desk, 300, 200);
  g_assert_cmpuint (desk_size (desk), ==, 1);
  made = desk_selected (desk);
  g_assert_cmpstr (ew_object_kind_name (made), ==, "note");
  g_assert_cmpstr (ew_object_get_string (made, "color"), ==, "green");
  g_assert_true (
      ew_rect_contains (ew_object_box (made), (EwPoint){ 300, 200 }));
  g_assert_cmpstr (desk->edited, ==, made->id);
  ew_session_undo (desk->session, desk->board_id);
  g_assert_cmpuint (desk_size (desk), ==, 0);
}

static void
test_double_click_edits (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);

  desk_click (desk, 50, 50);
  g_assert_null (desk->edited);
  desk_double_click (desk, 50, 50);
  g_assert_cmpstr (desk->edited, ==, a);
  g_assert_false (desk->edited_all);
  g_assert_cmpuint (desk_size (desk), ==, 1);
}

/* What vanishes under the button, here by a teammate, is no trouble. */
static void
test_gone_meanwhile (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (EwEdit) edit = NULL;

  g_ptr_array_add (ids, a);
  desk_press (desk, 50, 50);
  desk_drag (desk, 90, 50);
  edit = ew_verb_remove (desk_board (desk), ids);
  ew_session_apply (desk->session, desk->board_id, edit, 0, NULL);
  desk_drag (desk, 150, 50);
  desk_release (desk);
  g_assert_false (desk_has (desk, a));
}

static void
test_cursor (Desk *desk, gconstpointer data)
{
  g_autofree char *a = note_at (desk, 0, 0);

  desk_hover (desk, 50, 50);
  g_assert_cmpstr (ew_toolbox_cursor (desk->toolbox), ==, "default");
  desk_click (desk, 50, 50);
  desk_hover (desk, 50, 50);
  g_assert_cmpstr (ew_toolbox_cursor (desk->toolbox), ==, "move");
  desk_hover (desk, 103, 103);
  g_assert_cmpstr (ew_toolbox_cursor (desk->toolbox), ==, "se-resize");
  desk_hover (desk, -3, 50);
  g_assert_cmpstr (ew_toolbox_cursor (desk->toolbox), ==, "w-resize");
  ew_toolbox_set_hand (desk->toolbox, true);
  g_assert_cmpstr (ew_toolbox_cursor (desk->toolbox), ==, "grab");
  ew_toolbox_set_hand (desk->toolbox, false);
  ew_toolbox_set_tool (desk->toolbox, "text");
  g_assert_cmpstr (ew_toolbox_cursor (desk->toolbox), ==, "text");
}

static void
test_opens_link (Desk *desk, gconstpointer data)
{
  const char *fields[] = { "url", "https://video.example.org/w/abc", NULL };
  g_autofree char *card =
      desk_add (desk, "walkthrough", (EwRect){ 0, 0, 320, 120 }, fields);
  const EwObject *object = ew_board_get (desk_board (desk), card);
  EwPoint play = { -1, -1 };

  /* Wherever the kind drew its button. */
  for (double y = 2; y < 120 && play.x < 0; y += 4)
    for (double x = 2; x < 320 && play.x < 0; x += 4) {
      g_autofree char *url = ew_object_link_at (object, (EwPoint){ x, y });

      if (url)
        play = (EwPoint){ x + 2, y + 2 };
    }
  g_assert_cmpfloat (play.x, >=, 0);
  desk_hover (desk, play.x, play.y);
  g_assert_cmpstr (ew_toolbox_cursor (desk->toolbox), ==, "pointer");
  desk_click (desk, play.x, play.y);
  g_assert_cmpstr (desk->opened, ==, "https://video.example.org/w/abc");
  /* Dragged by its button, a card moves and opens nothing. */
  g_clear_pointer (&desk->opened, g_free);
  desk_sweep (desk, play, (EwPoint){ play.x + 100, play.y });
  g_assert_null (desk->opened);
  desk_assert_rect (desk_box (desk, card), 100, 0, 320, 120);
}

static void
test_shows_thread (Desk *desk, gconstpointer data)
{
  EwAnchor anchor = { .object = (char *) "",
                      .spot = EW_SPOT_AUTO,
                      .point = { 100 * 64, 100 * 64 } };
  g_autofree char *id = NULL;
  g_autoptr (EwEdit) edit = ew_verb_comment (
      desk_board (desk), &anchor, "Is this so?", "Bo", "bo@example.org", &id);
  EwRect pin;

  ew_session_apply (desk->session, desk->board_id, edit, 0, NULL);
  pin = ew_object_bounds (ew_board_get (desk_board (desk), id),
                          desk_board (desk));
  desk_click (desk, ew_rect_center (pin).x, ew_rect_center (pin).y);
  g_assert_cmpstr (desk->thread, ==, id);
}

#define CASE(name, function) \
  g_test_add ("/tools/select/" name, Desk, NULL, desk_set_up, function, \
              desk_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("click", test_click);
  CASE ("toggle", test_toggle);
  CASE ("click-in-group", test_click_in_group);
  CASE ("move", test_move);
  CASE ("tremble", test_tremble);
  CASE ("move-straight", test_move_straight);
  CASE ("escape-while-moving", test_escape_while_moving);
  CASE ("escape-steps", test_escape_steps);
  CASE ("duplicate", test_duplicate);
  CASE ("marquee", test_marquee);
  CASE ("marquee-in-frame", test_marquee_in_frame);
  CASE ("frame-carries", test_frame_carries);
  CASE ("double-click-on-nothing", test_double_click_on_nothing);
  CASE ("double-click-edits", test_double_click_edits);
  CASE ("gone-meanwhile", test_gone_meanwhile);
  CASE ("cursor", test_cursor);
  CASE ("opens-link", test_opens_link);
  CASE ("shows-thread", test_shows_thread);
  return g_test_run ();
}
