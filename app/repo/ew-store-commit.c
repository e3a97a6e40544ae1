#include "ew-store-private.h"

#include "ew-assets-private.h"
#include "ew-board-files.h"
#include "ew-board-file.h"
#include "ew-bucket-put.h"
#include "ew-commit.h"
#include "ew-id.h"
#include "ew-kinds.h"
#include "ew-merge.h"

#include <glib/gi18n-lib.h>

/* All pending work of one board, laid out over a tip. */
typedef struct {
  EwStore *store;
  const git_tree *root;
  EwTreeWrite *files;
  EwMergeTimes times;
  const char *board;
} Target;

EwBoardEdit *
ew_board_edit_new (const char *board, EwEdit *edit)
{
  EwBoardEdit *pending = g_new (EwBoardEdit, 1);

  g_return_val_if_fail (board && edit, NULL);

  *pending = (EwBoardEdit){ g_strdup (board), ew_edit_ref (edit) };
  return pending;
}

void
ew_board_edit_free (EwBoardEdit *edit)
{
  if (!edit)
    return;
  g_free (edit->board);
  ew_edit_unref (edit->edit);
  g_free (edit);
}

/* Returns: (transfer full): board → one EwEdit that does what all did. */
static GHashTable *
join_edits (GPtrArray *edits)
{
  GHashTable *joined = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                              (GDestroyNotify) ew_edit_unref);

  for (guint i = 0; i < edits->len; i++) {
    const EwBoardEdit *pending = edits->pdata[i];
    EwEdit *edit = g_hash_table_lookup (joined, pending->board);

    if (!edit) {
      edit = ew_edit_new ("");
      g_hash_table_insert (joined, pending->board, edit);
    }
    ew_edit_append (edit, pending->edit);
  }
  return joined;
}

static bool
put_bucket (const Target *target, guint bucket, GPtrArray *changes,
            GError **error)
{
  g_autofree char *path = ew_bucket_path (target->store, target->board, bucket);
  EwBucketPut put = { target->store, target->files,
                      target->times, path,
                      bucket,        ew_tree_entry (target->root, path) };

  return ew_bucket_put (&put, changes, error);
}

/* Returns: (transfer full): bucket → EwChange *, the board's own left out. */
static GHashTable *
sort_into_buckets (const EwEdit *edit)
{
  GHashTable *buckets = g_hash_table_new_full (
      NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < ew_edit_size (edit); i++) {
    const EwChange *change = ew_edit_at (edit, i);
    gpointer key;
    GPtrArray *changes;

    if (g_str_equal (change->id, EW_BOARD_SELF))
      continue;
    key = GUINT_TO_POINTER (ew_bucket_of (change->id));
    changes = g_hash_table_lookup (buckets, key);
    if (!changes) {
      changes = g_ptr_array_new ();
      g_hash_table_insert (buckets, key, changes);
    }
    g_ptr_array_add (changes, (gpointer) change);
  }
  return buckets;
}

static bool
put_buckets (const Target *target, const EwEdit *edit, GError **error)
{
  g_autoptr (GHashTable) buckets = sort_into_buckets (edit);
  GHashTableIter iter;
  gpointer bucket, changes;

  g_hash_table_iter_init (&iter, buckets);
  while (g_hash_table_iter_next (&iter, &bucket, &changes))
    if (!put_bucket (target, GPOINTER_TO_UINT (bucket), changes, error))
      return false;
  return true;
}

/* Also looks at a board.json that does not change: a board that a newer version
 * keeps for itself, or a damaged one, is not written at all. */
static bool
put_self (const Target *target, const EwEdit *edit, GError **error)
{
  g_autofree char *path =
      ew_board_path (target->store, target->board, "board.json");
  EwEntry entry = ew_tree_entry (target->root, path);
  const EwChange *change = ew_edit_find (edit, EW_BOARD_SELF);
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwObject) theirs = NULL;
  g_autoptr (EwObject) self = NULL;
  g_autofree char *text = NULL;

  theirs = ew_board_self_load (target->store, entry, path, faults);
  if (!ew_faults_allow_writing (faults, error))
    return false;
  if (!change && theirs)
    return true;
  self = change ? ew_change_settle (change, theirs, &target->times)
                : ew_object_new (&ew_kind_board, EW_BOARD_SELF);
  text = self ? ew_board_file_write (self) : NULL;
  return ew_tree_write_put_text (target->files, path, text, error);
}

static bool
put_board (const Target *target, const EwEdit *edit, GError **error)
{
  if (!ew_id_is_valid (target->board)) {
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("“%s” cannot be the id of a board."), target->board);
    return false;
  }
  if (ew_edit_is_empty (edit))
    return true;
  return put_self (target, edit, error) && put_buckets (target, edit, error) &&
         ew_assets_put (target->store, target->root, target->files, edit,
                        error);
}

bool
ew_store_may_write (EwStore *store, const git_tree *root, GError **error)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();

  ew_workspace_is_newer (store, root, faults);
  return ew_faults_allow_writing (faults, error);
}

static bool
fill_edits (EwStore *store, const git_commit *tip, const git_tree *root,
            EwTreeWrite *files, gpointer data, GError **error)
{
  Target target = { store, root, files, { { 0 } }, NULL };
  GHashTableIter iter;
  gpointer board, edit;

  target.times.time[EW_SIDE_OURS] = g_get_real_time () / G_USEC_PER_SEC;
  if (tip)
    target.times.time[EW_SIDE_THEIRS] = git_commit_author (tip)->when.time;
  if (!ew_store_may_write (store, root, error))
    return false;
  g_hash_table_iter_init (&iter, data);
  while (g_hash_table_iter_next (&iter, &board, &edit)) {
    target.board = board;
    if (!put_board (&target, edit, error))
      return false;
  }
  return true;
}

bool
ew_edit_put (EwStore *store, const git_tree *root, EwTreeWrite *files,
             const EwBoardEdit *edit, GError **error)
{
  Target target = { store, root, files, { { 0 } }, edit->board };

  return put_board (&target, edit->edit, error);
}

static void
settle_assets (EwStore *store, GHashTable *joined)
{
  GHashTableIter iter;
  gpointer edit;

  g_hash_table_iter_init (&iter, joined);
  while (g_hash_table_iter_next (&iter, NULL, &edit))
    ew_assets_settle (store, edit);
}

char *
ew_store_commit (EwStore *store, GPtrArray *edits, const char *message,
                 GError **error)
{
  g_autoptr (GHashTable) joined = NULL;
  char *tip;

  g_return_val_if_fail (store && edits && message, NULL);

  joined = join_edits (edits);
  tip = ew_commit_onto_tip (store, fill_edits, joined, message, error);
  if (tip)
    settle_assets (store, joined);
  return tip;
}
