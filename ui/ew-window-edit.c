/* What keys and buttons do to the selected objects. */
#include "ew-window-private.h"

#include "ew-actions.h"
#include "ew-error.h"
#include "ew-verbs.h"
#include "ew-window-walkthrough.h"

#include <glib/gi18n-lib.h>

/* A duplicate lies this far aside, px of the board. */
#define ASIDE 24

/* --- Applying ----------------------------------------------------------- */

static void
apply_late (EwWindow *window, gpointer edit)
{
  ew_window_apply (window, ew_edit_ref (edit), 0);
}

static void
forget_undo_toast (EwWindow *window)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&window->undo_toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

bool
ew_window_apply (EwWindow *window, EwEdit *edit, guint gesture)
{
  g_autoptr (EwEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  if (owned == NULL || window->board == NULL)
    return false;
  forget_undo_toast (window);
  /* The session has its word for who edits the past. */
  if (ew_session_apply (window->session, ew_window_shown (window), owned,
                        gesture, &error))
    return true;

  if (g_error_matches (error, EW_ERROR, EW_ERROR_NO_IDENTITY))
    ew_window_with_identity (window, apply_late, g_steal_pointer (&owned),
                             (GDestroyNotify) ew_edit_unref);
  else
    ew_window_say (window, error->message);
  return false;
}

void
ew_window_select (EwWindow *window, const char *id)
{
  ew_selection_set_one (window->selection, id);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

/* --- The actions -------------------------------------------------------- */

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  forget_undo_toast (window);
  if (window->board != NULL && ew_session_undo (window->session, window->board))
    ew_window_announce_step (
        window, _ ("Undone: %s"),
        ew_session_redo_label (window->session, window->board));
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  if (window->board != NULL && ew_session_redo (window->session, window->board))
    ew_window_announce_step (
        window, _ ("Redone: %s"),
        ew_session_undo_label (window->session, window->board));
}

/* Where the keyboard alone is used, a note goes where one looks, and the words
 * can follow at once. */
static void
make_note (EwWindow *window, gpointer data)
{
  g_autofree char *color =
      g_settings_get_string (window->settings, "note-color");
  const char *fields[] = { "color", color, NULL };
  g_autofree char *id = NULL;
  EwEdit *edit = ew_verb_create (
      ew_window_board (window), ew_kind_by_name ("note"),
      ew_canvas_place (window->canvas), EW_RECT_EMPTY, fields, &id);

  if (!ew_window_apply (window, edit, 0))
    return;
  ew_window_select (window, id);
  ew_canvas_edit (window->canvas, id, true);
}

static void
new_note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  if (window->board != NULL)
    ew_window_with_identity (window, make_note, NULL, NULL);
}

static void
edit_now (EwWindow *window, gpointer id)
{
  const EwObject *object = ew_board_get (ew_window_board (window), id);

  if (object == NULL)
    return;
  if (ew_kind_has (object->kind, EW_KIND_PIN))
    ew_window_show_thread (window, id);
  else if (object->kind->link != NULL)
    ew_window_edit_link (window, object);
  else
    ew_canvas_edit (window->canvas, id, true);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const char *id = ew_selection_single (window->selection);

  /* With another tool in hand, Enter uses that. */
  if (!ew_window_use_tool (window) && id != NULL)
    ew_window_with_identity (window, edit_now, g_strdup (id), g_free);
}

/* --- Growing a mind map --------------------------------------------------- */

static void
add_child_now (EwWindow *window, gpointer id)
{
  ew_canvas_grow (window->canvas, id, EW_GROW_CHILD);
}

static void
add_sibling_now (EwWindow *window, gpointer id)
{
  ew_canvas_grow (window->canvas, id, EW_GROW_SIBLING);
}

static void
grow_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const char *id = ew_selection_single (window->selection);
  bool child = g_str_equal (name, "win.add-branch");

  if (id != NULL)
    ew_window_with_identity (window, child ? add_child_now : add_sibling_now,
                             g_strdup (id), g_free);
}

static char *
describe_deleted (EwWindow *window, GPtrArray *ids)
{
  const EwObject *single =
      ids->len == 1 ? ew_board_get (ew_window_board (window), ids->pdata[0])
                    : NULL;

  if (single != NULL) /* Translators: %s is a kind, as in “Sticky Note”. */
    return g_strdup_printf (_ ("%s deleted"),
                            g_dgettext (GETTEXT_PACKAGE, single->kind->title));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u object deleted",
                                       "%u objects deleted", ids->len),
                          ids->len);
}

void
ew_window_offer_undo (EwWindow *window, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  window->undo_toast = g_object_ref (toast);
  adw_toast_overlay_add_toast (window->toasts, toast);
  ew_window_announce (window, sentence);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  g_autofree char *sentence = NULL;

  if (ids->len == 0)
    return;
  sentence = describe_deleted (window, ids);
  if (ew_window_apply (window, ew_verb_remove (ew_window_board (window), ids),
                       0))
    ew_window_offer_undo (window, sentence);
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  g_autoptr (GPtrArray) copies = NULL;
  EwEdit *edit;

  if (ids->len == 0)
    return;
  edit = ew_verb_duplicate (ew_window_board (window), ids,
                            (EwPoint){ ASIDE, ASIDE }, &copies);
  if (ew_window_apply (window, edit, 0))
    ew_selection_set (window->selection, copies);
}

static void
reorder (EwWindow *window, bool to_front)
{
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);

  if (ids->len > 0)
    ew_window_apply (
        window, ew_verb_raise (ew_window_board (window), ids, to_front), 0);
}

