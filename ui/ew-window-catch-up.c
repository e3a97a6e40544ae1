/* The catch-up tour: one key leads from stop to stop, over all boards. */
#include "ew-window-private.h"

#include <glib/gi18n-lib.h>

/* A tour on its way, or NULL in the window. */
struct _EwWindowCatchUp {
  GPtrArray *stops; /* of EwStop */
  int at; /* stops->len: the end */
  GHashTable *put_off; /* boards that are left for later */
};

static void
tour_free (EwWindowCatchUp *tour)
{
  g_ptr_array_unref (tour->stops);
  g_hash_table_unref (tour->put_off);
  g_free (tour);
}

static EwStop *
stop_at (EwWindowCatchUp *tour, int index)
{
  return index >= 0 && index < (int) tour->stops->len
             ? g_ptr_array_index (tour->stops, index)
             : NULL;
}

static bool
is_put_off (EwWindowCatchUp *tour, const EwStop *stop)
{
  return stop->news && g_hash_table_contains (tour->put_off, stop->board);
}

/* --- Going ---------------------------------------------------------------- */

static void
end (EwWindow *window)
{
  g_clear_pointer (&window->catch_up, tour_free);
  gtk_widget_hide (GTK_WIDGET (window->catch_up_bar));
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  ew_window_look_for_news (window);
}

static void
show (EwWindow *window)
{
  EwWindowCatchUp *tour = window->catch_up;
  const EwStop *stop = stop_at (tour, tour->at);

  if (stop == NULL) {
    ew_catch_up_bar_show_end (window->catch_up_bar, tour->stops->len);
    ew_catch_up_bar_focus (window->catch_up_bar);
    return;
  }
  ew_catch_up_bar_show (window->catch_up_bar, stop, tour->at, tour->stops->len);
  ew_window_go_to (window, stop->board, stop->object);
}

/* Whoever goes on from the last stop of a board has seen all of it. */
static void
leave (EwWindow *window, const EwStop *stop)
{
  if (stop->is_last &&
      !g_hash_table_contains (window->catch_up->put_off, stop->board))
    ew_session_look (window->session, stop->board);
}

static void
go_on (EwWindow *window)
{
  EwWindowCatchUp *tour = window->catch_up;
  const EwStop *stop;

  do {
    leave (window, stop_at (tour, tour->at));
    stop = stop_at (tour, ++tour->at);
  } while (stop != NULL && is_put_off (tour, stop));
  show (window);
}

static void
step_cb (EwCatchUpBar *bar, int by, EwWindow *window)
{
  EwWindowCatchUp *tour = window->catch_up;

  if (by > 0 && tour->at < (int) tour->stops->len) {
    go_on (window);
  } else if (by < 0 && tour->at > 0) {
    tour->at--;
    show (window);
  }
}

/* Where somebody mentions me in a note, a comment on it is the answer. */
static void
reply_cb (EwWindow *window)
{
  const EwStop *stop = stop_at (window->catch_up, window->catch_up->at);
  const EwBoard *board = ew_window_board (window);
  const EwObject *object =
      stop != NULL && board != NULL ? ew_board_get (board, stop->object) : NULL;

  if (object == NULL || stop->item == NULL)
    return;
  if (ew_kind_has (object->kind, EW_KIND_PIN))
    ew_window_show_thread (window, stop->object);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.comment", NULL);
}

#define HOUR 3600

static gint64
in_an_hour (void)
{
  return g_get_real_time () / G_USEC_PER_SEC + HOUR;
}

/* What was done on a board is put off as one. */
static void
put_off (EwWindow *window, const EwStop *stop)
{
  EwInboxItem board = { .board = stop->board, .thread = (char *) "" };

  if (stop->item) {
    ew_session_inbox_snooze (window->session, stop->item, in_an_hour ());
    return;
  }
  board.key = ew_inbox_item_place (&board);
  ew_session_inbox_snooze (window->session, &board, in_an_hour ());
  g_hash_table_add (window->catch_up->put_off, g_strdup (stop->board));
  g_free (board.key);
}

static void
later_cb (EwWindow *window)
{
  const EwStop *stop = stop_at (window->catch_up, window->catch_up->at);

  if (stop == NULL)
    return;
  put_off (window, stop);
  go_on (window);
}

static void
done_cb (EwWindow *window)
{
  const EwStop *stop = stop_at (window->catch_up, window->catch_up->at);

  if (stop == NULL)
    return;
  if (stop->item)
    ew_session_inbox_done (window->session, stop->item);
  go_on (window);
}

/* --- Beginning ------------------------------------------------------------ */

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwWindow) window = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *stops =
      ew_session_catch_up_finish (EW_SESSION (source), result, &error);

  if (window->canvas == NULL || window->catch_up != NULL) {
    g_clear_pointer (&stops, g_ptr_array_unref);
    return;
  }
  if (stops == NULL || stops->len == 0) {
    ew_window_say (window, error ? error->message : _ ("All caught up"));
    g_clear_pointer (&stops, g_ptr_array_unref);
    return;
  }
  window->catch_up = g_new0 (EwWindowCatchUp, 1);
  window->catch_up->stops = stops;
  window->catch_up->put_off =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ew_news_bar_show (window->news_bar, NULL);
  show (window);
}

static void
catch_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  if (window->catch_up == NULL) {
    ew_canvas_stop_editing (window->canvas);
    ew_session_catch_up_async (window->session, window->board,
                               g_get_real_time () / G_USEC_PER_SEC, NULL,
                               planned_cb, g_object_ref (window));
  } else if (stop_at (window->catch_up, window->catch_up->at) != NULL) {
    go_on (window);
  } else {
    end (window);
  }
}

void
ew_window_catch_up_arrived (EwWindow *window)
{
  if (window->catch_up != NULL)
    ew_catch_up_bar_focus (window->catch_up_bar);
}

void
ew_window_catch_up_free (EwWindow *window)
{
  g_clear_pointer (&window->catch_up, tour_free);
}

void
ew_window_catch_up_init (EwWindow *window)
{
  g_signal_connect_object (window->catch_up_bar, "step", G_CALLBACK (step_cb),
                           window, 0);
  g_signal_connect_object (window->catch_up_bar, "reply", G_CALLBACK (reply_cb),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->catch_up_bar, "later", G_CALLBACK (later_cb),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->catch_up_bar, "done", G_CALLBACK (done_cb),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->catch_up_bar, "close", G_CALLBACK (end),
                           window, G_CONNECT_SWAPPED);
}

void
ew_window_catch_up_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.catch-up", NULL, catch_up_cb);
}
