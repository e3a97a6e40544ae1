#include "ew-tree-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A path on a disk has no more; each takes a little of the stack. */
#define PROJECT_DEPTH_MAX 2048

typedef struct {
  git_repository *repo;
  GPtrArray *changes;
  bool is_all; /* also of a project around the workspace */
  guint depth, seen;
  GString *path;
} Walk;

static bool walk_folders (Walk *walk, const git_tree *from, const git_tree *to,
                          GError **error);

static void
change_free (gpointer data)
{
  EwTreeChange *change = data;

  g_free (change->path);
  g_free (change);
}

static bool
is_within_bounds (Walk *walk, GError **error)
{
  guint deepest = walk->is_all ? PROJECT_DEPTH_MAX : EW_TREE_DEPTH_MAX;

  if (walk->depth <= deepest && walk->seen <= 256u * EW_TREE_ENTRIES_MAX)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_DAMAGED,
               _ ("“%s” has more folders inside than a workspace can have."),
               walk->path->str);
  return false;
}

static EwEntry
only_file (EwEntry entry)
{
  return entry.mode == GIT_FILEMODE_TREE ? (EwEntry){ 0 } : entry;
}

static git_tree *
open_folder (Walk *walk, EwEntry entry, GError **error)
{
  if (entry.mode != GIT_FILEMODE_TREE)
    return ew_tree_empty (walk->repo, error);
  return walk->is_all ? ew_tree_open_wide (walk->repo, &entry.oid, error)
                      : ew_tree_open (walk->repo, &entry.oid, error);
}

static bool
enter_folders (Walk *walk, EwEntry from, EwEntry to, GError **error)
{
  g_autoptr (git_tree) old = NULL;
  g_autoptr (git_tree) new = NULL;
  bool ok;

  walk->depth++;
  ok = is_within_bounds (walk, error) &&
       (old = open_folder (walk, from, error)) &&
       (new = open_folder (walk, to, error)) &&
       walk_folders (walk, old, new, error);
  walk->depth--;
  return ok;
}

static void
add_change (Walk *walk, EwEntry from, EwEntry to)
{
  EwTreeChange *change;

  if (ew_entry_equal (from, to))
    return;
  change = g_new (EwTreeChange, 1);
  *change = (EwTreeChange){ g_strdup (walk->path->str), from, to };
  g_ptr_array_add (walk->changes, change);
}

static bool
visit (Walk *walk, const char *name, EwEntry from, EwEntry to, GError **error)
{
  gsize length = walk->path->len;
  bool ok = true;

  walk->seen++;
  if (ew_entry_equal (from, to))
    return true;
  if (length > 0)
    g_string_append_c (walk->path, '/');
  g_string_append (walk->path, name);
  add_change (walk, only_file (from), only_file (to));
  if (from.mode == GIT_FILEMODE_TREE || to.mode == GIT_FILEMODE_TREE)
    ok = enter_folders (walk, from, to, error);
  g_string_truncate (walk->path, length);
  return ok;
}

static bool
visit_removed (Walk *walk, const git_tree *from, const git_tree *to,
               GError **error)
{
  for (gsize i = 0; i < git_tree_entrycount (from); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex (from, i);
    const char *name = git_tree_entry_name (entry);

    if (git_tree_entry_byname (to, name))
      continue;
    if (!visit (walk, name, ew_entry_of (entry), (EwEntry){ 0 }, error))
      return false;
  }
  return true;
}

static bool
walk_folders (Walk *walk, const git_tree *from, const git_tree *to,
              GError **error)
{
  for (gsize i = 0; i < git_tree_entrycount (to); i++) {
    const git_tree_entry *entry = git_tree_entry_byindex (to, i);
    const char *name = git_tree_entry_name (entry);
    const git_tree_entry *old = git_tree_entry_byname (from, name);

    if (!visit (walk, name, ew_entry_of (old), ew_entry_of (entry), error))
      return false;
  }
  return visit_removed (walk, from, to, error);
}

static GPtrArray *
walk_from (Walk *walk, const git_tree *from, const git_tree *to, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);

  walk->changes = changes;
  if (git_oid_equal (git_tree_id (from), git_tree_id (to)) ||
      walk_folders (walk, from, to, error))
    return g_steal_pointer (&changes);
  return NULL;
}

GPtrArray *
ew_tree_walk (git_repository *repo, const git_tree *from, const git_tree *to,
              const char *within, GError **error)
{
  g_autoptr (GString) path = g_string_new (within);
  g_autoptr (git_tree) old = NULL;
  g_autoptr (git_tree) new = NULL;
  Walk walk = { .repo = repo, .path = path };

  if (*within == '\0')
    return walk_from (&walk, from, to, error);
  if (!(old = ew_tree_folder (repo, from, within, error)) ||
      !(new = ew_tree_folder (repo, to, within, error)))
    return NULL;
  return walk_from (&walk, old, new, error);
}

GPtrArray *
ew_tree_walk_all (git_repository *repo, const git_tree *from,
                  const git_tree *to, GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Walk walk = { .repo = repo, .is_all = true, .path = path };

  return walk_from (&walk, from, to, error);
}
