#include "ew-commit.h"
#include "ew-ref.h"

#include <glib/gi18n-lib.h>

static bool
not_there (GError **error)
{
  g_set_error_literal (
      error, EW_ERROR, EW_ERROR_FAILED,
      _ ("What was saved could not be read back, so nothing was changed. The "
         "disk may be full or failing."));
  return false;
}

static bool
is_stored (git_odb *odb, const git_oid *oid)
{
  g_autoptr (git_odb_object) object = NULL;

  return git_odb_read (&object, odb, oid) == 0;
}

static bool
verify (EwStore *store, GArray *written, const git_oid *commit, GError **error)
{
  g_auto (git_buf) path = { 0 };
  g_autoptr (git_odb) fresh = NULL;
  int code = git_repository_item_path (&path, store->repo,
                                       GIT_REPOSITORY_ITEM_OBJECTS);

  if (code < 0 || (code = git_odb_open (&fresh, path.ptr)) < 0)
    return ew_git_fail (error, code, _ ("The repository could not be read"));
  if (!is_stored (fresh, commit))
    return not_there (error);
  for (guint i = 0; written && i < written->len; i++)
    if (!is_stored (fresh, &g_array_index (written, git_oid, i)))
      return not_there (error);
  return true;
}

bool
ew_commit_write (EwStore *store, const EwCommitWish *wish, GArray *written,
                 git_oid *oid, GError **error)
{
  const git_commit *parents[] = { wish->parent };
  int code = git_commit_create (oid, store->repo, NULL, wish->author,
                                wish->committer, NULL, wish->message,
                                wish->tree, wish->parent ? 1 : 0, parents);

  if (code < 0)
    return ew_git_fail (error, code, _ ("The boards could not be saved"));
  return verify (store, written, oid, error);
}

bool
ew_commit_adopt (EwStore *store, const git_oid *from, const git_oid *to,
                 bool *raced, GError **error)
{
  EwRefMove move = ew_ref_move (store->repo, store->branch, from, to, error);
  git_oid now;

  *raced = move == EW_REF_RACED;
  if (move != EW_REF_MOVED)
    return false;
  if (!ew_ref_read (store->repo, store->branch, &now, error))
    return false;
  /* Another program may have gone on from our commit already. */
  return git_oid_equal (&now, to) ||
         git_graph_descendant_of (store->repo, &now, to) == 1 ||
         not_there (error);
}

typedef struct {
  EwStore *store;
  EwCommitFill fill;
  gpointer data;
  const char *message;
  const git_signature *author;
} Attempt;

/* @tip: (inout). */
static bool
commit_tree (Attempt *attempt, const git_commit *parent, EwTreeWrite *files,
             const git_tree *tree, git_oid *tip, bool *raced, GError **error)
{
  g_autofree char *message = g_strconcat (attempt->message, "\n", NULL);
  EwCommitWish wish = { tree, parent, attempt->author, attempt->author,
                        message };
  git_oid from = *tip;

  return ew_commit_write (attempt->store, &wish, ew_tree_write_written (files),
                          tip, error) &&
         ew_commit_adopt (attempt->store, &from, tip, raced, error);
}

static bool
try_commit (Attempt *attempt, git_oid *tip, bool *raced, GError **error)
{
  EwStore *store = attempt->store;
  g_autoptr (EwTreeWrite) files = ew_tree_write_new (store->repo);
  g_autoptr (git_commit) parent = NULL;
  g_autoptr (git_tree) root = NULL;
  g_autoptr (git_tree) tree = NULL;

  *tip = (git_oid){ 0 };
  if (!ew_store_lookup (store, NULL, &parent, error) ||
      !(root = ew_commit_tree (store, parent, error)) ||
      !attempt->fill (store, parent, root, files, attempt->data, error))
    return false;
  if (parent)
    *tip = *git_commit_id (parent);
  if (ew_tree_write_is_empty (files))
    return true;
  tree = ew_tree_write_finish (files, root, error);
  if (!tree)
    return false;
  if (git_oid_equal (git_tree_id (tree), git_tree_id (root)))
    return true;
  return commit_tree (attempt, parent, files, tree, tip, raced, error);
}

char *
ew_commit_onto_tip (EwStore *store, EwCommitFill fill, gpointer data,
                    const char *message, GError **error)
{
  g_autoptr (git_signature) author = ew_store_signature (store, error);
  Attempt attempt = { store, fill, data, message, author };
  git_oid tip;

  if (!author)
    return NULL;
  for (guint i = 0; i < EW_COMMIT_TRIES; i++) {
    bool raced = false;

    if (try_commit (&attempt, &tip, &raced, error))
      return ew_oid_to_string (&tip);
    if (!raced)
      return NULL;
    g_usleep (g_random_int_range (500, 5000));
  }
  g_set_error_literal (error, EW_ERROR, EW_ERROR_RACED,
                       _ ("Other programs keep writing to this workspace. Try "
                          "again in a moment."));
  return NULL;
}
