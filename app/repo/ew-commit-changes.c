#include "ew-commit-changes.h"

#include "ew-board-files.h"

static bool
find_folder (EwStore *store, const git_commit *commit, const char *path,
             EwEntry *entry, GError **error)
{
  g_autoptr (git_tree) tree = ew_commit_tree (store, commit, error);

  if (tree)
    *entry = ew_tree_entry (tree, path);
  return tree != NULL;
}

static bool
is_untouched (EwStore *store, const char *board, EwCommitStep step,
              bool *untouched, GError **error)
{
  g_autofree char *path = ew_board_path (store, board, NULL);
  EwEntry before, after;

  if (!find_folder (store, step.commit, path, &after, error) ||
      !find_folder (store, step.parent, path, &before, error))
    return false;
  *untouched = ew_entry_equal (before, after);
  return true;
}

static GPtrArray *
read_edits (EwStore *store, const char *board, EwCommitStep step,
            GError **error)
{
  g_autofree char *to = ew_oid_to_string (git_commit_id (step.commit));
  g_autofree char *from = step.parent
                              ? ew_oid_to_string (git_commit_id (step.parent))
                              : g_strdup ("");

  return ew_store_diff (store, from, to, board, error);
}

bool
ew_commit_each_change (EwStore *store, const char *board, EwCommitStep step,
                       EwChangeFunc func, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) edits = NULL;
  bool untouched;

  if (!is_untouched (store, board, step, &untouched, error))
    return false;
  if (untouched)
    return true;
  edits = read_edits (store, board, step, error);
  for (guint i = 0; edits && i < edits->len; i++) {
    const EwEdit *edit = ((EwBoardEdit *) edits->pdata[i])->edit;

    for (guint n = 0; n < ew_edit_size (edit); n++)
      func (ew_edit_at (edit, n), git_commit_author (step.commit), data);
  }
  return edits != NULL;
}

git_commit *
ew_commit_parent (const git_commit *commit)
{
  git_commit *parent = NULL;

  if (git_commit_parentcount (commit) > 0)
    git_commit_parent (&parent, commit, 0);
  return parent;
}
