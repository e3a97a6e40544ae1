/* Commands about sharing: where, what is new, and the way there and back. */
#include "ew-command.h"

#include "ew-error.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

bool
ew_command_remote (EwCall *call, GError **error)
{
  if (call->n_args == 0) {
    const char *remote = ew_session_remote (call->session);
    if (*remote)
      g_print ("%s\n", remote);
    return true;
  }
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_set_remote_async (call->session, call->args[0], ew_ready_cb,
                               &result);
  return ew_session_set_remote_finish (call->session, ew_await (&result),
                                       error);
}

static const char *
phase_word (EwSyncPhase phase)
{
  switch (phase) {
  case EW_SYNC_LOCAL:
    return "local";
  case EW_SYNC_CURRENT:
    return "up-to-date";
  case EW_SYNC_WAITING:
    return "to-share";
  case EW_SYNC_RUNNING:
    return "syncing";
  case EW_SYNC_OFFLINE:
    return "offline";
  case EW_SYNC_NEEDS_YOU:
    return "needs-you";
  }
  g_return_val_if_reached ("");
}

static void
print_status_json (EwCall *call, const EwSessionState *state)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  const EwIdentity *who = ew_session_identity (call->session);

  json_builder_begin_object (json);
  ew_json_add (json, "workspace", ew_session_name (call->session));
  ew_json_add (json, "remote", ew_session_remote (call->session));
  ew_json_add (json, "state", phase_word (state->phase));
  ew_json_add_int (json, "to_share", state->to_share);
  ew_json_add (json, "name", who ? who->name : "");
  ew_json_add (json, "email", who ? who->email : "");
  if (state->error)
    ew_json_add (json, "error", state->error->message);
  json_builder_end_object (json);
  ew_print_json (json);
}

static void
print_status (const EwSessionState *state)
{
  switch (state->phase) {
  case EW_SYNC_LOCAL:
    g_print ("%s\n", _ ("This workspace is only on this computer."));
    break;
  case EW_SYNC_CURRENT:
    g_print ("%s\n", _ ("Everything is shared."));
    break;
  default:
    g_print (ngettext ("%u change to share.\n", "%u changes to share.\n",
                       state->to_share),
             state->to_share);
  }
}

bool
ew_command_status (EwCall *call, GError **error)
{
  EwSessionState state = ew_session_state (call->session);
  if (call->json)
    print_status_json (call, &state);
  else
    print_status (&state);
  return true;
}

static bool
commit_now (EwCall *call, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ew_session_commit_async (call->session, ew_ready_cb, &result);
  return ew_session_commit_finish (call->session, ew_await (&result), error);
}

bool
ew_command_commit (EwCall *call, GError **error)
{
  return commit_now (call, error) && ew_command_status (call, error);
}

static void
print_sync_json (guint received, guint published)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_object (json);
  ew_json_add_int (json, "received", received);
  ew_json_add_int (json, "published", published);
  json_builder_end_object (json);
  ew_print_json (json);
}

/* --- Progress, where somebody looks at it ----------------------------------
 */

#define CLEAR_LINE "\r\033[K"

static void
show_progress_cb (EwSession *session, gpointer data)
{
  EwSessionState state = ew_session_state (session);

  if (state.phase != EW_SYNC_RUNNING || *state.what == '\0')
    return;
  if (state.fraction >= 0)
    g_printerr (CLEAR_LINE "%s  %.0f %%", state.what, state.fraction * 100);
  else
    g_printerr (CLEAR_LINE "%s…", state.what);
}

/* Returns: the handler, 0 when nobody looks. */
static gulong
show_progress (EwCall *call)
{
  if (!isatty (STDERR_FILENO))
    return 0;
  return g_signal_connect (call->session, "state-changed",
                           G_CALLBACK (show_progress_cb), NULL);
}

static void
end_progress (EwCall *call, gulong handler)
{
  if (handler == 0)
    return;
  g_signal_handler_disconnect (call->session, handler);
  g_printerr (CLEAR_LINE);
}

static bool
sync_now (EwCall *call, guint *received, guint *published, GError **error)
{
  EwSyncManner manner =
      call->accept_rewritten ? EW_SYNC_ACCEPT_REWRITTEN : EW_SYNC_ASKED;
  g_autoptr (GAsyncResult) result = NULL;
  gulong handler = show_progress (call);
  bool is_done;

  ew_session_sync_as_async (call->session, manner, ew_ready_cb, &result);
  is_done = ew_session_sync_finish (call->session, ew_await (&result), received,
                                    published, error);
  end_progress (call, handler);
  return is_done;
}

/* The window has a button for it; here is what to type. */
static void
tell_way_out (GError **error)
{
  if (error && g_error_matches (*error, EW_ERROR, EW_ERROR_REWRITTEN))
    g_prefix_error_literal (error, _ ("To go on from the new history, use "
                                      "“sync --accept-rewritten”. "));
}

bool
ew_command_sync (EwCall *call, GError **error)
{
  guint received = 0, published = 0;

  if (!sync_now (call, &received, &published, error)) {
    tell_way_out (error);
    return false;
  }
  if (call->json)
    print_sync_json (received, published);
  else
    g_print (_ ("%u versions received, %u published.\n"), received, published);
  return true;
}
