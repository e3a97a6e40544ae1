#include "ew-ref.h"
#include "ew-lock.h"

#include <glib/gi18n-lib.h>

#define LOCK_TRIES 200

bool
ew_ref_read (git_repository *repo, const char *name, git_oid *oid,
             GError **error)
{
  int code = git_reference_name_to_id (oid, repo, name);

  if (code == 0)
    return true;
  memset (oid, 0, sizeof *oid);
  return code == GIT_ENOTFOUND ||
         ew_git_fail (error, code, _ ("The branch “%s” could not be read"),
                      name);
}

static int
try_move (git_repository *repo, const char *name, const git_oid *from,
          const git_oid *to)
{
  g_autoptr (git_reference) ref = NULL;
  bool is_new = git_oid_is_zero (from);
  int hold = ew_lock_share (repo);
  int code =
      git_reference_create_matching (&ref, repo, name, to, !is_new, from, NULL);

  ew_lock_release (hold);
  return code;
}

EwRefMove
ew_ref_move (git_repository *repo, const char *name, const git_oid *from,
             const git_oid *to, GError **error)
{
  int code = GIT_ELOCKED;

  for (guint i = 0; code == GIT_ELOCKED && i < LOCK_TRIES; i++) {
    if (i > 0 && !ew_lock_clear_stale (repo, name))
      g_usleep (g_random_int_range (1000, 10000));
    code = try_move (repo, name, from, to);
  }
  if (code == 0)
    return EW_REF_MOVED;
  if (code == GIT_EMODIFIED || code == GIT_EEXISTS)
    return EW_REF_RACED;
  ew_git_fail (error, code, _ ("The branch “%s” could not be written"), name);
  return EW_REF_FAILED;
}

bool
ew_ref_set (git_repository *repo, const char *name, const git_oid *to,
            GError **error)
{
  EwRefMove move = EW_REF_RACED;
  git_oid from;

  while (move == EW_REF_RACED) {
    if (!ew_ref_read (repo, name, &from, error))
      return false;
    move = ew_ref_move (repo, name, &from, to, error);
  }
  return move == EW_REF_MOVED;
}

bool
ew_ref_remove (git_repository *repo, const char *name, GError **error)
{
  int code = git_reference_remove (repo, name);

  return code == 0 || code == GIT_ENOTFOUND ||
         ew_git_fail (error, code, _ ("The branch “%s” could not be removed"),
                      name);
}
