#include "ew-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ew_identity_free (EwIdentity *identity)
{
  if (!identity)
    return;
  g_free (identity->name);
  g_free (identity->email);
  g_free (identity);
}

/* Git's own rule: the environment, then the configuration.
 * Returns: (transfer full): "" when nobody says. */
static char *
find_word (git_config *config, const char *variable, const char *key)
{
  const char *from_env = g_getenv (variable);
  const char *value = NULL;

  if (from_env && *from_env)
    return g_strstrip (g_strdup (from_env));
  if (git_config_get_string (&value, config, key) < 0)
    return g_strdup ("");
  return g_strstrip (g_strdup (value));
}

EwIdentity *
ew_store_identity (EwStore *store, GError **error)
{
  g_autoptr (git_config) config = NULL;
  g_autoptr (EwIdentity) identity = g_new0 (EwIdentity, 1);
  int code;

  g_return_val_if_fail (store, NULL);

  code = git_repository_config_snapshot (&config, store->repo);
  if (code < 0) {
    ew_git_fail (error, code, _ ("Git's configuration could not be read"));
    return NULL;
  }
  identity->name = find_word (config, "GIT_AUTHOR_NAME", "user.name");
  identity->email = find_word (config, "GIT_AUTHOR_EMAIL", "user.email");
  if (*identity->name && *identity->email)
    return g_steal_pointer (&identity);
  g_set_error_literal (error, EW_ERROR, EW_ERROR_NO_IDENTITY,
                       _ ("Git does not know your name and address yet. Tell "
                          "them once, and your edits carry them."));
  return NULL;
}

static bool
is_writable_word (const char *word)
{
  return word && *word && strpbrk (word, "<>\n\r") == NULL;
}

bool
ew_store_set_identity (EwStore *store, const EwIdentity *identity,
                       GError **error)
{
  g_autoptr (git_config) all = NULL;
  g_autoptr (git_config) own = NULL;
  int code;

  g_return_val_if_fail (store && identity, false);

  if (!is_writable_word (identity->name) ||
      !is_writable_word (identity->email)) {
    g_set_error_literal (error, EW_ERROR, EW_ERROR_USAGE,
                         _ ("A name and an address are needed, without the "
                            "signs “<” and “>”."));
    return false;
  }
  if ((code = git_config_open_default (&all)) < 0 ||
      (code = git_config_open_global (&own, all)) < 0 ||
      (code = git_config_set_string (own, "user.name", identity->name)) < 0 ||
      (code = git_config_set_string (own, "user.email", identity->email)) < 0)
    return ew_git_fail (error, code,
                        _ ("Your name could not be written to git's "
                           "configuration"));
  return true;
}

/* GIT_AUTHOR_DATE in git's own form, `@1700000000 +0100`. */
static bool
find_date (gint64 *seconds, int *minutes)
{
  const char *text = g_getenv ("GIT_AUTHOR_DATE");
  char *end = NULL;
  gint64 zone;

  if (!text || !*text)
    return false;
  *seconds = g_ascii_strtoll (text + (*text == '@'), &end, 10);
  if (*end != ' ' || *seconds <= 0)
    return false;
  zone = g_ascii_strtoll (end + 1, &end, 10);
  *minutes = zone / 100 * 60 + zone % 100;
  return *end == '\0';
}

git_signature *
ew_store_signature (EwStore *store, GError **error)
{
  g_autoptr (EwIdentity) who = ew_store_identity (store, error);
  git_signature *signature = NULL;
  gint64 seconds;
  int minutes, code;

  if (!who)
    return NULL;
  if (find_date (&seconds, &minutes))
    code =
        git_signature_new (&signature, who->name, who->email, seconds, minutes);
  else
    code = git_signature_now (&signature, who->name, who->email);
  if (code < 0)
    ew_git_fail (error, code, _ ("Your name cannot stand in a commit"));
  return signature;
}
