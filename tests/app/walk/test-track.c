#include "ew-track.h"

static void
look (EwTrack *track, gint64 time, EwPoint center, double zoom)
{
  EwTrackEvent event = { EW_TRACK_CAMERA, time, center, zoom };

  g_assert_true (ew_track_add (track, &event));
}

static void
point (EwTrack *track, gint64 time, double x, double y)
{
  EwTrackEvent event = { EW_TRACK_POINTER, time, { x, y } };

  g_assert_true (ew_track_add (track, &event));
}

static void
shine (EwTrack *track, gint64 time, bool on)
{
  EwTrackEvent event = { EW_TRACK_LASER, time, .on = on };

  g_assert_true (ew_track_add (track, &event));
}

static void
leave (EwTrack *track, gint64 time)
{
  EwTrackEvent event = { EW_TRACK_GONE, time };

  g_assert_true (ew_track_add (track, &event));
}

static void
begin_chapter (EwTrack *track, gint64 time, const char *title)
{
  EwTrackEvent event = { EW_TRACK_CHAPTER, time, .title = (char *) title };

  g_assert_true (ew_track_add (track, &event));
}

static void
pick (EwTrack *track, gint64 time, const char *id)
{
  char *ids[] = { (char *) id, NULL };
  EwTrackEvent event = { EW_TRACK_SELECTION, time, .ids = ids };

  g_assert_true (ew_track_add (track, &event));
}

static void
assert_center (const EwTrack *track, gint64 ms, double x, double zoom)
{
  EwTrackMoment moment = ew_track_moment (track, ms);

  g_assert_true (moment.has_camera);
  g_assert_cmpfloat_with_epsilon (moment.center.x, x, 0.1);
  g_assert_cmpfloat_with_epsilon (moment.zoom, zoom, 0.001);
}

static void
test_empty (void)
{
  g_autoptr (EwTrack) track = ew_track_new ();
  EwTrackMoment moment = ew_track_moment (track, 1000);
  g_autoptr (GArray) trail = ew_track_trail (track, 1000, 500);

  g_assert_false (moment.has_camera || moment.has_pointer || moment.laser);
  g_assert_null (moment.selection);
  g_assert_cmpuint (trail->len, ==, 0);
  g_assert_cmpint (ew_track_duration (track), ==, 0);
}

/* From rest to rest: slow, half way in the middle, slow. */
static void
test_camera_is_eased (void)
{
  g_autoptr (EwTrack) track = ew_track_new ();
  EwTrackEvent far = { EW_TRACK_CAMERA, 3000, { 800, 0 }, 1 };

  look (track, 1000, (EwPoint){ 0, 0 }, 1);
  ew_track_add_raw (track, &far);

  assert_center (track, 0, 0, 1);
  assert_center (track, 1000, 0, 1);
  assert_center (track, 1500, 800 * 0.15625, 1);
  assert_center (track, 2000, 400, 1);
  assert_center (track, 3000, 800, 1);
  assert_center (track, 9000, 800, 1);
}

/* Zooming in onto a point of the board that stays where it is in the window. */
static void
test_camera_zooms_about_a_point (void)
{
  g_autoptr (EwTrack) track = ew_track_new ();
  EwTrackEvent near = { EW_TRACK_CAMERA, 2000, { 300, 0 }, 4 };
  EwTrackMoment half;

  look (track, 0, (EwPoint){ 0, 0 }, 1);
  ew_track_add_raw (track, &near);
  half = ew_track_moment (track, 1000);

  g_assert_cmpfloat_with_epsilon (half.zoom, 2, 0.001);
  /* Both see board x 400 at window x 400 from the middle. */
  g_assert_cmpfloat_with_epsilon ((400 - half.center.x) * half.zoom, 400, 0.1);
}

/* Nothing drifts while one rests: a jump after a pause is a jump. */
static void
test_rest (void)
{
  g_autoptr (EwTrack) track = ew_track_new ();

  look (track, 0, (EwPoint){ 0, 0 }, 1);
  look (track, 10000, (EwPoint){ 500, 0 }, 1);
  assert_center (track, 9940, 0, 1);
  assert_center (track, 9975, 250, 1);
  assert_center (track, 10000, 500, 1);
}

/* However often a pointer tells where it is, a few times a second are kept, and
 * where it stops is among them. */
static void
test_samples (void)
{
  g_autoptr (EwTrack) track = ew_track_new ();

  for (int ms = 0; ms <= 10000; ms += 5)
    point (track, ms, ms / 10.0, 7);
  ew_track_set_duration (track, 10000);
  g_assert_cmpuint (ew_track_size (track), <=, 10000 / 45 + 1);
  for (int ms = 0; ms <= 10000; ms += 333)
    g_assert_cmpfloat_with_epsilon (ew_track_moment (track, ms).pointer.x,
                                    ms / 10.0, 0.5);
  g_assert_cmpfloat (ew_track_moment (track, 10000).pointer.x, ==, 1000);
}

static void
test_pointer_leaves (void)
{
  g_autoptr (EwTrack) track = ew_track_new ();

  point (track, 1000, 10, 10);
  leave (track, 2000);
  leave (track, 2500);
  point (track, 5000, 90, 10);

  g_assert_cmpuint (ew_track_size (track), ==, 3);
  g_assert_false (ew_track_moment (track, 500).has_pointer);
  g_assert_cmpfloat (ew_track_moment (track, 1900).pointer.x, ==, 10);
  g_assert_false (ew_track_moment (track, 3000).has_pointer);
  g_assert_cmpfloat (ew_track_moment (track, 5000).pointer.x, ==, 90);
}

