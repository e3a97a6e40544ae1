/* The boxes in a text, ticked without a pointer. */
#include "ew-window-private.h"

#include "ew-kinds.h"
#include "ew-verbs-text.h"

#include <glib/gi18n-lib.h>

/* Of the words beside a box, characters. */
#define WORDS_MAX 60

/* Returns: (transfer full): of EwTick: those of the one selected object. */
static GPtrArray *
find_ticks (EwWindow *window)
{
  const char *id = ew_selection_single (window->selection);
  const EwBoard *board = ew_window_board (window);
  const EwObject *object = id && board ? ew_board_get (board, id) : NULL;

  return object != NULL && !object->locked ? ew_object_ticks (object)
                                           : g_ptr_array_new ();
}

/* "☑ Book the room" */
static char *
describe (const EwTick *tick)
{
  glong length = MIN (g_utf8_strlen (tick->words, -1), WORDS_MAX);
  g_autofree char *words = g_utf8_substring (tick->words, 0, length);

  return g_strdup_printf ("%s %s", tick->ticked ? "☑" : "☐", words);
}

static void
chosen_cb (EwChoicePopover *popover, const char *at, EwWindow *window)
{
  const char *id = ew_selection_single (window->selection);
  const EwBoard *board = ew_window_board (window);

  if (id != NULL && board != NULL)
    ew_window_apply (
        window,
        ew_verb_tick (board, id, (gssize) g_ascii_strtoll (at, NULL, 10)), 0);
}

static void
tick_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  g_autoptr (GPtrArray) ticks = find_ticks (window);
  EwChoicePopover *popover;

  if (ticks->len == 0)
    return;
  popover = EW_CHOICE_POPOVER (
      ew_choice_popover_new (_ ("Tick or untick"), _ ("There is no box")));
  for (guint i = 0; i < ticks->len; i++) {
    const EwTick *tick = ticks->pdata[i];
    g_autofree char *at = g_strdup_printf ("%" G_GSIZE_FORMAT, tick->at);
    g_autofree char *title = describe (tick);

    ew_choice_popover_add (popover, at, title);
  }
  ew_window_offer (window, popover, chosen_cb);
}

void
ew_window_tick_refresh (EwWindow *window, bool can_edit)
{
  g_autoptr (GPtrArray) ticks = find_ticks (window);

  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.tick",
                                 can_edit && ticks->len > 0);
}

void
ew_window_tick_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.tick", NULL, tick_cb);
}
