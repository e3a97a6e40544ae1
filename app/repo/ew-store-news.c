#include "ew-store-news.h"

#include "ew-ask.h"
#include "ew-board-files.h"
#include "ew-commit-changes.h"
#include "ew-names.h"

#include <glib/gi18n-lib.h>

void
ew_news_free (EwNews *news)
{
  if (!news)
    return;
  g_clear_pointer (&news->before, ew_object_unref);
  g_clear_pointer (&news->after, ew_object_unref);
  g_free (news->who);
  g_free (news->email);
  g_free (news);
}

/* Who was the last to change an object. */
typedef struct {
  char *who, *email;
  gint64 time;
} Hand;

static void
hand_free (gpointer data)
{
  Hand *hand = data;

  g_free (hand->who);
  g_free (hand->email);
  g_free (hand);
}

typedef struct {
  EwStore *store;
  const char *board;
  const char *const *mine;
  GHashTable *hands; /* id → Hand, of others */
  EwNames *names;
  GCancellable *cancellable;
} Walk;

static void
note_change (const EwChange *change, const git_signature *author, gpointer data)
{
  Walk *walk = data;
  Hand *hand;

  if (g_hash_table_contains (walk->hands, change->id))
    return;
  hand = g_new (Hand, 1);
  *hand = (Hand){ g_strdup (ew_names_call (walk->names, author)),
                  g_utf8_make_valid (author->email, -1), author->when.time };
  g_hash_table_insert (walk->hands, g_strdup (change->id), hand);
}

static bool
visit (Walk *walk, const git_commit *commit, const git_commit *parent,
       GError **error)
{
  if (ew_is_cancelled (walk->cancellable, error))
    return false;
  if (ew_email_is_among (git_commit_author (commit)->email, walk->mine))
    return true;
  return ew_commit_each_change (walk->store, walk->board,
                                (EwCommitStep){ commit, parent }, note_change,
                                walk, error);
}

/* From @tip to where it has in common with what was seen. */
static bool
walk_back (Walk *walk, git_commit *tip, const git_oid *stop, GError **error)
{
  g_autoptr (git_commit) commit = tip;

  for (guint i = 0; commit && i < EW_NEWS_STEPS_MAX; i++) {
    g_autoptr (git_commit) parent = NULL;

    if (git_oid_equal (git_commit_id (commit), stop))
      break;
    parent = ew_commit_parent (commit);
    if (!visit (walk, commit, parent, error))
      return false;
    git_commit_free (commit);
    commit = g_steal_pointer (&parent);
  }
  return true;
}

static bool
find_hands (Walk *walk, const char *seen, const char *tip, GError **error)
{
  g_autoptr (git_commit) old = NULL;
  git_commit *new = NULL;
  git_oid base = { 0 };

  if (!ew_store_lookup (walk->store, seen, &old, error) ||
      !ew_store_lookup (walk->store, tip, &new, error))
    return false;
  if (old && new)
    git_merge_base (&base, walk->store->repo, git_commit_id (old),
                    git_commit_id (new));
  return walk_back (walk, new, &base, error);
}

static void
add_news (Walk *walk, const EwChange *change, GPtrArray *found)
{
  const Hand *hand = g_hash_table_lookup (walk->hands, change->id);
  EwNews *news;

  if (!hand)
    return;
  news = g_new (EwNews, 1);
  *news = (EwNews){
    .before = change->before ? ew_object_ref (change->before) : NULL,
    .after = change->after ? ew_object_ref (change->after) : NULL,
    .who = g_strdup (hand->who),
    .email = g_strdup (hand->email),
    .time = hand->time,
  };
  g_ptr_array_add (found, news);
}

static GPtrArray *
sum_up (Walk *walk, const char *seen, const char *tip, GError **error)
{
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_news_free);
  g_autoptr (GPtrArray) edits =
      ew_store_diff (walk->store, seen, tip, walk->board, error);

  if (!edits)
    return NULL;
  for (guint i = 0; i < edits->len; i++) {
    const EwEdit *edit = ((EwBoardEdit *) edits->pdata[i])->edit;

    for (guint n = 0; n < ew_edit_size (edit); n++)
      add_news (walk, ew_edit_at (edit, n), found);
  }
  return g_steal_pointer (&found);
}

GPtrArray *
ew_store_news (EwStore *store, const char *board, const char *seen,
               const char *tip, const char *const *mine,
               GCancellable *cancellable, GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GHashTable) hands = NULL;
  g_autoptr (EwNames) names = NULL;
  Walk walk;

  if (!(before = ew_store_board_key (store, seen, board, error)) ||
      !(after = ew_store_board_key (store, tip, board, error)))
    return NULL;
  hands = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, hand_free);
  names = ew_names_new (store);
  walk = (Walk){ store, board, mine, hands, names, cancellable };
  if (!g_str_equal (before, after) && !find_hands (&walk, seen, tip, error))
    return NULL;
  return sum_up (&walk, seen, tip, error);
}

char *
ew_store_board_key (EwStore *store, const char *rev, const char *board,
                    GError **error)
{
  g_autofree char *path = ew_board_path (store, board, NULL);
  g_autoptr (git_tree) root = ew_store_tree (store, rev, error);
  EwEntry entry;

  if (!root)
    return NULL;
  entry = ew_tree_entry (root, path);
  return entry.mode ? ew_oid_to_string (&entry.oid) : g_strdup ("");
}
