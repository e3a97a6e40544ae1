#include "ew-outline-panel.h"

#include "ew-captions.h"
#include "ew-describe.h"
#include "ew-outline-cell.h"
#include "ew-outline-model.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The board is read again when it rests, ms. */
#define REST 150
/* More than so many selected are looked for in one go. */
#define FEW 8

struct _EwOutlinePanel {
  GtkWidget parent_instance;
  EwSession *session;
  EwSelection *selection;
  char *board;
  gulong changed_id;
  guint rest; /* timeout, or 0 */
  bool is_following; /* the list follows the selection, not the other way */

  EwOutlineModel model;
  EwReadingOrder *order;
  GtkMultiSelection *selected;
  GPtrArray *cells; /* those that show something; not owned */
  GtkWidget *stack, *scroller, *list, *empty;
};

G_DEFINE_FINAL_TYPE (EwOutlinePanel, ew_outline_panel, GTK_TYPE_WIDGET)

static const EwBoard *
live_board (EwOutlinePanel *panel)
{
  if (panel->session == NULL || panel->board == NULL)
    return NULL;
  return ew_session_board (panel->session, panel->board);
}

/* --- Cells ---------------------------------------------------------------- */

/* The whole name goes to the row itself, where a screen reader looks. */
static void
name_row (GtkWidget *cell, const char *name)
{
  GtkWidget *expander = gtk_widget_get_parent (cell);
  GtkWidget *row = gtk_widget_get_parent (expander);

  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A row of what is said, when @id is that of one. */
static void
show_said (EwOutlinePanel *panel, EwOutlineCell *cell, const char *id)
{
  EwOutlineRow *row = g_hash_table_lookup (panel->model.rows, id);
  g_autofree char *time = NULL, *words = NULL;

  if (row == NULL || ew_outline_row_words (row) == NULL)
    return;
  time = ew_caption_time_format (ew_outline_row_time (row) / 1000 * 1000);
  words = g_strdup_printf ("%s  %s", time, ew_outline_row_words (row));
  ew_outline_cell_show_words (cell, id, words);
  name_row (GTK_WIDGET (cell), words);
}

static void
show_cell (EwOutlinePanel *panel, EwOutlineCell *cell, const char *id)
{
  const EwBoard *board = live_board (panel);
  const EwObject *object = board != NULL ? ew_board_get (board, id) : NULL;
  g_autofree char *name = NULL;

  if (object == NULL) {
    show_said (panel, cell, id);
    return;
  }
  name = ew_describe (board, panel->order, object, NULL);
  ew_outline_cell_show (cell, board, object);
  name_row (GTK_WIDGET (cell), name);
}

static void
refresh_cells (EwOutlinePanel *panel)
{
  for (guint i = 0; i < panel->cells->len; i++) {
    EwOutlineCell *cell = panel->cells->pdata[i];
    g_autofree char *id = g_strdup (ew_outline_cell_id (cell));

    if (id != NULL)
      show_cell (panel, cell, id);
  }
}

/* What stands below the first line, and does not show here, stays. */
static void
edited_cb (EwOutlineCell *cell, const char *text, EwOutlinePanel *panel)
{
  const EwBoard *board = live_board (panel);
  const char *id = ew_outline_cell_id (cell);
  const EwObject *object =
      board != NULL && id != NULL ? ew_board_get (board, id) : NULL;
  g_autofree char *value = NULL;
  const char *before, *rest;

  if (object == NULL || object->kind->text == NULL)
    return;
  before = ew_object_get_string (object, object->kind->text);
  rest = strchr (before, '\n');
  value = g_strconcat (text, rest != NULL ? rest : "", NULL);
  if (strcmp (value, before) != 0)
    g_signal_emit_by_name (panel, "set", id, object->kind->text, value);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, EwOutlinePanel *panel)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *cell = ew_outline_cell_new ();

  gtk_widget_set_focusable (expander, FALSE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), cell);
  gtk_list_item_set_child (item, expander);
  g_signal_connect_object (cell, "edited", G_CALLBACK (edited_cb), panel, 0);
}

