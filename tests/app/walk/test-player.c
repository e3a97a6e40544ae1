/* Playing: the clock, and that what is heard is what happened then. */
#include "ew-player.h"

#include "ew-recorder.h"
#include "ew-sound.h"
#include "walk-ticks.h"

#include <math.h>
#include <string.h>

#define TEN_MINUTES 600000
/* Where in each second this audiotestsrc ticks, ms. */
#define TICK 900

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_time (EwPlayer *player, gint64 ms)
{
  guint wake = g_timeout_add (5, wake_cb, NULL);

  while (ew_player_time (player) < ms)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

static void
remember_cb (EwPlayer *player, const GError *error, gpointer data)
{
  *(char **) data = g_strdup (error->message);
}

/* --- Without sound ------------------------------------------------------ */

static void
test_silent (void)
{
  g_autoptr (EwPlayer) player = ew_player_new (1000);

  g_assert_cmpint (ew_player_time (player), ==, 0);
  ew_player_play (player);
  g_assert_true (ew_player_is_playing (player));
  wait_time (player, 200);
  ew_player_pause (player);
  g_assert_cmpint (ew_player_time (player), >=, 200);
  g_assert_cmpint (ew_player_time (player), ==, ew_player_time (player));
  ew_player_seek (player, 700);
  g_assert_cmpint (ew_player_time (player), ==, 700);
  ew_player_seek (player, 5000);
  g_assert_cmpint (ew_player_time (player), ==, 1000);
}

/* At the end it stops there, and begins again when it is played again. */
static void
test_end (void)
{
  g_autoptr (EwPlayer) player = ew_player_new (300);

  ew_player_seek (player, 200);
  ew_player_play (player);
  wait_time (player, 300);
  g_assert_false (ew_player_is_playing (player));
  ew_player_play (player);
  g_assert_cmpint (ew_player_time (player), <, 300);
}

static void
test_rate (void)
{
  g_autoptr (EwPlayer) player = ew_player_new (60000);
  gint64 start, took;

  ew_player_set_rate (player, 9);
  g_assert_cmpfloat (ew_player_rate (player), ==, EW_PLAYER_FASTEST);
  start = g_get_monotonic_time ();
  ew_player_play (player);
  wait_time (player, 1000);
  took = g_get_monotonic_time () - start;
  /* Its own clock, not ours, says how late a busy machine looked. */
  g_assert_cmpint (ABS (ew_player_time (player) - 2 * took / 1000), <, 1000);
}

/* --- With sound --------------------------------------------------------- */

static void
test_sound (void)
{
  g_autoptr (GBytes) sound = walk_ticks (3, WALK_ENCODED);
  g_autoptr (EwPlayer) player = ew_player_new (3000);
  g_autofree char *failed = NULL;

  g_signal_connect (player, "failed", G_CALLBACK (remember_cb), &failed);
  ew_player_set_sound (player, sound);
  ew_player_seek (player, 500);
  ew_player_play (player);
  wait_time (player, 900);
  ew_player_set_rate (player, 1.5);
  wait_time (player, 1500);
  ew_player_pause (player);
  g_assert_cmpint (ew_player_time (player), >=, 1500);
  g_assert_null (failed);
}

/* A sound that ends too soon does not end the walkthrough. */
static void
test_short_sound (void)
{
  g_autoptr (GBytes) sound = walk_ticks (1, WALK_ENCODED);
  g_autoptr (EwPlayer) player = ew_player_new (2000);

  ew_player_set_sound (player, sound);
  ew_player_seek (player, 700);
  ew_player_play (player);
  wait_time (player, 2000);
  g_assert_false (ew_player_is_playing (player));
}

static void
assert_goes_on (GBytes *sound)
{
  g_autoptr (EwPlayer) player = ew_player_new (400);
  g_autofree char *failed = NULL;

  g_signal_connect (player, "failed", G_CALLBACK (remember_cb), &failed);
  ew_player_set_sound (player, sound);
  ew_player_play (player);
  wait_time (player, 400);
  while (!failed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (failed, "goes on without"));
}

/* What is no sound is said to be none, and the rest is played. */
static void
test_no_sound_at_all (void)
{
  g_autoptr (GBytes) words = g_bytes_new_static ("This is no sound.", 17);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) sound = walk_ticks (1, WALK_ENCODED);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (sound, 0, 100);

  assert_goes_on (words);
  assert_goes_on (nothing);
  assert_goes_on (cut);
}

static void
test_no_device (void)
{
  g_autoptr (GBytes) sound = walk_ticks (1, WALK_ENCODED);

  g_setenv ("ELSEWHEN_AUDIO_SINK", "identity error-after=1 ! fakesink", TRUE);
  assert_goes_on (sound);
  g_setenv ("ELSEWHEN_AUDIO_SINK", "fakesink sync=true", TRUE);
}

