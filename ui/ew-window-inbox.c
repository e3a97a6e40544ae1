/* The inbox, and what others did since this board was last looked at. */
#include "ew-window-private.h"

#include "ew-place-link.h"

#include <glib/gi18n-lib.h>

/* --- The inbox ------------------------------------------------------------ */

/* Where to go once a board is there. */
typedef struct {
  EwWindow *window;
  char *board, *thread;
} Goal;

static void
goal_free (Goal *goal)
{
  g_object_unref (goal->window);
  g_free (goal->board);
  g_free (goal->thread);
  g_free (goal);
}

static void
show_change (EwWindow *window, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (char *) id);
  ew_selection_set_one (window->selection, id);
  ew_canvas_reveal (window->canvas, id);
  ew_canvas_tint (window->canvas, ids);
}

static void
arrive (EwWindow *window, const char *id)
{
  const EwObject *object =
      *id ? ew_board_get (ew_window_board (window), id) : NULL;

  if (object == NULL)
    return;
  if (ew_kind_has (object->kind, EW_KIND_PIN)) {
    ew_window_show_thread (window, id);
    return;
  }
  show_change (window, id);
}

/* A window that has just come has no place yet to show anything in. */
static bool
has_a_view (EwWindow *window)
{
  return window->canvas != NULL && ew_canvas_view (window->canvas)->width > 0;
}

static gboolean
arrive_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer id)
{
  EwWindow *window = EW_WINDOW (widget);

  if (!has_a_view (window))
    return G_SOURCE_CONTINUE;
  if (ew_window_board (window) != NULL)
    arrive (window, id);
  return G_SOURCE_REMOVE;
}

static void
arrive_soon (EwWindow *window, const char *id)
{
  if (has_a_view (window))
    arrive (window, id);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (window), arrive_cb, g_strdup (id),
                                  g_free);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Goal *goal = data;
  g_autoptr (GError) error = NULL;

  if (ew_session_load_finish (EW_SESSION (source), result, &error) != NULL) {
    ew_window_show_board (goal->window, goal->board);
    arrive_soon (goal->window, goal->thread);
    ew_window_catch_up_arrived (goal->window);
  } else {
    ew_window_say (goal->window, error->message);
  }
  goal_free (goal);
}

void
ew_window_go_to (EwWindow *window, const char *board, const char *thread)
{
  Goal *goal = g_new (Goal, 1);

  *goal = (Goal){ g_object_ref (window), g_strdup (board), g_strdup (thread) };
  ew_session_load_async (window->session, board, NULL, loaded_cb, goal);
}

void
ew_window_open_place (EwWindow *window, const char *board, const char *object)
{
  g_return_if_fail (EW_IS_WINDOW (window));

  if (*board != '\0')
    ew_window_go_to (window, board, object);
  else
    ew_window_show_inbox (window);
}

bool
ew_window_open_link (EwWindow *window, const char *link)
{
  g_autofree char *board = NULL;
  g_autofree char *object = NULL;
  g_autofree char *found = NULL;

  if (!ew_place_link_parse (link, &board, &object))
    return false;
  found = ew_session_find_board (window->session, board, NULL);
  if (found == NULL)
    return false;
  ew_window_go_to (window, found, object);
  return true;
}

static void
open_cb (EwInboxPanel *panel, const char *board, const char *thread,
         EwWindow *window)
{
  ew_window_go_to (window, board, thread);
}

static void
count_cb (EwInboxPanel *panel, guint count, EwWindow *window)
{
  ew_sidebar_set_count (window->sidebar, count);
  ew_sidebar_set_items (window->sidebar, ew_inbox_panel_items (panel));
}

void
ew_window_show_inbox (EwWindow *window)
{
  ew_canvas_stop_editing (window->canvas);
  adw_flap_set_reveal_flap (window->panel_flap, TRUE);
  ew_side_panel_show_page (window->side_panel, GTK_WIDGET (window->inbox));
  ew_inbox_panel_focus (window->inbox);
}

static void
inbox_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_show_inbox (EW_WINDOW (widget));
}

/* --- Since I last looked -------------------------------------------------- */

static void
show_news (EwWindow *window, GPtrArray *news)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; news != NULL && i < news->len; i++) {
    const EwNews *one = g_ptr_array_index (news, i);

    if (one->after != NULL)
      g_ptr_array_add (ids, one->after->id);
  }
  ew_news_bar_show (window->news_bar, news);
  ew_changes_panel_show (window->changes, news);
  ew_canvas_tint_new (window->canvas, ids);
}

static void
since_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Goal *goal = data;
  EwWindow *window = goal->window;
  g_autoptr (GPtrArray) news =
      ew_session_since_finish (EW_SESSION (source), result, NULL);

  if (news != NULL && window->canvas != NULL &&
      g_strcmp0 (goal->board, window->board) == 0) {
    show_news (window, news);
    if (news->len == 0)
      ew_session_look (window->session, goal->board);
  }
  goal_free (goal);
}

/* What was asked before no longer matters. */
static GCancellable *
ask_anew (EwWindow *window)
{
  g_cancellable_cancel (window->news_ask);
  g_clear_object (&window->news_ask);
  return window->news_ask = g_cancellable_new ();
}

