#include "ew-store-log.h"

#include "ew-board-files.h"
#include "ew-id.h"
#include "ew-said.h"

#include <glib/gi18n-lib.h>

void
ew_version_free (EwVersion *version)
{
  if (!version)
    return;
  g_free (version->rev);
  g_free (version->author);
  g_free (version->email);
  g_free (version->message);
  g_free (version);
}

EwVersion *
ew_version_new (EwNames *names, const git_commit *commit)
{
  const git_signature *author = git_commit_author (commit);
  EwVersion *version = g_new0 (EwVersion, 1);

  version->rev = ew_oid_to_string (git_commit_id (commit));
  version->author = g_strdup (ew_names_call (names, author));
  version->email = ew_said_plain (author->email, -1);
  version->message = g_strchomp (ew_said_text (git_commit_message (commit)));
  version->time = author->when.time;
  return version;
}

/* @parent: (out): NULL at the beginning of history. */
static bool
find_parent (const git_commit *commit, git_commit **parent, GError **error)
{
  int code;

  *parent = NULL;
  if (git_commit_parentcount (commit) == 0)
    return true;
  code = git_commit_parent (parent, commit, 0);
  return code == 0 ||
         ew_git_fail (error, code, _ ("The history could not be read"));
}

/* @path NULL: all of it. */
static bool
entry_at (EwStore *store, const git_commit *commit, const char *path,
          EwEntry *entry, GError **error)
{
  g_autoptr (git_tree) tree = ew_commit_tree (store, commit, error);

  if (!tree)
    return false;
  if (path)
    *entry = ew_tree_entry (tree, path);
  else
    *entry = (EwEntry){ *git_tree_id (tree), GIT_FILEMODE_TREE };
  return true;
}

static bool
walk (EwStore *store, const char *path, guint limit, GPtrArray *versions,
      GError **error)
{
  g_autoptr (EwNames) names = ew_names_new (store);
  g_autoptr (git_commit) commit = NULL;
  EwEntry entry, before;

  if (!ew_store_lookup (store, NULL, &commit, error) ||
      !entry_at (store, commit, path, &entry, error))
    return false;
  while (commit && (limit == 0 || versions->len < limit)) {
    g_autoptr (git_commit) parent = NULL;

    if (!find_parent (commit, &parent, error) ||
        !entry_at (store, parent, path, &before, error))
      return false;
    if (!ew_entry_equal (entry, before))
      g_ptr_array_add (versions, ew_version_new (names, commit));
    entry = before;
    git_commit_free (commit);
    commit = g_steal_pointer (&parent);
  }
  return true;
}

GPtrArray *
ew_store_log (EwStore *store, const char *board, guint limit, GError **error)
{
  g_autoptr (GPtrArray) versions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_version_free);
  g_autofree char *path = NULL;

  g_return_val_if_fail (store, NULL);

  if (board && !ew_id_is_valid (board)) {
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("There is no board “%s” in this workspace."), board);
    return NULL;
  }
  path = board ? ew_board_path (store, board, NULL) : NULL;
  if (!walk (store, path, limit, versions, error))
    return NULL;
  return g_steal_pointer (&versions);
}
