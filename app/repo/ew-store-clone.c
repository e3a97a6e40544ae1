#include "ew-store-private.h"

#include "ew-commit.h"
#include "ew-ref.h"
#include "ew-remote.h"
#include "ew-sharing.h"
#include "ew-sync.h"

#include <string.h>

typedef struct {
  const char *url;
  EwRemote *remote;
  EwWatch watch;
} Clone;

/* "/srv/team.git" → "team".  Returns: (transfer full). */
static char *
name_of_place (const char *url)
{
  char *name = g_path_get_basename (url);

  if (g_str_has_suffix (name, ".git") && strlen (name) > 4)
    name[strlen (name) - 4] = '\0';
  return name;
}

/* Nothing is there yet: the first who joins begins the workspace. */
static bool
begin_here (EwStore *store, Clone *clone, GError **error)
{
  g_autofree char *name = name_of_place (clone->url);

  return ew_store_begin (store, name, error);
}

static bool
take_all (EwStore *store, Clone *clone, const git_oid *tip, GError **error)
{
  g_autofree char *tracking = ew_store_tracking_ref (store);
  git_oid none = { 0 };
  bool raced;

  return ew_remote_fetch (clone->remote, store, tip, &clone->watch, error) &&
         ew_ref_set (store->repo, tracking, tip, error) &&
         ew_ref_set (store->repo, EW_SYNCED_REF, tip, error) &&
         ew_commit_adopt (store, &none, tip, &raced, error);
}

static bool
fill_cloned (EwStore *store, gpointer data, GError **error)
{
  Clone *clone = data;
  g_autofree char *branch = ew_remote_default_branch (clone->remote);
  git_oid tip;

  if (!branch)
    branch = g_strdup (EW_BRANCH_DEFAULT);
  if (!ew_store_set_branch (store, branch, error) ||
      !ew_store_set_remote (store, clone->url, error) ||
      !ew_store_set_remote_branch (store, branch, error) ||
      !ew_remote_tip (clone->remote, branch, &tip, error))
    return false;
  if (git_oid_is_zero (&tip))
    return begin_here (store, clone, error);
  return take_all (store, clone, &tip, error);
}

EwStore *
ew_store_clone (const char *url, const char *dir, EwProgress progress,
                gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (EwRemote) remote = NULL;
  Clone clone = { url, NULL, { progress, data, cancellable } };

  g_return_val_if_fail (url && dir, NULL);

  ew_git_init ();
  clone.remote = remote = ew_remote_open (url, error);
  return remote ? ew_store_make (dir, fill_cloned, &clone, error) : NULL;
}
