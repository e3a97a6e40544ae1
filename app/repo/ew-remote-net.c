#include "ew-remote-net.h"

#include "ew-ref.h"
#include "ew-tree-depth.h"

#include <git2/sys/transport.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* No list of branches is longer than this. */
#define LIST_MAX (16 * 1024 * 1024)
#define FETCH_MAX ((gint64) 4 * 1024 * 1024 * 1024)
#define HEADS "refs/heads/"
#define INCOMING "refs/elsewhen/incoming"
#define TELL_EVERY (G_USEC_PER_SEC / 20)

static EwNetRemote *
net_of (EwRemote *remote)
{
  return (EwNetRemote *) remote;
}

/* --- What libgit2 asks and tells meanwhile -------------------------------- */

int
ew_net_remote_report (EwNetRemote *self, double fraction, const char *line)
{
  gint64 now = g_get_monotonic_time ();

  if (g_cancellable_is_cancelled (self->watch.cancellable))
    return GIT_EUSER;
  if (!self->watch.progress || now - self->told_at < TELL_EVERY)
    return 0;
  self->told_at = now;
  self->watch.progress (fraction, line, self->watch.data);
  return 0;
}

static double
fraction_of (const git_indexer_progress *stats)
{
  double all = 2.0 * stats->total_objects + stats->total_deltas;

  if (stats->total_objects == 0)
    return -1;
  return (stats->received_objects + stats->indexed_objects +
          stats->indexed_deltas) /
         all;
}

static int
too_many_objects (EwNetRemote *self)
{
  return ew_net_call_fail (
      &self->call,
      g_error_new (EW_ERROR, EW_ERROR_REFUSED,
                   _ ("“%s” has more objects than a workspace can need, so "
                      "they were not taken."),
                   self->address->text));
}

static int
receiving_cb (const git_indexer_progress *stats, void *data)
{
  EwNetRemote *self = data;
  g_autofree char *size = NULL;
  g_autofree char *line = NULL;

  if (stats->total_objects > EW_OBJECTS_MAX)
    return too_many_objects (self);
  size = g_format_size (stats->received_bytes);
  line = g_strdup_printf (_ ("%s: %u of %u objects, %s"), self->what,
                          stats->received_objects, stats->total_objects, size);
  return ew_net_remote_report (self, fraction_of (stats), line);
}

static int
said_cb (const char *text, int length, void *data)
{
  EwNetRemote *self = data;

  if (self->said->len < 8192)
    g_string_append_len (self->said, text, length);
  return ew_net_remote_report (self, -1, self->what);
}

static bool
is_for (EwNetRemote *self, const char *url)
{
  g_autoptr (EwAddress) asked = ew_address_parse (url, NULL);

  return asked && asked->kind == self->address->kind &&
         g_ascii_strcasecmp (asked->host, self->address->host) == 0 &&
         strcmp (asked->port, self->address->port) == 0;
}

/* What was given for one machine goes to no other. */
static int
credentials_cb (git_credential **out, const char *url, const char *user,
                unsigned int allowed, void *data)
{
  EwNetRemote *self = data;
  const EwCredential *found;
  GError *error = NULL;

  if (!is_for (self, url) || !(allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT))
    return GIT_EAUTH;
  if (!self->login)
    self->login = ew_login_new (&self->call.dial);
  found = ew_login_next (self->login, &error);
  if (!found)
    return ew_net_call_fail (&self->call, error);
  return git_credential_userpass_plaintext_new (out, found->user,
                                                found->secret);
}

static int
refused_cb (const char *name, const char *status, void *data)
{
  EwNetRemote *self = data;

  g_free (self->refusal);
  self->refusal = g_strdup (status);
  return 0;
}

git_remote_callbacks
ew_net_remote_callbacks (EwNetRemote *self)
{
  git_remote_callbacks callbacks = GIT_REMOTE_CALLBACKS_INIT;

  callbacks.payload = self;
  callbacks.transfer_progress = receiving_cb;
  callbacks.sideband_progress = said_cb;
  callbacks.push_update_reference = refused_cb;
  if (self->address->kind == EW_ADDRESS_SSH)
    callbacks.transport = ew_net_ssh;
  else
    callbacks.credentials = credentials_cb;
  return callbacks;
}

/* --- Connecting ----------------------------------------------------------- */

