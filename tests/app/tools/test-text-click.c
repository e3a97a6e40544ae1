/* Clicks that land on something in a text. */
#include "desk.h"

static char *
note_with (Desk *desk, const char *text)
{
  const char *fields[] = { "text", text, NULL };

  return desk_add (desk, "note", (EwRect){ 0, 0, 200, 200 }, fields);
}

/* The first place, line by line, where @text has a tick box. */
static EwPoint
find_box (Desk *desk, const char *id)
{
  const EwObject *note = ew_board_get (desk_board (desk), id);

  for (double y = 0; y < 200; y += 4)
    for (double x = 0; x < 200; x += 4)
      if (ew_object_tick_at (note, (EwPoint){ x, y }) >= 0)
        return (EwPoint){ x + 2, y + 2 };
  g_assert_not_reached ();
}

static void
test_ticks (Desk *desk, gconstpointer data)
{
  g_autofree char *id = note_with (desk, "- [ ] tea");
  EwPoint box = find_box (desk, id);

  desk_hover (desk, box.x, box.y);
  g_assert_cmpstr (ew_toolbox_cursor (desk->toolbox), ==, "pointer");
  desk_click (desk, box.x, box.y);
  g_assert_cmpstr (desk_get (desk, id, "text"), ==, "- [x] tea");
  ew_session_undo (desk->session, desk->board_id);
  g_assert_cmpstr (desk_get (desk, id, "text"), ==, "- [ ] tea");
  /* Beside the box a click is a click. */
  desk_click (desk, 100, 190);
  g_assert_cmpstr (desk_get (desk, id, "text"), ==, "- [ ] tea");
  g_assert_cmpstr (ew_selection_single (desk->selection), ==, id);
}

/* Moving the note by its box ticks nothing. */
static void
test_drag_ticks_nothing (Desk *desk, gconstpointer data)
{
  g_autofree char *id = note_with (desk, "- [ ] tea");
  EwPoint box = find_box (desk, id);

  desk_sweep (desk, box, (EwPoint){ box.x + 100, box.y });
  g_assert_cmpstr (desk_get (desk, id, "text"), ==, "- [ ] tea");
  desk_assert_rect (desk_box (desk, id), 100, 0, 200, 200);
}

static void
test_links_want_ctrl (Desk *desk, gconstpointer data)
{
  g_autofree char *id = note_with (desk, "[plan](https://example.org/)");

  desk_click (desk, 100, 100);
  g_assert_null (desk->opened);
  desk->pointer.ctrl = true;
  desk_click (desk, 100, 100);
  g_assert_cmpstr (desk->opened, ==, "https://example.org/");
}

static void
test_unsafe_links_are_words (Desk *desk, gconstpointer data)
{
  g_autofree char *id = note_with (desk, "[plan](javascript:alert(1))");

  desk->pointer.ctrl = true;
  desk_click (desk, 100, 100);
  g_assert_null (desk->opened);
}

#define CASE(name, function) \
  g_test_add ("/text-click/" name, Desk, NULL, desk_set_up, function, \
              desk_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("ticks", test_ticks);
  CASE ("drag-ticks-nothing", test_drag_ticks_nothing);
  CASE ("links-want-ctrl", test_links_want_ctrl);
  CASE ("unsafe-links-are-words", test_unsafe_links_are_words);
  return g_test_run ();
}