/* Asks, while what is shown stays. */
static void
ask_for_news (EwWindow *window)
{
  const EwMarks *marks = ew_session_marks (window->session);
  Goal *goal;

  if (window->board == NULL || window->catch_up != NULL)
    return;
  /* Who sees a board for the first time sees all of it anyway. */
  if (*ew_marks_get (marks, EW_MARK_SEEN, window->board) == '\0') {
    ew_session_look (window->session, window->board);
    return;
  }
  goal = g_new (Goal, 1);
  *goal = (Goal){ g_object_ref (window), g_strdup (window->board), NULL };
  ew_session_since_async (window->session, window->board, NULL,
                          ask_anew (window), since_cb, goal);
}

void
ew_window_look_for_news (EwWindow *window)
{
  show_news (window, NULL);
  ask_for_news (window);
}

/* What arrives while one looks elsewhere, or at another corner of the board,
 * is news too.  Whoever is on the way through the news goes on. */
static void
arrived_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwWindow *window)
{
  if (origin == EW_ORIGIN_REMOTE && g_strcmp0 (board, window->board) == 0 &&
      !ew_news_bar_is_walking (window->news_bar))
    ask_for_news (window);
}

void
ew_window_inbox_watch (EwWindow *window)
{
  g_signal_connect_object (window->session, "changed", G_CALLBACK (arrived_cb),
                           window, 0);
}

static void
moved_cb (EwNewsBar *bar, int index, EwWindow *window)
{
  ew_changes_panel_point (window->changes, index);
}

static void
chosen_cb (EwChangesPanel *panel, int index, EwWindow *window)
{
  ew_news_bar_go (window->news_bar, index);
}

static void
show_changes (EwWindow *window)
{
  adw_flap_set_reveal_flap (window->panel_flap, TRUE);
  ew_side_panel_show_page (window->side_panel, GTK_WIDGET (window->changes));
  ew_changes_panel_focus (window->changes);
}

static void
changes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_canvas_stop_editing (EW_WINDOW (widget)->canvas);
  show_changes (EW_WINDOW (widget));
}

static void
show_change_cb (EwNewsBar *bar, const char *id, EwWindow *window)
{
  if (ew_board_get (ew_window_board (window), id) != NULL)
    show_change (window, id);
}

static void
seen_cb (EwWindow *window)
{
  ask_anew (window);
  show_news (window, NULL);
  if (window->board != NULL)
    ew_session_look (window->session, window->board);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

static void
next_change_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_news_bar_step (EW_WINDOW (widget)->news_bar, 1);
}

static void
previous_change_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_news_bar_step (EW_WINDOW (widget)->news_bar, -1);
}

static void
changes_seen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  seen_cb (EW_WINDOW (widget));
}

static void
follow_board_cb (GtkWidget *widget, const char *name, GVariant *board)
{
  EwSession *session = EW_WINDOW (widget)->session;
  const char *id = g_variant_get_string (board, NULL);

  ew_session_follow (session, id, !ew_session_follows (session, id));
}

void
ew_window_inbox_init (EwWindow *window)
{
  window->inbox = EW_INBOX_PANEL (ew_inbox_panel_new ());
  ew_side_panel_add (window->side_panel, GTK_WIDGET (window->inbox),
                     _ ("Inbox"), "ew-inbox-symbolic");
  g_signal_connect_object (window->inbox, "open", G_CALLBACK (open_cb), window,
                           0);
  g_signal_connect_object (window->inbox, "count", G_CALLBACK (count_cb),
                           window, 0);
  g_signal_connect_object (window->news_bar, "show-change",
                           G_CALLBACK (show_change_cb), window, 0);
  g_signal_connect_object (window->news_bar, "seen", G_CALLBACK (seen_cb),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->news_bar, "moved", G_CALLBACK (moved_cb),
                           window, 0);
  g_signal_connect_object (window->news_bar, "list", G_CALLBACK (show_changes),
                           window, G_CONNECT_SWAPPED);
  ew_window_catch_up_init (window);
  ew_window_notify_init (window);
  window->changes = EW_CHANGES_PANEL (ew_changes_panel_new ());
  ew_side_panel_add_aside (window->side_panel, GTK_WIDGET (window->changes),
                           _ ("Since You Last Looked"));
  g_signal_connect_object (window->changes, "chosen", G_CALLBACK (chosen_cb),
                           window, 0);
  g_signal_connect_object (window->changes, "seen", G_CALLBACK (seen_cb),
                           window, G_CONNECT_SWAPPED);
}

void
ew_window_inbox_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.inbox", NULL, inbox_cb);
  gtk_widget_class_install_action (class, "win.changes", NULL, changes_cb);
  gtk_widget_class_install_action (class, "win.follow-board", "s",
                                   follow_board_cb);
  gtk_widget_class_install_action (class, "win.next-change", NULL,
                                   next_change_cb);
  gtk_widget_class_install_action (class, "win.previous-change", NULL,
                                   previous_change_cb);
  gtk_widget_class_install_action (class, "win.changes-seen", NULL,
                                   changes_seen_cb);
}
