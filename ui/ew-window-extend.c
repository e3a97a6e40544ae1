/* Selecting several objects without a pointer: going on with Shift. */
#include "ew-window-private.h"

#include "ew-describe.h"
#include "ew-neighbour.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *action;
  EwWay way;
} ways[] = {
  { "win.extend-left", EW_WAY_LEFT },
  { "win.extend-right", EW_WAY_RIGHT },
  { "win.extend-up", EW_WAY_UP },
  { "win.extend-down", EW_WAY_DOWN },
};

static EwWay
way_of (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].action, action))
      return ways[i].way;
  g_return_val_if_reached (EW_WAY_LEFT);
}

/* “Fix login flow, 3 selected” */
static void
say_selected (EwWindow *window, const EwObject *object)
{
  guint n = ew_selection_size (window->selection);
  g_autofree char *title =
      ew_describe_short (ew_window_board (window), object, 60);
  /* Translators: an object, and how many are selected now. */
  g_autofree char *sentence = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, %u selected", "%s, %u selected", n),
      title, n);

  ew_window_announce (window, sentence);
}

/* Back the way one came takes away what one came from. */
static void
extend_to (EwWindow *window, GPtrArray *ids, const EwObject *object)
{
  bool is_back = ew_selection_has (window->selection, object->id);
  g_autoptr (GPtrArray) now = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    if (is_back ? i + 1 < ids->len : !g_str_equal (ids->pdata[i], object->id))
      g_ptr_array_add (now, ids->pdata[i]);
  if (!is_back)
    g_ptr_array_add (now, object->id);
  ew_selection_set (window->selection, now);
  ew_canvas_reveal (window->canvas, object->id);
  say_selected (window, object);
}

static void
extend_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  const EwObject *object;

  if (board == NULL)
    return;
  if (ids->len == 0) {
    gtk_widget_activate_action (widget, "win.walk-next", NULL);
    return;
  }
  object = ew_neighbour_find (board, ids->pdata[ids->len - 1], way_of (name));
  if (object != NULL)
    extend_to (window, ids, object);
  else
    ew_window_announce (window, _ ("Nothing further that way"));
}

void
ew_window_extend_install (GtkWidgetClass *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_class_install_action (class, ways[i].action, NULL, extend_cb);
}
