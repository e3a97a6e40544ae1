#include "ew-store-private.h"

#include "ew-board-files.h"
#include "ew-lock.h"
#include "ew-ref.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static char *
config_word (EwStore *store, const char *key, const char *otherwise)
{
  g_autoptr (git_config) config = NULL;
  const char *value = NULL;

  if (git_repository_config_snapshot (&config, store->repo) < 0 ||
      git_config_get_string (&value, config, key) < 0)
    return g_strdup (otherwise);
  return g_strdup (value);
}

/* HEAD names the branch; who has none gets the usual one. */
static char *
find_branch (git_repository *repo)
{
  g_autoptr (git_reference) head = NULL;
  const char *name = NULL;

  if (git_reference_lookup (&head, repo, "HEAD") == 0)
    name = git_reference_symbolic_target (head);
  return g_strdup (name ? name : EW_BRANCH_DEFAULT);
}

static git_repository *
open_bare (const char *dir, GError **error)
{
  git_repository *repo = NULL;

  if (!g_file_test (dir, G_FILE_TEST_IS_DIR)) {
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("There is no workspace at “%s”."), dir);
    return NULL;
  }
  if (g_access (dir, R_OK | X_OK) < 0) {
    ew_errno_fail (error, errno, _ ("The workspace “%s” cannot be opened"),
                   dir);
    return NULL;
  }
  if (git_repository_open_bare (&repo, dir) < 0)
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("“%s” is no workspace. Make one there, or join one by its "
                    "address."),
                 dir);
  return repo;
}

static bool
is_whole (EwStore *store, GError **error)
{
  if (git_repository_is_shallow (store->repo) != 1)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("“%s” has only a part of its history (a shallow clone). Join "
                  "the workspace again from its remote."),
               store->dir);
  return false;
}

EwStore *
ew_store_open (const char *dir, GError **error)
{
  g_autoptr (EwStore) store = NULL;

  g_return_val_if_fail (dir, NULL);

  ew_git_init ();
  store = g_new0 (EwStore, 1);
  store->dir = g_canonicalize_filename (dir, NULL);
  store->trail = ew_trail_new ();
  store->repo = open_bare (store->dir, error);
  if (!store->repo || !is_whole (store, error) ||
      !(store->valve = ew_valve_new (store->repo, error)))
    return NULL;
  store->private_dir = g_build_filename (store->dir, "elsewhen", NULL);
  g_mkdir (store->private_dir, 0700);
  store->branch = find_branch (store->repo);
  store->folder = config_word (store, EW_FOLDER_KEY, "");
  ew_lock_clear_stale (store->repo, store->branch);
  return g_steal_pointer (&store);
}

void
ew_store_set_prompter (EwStore *store, const EwPrompter *prompter)
{
  g_return_if_fail (store);

  store->prompter = prompter;
}

void
ew_store_free (EwStore *store)
{
  if (!store)
    return;
  git_repository_free (store->repo);
  ew_trail_free (store->trail);
  g_free (store->dir);
  g_free (store->private_dir);
  g_free (store->branch);
  g_free (store->folder);
  g_free (store);
}

const char *
ew_store_dir (EwStore *store)
{
  g_return_val_if_fail (store, NULL);

  return store->dir;
}

const char *
ew_store_private_dir (EwStore *store)
{
  g_return_val_if_fail (store, NULL);

  return store->private_dir;
}

char *
ew_store_branch_dir (EwStore *store)
{
  g_autofree char *file = NULL;

  g_return_val_if_fail (store, NULL);

  file = g_build_filename (store->dir, store->branch, NULL);
  return g_path_get_dirname (file);
}

char *
ew_store_name (EwStore *store)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (git_tree) root = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (store, NULL);

  root = ew_store_tree (store, NULL, NULL);
  if (root)
    name = ew_workspace_load (store, root, faults);
  if (name && *name)
    return g_steal_pointer (&name);
  return g_path_get_basename (store->dir);
}

char *
ew_store_path (EwStore *store, const char *file)
{
  return store->folder[0] ? g_strconcat (store->folder, "/", file, NULL)
                          : g_strdup (file);
}

static bool
not_found (GError **error, const char *rev)
{
  g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
               _ ("There is no version “%s” of this workspace."), rev);
  return false;
}

static bool
lookup_tip (EwStore *store, git_commit **commit, GError **error)
{
  git_oid tip;
  int code;

  if (!ew_ref_read (store->repo, store->branch, &tip, error))
    return false;
  if (git_oid_is_zero (&tip))
    return true;
  code = git_commit_lookup (commit, store->repo, &tip);
  if (code == 0)
    return true;
  g_set_error_literal (error, EW_ERROR, EW_ERROR_DAMAGED,
                       _ ("The newest version of the workspace is damaged. "
                          "Check the workspace, or join it again from its "
                          "remote."));
  return false;
}

bool
ew_store_lookup (EwStore *store, const char *rev, git_commit **commit,
                 GError **error)
{
  g_autoptr (git_object) object = NULL;

  *commit = NULL;
  if (!rev)
    return lookup_tip (store, commit, error);
  if (*rev == '\0')
    return true;
  if (git_revparse_single (&object, store->repo, rev) < 0 ||
      git_object_peel ((git_object **) commit, object, GIT_OBJECT_COMMIT) < 0)
    return not_found (error, rev);
  return true;
}

git_tree *
ew_commit_tree (EwStore *store, const git_commit *commit, GError **error)
{
  if (!commit)
    return ew_tree_empty (store->repo, error);
  return ew_tree_open_wide (store->repo, git_commit_tree_id (commit), error);
}

git_tree *
ew_store_tree (EwStore *store, const char *rev, GError **error)
{
  g_autoptr (git_commit) commit = NULL;

  if (!ew_store_lookup (store, rev, &commit, error))
    return NULL;
  return ew_commit_tree (store, commit, error);
}

char *
ew_store_tip (EwStore *store, GError **error)
{
  git_oid tip;

  g_return_val_if_fail (store, NULL);

  if (!ew_ref_read (store->repo, store->branch, &tip, error))
    return NULL;
  return ew_oid_to_string (&tip);
}
