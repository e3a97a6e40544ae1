#define _GNU_SOURCE /* memfd_create() */
#include "ew-media-length.h"

#include "ew-helper.h"

#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

/* A day: whoever says more does not know. */
#define MS_MAX (24 * 60 * 60 * 1000)

static bool
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size);

  while (size > 0) {
    gssize n = write (fd, at, size);

    if (n <= 0)
      return false;
    at += n;
    size -= (gsize) n;
  }
  return lseek (fd, 0, SEEK_SET) == 0;
}

/* A file, because a film is not read from its beginning to its end, but one
 * without a name.  Returns: a descriptor, or -1. */
static int
open_bytes (GBytes *bytes)
{
  int fd = memfd_create ("film", MFD_CLOEXEC);

  if (fd >= 0 && write_all (fd, bytes))
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

static GSubprocess *
start_helper (int fd)
{
  g_autofree char *helper =
      ew_helper_path ("elsewhen-decode", "decode", "ELSEWHEN_DECODE");
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);

  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  return g_subprocess_launcher_spawn (launcher, NULL, helper, "length", NULL);
}

static gint64
measure (GBytes *bytes, GCancellable *cancellable)
{
  int fd = open_bytes (bytes);
  g_autoptr (GSubprocess) process = fd >= 0 ? start_helper (fd) : NULL;
  g_autofree char *answer = NULL;
  gint64 ms;

  if (!process)
    return 0;
  if (!g_subprocess_communicate_utf8 (process, NULL, cancellable, &answer, NULL,
                                      NULL)) {
    g_subprocess_force_exit (process);
    return 0;
  }
  if (!g_subprocess_get_successful (process) || !answer)
    return 0;
  ms = g_ascii_strtoll (answer, NULL, 10);
  return ms > 0 && ms <= MS_MAX ? ms : 0;
}

static void
measure_work (GTask *task, gpointer source, gpointer data,
              GCancellable *cancellable)
{
  g_task_return_int (task, measure (data, cancellable));
}

void
ew_media_length_async (GBytes *bytes, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (bytes != NULL);

  g_task_set_task_data (task, g_bytes_ref (bytes),
                        (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, measure_work);
}

gint64
ew_media_length_finish (GAsyncResult *result)
{
  gssize ms = g_task_propagate_int (G_TASK (result), NULL);

  return MAX (ms, 0); /* -1 when it was cancelled */
}
