#include "ew-blame.h"

#include "ew-board-files.h"
#include "ew-object-member.h"

/* A history longer than this is not searched to its end for the time of one
 * change. */
#define STEPS_MAX 10000

typedef struct {
  gint64 time;
  EwEntry before, after;
  git_oid merged; /* second parent of a merge; zero: it is none */
} Step;

struct _EwBlame {
  EwStore *store;
  git_oid tip, stop;
  GHashTable *steps; /* path → GArray of Step, newest first */
  GHashTable *merged; /* hex → EwBlame of what a merge brought in */
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
  blame->merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) ew_blame_free);
  return blame;
}

void
ew_blame_free (EwBlame *blame)
{
  if (!blame)
    return;
  g_hash_table_unref (blame->steps);
  g_hash_table_unref (blame->merged);
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
    Step step = { .time = git_commit_author (commit)->when.time,
                  .after = after };

    if (git_oid_equal (git_commit_id (commit), &blame->stop))
      break;
    if (git_commit_parentcount (commit) > 1)
      step.merged = *git_commit_parent_id (commit, 1);
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
find_object (EwBlame *blame, EwEntry entry, const EwBlamed *what)
{
  g_autoptr (GPtrArray) faults = ew_faults_new ();

  if (g_str_equal (what->object, EW_BOARD_SELF))
    return ew_board_self_load (blame->store, entry, what->path, faults);
  return ew_bucket_load_one (blame->store, entry, what->path, what->object);
}

/* Whether both versions of the file have @what alike. */
static bool
is_alike (EwBlame *blame, EwEntry one_entry, EwEntry other_entry,
          const EwBlamed *what)
{
  g_autoptr (EwObject) one = NULL;
  g_autoptr (EwObject) other = NULL;

  if (!what->object)
    return ew_entry_equal (one_entry, other_entry);
  one = find_object (blame, one_entry, what);
  other = find_object (blame, other_entry, what);
  if (!what->member || *what->member == '\0')
    return ew_object_equal (one, other);
  return ew_object_member_equal (one, other, what->member);
}

/* The history that a merge brought in, if @what came with it. */
static EwBlame *
merged_history (EwBlame *blame, const Step *step, const EwBlamed *what)
{
  g_autofree char *hex = ew_oid_to_string (&step->merged);
  g_autoptr (git_commit) commit = NULL;
  EwBlame *merged;

  if (git_oid_is_zero (&step->merged) ||
      git_commit_lookup (&commit, blame->store->repo, &step->merged) < 0 ||
      !is_alike (blame, entry_at (blame, commit, what->path), step->after,
                 what))
    return NULL;
  merged = g_hash_table_lookup (blame->merged, hex);
  if (merged)
    return merged;
  merged = ew_blame_new (blame->store, &step->merged, &blame->stop);
  g_hash_table_insert (blame->merged, g_steal_pointer (&hex), merged);
  return merged;
}

gint64
ew_blame_time (EwBlame *blame, const EwBlamed *what)
{
  GArray *steps = steps_of (blame, what->path);

  for (guint i = 0; i < steps->len; i++) {
    const Step *step = &g_array_index (steps, Step, i);
    EwBlame *merged;

    if (is_alike (blame, step->before, step->after, what))
      continue;
    merged = merged_history (blame, step, what);
    return merged ? ew_blame_time (merged, what) : step->time;
  }
  return 0;
}
