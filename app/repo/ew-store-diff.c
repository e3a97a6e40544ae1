#include "ew-store-private.h"

#include "ew-board-files.h"
#include "ew-bucket-lines.h"
#include "ew-tree-walk.h"

#include <string.h>

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

/* Of two versions of a file, side by side: both have their lines by id. */
typedef struct {
  GBytes *bytes[2];
  GArray *lines[2];
  guint next[2];
} Lines;

static void
lines_clear (Lines *lines)
{
  for (int i = 0; i < 2; i++) {
    g_clear_pointer (&lines->lines[i], g_array_unref);
    g_clear_pointer (&lines->bytes[i], g_bytes_unref);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lines, lines_clear)

static bool
split (Diff *diff, Lines *lines, int i, EwEntry entry, const char *path,
       guint bucket)
{
  const char *text;

  if (entry.mode == 0) {
    lines->lines[i] = g_array_new (FALSE, FALSE, sizeof (EwBucketLine));
    return true;
  }
  if (!ew_entry_read (diff->store->repo, entry, path, &lines->bytes[i], NULL))
    return false;
  text = g_bytes_get_data (lines->bytes[i], NULL);
  lines->lines[i] = ew_bucket_split (bucket, text ? text : "",
                                     g_bytes_get_size (lines->bytes[i]));
  return lines->lines[i] != NULL;
}

static const EwBucketLine *
peek (const Lines *lines, int i)
{
  GArray *all = lines->lines[i];
  guint next = lines->next[i];

  return next < all->len ? &g_array_index (all, EwBucketLine, next) : NULL;
}

/* The next id and what both have of it, NULL: nothing. */
static bool
take_row (Lines *lines, const EwBucketLine *row[2])
{
  int order;

  row[0] = peek (lines, 0);
  row[1] = peek (lines, 1);
  if (!row[0] && !row[1])
    return false;
  order = !row[0] ? 1 : !row[1] ? -1 : ew_bucket_line_compare (row[0], row[1]);
  if (order < 0)
    row[1] = NULL;
  if (order > 0)
    row[0] = NULL;
  lines->next[0] += row[0] != NULL;
  lines->next[1] += row[1] != NULL;
  return true;
}

static bool
same_line (const EwBucketLine *a, const EwBucketLine *b)
{
  return a && b && a->length == b->length &&
         memcmp (a->text, b->text, a->length) == 0;
}

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

  if (same_line (row[0], row[1]))
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
  g_auto (Lines) lines = { 0 };
  const EwBucketLine *row[2];
  EwEdit *edit;

  if (!split (diff, &lines, 0, change->from, change->path, name->bucket) ||
      !split (diff, &lines, 1, change->to, change->path, name->bucket))
    return false;
  edit = edit_of (diff, name->board);
  while (take_row (&lines, row))
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
