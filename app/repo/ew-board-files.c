#define _GNU_SOURCE /* memmem() */
#include "ew-board-files.h"

#include "ew-board-file.h"
#include "ew-bucket.h"
#include "ew-id.h"
#include "ew-workspace-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

bool
ew_bucket_parse_name (const char *name, guint *bucket)
{
  if (strlen (name) != 7 || strcmp (name + 2, ".json") != 0)
    return false;
  if (!strchr ("0123456789abcdef", name[0]) ||
      !strchr ("0123456789abcdef", name[1]))
    return false;
  *bucket =
      g_ascii_xdigit_value (name[0]) * 16 + g_ascii_xdigit_value (name[1]);
  return true;
}

/* Returns: what of @path is inside the folder of the workspace, or NULL. */
static const char *
inside_folder (EwStore *store, const char *path)
{
  gsize length = strlen (store->folder);

  if (length == 0)
    return path;
  if (strncmp (path, store->folder, length) != 0 || path[length] != '/')
    return NULL;
  return path + length + 1;
}

static const char *
inside_boards (const char *inside)
{
  const char *prefix = EW_BOARDS_FOLDER "/";

  return g_str_has_prefix (inside, prefix) ? inside + strlen (prefix) : NULL;
}

static EwFileRole
role_in_board (const char *file, guint *bucket)
{
  if (strcmp (file, "board.json") == 0)
    return EW_FILE_BOARD;
  if (g_str_has_prefix (file, "objects/") &&
      ew_bucket_parse_name (file + strlen ("objects/"), bucket))
    return EW_FILE_BUCKET;
  return EW_FILE_OTHER;
}

EwFileName
ew_file_name_parse (EwStore *store, const char *path)
{
  const char *inside = inside_folder (store, path);
  const char *below = inside ? inside_boards (inside) : NULL;
  const char *slash = below ? strchr (below, '/') : NULL;
  g_autofree char *board = NULL;
  EwFileName name = { EW_FILE_OTHER, NULL, 0 };

  if (g_strcmp0 (inside, EW_WORKSPACE_FILE) == 0)
    name.role = EW_FILE_WORKSPACE;
  if (!slash)
    return name;
  board = g_strndup (below, slash - below);
  if (!ew_id_is_valid (board))
    return name;
  name.role = role_in_board (slash + 1, &name.bucket);
  name.board = g_steal_pointer (&board);
  return name;
}

void
ew_file_name_clear (EwFileName *name)
{
  g_clear_pointer (&name->board, g_free);
}

char *
ew_board_path (EwStore *store, const char *board, const char *file)
{
  g_autofree char *boards = ew_store_path (store, EW_BOARDS_FOLDER);

  return g_strjoin ("/", boards, board, file, NULL);
}

char *
ew_bucket_path (EwStore *store, const char *board, guint bucket)
{
  g_autofree char *file = ew_bucket_file (bucket);

  return ew_board_path (store, board, file);
}

/* Returns: (nullable): NULL, with a fault, when there is no reading it. */
static GBytes *
load_text (EwStore *store, EwEntry entry, const char *path, GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  GBytes *text = NULL;

  if (!ew_entry_read (store->repo, entry, path, &text, &error))
    ew_faults_add (faults, EW_FAULT_DAMAGE, path, 0, "", "%s", error->message);
  return text;
}

const char *
ew_bytes_text (GBytes *bytes)
{
  const char *text = g_bytes_get_data (bytes, NULL);

  return text ? text : "";
}

GBytes *
ew_bucket_open (EwStore *store, EwEntry entry, const char *path,
                GPtrArray *faults)
{
  return entry.mode == 0 ? NULL : load_text (store, entry, path, faults);
}

void
ew_bucket_load (EwStore *store, EwEntry entry, const char *path,
                GPtrArray *objects, GPtrArray *faults)
{
  g_autoptr (GBytes) bytes = ew_bucket_open (store, entry, path, faults);
  guint bucket;

  if (bytes && ew_bucket_parse_name (strrchr (path, '/') + 1, &bucket))
    ew_bucket_read (bucket, ew_bytes_text (bytes), g_bytes_get_size (bytes),
                    path, objects, faults);
}

/* Without parsing: whether a line may hold an object that says @words. */
static bool
may_say (const EwBucketLine *line, const char *words)
{
  return memmem (line->text, line->length, words, strlen (words)) != NULL;
}

static void
read_lines_of (GArray *lines, const EwKind *kind, GPtrArray *objects)
{
  g_autofree char *words = g_strdup_printf ("\"kind\":\"%s\"", kind->name);

  for (guint i = 0; i < lines->len; i++) {
    const EwBucketLine *line = &g_array_index (lines, EwBucketLine, i);
    EwObject *object =
        may_say (line, words)
            ? ew_object_from_json (line->text, (gssize) line->length, NULL)
            : NULL;

    if (object)
      g_ptr_array_add (objects, object);
  }
}

