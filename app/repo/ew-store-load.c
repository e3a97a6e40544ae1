#include "ew-store-private.h"

#include "ew-board-files.h"
#include "ew-bucket.h"
#include "ew-id.h"
#include "ew-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PARSERS_MAX 4

void
ew_board_entry_free (EwBoardEntry *entry)
{
  if (!entry)
    return;
  g_free (entry->id);
  g_clear_pointer (&entry->self, ew_object_unref);
  g_free (entry);
}

static bool
is_board (const git_tree *tree)
{
  return ew_tree_entry (tree, "board.json").mode != 0 ||
         ew_tree_entry (tree, "objects").mode == GIT_FILEMODE_TREE;
}

static EwBoardEntry *
load_entry (EwStore *store, const char *id, const git_tree *tree)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  EwBoardEntry *entry = g_new0 (EwBoardEntry, 1);

  entry->id = g_strdup (id);
  entry->self = ew_board_self_load (store, ew_tree_entry (tree, "board.json"),
                                    "board.json", faults);
  return entry;
}

static void
add_entry (EwStore *store, const git_tree_entry *entry, GPtrArray *entries)
{
  const char *id = git_tree_entry_name (entry);
  g_autoptr (git_tree) tree = NULL;

  if (git_tree_entry_filemode (entry) != GIT_FILEMODE_TREE ||
      !ew_id_is_valid (id))
    return;
  tree = ew_tree_open (store->repo, git_tree_entry_id (entry), NULL);
  /* One that cannot be read at all is listed too: it is somebody's board. */
  if (!tree)
    g_ptr_array_add (entries, g_memdup2 (&(EwBoardEntry){ g_strdup (id), NULL },
                                         sizeof (EwBoardEntry)));
  else if (is_board (tree))
    g_ptr_array_add (entries, load_entry (store, id, tree));
}

static const char *
title_of (const EwBoardEntry *entry)
{
  return entry->self ? ew_object_get_string (entry->self, "title") : "";
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const EwBoardEntry *left = *(EwBoardEntry **) a;
  const EwBoardEntry *right = *(EwBoardEntry **) b;
  int order = g_utf8_collate (title_of (left), title_of (right));

  return order ? order : strcmp (left->id, right->id);
}

static git_tree *
open_folder (EwStore *store, const git_tree *root, GError **error)
{
  g_autofree char *path = ew_store_path (store, EW_BOARDS_FOLDER);

  return ew_tree_folder (store->repo, root, path, error);
}

GPtrArray *
ew_store_list (EwStore *store, const char *rev, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (git_tree) root = NULL;
  g_autoptr (git_tree) folder = NULL;

  g_return_val_if_fail (store, NULL);

  if (!(root = ew_store_tree (store, rev, error)) ||
      !(folder = open_folder (store, root, error)))
    return NULL;
  entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_board_entry_free);
  for (gsize i = 0; i < git_tree_entrycount (folder); i++)
    add_entry (store, git_tree_entry_byindex (folder, i), entries);
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}

typedef struct {
  EwStore *store;
  const char *board;
  GPtrArray *objects, *strays, *faults;
  GCancellable *cancellable;
  const EwKind *only; /* NULL: objects of every kind */
} Load;

/* One bucket.  Read on the thread that has the repository, parsed on any. */
typedef struct {
  guint bucket;
  char *path;
  GBytes *bytes;
  GPtrArray *found, *faults;
} Bucket;

static void
bucket_free (Bucket *bucket)
{
  g_free (bucket->path);
  g_clear_pointer (&bucket->bytes, g_bytes_unref);
  g_ptr_array_unref (bucket->found);
  g_clear_pointer (&bucket->faults, g_ptr_array_unref);
  g_free (bucket);
}

static Bucket *
open_bucket (Load *load, const git_tree_entry *entry)
{
  Bucket *bucket;
  guint number;

  if (!ew_bucket_parse_name (git_tree_entry_name (entry), &number))
    return NULL;
  bucket = g_new (Bucket, 1);
  *bucket = (Bucket){ number, ew_bucket_path (load->store, load->board, number),
                      NULL, ew_objects_new (), ew_faults_new () };
  bucket->bytes = ew_bucket_open (load->store, ew_entry_of (entry),
                                  bucket->path, bucket->faults);
  return bucket;
}

static void
parse_bucket (gpointer data, gpointer load)
{
  Bucket *bucket = data;
  const EwKind *only = ((const Load *) load)->only;

  if (!bucket->bytes)
    return;
  if (only)
    ew_bucket_read_kind (bucket->bucket, bucket->bytes, bucket->path, only,
                         bucket->found, bucket->faults);
  else
    ew_bucket_read (bucket->bucket, ew_bytes_text (bucket->bytes),
                    g_bytes_get_size (bucket->bytes), bucket->path,
                    bucket->found, bucket->faults);
  g_clear_pointer (&bucket->bytes, g_bytes_unref);
}

/* What lies in a bucket where it does not belong comes last: of two objects
 * with one id, the one in its place stays.  Where that is so, there is a
 * fault. */
static void
sort_out (Load *load, Bucket *bucket)
{
  for (guint i = 0; i < bucket->found->len; i++) {
    EwObject *object = bucket->found->pdata[i];
    bool is_home =
        bucket->faults->len == 0 || ew_bucket_of (object->id) == bucket->bucket;

    if (!load->only || object->kind == load->only)
      g_ptr_array_add (is_home ? load->objects : load->strays,
                       ew_object_ref (object));
  }
  g_ptr_array_extend_and_steal (load->faults,
                                g_steal_pointer (&bucket->faults));
}

static gpointer
keep_object (gconstpointer object, gpointer data)
{
  return ew_object_ref (object);
}

