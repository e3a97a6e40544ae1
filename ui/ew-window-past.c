/* The board as it was, in place of the board as it is: to be looked at, copied
 * from, and brought back. */
#include "ew-window-private.h"

#include "ew-actions.h"
#include "ew-session-past.h"
#include "ew-verbs-restore.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

static const EwBoard *
live_board (EwWindow *window)
{
  if (window->board == NULL)
    return NULL;
  return ew_session_board (window->session, window->board);
}

/* --- There and back ------------------------------------------------------- */

/* The same part of the board, so that one sees what is different. */
static void
swap (EwWindow *window, const char *shown)
{
  EwView view = *ew_canvas_view (window->canvas);

  ew_window_show_named (window, shown);
  ew_canvas_set_view (window->canvas, view);
  gtk_widget_set_visible (GTK_WIDGET (window->tool_bar),
                          window->past.name == NULL);
  ew_window_history_changed (window);
  ew_window_refresh_selection (window);
}

static void
forget (EwWindow *window)
{
  g_autofree char *name = g_steal_pointer (&window->past.name);

  g_cancellable_cancel (window->past.loading);
  g_clear_object (&window->past.loading);
  if (name != NULL)
    ew_session_unload (window->session, name);
}

void
ew_window_leave_past (EwWindow *window)
{
  g_autofree char *name = NULL;

  if (window->past.name == NULL) {
    forget (window);
    return;
  }
  /* Whoever shows it lets go of it before it is unloaded. */
  name = g_steal_pointer (&window->past.name);
  swap (window, window->board);
  ew_session_unload (window->session, name);
  ew_past_bar_show (window->past_bar, NULL);
  ew_history_panel_set_shown (window->history, NULL);
  ew_window_announce (window, _ ("Back to Now"));
}

typedef struct {
  EwWindow *window;
  char *board, *rev, *sentence, *object;
} Journey;

static void
journey_free (Journey *journey)
{
  g_object_unref (journey->window);
  g_free (journey->board);
  g_free (journey->rev);
  g_free (journey->sentence);
  g_free (journey->object);
  g_free (journey);
}

static void
look_at (EwWindow *window, const char *id)
{
  if (*id == '\0' || ew_board_get (ew_window_board (window), id) == NULL)
    return;
  ew_selection_set_one (window->selection, id);
  ew_canvas_reveal (window->canvas, id);
}

