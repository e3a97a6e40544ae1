#include "ew-track-json.h"

#include <string.h>

static EwTrack *
read_text (const char *text, const char *fault)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  EwTrack *track = ew_track_read (text, strlen (text), faults);
  bool found = fault == NULL;

  for (guint i = 0; i < faults->len; i++) {
    const EwFault *one = faults->pdata[i];

    if (fault && strstr (one->sentence, fault))
      found = true;
    else
      g_test_message ("%s", one->sentence);
  }
  g_assert_true (found);
  g_assert_cmpuint (faults->len, ==, fault ? 1 : 0);
  return track;
}

/* One of everything, and a lot of pointing.  @seconds long. */
static EwTrack *
restless (guint seconds)
{
  EwTrack *track = ew_track_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  char *ids[] = { (char *) "one", (char *) "two", NULL };
  EwTrackEvent events[] = {
    { EW_TRACK_WINDOW, 0, { 1280, 800 } },
    { EW_TRACK_CHAPTER, 0, .title = (char *) "“The” plan\n" },
    { EW_TRACK_SELECTION, 10, .ids = ids },
    { EW_TRACK_EDIT, 20, .ids = ids + 1 },
    { EW_TRACK_LASER, 30, .on = true },
  };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    ew_track_add (track, &events[i]);
  for (guint ms = 40; ms < seconds * 1000; ms += 16) {
    EwTrackEvent camera = { EW_TRACK_CAMERA,
                            ms,
                            { ms / 20.0, g_rand_double_range (rand, 0, 900) },
                            1 + ms / 500000.0 };
    EwTrackEvent pointer = { EW_TRACK_POINTER,
                             ms,
                             { g_rand_double_range (rand, 0, 900), ms / 9.0 } };

    ew_track_add (track, &camera);
    ew_track_add (track, &pointer);
  }
  ew_track_set_duration (track, seconds * 1000);
  return track;
}

static void
assert_same (const EwTrack *a, const EwTrack *b)
{
  g_assert_cmpuint (ew_track_size (a), ==, ew_track_size (b));
  for (guint i = 0; i < ew_track_size (a); i++) {
    const EwTrackEvent *one = ew_track_at (a, i), *two = ew_track_at (b, i);

    g_assert_cmpint (one->stream, ==, two->stream);
    g_assert_cmpint (one->time, ==, two->time);
    g_assert_cmpfloat (one->center.x, ==, two->center.x);
    g_assert_cmpfloat (one->center.y, ==, two->center.y);
    g_assert_cmpfloat (one->zoom, ==, two->zoom);
    g_assert_cmpstr (one->title, ==, two->title);
  }
}

static void
test_round_trip (void)
{
  g_autoptr (EwTrack) track = restless (20);
  g_autofree char *text = ew_track_write (track);
  g_autoptr (EwTrack) again = read_text (text, NULL);
  g_autofree char *same = ew_track_write (again);

  assert_same (track, again);
  g_assert_cmpstr (text, ==, same);
  g_assert_cmpint (ew_track_duration (again), ==, 20000);
}

static void
test_written (void)
{
  const char *text = "[{\"duration\":61240,\"format\":1}\n"
                     ",[\"win\",0,1280,800]\n"
                     ",[\"cam\",0,5120,3200,1000]\n"
                     ",[\"at\",400,4800,3000]\n"
                     ",[\"at\",50,32,-16]\n"
                     ",[\"gone\",50]\n"
                     ",[\"chap\",900,\"The plan\"]\n"
                     "]\n";
  g_autoptr (EwTrack) track = read_text (text, NULL);
  g_autofree char *again = ew_track_write (track);
  EwTrackMoment moment = ew_track_moment (track, 450);

  g_assert_cmpstr (again, ==, text);
  g_assert_cmpfloat (moment.pointer.x, ==, 302);
  g_assert_cmpfloat (moment.center.x, ==, 320);
}

/* Ten minutes without a moment of rest leave room for the voice: with
 * 24 kbit/s that is 1.8 MB of 2.5. */
static void
test_size (void)
{
  g_autoptr (EwTrack) track = restless (600);
  g_autofree char *text = ew_track_write (track);

  g_test_message ("%zu bytes, %u events", strlen (text), ew_track_size (track));
  g_assert_cmpuint (strlen (text), <, 650 * 1000);
}

