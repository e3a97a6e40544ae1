/* What the hand does at the handles of the selected objects, by keys: larger
 * and smaller, turned, and tied by lines. */
#include "ew-window-private.h"

#include "ew-actions.h"
#include "ew-describe.h"
#include "ew-verbs-arrange.h"

#include <glib/gi18n-lib.h>

/* One step: px, and degrees. */
#define STEP 10
#define TURN 15
/* So many of the nearest are offered as the other end of a line. */
#define MOST_OFFERED 200

/* Sections end with NULL, the menu with an empty one. */
static const char *const reshape_menu[] = {
  "win.wider",     "win.narrower",   "win.taller", "win.shorter", NULL,
  "win.turn-left", "win.turn-right", NULL,         NULL,
};

GMenuModel *
ew_window_reshape_menu (void)
{
  return ew_actions_menu (reshape_menu);
}

/* --- Steps ---------------------------------------------------------------- */

/* All steps of one held key are one step of undo. */
static guint
gesture_of (EwWindow *window)
{
  if (!window->walk.by_keyboard)
    return 0;
  if (window->nudge == 0)
    window->nudge = ew_session_new_gesture (window->session);
  return window->nudge;
}

static const struct {
  const char *action;
  EwPoint by;
} stretches[] = {
  { "win.wider", { STEP, 0 } },
  { "win.narrower", { -STEP, 0 } },
  { "win.taller", { 0, STEP } },
  { "win.shorter", { 0, -STEP } },
};

static void
stretch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);

  for (guint i = 0; board != NULL && i < G_N_ELEMENTS (stretches); i++)
    if (g_str_equal (name, stretches[i].action)) {
      ew_window_apply (window, ew_verb_stretch (board, ids, stretches[i].by),
                       gesture_of (window));
      return;
    }
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  double degrees = g_str_equal (name, "win.turn-right") ? TURN : -TURN;

  if (board != NULL)
    ew_window_apply (window, ew_verb_turn_by (board, ids, degrees),
                     gesture_of (window));
}

/* --- Lines ---------------------------------------------------------------- */

static void
connect_ids (EwWindow *window, GPtrArray *ids)
{
  g_autofree char *line = NULL;
  EwEdit *edit = ew_verb_chain (ew_window_board (window), ids, &line);

  if (ew_window_apply (window, edit, 0) && line != NULL)
    ew_window_select (window, line);
}

static void
other_chosen_cb (EwChoicePopover *popover, const char *id, EwWindow *window)
{
  const char *from = ew_selection_single (window->selection);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (from == NULL || ew_window_board (window) == NULL)
    return;
  g_ptr_array_add (ids, g_strdup (from));
  g_ptr_array_add (ids, g_strdup (id));
  connect_ids (window, ids);
}

static int
compare_distance (gconstpointer a, gconstpointer b, gpointer data)
{
  const EwObject *const *one = a, *const *other = b;
  EwPoint from = ew_rect_center (ew_object_box (data));
  double x = ew_point_distance (from, ew_rect_center (ew_object_box (*one)));
  double y = ew_point_distance (from, ew_rect_center (ew_object_box (*other)));

  return (x > y) - (x < y);
}

/* Returns: (transfer container): of EwObject, the nearest first. */
static GPtrArray *
find_others (const EwBoard *board, const EwObject *from)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);

    if (object != from && ew_object_can_tie (object))
      g_ptr_array_add (others, (gpointer) object);
  }
  g_ptr_array_sort_with_data (others, compare_distance, (gpointer) from);
  return others;
}

static void
offer_others (EwWindow *window, const EwObject *from)
{
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) others = find_others (board, from);
  EwChoicePopover *popover = EW_CHOICE_POPOVER (ew_choice_popover_new (
      _ ("Connect to"), _ ("There is nothing else on this board")));

  for (guint i = 0; i < MIN (others->len, MOST_OFFERED); i++) {
    const EwObject *object = others->pdata[i];
    g_autofree char *title = ew_describe_short (board, object, 60);

    ew_choice_popover_add (popover, object->id, title);
  }
  ew_window_offer (window, popover, other_chosen_cb);
}

static void
connect_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  const EwObject *single = NULL;

  if (board == NULL || ids->len == 0)
    return;
  if (ids->len > 1)
    connect_ids (window, ids);
  else
    single = ew_board_get (board, ids->pdata[0]);
  if (single != NULL && ew_object_can_tie (single))
    offer_others (window, single);
}

/* --- What can be done now ------------------------------------------------- */

static bool
has_flag (GPtrArray *objects, EwKindFlags flag)
{
  for (guint i = 0; i < objects->len; i++)
    if (ew_kind_has (((const EwObject *) objects->pdata[i])->kind, flag))
      return true;
  return false;
}

void
ew_window_reshape_refresh (EwWindow *window, bool can_edit)
{
  GtkWidget *widget = GTK_WIDGET (window);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) objects =
      board != NULL && can_edit
          ? ew_selection_objects (window->selection, board)
          : g_ptr_array_new ();
  bool has_box = has_flag (objects, EW_KIND_BOX);
  bool turns = has_flag (objects, EW_KIND_TURNS);

  for (guint i = 0; i < G_N_ELEMENTS (stretches); i++)
    gtk_widget_action_set_enabled (widget, stretches[i].action, has_box);
  gtk_widget_action_set_enabled (widget, "win.turn-left", turns);
  gtk_widget_action_set_enabled (widget, "win.turn-right", turns);
  gtk_widget_action_set_enabled (widget, "win.connect", has_box);
}

void
ew_window_reshape_install (GtkWidgetClass *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (stretches); i++)
    gtk_widget_class_install_action (class, stretches[i].action, NULL,
                                     stretch_cb);
  gtk_widget_class_install_action (class, "win.turn-left", NULL, turn_cb);
  gtk_widget_class_install_action (class, "win.turn-right", NULL, turn_cb);
  gtk_widget_class_install_action (class, "win.connect", NULL, connect_cb);
}