/* --- Ten minutes -------------------------------------------------------- */

/* The loudest moment of the samples in @path, which begin at @from ms. */
static double
find_tick (const char *path, double from)
{
  char *data;
  gsize size, loudest = 0;
  const gint16 *samples;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  samples = (const gint16 *) data;
  g_assert_cmpuint (size, >, 48000);
  for (gsize i = 0; i < size / 2; i++)
    if (ABS (samples[i]) > ABS (samples[loudest]))
      loudest = i;
  g_free (data);
  return from + loudest / 48.0;
}

/* What is decoded of @ogg between two times. */
static double
tick_near (const char *ogg, const char *dir, gint64 ms)
{
  g_autofree char *out = g_build_filename (dir, "part.raw", NULL);
  g_autofree char *part = g_build_filename (dir, "part.ogg", NULL);
  g_autofree char *command = g_strdup_printf (
      "gst-launch-1.0 -q filesrc location=%s ! oggdemux ! opusdec ! "
      "audioconvert ! audio/x-raw,format=S16LE,channels=1,rate=48000 ! "
      "filesink location=%s",
      part, out);
  g_autoptr (GPtrArray) pieces =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_sound_piece_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (pieces, ew_sound_piece_new (ogg, ms - 400, ms + 600));
  g_assert_true (ew_sound_join (pieces, part, NULL, &error));
  g_assert_no_error (error);
  walk_run (command);
  return find_tick (out, ms - 400);
}

/* A tick is heard at each second of ten minutes, wherever one cuts in and
 * whatever was taken out before. */
static void
test_ten_minutes (void)
{
  g_autofree char *dir = g_dir_make_tmp ("elsewhen-walk-XXXXXX", NULL);
  g_autofree char *ogg = g_build_filename (dir, "ticks.ogg", NULL);
  g_autofree char *joined = g_build_filename (dir, "joined.ogg", NULL);
  g_autoptr (GBytes) sound = walk_ticks (TEN_MINUTES / 1000, WALK_ENCODED);
  g_autoptr (GPtrArray) pieces =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_sound_piece_free);
  gsize size;
  const char *data = g_bytes_get_data (sound, &size);

  g_assert_true (g_file_set_contents (ogg, data, (gssize) size, NULL));
  g_assert_cmpint (ABS (ew_sound_length (ogg) - TEN_MINUTES), <=, 40);
  g_assert_cmpuint (size, <, 1900 * 1000);
  for (gint64 at = 0; at < TEN_MINUTES; at += 20000)
    g_ptr_array_add (pieces, ew_sound_piece_new (ogg, at, at + 19000));
  g_assert_true (ew_sound_join (pieces, joined, NULL, NULL));
  for (gint64 ms = TICK; ms < 590000; ms += 117000)
    g_assert_cmpfloat (fabs (tick_near (ogg, dir, ms) - ms), <, 50);
  for (gint64 ms = TICK; ms < 560000; ms += 117000)
    g_assert_cmpfloat (fabs (tick_near (joined, dir, ms) - ms), <, 50);
}

/* The player says of each second of ten minutes that it is there when it was
 * sent there and the sound of it waits to be heard. */
static void
test_ten_minutes_of_time (void)
{
  g_autoptr (GBytes) sound = walk_ticks (TEN_MINUTES / 1000, WALK_ENCODED);
  g_autoptr (EwPlayer) player = ew_player_new (TEN_MINUTES);

  ew_player_set_sound (player, sound);
  for (gint64 ms = 70000; ms < TEN_MINUTES; ms += 91000) {
    ew_player_seek (player, ms);
    ew_player_play (player);
    wait_time (player, ms + 100);
    ew_player_pause (player);
    g_assert_cmpint (ew_player_time (player) - ms, >=, 100);
  }
}

int
main (int argc, char **argv)
{
  g_setenv ("ELSEWHEN_AUDIO_SINK", "fakesink sync=true", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/player/silent", test_silent);
  g_test_add_func ("/player/end", test_end);
  g_test_add_func ("/player/rate", test_rate);
  g_test_add_func ("/player/sound", test_sound);
  g_test_add_func ("/player/short-sound", test_short_sound);
  g_test_add_func ("/player/no-sound-at-all", test_no_sound_at_all);
  g_test_add_func ("/player/no-device", test_no_device);
  g_test_add_func ("/player/ten-minutes", test_ten_minutes);
  g_test_add_func ("/player/ten-minutes-of-time", test_ten_minutes_of_time);
  return g_test_run ();
}
