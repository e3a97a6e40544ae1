/* Where the canvas looks, and what it answers about it. */
#include "stage.h"

#include <adwaita.h>
#include <string.h>

static char *
note_at (Stage *stage, double x, double y)
{
  return desk_add (&stage->desk, "note", (EwRect){ x, y, 100, 100 }, NULL);
}

static void
show (Stage *stage)
{
  ew_canvas_show (stage->canvas, stage->desk.session, stage->desk.board_id);
}

static bool
is_in_sight (Stage *stage, EwRect box)
{
  EwRect visible = ew_view_visible (ew_canvas_view (stage->canvas));

  return ew_rect_covers (visible, box);
}

static EwPoint
center (Stage *stage)
{
  const EwView *view = ew_canvas_view (stage->canvas);

  return ew_rect_center (ew_view_visible (view));
}

static void
test_fits_at_first (Stage *stage, gconstpointer data)
{
  g_autofree char *a = note_at (stage, -3000, 500);
  g_autofree char *b = note_at (stage, 4000, 900);

  show (stage);
  g_assert_true (is_in_sight (stage, (EwRect){ -3000, 500, 7100, 500 }));
  g_assert_cmpfloat (ew_canvas_view (stage->canvas)->zoom, <, 0.2);
}

/* One small note is not blown up. */
static void
test_no_closer_than_natural (Stage *stage, gconstpointer data)
{
  g_autofree char *a = note_at (stage, 700, 700);

  show (stage);
  g_assert_cmpfloat (ew_canvas_view (stage->canvas)->zoom, ==, 1);
  g_assert_true (is_in_sight (stage, (EwRect){ 700, 700, 100, 100 }));
}

static void
test_empty_board (Stage *stage, gconstpointer data)
{
  show (stage);
  g_assert_cmpfloat (ew_canvas_view (stage->canvas)->zoom, ==, 1);
  g_assert_cmpfloat_with_epsilon (center (stage).x, 0, 1);
  g_assert_cmpfloat_with_epsilon (center (stage).y, 0, 1);
  ew_canvas_show (stage->canvas, NULL, NULL);
  g_assert_null (ew_canvas_board (stage->canvas));
  stage_settle (stage);
}

static void
test_remembers_view (Stage *stage, gconstpointer data)
{
  g_autofree char *a = note_at (stage, 0, 0);
  g_autofree char *other =
      ew_session_new_board (stage->desk.session, "Other", NULL);
  EwView left;

  show (stage);
  ew_canvas_pan (stage->canvas, 123, 45);
  left = *ew_canvas_view (stage->canvas);
  ew_canvas_show (stage->canvas, stage->desk.session, other);
  g_assert_cmpfloat (ew_canvas_view (stage->canvas)->origin.x, !=,
                     left.origin.x);
  show (stage);
  g_assert_cmpfloat_with_epsilon (ew_canvas_view (stage->canvas)->origin.x,
                                  left.origin.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (ew_canvas_view (stage->canvas)->zoom,
                                  left.zoom, 1e-6);
}

/* Who is led to another object of the same board stays where they are. */
static void
test_same_board (Stage *stage, gconstpointer data)
{
  g_autofree char *a = note_at (stage, 0, 0);
  EwView left;

  show (stage);
  ew_canvas_pan (stage->canvas, 123, 45);
  left = *ew_canvas_view (stage->canvas);
  for (int i = 0; i < 2; i++) {
    show (stage);
    g_assert_cmpfloat (ew_canvas_view (stage->canvas)->origin.x, ==,
                       left.origin.x);
    g_assert_cmpfloat (ew_canvas_view (stage->canvas)->origin.y, ==,
                       left.origin.y);
  }
}

static double wanted_zoom;

static bool
has_zoom (Stage *stage)
{
  return ew_canvas_view (stage->canvas)->zoom == wanted_zoom;
}

static void
test_zoom_keeps_center (Stage *stage, gconstpointer data)
{
  EwPoint before, after;

  show (stage);
  ew_canvas_pan (stage->canvas, -500, 200);
  before = center (stage);
  wanted_zoom = 2;
  ew_canvas_zoom_to (stage->canvas, 2);
  stage_wait (stage, has_zoom);
  after = center (stage);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 0.01);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 0.01);
  /* Two quick steps are two steps, though the first still glides. */
  ew_canvas_zoom_to (stage->canvas, 1);
  ew_canvas_zoom_step (stage->canvas, 1);
  ew_canvas_zoom_step (stage->canvas, 1);
  wanted_zoom = 1.5;
  stage_wait (stage, has_zoom);
}

