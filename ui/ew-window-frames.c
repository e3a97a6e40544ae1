/* Into a frame, without dragging. */
#include "ew-window-private.h"

#include "ew-describe.h"
#include "ew-choice-popover.h"
#include "ew-verbs-frame.h"

#include <glib/gi18n-lib.h>

static gboolean
drop_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

/* It still has to finish closing. */
static void
closed_cb (GtkWidget *popover, EwWindow *window)
{
  g_idle_add (drop_cb, g_object_ref (popover));
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

void
ew_window_offer (EwWindow *window, EwChoicePopover *popover,
                 EwWindowChosen chosen)
{
  EwRect at = ew_canvas_selection_rect (window->canvas);

  gtk_widget_set_parent (GTK_WIDGET (popover), GTK_WIDGET (window->stage));
  g_signal_connect_object (popover, "chosen", G_CALLBACK (chosen), window, 0);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), window,
                           0);
  gtk_popover_set_pointing_to (
      GTK_POPOVER (popover),
      &(GdkRectangle){ (int) at.x, (int) at.y, (int) at.w, (int) at.h });
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
chosen_cb (EwChoicePopover *popover, const char *frame, EwWindow *window)
{
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);

  if (board == NULL || ids->len == 0)
    return;
  if (ew_window_apply (window, ew_verb_move_into (board, ids, frame), 0))
    ew_canvas_reveal (window->canvas, ids->pdata[0]);
}

static bool
is_in_a_frame (const EwBoard *board, GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (board, ids->pdata[i]);

    if (object != NULL && *object->parent != '\0')
      return true;
  }
  return false;
}

/* Every frame but those that go themselves, in reading order. */
static void
add_frames (EwWindow *window, EwChoicePopover *popover)
{
  const EwBoard *board = ew_window_board (window);
  const EwReadingOrder *order = ew_canvas_order (window->canvas);

  for (guint i = 0; i < ew_reading_order_size (order); i++) {
    const EwObject *object =
        ew_board_get (board, ew_reading_order_at (order, i));
    g_autofree char *title = NULL;

    if (!ew_kind_has (object->kind, EW_KIND_CONTAINER) ||
        ew_selection_has (window->selection, object->id))
      continue;
    title = ew_describe_short (board, object, 60);
    ew_choice_popover_add (popover, object->id, title);
  }
}

static void
move_to_frame_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  EwChoicePopover *popover;

  if (board == NULL || ids->len == 0)
    return;
  popover = EW_CHOICE_POPOVER (ew_choice_popover_new (
      _ ("Move into"), _ ("There are no frames on this board")));
  if (is_in_a_frame (board, ids))
    ew_choice_popover_add (popover, "", _ ("Out of the Frame"));
  add_frames (window, popover);
  ew_window_offer (window, popover, chosen_cb);
}

void
ew_window_frames_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.move-to-frame", NULL,
                                   move_to_frame_cb);
}
