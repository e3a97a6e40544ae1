#include "ew-carry-mend.h"

#include "ew-board-files.h"
#include "ew-commit.h"
#include "ew-tree-walk.h"

void
ew_carry_sides_clear (EwCarrySides *sides)
{
  g_clear_pointer (&sides->base, git_tree_free);
  for (int i = 0; i < EW_N_SIDES; i++)
    g_clear_pointer (&sides->side[i], git_tree_free);
}

/* Returns: (transfer full) (nullable): a set of ids. */
static GHashTable *
changed_boards (EwStore *store, const EwCarrySides *sides, EwSide side,
                GError **error)
{
  g_autoptr (GPtrArray) changes =
      ew_tree_walk (store->repo, sides->base, sides->side[side], error);
  GHashTable *boards;

  if (!changes)
    return NULL;
  boards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < changes->len; i++) {
    const EwTreeChange *change = changes->pdata[i];
    g_auto (EwFileName) name = ew_file_name_parse (store, change->path);

    if (name.board)
      g_hash_table_add (boards, g_steal_pointer (&name.board));
  }
  return boards;
}

static bool
may_write (EwStore *store, const git_tree *root, const char *board,
           GError **error)
{
  g_autofree char *path = ew_board_path (store, board, "board.json");
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwObject) self = NULL;

  self = ew_board_self_load (store, ew_tree_entry (root, path), path, faults);
  return !ew_faults_have (faults, EW_FAULT_NEWER) ||
         ew_faults_allow_writing (faults, error);
}

GPtrArray *
ew_carry_boards (EwStore *store, const EwCarrySides *sides, GError **error)
{
  const git_tree *theirs = sides->side[EW_SIDE_THEIRS];
  g_autoptr (GPtrArray) both = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) ours = NULL;
  g_autoptr (GHashTable) other = NULL;
  GHashTableIter iter;
  gpointer id;

  if (!ew_store_may_write (store, theirs, error) ||
      !(ours = changed_boards (store, sides, EW_SIDE_OURS, error)) ||
      !(other = changed_boards (store, sides, EW_SIDE_THEIRS, error)))
    return NULL;
  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    if (!may_write (store, theirs, id, error))
      return NULL;
    if (g_hash_table_contains (other, id))
      g_ptr_array_add (both, g_strdup (id));
  }
  return g_steal_pointer (&both);
}

/* Returns: (transfer full) (nullable): NULL when it is not there. */
static EwBoard *
load (EwStore *store, const git_tree *root, const char *board,
      GPtrArray *faults)
{
  return ew_board_load_tree (store, root, board, faults, NULL, NULL);
}

static bool
has_changed (const EwCarrySides *sides, const char *path)
{
  EwEntry base = ew_tree_entry (sides->base, path);

  for (int i = 0; i < EW_N_SIDES; i++)
    if (!ew_entry_equal (base, ew_tree_entry (sides->side[i], path)))
      return true;
  return false;
}

/* Loading a board three times more is only worth it when something may be
 * wrong: a reference is broken, or somebody deleted the board. */
static bool
needs_mending (EwStore *store, const EwCarrySides *sides, const EwBoard *merged)
{
  g_autofree char *path =
      ew_board_path (store, ew_board_id (merged), "board.json");
  g_autoptr (EwEdit) broken = NULL;

  if (has_changed (sides, path))
    return true;
  broken = ew_board_mend (merged, NULL, NULL, NULL);
  return !ew_edit_is_empty (broken);
}

/* A board of which only a part can be read is not judged as a whole. */
static EwEdit *
find_mend (EwStore *store, const EwCarrySides *sides, const git_tree *merged,
           const char *id)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwBoard) now = load (store, merged, id, faults);
  g_autoptr (EwBoard) base = NULL;
  g_autoptr (EwBoard) ours = NULL;
  g_autoptr (EwBoard) theirs = NULL;

  if (!now || ew_faults_have (faults, EW_FAULT_DAMAGE) ||
      !needs_mending (store, sides, now))
    return ew_edit_new ("");
  base = load (store, sides->base, id, faults);
  ours = load (store, sides->side[EW_SIDE_OURS], id, faults);
  theirs = load (store, sides->side[EW_SIDE_THEIRS], id, faults);
  return ew_merge_mend (now, base, (const EwBoard *const[]){ ours, theirs });
}

/* A board that is gone there, but on which something of ours lives on, keeps
 * its own file: without one it would have no title and be called damaged. */
static void
keep_own_file (EwStore *store, const EwCarrySides *sides,
               const git_tree *merged, const char *id, EwTreeWrite *files)
{
  g_autofree char *path = ew_board_path (store, id, "board.json");
  g_autofree char *folder = ew_board_path (store, id, "objects");
  EwEntry ours = ew_tree_entry (sides->side[EW_SIDE_OURS], path);

  if (ew_tree_entry (merged, folder).mode == GIT_FILEMODE_TREE &&
      ew_tree_entry (merged, path).mode == 0 && ours.mode != 0)
    ew_tree_write_put (files, path, ours);
}

git_tree *
ew_carry_mend (EwStore *store, const EwCarrySides *sides, GPtrArray *boards,
               const git_tree *merged, GArray *written, GError **error)
{
  g_autoptr (EwTreeWrite) files = ew_tree_write_new (store->repo);
  git_tree *mended;

  for (guint i = 0; i < boards->len; i++) {
    g_autoptr (EwEdit) edit =
        find_mend (store, sides, merged, boards->pdata[i]);
    EwBoardEdit pending = { boards->pdata[i], edit };

    keep_own_file (store, sides, merged, boards->pdata[i], files);
    if (!ew_edit_put (store, merged, files, &pending, error))
      return NULL;
  }
  mended = ew_tree_write_finish (files, merged, error);
  g_array_append_vals (written, ew_tree_write_written (files)->data,
                       ew_tree_write_written (files)->len);
  return mended;
}
