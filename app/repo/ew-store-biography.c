#include "ew-store-biography.h"

#include "ew-board-files.h"
#include "ew-bucket.h"
#include "ew-commit-changes.h"
#include "ew-names.h"

void
ew_deed_free (EwDeed *deed)
{
  if (!deed)
    return;
  g_free (deed->who);
  g_free (deed->rev);
  g_free (deed);
}

/* --- What was done -------------------------------------------------------- */

/* What nobody sees of the object itself, or what is told elsewhere. */
static bool
is_aside (const EwField *field)
{
  return field->is_inner || field->type == EW_FIELD_MAP ||
         g_str_equal (field->name, "locked") ||
         g_str_equal (field->name, "resolved");
}

static bool
is_place (const EwField *field)
{
  return field->type == EW_FIELD_COORDS || field->type == EW_FIELD_ANCHOR ||
         field->type == EW_FIELD_REF || g_str_equal (field->name, "angle");
}

static EwDeedWhat
deed_of (const EwField *field)
{
  if (ew_field_is_prose (field))
    return EW_DEED_WORDED;
  return is_place (field) ? EW_DEED_MOVED : EW_DEED_CHANGED;
}

/* A bit for each EwDeedWhat. */
static guint
deeds_between (const EwObject *before, const EwObject *after)
{
  guint deeds = 0;

  if (!before && !after)
    return 0;
  if (!before)
    return 1 << EW_DEED_MADE;
  if (!after)
    return 1 << EW_DEED_DELETED;
  if (before->kind != after->kind)
    return 1 << EW_DEED_CHANGED;
  for (const EwField *field = after->kind->type.fields; field->name; field++)
    if (!is_aside (field) &&
        !ew_field_equal (field, &before->record, &after->record))
      deeds |= 1 << deed_of (field);
  return deeds;
}

/* --- Walking back --------------------------------------------------------- */

typedef struct {
  EwStore *store;
  const char *id;
  char *path; /* of the file it is in */
  EwNames *names;
  GPtrArray *deeds;
} Walk;

static bool
find_entry (Walk *walk, const git_commit *commit, EwEntry *entry,
            GError **error)
{
  g_autoptr (git_tree) tree = ew_commit_tree (walk->store, commit, error);

  if (!tree)
    return false;
  *entry = ew_tree_entry (tree, walk->path);
  return true;
}

static EwObject *
load (Walk *walk, EwEntry entry)
{
  g_autoptr (GPtrArray) faults = NULL;

  if (!g_str_equal (walk->id, EW_BOARD_SELF))
    return ew_bucket_load_one (walk->store, entry, walk->path, walk->id);
  faults = ew_faults_new ();
  return ew_board_self_load (walk->store, entry, walk->path, faults);
}

/* Whether the person who was at it last, and still is, did the same later. */
static bool
is_told (Walk *walk, EwDeedWhat what, const char *who)
{
  for (guint i = walk->deeds->len; i > 0; i--) {
    const EwDeed *later = walk->deeds->pdata[i - 1];

    if (!g_str_equal (later->who, who))
      return false;
    if (later->what == what)
      return true;
  }
  return false;
}

static void
add_deed (Walk *walk, EwDeedWhat what, const git_commit *commit)
{
  const git_signature *author = git_commit_author (commit);
  const char *who = ew_names_call (walk->names, author);
  EwDeed *deed;

  if (is_told (walk, what, who))
    return;
  deed = g_new (EwDeed, 1);
  *deed = (EwDeed){ what, g_strdup (who), author->when.time,
                    ew_oid_to_string (git_commit_id (commit)) };
  g_ptr_array_add (walk->deeds, deed);
}

static void
visit (Walk *walk, const git_commit *commit, EwEntry before, EwEntry after)
{
  g_autoptr (EwObject) was = NULL;
  g_autoptr (EwObject) is = NULL;
  guint deeds;

  if (ew_entry_equal (before, after))
    return;
  was = load (walk, before);
  is = load (walk, after);
  deeds = deeds_between (was, is);
  for (guint what = EW_DEED_MADE; what <= EW_DEED_DELETED; what++)
    if (deeds & (1u << what))
      add_deed (walk, what, commit);
}

/* Takes @tip. */
static bool
walk_back (Walk *walk, git_commit *tip, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (git_commit) commit = tip;
  EwEntry after, before;

  if (!find_entry (walk, commit, &after, error))
    return false;
  for (guint i = 0; commit && i < EW_BIOGRAPHY_STEPS_MAX; i++) {
    g_autoptr (git_commit) parent = ew_commit_parent (commit);

    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !find_entry (walk, parent, &before, error))
      return false;
    visit (walk, commit, before, after);
    after = before;
    git_commit_free (commit);
    commit = g_steal_pointer (&parent);
  }
  return true;
}

static char *
path_of (EwStore *store, const char *board, const char *id)
{
  if (g_str_equal (id, EW_BOARD_SELF))
    return ew_board_path (store, board, "board.json");
  return ew_bucket_path (store, board, ew_bucket_of (id));
}

GPtrArray *
ew_store_biography (EwStore *store, const char *board, const char *id,
                    const char *tip, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) deeds =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_deed_free);
  g_autoptr (EwNames) names = NULL;
  g_autofree char *path = NULL;
  git_commit *commit = NULL;
  Walk walk;

  g_return_val_if_fail (store && board && id, NULL);

  if (!ew_store_lookup (store, tip, &commit, error))
    return NULL;
  names = ew_names_new (store);
  path = path_of (store, board, id);
  walk = (Walk){ store, id, path, names, deeds };
  if (!walk_back (&walk, commit, cancellable, error))
    return NULL;
  return g_steal_pointer (&deeds);
}
