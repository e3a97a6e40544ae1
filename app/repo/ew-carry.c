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
  const EwCarrySides *sides;
  git_oid fork;
  git_oid parted; /* where `source` left the history of `onto`: the fork, or
                     what was merged by hand since */
  git_tree *base; /* of `parted` */
  EwBlame *blame[EW_N_SIDES]; /* ours: of `source` */
  git_commit *source; /* the one that is being carried */
  git_commit *tip;
  git_commit *waiting; /* its source; NULL: none */
  git_tree *tree; /* of the tip, with the waiting one on it */
  GArray *written;
} Work;

static void
work_clear (Work *work)
{
  for (int i = 0; i < EW_N_SIDES; i++)
    g_clear_pointer (&work->blame[i], ew_blame_free);
  g_clear_pointer (&work->base, git_tree_free);
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
time_of (const EwBlamed *what, EwSide side, gpointer data)
{
  Work *work = data;

  return ew_blame_time (work->blame[side], what);
}

static bool
merge_file (const EwFileMerge *merge, const EwEntry sides[EW_N_SIDES],
            EwTreeWrite *files, GError **error)
{
  Work *work = merge->data;
  g_auto (EwFileName) name =
      ew_file_name_parse (work->carry->store, merge->path);
  g_autofree char *text = NULL;

  switch (name.role) {
  case EW_FILE_BUCKET:
    return ew_file_merge_bucket (merge, name.bucket, &text, error) &&
           ew_tree_write_put_text (files, merge->path, text, error);
  case EW_FILE_BOARD:
    return ew_file_merge_board (merge, &text, error) &&
           ew_tree_write_put_text (files, merge->path, text, error);
  default:
    if (ew_file_merge_lines (merge, &text))
      return ew_tree_write_put_text (files, merge->path, text, error);
    ew_tree_write_put (files, merge->path, sides[ew_file_merge_pick (merge)]);
    return true;
  }
}

/* A file that is no plain one, or too large, counts as not there where only its
 * time is asked; to be merged it must be readable. */
static bool
read_versions (Work *work, EwFileMerge *merge, EwEntry base,
               const EwEntry sides[EW_N_SIDES], GError **error)
{
  git_repository *repo = work->carry->store->repo;
  g_auto (EwFileName) name =
      ew_file_name_parse (work->carry->store, merge->path);
  bool is_ours = name.role == EW_FILE_BUCKET || name.role == EW_FILE_BOARD;

  if (base.mode != 0)
    ew_entry_read (repo, base, merge->path, &merge->base, NULL);
  for (int i = 0; i < EW_N_SIDES; i++)
    if (sides[i].mode != 0 &&
        !ew_entry_read (repo, sides[i], merge->path, &merge->side[i],
                        is_ours ? error : NULL) &&
        is_ours)
      return false;
  return true;
}

/* Base is where the histories parted, not the commit before: several commits
 * that rewrote one text are one side of one clash, not a clash each. */
static bool
put_file (Work *work, const EwTreeChange *change, EwTreeWrite *files,
          GError **error)
{
  const char *path = change->path;
  EwEntry ours = change->to;
  EwEntry base = ew_tree_entry (work->base, path);
  EwEntry theirs = ew_tree_entry (work->sides->side[EW_SIDE_THEIRS], path);
  const EwEntry sides[EW_N_SIDES] = { ours, theirs };
  g_auto (EwFileMerge) merge = { .path = path,
                                 .time_of = time_of,
                                 .data = work };

  if (ew_entry_equal (ours, base))
    ew_tree_write_put (files, path, theirs);
  else if (ew_entry_equal (theirs, base) || ew_entry_equal (theirs, ours))
    ew_tree_write_put (files, path, ours);
  else
    return read_versions (work, &merge, base, sides, error) &&
           merge_file (&merge, sides, files, error);
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
      !(changes = ew_tree_walk_all (store->repo, base, ours, error)))
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    if (!put_file (work, changes->pdata[i], files, error))
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

/* Whoever merged by hand has seen what was merged: only what came after is the
 * other side's. */
static bool
find_parting (Work *work, GError **error)
{
  git_repository *repo = work->carry->store->repo;
  const git_oid *source = git_commit_id (work->source);
  g_autoptr (git_commit) commit = NULL;
  git_oid parted;

  if (git_commit_parentcount (work->source) < 2 ||
      git_merge_base (&parted, repo, source, &work->carry->onto) < 0 ||
      git_graph_descendant_of (repo, &parted, &work->parted) != 1)
    return true;
  if (!(commit = lookup (work->carry->store, &parted, error)))
    return false;
  work->parted = parted;
  g_clear_pointer (&work->base, git_tree_free);
  work->base = ew_commit_tree (work->carry->store, commit, error);
  return work->base != NULL;
}

static bool
carry_one (Work *work, const git_oid *oid, GError **error)
{
  g_autoptr (git_tree) tree = NULL;

  g_clear_pointer (&work->source, git_commit_free);
  work->source = lookup (work->carry->store, oid, error);
  if (!work->source || !find_parting (work, error))
    return false;
  g_clear_pointer (&work->blame[EW_SIDE_OURS], ew_blame_free);
  work->blame[EW_SIDE_OURS] =
      ew_blame_new (work->carry->store, oid, &work->parted);
  if (!(tree = merge_commit (work, error)))
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
mend (Work *work, GPtrArray *boards, GError **error)
{
  git_tree *mended;

  if (!work->waiting)
    return true;
  mended = ew_carry_mend (work->carry->store, work->sides, boards, work->tree,
                          work->written, error);
  if (!mended)
    return false;
  git_tree_free (work->tree);
  work->tree = mended;
  return true;
}

static bool
work_begin (Work *work, GError **error)
{
  const EwCarry *carry = work->carry;

  work->parted = work->fork;
  if (git_tree_dup (&work->base, work->sides->base) < 0)
    return false;
  work->blame[EW_SIDE_THEIRS] =
      ew_blame_new (carry->store, &carry->onto, &work->fork);
  work->written = g_array_new (FALSE, FALSE, sizeof (git_oid));
  work->tip = lookup (carry->store, &carry->onto, error);
  return work->tip &&
         (work->tree = ew_commit_tree (carry->store, work->tip, error));
}

bool
ew_carry (const EwCarry *carry, git_oid *tip, GError **error)
{
  g_auto (EwCarrySides) sides = { 0 };
  g_auto (Work) work = { .carry = carry, .sides = &sides };
  g_autoptr (GPtrArray) boards = NULL;

  if (!find_sides (carry, &sides, &work.fork, error) ||
      !(boards = ew_carry_boards (carry->store, &sides, error)))
    return false;
  if (!work_begin (&work, error) || !carry_each (&work, error) ||
      !mend (&work, boards, error) || !settle_waiting (&work, error))
    return false;
  *tip = *git_commit_id (work.tip);
  return true;
}