static int
connect_to (EwNetRemote *self, git_direction direction)
{
  git_remote_connect_options options = GIT_REMOTE_CONNECT_OPTIONS_INIT;
  int code;

  options.callbacks = ew_net_remote_callbacks (self);
  options.follow_redirects = GIT_REMOTE_REDIRECT_NONE;
  self->call.left = LIST_MAX;
  code = git_remote_connect_ext (self->git, direction, &options);
  if (code == 0 && self->login)
    ew_login_taken (self->login);
  return code;
}

static bool
is_branch (const char *name)
{
  int valid = 0;

  return g_str_has_prefix (name, HEADS) &&
         git_reference_name_is_valid (&valid, name) == 0 && valid;
}

static void
take_heads (EwNetRemote *self, const git_remote_head **heads, gsize n)
{
  g_hash_table_remove_all (self->heads);
  for (gsize i = 0; i < n; i++)
    if (is_branch (heads[i]->name))
      g_hash_table_insert (self->heads, g_strdup (heads[i]->name),
                           g_memdup2 (&heads[i]->oid, sizeof heads[i]->oid));
}

static void
take_usual (EwNetRemote *self)
{
  g_auto (git_buf) name = { 0 };

  g_clear_pointer (&self->usual, g_free);
  if (git_remote_default_branch (&name, self->git) == 0 &&
      g_hash_table_contains (self->heads, name.ptr))
    self->usual = g_strdup (name.ptr);
}

static int
list (EwNetRemote *self, git_direction direction)
{
  const git_remote_head **heads;
  size_t n;
  int code = connect_to (self, direction);

  if (code == 0)
    code = git_remote_ls (&heads, &n, self->git);
  if (code < 0)
    return code;
  take_heads (self, heads, n);
  take_usual (self);
  return 0;
}

void
ew_net_remote_hang_up (EwNetRemote *self)
{
  self->is_listed = false;
  ew_net_call_enter (&self->call);
  git_remote_disconnect (self->git);
  ew_net_call_leave (&self->call);
}

bool
ew_net_remote_list (EwNetRemote *self, git_direction direction, GError **error)
{
  int code;

  ew_net_remote_hang_up (self);
  ew_net_call_enter (&self->call);
  code = list (self, direction);
  ew_net_call_leave (&self->call);
  if (code < 0)
    return ew_net_remote_fail (self, code, error);
  self->is_listed = direction == GIT_DIRECTION_FETCH;
  return true;
}

/* --- Reading -------------------------------------------------------------- */

static char *
default_branch (EwRemote *remote)
{
  return g_strdup (net_of (remote)->usual);
}

static bool
read_tip (EwRemote *remote, const char *branch, git_oid *tip, GError **error)
{
  EwNetRemote *self = net_of (remote);
  const git_oid *found;

  if (!self->is_listed &&
      !ew_net_remote_list (self, GIT_DIRECTION_FETCH, error))
    return false;
  g_free (self->branch);
  self->branch = g_strdup (branch);
  found = g_hash_table_lookup (self->heads, branch);
  *tip = found ? *found : (git_oid){ 0 };
  return true;
}

static int
download (EwNetRemote *self)
{
  g_autofree char *spec = g_strdup_printf ("+%s:" INCOMING, self->branch);
  git_fetch_options options = GIT_FETCH_OPTIONS_INIT;
  git_strarray specs = { &spec, 1 };

  options.callbacks = ew_net_remote_callbacks (self);
  options.update_fetchhead = 0;
  options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE;
  options.follow_redirects = GIT_REMOTE_REDIRECT_NONE;
  self->call.left = (gint64) self->fetch_max;
  return git_remote_download (self->git, &specs, &options);
}

static bool
is_here (EwNetRemote *self, const git_oid *tip)
{
  g_autoptr (git_commit) commit = NULL;

  return git_commit_lookup (&commit, self->repo, tip) == 0;
}

/* Before anything goes down into it. */
static bool
may_take (EwNetRemote *self, const git_oid *tip, GError **error)
{
  g_autoptr (GHashTable) depths = ew_depths_new ();
  g_autoptr (git_commit) commit = NULL;

  if (git_commit_lookup (&commit, self->repo, tip) == 0 &&
      ew_tree_is_shallow (self->repo, git_commit_tree_id (commit), depths))
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_REFUSED,
               _ ("%s: folders lie deeper in folders there than a disk could "
                  "have them."),
               self->address->text);
  return false;
}

