#include "ew-tree.h"

#include <glib/gi18n-lib.h>

static bool
damaged (GError **error, const char *format, const char *path)
{
  g_autofree char *sentence = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, path);
#pragma GCC diagnostic pop
  g_set_error_literal (error, EW_ERROR, EW_ERROR_DAMAGED, sentence);
  return false;
}

static bool
is_small (git_repository *repo, const git_oid *oid)
{
  g_autoptr (git_odb) odb = NULL;
  git_object_t type;
  size_t size;

  return git_repository_odb (&odb, repo) == 0 &&
         git_odb_read_header (&size, &type, odb, oid) == 0 &&
         size <= EW_BLOB_MAX;
}

git_tree *
ew_tree_open_wide (git_repository *repo, const git_oid *oid, GError **error)
{
  git_tree *tree = NULL;
  char hex[GIT_OID_HEXSZ + 1];

  if (is_small (repo, oid) && git_tree_lookup (&tree, repo, oid) == 0)
    return tree;
  git_oid_tostr (hex, sizeof hex, oid);
  damaged (error,
           _ ("A folder of the workspace (tree %s) cannot be read. Check the "
              "workspace, or join it again from its remote."),
           hex);
  return NULL;
}

git_tree *
ew_tree_open (git_repository *repo, const git_oid *oid, GError **error)
{
  g_autoptr (git_tree) tree = ew_tree_open_wide (repo, oid, error);
  char hex[GIT_OID_HEXSZ + 1];

  if (!tree)
    return NULL;
  if (git_tree_entrycount (tree) <= EW_TREE_ENTRIES_MAX)
    return g_steal_pointer (&tree);
  git_oid_tostr (hex, sizeof hex, oid);
  damaged (error, _ ("A folder of the workspace (tree %s) has too many files."),
           hex);
  return NULL;
}

/* Every object database knows the empty tree without having it. */
#define EMPTY_TREE "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

git_tree *
ew_tree_empty (git_repository *repo, GError **error)
{
  git_tree *tree = NULL;
  git_oid oid;
  int code;

  git_oid_fromstr (&oid, EMPTY_TREE);
  code = git_tree_lookup (&tree, repo, &oid);
  if (code < 0)
    ew_git_fail (error, code, _ ("An empty folder could not be read"));
  return tree;
}

git_tree *
ew_tree_folder (git_repository *repo, const git_tree *root, const char *path,
                GError **error)
{
  EwEntry entry = ew_tree_entry (root, path);

  if (entry.mode != GIT_FILEMODE_TREE)
    return ew_tree_empty (repo, error);
  return ew_tree_open (repo, &entry.oid, error);
}

EwEntry
ew_entry_of (const git_tree_entry *entry)
{
  if (!entry)
    return (EwEntry){ 0 };
  return (EwEntry){ *git_tree_entry_id (entry),
                    git_tree_entry_filemode (entry) };
}

bool
ew_entry_equal (EwEntry a, EwEntry b)
{
  if (a.mode != b.mode)
    return false;
  return a.mode == 0 || git_oid_equal (&a.oid, &b.oid);
}

EwEntry
ew_tree_entry (const git_tree *tree, const char *path)
{
  g_autoptr (git_tree_entry) entry = NULL;

  if (git_tree_entry_bypath (&entry, tree, path) < 0)
    return (EwEntry){ 0 };
  return ew_entry_of (entry);
}

/* Asks for the size first: a file of gigabytes must not come into memory. */
static bool
is_readable (git_odb *odb, const git_oid *oid, const char *path, GError **error)
{
  git_object_t type;
  size_t size;

  if (git_odb_read_header (&size, &type, odb, oid) < 0)
    return damaged (error,
                    _ ("“%s” cannot be read from the repository. Check the "
                       "workspace, or join it again from its remote."),
                    path);
  if (type != GIT_OBJECT_BLOB)
    return damaged (error, _ ("“%s” is not a file."), path);
  if (size > EW_BLOB_MAX)
    return damaged (error, _ ("“%s” is too large to be part of a board."),
                    path);
  return true;
}

static void
free_odb_object (gpointer object)
{
  git_odb_object_free (object);
}

bool
ew_entry_read (git_repository *repo, EwEntry entry, const char *path,
               GBytes **text, GError **error)
{
  g_autoptr (git_odb) odb = NULL;
  git_odb_object *object = NULL;
  int code;

  *text = NULL;
  if (entry.mode == 0) {
    *text = g_bytes_new_static ("", 0);
    return true;
  }
  if (entry.mode != GIT_FILEMODE_BLOB)
    return damaged (error,
                    _ ("“%s” is not a plain file, so it is left alone. "
                       "Replace it by one."),
                    path);
  if ((code = git_repository_odb (&odb, repo)) < 0)
    return ew_git_fail (error, code, _ ("“%s” could not be read"), path);
  if (!is_readable (odb, &entry.oid, path, error))
    return false;
  if (git_odb_read (&object, odb, &entry.oid) < 0)
    return damaged (error, _ ("“%s” is damaged in the repository."), path);
  *text = g_bytes_new_with_free_func (git_odb_object_data (object),
                                      git_odb_object_size (object),
                                      free_odb_object, object);
  return true;
}
