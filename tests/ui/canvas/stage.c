#include "stage.h"

#include <adwaita.h>

/* Long beyond any machine, so that only what never happens fails. */
#define PATIENCE_SECONDS 60

static bool
has_size (Stage *stage)
{
  return ew_canvas_view (stage->canvas)->width > 0;
}

void
stage_set_up (Stage *stage, gconstpointer data)
{
  desk_set_up (&stage->desk, data);
  stage->window = g_object_ref_sink (gtk_window_new ());
  stage->canvas = EW_CANVAS (ew_canvas_new (stage->desk.selection));
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->canvas));
  gtk_window_present (GTK_WINDOW (stage->window));
  stage_wait (stage, has_size);
}

void
stage_tear_down (Stage *stage, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  g_assert_finalize_object (stage->window);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  desk_tear_down (&stage->desk, data);
}

static gboolean
impatient_cb (gpointer data)
{
  g_error ("waited in vain");
  return G_SOURCE_REMOVE;
}

void
stage_wait (Stage *stage, StageCondition is_so)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, impatient_cb, NULL);

  while (!is_so (stage))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
drawn_cb (GdkFrameClock *clock, gpointer data)
{
  *(bool *) data = true;
}

void
stage_settle (Stage *stage)
{
  GdkFrameClock *clock =
      gtk_widget_get_frame_clock (GTK_WIDGET (stage->canvas));
  bool is_drawn = false;
  gulong id =
      g_signal_connect (clock, "after-paint", G_CALLBACK (drawn_cb), &is_drawn);

  gtk_widget_queue_draw (GTK_WIDGET (stage->canvas));
  while (!is_drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}
