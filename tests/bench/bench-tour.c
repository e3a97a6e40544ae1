#include "bench.h"

#include "ew-keep-dialog.h"
#include "ew-player-bar.h"
#include "ew-record-dialog.h"
#include "ew-recorder-bar.h"
#include "ew-window-walkthrough.h"

/* --- Playing --------------------------------------------------------------
 */

static GtkRange *
time_line (Bench *bench)
{
  GtkWidget *bar = bench_find (GTK_WIDGET (bench->window), EW_TYPE_PLAYER_BAR);

  return GTK_RANGE (bench_find (bar, GTK_TYPE_SCALE));
}

static double
end_of (GtkRange *line)
{
  return gtk_adjustment_get_upper (gtk_range_get_adjustment (line));
}

static bool
is_at_end (Bench *bench, gpointer data)
{
  GtkRange *line = time_line (bench);

  return gtk_widget_get_mapped (GTK_WIDGET (line)) &&
         gtk_range_get_value (line) >= end_of (line);
}

/* What was drawn of it: a frame is one that shows another time. */
static void
drawn_cb (GdkFrameClock *clock, Bench *bench)
{
  double now = gtk_range_get_value (time_line (bench));

  if (now == bench->shown)
    return;
  bench->shown = now;
  json_array_add_double_element (bench->drawn, bench_now () - bench->start);
}

static bool
watch_to_its_end (Bench *bench, const char *id, GError **error)
{
  GdkFrameClock *clock =
      gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  gulong handler =
      g_signal_connect (clock, "after-paint", G_CALLBACK (drawn_cb), bench);
  bool is_done;

  bench->shown = 0;
  bench->start = bench_now ();
  ew_window_play (bench->window, id, 0);
  is_done = bench_wait (bench, is_at_end, NULL, error);
  g_signal_handler_disconnect (clock, handler);
  return is_done;
}

bool
bench_play (Bench *bench, JsonObject *request, JsonObject *answer,
            GError **error)
{
  const char *id = json_object_get_string_member (request, "object");
  GtkSettings *settings = gtk_settings_get_default ();
  bool is_done;

  if (!ew_board_get (bench_live (bench), id)) {
    g_set_error (error, BENCH_ERROR, 0, "the board has no such walkthrough");
    return false;
  }
  bench->drawn = json_array_new ();
  /* Who wants no motion is not flown around. */
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  is_done = watch_to_its_end (bench, id, error);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  json_object_set_double_member (answer, "seconds", end_of (time_line (bench)));
  json_object_set_array_member (answer, "frames",
                                g_steal_pointer (&bench->drawn));
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.tour-close",
                              NULL);
  return is_done;
}

/* --- Recording ------------------------------------------------------------
 */

static GtkWidget *
find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (G_OBJECT_TYPE (l->data) == type)
      return l->data;
  return NULL;
}

/* As a button does that is pressed: it answers, and closes. */
static void
respond (GType dialog, const char *response)
{
  GtkWidget *found = find_dialog (dialog);

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (found), response);
  gtk_window_destroy (GTK_WINDOW (found));
}

static bool
has_microphone (Bench *bench, gpointer data)
{
  GtkWidget *row =
      bench_find (find_dialog (EW_TYPE_RECORD_DIALOG), ADW_TYPE_COMBO_ROW);

  return adw_combo_row_get_selected (ADW_COMBO_ROW (row)) > 0;
}

static bool
is_heard (Bench *bench, gpointer data)
{
  GtkWidget *bar =
      bench_find (GTK_WIDGET (bench->window), EW_TYPE_RECORDER_BAR);
  GtkWidget *level = bench_find (bar, GTK_TYPE_LEVEL_BAR);

  return gtk_level_bar_get_value (GTK_LEVEL_BAR (level)) > 0;
}

static bool
is_stopped (Bench *bench, gpointer data)
{
  return find_dialog (EW_TYPE_KEEP_DIALOG) != NULL;
}

/* With the first microphone there is; answers when it is heard. */
bool
bench_record (Bench *bench, JsonObject *request, JsonObject *answer,
              GError **error)
{
  ew_window_ask_walkthrough (bench->window, (EwPoint){ 0, 0 });
  if (!bench_wait (bench, has_microphone, NULL, error))
    return false;
  respond (EW_TYPE_RECORD_DIALOG, "record");
  return bench_wait (bench, is_heard, NULL, error);
}

/* And deletes what was recorded. */
bool
bench_stop (Bench *bench, JsonObject *request, JsonObject *answer,
            GError **error)
{
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.record-stop",
                              NULL);
  if (!bench_wait (bench, is_stopped, NULL, error))
    return false;
  respond (EW_TYPE_KEEP_DIALOG, "delete");
  return bench_wait_frame (bench, error);
}
