#include "ew-journal-file.h"

#include "ew-git.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUM_LENGTH 16

struct _EwJournalFile {
  char *path;
  int fd;
  off_t end; /* of the last line that is surely there */
  bool damaged;
};

static EwJournalFile *
wrap (const char *path, int fd)
{
  EwJournalFile *file = g_new0 (EwJournalFile, 1);

  file->path = g_strdup (path);
  file->fd = fd;
  return file;
}

/* A folder's new entry is on the disk only when the folder is. */
static void
sync_folder (const char *dir)
{
  int fd = open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Another program that looks for what a crash left may take a file in the
 * moment between its making and its locking; then it is empty, and goes. */
static bool
is_still_ours (const char *path, int fd)
{
  struct stat mine, there;

  return flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &mine) == 0 &&
         stat (path, &there) == 0 && mine.st_ino == there.st_ino &&
         mine.st_dev == there.st_dev;
}

static int
open_new (const char *path)
{
  int fd;

  for (guint i = 0; i < 10; i++) {
    fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0 || is_still_ours (path, fd))
      return fd;
    close (fd);
  }
  errno = EBUSY;
  return -1;
}

EwJournalFile *
ew_journal_file_new (const char *dir, const char *word, guint number,
                     GError **error)
{
  g_autofree char *name = g_strdup_printf ("journal-%s-%08u", word, number);
  g_autofree char *path = g_build_filename (dir, name, NULL);
  int fd = open_new (path);

  if (fd < 0) {
    ew_errno_fail (error, errno, _ ("Your edits could not be written down"));
    return NULL;
  }
  sync_folder (dir);
  return wrap (path, fd);
}

EwJournalFile *
ew_journal_file_adopt (const char *path)
{
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);

  if (fd < 0)
    return NULL;
  if (is_still_ours (path, fd))
    return wrap (path, fd);
  close (fd);
  return NULL;
}

void
ew_journal_file_free (EwJournalFile *file)
{
  if (!file)
    return;
  close (file->fd);
  g_free (file->path);
  g_free (file);
}

void
ew_journal_file_forget (EwJournalFile *file)
{
  g_autofree char *aside = NULL;
  g_autofree char *dir = NULL;
  g_autofree char *name = NULL;

  if (!file->damaged) {
    g_unlink (file->path);
    return;
  }
  dir = g_path_get_dirname (file->path);
  name = g_path_get_basename (file->path);
  aside = g_strconcat (dir, "/damaged-", name, NULL);
  g_rename (file->path, aside);
}

static bool
write_all (EwJournalFile *file, const char *text, gsize length)
{
  off_t at = file->end;

  while (length > 0) {
    ssize_t written = pwrite (file->fd, text, length, at);

    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return false;
    text += written;
    at += written;
    length -= written;
  }
  return true;
}

/* Also cuts off what a write that failed half-way has left behind. */
bool
ew_journal_file_append (EwJournalFile *file, const char *text, gsize length,
                        GError **error)
{
  int number;

  if (write_all (file, text, length) &&
      ftruncate (file->fd, file->end + length) == 0 &&
      fdatasync (file->fd) == 0) {
    file->end += length;
    return true;
  }
  number = errno;
  if (ftruncate (file->fd, file->end) < 0)
    g_info ("The journal “%s” keeps a torn line for now.", file->path);
  return ew_errno_fail (error, number,
                        _ ("Your edits could not be written down"));
}

static void
sum_of (const char *json, gsize length, char sum[SUM_LENGTH + 1])
{
  g_autofree char *full = g_compute_checksum_for_data (
      G_CHECKSUM_SHA256, (const guchar *) json, length);

  g_strlcpy (sum, full, SUM_LENGTH + 1);
}

void
ew_journal_line_append (GString *out, const char *json)
{
  char sum[SUM_LENGTH + 1];

  sum_of (json, strlen (json), sum);
  g_string_append_printf (out, "%s ", sum);
  g_string_append (out, json);
  g_string_append_c (out, '\n');
}

static bool
is_good_line (const char *line, gsize length)
{
  char sum[SUM_LENGTH + 1];

  if (length <= SUM_LENGTH || line[SUM_LENGTH] != ' ')
    return false;
  sum_of (line + SUM_LENGTH + 1, length - SUM_LENGTH - 1, sum);
  return memcmp (line, sum, SUM_LENGTH) == 0;
}

guint
ew_journal_file_read (EwJournalFile *file, EwJournalVisit visit, gpointer data)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  const char *line, *end;
  guint good = 0;

  if (!g_file_get_contents (file->path, &text, &length, NULL))
    return 0;
  for (line = text; (end = memchr (line, '\n', text + length - line));
       line = end + 1)
    if (is_good_line (line, end - line) &&
        visit (line + SUM_LENGTH + 1, end - line - SUM_LENGTH - 1, data))
      good++;
    else
      file->damaged = true;
  return good;
}

bool
ew_journal_file_is_damaged (const EwJournalFile *file)
{
  return file->damaged;
}