/* The same when the change is smooth: it ends where it should. */
static void
test_glides (Stage *stage, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (stage->canvas));

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  test_zoom_keeps_center (stage, data);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

static void
set_animations (Stage *stage, bool on)
{
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (stage->canvas)),
                "gtk-enable-animations", on, NULL);
}

/* Who wants no motion is there at once, with no picture on the way. */
static void
test_jumps_without_motion (Stage *stage, gconstpointer data)
{
  g_autofree char *a = note_at (stage, 5000, 0);

  show (stage);
  set_animations (stage, false);
  ew_canvas_set_view (stage->canvas, EW_VIEW_INIT);
  ew_canvas_zoom_to (stage->canvas, 2);
  g_assert_cmpfloat (ew_canvas_view (stage->canvas)->zoom, ==, 2);
  ew_canvas_reveal (stage->canvas, a);
  g_assert_true (is_in_sight (stage, desk_box (&stage->desk, a)));
}

/* A touchpad tells the canvas how quick the fingers were when they left it. */
static void
flick (Stage *stage, double vx, double vy)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (stage->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_SCROLL (one))
      g_signal_emit_by_name (one, "decelerate", vx, vy);
  }
}

static EwPoint flicked_from;

static bool
has_glided (Stage *stage)
{
  return center (stage).x - flicked_from.x > 100;
}

static EwPoint last_center;

static bool
stands_still (Stage *stage)
{
  EwPoint now = center (stage);
  bool still = ew_point_distance (now, last_center) == 0;

  last_center = now;
  stage_settle (stage);
  return still;
}

static void
test_flick_glides (Stage *stage, gconstpointer data)
{
  show (stage);
  set_animations (stage, true);
  flicked_from = center (stage);
  flick (stage, 2000, 0);
  g_assert_cmpfloat (center (stage).x, ==, flicked_from.x);
  stage_wait (stage, has_glided);
  g_assert_cmpfloat_with_epsilon (center (stage).y, flicked_from.y, 0.01);
  stage_wait (stage, stands_still);
  /* Whatever is asked for ends it. */
  flick (stage, -2000, 0);
  ew_canvas_set_view (stage->canvas, EW_VIEW_INIT);
  flicked_from = center (stage);
  stage_settle (stage);
  stage_settle (stage);
  g_assert_cmpfloat (center (stage).x, ==, flicked_from.x);
  set_animations (stage, false);
}

static void
test_flick_without_motion (Stage *stage, gconstpointer data)
{
  EwPoint before;

  show (stage);
  set_animations (stage, false);
  before = center (stage);
  flick (stage, 2000, 2000);
  stage_settle (stage);
  stage_settle (stage);
  g_assert_cmpfloat (center (stage).x, ==, before.x);
  g_assert_cmpfloat (center (stage).y, ==, before.y);
}

static const char *revealed;

static bool
is_revealed (Stage *stage)
{
  return is_in_sight (stage, desk_box (&stage->desk, revealed));
}

static void
test_reveal (Stage *stage, gconstpointer data)
{
  g_autofree char *a = note_at (stage, 0, 0);
  g_autofree char *b = note_at (stage, 5000, 0);
  EwView before;

  show (stage);
  ew_canvas_set_view (stage->canvas, EW_VIEW_INIT);
  ew_canvas_pan (stage->canvas, 300, 300);
  before = *ew_canvas_view (stage->canvas);
  ew_canvas_reveal (stage->canvas, a);
  stage_settle (stage);
  g_assert_cmpfloat (ew_canvas_view (stage->canvas)->origin.x, ==,
                     before.origin.x);
  revealed = b;
  ew_canvas_reveal (stage->canvas, b);
  stage_wait (stage, is_revealed);
  g_assert_cmpfloat (ew_canvas_view (stage->canvas)->zoom, ==, 1);
  ew_canvas_reveal (stage->canvas, "nobody");
}

