#include "ew-store-history.h"

#include "ew-commit-changes.h"
#include "ew-id.h"
#include "ew-store-log.h"

#include <glib/gi18n-lib.h>

void
ew_revision_free (EwRevision *revision)
{
  if (!revision)
    return;
  ew_version_free (revision->version);
  g_free (revision->before);
  g_clear_pointer (&revision->gone, g_ptr_array_unref);
  g_free (revision);
}

void
ew_history_page_free (EwHistoryPage *page)
{
  if (!page)
    return;
  g_clear_pointer (&page->revisions, g_ptr_array_unref);
  g_free (page->next);
  g_free (page);
}

static void
count_change (const EwChange *change, const git_signature *author,
              gpointer data)
{
  EwRevision *revision = data;

  if (!change->before)
    revision->made++;
  else if (change->after)
    revision->changed++;
  else
    g_ptr_array_add (revision->gone, ew_object_ref (change->before));
}

static char *
rev_of (const git_commit *commit)
{
  return commit ? ew_oid_to_string (git_commit_id (commit)) : g_strdup ("");
}

typedef struct {
  EwStore *store;
  const char *board;
  EwNames *names;
  EwHistoryPage *page;
} Walk;

static bool
visit (Walk *walk, EwCommitStep step, GError **error)
{
  EwRevision *revision = g_new0 (EwRevision, 1);

  revision->gone =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  if (!ew_commit_each_change (walk->store, walk->board, step, count_change,
                              revision, error)) {
    ew_revision_free (revision);
    return false;
  }
  revision->removed = revision->gone->len;
  if (revision->made + revision->changed + revision->removed == 0) {
    ew_revision_free (revision);
    return true;
  }
  revision->version = ew_version_new (walk->names, step.commit);
  revision->before = rev_of (step.parent);
  g_ptr_array_add (walk->page->revisions, revision);
  return true;
}

/* Takes @from. */
static bool
walk_back (Walk *walk, git_commit *from, guint limit, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (git_commit) commit = from;

  for (guint i = 0;
       commit && i < EW_HISTORY_STEPS_MAX && walk->page->revisions->len < limit;
       i++) {
    g_autoptr (git_commit) parent = ew_commit_parent (commit);

    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !visit (walk, (EwCommitStep){ commit, parent }, error))
      return false;
    git_commit_free (commit);
    commit = g_steal_pointer (&parent);
  }
  walk->page->next = commit ? rev_of (commit) : NULL;
  return true;
}

EwHistoryPage *
ew_store_history (EwStore *store, const char *board, const char *from,
                  guint limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (EwHistoryPage) page = NULL;
  g_autoptr (EwNames) names = NULL;
  git_commit *commit = NULL;
  Walk walk;

  g_return_val_if_fail (store && board, NULL);

  if (!ew_id_is_valid (board)) {
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("There is no board “%s” in this workspace."), board);
    return NULL;
  }
  if (!ew_store_lookup (store, from, &commit, error))
    return NULL;
  page = g_new0 (EwHistoryPage, 1);
  page->revisions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_revision_free);
  names = ew_names_new (store);
  walk = (Walk){ store, board, names, page };
  if (!walk_back (&walk, commit, limit, cancellable, error))
    return NULL;
  return g_steal_pointer (&page);
}