void
ew_bucket_read_kind (guint bucket, GBytes *bytes, const char *path,
                     const EwKind *kind, GPtrArray *objects, GPtrArray *faults)
{
  const char *text = ew_bytes_text (bytes);
  gsize length = g_bytes_get_size (bytes);
  g_autoptr (GArray) lines = ew_bucket_split (bucket, text, length);

  if (lines)
    read_lines_of (lines, kind, objects);
  else
    ew_bucket_read (bucket, text, length, path, objects, faults);
}

bool
ew_bucket_open_both (EwStore *store, const EwEntry entries[2], const char *path,
                     guint bucket, EwBucketRows *rows)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  GBytes **bytes[] = { &before, &after };

  *rows = (EwBucketRows){ 0 };
  for (int i = 0; i < 2; i++)
    if (entries[i].mode != 0 &&
        !ew_entry_read (store->repo, entries[i], path, bytes[i], NULL))
      return false;
  return ew_bucket_rows_begin (rows, bucket, (GBytes *[]){ before, after }, 2);
}

/* Reads them all: the file is not laid out as we do it. */
static EwObject *
search_bucket (GBytes *bytes, guint bucket, const char *path, const char *id)
{
  g_autoptr (GPtrArray) objects = ew_objects_new ();
  g_autoptr (GPtrArray) faults = ew_faults_new ();

  ew_bucket_read (bucket, ew_bytes_text (bytes), g_bytes_get_size (bytes), path,
                  objects, faults);
  for (guint i = 0; i < objects->len; i++)
    if (g_str_equal (((EwObject *) objects->pdata[i])->id, id))
      return ew_object_ref (objects->pdata[i]);
  return NULL;
}

EwObject *
ew_bucket_load_one (EwStore *store, EwEntry entry, const char *path,
                    const char *id)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) lines = NULL;
  const EwBucketLine *line;
  guint bucket;

  if (entry.mode == 0 ||
      !ew_bucket_parse_name (strrchr (path, '/') + 1, &bucket) ||
      !ew_entry_read (store->repo, entry, path, &bytes, NULL))
    return NULL;
  lines =
      ew_bucket_split (bucket, ew_bytes_text (bytes), g_bytes_get_size (bytes));
  if (!lines)
    return search_bucket (bytes, bucket, path, id);
  line = ew_bucket_lines_find (lines, id);
  return line ? ew_object_from_json (line->text, line->length, NULL) : NULL;
}

EwObject *
ew_board_self_load (EwStore *store, EwEntry entry, const char *path,
                    GPtrArray *faults)
{
  g_autoptr (GBytes) bytes = NULL;

  if (entry.mode == 0)
    return NULL;
  bytes = load_text (store, entry, path, faults);
  if (!bytes)
    return NULL;
  return ew_board_file_read (ew_bytes_text (bytes), g_bytes_get_size (bytes),
                             path, faults);
}

char *
ew_workspace_load (EwStore *store, const git_tree *root, GPtrArray *faults)
{
  g_autofree char *path = ew_store_path (store, EW_WORKSPACE_FILE);
  EwEntry entry = ew_tree_entry (root, path);
  g_autoptr (GBytes) bytes = NULL;
  EwWorkspaceFile file = { 0 };
  g_autofree char *name = NULL;

  if (entry.mode == 0)
    return g_strdup ("");
  bytes = load_text (store, entry, path, faults);
  if (!bytes)
    return NULL;
  if (ew_workspace_file_read (ew_bytes_text (bytes), g_bytes_get_size (bytes),
                              &file, faults))
    name = g_strdup (file.name ? file.name : "");
  ew_workspace_file_clear (&file);
  return g_steal_pointer (&name);
}

bool
ew_workspace_is_newer (EwStore *store, const git_tree *root, GPtrArray *faults)
{
  g_autoptr (GPtrArray) found = ew_faults_new ();
  g_autofree char *name = ew_workspace_load (store, root, found);

  for (guint i = 0; i < found->len; i++) {
    EwFault *fault = found->pdata[i];

    if (fault->level != EW_FAULT_NEWER)
      continue;
    ew_faults_add (faults, EW_FAULT_NEWER, fault->file, fault->line, "", "%s",
                   fault->sentence);
    return true;
  }
  return false;
}

GPtrArray *
ew_objects_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
}

GHashTable *
ew_objects_by_id (GPtrArray *objects)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < objects->len; i++) {
    EwObject *object = objects->pdata[i];

    if (!g_hash_table_contains (by_id, object->id))
      g_hash_table_insert (by_id, object->id, object);
  }
  return by_id;
}

bool
ew_faults_allow_writing (GPtrArray *faults, GError **error)
{
  for (guint i = 0; i < faults->len; i++) {
    const EwFault *fault = faults->pdata[i];
    g_autofree char *sentence = NULL;

    if (fault->level < EW_FAULT_DAMAGE)
      continue;
    sentence = ew_fault_to_string (fault);
    g_set_error_literal (error, EW_ERROR,
                         fault->level == EW_FAULT_NEWER ? EW_ERROR_NEWER
                                                        : EW_ERROR_DAMAGED,
                         sentence);
    return false;
  }
  return true;
}
