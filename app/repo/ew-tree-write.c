#include "ew-tree-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _EwTreeWrite {
  git_repository *repo;
  GTree *entries; /* path → EwEntry *, by strcmp, so folders lie together */
  GArray *written; /* git_oid */
};

/* The rows of one folder: paths that begin with its name. */
typedef struct {
  EwTreeWrite *write;
  GPtrArray *paths;
  guint begin, end;
  gsize skip; /* length of the folder's own path */
} Rows;

static git_tree *write_folder (Rows *rows, const git_tree *base,
                               GError **error);

static int
compare_paths (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (a, b);
}

EwTreeWrite *
ew_tree_write_new (git_repository *repo)
{
  EwTreeWrite *write = g_new0 (EwTreeWrite, 1);

  write->repo = repo;
  write->entries = g_tree_new_full (compare_paths, NULL, g_free, g_free);
  write->written = g_array_new (FALSE, FALSE, sizeof (git_oid));
  return write;
}

void
ew_tree_write_free (EwTreeWrite *write)
{
  g_tree_unref (write->entries);
  g_array_unref (write->written);
  g_free (write);
}

void
ew_tree_write_put (EwTreeWrite *write, const char *path, EwEntry entry)
{
  g_tree_replace (write->entries, g_strdup (path),
                  g_memdup2 (&entry, sizeof entry));
}

static bool
put_data (EwTreeWrite *write, const char *path, const void *data, gsize size,
          GError **error)
{
  EwEntry entry = { .mode = GIT_FILEMODE_BLOB };
  int code = git_blob_create_from_buffer (&entry.oid, write->repo, data, size);

  if (code < 0)
    return ew_git_fail (error, code, _ ("“%s” could not be saved"), path);
  g_array_append_val (write->written, entry.oid);
  ew_tree_write_put (write, path, entry);
  return true;
}

bool
ew_tree_write_put_text (EwTreeWrite *write, const char *path, const char *text,
                        GError **error)
{
  if (text)
    return put_data (write, path, text, strlen (text), error);
  ew_tree_write_put (write, path, (EwEntry){ 0 });
  return true;
}

bool
ew_tree_write_put_bytes (EwTreeWrite *write, const char *path, GBytes *bytes,
                         GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return put_data (write, path, data ? data : "", size, error);
}

EwEntry
ew_tree_write_at (EwTreeWrite *write, const char *path)
{
  const EwEntry *entry = g_tree_lookup (write->entries, path);

  return entry ? *entry : (EwEntry){ 0 };
}

bool
ew_tree_write_is_empty (const EwTreeWrite *write)
{
  return g_tree_nnodes (write->entries) == 0;
}

static int
put_entry (git_treebuilder *builder, const char *name, EwEntry entry)
{
  if (entry.mode != 0)
    return git_treebuilder_insert (NULL, builder, name, &entry.oid, entry.mode);
  if (git_treebuilder_get (builder, name))
    return git_treebuilder_remove (builder, name);
  return 0;
}

/* How far the rows from @first on lie in the same folder. */
static guint
end_of_folder (const Rows *rows, guint first, gsize length)
{
  const char *path = rows->paths->pdata[first];
  guint i = first + 1;

  while (i < rows->end && !strncmp (path, rows->paths->pdata[i], length))
    i++;
  return i;
}

static git_tree *
open_base (Rows *rows, const git_tree *base, const char *name, GError **error)
{
  const git_tree_entry *entry = git_tree_entry_byname (base, name);

  if (!entry || git_tree_entry_filemode (entry) != GIT_FILEMODE_TREE)
    return ew_tree_empty (rows->write->repo, error);
  return ew_tree_open_wide (rows->write->repo, git_tree_entry_id (entry),
                            error);
}

/* No: a file has just taken the place of an emptied folder. */
static bool
is_folder (git_treebuilder *builder, const char *name)
{
  const git_tree_entry *entry = git_treebuilder_get (builder, name);

  return entry && git_tree_entry_filemode (entry) == GIT_FILEMODE_TREE;
}

static bool
put_folder (Rows *rows, git_treebuilder *builder, const git_tree *base,
            const char *name, GError **error)
{
  g_autoptr (git_tree) old = open_base (rows, base, name, error);
  g_autoptr (git_tree) new = NULL;
  EwEntry entry = { 0 };
  int code;

  if (!old || !(new = write_folder (rows, old, error)))
    return false;
  if (git_tree_entrycount (new) == 0 && !is_folder (builder, name))
    return true;
  if (git_tree_entrycount (new) > 0)
    entry = (EwEntry){ *git_tree_id (new), GIT_FILEMODE_TREE };
  code = put_entry (builder, name, entry);
  return code >= 0 ||
         ew_git_fail (error, code, _ ("The folder “%s” could not be saved"),
                      name);
}

/* Puts what lies at @first: a file, or a folder with all its rows.  Moves
 * @first behind it. */
static bool
put_next (Rows *rows, git_treebuilder *builder, const git_tree *base,
          guint *first, GError **error)
{
  const char *path = rows->paths->pdata[*first];
  const char *name = path + rows->skip;
  const char *slash = strchr (name, '/');
  int code;

  if (slash) {
    g_autofree char *folder = g_strndup (name, slash - name);
    gsize skip = slash + 1 - path;
    Rows inner = { rows->write, rows->paths, *first,
                   end_of_folder (rows, *first, skip), skip };

    *first = inner.end;
    return put_folder (&inner, builder, base, folder, error);
  }
  ++*first;
  code = put_entry (builder, name,
                    *(EwEntry *) g_tree_lookup (rows->write->entries, path));
  return code >= 0 ||
         ew_git_fail (error, code, _ ("“%s” could not be saved"), path);
}

static git_tree *
write_folder (Rows *rows, const git_tree *base, GError **error)
{
  g_autoptr (git_treebuilder) builder = NULL;
  git_tree *tree = NULL;
  git_oid oid;
  int code = git_treebuilder_new (&builder, rows->write->repo, base);

  for (guint i = rows->begin; code >= 0 && i < rows->end;)
    if (!put_next (rows, builder, base, &i, error))
      return NULL;
  if (code >= 0 && git_treebuilder_entrycount (builder) == 0)
    return ew_tree_empty (rows->write->repo, error);
  if (code < 0 || (code = git_treebuilder_write (&oid, builder)) < 0 ||
      (code = git_tree_lookup (&tree, rows->write->repo, &oid)) < 0) {
    ew_git_fail (error, code, _ ("A folder of the board could not be saved"));
    return NULL;
  }
  g_array_append_val (rows->write->written, oid);
  return tree;
}

static gboolean
collect_path (gpointer path, gpointer entry, gpointer paths)
{
  g_ptr_array_add (paths, path);
  return FALSE;
}

git_tree *
ew_tree_write_finish (EwTreeWrite *write, const git_tree *base, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  Rows rows = { write, paths, 0, 0, 0 };

  g_tree_foreach (write->entries, collect_path, paths);
  rows.end = paths->len;
  return write_folder (&rows, base, error);
}

GArray *
ew_tree_write_written (EwTreeWrite *write)
{
  return write->written;
}
