#include "walk-ticks.h"

#include <glib/gstdio.h>

void
walk_run (const char *command)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

GBytes *
walk_ticks (guint seconds, const char *rest)
{
  g_autofree char *dir = g_dir_make_tmp ("elsewhen-walk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "ticks", NULL);
  g_autofree char *command = g_strdup_printf (
      "gst-launch-1.0 -q audiotestsrc wave=ticks samplesperbuffer=4800 "
      "num-buffers=%u ! audio/x-raw,format=S16LE,rate=48000,channels=1 ! %s "
      "filesink location=%s",
      seconds * 10, rest, path);
  char *data;
  gsize size;

  walk_run (command);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
  return g_bytes_new_take (data, size);
}
