#include "ew-store-find.h"

#include "ew-tree.h"

#define FOLDERS_MAX 20000

/* Folders wait in a list: the nearest are looked into first. */
typedef struct {
  git_oid oid;
  char *path;
  guint depth;
} Folder;

typedef struct {
  git_repository *repo;
  GPtrArray *found;
  GArray *todo; /* of Folder */
} Find;

static void
clear_folder (gpointer data)
{
  g_free (((Folder *) data)->path);
}

static void
note_folder (Find *find, const Folder *inside, const git_tree_entry *entry)
{
  const char *name = git_tree_entry_name (entry);
  Folder folder = { .oid = *git_tree_entry_id (entry),
                    .depth = inside->depth + 1 };

  if (folder.depth > EW_TREE_DEPTH_MAX || find->todo->len >= FOLDERS_MAX)
    return;
  folder.path = *inside->path ? g_strconcat (inside->path, "/", name, NULL)
                              : g_strdup (name);
  g_array_append_val (find->todo, folder);
}

/* Nothing is looked for inside a workspace: one has none within. */
static void
look_into (Find *find, const Folder *folder, const git_tree *tree)
{
  if (ew_tree_entry (tree, EW_WORKSPACE_FILE).mode == GIT_FILEMODE_BLOB) {
    g_ptr_array_add (find->found, g_strdup (folder->path));
    return;
  }
  for (gsize i = 0; i < git_tree_entrycount (tree); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex (tree, i);

    if (git_tree_entry_filemode (entry) == GIT_FILEMODE_TREE)
      note_folder (find, folder, entry);
  }
}

GPtrArray *
ew_store_find (git_repository *repo, const git_tree *root)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (Folder));
  Folder top = { .oid = *git_tree_id (root), .path = g_strdup ("") };
  Find find = { repo, g_ptr_array_new_with_free_func (g_free), todo };

  g_array_set_clear_func (todo, clear_folder);
  g_array_append_val (todo, top);
  for (guint i = 0; i < todo->len && find.found->len < EW_FIND_MAX; i++) {
    Folder folder = g_array_index (todo, Folder, i);
    g_autoptr (git_tree) tree = ew_tree_open (repo, &folder.oid, NULL);

    if (tree)
      look_into (&find, &folder, tree);
  }
  return find.found;
}