static void
raise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  reorder (EW_WINDOW (widget), true);
}

static void
lower_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  reorder (EW_WINDOW (widget), false);
}

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; board != NULL && i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);

    if (!ew_kind_has (object->kind, EW_KIND_PIN))
      g_ptr_array_add (ids, object->id);
  }
  ew_selection_set (window->selection, ids);
}

/* All steps of one held key are one step of undo. */
void
ew_window_nudge (EwWindow *window, double dx, double dy)
{
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);

  if (ids->len == 0 || ew_window_is_read_only (window)) {
    ew_canvas_pan (window->canvas, -dx * 40, -dy * 40);
    return;
  }
  if (window->nudge == 0)
    window->nudge = ew_session_new_gesture (window->session);
  ew_window_apply (
      window, ew_verb_move (ew_window_board (window), ids, (EwPoint){ dx, dy }),
      window->nudge);
}

void
ew_window_set_color (EwWindow *window, const char *color)
{
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  g_autoptr (GError) error = NULL;
  EwEdit *edit =
      ew_verb_set (ew_window_board (window), ids, "color", color, &error);

  if (edit == NULL)
    ew_window_say (window, error->message);
  else
    ew_window_apply (window, edit, 0);
  g_settings_set_string (window->settings, "note-color", color);
}

void
ew_window_settle (EwWindow *window, const char *clash_key, int how)
{
  const char *id = ew_selection_single (window->selection);

  if (id != NULL)
    ew_window_apply (window,
                     ew_verb_settle (ew_window_board (window), id, clash_key,
                                     (EwSettle) how),
                     0);
}

static void
settle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);

  ew_selection_bar_open_clash (EW_SELECTION_BAR (window->selection_bar));
}

/* --- What can be done now ----------------------------------------------- */

static void
enable (EwWindow *window, const char *action, bool enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (window), action, enabled);
}

static bool
has_link (EwWindow *window)
{
  const char *id = ew_selection_single (window->selection);
  const EwBoard *board = ew_window_board (window);
  const EwObject *object = id && board ? ew_board_get (board, id) : NULL;

  return object != NULL && object->kind->link != NULL;
}

static bool
has_clash (EwWindow *window)
{
  const char *id = ew_selection_single (window->selection);
  const EwBoard *board = ew_window_board (window);
  const EwObject *object = id && board ? ew_board_get (board, id) : NULL;

  return object != NULL && ew_map_size (object->clash) > 0;
}

void
ew_window_refresh_actions (EwWindow *window)
{
  bool can_edit = !ew_window_is_read_only (window);
  bool any = ew_selection_size (window->selection) > 0;
  bool one = ew_selection_size (window->selection) == 1;

  enable (window, "win.new-note", can_edit);
  enable (window, "win.paste", can_edit);
  enable (window, "win.edit", can_edit && one);
  enable (window, "win.add-branch", can_edit && one);
  enable (window, "win.add-sibling", can_edit && one);
  enable (window, "win.open-link", one && has_link (window));
  enable (window, "win.link", can_edit);
  enable (window, "win.settle", can_edit && one && has_clash (window));
  enable (window, "win.react", can_edit && any);
  enable (window, "win.cut", can_edit && any);
  enable (window, "win.copy", any);
  enable (window, "win.duplicate", can_edit && any);
  enable (window, "win.delete", can_edit && any);
  enable (window, "win.raise", can_edit && any);
  enable (window, "win.lower", can_edit && any);
  enable (window, "win.zoom-selection", any);
  ew_window_arrange_refresh (window, can_edit);
  ew_window_tick_refresh (window, can_edit);
  ew_window_past_refresh (window);
  ew_window_walkthrough_refresh (window);
}

static void
show_step (GtkWidget *button, const char *format, const char *label,
           const char *action)
{
  g_autofree char *plain = ew_action_tooltip (action);
  g_autofree char *step =
      label != NULL ? g_strdup_printf (format, label) : g_strdup (plain);

  /* A tooltip asks the display where the pointer is; a drag has many steps. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), step) != 0)
    gtk_widget_set_tooltip_text (button, step);
}

void
ew_window_history_changed (EwWindow *window)
{
  const char *undo = NULL, *redo = NULL;

  if (window->board != NULL && window->past.name == NULL) {
    undo = ew_session_undo_label (window->session, window->board);
    redo = ew_session_redo_label (window->session, window->board);
  }
  enable (window, "win.undo", undo != NULL);
  enable (window, "win.redo", redo != NULL);
  /* Translators: what would be undone, as in “Undo: Move 3 Objects”. */
  show_step (window->undo_button, _ ("Undo: %s"), undo, "win.undo");
  show_step (window->redo_button, _ ("Redo: %s"), redo, "win.redo");
}

void
ew_window_edit_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (class, "win.new-note", NULL, new_note_cb);
  gtk_widget_class_install_action (class, "win.edit", NULL, edit_cb);
  gtk_widget_class_install_action (class, "win.settle", NULL, settle_cb);
  gtk_widget_class_install_action (class, "win.add-branch", NULL, grow_cb);
  gtk_widget_class_install_action (class, "win.add-sibling", NULL, grow_cb);
  gtk_widget_class_install_action (class, "win.delete", NULL, delete_cb);
  gtk_widget_class_install_action (class, "win.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (class, "win.raise", NULL, raise_cb);
  gtk_widget_class_install_action (class, "win.lower", NULL, lower_cb);
  gtk_widget_class_install_action (class, "win.select-all", NULL,
                                   select_all_cb);
}
