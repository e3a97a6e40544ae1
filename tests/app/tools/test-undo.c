/* Whatever hands do, in whatever order: all of it undone gives the same bytes
 * as before, all of it done again the same as after. */
#include "desk.h"
#include "ew-object-json.h"
#include "ew-verbs-arrange.h"

#define SIZE 900
#define STEPS 60

/* Every object of the board as a file would hold it. */
static char *
bytes_of (Desk *desk)
{
  const EwBoard *board = desk_board (desk);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ew_board_size (board); i++)
    g_ptr_array_add (lines, ew_object_to_json (ew_board_at (board, i),
                                               EW_JSON_WRITE_CANONICAL));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static double
place (void)
{
  return g_test_rand_int_range (-100, SIZE);
}

static const EwObject *
any (Desk *desk)
{
  const EwBoard *board = desk_board (desk);

  if (ew_board_size (board) == 0)
    return NULL;
  return ew_board_at (
      board, (guint) g_test_rand_int_range (0, (int) ew_board_size (board)));
}

static GPtrArray *
some (Desk *desk)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = g_test_rand_int_range (1, 6); i > 0; i--) {
    const EwObject *object = any (desk);

    if (object &&
        !g_ptr_array_find_with_equal_func (ids, object->id, g_str_equal, NULL))
      g_ptr_array_add (ids, g_strdup (object->id));
  }
  return ids;
}

static void
make (Desk *desk)
{
  static const char *const tools[] = { "note",    "text",      "ellipse",
                                       "diamond", "connector", "frame",
                                       "pen" };

  ew_toolbox_set_tool (desk->toolbox,
                       tools[g_test_rand_int_range (0, G_N_ELEMENTS (tools))]);
  desk_sweep (desk, (EwPoint){ place (), place () },
              (EwPoint){ place (), place () });
  ew_toolbox_set_tool (desk->toolbox, "select");
}

static void
sweep (Desk *desk)
{
  desk->pointer.shift = g_test_rand_bit ();
  desk->pointer.alt = g_test_rand_int_range (0, 6) == 0;
  desk_press (desk, place (), place ());
  for (int i = 0; i < 4; i++)
    desk_drag (desk, place (), place ());
  if (g_test_rand_int_range (0, 6) == 0)
    ew_toolbox_escape (desk->toolbox);
  desk_release (desk);
  desk->pointer.shift = desk->pointer.alt = false;
}

/* Onto some object, so that not all goes into the void. */
static void
drag_one (Desk *desk)
{
  const EwObject *object = any (desk);
  EwPoint at;

  if (!object)
    return;
  at = ew_rect_center (ew_object_bounds (object, desk_board (desk)));
  desk_double_click (desk, at.x, at.y);
  desk_sweep (desk, at, (EwPoint){ place (), place () });
}

static EwEdit *
verb (Desk *desk, GPtrArray *ids)
{
  const EwBoard *board = desk_board (desk);
  const char *id = ids->pdata[0];

  switch (g_test_rand_int_range (0, 16)) {
  case 0:
    return ew_verb_group (board, ids);
  case 1:
    return ew_verb_ungroup (board, ids);
  case 2:
    return ew_verb_lock (board, ids);
  case 3:
    return ew_verb_unlock (board, ids);
  case 4:
    return ew_verb_align (board, ids, (EwAlign) g_test_rand_int_range (0, 6));
  case 5:
    return ew_verb_distribute (board, ids, g_test_rand_int_range (0, 2));
  case 6:
    return ew_verb_forward (board, ids);
  case 7:
    return ew_verb_backward (board, ids);
  case 8:
    return ew_verb_raise (board, ids, g_test_rand_bit ());
  case 9:
    return ew_verb_paste_style (board, any (desk), ids);
  case 10:
    return ew_verb_turn (board, id, place ());
  case 11:
    return ew_verb_branch (board, id, (EwPoint){ place (), place () }, NULL);
  case 12:
    return ew_verb_duplicate (board, ids, (EwPoint){ 10, 10 }, NULL);
  case 13:
    return ew_verb_set (board, ids, "color", "pink", NULL);
  case 14:
    return ew_verb_reparent (board, ids);
  default:
    return ew_verb_remove (board, ids);
  }
}

