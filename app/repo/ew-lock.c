#include "ew-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define STALE_SECONDS 60
/* In a folder that others share, who holds a lock cannot be asked. */
#define STALE_SECONDS_ELSEWHERE 600

/* Returns: -1 when this repository is none of ours. */
static int
open_guard (git_repository *repo)
{
  g_autofree char *path =
      g_build_filename (git_repository_path (repo), "elsewhen", "lock", NULL);

  return open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
}

int
ew_lock_share (git_repository *repo)
{
  int fd = open_guard (repo);

  if (fd >= 0)
    while (flock (fd, LOCK_SH) < 0 && errno == EINTR)
      ;
  return fd;
}

void
ew_lock_release (int lock)
{
  if (lock >= 0)
    close (lock);
}

static bool
clear_if_older (git_repository *repo, const char *name, gint64 seconds)
{
  g_autofree char *file = g_strconcat (name, ".lock", NULL);
  g_autofree char *path =
      g_build_filename (git_repository_path (repo), file, NULL);
  GStatBuf status;

  if (g_lstat (path, &status) < 0 || !S_ISREG (status.st_mode))
    return false;
  if (g_get_real_time () / G_USEC_PER_SEC - status.st_mtime < seconds)
    return false;
  return g_unlink (path) == 0;
}

static bool
clear_each (git_repository *repo, const char *name, gint64 seconds)
{
  const char *names[] = { name, "packed-refs", "config", "HEAD" };
  bool cleared = false;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    cleared |= clear_if_older (repo, names[i], seconds);
  return cleared;
}

bool
ew_lock_clear_stale (git_repository *repo, const char *name)
{
  int guard = open_guard (repo);
  bool cleared = false;

  if (guard < 0)
    return clear_each (repo, name, STALE_SECONDS_ELSEWHERE);
  if (flock (guard, LOCK_EX | LOCK_NB) == 0)
    cleared = clear_each (repo, name, STALE_SECONDS);
  close (guard);
  return cleared;
}

static int
wait_for (int fd, gint64 until, GCancellable *cancellable, GError **error)
{
  while (flock (fd, LOCK_EX | LOCK_NB) < 0) {
    if (ew_is_cancelled (cancellable, error))
      return -1;
    if (g_get_monotonic_time () > until) {
      g_set_error_literal (error, EW_ERROR, EW_ERROR_RACED,
                           _ ("Another program is sharing this workspace just "
                              "now. Try again in a moment."));
      return -1;
    }
    g_usleep (20000);
  }
  return fd;
}

int
ew_lock_alone (const char *path, guint seconds, GCancellable *cancellable,
               GError **error)
{
  gint64 until = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);

  if (fd < 0) {
    ew_errno_fail (error, errno, _ ("“%s” could not be opened"), path);
    return -1;
  }
  if (wait_for (fd, until, cancellable, error) >= 0)
    return fd;
  close (fd);
  return -1;
}
