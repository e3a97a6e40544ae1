/* Another program may commit to the same workspace: the command line, a second
 * window, plain git.  What it did is taken in at once, not with the next save.
 */
#include "ew-session-private.h"

/* A commit moves the branch, a sync several times: once is enough. */
#define SETTLE_MS 300

/* With work that is not committed yet the next commit finds it anyway. */
static gboolean
settled_cb (gpointer data)
{
  EwSession *self = data;

  self->watch_source = 0;
  if (!self->is_committing && !self->sync &&
      ew_pending_is_empty (self->pending))
    ew_session_commit_async (self, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (GFileMonitor *watch, GFile *file, GFile *other,
          GFileMonitorEvent event, EwSession *self)
{
  if (self->watch_source == 0)
    self->watch_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

void
ew_session_watch (EwSession *self)
{
  g_autofree char *dir = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (EW_IS_SESSION (self));
  g_return_if_fail (self->watch == NULL);

  dir = ew_store_branch_dir (self->store);
  folder = g_file_new_for_path (dir);
  /* Where nothing can be watched it is found later. */
  self->watch =
      g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->watch)
    g_signal_connect_object (self->watch, "changed", G_CALLBACK (moved_cb),
                             self, 0);
}

void
ew_session_stop_watching (EwSession *self)
{
  g_clear_handle_id (&self->watch_source, g_source_remove);
  if (self->watch)
    g_file_monitor_cancel (self->watch);
  g_clear_object (&self->watch);
}