static GtkWidget *
cell_of (GtkListItem *item)
{
  GtkTreeExpander *expander =
      GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  return gtk_tree_expander_get_child (expander);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, EwOutlinePanel *panel)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (EwOutlineRow) row = gtk_tree_list_row_get_item (tree_row);
  GtkWidget *cell = cell_of (item);

  gtk_tree_expander_set_list_row (
      GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), tree_row);
  g_ptr_array_add (panel->cells, cell);
  show_cell (panel, EW_OUTLINE_CELL (cell), ew_outline_row_id (row));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item,
           EwOutlinePanel *panel)
{
  g_ptr_array_remove_fast (panel->cells, cell_of (item));
  gtk_tree_expander_set_list_row (
      GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

/* --- In step with the selection ------------------------------------------- */

static void
add_few (EwOutlinePanel *panel, GPtrArray *ids, GtkBitset *rows)
{
  guint position;

  for (guint i = 0; i < ids->len; i++)
    if (ew_outline_model_find (&panel->model, ids->pdata[i], &position))
      gtk_bitset_add (rows, position);
}

static void
add_many (EwOutlinePanel *panel, GtkBitset *rows)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (panel->model.tree));

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = ew_outline_model_id_at (&panel->model, i);

    if (ew_selection_has (panel->selection, id))
      gtk_bitset_add (rows, i);
  }
}

static void
follow (EwOutlinePanel *panel)
{
  g_autoptr (GPtrArray) ids = ew_selection_ids (panel->selection);
  g_autoptr (GtkBitset) rows = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_empty ();
  GtkSelectionModel *selected = GTK_SELECTION_MODEL (panel->selected);

  if (panel->is_following || !gtk_widget_get_mapped (GTK_WIDGET (panel)))
    return;
  panel->is_following = true;
  if (ids->len <= FEW)
    add_few (panel, ids, rows);
  else
    add_many (panel, rows);
  gtk_bitset_add_range (all, 0,
                        g_list_model_get_n_items (G_LIST_MODEL (selected)));
  gtk_selection_model_set_selection (selected, rows, all);
  if (gtk_bitset_get_size (rows) == 1)
    gtk_widget_activate_action (panel->list, "list.scroll-to-item", "u",
                                gtk_bitset_get_minimum (rows));
  panel->is_following = false;
}

static void
selection_changed_cb (GtkSelectionModel *selected, guint position, guint n,
                      EwOutlinePanel *panel)
{
  g_autoptr (GtkBitset) rows = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  if (panel->is_following)
    return;
  rows = gtk_selection_model_get_selection (selected);
  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint64 i = 0; i < gtk_bitset_get_size (rows); i++)
    g_ptr_array_add (ids, ew_outline_model_id_at (
                              &panel->model, gtk_bitset_get_nth (rows, i)));
  panel->is_following = true;
  ew_selection_set (panel->selection, ids);
  panel->is_following = false;
  if (ids->len == 1)
    g_signal_emit_by_name (panel, "shown", ids->pdata[0]);
}

static void
activate_cb (GtkListView *list, guint position, EwOutlinePanel *panel)
{
  g_autofree char *id = ew_outline_model_id_at (&panel->model, position);
  g_autoptr (EwOutlineRow) row =
      ew_outline_model_row_at (&panel->model, position);

  if (row != NULL && ew_outline_row_words (row) != NULL)
    g_signal_emit_by_name (panel, "play", id, ew_outline_row_time (row));
  else if (id != NULL)
    g_signal_emit_by_name (panel, "chosen", id);
}

/* --- In step with the board ----------------------------------------------- */

