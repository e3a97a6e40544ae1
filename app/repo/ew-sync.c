#include "ew-sync.h"

#include "ew-carry.h"
#include "ew-commit.h"
#include "ew-lock.h"
#include "ew-ref.h"
#include "ew-sharing.h"

#include <glib/gi18n-lib.h>

#define PUSH_TRIES 5
#define LOCK_SECONDS 30

typedef struct {
  EwStore *store;
  EwRemote *remote;
  char *branch; /* at the other end */
  EwWatch watch;
  bool accept_rewritten;
  git_oid theirs; /* the remote's tip; zero: it is empty */
  guint received, published;
} Sync;

static void
sync_clear (Sync *sync)
{
  g_clear_pointer (&sync->remote, ew_remote_free);
  g_clear_pointer (&sync->branch, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sync, sync_clear)

void
ew_sync_result_clear (EwSyncResult *result)
{
  g_clear_pointer (&result->tip, g_free);
}

static bool
failed (GError **error, int code)
{
  return ew_git_fail (error, code, _ ("The history could not be compared"));
}

/* @is: whether @tip is @base, or goes on from it. */
static bool
goes_on_from (Sync *sync, const git_oid *tip, const git_oid *base, bool *is,
              GError **error)
{
  int code = git_oid_equal (tip, base);

  if (code == 0)
    code = git_graph_descendant_of (sync->store->repo, tip, base);
  *is = code == 1;
  return code >= 0 || failed (error, code);
}

/* The name may have changed at the other end (master became main). */
static bool
choose_branch (Sync *sync, GError **error)
{
  g_autofree char *known = ew_store_remote_branch (sync->store);
  g_autofree char *usual = ew_remote_default_branch (sync->remote);
  git_oid tip = { 0 };

  if (*known && !ew_remote_tip (sync->remote, known, &tip, error))
    return false;
  if (!git_oid_is_zero (&tip))
    sync->branch = g_steal_pointer (&known);
  else if (usual)
    sync->branch = g_steal_pointer (&usual);
  else
    sync->branch = g_strdup (*known ? known : sync->store->branch);
  return ew_store_set_remote_branch (sync->store, sync->branch, error);
}

static bool
fetch (Sync *sync, GError **error)
{
  g_autofree char *tracking = ew_store_tracking_ref (sync->store);

  if (!ew_remote_tip (sync->remote, sync->branch, &sync->theirs, error))
    return false;
  if (git_oid_is_zero (&sync->theirs))
    return ew_ref_remove (sync->store->repo, tracking, error);
  return ew_remote_fetch (sync->remote, sync->store, &sync->theirs,
                          &sync->watch, error) &&
         ew_ref_set (sync->store->repo, tracking, &sync->theirs, error);
}

static GHashTable *
new_oid_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* What @local has and neither the remote has nor had. */
static GHashTable *
find_unpublished (Sync *sync, const git_oid *local, const git_oid *synced,
                  GError **error)
{
  g_autoptr (git_revwalk) walk = NULL;
  GHashTable *found = new_oid_set ();
  git_oid oid;
  int code = git_revwalk_new (&walk, sync->store->repo);

  if (code == 0)
    code = git_revwalk_push (walk, local);
  if (code == 0)
    code = git_revwalk_hide (walk, &sync->theirs);
  if (code == 0 && !git_oid_is_zero (synced))
    code = git_revwalk_hide (walk, synced);
  while (code == 0 && (code = git_revwalk_next (&oid, walk)) == 0)
    g_hash_table_add (found, ew_oid_to_string (&oid));
  if (code == GIT_ITEROVER)
    return found;
  failed (error, code);
  g_hash_table_unref (found);
  return NULL;
}

/* Puts @oid at the head of @line; moves @oid to its first parent. */
static bool
step_back (Sync *sync, git_oid *oid, GArray *line, GError **error)
{
  g_autoptr (git_commit) commit = NULL;
  int code = git_commit_lookup (&commit, sync->store->repo, oid);

  if (code < 0)
    return failed (error, code);
  g_array_prepend_vals (line, oid, 1);
  *oid = git_commit_parentcount (commit) > 0 ? *git_commit_parent_id (commit, 0)
                                             : (git_oid){ 0 };
  return true;
}

/* Oldest first, along first parents: what a merge by hand brought in is there
 * as what it changed. */
static GArray *
line_up (Sync *sync, const git_oid *local, const git_oid *synced,
         GError **error)
{
  g_autoptr (GHashTable) unpublished =
      find_unpublished (sync, local, synced, error);
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (git_oid));
  git_oid oid = *local;

  if (!unpublished)
    return NULL;
  for (;;) {
    g_autofree char *hex = ew_oid_to_string (&oid);

    if (!g_hash_table_contains (unpublished, hex))
      return g_steal_pointer (&line);
    if (!step_back (sync, &oid, line, error))
      return NULL;
  }
}

/* The others threw away what we stood on.  Nobody but a person can tell whether
 * that was meant. */
static bool
may_follow (Sync *sync, GError **error)
{
  if (sync->accept_rewritten)
    return true;
  g_set_error_literal (
      error, EW_ERROR, EW_ERROR_REWRITTEN,
      _ ("The history that the others share was replaced by another one. What "
         "you have not shared yet can go on from the new history; the old one "
         "stays on this computer."));
  return false;
}

/* Nothing of it goes back to the others, but this copy keeps it. */
static bool
keep_old_history (Sync *sync, const git_oid *local, GError **error)
{
  g_autofree char *hex = ew_oid_to_string (local);
  g_autofree char *name = g_strconcat ("refs/elsewhen/rewritten/", hex, NULL);

  return ew_ref_set (sync->store->repo, name, local, error);
}

