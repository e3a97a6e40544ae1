/* Recording through the real pipeline, with a tone for a microphone. */
#include "ew-recorder.h"

#include "ew-error.h"
#include "ew-sound.h"
#include "ew-track-json.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TONE "audiotestsrc is-live=true"

static char *
new_root (void)
{
  return g_dir_make_tmp ("elsewhen-walk-XXXXXX", NULL);
}

static void
wait_state (EwRecorder *recorder, EwRecorderState state)
{
  while (ew_recorder_state (recorder) != state)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_time (EwRecorder *recorder, gint64 ms)
{
  guint wake = g_timeout_add (10, wake_cb, NULL);

  while (ew_recorder_time (recorder) < ms)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

static EwRecording *
begin (const char *root)
{
  g_autoptr (GError) error = NULL;
  EwRecording *recording =
      ew_recording_begin (root, "/team", "board", "", &error);

  g_assert_no_error (error);
  return recording;
}

static void
begin_chapter (EwRecorder *recorder, const char *title)
{
  EwTrackEvent event = { EW_TRACK_CHAPTER, -1, .title = (char *) title };

  ew_recorder_add (recorder, &event);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static EwRecorded *
finish (EwRecording *recording, gint64 from, gint64 to)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  EwRecorded *recorded;

  ew_recording_finish_async (recording, from, to, NULL, finished_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  recorded = ew_recording_finish_finish (result, &error);
  g_assert_no_error (error);
  return recorded;
}

/* How long the sound of @recorded is when somebody else reads it. */
static gint64
sound_length (const char *root, const EwRecorded *recorded)
{
  g_autofree char *path = g_build_filename (root, "check.ogg", NULL);
  gsize size;
  const char *data = g_bytes_get_data (recorded->sound, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  return ew_sound_length (path);
}

static void
assert_near (gint64 is, gint64 wanted, gint64 by)
{
  g_test_message ("%d, wanted %d", (int) is, (int) wanted);
  g_assert_true (ABS (is - wanted) <= by);
}

/* Pause, go on, redo, trim: sound and track stay together. */
static void
test_pieces (void)
{
  g_autofree char *root = new_root ();
  EwRecording *recording = begin (root);
  g_autoptr (EwRecorder) recorder = ew_recorder_new (recording, "env");
  g_autoptr (EwRecorded) whole = NULL, part = NULL;
  gint64 first, second, length;

  ew_recorder_run (recorder);
  wait_state (recorder, EW_RECORDER_RUNNING);
  begin_chapter (recorder, "One");
  wait_time (recorder, 600);
  ew_recorder_pause (recorder);
  wait_state (recorder, EW_RECORDER_PAUSED);
  first = ew_recorder_time (recorder);
  begin_chapter (recorder, "While paused");
  ew_recorder_run (recorder);
  wait_time (recorder, first + 300);
  begin_chapter (recorder, "Regretted");
  wait_time (recorder, first + 400);
  ew_recorder_pause (recorder);
  wait_state (recorder, EW_RECORDER_PAUSED);
  ew_recorder_redo (recorder, first + 100);
  second = ew_recorder_time (recorder);
  assert_near (second, first + 100, EW_SOUND_STEP);
  ew_recorder_run (recorder);
  wait_time (recorder, second + 200);
  begin_chapter (recorder, "Two");
  wait_time (recorder, second + 500);
  ew_recorder_pause (recorder);
  wait_state (recorder, EW_RECORDER_PAUSED);
  length = ew_recorder_time (recorder);

  whole = finish (recording, 0, G_MAXINT64);
  g_assert_cmpint (whole->length, ==, length);
  g_assert_cmpstr (whole->chapters, ==, "0:00 One\n0:00 Two");
  assert_near (sound_length (root, whole), length, 2 * EW_SOUND_STEP);
  part = finish (recording, 300, length - 200);
  assert_near (part->length, length - 500, EW_SOUND_STEP);
  assert_near (sound_length (root, part), length - 500, 2 * EW_SOUND_STEP);
  g_clear_object (&recorder);
  ew_recording_delete (recording);
}

static void
test_without_sound (void)
{
  g_autofree char *root = new_root ();
  EwRecording *recording = begin (root);
  g_autoptr (EwRecorder) recorder = ew_recorder_new (recording, NULL);
  g_autoptr (EwRecorded) recorded = NULL;

  ew_recorder_run (recorder);
  g_assert_cmpint (ew_recorder_state (recorder), ==, EW_RECORDER_RUNNING);
  wait_time (recorder, 200);
  ew_recorder_pause (recorder);
  g_assert_cmpint (ew_recorder_state (recorder), ==, EW_RECORDER_PAUSED);
  recorded = finish (recording, 0, G_MAXINT64);
  g_assert_null (recorded->sound);
  g_assert_cmpint (recorded->length, >=, 180);
  g_clear_object (&recorder);
  ew_recording_delete (recording);
}

static void
failed_cb (EwRecorder *recorder, const GError *error, gpointer data)
{
  *(GError **) data = g_error_copy (error);
}

static void
assert_fails (const char *source, EwRecording *recording, int code)
{
  g_autoptr (EwRecorder) recorder = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("ELSEWHEN_AUDIO_SOURCE", source, TRUE);
  recorder = ew_recorder_new (recording, "env");
  g_signal_connect (recorder, "failed", G_CALLBACK (failed_cb), &error);
  ew_recorder_run (recorder);
  while (!error)
    g_main_context_iteration (NULL, TRUE);
  g_setenv ("ELSEWHEN_AUDIO_SOURCE", TONE, TRUE);
  g_assert_error (error, EW_ERROR, code);
  g_assert_nonnull (strstr (error->message, "kept"));
  g_assert_cmpint (ew_recorder_state (recorder), ==, EW_RECORDER_PAUSED);
}

/* Pulled out after half a second: what was said until then is there. */
static void
test_unplugged (void)
{
  g_autofree char *root = new_root ();
  EwRecording *recording = begin (root);
  g_autoptr (EwRecorded) recorded = NULL;

  assert_fails (TONE " ! identity error-after=25", recording, EW_ERROR_FAILED);
  g_assert_cmpint (ew_recording_length (recording), >=, 300);
  recorded = finish (recording, 0, G_MAXINT64);
  g_assert_nonnull (recorded->sound);
  assert_near (sound_length (root, recorded), recorded->length, 200);
  ew_recording_delete (recording);
}

static void
test_full_disk (void)
{
  g_autofree char *root = new_root ();
  EwRecording *recording = begin (root);
  g_autofree char *path =
      g_build_filename (ew_recording_dir (recording), "sound-0.ogg", NULL);

  g_assert_cmpint (symlink ("/dev/full", path), ==, 0);
  assert_fails (TONE, recording, EW_ERROR_NO_SPACE);
  ew_recording_delete (recording);
}

static void
test_no_such_microphone (void)
{
  g_autofree char *root = new_root ();
  EwRecording *recording = begin (root);

  assert_fails ("nosuchelement", recording, EW_ERROR_FAILED);
  g_assert_cmpint (ew_recording_length (recording), ==, 0);
  ew_recording_delete (recording);
}

/* --- Power cut ---------------------------------------------------------- */

static void
record_for_ever (const char *root)
{
  EwRecording *recording = begin (root);
  EwRecorder *recorder = ew_recorder_new (recording, "env");

  ew_recorder_run (recorder);
  wait_state (recorder, EW_RECORDER_RUNNING);
  begin_chapter (recorder, "Before the crash");
  wait_time (recorder, G_MAXINT64);
}

static void
kill_after (const char *self, const char *root, guint seconds)
{
  g_autoptr (GError) error = NULL;
  const char *argv[] = { self, "--record", root, NULL };
  GPid pid;
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;

  g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                 NULL, &pid, &error);
  g_assert_no_error (error);
  while (g_get_monotonic_time () < end)
    g_usleep (10000);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

static char *self;

/* Killed in the middle, it is found, played as far as it was written, and kept.
 */
static void
test_kill (void)
{
  g_autofree char *root = new_root ();
  g_autoptr (GPtrArray) found = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwRecorded) recorded = NULL;
  EwRecording *recording;

  kill_after (self, root, 4);
  none = ew_recordings_find (root, "/other");
  g_assert_cmpuint (none->len, ==, 0);
  found = ew_recordings_find (root, "/team");
  g_assert_cmpuint (found->len, ==, 1);
  recording = ew_recording_open (found->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ew_recording_board (recording), ==, "board");
  g_assert_cmpint (ew_recording_length (recording), >=, 1000);
  recorded = finish (recording, 0, G_MAXINT64);
  g_assert_cmpstr (recorded->chapters, ==, "0:00 Before the crash");
  assert_near (sound_length (root, recorded), recorded->length, 100);
  ew_recording_delete (recording);
}

/* One that is still being made is not offered to anybody. */
static void
test_locked (void)
{
  g_autofree char *root = new_root ();
  EwRecording *recording = begin (root);
  g_autoptr (GPtrArray) during = NULL, after = NULL;

  during = ew_recordings_find (root, "/team");
  g_assert_cmpuint (during->len, ==, 0);
  ew_recording_free (recording);
  after = ew_recordings_find (root, "/team");
  g_assert_cmpuint (after->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_setenv ("ELSEWHEN_AUDIO_SOURCE", TONE, TRUE);
  if (argc == 3 && strcmp (argv[1], "--record") == 0)
    record_for_ever (argv[2]);
  self = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recorder/pieces", test_pieces);
  g_test_add_func ("/recorder/without-sound", test_without_sound);
  g_test_add_func ("/recorder/unplugged", test_unplugged);
  g_test_add_func ("/recorder/full-disk", test_full_disk);
  g_test_add_func ("/recorder/no-such-microphone", test_no_such_microphone);
  g_test_add_func ("/recorder/kill", test_kill);
  g_test_add_func ("/recorder/locked", test_locked);
  return g_test_run ();
}
