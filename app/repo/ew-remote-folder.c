#include "ew-remote-private.h"

#include "ew-ref.h"
#include "ew-sharing.h"
#include "ew-transfer.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Both repositories are at hand, so fetching and pushing are one transfer,
 * there and back; libgit2's own local push would overwrite what a faster
 * teammate has just put there. */
typedef struct {
  EwRemote parent;
  char *path;
  git_repository *repo;
} Folder;

static Folder *
folder_of (EwRemote *remote)
{
  return (Folder *) remote;
}

static bool
is_reachable (const char *path, GError **error)
{
  if (g_access (path, R_OK | X_OK) == 0)
    return true;
  if (errno == EACCES)
    g_set_error (error, EW_ERROR, EW_ERROR_DENIED,
                 _ ("There is no permission to read “%s”. Ask whoever owns the "
                    "folder."),
                 path);
  else
    g_set_error (error, EW_ERROR, EW_ERROR_OFFLINE,
                 _ ("“%s” is not there. If it is on another disk or computer, "
                    "connect that; otherwise look whether the address is "
                    "right."),
                 path);
  return false;
}

static git_repository *
open_repository (const char *path, GError **error)
{
  g_autoptr (git_repository) repo = NULL;
  int code = git_repository_open_ext (&repo, path,
                                      GIT_REPOSITORY_OPEN_NO_SEARCH, NULL);

  if (code < 0) {
    g_set_error (error, EW_ERROR, EW_ERROR_REFUSED,
                 _ ("“%s” is no git repository. One to share through is made "
                    "by “git init --bare”."),
                 path);
    return NULL;
  }
  if (git_repository_is_shallow (repo) != 1)
    return g_steal_pointer (&repo);
  g_set_error (
      error, EW_ERROR, EW_ERROR_REFUSED,
      _ ("“%s” has only a part of its history (a shallow clone). Share "
         "through a whole repository."),
      path);
  return NULL;
}

static char *
branch_of_head (git_repository *repo)
{
  g_autoptr (git_reference) head = NULL;
  const char *name = NULL;

  if (git_reference_lookup (&head, repo, "HEAD") == 0)
    name = git_reference_symbolic_target (head);
  return g_strdup (name);
}

static char *
default_branch (EwRemote *remote)
{
  git_repository *repo = folder_of (remote)->repo;
  g_autofree char *name = branch_of_head (repo);
  git_oid tip;

  if (!name || !g_str_has_prefix (name, "refs/heads/") ||
      git_reference_name_to_id (&tip, repo, name) < 0)
    return NULL;
  return g_steal_pointer (&name);
}

static bool
read_tip (EwRemote *remote, const char *branch, git_oid *tip, GError **error)
{
  Folder *folder = folder_of (remote);
  g_autoptr (git_commit) commit = NULL;

  if (!ew_ref_read (folder->repo, branch, tip, error))
    return false;
  if (git_oid_is_zero (tip) ||
      git_commit_lookup (&commit, folder->repo, tip) == 0)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED,
               _ ("The branch “%s” of “%s” cannot be read. Check that "
                  "repository with “git fsck”."),
               branch, folder->path);
  return false;
}

static bool
fetch (EwRemote *remote, EwStore *store, const git_oid *tip,
       const EwWatch *watch, GError **error)
{
  g_autofree char *tracking = ew_store_tracking_ref (store);
  git_oid known[2] = { 0 };
  EwTransfer transfer = { .from = folder_of (remote)->repo,
                          .to = store->repo,
                          .tip = tip,
                          .known = known,
                          .n_known = G_N_ELEMENTS (known),
                          .what = _ ("Fetching changes"),
                          .failure = _ ("The changes of others could not be "
                                        "fetched"),
                          .watch = watch };

  return ew_ref_read (store->repo, store->branch, &known[0], error) &&
         ew_ref_read (store->repo, tracking, &known[1], error) &&
         ew_transfer (&transfer, error);
}

/* Somebody works on this very branch there: their files would not follow. */
static bool
is_checked_out (Folder *remote, const char *branch)
{
  g_autofree char *head = branch_of_head (remote->repo);

  return !git_repository_is_bare (remote->repo) &&
         g_strcmp0 (head, branch) == 0;
}

static bool
may_write (EwRemote *base, const char *branch, GError **error)
{
  Folder *remote = folder_of (base);
  g_autofree char *objects = NULL;

  if (is_checked_out (remote, branch)) {
    g_set_error (error, EW_ERROR, EW_ERROR_REFUSED,
                 _ ("“%s” is a working copy that has “%s” checked out, so it "
                    "does not take changes. Share through a repository made by "
                    "“git init --bare”."),
                 remote->path, branch + strlen ("refs/heads/"));
    return false;
  }
  objects =
      g_build_filename (git_repository_path (remote->repo), "objects", NULL);
  if (g_access (objects, W_OK | X_OK) == 0)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_DENIED,
               _ ("There is no permission to write to “%s”. Ask whoever owns "
                  "the folder."),
               remote->path);
  return false;
}

static bool
push (EwRemote *remote, EwStore *store, const EwPush *wish,
      const EwWatch *watch, bool *raced, GError **error)
{
  EwTransfer transfer = { .from = store->repo,
                          .to = folder_of (remote)->repo,
                          .tip = &wish->to,
                          .known = &wish->from,
                          .n_known = 1,
                          .what = _ ("Sharing your changes"),
                          .failure = _ ("Your changes could not be shared"),
                          .watch = watch };
  EwRefMove move;

  if (!may_write (remote, wish->branch, error) ||
      !ew_transfer (&transfer, error))
    return false;
  move = ew_ref_move (folder_of (remote)->repo, wish->branch, &wish->from,
                      &wish->to, error);
  *raced = move == EW_REF_RACED;
  return move == EW_REF_MOVED;
}

static void
folder_free (EwRemote *remote)
{
  Folder *folder = folder_of (remote);

  git_repository_free (folder->repo);
  g_free (folder->path);
  g_free (folder);
}

static const EwRemoteClass folder_class = {
  .free = folder_free,
  .default_branch = default_branch,
  .tip = read_tip,
  .fetch = fetch,
  .push = push,
  .may_write = may_write,
};

EwRemote *
ew_remote_open_folder (const EwAddress *address, GError **error)
{
  Folder *folder;
  git_repository *repo;

  if (!is_reachable (address->path, error) ||
      !(repo = open_repository (address->path, error)))
    return NULL;
  folder = g_new0 (Folder, 1);
  folder->parent.class = &folder_class;
  folder->path = g_strdup (address->path);
  folder->repo = repo;
  return &folder->parent;
}
