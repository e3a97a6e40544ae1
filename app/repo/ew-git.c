#include "ew-git.h"

#include "ew-git-memory.h"

#include "ew-net-call.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

void
ew_git_init (void)
{
  static gsize started = 0;

  if (!g_once_init_enter (&started))
    return;
  git_libgit2_init ();
  ew_git_memory_limit ();
  ew_net_tls_register ();
  git_libgit2_opts (GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
  /* A board's folder of 256 buckets is looked into again and again. */
  git_libgit2_opts (GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE,
                    (size_t) 32 * 1024);
  git_libgit2_opts (GIT_OPT_SET_CACHE_MAX_SIZE, (ssize_t) 16 * 1024 * 1024);
  git_libgit2_opts (GIT_OPT_SET_PACK_MAX_OBJECTS, (size_t) EW_OBJECTS_MAX);
  /* A team's shared folder belongs to one of them.  Git refuses it because its
   * configuration could make programs run; nothing here ever runs any. */
  git_libgit2_opts (GIT_OPT_SET_OWNER_VALIDATION, 0);
  g_once_init_leave (&started, 1);
}

static EwError
kind_of_errno (int number)
{
  switch (number) {
  case ENOSPC:
  case EDQUOT:
  case EFBIG:
    return EW_ERROR_NO_SPACE;
  case EACCES:
  case EPERM:
  case EROFS:
    return EW_ERROR_DENIED;
  default:
    return EW_ERROR_FAILED;
  }
}

/* libgit2 keeps no errno, but ends its message with the system's words. */
static int
errno_of_message (const char *message)
{
  static const int known[] = { ENOSPC, EDQUOT, EFBIG, EACCES, EPERM, EROFS };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strstr (message, g_strerror (known[i])))
      return known[i];
  return 0;
}

static const char *
reason_of (EwError kind, const char *otherwise)
{
  switch (kind) {
  case EW_ERROR_NO_SPACE:
    return _ ("the disk is full. Free some space and try again");
  case EW_ERROR_DENIED:
    return _ ("there is no permission to do so here");
  default:
    return otherwise;
  }
}

static bool
fail (GError **error, EwError kind, const char *what, const char *reason)
{
  g_set_error (error, EW_ERROR, kind, "%s: %s.", what,
               reason_of (kind, reason));
  return false;
}

bool
ew_git_fail (GError **error, int code, const char *format, ...)
{
  const git_error *last = git_error_last ();
  const char *message = last ? last->message : _ ("git gives no reason");
  g_autofree char *what = NULL;
  va_list args;

  if (code == GIT_EUSER) {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_CANCELLED,
                         _ ("This was cancelled."));
    return false;
  }
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  return fail (error, kind_of_errno (errno_of_message (message)), what,
               message);
}

bool
ew_errno_fail (GError **error, int number, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  return fail (error, kind_of_errno (number), what, g_strerror (number));
}

bool
ew_is_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return false;
  ew_git_fail (error, GIT_EUSER, " ");
  return true;
}

guint
ew_oid_hash (gconstpointer oid)
{
  guint hash;

  memcpy (&hash, oid, sizeof hash);
  return hash;
}

gboolean
ew_oid_equal (gconstpointer a, gconstpointer b)
{
  return git_oid_equal (a, b);
}

char *
ew_oid_to_string (const git_oid *oid)
{
  char hex[GIT_OID_HEXSZ + 1];

  if (git_oid_is_zero (oid))
    return g_strdup ("");
  return g_strdup (git_oid_tostr (hex, sizeof hex, oid));
}