static void
test_laser (void)
{
  g_autoptr (EwTrack) track = ew_track_new ();
  g_autoptr (GArray) trail = NULL;

  for (int ms = 0; ms <= 2000; ms += 100)
    point (track, ms, ms, 0);
  shine (track, 2000, true);
  for (int ms = 2100; ms <= 3000; ms += 100)
    point (track, ms, ms, 0);
  shine (track, 3000, false);
  point (track, 3100, 3100, 0);

  trail = ew_track_trail (track, 2500, 1000);
  g_assert_cmpuint (trail->len, >=, 5);
  g_assert_cmpfloat (g_array_index (trail, EwLaserPoint, 0).at.x, ==, 2000);
  g_assert_cmpint (g_array_index (trail, EwLaserPoint, 0).age, ==, 500);
  g_assert_cmpint (g_array_index (trail, EwLaserPoint, trail->len - 1).age, ==,
                   0);
  g_assert_true (ew_track_moment (track, 2500).laser);
  g_assert_false (ew_track_moment (track, 3050).laser);
}

/* The same part of the board is seen in a window of another size. */
static void
test_view (void)
{
  g_autoptr (EwTrack) track = ew_track_new ();
  EwTrackEvent window = { EW_TRACK_WINDOW, 0, { 1000, 800 } };
  EwTrackMoment moment;
  EwView view;

  ew_track_add (track, &window);
  look (track, 0, (EwPoint){ 100, 50 }, 2);
  moment = ew_track_moment (track, 0);
  view = ew_track_view (&moment, 500, 800);

  g_assert_cmpfloat (view.zoom, ==, 1);
  g_assert_cmpfloat (ew_rect_center (ew_view_visible (&view)).x, ==, 100);
  g_assert_cmpfloat (ew_rect_center (ew_view_visible (&view)).y, ==, 50);
}

static EwTrack *
tour (void)
{
  EwTrack *track = ew_track_new ();

  look (track, 0, (EwPoint){ 0, 0 }, 1);
  begin_chapter (track, 0, "Start");
  pick (track, 1000, "one");
  point (track, 2000, 20, 20);
  look (track, 38000, (EwPoint){ 400, 0 }, 1);
  begin_chapter (track, 38000, "The plan");
  pick (track, 50000, "two");
  ew_track_set_duration (track, 60000);
  return track;
}

static void
test_chapters (void)
{
  g_autoptr (EwTrack) track = tour ();
  g_autofree char *text = ew_track_chapters (track);
  g_autoptr (GHashTable) ids = ew_track_ids (track);

  g_assert_cmpstr (text, ==, "0:00 Start\n0:38 The plan");
  g_assert_true (g_hash_table_contains (ids, "one"));
  g_assert_true (g_hash_table_contains (ids, "two"));
}

static void
test_cut_end (void)
{
  g_autoptr (EwTrack) track = tour ();
  g_autoptr (EwTrack) cut = ew_track_cut (track, 0, 20000);
  g_autofree char *text = ew_track_chapters (cut);

  g_assert_cmpint (ew_track_duration (cut), ==, 20000);
  g_assert_cmpstr (text, ==, "0:00 Start");
  assert_center (cut, 20000, 0, 1);
  g_assert_cmpstr (ew_track_moment (cut, 20000).selection[0], ==, "one");
}

/* What was so where it is cut still is so. */
static void
test_cut_beginning (void)
{
  g_autoptr (EwTrack) track = tour ();
  g_autoptr (EwTrack) cut = ew_track_cut (track, 30000, 60000);
  g_autofree char *text = ew_track_chapters (cut);

  g_assert_cmpint (ew_track_duration (cut), ==, 30000);
  g_assert_cmpstr (text, ==, "0:08 The plan");
  g_assert_cmpstr (ew_track_moment (cut, 0).selection[0], ==, "one");
  g_assert_cmpfloat (ew_track_moment (cut, 0).pointer.x, ==, 20);
  assert_center (cut, 0, 0, 1);
  assert_center (cut, 8000, 400, 1);
  g_assert_cmpstr (ew_track_moment (cut, 25000).selection[0], ==, "two");
}

static void
test_full (void)
{
  g_autoptr (EwTrack) track = ew_track_new ();
  EwTrackEvent event = { EW_TRACK_LASER };

  for (guint i = 0; i < EW_TRACK_EVENTS_MAX; i++)
    g_assert_true (ew_track_add_raw (track, &event));
  g_assert_false (ew_track_add_raw (track, &event));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/track/empty", test_empty);
  g_test_add_func ("/track/camera-is-eased", test_camera_is_eased);
  g_test_add_func ("/track/camera-zooms-about-a-point",
                   test_camera_zooms_about_a_point);
  g_test_add_func ("/track/rest", test_rest);
  g_test_add_func ("/track/samples", test_samples);
  g_test_add_func ("/track/pointer-leaves", test_pointer_leaves);
  g_test_add_func ("/track/laser", test_laser);
  g_test_add_func ("/track/view", test_view);
  g_test_add_func ("/track/chapters", test_chapters);
  g_test_add_func ("/track/cut-end", test_cut_end);
  g_test_add_func ("/track/cut-beginning", test_cut_beginning);
  g_test_add_func ("/track/full", test_full);
  return g_test_run ();
}
