#include "ew-blame.h"

#include "ew-board-files.h"

/* A history longer than this is not searched to its end for the time of one
 * change. */
#define STEPS_MAX 10000

typedef struct {
  gint64 time;
  EwEntry before, after;
} Step;

struct _EwBlame {
  EwStore *store;
  git_oid tip, stop;
  GHashTable *steps; /* path → GArray of Step, newest first */
};

EwBlame *
ew_blame_new (EwStore *store, const git_oid *tip, const git_oid *stop)
{
  EwBlame *blame = g_new0 (EwBlame, 1);

  blame->store = store;
  blame->tip = *tip;
  blame->stop = *stop;
  blame->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
  return blame;
}

void
ew_blame_free (EwBlame *blame)
{
  if (!blame)
    return;
  g_hash_table_unref (blame->steps);
  g_free (blame);
}

static EwEntry
entry_at (EwBlame *blame, const git_commit *commit, const char *path)
{
  g_autoptr (git_tree) tree = NULL;

  if (commit)
    tree = ew_commit_tree (blame->store, commit, NULL);
  return tree ? ew_tree_entry (tree, path) : (EwEntry){ 0 };
}

static git_commit *
parent_of (const git_commit *commit)
{
  git_commit *parent = NULL;

  if (git_commit_parentcount (commit) > 0)
    git_commit_parent (&parent, commit, 0);
  return parent;
}

static GArray *
walk_file (EwBlame *blame, const char *path)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (git_commit) commit = NULL;
  EwEntry after;

  git_commit_lookup (&commit, blame->store->repo, &blame->tip);
  after = entry_at (blame, commit, path);
  for (guint i = 0; commit && i < STEPS_MAX; i++) {
    g_autoptr (git_commit) parent = NULL;
    Step step = { git_commit_author (commit)->when.time, { { { 0 } } }, after };

    if (git_oid_equal (git_commit_id (commit), &blame->stop))
      break;
    parent = parent_of (commit);
    after = step.before = entry_at (blame, parent, path);
    if (!ew_entry_equal (step.before, step.after))
      g_array_append_val (steps, step);
    git_commit_free (commit);
    commit = g_steal_pointer (&parent);
  }
  return steps;
}

static GArray *
steps_of (EwBlame *blame, const char *path)
{
  GArray *steps = g_hash_table_lookup (blame->steps, path);

  if (steps)
    return steps;
  steps = walk_file (blame, path);
  g_hash_table_insert (blame->steps, g_strdup (path), steps);
  return steps;
}

/* Returns: (transfer full) (nullable). */
static EwObject *
find_object (EwBlame *blame, EwEntry entry, const char *path, const char *id)
{
  g_autoptr (GPtrArray) objects = ew_objects_new ();
  g_autoptr (GPtrArray) faults = ew_faults_new ();
  g_autoptr (GHashTable) by_id = NULL;
  EwObject *object;

  if (g_str_equal (id, EW_BOARD_SELF))
    return ew_board_self_load (blame->store, entry, path, faults);
  ew_bucket_load (blame->store, entry, path, objects, faults);
  by_id = ew_objects_by_id (objects);
  object = g_hash_table_lookup (by_id, id);
  return object ? ew_object_ref (object) : NULL;
}

static bool
has_changed (EwBlame *blame, const Step *step, const char *path, const char *id)
{
  g_autoptr (EwObject) before = find_object (blame, step->before, path, id);
  g_autoptr (EwObject) after = find_object (blame, step->after, path, id);

  return !ew_object_equal (before, after);
}

gint64
ew_blame_time (EwBlame *blame, const char *path, const char *object)
{
  GArray *steps = steps_of (blame, path);

  for (guint i = 0; i < steps->len; i++) {
    const Step *step = &g_array_index (steps, Step, i);

    if (!object || has_changed (blame, step, path, object))
      return step->time;
  }
  return 0;
}
