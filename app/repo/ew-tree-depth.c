#include "ew-tree-depth.h"

#include "ew-tree.h"

#include <string.h>

/* A folder whose folders are being looked at, one after another. */
typedef struct {
  git_oid oid;
  git_tree *tree;
  gsize next;
  guint depth; /* of what was seen of it so far */
} Level;

GHashTable *
ew_depths_new (void)
{
  return g_hash_table_new_full (ew_oid_hash, ew_oid_equal, g_free, NULL);
}

static void
clear_level (gpointer data)
{
  git_tree_free (((Level *) data)->tree);
}

static void
enter (git_repository *repo, GArray *levels, const git_oid *oid)
{
  Level level = { *oid, ew_tree_open_wide (repo, oid, NULL), 0, 1 };

  g_array_append_val (levels, level);
}

/* The next folder in @level; NULL: that was all. */
static const git_oid *
next_folder (Level *level)
{
  while (level->tree && level->next < git_tree_entrycount (level->tree)) {
    const git_tree_entry *entry =
        git_tree_entry_byindex (level->tree, level->next++);

    if (git_tree_entry_filemode (entry) == GIT_FILEMODE_TREE)
      return git_tree_entry_id (entry);
  }
  return NULL;
}

static void
leave (GArray *levels, GHashTable *depths)
{
  Level *level = &g_array_index (levels, Level, levels->len - 1);
  guint depth = level->depth;

  g_hash_table_replace (depths, g_memdup2 (&level->oid, sizeof level->oid),
                        GUINT_TO_POINTER (depth));
  g_array_set_size (levels, levels->len - 1);
  if (levels->len == 0)
    return;
  level = &g_array_index (levels, Level, levels->len - 1);
  level->depth = MAX (level->depth, depth + 1);
}

/* The innermost of @levels: on with its next folder, or out of it. */
static void
step (git_repository *repo, GArray *levels, GHashTable *depths)
{
  Level *level = &g_array_index (levels, Level, levels->len - 1);
  const git_oid *folder = next_folder (level);
  guint known;

  if (!folder) {
    leave (levels, depths);
    return;
  }
  known = GPOINTER_TO_UINT (g_hash_table_lookup (depths, folder));
  if (known > 0)
    level->depth = MAX (level->depth, known + 1);
  else
    enter (repo, levels, folder);
}

bool
ew_tree_is_shallow (git_repository *repo, const git_oid *tree,
                    GHashTable *depths)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));

  g_array_set_clear_func (levels, clear_level);
  if (!g_hash_table_contains (depths, tree))
    enter (repo, levels, tree);
  while (levels->len > 0) {
    if (levels->len > EW_FOLDERS_DEEP_MAX)
      return false;
    step (repo, levels, depths);
  }
  return GPOINTER_TO_UINT (g_hash_table_lookup (depths, tree)) <=
         EW_FOLDERS_DEEP_MAX;
}