static bool
carry (Sync *sync, const git_oid *local, const git_oid *synced, git_oid *result,
       GError **error)
{
  g_autoptr (GArray) commits = line_up (sync, local, synced, error);
  EwCarry carrying = { sync->store, commits, sync->theirs, &sync->watch };

  *result = sync->theirs;
  if (!commits)
    return false;
  return commits->len == 0 || ew_carry (&carrying, result, error);
}

static bool
plan (Sync *sync, const git_oid *local, const git_oid *synced, git_oid *result,
      GError **error)
{
  bool is_kept = true, is_ahead, is_behind;

  if (!git_oid_is_zero (synced) &&
      !goes_on_from (sync, &sync->theirs, synced, &is_kept, error))
    return false;
  if (!is_kept)
    return may_follow (sync, error) && keep_old_history (sync, local, error) &&
           carry (sync, local, synced, result, error);
  if (!goes_on_from (sync, local, &sync->theirs, &is_ahead, error) ||
      !goes_on_from (sync, &sync->theirs, local, &is_behind, error))
    return false;
  *result = is_ahead ? *local : sync->theirs;
  return is_ahead || is_behind || carry (sync, local, synced, result, error);
}

static bool
try_to_put_onto_tip (Sync *sync, bool *raced, GError **error)
{
  EwStore *store = sync->store;
  git_oid local, synced, result;
  guint count;

  if (!ew_ref_read (store->repo, store->branch, &local, error) ||
      !ew_ref_read (store->repo, EW_SYNCED_REF, &synced, error) ||
      !ew_count_commits (store, &sync->theirs, &local, &count, error))
    return false;
  result = sync->theirs;
  if (!git_oid_is_zero (&local) &&
      !plan (sync, &local, &synced, &result, error))
    return false;
  if (!git_oid_equal (&local, &result) &&
      !ew_commit_adopt (store, &local, &result, raced, error))
    return false;
  sync->received += count;
  return ew_ref_set (store->repo, EW_SYNCED_REF, &sync->theirs, error);
}

/* Local work stands on the remote's tip afterwards. */
static bool
put_onto_tip (Sync *sync, GError **error)
{
  bool raced = true;

  if (git_oid_is_zero (&sync->theirs))
    return true;
  for (guint i = 0; raced && i < EW_COMMIT_TRIES; i++) {
    raced = false;
    if (try_to_put_onto_tip (sync, &raced, error))
      return true;
  }
  if (raced)
    g_set_error_literal (error, EW_ERROR, EW_ERROR_RACED,
                         _ ("Other programs keep writing to this workspace. "
                            "Try again in a moment."));
  return false;
}

static bool
note_published (Sync *sync, const EwPush *push, GError **error)
{
  g_autofree char *tracking = ew_store_tracking_ref (sync->store);

  return ew_count_commits (sync->store, &push->to, &push->from,
                           &sync->published, error) &&
         ew_ref_set (sync->store->repo, tracking, &push->to, error) &&
         ew_ref_set (sync->store->repo, EW_SYNCED_REF, &push->to, error);
}

static bool
publish (Sync *sync, bool *raced, GError **error)
{
  EwStore *store = sync->store;
  EwPush push = { sync->branch, sync->theirs, { { 0 } } };

  *raced = false;
  if (!ew_ref_read (store->repo, store->branch, &push.to, error))
    return false;
  if (git_oid_equal (&push.to, &push.from))
    return true;
  return ew_remote_push (sync->remote, store, &push, &sync->watch, raced,
                         error) &&
         note_published (sync, &push, error);
}

static bool
exchange (Sync *sync, GError **error)
{
  for (guint i = 0; i < PUSH_TRIES; i++) {
    bool raced;

    if (ew_is_cancelled (sync->watch.cancellable, error) ||
        !fetch (sync, error) || !put_onto_tip (sync, error))
      return false;
    if (publish (sync, &raced, error))
      return true;
    if (!raced)
      return false;
    g_usleep (g_random_int_range (1, 50000 << i));
  }
  g_set_error_literal (error, EW_ERROR, EW_ERROR_RACED,
                       _ ("Others share their changes faster than yours can "
                          "follow. Your work is safe here; try again in a "
                          "moment."));
  return false;
}

static bool
open_remote (Sync *sync, GError **error)
{
  g_autofree char *url = ew_store_remote (sync->store, error);

  if (!url)
    return false;
  if (*url == '\0') {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_USAGE,
                         _ ("This workspace is only here. Say first where it "
                            "is to be shared."));
    return false;
  }
  sync->remote = ew_remote_open (url, sync->store, &sync->watch, error);
  return sync->remote != NULL;
}

bool
ew_sync (EwStore *store, const EwSyncWish *wish, EwSyncResult *result,
         GError **error)
{
  g_auto (Sync) sync = { .store = store,
                         .accept_rewritten = wish->accept_rewritten,
                         .watch = { wish->progress, wish->data,
                                    wish->cancellable, wish->in_background } };
  g_autofree char *lock_path = NULL;
  int lock;
  bool ok;

  g_return_val_if_fail (store && wish && result, false);

  *result = (EwSyncResult){ 0 };
  lock_path = g_build_filename (store->private_dir, "sync.lock", NULL);
  lock = ew_lock_alone (lock_path, LOCK_SECONDS, wish->cancellable, error);
  if (lock < 0)
    return false;
  ok = open_remote (&sync, error) && choose_branch (&sync, error) &&
       exchange (&sync, error);
  ew_lock_release (lock);
  result->received = sync.received;
  result->published = sync.published;
  result->tip = ew_store_tip (store, ok ? error : NULL);
  return ok && result->tip;
}
