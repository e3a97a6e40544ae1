/* A thread at its pin. */
#include "ew-window-private.h"

#include "ew-thread-popover.h"

#include <glib/gi18n-lib.h>

static EwThreadPopover *
popover_of (EwWindow *window)
{
  return EW_THREAD_POPOVER (window->thread);
}

/* Where the pin is now; out of sight the popover would point at nothing. */
static void
place (EwWindow *window)
{
  const char *id = ew_thread_popover_id (popover_of (window));
  EwRect pin = id ? ew_canvas_pin_rect (window->canvas, id) : EW_RECT_EMPTY;
  const EwView *view = ew_canvas_view (window->canvas);
  EwRect all = { 0, 0, view->width, view->height };

  if (id == NULL)
    return;
  if (!ew_rect_intersects (pin, all)) {
    gtk_popover_popdown (GTK_POPOVER (window->thread));
    return;
  }
  gtk_popover_set_pointing_to (
      GTK_POPOVER (window->thread),
      &(GdkRectangle){ (int) pin.x, (int) pin.y, (int) pin.w, (int) pin.h });
}

void
ew_window_show_thread (EwWindow *window, const char *id)
{
  if (ew_canvas_open_cluster (window->canvas, id))
    return;
  ew_canvas_reveal (window->canvas, id);
  ew_selection_set_one (window->selection, id);
  ew_thread_popover_open (popover_of (window), window->session,
                          ew_window_shown (window), id);
  place (window);
}

/* Whoever selects something else has done with it. */
static void
selection_changed_cb (EwWindow *window)
{
  const char *id = ew_thread_popover_id (popover_of (window));

  if (id != NULL && !ew_selection_has (window->selection, id))
    gtk_popover_popdown (GTK_POPOVER (window->thread));
}

static void
closed_cb (EwWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (focus != NULL && gtk_widget_is_ancestor (focus, window->thread) &&
      window->canvas != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  ew_window_return_focus (window);
  ew_window_catch_up_arrived (window);
}

void
ew_window_thread_init (EwWindow *window)
{
  window->thread = ew_thread_popover_new ();
  gtk_widget_set_parent (window->thread, GTK_WIDGET (window->stage));
  g_signal_connect_object (window->thread, "closed", G_CALLBACK (closed_cb),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->selection, "changed",
                           G_CALLBACK (selection_changed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->canvas, "view-changed", G_CALLBACK (place),
                           window, G_CONNECT_SWAPPED);
}