static void
update (EwOutlinePanel *panel)
{
  const EwBoard *board = live_board (panel);

  g_clear_handle_id (&panel->rest, g_source_remove);
  if (!gtk_widget_get_mapped (GTK_WIDGET (panel)))
    return;
  g_clear_pointer (&panel->order, ew_reading_order_free);
  panel->order = ew_reading_order_new (board);
  panel->is_following = true;
  ew_outline_model_update (&panel->model, board, panel->order);
  panel->is_following = false;
  gtk_stack_set_visible_child (GTK_STACK (panel->stack),
                               ew_reading_order_size (panel->order) > 0
                                   ? panel->scroller
                                   : panel->empty);
  refresh_cells (panel);
  follow (panel);
}

static gboolean
rest_cb (gpointer data)
{
  EwOutlinePanel *panel = data;

  panel->rest = 0;
  update (panel);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwOutlinePanel *panel)
{
  if (g_strcmp0 (board, panel->board) != 0 || panel->rest != 0)
    return;
  panel->rest = g_timeout_add_full (G_PRIORITY_LOW, REST, rest_cb, panel, NULL);
}

/* --- Keys ----------------------------------------------------------------- */

static EwOutlineCell *
find_cell (GtkWidget *widget)
{
  while (widget != NULL && !EW_IS_OUTLINE_CELL (widget)) {
    if (GTK_IS_TREE_EXPANDER (widget))
      widget = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (widget));
    else
      widget = gtk_widget_get_first_child (widget);
  }
  return widget != NULL ? EW_OUTLINE_CELL (widget) : NULL;
}

static EwOutlineCell *
focused_cell (EwOutlinePanel *panel)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (panel));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || focus == panel->list ||
      !gtk_widget_is_ancestor (focus, panel->list))
    return NULL;
  return find_cell (focus);
}

static void
edit (EwOutlinePanel *panel, EwOutlineCell *cell)
{
  const EwBoard *board = live_board (panel);
  const char *id = ew_outline_cell_id (cell);
  const EwObject *object =
      board != NULL && id != NULL ? ew_board_get (board, id) : NULL;
  g_auto (GStrv) lines = NULL;

  if (object == NULL || object->kind->text == NULL || object->locked ||
      ew_session_is_read_only (panel->session, panel->board))
    return;
  lines =
      g_strsplit (ew_object_get_string (object, object->kind->text), "\n", 2);
  ew_outline_cell_edit (cell, lines[0] != NULL ? lines[0] : "");
}

static void
select_id (EwOutlinePanel *panel, const char *id)
{
  ew_selection_set_one (panel->selection, id);
  ew_outline_panel_focus (panel);
}

/* As in every tree: Left folds, then goes to the frame; Right unfolds, then
 * goes into it. */
static bool
fold (EwOutlinePanel *panel, EwOutlineCell *cell, bool unfold)
{
  GtkWidget *expander = gtk_widget_get_parent (GTK_WIDGET (cell));
  GtkTreeListRow *row =
      gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander));
  g_autoptr (GtkTreeListRow) next = NULL;
  g_autoptr (EwOutlineRow) item = NULL;

  if (gtk_tree_list_row_is_expandable (row) &&
      gtk_tree_list_row_get_expanded (row) != unfold) {
    gtk_tree_list_row_set_expanded (row, unfold);
    return true;
  }
  next = unfold ? gtk_tree_list_row_get_child_row (row, 0)
                : gtk_tree_list_row_get_parent (row);
  item = next != NULL ? gtk_tree_list_row_get_item (next) : NULL;
  if (item != NULL && ew_outline_row_words (item) == NULL)
    select_id (panel, ew_outline_row_id (item));
  return true;
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code,
        GdkModifierType state, EwOutlinePanel *panel)
{
  EwOutlineCell *cell = focused_cell (panel);

  if (cell == NULL || ew_outline_cell_is_editing (cell) ||
      state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key) {
  case GDK_KEY_F2:
    edit (panel, cell);
    return GDK_EVENT_STOP;
  case GDK_KEY_Left:
  case GDK_KEY_Right:
    return fold (panel, cell, key == GDK_KEY_Right);
  case GDK_KEY_Delete:
  case GDK_KEY_KP_Delete:
    gtk_widget_activate_action (GTK_WIDGET (panel), "win.delete", NULL);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

void
ew_outline_panel_focus (EwOutlinePanel *panel)
{
  const char *id = ew_selection_single (panel->selection);
  guint position = 0;

  g_return_if_fail (EW_IS_OUTLINE_PANEL (panel));

  update (panel);
  if (id != NULL)
    ew_outline_model_find (&panel->model, id, &position);
  gtk_widget_activate_action (panel->list, "list.scroll-to-item", "u",
                              position);
  gtk_widget_child_focus (panel->list, GTK_DIR_TAB_FORWARD);
}

/* --- The widget ----------------------------------------------------------- */

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ew_outline_panel_parent_class)->map (widget);
  update (EW_OUTLINE_PANEL (widget));
}

