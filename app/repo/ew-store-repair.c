#include "ew-store-private.h"

#include "ew-board-files.h"
#include "ew-board-file.h"
#include "ew-bucket.h"
#include "ew-commit.h"
#include "ew-kinds.h"

#include <glib/gi18n-lib.h>

/* Everything that lies in the board's folder of objects goes, so that only what
 * is written anew stays. */
static bool
clear_objects (EwStore *store, const git_tree *root, const char *board,
               EwTreeWrite *files, GError **error)
{
  g_autofree char *path = ew_board_path (store, board, "objects");
  EwEntry entry = ew_tree_entry (root, path);
  g_autoptr (git_tree) folder = NULL;

  if (entry.mode == 0)
    return true;
  if (entry.mode != GIT_FILEMODE_TREE) {
    ew_tree_write_put (files, path, (EwEntry){ 0 });
    return true;
  }
  folder = ew_tree_open (store->repo, &entry.oid, error);
  for (gsize i = 0; folder && i < git_tree_entrycount (folder); i++) {
    const git_tree_entry *one = git_tree_entry_byindex (folder, i);
    g_autofree char *file =
        g_strconcat (path, "/", git_tree_entry_name (one), NULL);

    ew_tree_write_put (files, file, (EwEntry){ 0 });
  }
  return folder != NULL;
}

static bool
write_buckets (EwStore *store, const EwBoard *board, EwTreeWrite *files,
               GError **error)
{
  g_autoptr (GPtrArray) buckets =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < EW_BUCKETS; i++)
    g_ptr_array_add (buckets, g_ptr_array_new ());
  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);

    g_ptr_array_add (buckets->pdata[ew_bucket_of (object->id)],
                     (gpointer) object);
  }
  for (guint i = 0; i < EW_BUCKETS; i++) {
    g_autofree char *path = ew_bucket_path (store, ew_board_id (board), i);
    GPtrArray *objects = buckets->pdata[i];
    g_autofree char *text =
        objects->len > 0 ? ew_bucket_write (i, objects) : NULL;

    if (text && !ew_tree_write_put_text (files, path, text, error))
      return false;
  }
  return true;
}

static bool
write_self (EwStore *store, const EwBoard *board, EwTreeWrite *files,
            GError **error)
{
  g_autofree char *path =
      ew_board_path (store, ew_board_id (board), "board.json");
  const EwObject *self = ew_board_self (board);
  g_autoptr (EwObject) made = NULL;
  g_autofree char *text = NULL;

  if (!self) {
    made = ew_object_new (&ew_kind_board, EW_BOARD_SELF);
    ew_object_set_string (made, "title", _ ("Recovered board"));
    self = made;
  }
  text = ew_board_file_write (self);
  return ew_tree_write_put_text (files, path, text, error);
}

static bool
refuse_newer (GPtrArray *faults, GError **error)
{
  if (!ew_faults_have (faults, EW_FAULT_NEWER))
    return true;
  for (guint i = 0; i < faults->len; i++) {
    const EwFault *fault = faults->pdata[i];

    if (fault->level == EW_FAULT_NEWER)
      g_set_error_literal (error, EW_ERROR, EW_ERROR_NEWER, fault->sentence);
    if (fault->level == EW_FAULT_NEWER)
      return false;
  }
  return true;
}

static bool
fill_repaired (EwStore *store, const git_commit *tip, const git_tree *root,
               EwTreeWrite *files, gpointer id, GError **error)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (EwBoard) board = NULL;

  board = ew_board_load_tree (store, root, id, faults, NULL, error);
  if (board)
    ew_board_mend_loaded (store, board, faults);
  return board && refuse_newer (faults, error) &&
         clear_objects (store, root, id, files, error) &&
         write_buckets (store, board, files, error) &&
         write_self (store, board, files, error);
}

bool
ew_store_repair (EwStore *store, const char *board, GError **error)
{
  g_autofree char *tip = NULL;

  g_return_val_if_fail (store && board, false);

  tip = ew_commit_onto_tip (store, fill_repaired, (gpointer) board,
                            "Repair a damaged board", error);
  return tip != NULL;
}
