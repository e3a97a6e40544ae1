#include "ew-store-private.h"

#include "ew-commit.h"
#include "ew-ref.h"
#include "ew-remote.h"
#include "ew-said.h"
#include "ew-sharing.h"
#include "ew-store-find.h"
#include "ew-sync.h"
#include "ew-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADS "refs/heads/"

typedef struct {
  const EwPlace *place;
  EwRemote *remote;
  EwWatch watch;
  GPtrArray *found;
} Clone;

/* "/srv/team.git", "host:team.git" → "team".  Returns: (transfer full). */
static char *
name_of_place (const char *url)
{
  g_autofree char *last = g_path_get_basename (url);
  const char *colon = strrchr (last, ':');
  char *name = g_strdup (colon && colon[1] ? colon + 1 : last);

  if (g_str_has_suffix (name, ".git") && strlen (name) > 4)
    name[strlen (name) - 4] = '\0';
  return name;
}

/* Nothing is there yet: the first who joins begins the workspace. */
static bool
begin_here (EwStore *store, Clone *clone, GError **error)
{
  g_autofree char *name = name_of_place (clone->place->url);

  return ew_store_begin (store, name, error);
}

static bool
take_all (EwStore *store, Clone *clone, const git_oid *tip, GError **error)
{
  g_autofree char *tracking = ew_store_tracking_ref (store);
  git_oid none = { 0 };
  bool raced;

  return ew_remote_fetch (clone->remote, store, tip, &clone->watch, error) &&
         ew_ref_set (store->repo, tracking, tip, error) &&
         ew_ref_set (store->repo, EW_SYNCED_REF, tip, error) &&
         ew_commit_adopt (store, &none, tip, &raced, error);
}

/* --- Where in the repository ---------------------------------------------- */

/* Names that nobody could have chosen here are not offered. */
static void
keep_usable (GPtrArray *found)
{
  for (guint i = found->len; i > 0; i--)
    if (!ew_folder_is_usable (found->pdata[i - 1]))
      g_ptr_array_remove_index (found, i - 1);
}

static bool
ask_which (Clone *clone, GPtrArray *found, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (guint i = 0; i < found->len; i++) {
    g_string_append_printf (names, i ? ", %s" : "%s", (char *) found->pdata[i]);
    if (clone->found)
      g_ptr_array_add (clone->found, g_strdup (found->pdata[i]));
  }
  shown = ew_said_plain (names->str, -1);
  g_set_error (error, EW_ERROR, EW_ERROR_CHOOSE,
               _ ("There are several workspaces in this repository. Say which "
                  "of these folders: %s"),
               shown);
  return false;
}

static bool
find_folder (EwStore *store, Clone *clone, const git_tree *root, GError **error)
{
  g_autoptr (GPtrArray) found = ew_store_find (store->repo, root);

  keep_usable (found);
  if (found->len == 0 || *(char *) found->pdata[0] == '\0')
    return true;
  if (found->len > 1)
    return ask_which (clone, found, error);
  return ew_store_set_folder (store, found->pdata[0], error);
}

/* A folder that was asked for and has no workspace yet gets one; the folder
 * that somebody else chose is found. */
static bool
settle_folder (EwStore *store, Clone *clone, GError **error)
{
  g_autofree char *path = ew_store_path (store, EW_WORKSPACE_FILE);
  g_autoptr (git_tree) root = ew_store_tree (store, NULL, error);

  if (!root)
    return false;
  if (!clone->place->folder)
    return find_folder (store, clone, root, error);
  return *store->folder == '\0' || ew_tree_entry (root, path).mode != 0 ||
         begin_here (store, clone, error);
}

/* --- All of it ------------------------------------------------------------ */

/* Returns: (transfer full). */
static char *
choose_branch (Clone *clone)
{
  const char *wanted = clone->place->branch;
  char *usual;

  if (wanted && *wanted)
    return g_strconcat (g_str_has_prefix (wanted, HEADS) ? "" : HEADS, wanted,
                        NULL);
  usual = ew_remote_default_branch (clone->remote);
  return usual ? usual : g_strdup (EW_BRANCH_DEFAULT);
}

static bool
fill_cloned (EwStore *store, gpointer data, GError **error)
{
  Clone *clone = data;
  const EwPlace *place = clone->place;
  g_autoptr (EwRemote) remote = NULL;
  g_autofree char *branch = NULL;
  git_oid tip;

  clone->remote = remote =
      ew_remote_open (place->url, store, &clone->watch, error);
  if (!remote)
    return false;
  branch = choose_branch (clone);
  if (!ew_store_set_branch (store, branch, error) ||
      (place->folder && !ew_store_set_folder (store, place->folder, error)) ||
      !ew_store_set_remote (store, place->url, error) ||
      !ew_store_set_remote_branch (store, branch, error) ||
      !ew_remote_tip (remote, branch, &tip, error))
    return false;
  if (git_oid_is_zero (&tip))
    return begin_here (store, clone, error);
  return take_all (store, clone, &tip, error) &&
         settle_folder (store, clone, error);
}

EwStore *
ew_store_join (const EwPlace *place, const char *dir, const EwWish *wish,
               GError **error)
{
  Clone clone = { .place = place,
                  .found = wish->found,
                  .watch = { .progress = wish->progress,
                             .data = wish->data,
                             .cancellable = wish->cancellable,
                             .prompter = wish->prompter } };

  g_return_val_if_fail (place && place->url && dir, NULL);

  ew_git_init ();
  return ew_store_make (dir, fill_cloned, &clone, error);
}

EwStore *
ew_store_clone (const char *url, const char *dir, EwProgress progress,
                gpointer data, GCancellable *cancellable, GError **error)
{
  EwPlace place = { .url = url };
  EwWish wish = { progress, data, cancellable, NULL, NULL };

  return ew_store_join (&place, dir, &wish, error);
}