/* Reading goes on while others parse. */
static bool
read_buckets (Load *load, const git_tree *tree, GPtrArray *buckets,
              GError **error)
{
  GThreadPool *pool = g_thread_pool_new (
      parse_bucket, load, (int) MIN (g_get_num_processors (), PARSERS_MAX),
      FALSE, NULL);
  bool go_on = true;

  for (gsize i = 0; i < git_tree_entrycount (tree) && go_on; i++) {
    Bucket *bucket = open_bucket (load, git_tree_entry_byindex (tree, i));

    if (bucket) {
      g_ptr_array_add (buckets, bucket);
      g_thread_pool_push (pool, bucket, NULL);
    }
    go_on = !ew_is_cancelled (load->cancellable, error);
  }
  g_thread_pool_free (pool, !go_on, TRUE);
  return go_on;
}

static bool
load_buckets (Load *load, const git_tree *tree, GError **error)
{
  g_autoptr (GPtrArray) buckets =
      g_ptr_array_new_with_free_func ((GDestroyNotify) bucket_free);

  if (!read_buckets (load, tree, buckets, error))
    return false;
  for (guint i = 0; i < buckets->len; i++)
    sort_out (load, buckets->pdata[i]);
  g_ptr_array_extend (load->objects, load->strays, keep_object, NULL);
  return true;
}

static void
load_self (Load *load, const git_tree *tree)
{
  g_autofree char *path =
      ew_board_path (load->store, load->board, "board.json");
  EwEntry entry = ew_tree_entry (tree, "board.json");
  EwObject *self = ew_board_self_load (load->store, entry, path, load->faults);

  if (self)
    g_ptr_array_add (load->objects, self);
  else if (entry.mode == 0)
    ew_faults_add (load->faults, EW_FAULT_WARNING, path, 0, EW_BOARD_SELF,
                   _ ("The board’s own file is missing, so it has no title. "
                      "Give it one."));
}

/* Objects that cannot even be looked for leave a board that still opens. */
static bool
load_objects (Load *load, const git_tree *tree, GError **error)
{
  EwEntry entry = ew_tree_entry (tree, "objects");
  g_autofree char *path = ew_board_path (load->store, load->board, "objects");
  g_autoptr (GError) reason = NULL;
  g_autoptr (git_tree) folder = NULL;

  if (entry.mode == 0)
    return true;
  if (entry.mode == GIT_FILEMODE_TREE)
    folder = ew_tree_open (load->store->repo, &entry.oid, &reason);
  if (folder)
    return load_buckets (load, folder, error);
  ew_faults_add (load->faults, EW_FAULT_DAMAGE, path, 0, "", "%s",
                 reason ? reason->message : _ ("This is not a folder."));
  return true;
}

static void
report_mend (const EwObject *object, const char *sentence, gpointer data)
{
  Load *load = data;
  g_autofree char *path = NULL;

  path = ew_bucket_path (load->store, load->board, ew_bucket_of (object->id));
  ew_faults_add (load->faults, EW_FAULT_WARNING, path, 0, object->id, "%s",
                 sentence);
}

void
ew_board_mend_loaded (EwStore *store, EwBoard *board, GPtrArray *faults)
{
  Load load = { .store = store,
                .board = ew_board_id (board),
                .faults = faults };
  g_autoptr (EwEdit) mend = ew_board_mend (board, NULL, report_mend, &load);

  if (!ew_edit_is_empty (mend))
    ew_notice_free (ew_board_apply (board, mend));
}

static git_tree *
open_board (EwStore *store, const git_tree *root, const char *board,
            GError **error)
{
  g_autofree char *path = NULL;
  EwEntry entry = { 0 };

  if (ew_id_is_valid (board)) {
    path = ew_board_path (store, board, NULL);
    entry = ew_tree_entry (root, path);
  }
  if (entry.mode == GIT_FILEMODE_TREE)
    return ew_tree_open (store->repo, &entry.oid, error);
  g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
               _ ("There is no board “%s” in this version."), board);
  return NULL;
}

EwBoard *
ew_board_load_tree (EwStore *store, const git_tree *root, const char *board,
                    GPtrArray *faults, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) objects = ew_objects_new ();
  g_autoptr (GPtrArray) strays = ew_objects_new ();
  g_autoptr (git_tree) tree = open_board (store, root, board, error);
  Load load = { store, board, objects, strays, faults, cancellable, NULL };

  if (!tree)
    return NULL;
  ew_workspace_is_newer (store, root, faults);
  load_self (&load, tree);
  if (!load_objects (&load, tree, error))
    return NULL;
  return ew_board_new_with (board, objects);
}

EwBoard *
ew_store_load (EwStore *store, const char *rev, const char *board,
               GPtrArray *faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (git_tree) root = NULL;
  EwBoard *loaded;

  g_return_val_if_fail (store && board && faults, NULL);

  root = ew_store_tree (store, rev, error);
  if (!root)
    return NULL;
  loaded = ew_board_load_tree (store, root, board, faults, cancellable, error);
  if (loaded)
    ew_board_mend_loaded (store, loaded, faults);
  return loaded;
}

GPtrArray *
ew_store_load_kind (EwStore *store, const char *rev, const char *board,
                    const EwKind *kind, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) objects = ew_objects_new ();
  g_autoptr (GPtrArray) strays = ew_objects_new ();
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (git_tree) root = NULL;
  g_autoptr (git_tree) tree = NULL;
  Load load = { store, board, objects, strays, faults, cancellable, kind };

  g_return_val_if_fail (store && board && kind, NULL);

  if (!(root = ew_store_tree (store, rev, error)) ||
      !(tree = open_board (store, root, board, error)) ||
      !load_objects (&load, tree, error))
    return NULL;
  return g_steal_pointer (&objects);
}
