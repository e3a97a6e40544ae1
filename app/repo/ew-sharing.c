#include "ew-sharing.h"

#include "ew-address.h"
#include "ew-lock.h"
#include "ew-ref.h"
#include "ew-remote.h"
#include "ew-sync.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define URL_KEY "remote.origin.url"
#define HEADS "refs/heads/"

/* @value NULL removes the key. */
static int
write_key (EwStore *store, const char *key, const char *value)
{
  g_autoptr (git_config) config = NULL;
  g_autoptr (git_config) own = NULL;
  int code = git_repository_config (&config, store->repo);

  if (code == 0)
    code = git_config_open_level (&own, config, GIT_CONFIG_LEVEL_LOCAL);
  if (code < 0)
    return code;
  if (value)
    return git_config_set_string (own, key, value);
  code = git_config_delete_entry (own, key);
  return code == GIT_ENOTFOUND ? 0 : code;
}

static bool
set_key (EwStore *store, const char *key, const char *value, GError **error)
{
  int hold = ew_lock_share (store->repo);
  int code = write_key (store, key, value);

  ew_lock_release (hold);
  if (code == GIT_ELOCKED && ew_lock_clear_stale (store->repo, store->branch))
    code = write_key (store, key, value);
  return code >= 0 ||
         ew_git_fail (error, code,
                      _ ("The settings of the workspace could not be written"));
}

static char *
get_key (EwStore *store, const char *key)
{
  g_autoptr (git_config) config = NULL;
  const char *value = NULL;

  if (git_repository_config_snapshot (&config, store->repo) < 0 ||
      git_config_get_string (&value, config, key) < 0)
    return g_strdup ("");
  return g_strdup (value);
}

static const char *
short_name (const char *branch)
{
  return g_str_has_prefix (branch, HEADS) ? branch + strlen (HEADS) : branch;
}

static char *
branch_key (EwStore *store)
{
  return g_strdup_printf ("branch.%s.merge", short_name (store->branch));
}

char *
ew_store_remote_branch (EwStore *store)
{
  g_autofree char *key = branch_key (store);

  return get_key (store, key);
}

bool
ew_store_set_remote_branch (EwStore *store, const char *branch, GError **error)
{
  g_autofree char *key = branch_key (store);
  g_autofree char *now = get_key (store, key);

  return g_strcmp0 (now, branch) == 0 || set_key (store, key, branch, error);
}

char *
ew_store_tracking_ref (EwStore *store)
{
  g_autofree char *branch = ew_store_remote_branch (store);

  return g_strconcat ("refs/remotes/origin/",
                      short_name (*branch ? branch : store->branch), NULL);
}

char *
ew_store_remote (EwStore *store, GError **error)
{
  g_return_val_if_fail (store, NULL);

  return get_key (store, URL_KEY);
}

static bool
is_folder_word (const char *word)
{
  return *word && *word != '.' && !strpbrk (word, "\\:*?\"<>|") &&
         g_ascii_strcasecmp (word, "git~1") != 0;
}

/* Returns: (transfer full) (nullable): without slashes around it. */
static char *
clean_folder (const char *folder)
{
  g_auto (GStrv) words = g_strsplit (folder, "/", -1);
  GString *clean = g_string_new (NULL);

  for (guint i = 0; words[i]; i++) {
    if (*words[i] && !is_folder_word (words[i])) {
      g_string_free (clean, TRUE);
      return NULL;
    }
    if (*words[i])
      g_string_append_printf (clean, "%s%s", clean->len > 0 ? "/" : "",
                              words[i]);
  }
  return g_string_free (clean, FALSE);
}

bool
ew_folder_is_usable (const char *folder)
{
  g_autofree char *clean = clean_folder (folder);

  return g_strcmp0 (clean, folder) == 0 && g_utf8_validate (folder, -1, NULL);
}

