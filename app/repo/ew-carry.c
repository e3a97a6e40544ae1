#include "ew-carry.h"

#include "ew-blame.h"
#include "ew-bucket-merge.h"
#include "ew-carry-mend.h"
#include "ew-commit.h"
#include "ew-tree-walk.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* The last commit waits until all are merged: what mends the boards as a whole
 * goes into it. */
typedef struct {
  const EwCarry *carry;
  EwBlame *blame;
  git_commit *source; /* the one that is being carried */
  git_commit *tip;
  git_commit *waiting; /* its source; NULL: none */
  git_tree *tree; /* of the tip, with the waiting one on it */
  GArray *written;
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->blame, ew_blame_free);
  g_clear_pointer (&work->source, git_commit_free);
  g_clear_pointer (&work->tip, git_commit_free);
  g_clear_pointer (&work->waiting, git_commit_free);
  g_clear_pointer (&work->tree, git_tree_free);
  g_clear_pointer (&work->written, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static git_commit *
lookup (EwStore *store, const git_oid *oid, GError **error)
{
  git_commit *commit = NULL;
  int code = git_commit_lookup (&commit, store->repo, oid);

  if (code < 0)
    ew_git_fail (error, code, _ ("The history could not be read"));
  return commit;
}

static git_tree *
tree_of_parent (EwStore *store, const git_commit *commit, GError **error)
{
  g_autoptr (git_commit) parent = NULL;

  if (git_commit_parentcount (commit) > 0 &&
      !(parent = lookup (store, git_commit_parent_id (commit, 0), error)))
    return NULL;
  return ew_commit_tree (store, parent, error);
}

static gint64
time_of (const char *path, const char *object, EwSide side, gpointer data)
{
  Work *work = data;

  if (side == EW_SIDE_OURS)
    return git_commit_author (work->source)->when.time;
  return ew_blame_time (work->blame, path, object);
}

/* A file we know nothing about: the later commit has it. */
static EwEntry
pick_later (Work *work, const EwTreeChange *change, EwEntry theirs)
{
  gint64 our_time = time_of (change->path, NULL, EW_SIDE_OURS, work);
  gint64 their_time = time_of (change->path, NULL, EW_SIDE_THEIRS, work);

  if (our_time != their_time)
    return our_time > their_time ? change->to : theirs;
  return git_oid_cmp (&change->to.oid, &theirs.oid) > 0 ? change->to : theirs;
}

static bool
merge_file (Work *work, const EwTreeChange *change, EwEntry theirs,
            EwTreeWrite *files, GError **error)
{
  EwStore *store = work->carry->store;
  g_auto (EwFileName) name = ew_file_name_parse (store, change->path);
  EwFileMerge merge = { store,        change->path,
                        change->from, { change->to, theirs },
                        time_of,      work };
  g_autofree char *text = NULL;

  if (name.role == EW_FILE_BUCKET) {
    if (!ew_file_merge_bucket (&merge, &text, error))
      return false;
  } else if (name.role == EW_FILE_BOARD) {
    if (!ew_file_merge_board (&merge, &text, error))
      return false;
  } else {
    ew_tree_write_put (files, change->path, pick_later (work, change, theirs));
    return true;
  }
  return ew_tree_write_put_text (files, change->path, text, error);
}

static bool
put_change (Work *work, const EwTreeChange *change, EwTreeWrite *files,
            GError **error)
{
  EwEntry theirs = ew_tree_entry (work->tree, change->path);

  if (ew_entry_equal (theirs, change->to))
    return true;
  if (!ew_entry_equal (theirs, change->from))
    return merge_file (work, change, theirs, files, error);
  ew_tree_write_put (files, change->path, change->to);
  return true;
}

static git_tree *
merge_commit (Work *work, GError **error)
{
  EwStore *store = work->carry->store;
  g_autoptr (EwTreeWrite) files = ew_tree_write_new (store->repo);
  g_autoptr (git_tree) base = tree_of_parent (store, work->source, error);
  g_autoptr (git_tree) ours = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  git_tree *tree;

  if (!base || !(ours = ew_commit_tree (store, work->source, error)) ||
      !(changes = ew_tree_walk (store->repo, base, ours, error)))
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    if (!put_change (work, changes->pdata[i], files, error))
      return NULL;
  tree = ew_tree_write_finish (files, work->tree, error);
  g_array_append_vals (work->written, ew_tree_write_written (files)->data,
                       ew_tree_write_written (files)->len);
  return tree;
}

/* Makes the commit that waited; the tip is then that one. */
static bool
settle_waiting (Work *work, GError **error)
{
  EwStore *store = work->carry->store;
  g_autoptr (git_signature) committer = NULL;
  EwCommitWish wish;
  git_oid oid;

  if (!work->waiting)
    return true;
  committer = ew_store_signature (store, NULL);
  wish = (EwCommitWish){
    work->tree,
    work->tip,
    git_commit_author (work->waiting),
    committer ? committer : git_commit_committer (work->waiting),
    git_commit_message_raw (work->waiting),
  };
  if (!ew_commit_write (store, &wish, work->written, &oid, error))
    return false;
  g_array_set_size (work->written, 0);
  g_clear_pointer (&work->waiting, git_commit_free);
  g_clear_pointer (&work->tip, git_commit_free);
  work->tip = lookup (store, &oid, error);
  return work->tip != NULL;
}

static bool
carry_one (Work *work, const git_oid *oid, GError **error)
{
  g_autoptr (git_tree) tree = NULL;

  g_clear_pointer (&work->source, git_commit_free);
  work->source = lookup (work->carry->store, oid, error);
  if (!work->source || !(tree = merge_commit (work, error)))
    return false;
  if (git_oid_equal (git_tree_id (tree), git_tree_id (work->tree)))
    return true;
  if (!settle_waiting (work, error))
    return false;
  work->waiting = g_steal_pointer (&work->source);
  git_tree_free (work->tree);
  work->tree = g_steal_pointer (&tree);
  return true;
}

static bool
carry_each (Work *work, GError **error)
{
  GArray *commits = work->carry->commits;
  const EwWatch *watch = work->carry->watch;

  for (guint i = 0; i < commits->len; i++) {
    if (ew_is_cancelled (watch->cancellable, error))
      return false;
    if (watch->progress)
      watch->progress ((double) i / commits->len, _ ("Merging"), watch->data);
    if (!carry_one (work, &g_array_index (commits, git_oid, i), error))
      return false;
  }
  return true;
}

/* Where our commits left the history of the others: `base` of the whole. */
static bool
find_sides (const EwCarry *carry, EwCarrySides *sides, git_oid *fork,
            GError **error)
{
  const git_oid *first = &g_array_index (carry->commits, git_oid, 0);
  const git_oid *last = first + carry->commits->len - 1;
  g_autoptr (git_commit) oldest = lookup (carry->store, first, error);
  g_autoptr (git_commit) newest = lookup (carry->store, last, error);
  g_autoptr (git_commit) tip = lookup (carry->store, &carry->onto, error);

  if (!oldest || !newest || !tip)
    return false;
  *fork = (git_oid){ 0 };
  if (git_commit_parentcount (oldest) > 0)
    *fork = *git_commit_parent_id (oldest, 0);
  return (sides->base = tree_of_parent (carry->store, oldest, error)) &&
         (sides->side[EW_SIDE_OURS] =
              ew_commit_tree (carry->store, newest, error)) &&
         (sides->side[EW_SIDE_THEIRS] =
              ew_commit_tree (carry->store, tip, error));
}

static bool
mend (Work *work, const EwCarrySides *sides, GPtrArray *boards, GError **error)
{
  git_tree *mended;

  if (!work->waiting)
    return true;
  mended = ew_carry_mend (work->carry->store, sides, boards, work->tree,
                          work->written, error);
  if (!mended)
    return false;
  git_tree_free (work->tree);
  work->tree = mended;
  return true;
}

bool
ew_carry (const EwCarry *carry, git_oid *tip, GError **error)
{
  g_auto (EwCarrySides) sides = { 0 };
  g_auto (Work) work = { .carry = carry };
  g_autoptr (GPtrArray) boards = NULL;
  git_oid fork;

  if (!find_sides (carry, &sides, &fork, error) ||
      !(boards = ew_carry_boards (carry->store, &sides, error)))
    return false;
  work.blame = ew_blame_new (carry->store, &carry->onto, &fork);
  work.written = g_array_new (FALSE, FALSE, sizeof (git_oid));
  work.tip = lookup (carry->store, &carry->onto, error);
  if (!work.tip ||
      !(work.tree = ew_commit_tree (carry->store, work.tip, error)))
    return false;
  if (!carry_each (&work, error) || !mend (&work, &sides, boards, error) ||
      !settle_waiting (&work, error))
    return false;
  *tip = *git_commit_id (work.tip);
  return true;
}