static void
dispose (GObject *object)
{
  EwOutlinePanel *panel = EW_OUTLINE_PANEL (object);

  g_clear_handle_id (&panel->rest, g_source_remove);
  g_clear_pointer (&panel->stack, gtk_widget_unparent);
  g_clear_object (&panel->selected);
  ew_outline_model_clear (&panel->model);
  g_clear_pointer (&panel->order, ew_reading_order_free);
  g_clear_object (&panel->session);
  g_clear_object (&panel->selection);
  G_OBJECT_CLASS (ew_outline_panel_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwOutlinePanel *panel = EW_OUTLINE_PANEL (object);

  g_free (panel->board);
  g_ptr_array_unref (panel->cells);
  G_OBJECT_CLASS (ew_outline_panel_parent_class)->finalize (object);
}

static void
ew_outline_panel_class_init (EwOutlinePanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  widget_class->map = map;
  g_signal_new ("set", EW_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING,
                G_TYPE_STRING);
  g_signal_new ("shown", EW_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("chosen", EW_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("play", EW_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *page = g_object_new (
      ADW_TYPE_STATUS_PAGE, "icon-name", "ew-board-symbolic", "title",
      _ ("Nothing here yet"), "description",
      _ ("Frames and notes are listed here in the order of reading."), NULL);

  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
make_list (EwOutlinePanel *panel)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), panel, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), panel, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), panel, 0);
  panel->list = gtk_list_view_new (
      g_object_ref (GTK_SELECTION_MODEL (panel->selected)), factory);
  gtk_widget_add_css_class (panel->list, "ew-outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (panel->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Outline"),
                                  -1);
  g_signal_connect_object (panel->list, "activate", G_CALLBACK (activate_cb),
                           panel, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), panel, 0);
  gtk_widget_add_controller (panel->list, keys);
}

static void
ew_outline_panel_init (EwOutlinePanel *panel)
{
  panel->cells = g_ptr_array_new ();
  ew_outline_model_init (&panel->model);
  panel->selected =
      gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (panel->model.tree)));
  g_signal_connect_object (panel->selected, "selection-changed",
                           G_CALLBACK (selection_changed_cb), panel, 0);
  make_list (panel);

  panel->scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", panel->list,
                    "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  panel->empty = new_empty ();
  panel->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (panel->stack), panel->empty);
  gtk_stack_add_child (GTK_STACK (panel->stack), panel->scroller);
  gtk_widget_set_parent (panel->stack, GTK_WIDGET (panel));
}

GtkWidget *
ew_outline_panel_new (EwSelection *selection)
{
  EwOutlinePanel *panel = g_object_new (EW_TYPE_OUTLINE_PANEL, NULL);

  panel->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (follow), panel,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (panel);
}

void
ew_outline_panel_show (EwOutlinePanel *panel, EwSession *session,
                       const char *board)
{
  g_return_if_fail (EW_IS_OUTLINE_PANEL (panel));

  if (panel->session != NULL)
    g_clear_signal_handler (&panel->changed_id, panel->session);
  g_set_object (&panel->session, session);
  if (session != NULL)
    panel->changed_id = g_signal_connect_object (
        session, "changed", G_CALLBACK (changed_cb), panel, 0);
  g_free (panel->board);
  panel->board = g_strdup (board);
  update (panel);
}
