#include "ew-store-authors.h"

#include "ew-commit-changes.h"
#include "ew-names.h"

void
ew_authorship_free (EwAuthorship *authorship)
{
  if (!authorship)
    return;
  g_free (authorship->author);
  g_free (authorship->editor);
  g_free (authorship);
}

typedef struct {
  EwStore *store;
  const char *board, *known_tip;
  GHashTable *found;
  EwNames *names;
  GCancellable *cancellable;
} Walk;

static EwAuthorship *
authorship_of (GHashTable *table, const char *id)
{
  EwAuthorship *authorship = g_hash_table_lookup (table, id);

  if (authorship)
    return authorship;
  authorship = g_new0 (EwAuthorship, 1);
  g_hash_table_insert (table, g_strdup (id), authorship);
  return authorship;
}

/* From the newest commit to the oldest: the first that is met is the last
 * change, and each that made the object replaces a later one. */
static void
note_change (const EwChange *change, const git_signature *author, gpointer data)
{
  Walk *walk = data;
  EwAuthorship *authorship = authorship_of (walk->found, change->id);

  if (!authorship->editor) {
    authorship->editor = g_strdup (ew_names_call (walk->names, author));
    authorship->changed = author->when.time;
  }
  if (change->before)
    return;
  g_free (authorship->author);
  authorship->author = g_strdup (ew_names_call (walk->names, author));
  authorship->made = author->when.time;
}

/* @reached: (out): whether the known tip lies on the way. */
static bool
walk_back (Walk *walk, const char *tip, bool *reached, GError **error)
{
  g_autoptr (git_commit) commit = NULL;

  *reached = false;
  if (!ew_store_lookup (walk->store, tip, &commit, error))
    return false;
  for (guint i = 0; commit && i < EW_AUTHORS_STEPS_MAX; i++) {
    g_autofree char *rev = ew_oid_to_string (git_commit_id (commit));
    g_autoptr (git_commit) parent = NULL;

    *reached = g_strcmp0 (rev, walk->known_tip) == 0;
    if (*reached)
      break;
    parent = ew_commit_parent (commit);
    if (g_cancellable_set_error_if_cancelled (walk->cancellable, error) ||
        !ew_commit_each_change (walk->store, walk->board,
                                (EwCommitStep){ commit, parent }, note_change,
                                walk, error))
      return false;
    git_commit_free (commit);
    commit = g_steal_pointer (&parent);
  }
  return true;
}

/* What was known of older commits; a later one knows better. */
static void
add_known (GHashTable *found, GHashTable *known)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &id, &value)) {
    EwAuthorship *authorship = authorship_of (found, id);
    const EwAuthorship *old = value;

    if (!authorship->author) {
      authorship->author = g_strdup (old->author);
      authorship->made = old->made;
    }
    if (!authorship->editor) {
      authorship->editor = g_strdup (old->editor);
      authorship->changed = old->changed;
    }
  }
}

GHashTable *
ew_store_authors (EwStore *store, const char *board, const char *tip,
                  GHashTable *known, const char *known_tip,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) found = NULL;
  g_autoptr (EwNames) names = NULL;
  Walk walk;
  bool reached;

  g_return_val_if_fail (store && board, NULL);

  found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                 (GDestroyNotify) ew_authorship_free);
  names = ew_names_new (store);
  walk = (Walk){ store, board, known ? known_tip : NULL,
                 found, names, cancellable };
  if (!walk_back (&walk, tip, &reached, error))
    return NULL;
  if (reached)
    add_known (found, known);
  return g_steal_pointer (&found);
}
