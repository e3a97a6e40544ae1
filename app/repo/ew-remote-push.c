#include "ew-remote-net.h"

#include "ew-ref.h"
#include "ew-said.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What libgit2 sends must have a name here. */
#define OUTGOING "refs/elsewhen/outgoing"

static int
packing_cb (int stage, uint32_t current, uint32_t total, void *data)
{
  EwNetRemote *self = data;

  return ew_net_remote_report (self, -1, self->what);
}

static int
sending_cb (unsigned int current, unsigned int total, size_t bytes, void *data)
{
  EwNetRemote *self = data;
  g_autofree char *size = g_format_size (bytes);
  g_autofree char *line = g_strdup_printf (_ ("%s: %u of %u objects, %s"),
                                           self->what, current, total, size);

  return ew_net_remote_report (self, total > 0 ? (double) current / total : -1,
                               line);
}

static int
upload (EwNetRemote *self, const char *branch)
{
  g_autofree char *spec = g_strdup_printf (OUTGOING ":%s", branch);
  git_push_options options = GIT_PUSH_OPTIONS_INIT;
  git_strarray specs = { &spec, 1 };

  options.callbacks = ew_net_remote_callbacks (self);
  options.callbacks.pack_progress = packing_cb;
  options.callbacks.push_transfer_progress = sending_cb;
  options.follow_redirects = GIT_REMOTE_REDIRECT_NONE;
  g_string_truncate (self->said, 0);
  g_clear_pointer (&self->refusal, g_free);
  return git_remote_upload (self->git, &specs, &options);
}

/* Whether the branch, as listed last, is where we saw it. */
static bool
is_at (EwNetRemote *self, const char *branch, const git_oid *from)
{
  const git_oid *now = g_hash_table_lookup (self->heads, branch);

  return now ? git_oid_equal (now, from) : git_oid_is_zero (from);
}

/* Hooks, protected branches, quotas: only the server knows, so its own words
 * are shown. */
static bool
fail_refused (EwNetRemote *self, GError **error)
{
  g_autofree char *place = ew_address_place (self->address);
  g_autofree char *status = ew_said_plain (self->refusal, -1);
  g_autofree char *words = ew_said_lines (self->said->str, 3);

  g_set_error (error, EW_ERROR, EW_ERROR_REFUSED,
               *words ? _ ("“%s” did not take your changes (%s). It says: %s")
                      : _ ("“%s” did not take your changes: %s.%s"),
               place, status, words);
  return false;
}

/* The server compares too, and its refusal may mean just that somebody was
 * faster than we looked. */
static bool
settle_refusal (EwNetRemote *self, const EwPush *push, bool *raced,
                GError **error)
{
  g_autofree char *refusal = g_strdup (self->refusal);
  g_autofree char *said = g_strdup (self->said->str);

  if (!ew_net_remote_list (self, GIT_DIRECTION_FETCH, error))
    return false;
  if (!is_at (self, push->branch, &push->from)) {
    *raced = true;
    return false;
  }
  g_free (self->refusal);
  self->refusal = g_steal_pointer (&refusal);
  g_string_assign (self->said, said);
  return fail_refused (self, error);
}

static bool
send (EwNetRemote *self, EwStore *store, const EwPush *push, bool *raced,
      GError **error)
{
  int code;

  ew_net_call_enter (&self->call);
  ew_valve_watch (store->valve, self->watch.cancellable);
  code = upload (self, push->branch);
  ew_valve_watch (store->valve, NULL);
  ew_net_call_leave (&self->call);
  if (code == GIT_ENONFASTFORWARD) {
    *raced = true;
    return false;
  }
  if (code < 0)
    return ew_net_remote_fail (self, code, error);
  return !self->refusal || settle_refusal (self, push, raced, error);
}

static bool
push_listed (EwNetRemote *self, EwStore *store, const EwPush *push, bool *raced,
             GError **error)
{
  if (!is_at (self, push->branch, &push->from)) {
    *raced = true;
    return false;
  }
  return ew_ref_set (self->repo, OUTGOING, &push->to, error) &&
         send (self, store, push, raced, error);
}

bool
ew_net_remote_push (EwRemote *remote, EwStore *store, const EwPush *push,
                    const EwWatch *watch, bool *raced, GError **error)
{
  EwNetRemote *self = (EwNetRemote *) remote;
  bool ok;

  g_return_val_if_fail (self->repo == store->repo, false);

  self->watch = *watch;
  self->what = _ ("Sharing your changes");
  ok = ew_net_remote_list (self, GIT_DIRECTION_PUSH, error) &&
       push_listed (self, store, push, raced, error);
  ew_net_remote_hang_up (self);
  return ew_ref_remove (store->repo, OUTGOING, ok ? error : NULL) && ok;
}

/* Git hosts tell on connecting; hooks only when something is pushed. */
bool
ew_net_remote_may_write (EwRemote *remote, const char *branch, GError **error)
{
  EwNetRemote *self = (EwNetRemote *) remote;
  bool ok = ew_net_remote_list (self, GIT_DIRECTION_PUSH, error);

  ew_net_remote_hang_up (self);
  return ok;
}