bool
ew_store_set_folder (EwStore *store, const char *folder, GError **error)
{
  g_autofree char *clean = clean_folder (folder);

  if (!clean) {
    g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
                 _ ("“%s” cannot be the folder of a workspace. Words with "
                    "slashes between them can, such as “docs/team”."),
                 folder);
    return false;
  }
  if (!set_key (store, EW_FOLDER_KEY, clean, error))
    return false;
  g_free (store->folder);
  store->folder = g_steal_pointer (&clean);
  return true;
}

/* What was seen at another place says nothing about the new one. */
static bool
forget_remote (EwStore *store, GError **error)
{
  g_autofree char *tracking = ew_store_tracking_ref (store);

  return ew_ref_remove (store->repo, tracking, error) &&
         ew_ref_remove (store->repo, EW_SYNCED_REF, error) &&
         ew_store_set_remote_branch (store, NULL, error);
}

static bool
is_another_place (EwStore *store, const EwAddress *address, GError **error)
{
  if (address->kind != EW_ADDRESS_FOLDER ||
      strcmp (address->path, store->dir) != 0)
    return true;
  g_set_error_literal (error, EW_ERROR, EW_ERROR_USAGE,
                       _ ("A workspace cannot be shared through itself. Choose "
                          "another folder."));
  return false;
}

/* Returns: (transfer full): @url as it is kept; a folder by its whole path. */
static char *
kept_form (EwStore *store, const char *url, GError **error)
{
  g_autoptr (EwAddress) address = ew_address_parse (url, error);

  if (!address || !is_another_place (store, address, error))
    return NULL;
  return g_strdup (address->text);
}

bool
ew_store_set_remote (EwStore *store, const char *url, GError **error)
{
  g_autofree char *kept = NULL;
  g_autofree char *now = NULL;

  g_return_val_if_fail (store, false);

  if (url && *url && !(kept = kept_form (store, url, error)))
    return false;
  now = get_key (store, URL_KEY);
  if (g_strcmp0 (now, kept ? kept : "") == 0)
    return true;
  return forget_remote (store, error) && set_key (store, URL_KEY, kept, error);
}

bool
ew_store_probe (EwStore *store, const char *url, GCancellable *cancellable,
                GError **error)
{
  EwWatch watch = { .cancellable = cancellable };
  g_autoptr (EwRemote) remote = NULL;
  g_autofree char *branch = NULL;

  g_return_val_if_fail (store && url, false);

  remote = ew_remote_open (url, store, &watch, error);
  if (!remote)
    return false;
  branch = ew_remote_default_branch (remote);
  return ew_remote_may_write (remote, branch ? branch : store->branch, error);
}

bool
ew_count_commits (EwStore *store, const git_oid *tip, const git_oid *known,
                  guint *count, GError **error)
{
  g_autoptr (git_revwalk) walk = NULL;
  git_oid oid;
  int code;

  *count = 0;
  if (git_oid_is_zero (tip))
    return true;
  code = git_revwalk_new (&walk, store->repo);
  if (code == 0)
    code = git_revwalk_push (walk, tip);
  if (code == 0 && !git_oid_is_zero (known))
    code = git_revwalk_hide (walk, known);
  while (code == 0 && (code = git_revwalk_next (&oid, walk)) == 0)
    ++*count;
  return code == GIT_ITEROVER ||
         ew_git_fail (error, code, _ ("The history could not be read"));
}

bool
ew_store_unpublished (EwStore *store, guint *count, GError **error)
{
  g_autofree char *url = NULL;
  g_autofree char *tracking = NULL;
  git_oid tip, known;

  g_return_val_if_fail (store && count, false);

  *count = 0;
  url = ew_store_remote (store, NULL);
  if (*url == '\0')
    return true;
  tracking = ew_store_tracking_ref (store);
  return ew_ref_read (store->repo, store->branch, &tip, error) &&
         ew_ref_read (store->repo, tracking, &known, error) &&
         ew_count_commits (store, &tip, &known, count, error);
}
