#include "ew-store-private.h"

#include "ew-assets-private.h"
#include "ew-board-files.h"
#include "ew-ref.h"
#include "ew-store-members.h"

#include <glib/gi18n-lib.h>

/* Each object is looked at once, and what is still to look at waits in a list:
 * a hostile tree may be nested deeper than any stack. */
typedef struct {
  EwStore *store;
  git_odb *odb;
  GPtrArray *faults;
  GHashTable *seen; /* of git_oid * */
  GPtrArray *todo; /* of git_oid *, owned by `seen` */
  EwProgress progress;
  gpointer data;
  GCancellable *cancellable;
} Check;

static void
tell (Check *check, double fraction, const char *what)
{
  if (check->progress)
    check->progress (fraction, what, check->data);
}

static int
collect_cb (const git_oid *oid, void *all)
{
  g_array_append_vals (all, oid, 1);
  return 0;
}

static void
add_unreadable (Check *check, const git_oid *oid)
{
  char hex[GIT_OID_HEXSZ + 1];

  ew_faults_add (check->faults, EW_FAULT_DAMAGE, "", 0, "",
                 _ ("Git object %s is damaged. Join the workspace again from "
                    "its remote; what only this copy has may be lost."),
                 git_oid_tostr (hex, sizeof hex, oid));
}

/* What is stored, whether or not anything needs it. */
static bool
check_stored (Check *check, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (git_oid));
  int code = git_odb_foreach (check->odb, collect_cb, all);

  if (code < 0)
    return ew_git_fail (error, code, _ ("The repository could not be read"));
  for (guint i = 0; i < all->len; i++) {
    const git_oid *oid = &g_array_index (all, git_oid, i);
    g_autoptr (git_odb_object) object = NULL;

    if (ew_is_cancelled (check->cancellable, error))
      return false;
    if (git_odb_read (&object, check->odb, oid) < 0)
      add_unreadable (check, oid);
    if (i % 256 == 0)
      tell (check, 0.5 * i / all->len, _ ("Reading every object"));
  }
  return true;
}

static void
look_at (Check *check, const git_oid *oid)
{
  git_oid *mine;

  if (g_hash_table_contains (check->seen, oid))
    return;
  mine = g_memdup2 (oid, sizeof *oid);
  g_hash_table_add (check->seen, mine);
  g_ptr_array_add (check->todo, mine);
}

static void
follow_tree (Check *check, const git_oid *oid)
{
  g_autoptr (git_tree) tree = ew_tree_open (check->store->repo, oid, NULL);

  for (gsize i = 0; tree && i < git_tree_entrycount (tree); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex (tree, i);

    /* A gitlink names a commit of another repository. */
    if (git_tree_entry_type (entry) != GIT_OBJECT_COMMIT)
      look_at (check, git_tree_entry_id (entry));
  }
}

static void
follow_commit (Check *check, const git_oid *oid)
{
  g_autoptr (git_commit) commit = NULL;

  if (git_commit_lookup (&commit, check->store->repo, oid) < 0)
    return;
  look_at (check, git_commit_tree_id (commit));
  for (guint i = 0; i < git_commit_parentcount (commit); i++)
    look_at (check, git_commit_parent_id (commit, i));
}

static void
follow (Check *check, const git_oid *oid)
{
  char hex[GIT_OID_HEXSZ + 1];
  git_object_t type;
  size_t size;

  git_oid_tostr (hex, sizeof hex, oid);
  if (git_odb_read_header (&size, &type, check->odb, oid) < 0) {
    if (!git_odb_exists (check->odb, oid))
      ew_faults_add (check->faults, EW_FAULT_DAMAGE, "", 0, "",
                     _ ("Git object %s is missing. Join the workspace again "
                        "from its remote; what only this copy has may be "
                        "lost."),
                     hex);
    return;
  }
  if (type == GIT_OBJECT_COMMIT)
    follow_commit (check, oid);
  if (type == GIT_OBJECT_TREE)
    follow_tree (check, oid);
}

/* What the history needs, whether or not it is stored. */
static bool
check_needed (Check *check, const git_oid *tip, GError **error)
{
  look_at (check, tip);
  while (check->todo->len > 0) {
    guint last = check->todo->len - 1;
    const git_oid *oid = g_ptr_array_steal_index_fast (check->todo, last);

    if (ew_is_cancelled (check->cancellable, error))
      return false;
    follow (check, oid);
  }
  return true;
}

static bool
check_board (Check *check, const git_tree *root, const char *id, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *path = ew_board_path (check->store, id, NULL);
  g_autoptr (EwBoard) board = NULL;

  board = ew_board_load_tree (check->store, root, id, check->faults,
                              check->cancellable, &reason);
  if (board) {
    ew_board_mend_loaded (check->store, board, check->faults);
    ew_assets_check_board (check->store, root, board, check->faults);
  } else if (ew_is_cancelled (check->cancellable, error)) {
    return false;
  } else {
    ew_faults_add (check->faults, EW_FAULT_DAMAGE, path, 0, "", "%s",
                   reason->message);
  }
  return true;
}

static bool
check_boards (Check *check, const git_tree *root, GError **error)
{
  g_autoptr (GPtrArray) entries = ew_store_list (check->store, NULL, error);

  for (guint i = 0; entries && i < entries->len; i++) {
    const EwBoardEntry *entry = entries->pdata[i];

    tell (check, 0.5 + 0.5 * i / entries->len, _ ("Reading the boards"));
    if (!check_board (check, root, entry->id, error))
      return false;
  }
  return entries != NULL;
}

static bool
check_files (Check *check, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (git_tree) root = ew_store_tree (check->store, NULL, &reason);
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) members = NULL;

  if (!root) {
    ew_faults_add (check->faults, EW_FAULT_DAMAGE, "", 0, "", "%s",
                   reason->message);
    return true;
  }
  name = ew_workspace_load (check->store, root, check->faults);
  members = ew_store_members (check->store, NULL, check->faults, NULL);
  return ew_assets_check (check->store, root, check->faults, check->cancellable,
                          error) &&
         check_boards (check, root, error);
}

static bool
run (Check *check, GError **error)
{
  git_oid tip;

  return check_stored (check, error) &&
         ew_ref_read (check->store->repo, check->store->branch, &tip, error) &&
         (git_oid_is_zero (&tip) || check_needed (check, &tip, error)) &&
         check_files (check, error);
}

GPtrArray *
ew_store_check (EwStore *store, EwProgress progress, gpointer data,
                GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (ew_oid_hash, ew_oid_equal, g_free, NULL);
  g_autoptr (GPtrArray) todo = g_ptr_array_new ();
  g_autoptr (git_odb) odb = NULL;
  int code;

  g_return_val_if_fail (store, NULL);

  code = git_repository_odb (&odb, store->repo);
  if (code < 0) {
    ew_git_fail (error, code, _ ("The repository could not be read"));
    return NULL;
  }
  if (!run (&(Check){ store, odb, faults, seen, todo, progress, data,
                      cancellable },
            error))
    return NULL;
  return g_steal_pointer (&faults);
}