static bool
bring (EwNetRemote *self, GError **error)
{
  int code;

  if (!self->is_listed &&
      !ew_net_remote_list (self, GIT_DIRECTION_FETCH, error))
    return false;
  ew_net_call_enter (&self->call);
  code = download (self);
  ew_net_call_leave (&self->call);
  if (code == 0) {
    ew_net_remote_hang_up (self);
    return true;
  }
  ew_net_remote_fail (self, code, error);
  ew_net_remote_hang_up (self);
  return false;
}

static bool
fetch (EwRemote *remote, EwStore *store, const git_oid *tip,
       const EwWatch *watch, GError **error)
{
  EwNetRemote *self = net_of (remote);

  g_return_val_if_fail (self->repo == store->repo && self->branch, false);

  self->watch = *watch;
  self->what = _ ("Fetching changes");
  if (is_here (self, tip))
    return true;
  if (!bring (self, error))
    return false;
  if (is_here (self, tip))
    return may_take (self, tip, error);
  g_set_error (error, EW_ERROR, EW_ERROR_OFFLINE,
               _ ("“%s” changed while it was being read. Try again."),
               self->address->text);
  return false;
}

/* --- Its life ------------------------------------------------------------- */

static void
net_free (EwRemote *remote)
{
  EwNetRemote *self = net_of (remote);

  if (self->git) {
    ew_net_call_enter (&self->call);
    git_remote_free (self->git);
    ew_net_call_leave (&self->call);
  }
  g_clear_error (&self->call.error);
  ew_login_free (self->login);
  ew_address_free (self->address);
  g_hash_table_unref (self->heads);
  g_string_free (self->said, TRUE);
  g_free (self->authorities);
  g_free (self->usual);
  g_free (self->branch);
  g_free (self->refusal);
  g_free (self);
}

static const EwRemoteClass net_class = {
  .free = net_free,
  .default_branch = default_branch,
  .tip = read_tip,
  .fetch = fetch,
  .push = ew_net_remote_push,
  .may_write = ew_net_remote_may_write,
};

/* The user's own settings, never those of a repository. */
static void
read_settings (EwNetRemote *self)
{
  const char *told = g_getenv ("GIT_SSL_CAINFO");
  g_autoptr (git_config) config = NULL;
  g_auto (git_buf) path = { 0 };
  gint64 number;

  self->fetch_max = FETCH_MAX;
  self->authorities = g_strdup (told);
  if (git_config_open_default (&config) < 0)
    return;
  if (!told && git_config_get_path (&path, config, "http.sslCAInfo") == 0)
    self->authorities = g_strdup (path.ptr);
  if (git_config_get_int64 (&number, config, "elsewhen.timeout") == 0 &&
      number > 0)
    self->call.dial.timeout = (guint) MIN (number, 3600);
  if (git_config_get_int64 (&number, config, "elsewhen.fetchLimit") == 0 &&
      number > 0)
    self->fetch_max = (guint64) number;
}

static void
begin_call (EwNetRemote *self, EwStore *store, const EwWatch *watch)
{
  const EwPrompter *prompter = watch->prompter;

  if (!prompter && store)
    prompter = store->prompter;
  self->watch = *watch;
  self->what = _ ("Connecting");
  self->call.dial.address = self->address;
  self->call.dial.cancellable = watch->cancellable;
  self->call.dial.prompter = watch->in_background ? NULL : prompter;
  self->call.dial.authorities = self->authorities;
}

static bool
make_git (EwNetRemote *self, GError **error)
{
  git_remote_create_options options = GIT_REMOTE_CREATE_OPTIONS_INIT;
  int code;

  options.repository = self->repo;
  options.flags = GIT_REMOTE_CREATE_SKIP_INSTEADOF |
                  GIT_REMOTE_CREATE_SKIP_DEFAULT_FETCHSPEC;
  code =
      git_remote_create_with_opts (&self->git, self->address->text, &options);
  return code == 0 ||
         ew_git_fail (error, code, _ ("The address “%s” cannot be used"),
                      self->address->text);
}

EwRemote *
ew_remote_open_net (EwAddress *address, EwStore *store, const EwWatch *watch,
                    GError **error)
{
  EwNetRemote *self = g_new0 (EwNetRemote, 1);

  ew_git_init ();
  self->parent.class = &net_class;
  self->address = address;
  self->repo = store ? store->repo : NULL;
  self->heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->said = g_string_new (NULL);
  read_settings (self);
  begin_call (self, store, watch);
  if (make_git (self, error) &&
      ew_net_remote_list (self, GIT_DIRECTION_FETCH, error))
    return &self->parent;
  net_free (&self->parent);
  return NULL;
}
