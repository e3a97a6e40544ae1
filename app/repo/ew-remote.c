#include "ew-remote.h"

#include "ew-ref.h"
#include "ew-sharing.h"
#include "ew-transfer.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct _EwRemote {
  char *path;
  git_repository *repo;
};

static char *
unknown_kind (GError **error)
{
  g_set_error_literal (error, EW_ERROR, EW_ERROR_USAGE,
                       _ ("Elsewhen can share through folders and file:// "
                          "addresses; other kinds of address are not known "
                          "yet."));
  return NULL;
}

/* Git's own rule: `host:path` is an address of another machine unless a slash
 * comes first. */
static bool
is_elsewhere (const char *url)
{
  const char *colon = strchr (url, ':');
  const char *slash = strchr (url, '/');

  return colon && (!slash || colon < slash);
}

static char *
path_of_uri (const char *url, GError **error)
{
  g_autofree char *host = NULL;
  g_autofree char *path = g_filename_from_uri (url, &host, NULL);

  if (!path || (host && *host && strcmp (host, "localhost") != 0))
    return unknown_kind (error);
  return g_steal_pointer (&path);
}

char *
ew_remote_path (const char *url, GError **error)
{
  g_return_val_if_fail (url, NULL);

  if (g_ascii_strncasecmp (url, "file://", 7) == 0)
    return path_of_uri (url, error);
  if (*url == '\0' || is_elsewhere (url))
    return unknown_kind (error);
  return g_canonicalize_filename (url, NULL);
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

EwRemote *
ew_remote_open (const char *url, GError **error)
{
  g_autoptr (EwRemote) remote = g_new0 (EwRemote, 1);

  remote->path = ew_remote_path (url, error);
  if (!remote->path || !is_reachable (remote->path, error))
    return NULL;
  remote->repo = open_repository (remote->path, error);
  return remote->repo ? g_steal_pointer (&remote) : NULL;
}

void
ew_remote_free (EwRemote *remote)
{
  if (!remote)
    return;
  git_repository_free (remote->repo);
  g_free (remote->path);
  g_free (remote);
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

char *
ew_remote_default_branch (EwRemote *remote)
{
  g_autofree char *name = branch_of_head (remote->repo);
  git_oid tip;

  if (!name || !g_str_has_prefix (name, "refs/heads/") ||
      git_reference_name_to_id (&tip, remote->repo, name) < 0)
    return NULL;
  return g_steal_pointer (&name);
}

bool
ew_remote_tip (EwRemote *remote, const char *branch, git_oid *tip,
               GError **error)
{
  g_autoptr (git_commit) commit = NULL;

  if (!ew_ref_read (remote->repo, branch, tip, error))
    return false;
  if (git_oid_is_zero (tip) ||
      git_commit_lookup (&commit, remote->repo, tip) == 0)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED,
               _ ("The branch “%s” of “%s” cannot be read. Check that "
                  "repository with “git fsck”."),
               branch, remote->path);
  return false;
}

bool
ew_remote_fetch (EwRemote *remote, EwStore *store, const git_oid *tip,
                 const EwWatch *watch, GError **error)
{
  g_autofree char *tracking = ew_store_tracking_ref (store);
  git_oid known[2] = { 0 };
  EwTransfer transfer = { .from = remote->repo,
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
is_checked_out (EwRemote *remote, const char *branch)
{
  g_autofree char *head = branch_of_head (remote->repo);

  return !git_repository_is_bare (remote->repo) &&
         g_strcmp0 (head, branch) == 0;
}

static bool
is_writable (EwRemote *remote, const char *branch, GError **error)
{
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

bool
ew_remote_push (EwRemote *remote, EwStore *store, const EwPush *push,
                const EwWatch *watch, bool *raced, GError **error)
{
  EwTransfer transfer = { .from = store->repo,
                          .to = remote->repo,
                          .tip = &push->to,
                          .known = &push->from,
                          .n_known = 1,
                          .what = _ ("Sharing your changes"),
                          .failure = _ ("Your changes could not be shared"),
                          .watch = watch };
  EwRefMove move;

  *raced = false;
  if (!is_writable (remote, push->branch, error) ||
      !ew_transfer (&transfer, error))
    return false;
  move =
      ew_ref_move (remote->repo, push->branch, &push->from, &push->to, error);
  *raced = move == EW_REF_RACED;
  return move == EW_REF_MOVED;
}
