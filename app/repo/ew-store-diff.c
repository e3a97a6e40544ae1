#include "ew-store-private.h"

#include "ew-board-files.h"
#include "ew-tree-walk.h"

/* Edits by board, in the order in which they were first met. */
typedef struct {
  EwStore *store;
  GPtrArray *edits;
} Diff;

static EwEdit *
edit_of (Diff *diff, const char *board)
{
  g_autoptr (EwEdit) edit = NULL;

  for (guint i = 0; i < diff->edits->len; i++) {
    EwBoardEdit *one = diff->edits->pdata[i];

    if (g_str_equal (one->board, board))
      return one->edit;
  }
  edit = ew_edit_new ("");
  g_ptr_array_add (diff->edits, ew_board_edit_new (board, edit));
  return edit;
}

/* --- A bucket, laid out as we do it --------------------------------------- */

static EwObject *
read_line (const EwBucketLine *line)
{
  return line ? ew_object_from_json (line->text, (gssize) line->length, NULL)
              : NULL;
}

/* Lines that differ may still say the same. */
static void
add_row (EwEdit *edit, const EwBucketLine *const row[2])
{
  g_autoptr (EwObject) from = NULL;
  g_autoptr (EwObject) to = NULL;

  if (ew_bucket_line_equal (row[0], row[1]))
    return;
  from = read_line (row[0]);
  to = read_line (row[1]);
  if ((from || to) && !ew_object_equal (from, to))
    ew_edit_add (edit, from, to);
}

/* Returns: false, and nothing done, when a file is laid out otherwise. */
static bool
add_lines (Diff *diff, const EwTreeChange *change, const EwFileName *name)
{
  const EwEntry entries[] = { change->from, change->to };
  g_auto (EwBucketRows) rows = { 0 };
  const EwBucketLine *row[2];
  EwEdit *edit;

  if (!ew_bucket_open_both (diff->store, entries, change->path, name->bucket,
                            &rows))
    return false;
  edit = edit_of (diff, name->board);
  while (ew_bucket_rows_next (&rows, row))
    add_row (edit, row);
  return true;
}

/* --- A file in any other form --------------------------------------------- */

static GPtrArray *
load_objects (Diff *diff, EwEntry entry, const EwTreeChange *change,
              EwFileRole role)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  GPtrArray *objects = ew_objects_new ();
  EwObject *self;

  if (role == EW_FILE_BUCKET) {
    ew_bucket_load (diff->store, entry, change->path, objects, faults);
    return objects;
  }
  self = ew_board_self_load (diff->store, entry, change->path, faults);
  if (self)
    g_ptr_array_add (objects, self);
  return objects;
}

static void
add_differences (EwEdit *edit, GPtrArray *from, GPtrArray *to)
{
  g_autoptr (GHashTable) old = ew_objects_by_id (from);
  g_autoptr (GHashTable) new = ew_objects_by_id (to);
  GHashTableIter iter;
  gpointer id, object;

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &id, &object))
    if (!g_hash_table_contains (new, id))
      ew_edit_add (edit, object, NULL);
  g_hash_table_iter_init (&iter, new);
  while (g_hash_table_iter_next (&iter, &id, &object)) {
    const EwObject *before = g_hash_table_lookup (old, id);

    if (!ew_object_equal (before, object))
      ew_edit_add (edit, before, object);
  }
}

static void
add_file (Diff *diff, const EwTreeChange *change, const char *board)
{
  g_auto (EwFileName) name = ew_file_name_parse (diff->store, change->path);
  g_autoptr (GPtrArray) from = NULL;
  g_autoptr (GPtrArray) to = NULL;

  if (name.role != EW_FILE_BUCKET && name.role != EW_FILE_BOARD)
    return;
  if (board && !g_str_equal (board, name.board))
    return;
  if (name.role == EW_FILE_BUCKET && add_lines (diff, change, &name))
    return;
  from = load_objects (diff, change->from, change, name.role);
  to = load_objects (diff, change->to, change, name.role);
  add_differences (edit_of (diff, name.board), from, to);
}

GPtrArray *
ew_store_diff (EwStore *store, const char *from, const char *to,
               const char *board, GError **error)
{
  g_autoptr (git_tree) old = NULL;
  g_autoptr (git_tree) new = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *within = NULL;
  Diff diff = { store, NULL };

  g_return_val_if_fail (store && from, NULL);

  within = board ? ew_board_path (store, board, NULL)
                 : ew_store_path (store, EW_BOARDS_FOLDER);
  if (!(old = ew_store_tree (store, from, error)) ||
      !(new = ew_store_tree (store, to, error)) ||
      !(changes = ew_tree_walk (store->repo, old, new, within, error)))
    return NULL;
  diff.edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_edit_free);
  for (guint i = 0; i < changes->len; i++)
    add_file (&diff, changes->pdata[i], board);
  for (guint i = diff.edits->len; i > 0; i--)
    if (ew_edit_is_empty (((EwBoardEdit *) diff.edits->pdata[i - 1])->edit))
      g_ptr_array_remove_index (diff.edits, i - 1);
  return diff.edits;
}
