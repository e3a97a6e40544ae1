/* Reacting to what is selected, and who did. */
#include "ew-window-private.h"

#include "ew-reaction-popover.h"
#include "ew-reaction.h"
#include "ew-verbs-react.h"

static void
react_now (EwWindow *window, gpointer emoji)
{
  const EwIdentity *me = ew_session_identity (window->session);
  g_autoptr (GPtrArray) ids = ew_selection_ids (window->selection);
  g_autoptr (GError) error = NULL;
  EwEdit *edit;

  if (me == NULL || ew_window_board (window) == NULL || ids->len == 0)
    return;
  edit = ew_verb_react (ew_window_board (window), ids, emoji, me->name,
                        me->email, &error);
  if (edit == NULL)
    ew_window_say (window, error->message);
  else
    ew_window_apply (window, edit, 0);
}

static void
react (EwWindow *window, const char *emoji)
{
  ew_window_with_identity (window, react_now, g_strdup (emoji), g_free);
}

/* --- Choosing one --------------------------------------------------------- */

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
  if (window->canvas != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

/* By what is selected. */
static void
open_by_selection (EwWindow *window, GtkWidget *popover)
{
  EwRect at = ew_canvas_selection_rect (window->canvas);

  gtk_widget_set_parent (popover, GTK_WIDGET (window->stage));
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), window,
                           0);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (
      GTK_POPOVER (popover),
      &(GdkRectangle){ (int) at.x, (int) at.y, (int) at.w, (int) at.h });
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
picked_cb (GtkEmojiChooser *chooser, const char *emoji, EwWindow *window)
{
  react (window, emoji);
}

static void
more_cb (EwReactionPopover *popover, EwWindow *window)
{
  GtkWidget *chooser = gtk_emoji_chooser_new ();

  g_signal_connect_object (chooser, "emoji-picked", G_CALLBACK (picked_cb),
                           window, 0);
  open_by_selection (window, chooser);
}

static void
chosen_cb (EwReactionPopover *popover, const char *emoji, EwWindow *window)
{
  react (window, emoji);
}

static gboolean
has (const char *emoji, gpointer data)
{
  EwWindow *window = data;
  const EwIdentity *me = ew_session_identity (window->session);
  g_autoptr (GPtrArray) objects =
      ew_selection_objects (window->selection, ew_window_board (window));

  for (guint i = 0; me != NULL && i < objects->len; i++)
    if (!ew_object_has_reaction (objects->pdata[i], emoji, me->email))
      return FALSE;
  return me != NULL && objects->len > 0;
}

static void
react_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  GtkWidget *popover;

  if (ew_window_is_read_only (window) ||
      ew_selection_size (window->selection) == 0)
    return;
  ew_canvas_stop_editing (window->canvas);
  popover = ew_reaction_popover_new (has, window);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (chosen_cb), window,
                           0);
  g_signal_connect_object (popover, "more", G_CALLBACK (more_cb), window, 0);
  open_by_selection (window, popover);
}

/* --- Who did -------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): names, for the chip under the pointer.
 */
static char *
names_at (EwWindow *window, EwPoint at, EwRect *where)
{
  const EwBoard *board = ew_window_board (window);
  const EwView *view = ew_canvas_view (window->canvas);
  EwPoint point = ew_view_to_board (view, at);
  const EwObject *object =
      board != NULL ? ew_board_pick (board, point, 0, view->zoom) : NULL;
  g_autofree char *names = NULL;
  EwReactionChip chip;

  if (object == NULL || !ew_reaction_chip_at (object, board, point, &chip))
    return NULL;
  *where = ew_view_rect_to_window (view, chip.box);
  names = ew_reaction_names (object, chip.emoji);
  return g_strdup_printf ("%s %s", chip.emoji, names);
}

static gboolean
query_tooltip_cb (GtkWidget *canvas, int x, int y, gboolean by_keyboard,
                  GtkTooltip *tooltip, EwWindow *window)
{
  EwRect chip;
  g_autofree char *names = NULL;

  if (by_keyboard || window->canvas == NULL || window->is_dragging)
    return FALSE;
  names = names_at (window, (EwPoint){ x, y }, &chip);
  if (names == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, names);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle){ (int) chip.x, (int) chip.y,
                                             (int) chip.w, (int) chip.h });
  return TRUE;
}

void
ew_window_react_init (EwWindow *window)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (window->canvas), TRUE);
  g_signal_connect_object (window->canvas, "query-tooltip",
                           G_CALLBACK (query_tooltip_cb), window, 0);
}

void
ew_window_react_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.react", NULL, react_cb);
}