/* Takes @name. */
static void
arrive (Journey *journey, char *name)
{
  EwWindow *window = journey->window;
  g_autofree char *before = g_steal_pointer (&window->past.name);

  ew_toolbox_set_tool (window->toolbox, "select");
  window->past.name = name;
  swap (window, name);
  if (before != NULL && !g_str_equal (before, name))
    ew_session_unload (window->session, before);
  ew_past_bar_show (window->past_bar, journey->sentence);
  ew_history_panel_set_shown (window->history, journey->rev);
  ew_window_announce (window, journey->sentence);
  look_at (window, journey->object);
  /* The row that was pressed may be gone. */
  ew_window_return_focus (window);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Journey *journey = data;
  EwWindow *window = journey->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *name =
      ew_session_open_past_finish (EW_SESSION (source), result, &error);
  bool is_wanted =
      window->canvas != NULL && g_strcmp0 (window->board, journey->board) == 0;

  if (name != NULL && is_wanted)
    arrive (journey, g_steal_pointer (&name));
  else if (name != NULL)
    ew_session_unload (window->session, name);
  else if (is_wanted &&
           !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ew_window_say (window, error->message);
  journey_free (journey);
}

void
ew_window_show_past (EwWindow *window, const char *rev, const char *sentence,
                     const char *object)
{
  Journey *journey;

  if (ew_window_recorder_is_on (window)) {
    ew_window_say (window, _ ("Stop the recording first"));
    return;
  }
  g_cancellable_cancel (window->past.loading);
  g_clear_object (&window->past.loading);
  ew_canvas_stop_editing (window->canvas);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tour-close", NULL);
  if (*rev == '\0' || window->board == NULL) {
    ew_window_leave_past (window);
    return;
  }
  journey = g_new (Journey, 1);
  *journey =
      (Journey){ g_object_ref (window), g_strdup (window->board),
                 g_strdup (rev), g_strdup (sentence), g_strdup (object) };
  window->past.loading = g_cancellable_new ();
  ew_session_open_past_async (window->session, window->board, rev,
                              window->past.loading, opened_cb, journey);
}

/* --- Bringing back -------------------------------------------------------- */

/* Takes @edit.  Returns: whether it was done. */
static bool
bring_back (EwWindow *window, EwEdit *edit, const char *sentence)
{
  bool is_same = ew_edit_is_empty (edit);

  ew_window_leave_past (window);
  if (is_same) {
    ew_edit_unref (edit);
    ew_window_say (window, _ ("That is what is there already"));
    return false;
  }
  if (!ew_window_apply (window, edit, 0))
    return false;
  ew_window_offer_undo (window, sentence);
  return true;
}

void
ew_window_restore (EwWindow *window, const EwBoard *old, GPtrArray *ids)
{
  const EwBoard *board = live_board (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  EwEdit *edit;

  if (board == NULL || ids->len == 0)
    return;
  edit = ew_verb_restore_objects (board, old, ids, &error);
  if (edit == NULL) {
    ew_window_say (window, error->message);
    return;
  }
  sentence = g_strdup_printf (
      ngettext ("%u object restored", "%u objects restored", ids->len),
      ids->len);
  if (!bring_back (window, edit, sentence))
    return;
  ew_selection_set (window->selection, ids);
  ew_canvas_reveal (window->canvas, ids->pdata[0]);
  ew_canvas_tint (window->canvas, ids);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

/* Ids that outlive the board they are from. */
static GPtrArray *
selected_ids (EwWindow *window)
{
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (copies, g_strdup (ids->pdata[i]));
  return copies;
}

static void
restore_objects_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  g_autoptr (GPtrArray) ids = selected_ids (window);

  if (window->past.name != NULL)
    ew_window_restore (window, ew_window_board (window), ids);
}

static void
restore_version_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = live_board (window);

  if (window->past.name == NULL || board == NULL)
    return;
  bring_back (window, ew_verb_restore_board (board, ew_window_board (window)),
              _ ("Board restored"));
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_leave_past (EW_WINDOW (widget));
  gtk_widget_grab_focus (GTK_WIDGET (EW_WINDOW (widget)->canvas));
}

/* --- The window ----------------------------------------------------------- */

void
ew_window_past_refresh (EwWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);
  bool is_past = window->past.name != NULL;
  guint n = is_past ? ew_selection_size (window->selection) : 0;

  gtk_widget_action_set_enabled (widget, "win.restore-version", is_past);
  gtk_widget_action_set_enabled (widget, "win.restore-objects", n > 0);
  gtk_widget_action_set_enabled (widget, "win.leave-past", is_past);
  gtk_widget_action_set_enabled (widget, "win.comment", !is_past);
  gtk_widget_action_set_enabled (widget, "win.biography",
                                 ew_selection_size (window->selection) == 1);
  ew_past_bar_set_selected (window->past_bar, n);
}

GMenuModel *
ew_window_past_menu (void)
{
  static const char *const names[] = { "win.restore-objects",
                                       "win.restore-version",
                                       "win.leave-past" };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GMenuItem) item = ew_action_menu_item (names[i]);

    g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
    g_menu_append_item (menu, item);
  }
  return G_MENU_MODEL (menu);
}

GtkWidget *
ew_window_past_init (EwWindow *window)
{
  GtkWidget *bar = ew_past_bar_new ();

  window->past_bar = EW_PAST_BAR (bar);
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  return bar;
}

void
ew_window_past_end (EwWindow *window)
{
  forget (window);
  if (window->canvas == NULL)
    return;
  ew_past_bar_show (window->past_bar, NULL);
  ew_history_panel_set_shown (window->history, NULL);
  gtk_widget_show (GTK_WIDGET (window->tool_bar));
}

void
ew_window_past_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.restore-version", NULL,
                                   restore_version_cb);
  gtk_widget_class_install_action (class, "win.restore-objects", NULL,
                                   restore_objects_cb);
  gtk_widget_class_install_action (class, "win.leave-past", NULL, leave_cb);
}
