/* What the hand does to an object it can do to every kind, none by name:
 * resize, snap, turn, and take it back. */
#include "desk.h"

#include <math.h>

static const EwRect box = { 100, 100, 200, 120 };
/* All of it shows: what nobody sees draws nothing. */
static const EwView view = {
  .origin = { 0, 0 }, .zoom = 1, .width = 1600, .height = 1200
};

/* Returns: (transfer full): the only one on the board, selected. */
static char *
add_selected (Desk *desk, const EwKind *kind)
{
  char *id = desk_add (desk, kind->name, box, NULL);

  ew_selection_set_one (desk->selection, id);
  return id;
}

static const EwObject *
object (Desk *desk, const char *id)
{
  return ew_board_get (desk_board (desk), id);
}

static void
assert_undone (Desk *desk, const char *id, const EwObject *before)
{
  ew_session_undo (desk->session, desk->board_id);
  g_assert_true (ew_object_equal (object (desk, id), before));
}

static void
test_resize (Desk *desk, gconstpointer kind)
{
  g_autofree char *id = add_selected (desk, kind);
  g_autoptr (EwObject) before = ew_object_ref (object (desk, id));
  EwRect was = desk_box (desk, id), is;
  double middle = was.y + was.h / 2;

  desk_sweep (desk, (EwPoint){ was.x + was.w + 3, middle },
              (EwPoint){ was.x + was.w + 83, middle });
  is = desk_box (desk, id);
  g_assert_cmpfloat (is.x, ==, was.x);
  g_assert_cmpfloat (is.w, ==, was.w + 80);
  if (ew_kind_has (kind, EW_KIND_RATIO))
    g_assert_cmpfloat_with_epsilon (is.w / is.h, was.w / was.h, 0.01);
  g_assert_true (ew_rect_covers (
      ew_object_bounds (object (desk, id), desk_board (desk)), is));
  assert_undone (desk, id, before);
}

/* Let go two px beside the line of a neighbour, it stands on it. */
static void
test_snap (Desk *desk, gconstpointer kind)
{
  g_autofree char *neighbour =
      desk_add (desk, "note", (EwRect){ 500, 600, 100, 100 }, NULL);
  g_autofree char *id = add_selected (desk, kind);
  g_autoptr (EwObject) before = ew_object_ref (object (desk, id));
  EwRect was = desk_box (desk, id);
  EwPoint at = { was.x + was.w / 2, was.y + was.h / 2 };

  /* A frame is held by its edge, a stroke of ink by its line. */
  if (!ew_object_hit (object (desk, id), desk_board (desk), at, 4) ||
      ew_kind_has (kind, EW_KIND_HOLLOW))
    return;
  ew_toolbox_set_view (desk->toolbox, &view);
  desk_sweep (desk, at, (EwPoint){ at.x + 500 - was.x + 2, at.y });
  g_assert_cmpfloat (desk_box (desk, id).x, ==, 500);
  assert_undone (desk, id, before);
}

static void
test_turn (Desk *desk, gconstpointer kind)
{
  g_autofree char *id = add_selected (desk, kind);
  g_autoptr (EwObject) before = ew_object_ref (object (desk, id));
  EwRect was = desk_box (desk, id);
  EwPoint center = ew_rect_center (was), turned;

  /* From below it to its left: a quarter clockwise. */
  desk_sweep (desk, (EwPoint){ center.x, was.y + was.h + 38 },
              (EwPoint){ center.x - was.h / 2 - 38, center.y });
  if (!ew_kind_has (kind, EW_KIND_TURNS)) {
    g_assert_true (ew_object_angle (object (desk, id)) == 0);
    return;
  }
  g_assert_cmpfloat (ew_object_angle (object (desk, id)), ==, 90);
  desk_assert_rect (ew_object_turned_box (object (desk, id)),
                    center.x - was.h / 2, center.y - was.w / 2, was.h, was.w);
  turned = ew_object_spot (object (desk, id), (EwCoords){ 0, 0 });
  g_assert_cmpfloat_with_epsilon (turned.x, center.x + was.h / 2, 0.1);
  assert_undone (desk, id, before);
}

static void
add (const char *law, void (*test) (Desk *, gconstpointer))
{
  for (guint i = 0; ew_kinds[i]; i++) {
    g_autofree char *path =
        g_strdup_printf ("/every-kind/%s/%s", law, ew_kinds[i]->name);

    if (ew_kind_has (ew_kinds[i], EW_KIND_BOX))
      g_test_add (path, Desk, ew_kinds[i], desk_set_up, test, desk_tear_down);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("resize", test_resize);
  add ("snap", test_snap);
  add ("turn", test_turn);
  return g_test_run ();
}
