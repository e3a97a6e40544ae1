/* Syncing without being asked: soon after opening, when it has been quiet,
 * every few minutes, and when the network is back.  Waits longer and longer
 * while the others cannot be reached. */
#include "ew-session-private.h"

#include "ew-error.h"

#define FIRST_SECONDS 1
/* A network that says it is there needs a moment more. */
#define NETWORK_SECONDS 2
#define RETRY_SECONDS 30
#define RETRY_SECONDS_MAX 1800

static void plan (EwSession *self, guint seconds);

static bool
is_possible (EwSession *self)
{
  return self->auto_seconds > 0 && *self->remote != '\0' &&
         self->identity != NULL;
}

static gboolean
due_cb (gpointer data)
{
  EwSession *self = data;

  self->auto_source = 0;
  ew_session_sync_by_itself (self);
  return G_SOURCE_REMOVE;
}

static void
plan (EwSession *self, guint seconds)
{
  g_clear_handle_id (&self->auto_source, g_source_remove);
  self->auto_due = 0;
  if (!is_possible (self))
    return;
  self->auto_source = g_timeout_add_seconds (seconds, due_cb, self);
  self->auto_due = g_get_real_time () / G_USEC_PER_SEC + seconds;
}

/* Twice as long after each failure, and never all at once: a team whose server
 * comes back does not fall upon it in the same second. */
static guint
retry_seconds (EwSession *self)
{
  guint first = MIN (RETRY_SECONDS, self->auto_seconds);
  guint seconds = first << MIN (self->auto_failures - 1, 16);

  seconds = MIN (seconds, RETRY_SECONDS_MAX);
  return seconds + g_random_int_range (0, seconds / 4 + 1);
}

void
ew_session_plan_sync (EwSession *self, const GError *error)
{
  bool failed = error && !g_error_matches (error, EW_ERROR, EW_ERROR_CANCELLED);

  self->auto_failures = failed ? self->auto_failures + 1 : 0;
  plan (self, failed ? retry_seconds (self) : self->auto_seconds);
}

void
ew_session_stop_planning (EwSession *self)
{
  g_clear_handle_id (&self->auto_source, g_source_remove);
  self->auto_due = 0;
  self->auto_seconds = 0;
}

static void
network_changed_cb (GNetworkMonitor *monitor, gboolean is_available,
                    EwSession *self)
{
  if (is_available && self->auto_failures > 0 && !self->sync)
    plan (self, NETWORK_SECONDS);
}

/* Once: the monitor lives as long as the program, the session does not. */
static void
watch_network (EwSession *self)
{
  if (self->watches_network)
    return;
  self->watches_network = true;
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (network_changed_cb), self, 0);
}

void
ew_session_set_auto_sync (EwSession *self, guint seconds)
{
  g_return_if_fail (EW_IS_SESSION (self));

  if (self->auto_seconds == seconds)
    return;
  self->auto_seconds = seconds;
  self->auto_failures = 0;
  if (seconds > 0)
    watch_network (self);
  plan (self, FIRST_SECONDS);
}

bool
ew_session_is_auto_sync (EwSession *self)
{
  g_return_val_if_fail (EW_IS_SESSION (self), false);

  return self->auto_seconds > 0;
}

bool
ew_session_sync_by_itself (EwSession *self)
{
  if (!is_possible (self))
    return false;
  ew_session_sync_as_async (self, EW_SYNC_IN_BACKGROUND, NULL, NULL);
  return true;
}
