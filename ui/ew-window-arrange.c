/* What keys and menus do to the selected objects among each other. */
#include "ew-window-private.h"

#include "ew-actions.h"
#include "ew-group.h"
#include "ew-verbs-arrange.h"

#include <glib/gi18n-lib.h>

/* Sections end with NULL, the menu with an empty one. */
static const char *const arrange_menu[] = {
  "win.group",
  "win.ungroup",
  "win.lock",
  NULL,
  "win.raise",
  "win.forward",
  "win.backward",
  "win.lower",
  NULL,
  "win.align-left",
  "win.align-center",
  "win.align-right",
  "win.align-top",
  "win.align-middle",
  "win.align-bottom",
  "win.distribute-across",
  "win.distribute-down",
  NULL,
  "win.copy-style",
  "win.paste-style",
  NULL,
  NULL,
};

GMenuModel *
ew_window_arrange_menu (void)
{
  return ew_actions_menu (arrange_menu);
}

/* --- Simple verbs: some objects in, an edit out ------------------------- */

typedef EwEdit *(*Verb) (const EwBoard *board, GPtrArray *ids);

static void
apply_verb (GtkWidget *widget, Verb verb)
{
  EwWindow *window = EW_WINDOW (widget);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);

  if (ids->len > 0 && ew_window_board (window) != NULL)
    ew_window_apply (window, verb (ew_window_board (window), ids), 0);
}

static void
group_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  apply_verb (widget, ew_verb_group);
}

static void
ungroup_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  apply_verb (widget, ew_verb_ungroup);
}

static void
forward_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  apply_verb (widget, ew_verb_forward);
}

static void
backward_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  apply_verb (widget, ew_verb_backward);
}

/* One that is not locked makes it mean: lock them all. */
static bool
is_all_locked (EwWindow *window)
{
  g_autoptr (GPtrArray) objects =
      ew_selection_objects (window->selection, ew_window_board (window));

  for (guint i = 0; i < objects->len; i++)
    if (!((const EwObject *) objects->pdata[i])->locked)
      return false;
  return true;
}

static void
lock_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  bool locked;

  if (ew_window_board (window) == NULL)
    return;
  locked = is_all_locked (window);
  apply_verb (widget, locked ? ew_verb_unlock : ew_verb_lock);
  ew_window_say (window, locked ? _ ("Unlocked") : _ ("Locked"));
}

/* --- Align and distribute ----------------------------------------------- */

static const struct {
  const char *action;
  EwAlign align;
} alignments[] = {
  { "win.align-left", EW_ALIGN_LEFT },
  { "win.align-center", EW_ALIGN_CENTER },
  { "win.align-right", EW_ALIGN_RIGHT },
  { "win.align-top", EW_ALIGN_TOP },
  { "win.align-middle", EW_ALIGN_MIDDLE },
  { "win.align-bottom", EW_ALIGN_BOTTOM },
};

static void
align_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);

  for (guint i = 0; board != NULL && i < G_N_ELEMENTS (alignments); i++)
    if (g_str_equal (name, alignments[i].action)) {
      ew_window_apply (window, ew_verb_align (board, ids, alignments[i].align),
                       0);
      return;
    }
}

static void
distribute (GtkWidget *widget, EwAxis axis)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);

  if (board != NULL)
    ew_window_apply (window, ew_verb_distribute (board, ids, axis), 0);
}

static void
across_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  distribute (widget, EW_AXIS_HORIZONTAL);
}

static void
down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  distribute (widget, EW_AXIS_VERTICAL);
}

/* --- Style -------------------------------------------------------------- */

static void
copy_style_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const char *id = ew_selection_single (window->selection);
  const EwObject *object =
      id != NULL ? ew_board_get (ew_window_board (window), id) : NULL;

  if (object == NULL)
    return;
  g_clear_pointer (&window->style, ew_object_unref);
  window->style = ew_object_ref (object);
  ew_window_refresh_actions (window);
}

static void
paste_style_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);

  if (board != NULL && window->style != NULL)
    ew_window_apply (window, ew_verb_paste_style (board, window->style, ids),
                     0);
}

/* --- What can be done now ----------------------------------------------- */

static bool
has_group (EwWindow *window)
{
  g_autoptr (GPtrArray) objects =
      ew_selection_objects (window->selection, ew_window_board (window));

  for (guint i = 0; i < objects->len; i++)
    if (*((const EwObject *) objects->pdata[i])->group != '\0')
      return true;
  return false;
}

static void
enable (EwWindow *window, const char *action, bool enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (window), action, enabled);
}

void
ew_window_arrange_refresh (EwWindow *window, bool can_edit)
{
  const EwBoard *board = ew_window_board (window);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  guint n = can_edit && board != NULL ? ids->len : 0;

  enable (window, "win.group", n > 1 && !ew_group_is_one (board, ids));
  enable (window, "win.ungroup", n > 0 && has_group (window));
  enable (window, "win.lock", n > 0);
  enable (window, "win.forward", n > 0);
  enable (window, "win.backward", n > 0);
  for (guint i = 0; i < G_N_ELEMENTS (alignments); i++)
    enable (window, alignments[i].action, n > 1);
  enable (window, "win.distribute-across", n > 2);
  enable (window, "win.distribute-down", n > 2);
  ew_window_reshape_refresh (window, can_edit);
  enable (window, "win.copy-style", ids->len == 1);
  enable (window, "win.paste-style", n > 0 && window->style != NULL);
}

void
ew_window_arrange_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.group", NULL, group_cb);
  gtk_widget_class_install_action (class, "win.ungroup", NULL, ungroup_cb);
  gtk_widget_class_install_action (class, "win.lock", NULL, lock_cb);
  gtk_widget_class_install_action (class, "win.forward", NULL, forward_cb);
  gtk_widget_class_install_action (class, "win.backward", NULL, backward_cb);
  for (guint i = 0; i < G_N_ELEMENTS (alignments); i++)
    gtk_widget_class_install_action (class, alignments[i].action, NULL,
                                     align_cb);
  gtk_widget_class_install_action (class, "win.distribute-across", NULL,
                                   across_cb);
  gtk_widget_class_install_action (class, "win.distribute-down", NULL, down_cb);
  gtk_widget_class_install_action (class, "win.copy-style", NULL,
                                   copy_style_cb);
  gtk_widget_class_install_action (class, "win.paste-style", NULL,
                                   paste_style_cb);
}
