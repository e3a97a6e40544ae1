#include "bench.h"

#include <string.h>

/* Long beyond any machine: only what never happens fails. */
#define PATIENCE_MS (5 * 60 * 1000.0)

double
bench_now (void)
{
  return g_get_monotonic_time () / 1000.0;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

bool
bench_wait (Bench *bench, bool (*is_so) (Bench *bench, gpointer data),
            gpointer data, GError **error)
{
  double deadline = bench_now () + PATIENCE_MS;
  guint alarm = g_timeout_add_seconds (5, wake_cb, NULL);

  while (!is_so (bench, data) && bench_now () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (alarm);
  if (bench_now () < deadline)
    return true;
  g_set_error (error, BENCH_ERROR, 0, "waited in vain");
  return false;
}

/* Every step asked for before a frame began is in it: input comes before
 * painting in each round of the frame clock. */
static void
drawn_cb (GdkFrameClock *clock, Bench *bench)
{
  double now = bench_now ();

  bench->frames++;
  if (!bench->drawn || bench->asked->len == 0)
    return;
  json_array_add_double_element (bench->drawn, now - bench->start);
  for (guint i = 0; i < bench->asked->len; i++)
    json_array_add_double_element (
        bench->latency, now - g_array_index (bench->asked, double, i));
  g_array_set_size (bench->asked, 0);
}

GtkWidget *
bench_find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = bench_find (child, type);
  return found;
}

static void
realize_cb (GtkWidget *widget, Bench *bench)
{
  bench->canvas = EW_CANVAS (bench_find (widget, EW_TYPE_CANVAS));
  bench->frames = 0;
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint",
                    G_CALLBACK (drawn_cb), bench);
}

static void
added_cb (GtkApplication *app, GtkWindow *window, Bench *bench)
{
  if (!EW_IS_WINDOW (window))
    return;
  bench->window = EW_WINDOW (window);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), bench);
}

static void
removed_cb (GtkApplication *app, GtkWindow *window, Bench *bench)
{
  if ((gpointer) window != bench->window)
    return;
  bench->window = NULL;
  bench->canvas = NULL;
}

void
bench_watch_windows (Bench *bench)
{
  g_signal_connect (bench->app, "window-added", G_CALLBACK (added_cb), bench);
  g_signal_connect (bench->app, "window-removed", G_CALLBACK (removed_cb),
                    bench);
}

EwSession *
bench_session (Bench *bench)
{
  return bench->window ? ew_window_session (bench->window) : NULL;
}

const EwBoard *
bench_live (Bench *bench)
{
  const char *id = bench->canvas ? ew_canvas_board (bench->canvas) : NULL;

  return id ? ew_session_board (bench_session (bench), id) : NULL;
}

static bool
has_drawn (Bench *bench, gpointer data)
{
  return bench->frames > *(guint *) data;
}

bool
bench_wait_frame (Bench *bench, GError **error)
{
  guint before = bench->frames;

  gtk_widget_queue_draw (GTK_WIDGET (bench->canvas));
  return bench_wait (bench, has_drawn, &before, error);
}

static bool
is_closed (Bench *bench, gpointer data)
{
  return bench->window == NULL;
}

static bool
is_shown (Bench *bench, gpointer data)
{
  return bench->canvas && ew_canvas_view (bench->canvas)->width > 0 &&
         bench_live (bench) != NULL;
}

bool
bench_open_workspace (Bench *bench, const char *workspace, GError **error)
{
  if (bench->window) {
    gtk_window_close (GTK_WINDOW (bench->window));
    if (!bench_wait (bench, is_closed, NULL, error))
      return false;
  }
  g_action_group_activate_action (G_ACTION_GROUP (bench->app), "open-workspace",
                                  g_variant_new_string (workspace));
  return bench_wait (bench, is_shown, NULL, error) &&
         bench_wait_frame (bench, error);
}

/* All of the board, or 100 % about its middle. */
bool
bench_look (Bench *bench, const char *view, GError **error)
{
  GtkWidget *window = GTK_WIDGET (bench->window);

  gtk_widget_activate_action (window, "win.zoom-fit", NULL);
  if (strcmp (view, "100") == 0)
    gtk_widget_activate_action (window, "win.zoom-normal", NULL);
  return bench_wait_frame (bench, error);
}
