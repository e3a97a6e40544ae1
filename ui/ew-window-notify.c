/* The desktop is told what waits for me, see ew-notify.h; not while the window
 * is in front, where the number beside the inbox says it. */
#include "ew-window-private.h"

#include "ew-news-words.h"
#include "ew-notify.h"

#include <glib/gi18n-lib.h>

/* Looked at again in between: the clock may be set, the machine may sleep. */
#define LOOK_SECONDS 600
#define LINES_MAX 3

static GApplication *
application_of (EwWindow *window)
{
  return G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
}

/* One for each workspace. */
static char *
notification_id (EwWindow *window)
{
  return g_strconcat ("inbox:", ew_session_dir (window->session), NULL);
}

/* Whoever is in a dialog of the program is with it as well. */
static bool
is_in_front (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (gtk_window_is_active (window))
      return true;
  }
  return false;
}

/* --- Words ---------------------------------------------------------------- */

/* Some desktops read markup here and others show it: what looks like it becomes
 * what only looks like that. */
static char *
plain (char *text)
{
  GString *words = g_string_new (text);

  g_free (text);
  g_string_replace (words, "&", "＆", 0);
  g_string_replace (words, "<", "‹", 0);
  g_string_replace (words, ">", "›", 0);
  return g_string_free (words, FALSE);
}

static char *
title_of (GPtrArray *items)
{
  if (items->len == 1)
    return plain (ew_inbox_headline (items->pdata[0]));
  return g_strdup_printf (
      ngettext ("%u waits for you", "%u wait for you", items->len), items->len);
}

static void
add_line (GString *body, const EwInboxItem *item, bool with_headline)
{
  const char *board = *item->title ? item->title : _ ("Untitled Board");
  g_autofree char *head =
      with_headline ? ew_inbox_headline (item) : g_strdup (item->text);

  if (body->len > 0)
    g_string_append_c (body, '\n');
  if (*head)
    g_string_append_printf (body, "%s · ", head);
  g_string_append (body, board);
}

static char *
body_of (GPtrArray *items)
{
  GString *body = g_string_new (NULL);
  guint n = MIN (items->len, LINES_MAX), rest = items->len - n;

  for (guint i = 0; i < n; i++)
    add_line (body, items->pdata[i], items->len > 1);
  if (rest > 0) {
    g_string_append_c (body, '\n');
    g_string_append_printf (body, ngettext ("and %u more", "and %u more", rest),
                            rest);
  }
  return plain (g_string_free (body, FALSE));
}

/* --- Telling -------------------------------------------------------------- */

/* A single one is opened; of several, the list. */
static GNotification *
notification_of (EwWindow *window, GPtrArray *items)
{
  const EwInboxItem *first = items->pdata[0];
  bool is_one = items->len == 1;
  g_autofree char *title = title_of (items);
  g_autofree char *body = body_of (items);
  GNotification *notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (
      notification, "app.open-place", "(sss)", ew_session_dir (window->session),
      is_one ? first->board : "", is_one ? first->thread : "");
  return notification;
}

static void
remember (EwWindow *window, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++) {
    const EwInboxItem *item = items->pdata[i];

    ew_session_mark (window->session, EW_MARK_TOLD, item->key, item->state);
  }
}

static void
tell (EwWindow *window, GPtrArray *items, gint64 now)
{
  g_autoptr (GNotification) notification = notification_of (window, items);
  g_autofree char *id = notification_id (window);
  g_autofree char *last = g_strdup_printf ("%" G_GINT64_FORMAT, now);

  g_application_send_notification (application_of (window), id, notification);
  window->notify.is_shown = true;
  ew_session_mark (window->session, EW_MARK_TOLD, EW_NOTIFY_LAST, last);
  remember (window, items);
}

static void
withdraw (EwWindow *window)
{
  GApplication *app = application_of (window);
  g_autofree char *id = notification_id (window);

  if (window->notify.is_shown && app != NULL)
    g_application_withdraw_notification (app, id);
  window->notify.is_shown = false;
}

static void look (EwWindow *window);

static gboolean
time_cb (gpointer data)
{
  EwWindow *window = data;

  window->notify.source = 0;
  look (window);
  return G_SOURCE_REMOVE;
}

static gint64
time_to_tell (EwWindow *window, gint64 now)
{
  g_auto (GStrv) me = ew_session_my_emails (window->session);
  g_auto (EwHours) mine =
      ew_session_hours_of (window->session, me[0] ? me[0] : "");

  return ew_notify_time (
      &mine, ew_notify_last (ew_session_marks (window->session)), now);
}

static bool
waits_for_me (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (((EwInboxItem *) items->pdata[i])->part == EW_INBOX_ON_ME)
      return true;
  return false;
}

static void
look (EwWindow *window)
{
  GPtrArray *items = ew_inbox_panel_items (window->inbox);
  g_autoptr (GPtrArray) picked =
      ew_notify_pick (items, ew_session_marks (window->session));
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 when;

  g_clear_handle_id (&window->notify.source, g_source_remove);
  if (!waits_for_me (items))
    withdraw (window);
  if (picked->len == 0 || application_of (window) == NULL)
    return;
  if (is_in_front ()) {
    remember (window, picked);
    return;
  }
  if (!g_settings_get_boolean (window->settings, "notify"))
    return;
  when = time_to_tell (window, now);
  if (when <= now)
    tell (window, picked, now);
  else
    window->notify.source = g_timeout_add_seconds (
        (guint) MIN (when - now, LOOK_SECONDS), time_cb, window);
}

/* Whoever comes back sees it. */
static void
active_cb (EwWindow *window)
{
  if (!gtk_window_is_active (GTK_WINDOW (window)) || window->inbox == NULL)
    return;
  withdraw (window);
  look (window);
}

void
ew_window_notify_end (EwWindow *window)
{
  g_clear_handle_id (&window->notify.source, g_source_remove);
  g_clear_handle_id (&window->notify.watch, g_bus_unwatch_name);
  if (window->session != NULL && !window->notify.outlives)
    withdraw (window);
}

/* --- The desktop ---------------------------------------------------------- */

/* One that knows programs by name starts them for a click; any other needs us
 * to be there. */
#define STARTS_PROGRAMS "org.gtk.Notifications"

/* What we told before we ended may be there still. */
static void
starts_cb (GDBusConnection *bus, const char *name, const char *owner,
           gpointer data)
{
  EwWindow *window = data;

  window->notify.outlives = window->notify.is_shown = true;
  if (gtk_window_is_active (GTK_WINDOW (window)))
    withdraw (window);
}

static void
does_not_start_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  EW_WINDOW (data)->notify.outlives = false;
}

void
ew_window_notify_init (EwWindow *window)
{
  window->notify.watch = g_bus_watch_name (
      G_BUS_TYPE_SESSION, STARTS_PROGRAMS, G_BUS_NAME_WATCHER_FLAGS_NONE,
      starts_cb, does_not_start_cb, window, NULL);
  g_signal_connect_object (window->inbox, "count", G_CALLBACK (look), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_cb),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->settings, "changed::notify",
                           G_CALLBACK (look), window, G_CONNECT_SWAPPED);
}
