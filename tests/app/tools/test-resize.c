/* Handles: where they are, and what dragging them does. */
#include "desk.h"
#include "ew-handles.h"

static const EwRect box = { 100, 100, 200, 100 };
static const EwResize plain = { .grid = 1 };

static void
test_where (void)
{
  g_assert_cmpint (ew_handle_at (box, (EwPoint){ 97, 97 }, 1), ==,
                   EW_HANDLE_LEFT | EW_HANDLE_TOP);
  g_assert_cmpint (ew_handle_at (box, (EwPoint){ 303, 203 }, 1), ==,
                   EW_HANDLE_RIGHT | EW_HANDLE_BOTTOM);
  g_assert_cmpint (ew_handle_at (box, (EwPoint){ 200, 97 }, 1), ==,
                   EW_HANDLE_TOP);
  g_assert_cmpint (ew_handle_at (box, (EwPoint){ 303, 150 }, 1), ==,
                   EW_HANDLE_RIGHT);
  g_assert_cmpint (ew_handle_at (box, (EwPoint){ 200, 150 }, 1), ==,
                   EW_HANDLE_NONE);
  g_assert_cmpint (ew_handle_at (box, (EwPoint){ 320, 150 }, 1), ==,
                   EW_HANDLE_NONE);
  /* They keep their size on the screen … */
  g_assert_cmpint (ew_handle_at (box, (EwPoint){ 320, 150 }, 0.25), ==,
                   EW_HANDLE_RIGHT);
  /* … and leave a tiny box something to be moved by. */
  g_assert_cmpint (ew_handle_at (box, (EwPoint){ 100, 100 }, 0.05), ==,
                   EW_HANDLE_NONE);
}

static void
test_sides (void)
{
  desk_assert_rect (
      ew_handle_drag (EW_HANDLE_RIGHT, box, (EwPoint){ 30, 99 }, &plain), 100,
      100, 230, 100);
  desk_assert_rect (
      ew_handle_drag (EW_HANDLE_TOP, box, (EwPoint){ 99, -30 }, &plain), 100,
      70, 200, 130);
  desk_assert_rect (ew_handle_drag (EW_HANDLE_LEFT | EW_HANDLE_BOTTOM, box,
                                    (EwPoint){ 20.4, 10.4 }, &plain),
                    120, 100, 180, 110);
  /* Past the other side it stays small instead of turning over. */
  desk_assert_rect (
      ew_handle_drag (EW_HANDLE_LEFT, box, (EwPoint){ 500, 0 }, &plain), 284,
      100, 16, 100);
}

static void
test_ratio (void)
{
  EwResize how = { .ratio = true, .grid = 1 };

  desk_assert_rect (ew_handle_drag (EW_HANDLE_RIGHT | EW_HANDLE_BOTTOM, box,
                                    (EwPoint){ 100, 0 }, &how),
                    100, 100, 300, 150);
  desk_assert_rect (ew_handle_drag (EW_HANDLE_LEFT | EW_HANDLE_TOP, box,
                                    (EwPoint){ -100, 0 }, &how),
                    0, 50, 300, 150);
  desk_assert_rect (
      ew_handle_drag (EW_HANDLE_RIGHT, box, (EwPoint){ 100, 0 }, &how), 100, 75,
      300, 150);
}

static void
test_center (void)
{
  EwResize how = { .center = true, .grid = 1 };

  desk_assert_rect (ew_handle_drag (EW_HANDLE_RIGHT | EW_HANDLE_BOTTOM, box,
                                    (EwPoint){ 10, 20 }, &how),
                    90, 80, 220, 140);
}

/* Through the toolbox: selected, taken by the corner, one step of undo. */
static void
test_by_hand (Desk *desk, gconstpointer data)
{
  g_autofree char *id = desk_add (desk, "note", box, NULL);

  desk_click (desk, 200, 150);
  desk_sweep (desk, (EwPoint){ 303, 203 }, (EwPoint){ 353, 253 });
  desk_assert_rect (desk_box (desk, id), 100, 100, 250, 150);
  desk_press (desk, 353, 253);
  desk->pointer.shift = true;
  desk_drag (desk, 603, 253);
  desk_release (desk);
  desk_assert_rect (desk_box (desk, id), 100, 100, 500, 300);
  ew_session_undo (desk->session, desk->board_id);
  desk_assert_rect (desk_box (desk, id), 100, 100, 250, 150);
  ew_session_undo (desk->session, desk->board_id);
  desk_assert_rect (desk_box (desk, id), 100, 100, 200, 100);
}

/* A picture is not cut unless one means to. */
static void
test_picture (Desk *desk, gconstpointer data)
{
  g_autofree char *id = desk_add (desk, "image", box, NULL);

  desk_click (desk, 200, 150);
  desk_sweep (desk, (EwPoint){ 303, 203 }, (EwPoint){ 403, 203 });
  desk_assert_rect (desk_box (desk, id), 100, 100, 300, 150);
  desk_press (desk, 403, 253);
  desk->pointer.shift = true;
  desk_drag (desk, 503, 253);
  desk_release (desk);
  desk_assert_rect (desk_box (desk, id), 100, 100, 400, 150);
}

static void
test_escape (Desk *desk, gconstpointer data)
{
  g_autofree char *id = desk_add (desk, "note", box, NULL);

  desk_click (desk, 200, 150);
  desk_press (desk, 303, 203);
  desk_drag (desk, 400, 400);
  g_assert_cmpfloat (desk_box (desk, id).w, >, 200);
  ew_toolbox_escape (desk->toolbox);
  desk_assert_rect (desk_box (desk, id), 100, 100, 200, 100);
}

static void
test_gone_meanwhile (Desk *desk, gconstpointer data)
{
  g_autofree char *id = desk_add (desk, "note", box, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (EwEdit) edit = NULL;

  g_ptr_array_add (ids, id);
  desk_click (desk, 200, 150);
  desk_press (desk, 303, 203);
  edit = ew_verb_remove (desk_board (desk), ids);
  ew_session_apply (desk->session, desk->board_id, edit, 0, NULL);
  desk_drag (desk, 400, 400);
  desk_release (desk);
  g_assert_false (desk_has (desk, id));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tools/resize/where", test_where);
  g_test_add_func ("/tools/resize/sides", test_sides);
  g_test_add_func ("/tools/resize/ratio", test_ratio);
  g_test_add_func ("/tools/resize/center", test_center);
  g_test_add ("/tools/resize/by-hand", Desk, NULL, desk_set_up, test_by_hand,
              desk_tear_down);
  g_test_add ("/tools/resize/picture", Desk, NULL, desk_set_up, test_picture,
              desk_tear_down);
  g_test_add ("/tools/resize/escape", Desk, NULL, desk_set_up, test_escape,
              desk_tear_down);
  g_test_add ("/tools/resize/gone-meanwhile", Desk, NULL, desk_set_up,
              test_gone_meanwhile, desk_tear_down);
  return g_test_run ();
}