/* What was written line by line until the power went. */
static void
test_log (void)
{
  g_autoptr (EwTrack) track = restless (5);
  g_autofree char *first = ew_track_write_tail (track, 0);
  guint n = ew_track_size (track);
  g_autofree char *tail = ew_track_write_tail (track, n - 3);
  g_autofree char *none = ew_track_write_tail (track, n);
  g_autofree char *torn = g_strndup (first, strlen (first) - 5);
  g_autoptr (EwTrack) whole = read_text (first, "ends early");
  g_autoptr (EwTrack) most = read_text (torn, "ends early");

  assert_same (track, whole);
  g_assert_cmpuint (ew_track_size (most), ==, n - 1);
  g_assert_true (g_str_has_suffix (first, tail));
  g_assert_cmpstr (none, ==, "");
}

static void
test_time_jumps (void)
{
  g_autoptr (EwTrack) track =
      read_text ("[{\"duration\":5000,\"format\":1},[\"laser\",1000,1],"
                 "[\"laser\",-500,0],[\"laser\",9007199254740991,1],"
                 "[\"laser\",100,0]]",
                 "jumps in time");

  g_assert_cmpuint (ew_track_size (track), ==, 4);
  g_assert_cmpint (ew_track_at (track, 3)->time, ==, 1100);
  g_assert_cmpint (ew_track_duration (track), ==, 5000);
}

static void
test_million (void)
{
  g_autoptr (GString) text = g_string_new ("[{\"format\":1}\n");
  g_autoptr (EwTrack) track = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, ",[\"at\",1,1,1]\n");
  g_string_append (text, "]\n");
  track = read_text (text->str, "more events");
  g_assert_cmpuint (ew_track_size (track), ==, EW_TRACK_EVENTS_MAX);
}

static void
test_wrong_events (void)
{
  static const char *const wrong[] = {
    "[\"cam\",0,1,1]",
    "[\"cam\",0,1,1,0]",
    "[\"at\",0,\"x\",1]",
    "[\"win\",0,0,100]",
    "[\"pick\",0,7]",
    "[\"chap\",0]",
    "[\"laser\",0]",
    "[7,0]",
    "{}",
    "[\"at\"]",
    "null",
    "[]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *text =
        g_strdup_printf ("[{\"format\":1},%s,[\"laser\",0,1]]", wrong[i]);
    g_autoptr (EwTrack) track = read_text (text, "left out");

    g_assert_cmpuint (ew_track_size (track), ==, 1);
  }
}

static void
test_newer (void)
{
  g_autoptr (EwTrack) track = read_text (
      "[{\"format\":2},[\"hologram\",5,1],[\"laser\",0,1]]", "newer version");

  g_assert_cmpuint (ew_track_size (track), ==, 1);
  g_assert_cmpint (ew_track_at (track, 0)->time, ==, 5);
}

static void
test_nonsense (void)
{
  static const char *const nonsense[] = {
    "", "\xff\xfe", "OggS", "[", "[[[[[[[[", "{\"format\":1}", "17",
  };

  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++) {
    g_autoptr (GPtrArray) faults = ew_faults_new ();
    g_autoptr (EwTrack) track =
        ew_track_read (nonsense[i], strlen (nonsense[i]), faults);

    g_assert_cmpuint (ew_track_size (track), ==, 0);
    g_assert_cmpuint (faults->len, >, 0);
  }
}

/* Places beyond all measure stay numbers. */
static void
test_far (void)
{
  g_autoptr (EwTrack) track =
      read_text ("[{\"format\":1},[\"cam\",0,9007199254740991,0,1000],"
                 "[\"cam\",500,9007199254740991,0,9007199254740991]]",
                 NULL);
  EwTrackMoment moment = ew_track_moment (track, 250);
  EwView view = ew_track_view (&moment, 800, 600);

  g_assert_true (view.zoom > 0 && view.zoom < 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/track-json/round-trip", test_round_trip);
  g_test_add_func ("/track-json/written", test_written);
  g_test_add_func ("/track-json/size", test_size);
  g_test_add_func ("/track-json/log", test_log);
  g_test_add_func ("/track-json/time-jumps", test_time_jumps);
  g_test_add_func ("/track-json/million", test_million);
  g_test_add_func ("/track-json/wrong-events", test_wrong_events);
  g_test_add_func ("/track-json/newer", test_newer);
  g_test_add_func ("/track-json/nonsense", test_nonsense);
  g_test_add_func ("/track-json/far", test_far);
  return g_test_run ();
}