static void
arrange (Desk *desk)
{
  g_autoptr (GPtrArray) ids = some (desk);
  g_autoptr (EwEdit) edit = ids->len > 0 ? verb (desk, ids) : NULL;
  g_autoptr (GError) error = NULL;

  if (!edit || ew_edit_is_empty (edit))
    return;
  ew_session_apply (desk->session, desk->board_id, edit, 0, &error);
  g_assert_no_error (error);
  ew_selection_keep_on (desk->selection, desk_board (desk));
}

static void
step (Desk *desk)
{
  switch (g_test_rand_int_range (0, 5)) {
  case 0:
    make (desk);
    break;
  case 1:
    sweep (desk);
    break;
  case 2:
    drag_one (desk);
    break;
  default:
    arrange (desk);
  }
}

static void
complain_cb (const EwObject *object, const char *sentence, gpointer data)
{
  g_test_message ("%s: %s", object->id, sentence);
}

static void
assert_sound (Desk *desk)
{
  g_autoptr (EwEdit) mends =
      ew_board_mend (desk_board (desk), NULL, complain_cb, NULL);

  g_assert_true (ew_edit_is_empty (mends));
}

static void
test_all (Desk *desk, gconstpointer data)
{
  const EwView view = { { -100, -100 }, 1, SIZE + 100, SIZE + 100 };
  g_autofree char *start = NULL, *end = NULL, *back = NULL, *again = NULL;

  ew_toolbox_set_view (desk->toolbox, &view);
  for (int i = 0; i < 8; i++)
    make (desk);
  start = bytes_of (desk);
  for (int i = 0; i < STEPS; i++)
    step (desk);
  assert_sound (desk);
  end = bytes_of (desk);

  while (ew_session_undo (desk->session, desk->board_id))
    assert_sound (desk);
  back = bytes_of (desk);
  g_assert_cmpstr (back, ==, "");
  while (ew_session_redo (desk->session, desk->board_id))
    assert_sound (desk);
  again = bytes_of (desk);
  g_assert_cmpstr (again, ==, end);
  g_assert_cmpuint (strlen (start), >, 0);
}

/* Sizes of nothing and less, places out of this world, a line from an object to
 * itself: hands can hold them, and nothing stalls or breaks. */
static void
test_odd (Desk *desk, gconstpointer data)
{
  static const EwRect boxes[] = { { 0, 0, 0, 0 },
                                  { 50, 50, -100, -100 },
                                  { 0x1p40, -0x1p40, 100, 100 },
                                  { -0x1p40, -0x1p40, 0x1p40, 0x1p40 } };
  g_autofree char *line = NULL, *end = NULL, *again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++) {
    g_autofree char *id = desk_add (desk, "shape", boxes[i], NULL);
    g_autofree char *end_text = g_strdup (id);
    const char *fields[] = { "from",  end_text, "to", end_text,
                             "route", "elbow",  NULL };

    g_free (line);
    line = desk_add (desk, "connector", EW_RECT_EMPTY, fields);
  }
  for (int i = 0; i < STEPS; i++)
    step (desk);
  end = bytes_of (desk);
  while (ew_session_undo (desk->session, desk->board_id))
    ;
  while (ew_session_redo (desk->session, desk->board_id))
    ;
  again = bytes_of (desk);
  g_assert_cmpstr (again, ==, end);
}

/* A thousand at one place: each press and each move is still one. */
static void
test_crowd (Desk *desk, gconstpointer data)
{
  const EwView view = { { -100, -100 }, 1, SIZE, SIZE };
  g_autoptr (EwEdit) edit = ew_edit_new ("crowd");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 1000; i++) {
    g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, NULL);

    ew_edit_add (edit, NULL, note);
  }
  ew_session_apply (desk->session, desk->board_id, edit, 0, &error);
  g_assert_no_error (error);
  ew_toolbox_set_view (desk->toolbox, &view);
  desk_sweep (desk, (EwPoint){ 100, 100 }, (EwPoint){ 400, 403 });
  g_assert_cmpuint (ew_selection_size (desk->selection), ==, 1);
  desk_assert_rect (ew_object_box (desk_selected (desk)), 300, 303, 200, 200);
}

#define CASE(name, function) \
  g_test_add ("/tools/undo/" name, Desk, NULL, desk_set_up, function, \
              desk_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("all-1", test_all);
  CASE ("all-2", test_all);
  CASE ("all-3", test_all);
  CASE ("odd-1", test_odd);
  CASE ("odd-2", test_odd);
  CASE ("crowd", test_crowd);
  return g_test_run ();
}
