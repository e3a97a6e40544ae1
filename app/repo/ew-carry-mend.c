#include "ew-carry-mend.h"

#include "ew-bucket-put.h"
#include "ew-commit.h"
#include "ew-tree-walk.h"

#include <string.h>

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
  g_autofree char *within = ew_store_path (store, EW_BOARDS_FOLDER);
  g_autoptr (GPtrArray) changes =
      ew_tree_walk (store->repo, sides->base, sides->side[side], within, error);
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

/* --- A part of a board ---------------------------------------------------- */

/* What neither side broke alone is broken between a change of ours and one of
 * theirs.  So all that we changed is looked at, with all it refers to; and only
 * when we removed something, all that they changed: it may refer to that.  The
 * rest of a large board need not be read to know whether any of it is broken.
 */
#define PART_MAX 4096

typedef struct {
  EwStore *store;
  const char *board;
  const git_tree *merged, *base, *ours;
  GHashTable *objects; /* id → EwObject; NULL: it is not there */
  GPtrArray *queue; /* of EwObject, whose references are to be followed */
  bool is_too_much; /* or not laid out as we do it */
  bool has_removed; /* we, something */
} Part;

static void
part_clear (Part *part)
{
  g_clear_pointer (&part->objects, g_hash_table_unref);
  g_clear_pointer (&part->queue, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

/* Takes @object. */
static void
add_object (Part *part, const char *id, EwObject *object)
{
  g_hash_table_insert (part->objects, g_strdup (id), object);
  if (object)
    g_ptr_array_add (part->queue, object);
  part->is_too_much |= g_hash_table_size (part->objects) > PART_MAX;
}

static EwObject *
load_one (const Part *part, const git_tree *root, const char *id)
{
  g_autofree char *path =
      ew_bucket_path (part->store, part->board, ew_bucket_of (id));

  return ew_bucket_load_one (part->store, ew_tree_entry (root, path), path, id);
}

static void
follow (Part *part, const char *id)
{
  if (*id != '\0' && !g_hash_table_contains (part->objects, id))
    add_object (part, id, load_one (part, part->merged, id));
}

static void
follow_anchor_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  follow (data, anchor->object);
}

static void
follow_all (Part *part)
{
  for (guint i = 0; i < part->queue->len && !part->is_too_much; i++) {
    const EwObject *object = part->queue->pdata[i];

    follow (part, object->parent);
    ew_object_each_anchor (object, follow_anchor_cb, part);
  }
}

static void
add_line (Part *part, const EwBucketLine *line)
{
  EwObject *object =
      ew_object_from_json (line->text, (gssize) line->length, NULL);

  if (object && !g_hash_table_contains (part->objects, object->id))
    add_object (part, object->id, object);
  else
    ew_object_unref (object);
}

static void
add_changed (Part *part, const EwTreeChange *change, guint bucket)
{
  const EwEntry entries[] = { change->from, change->to };
  g_auto (EwBucketRows) rows = { 0 };
  const EwBucketLine *row[2];

  part->is_too_much |=
      !ew_bucket_open_both (part->store, entries, change->path, bucket, &rows);
  while (!part->is_too_much && ew_bucket_rows_next (&rows, row))
    if (row[1] && !ew_bucket_line_equal (row[0], row[1]))
      add_line (part, row[1]);
}

/* As it came out of the merge: as ours, unless they changed the file too. */
static void
add_ours (Part *part, const EwTreeChange *change, const EwObject *ours)
{
  EwEntry merged = ew_tree_entry (part->merged, change->path);

  if (g_hash_table_contains (part->objects, ours->id))
    return;
  add_object (part, ours->id,
              ew_entry_equal (merged, change->to)
                  ? ew_object_ref (ours)
                  : load_one (part, part->merged, ours->id));
}

static void
add_own (Part *part, const EwTreeChange *change, guint bucket)
{
  g_autoptr (EwEdit) edit = ew_bucket_changes (
      part->store, change->from, change->to, change->path, bucket);

  part->is_too_much |= edit == NULL;
  for (guint i = 0; edit && i < ew_edit_size (edit); i++) {
    const EwObject *after = ew_edit_at (edit, i)->after;

    if (after)
      add_ours (part, change, after);
    else
      part->has_removed = true;
  }
}

typedef void (*AddFunc) (Part *part, const EwTreeChange *change, guint bucket);

static void
add_buckets (Part *part, const git_tree *to, AddFunc add)
{
  g_autofree char *within = ew_board_path (part->store, part->board, NULL);
  g_autoptr (GPtrArray) changes =
      ew_tree_walk (part->store->repo, part->base, to, within, NULL);

  part->is_too_much |= changes == NULL;
  for (guint i = 0; changes && i < changes->len; i++) {
    const EwTreeChange *change = changes->pdata[i];
    g_auto (EwFileName) name = ew_file_name_parse (part->store, change->path);

    if (name.role == EW_FILE_BUCKET && g_str_equal (name.board, part->board))
      add (part, change, name.bucket);
  }
}

static bool
part_fill (Part *part)
{
  add_buckets (part, part->ours, add_own);
  if (part->has_removed)
    add_buckets (part, part->merged, add_changed);
  follow_all (part);
  return !part->is_too_much;
}

/* What is not there any more, as the base had it: where was it? */
static EwBoard *
places_of (const Part *part)
{
  g_autoptr (GPtrArray) objects = ew_objects_new ();
  GHashTableIter iter;
  gpointer id, object;

  g_hash_table_iter_init (&iter, part->objects);
  while (g_hash_table_iter_next (&iter, &id, &object)) {
    EwObject *was =
        object ? ew_object_ref (object) : load_one (part, part->base, id);

    if (was)
      g_ptr_array_add (objects, was);
  }
  return ew_board_new_with (part->board, objects);
}

static EwEdit *
mend_part (const Part *part)
{
  g_autoptr (GPtrArray) objects = ew_objects_new ();
  g_autoptr (EwBoard) board = NULL;
  g_autoptr (EwBoard) places = places_of (part);

  for (guint i = 0; i < part->queue->len; i++)
    g_ptr_array_add (objects, ew_object_ref (part->queue->pdata[i]));
  board = ew_board_new_with (part->board, objects);
  return ew_board_mend (board, places, NULL, NULL);
}

/* --- A whole board -------------------------------------------------------- */

/* A board of which only a part can be read is not judged as a whole. */
static EwEdit *
mend_whole (EwStore *store, const EwCarrySides *sides, const git_tree *merged,
            const char *id)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwBoard) now = load (store, merged, id, faults);
  g_autoptr (EwBoard) base = NULL;
  g_autoptr (EwBoard) ours = NULL;
  g_autoptr (EwBoard) theirs = NULL;

  if (!now || ew_faults_have (faults, EW_FAULT_DAMAGE))
    return ew_edit_new ("");
  base = load (store, sides->base, id, faults);
  ours = load (store, sides->side[EW_SIDE_OURS], id, faults);
  theirs = load (store, sides->side[EW_SIDE_THEIRS], id, faults);
  return ew_merge_mend (now, base, (const EwBoard *const[]){ ours, theirs });
}

/* Whether work brings it back is a question about the board as a whole. */
static bool
is_deleted (EwStore *store, const git_tree *merged, const char *id)
{
  g_autofree char *path = ew_board_path (store, id, "board.json");
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwObject) self =
      ew_board_self_load (store, ew_tree_entry (merged, path), path, faults);

  return ew_merge_is_deleted (self);
}

static EwEdit *
find_mend (EwStore *store, const EwCarrySides *sides, const git_tree *merged,
           const char *id)
{
  g_auto (Part) part = {
    .store = store,
    .board = id,
    .merged = merged,
    .base = sides->base,
    .ours = sides->side[EW_SIDE_OURS],
    .objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) ew_object_unref),
    .queue = g_ptr_array_new (),
  };

  if (!is_deleted (store, merged, id) && part_fill (&part))
    return mend_part (&part);
  return mend_whole (store, sides, merged, id);
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