static void
test_selection_rect (Stage *stage, gconstpointer data)
{
  g_autofree char *a = note_at (stage, 0, 0);
  EwView view = EW_VIEW_INIT;
  EwRect rect;

  show (stage);
  view.zoom = 2;
  view.origin = (EwPoint){ -50, -25 };
  ew_canvas_set_view (stage->canvas, view);
  g_assert_true (ew_rect_is_empty (ew_canvas_selection_rect (stage->canvas)));
  ew_selection_set_one (stage->desk.selection, a);
  rect = ew_canvas_selection_rect (stage->canvas);
  desk_assert_rect (rect, 100, 50, 200, 200);
}

/* What is deleted is no longer selected. */
static void
test_forgets_deleted (Stage *stage, gconstpointer data)
{
  g_autofree char *a = note_at (stage, 0, 0);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (EwEdit) edit = NULL;

  show (stage);
  ew_selection_set_one (stage->desk.selection, a);
  g_ptr_array_add (ids, a);
  edit = ew_verb_remove (desk_board (&stage->desk), ids);
  ew_session_apply (stage->desk.session, stage->desk.board_id, edit, 0, NULL);
  g_assert_cmpuint (ew_selection_size (stage->desk.selection), ==, 0);
  stage_settle (stage);
}

/* Without a pointer to say where, a new object goes where one looks. */
static void
test_place (Stage *stage, gconstpointer data)
{
  EwPoint place;

  show (stage);
  ew_canvas_pan (stage->canvas, 9000, 9000);
  place = ew_canvas_place (stage->canvas);
  g_assert_true (ew_rect_contains (
      ew_view_visible (ew_canvas_view (stage->canvas)), place));
}

static void
count_cb (EwCanvas *canvas, gpointer data)
{
  ++*(guint *) data;
}

static void
test_tells_view (Stage *stage, gconstpointer data)
{
  guint told = 0;

  show (stage);
  g_signal_connect (stage->canvas, "view-changed", G_CALLBACK (count_cb),
                    &told);
  ew_canvas_pan (stage->canvas, 10, 0);
  g_assert_cmpuint (told, ==, 1);
}

#define CASE(name, function) \
  g_test_add ("/canvas/" name, Stage, NULL, stage_set_up, function, \
              stage_tear_down)

/* Hidden until it is asked for; then it tells what was repainted. */
static void
test_debug (Stage *stage, gconstpointer data)
{
  g_autofree char *hidden = ew_canvas_debug_text (stage->canvas);
  g_autofree char *before = NULL, *after = NULL, *id = NULL;

  g_assert_null (hidden);
  show (stage);
  ew_canvas_toggle_debug (stage->canvas);
  stage_settle (stage);
  before = ew_canvas_debug_text (stage->canvas);
  g_assert_true (g_str_has_suffix (before, "damages 0"));
  g_assert_nonnull (strstr (before, "pictures 0, painted 0"));

  id = note_at (stage, 0, 0);
  stage_settle (stage);
  after = ew_canvas_debug_text (stage->canvas);
  g_assert_true (g_str_has_suffix (after, "damages 1"));
  g_assert_nonnull (strstr (after, "pictures 1, painted 1"));
  ew_canvas_toggle_debug (stage->canvas);
  hidden = ew_canvas_debug_text (stage->canvas);
  g_assert_null (hidden);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  CASE ("fits-at-first", test_fits_at_first);
  CASE ("no-closer-than-natural", test_no_closer_than_natural);
  CASE ("empty-board", test_empty_board);
  CASE ("remembers-view", test_remembers_view);
  CASE ("same-board", test_same_board);
  CASE ("zoom-keeps-center", test_zoom_keeps_center);
  CASE ("glides", test_glides);
  CASE ("jumps-without-motion", test_jumps_without_motion);
  CASE ("flick-glides", test_flick_glides);
  CASE ("flick-without-motion", test_flick_without_motion);
  CASE ("reveal", test_reveal);
  CASE ("selection-rect", test_selection_rect);
  CASE ("forgets-deleted", test_forgets_deleted);
  CASE ("place", test_place);
  CASE ("tells-view", test_tells_view);
  CASE ("debug", test_debug);
  return g_test_run ();
}
