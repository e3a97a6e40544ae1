#include "ew-captions-panel.h"

#include "ew-caption-row.h"
#include "ew-captions.h"
#include "ew-walkthrough.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Times of what is added are rounded to that, ms. */
#define STEP 100
/* More are kept, but not shown here: each row is a little editor. */
#define ROWS_MAX 1000

struct _EwCaptionsPanel {
  GtkWidget parent;
  EwSession *session;
  EwSelection *selection;
  char *board;
  char *playing; /* id, or NULL */
  char *shown; /* id, or NULL */
  gint64 ms; /* where what plays is */
  GPtrArray *captions; /* as shown, of EwCaption */
  GListStore *store; /* of EwCaptionItem, one for each */
  int current; /* index of what is said now, or -1 */

  struct {
    EwCaptionRow *row;
    guint burst, gesture;
  } typing;
  bool is_writing; /* the time of what is added stands still */

  GtkWidget *stack, *empty, *page, *list, *hint, *more, *time, *words;
};

G_DEFINE_FINAL_TYPE (EwCaptionsPanel, ew_captions_panel, GTK_TYPE_WIDGET)

enum {
  CHANGE,
  SEEK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- Which -------------------------------------------------------------- */

static const EwWalkthrough *
find (EwCaptionsPanel *panel, const char *id)
{
  const EwBoard *board = panel->session != NULL && panel->board != NULL
                             ? ew_session_board (panel->session, panel->board)
                             : NULL;

  return board != NULL && id != NULL
             ? ew_walkthrough_from_object (ew_board_get (board, id))
             : NULL;
}

/* A link has its captions where it leads to. */
static const EwWalkthrough *
wanted (EwCaptionsPanel *panel)
{
  const EwWalkthrough *walk = find (panel, panel->playing);

  if (walk == NULL)
    walk = find (panel, ew_selection_single (panel->selection));
  return walk != NULL && (*walk->url == '\0' || ew_walkthrough_plays (walk))
             ? walk
             : NULL;
}

const char *
ew_captions_panel_id (EwCaptionsPanel *panel)
{
  g_return_val_if_fail (EW_IS_CAPTIONS_PANEL (panel), NULL);

  return panel->shown;
}

/* --- The list ----------------------------------------------------------- */

static EwCaptionItem *
item_at (EwCaptionsPanel *panel, guint index)
{
  g_autoptr (EwCaptionItem) item =
      g_list_model_get_item (G_LIST_MODEL (panel->store), index);

  return item; /* the list holds it */
}

static bool
is_same (EwCaptionsPanel *panel, guint old, guint index)
{
  const EwCaption *caption = panel->captions->pdata[index];

  return ew_caption_item_is (item_at (panel, old), caption->start,
                             caption->text);
}

/* One that is typed in stays the row it is. */
static void
update_in_place (EwCaptionsPanel *panel)
{
  for (guint i = 0; i < panel->captions->len; i++) {
    const EwCaption *caption = panel->captions->pdata[i];

    ew_caption_item_set (item_at (panel, i), caption->start, caption->text);
  }
}

/* Only what lies between the first and the last difference is put anew. */
static void
update_between (EwCaptionsPanel *panel)
{
  guint old = g_list_model_get_n_items (G_LIST_MODEL (panel->store));
  guint n = panel->captions->len, head = 0, tail = 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  while (head < MIN (old, n) && is_same (panel, head, head))
    head++;
  while (tail < MIN (old, n) - head &&
         is_same (panel, old - 1 - tail, n - 1 - tail))
    tail++;
  for (guint i = head; i < n - tail; i++) {
    const EwCaption *caption = panel->captions->pdata[i];

    g_ptr_array_add (items,
                     ew_caption_item_new (caption->start, caption->text));
  }
  g_list_store_splice (panel->store, head, old - head - tail, items->pdata,
                       items->len);
}

/* Whoever reads along sees what is said; whoever writes is left where they are.
 */
static void
scroll_along (EwCaptionsPanel *panel, int index)
{
  GtkListBox *list = GTK_LIST_BOX (panel->list);
  GtkListBoxRow *row =
      index >= 0 ? gtk_list_box_get_row_at_index (list, index) : NULL;
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (list);
  graphene_rect_t box;

  if (row == NULL || adjustment == NULL ||
      gtk_widget_get_focus_child (panel->list) != NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), panel->list, &box))
    return;
  gtk_adjustment_clamp_page (adjustment, box.origin.y,
                             box.origin.y + box.size.height);
}

static void
mark_current (EwCaptionsPanel *panel)
{
  const EwCaption *now = panel->playing != NULL
                             ? ew_captions_at (panel->captions, panel->ms)
                             : NULL;
  int current = -1;
  guint i;

  if (now != NULL && g_ptr_array_find (panel->captions, now, &i))
    current = (int) i;
  for (guint k = 0; k < panel->captions->len; k++)
    ew_caption_item_set_current (item_at (panel, k), (int) k == current);
  if (current != panel->current)
    scroll_along (panel, current);
  panel->current = current;
}

static void
fill (EwCaptionsPanel *panel, const EwWalkthrough *walk)
{
  g_ptr_array_unref (panel->captions);
  panel->captions = ew_captions_parse (walk != NULL ? walk->captions : "");
  if (panel->captions->len > ROWS_MAX)
    g_ptr_array_set_size (panel->captions, ROWS_MAX);
  if (g_list_model_get_n_items (G_LIST_MODEL (panel->store)) ==
      panel->captions->len)
    update_in_place (panel);
  else
    update_between (panel);
  gtk_widget_set_visible (panel->hint, panel->captions->len == 0);
  mark_current (panel);
}

/* --- What is added ------------------------------------------------------ */

static gint64
next_time (EwCaptionsPanel *panel)
{
  if (panel->playing != NULL)
    return panel->ms / STEP * STEP;
  return ew_captions_end (panel->captions);
}

static void
show_next_time (EwCaptionsPanel *panel)
{
  g_autofree char *time = NULL;

  if (panel->is_writing)
    return;
  time = ew_caption_time_format (next_time (panel));
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (panel->time)), time) != 0)
    gtk_editable_set_text (GTK_EDITABLE (panel->time), time);
}

/* From the first letter on it is about that moment. */
static void
words_changed_cb (EwCaptionsPanel *panel)
{
  panel->is_writing =
      *gtk_editable_get_text (GTK_EDITABLE (panel->words)) != '\0';
  show_next_time (panel);
}

/* Returns: (nullable): as they are on the board. */
static const char *
captions_of (EwCaptionsPanel *panel)
{
  const EwWalkthrough *walk = find (panel, panel->shown);

  return walk != NULL ? walk->captions : NULL;
}

static void
change (EwCaptionsPanel *panel, char *captions, guint gesture)
{
  g_signal_emit (panel, signals[CHANGE], 0, panel->shown, captions, gesture);
  g_free (captions);
}

static void
add_cb (EwCaptionsPanel *panel)
{
  const char *captions = captions_of (panel);
  g_autofree char *words =
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (panel->words)));
  gint64 ms;

  g_strstrip (words);
  if (captions == NULL || *words == '\0')
    return;
  if (!ew_caption_time_parse (
          gtk_editable_get_text (GTK_EDITABLE (panel->time)), &ms))
    ms = next_time (panel);
  gtk_editable_set_text (GTK_EDITABLE (panel->words), "");
  change (panel, ew_captions_put (captions, -1, ms, words), 0);
}

/* --- What is changed ---------------------------------------------------- */

static guint
gesture_of (EwCaptionsPanel *panel, EwCaptionRow *row, guint burst)
{
  if (panel->typing.row != row || panel->typing.burst != burst ||
      panel->typing.gesture == 0) {
    panel->typing.row = row;
    panel->typing.burst = burst;
    panel->typing.gesture = ew_session_new_gesture (panel->session);
  }
  return panel->typing.gesture;
}

static guint
index_of (EwCaptionRow *row)
{
  GtkWidget *holder = gtk_widget_get_parent (GTK_WIDGET (row));

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (holder));
}

static void
put_cb (EwCaptionRow *row, gint64 ms, const char *text, guint burst,
        EwCaptionsPanel *panel)
{
  const char *captions = captions_of (panel);
  guint index = index_of (row);

  if (captions != NULL && index < panel->captions->len)
    change (panel, ew_captions_put (captions, (int) index, ms, text),
            gesture_of (panel, row, burst));
}

static void
take_cb (EwCaptionRow *row, EwCaptionsPanel *panel)
{
  const char *captions = captions_of (panel);
  guint index = index_of (row);

  if (captions != NULL && index < panel->captions->len)
    change (panel, ew_captions_take (captions, (int) index), 0);
}

static void
seek_cb (EwCaptionRow *row, EwCaptionsPanel *panel)
{
  guint index = index_of (row);

  if (index < panel->captions->len)
    g_signal_emit (panel, signals[SEEK], 0, panel->shown,
                   ((EwCaption *) panel->captions->pdata[index])->start);
}

/* Not a GtkListView: its rows would lose what is being typed in them. */
static GtkWidget *
new_row_cb (gpointer item, gpointer data)
{
  GtkWidget *row = ew_caption_row_new ();
  GtkWidget *holder = gtk_list_box_row_new ();

  g_signal_connect_object (row, "put", G_CALLBACK (put_cb), data, 0);
  g_signal_connect_object (row, "take", G_CALLBACK (take_cb), data, 0);
  g_signal_connect_object (row, "seek", G_CALLBACK (seek_cb), data, 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  gtk_widget_set_focusable (holder, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), row);
  ew_caption_row_show (EW_CAPTION_ROW (row), item);
  return holder;
}

/* --- Refreshing --------------------------------------------------------- */

static void
refresh (EwCaptionsPanel *panel)
{
  const EwWalkthrough *walk = wanted (panel);
  const char *id = walk != NULL ? walk->object.id : NULL;

  if (g_strcmp0 (panel->shown, id) != 0) {
    g_free (panel->shown);
    panel->shown = g_strdup (id);
    gtk_editable_set_text (GTK_EDITABLE (panel->words), "");
  }
  gtk_stack_set_visible_child (GTK_STACK (panel->stack),
                               walk ? panel->page : panel->empty);
  /* What nobody sees needs no rows. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (panel)))
    return;
  fill (panel, walk);
  show_next_time (panel);
}

static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwCaptionsPanel *panel)
{
  if (g_strcmp0 (board, panel->board) != 0 || panel->shown == NULL)
    return;
  for (guint i = 0; i < notice->ids->len; i++)
    if (g_str_equal (notice->ids->pdata[i], panel->shown)) {
      refresh (panel);
      return;
    }
}

void
ew_captions_panel_show (EwCaptionsPanel *panel, EwSession *session,
                        const char *board)
{
  g_return_if_fail (EW_IS_CAPTIONS_PANEL (panel));

  if (panel->session != session) {
    if (panel->session != NULL)
      g_signal_handlers_disconnect_by_func (panel->session, changed_cb, panel);
    g_set_object (&panel->session, session);
    if (session != NULL)
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb),
                               panel, 0);
  }
  g_free (panel->board);
  panel->board = g_strdup (board);
  refresh (panel);
}

void
ew_captions_panel_set_playing (EwCaptionsPanel *panel, const char *id)
{
  g_return_if_fail (EW_IS_CAPTIONS_PANEL (panel));

  g_free (panel->playing);
  panel->playing = g_strdup (id);
  panel->ms = 0;
  refresh (panel);
}

void
ew_captions_panel_set_time (EwCaptionsPanel *panel, gint64 ms)
{
  const EwCaption *now;

  g_return_if_fail (EW_IS_CAPTIONS_PANEL (panel));

  panel->ms = ms;
  if (!gtk_widget_get_mapped (GTK_WIDGET (panel)))
    return;
  show_next_time (panel);
  now = ew_captions_at (panel->captions, ms);
  if (now !=
      (panel->current >= 0 ? panel->captions->pdata[panel->current] : NULL))
    mark_current (panel);
}

void
ew_captions_panel_write (EwCaptionsPanel *panel)
{
  g_return_if_fail (EW_IS_CAPTIONS_PANEL (panel));

  gtk_widget_grab_focus (panel->words);
}

/* --- The widget --------------------------------------------------------- */

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ew_captions_panel_parent_class)->map (widget);
  refresh (EW_CAPTIONS_PANEL (widget));
}

static void
dispose (GObject *object)
{
  EwCaptionsPanel *panel = EW_CAPTIONS_PANEL (object);

  g_clear_object (&panel->session);
  g_clear_object (&panel->selection);
  g_clear_pointer (&panel->stack, gtk_widget_unparent);
  g_clear_object (&panel->store);
  G_OBJECT_CLASS (ew_captions_panel_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwCaptionsPanel *panel = EW_CAPTIONS_PANEL (object);

  g_free (panel->board);
  g_free (panel->playing);
  g_free (panel->shown);
  g_ptr_array_unref (panel->captions);
  G_OBJECT_CLASS (ew_captions_panel_parent_class)->finalize (object);
}

static void
ew_captions_panel_class_init (EwCaptionsPanelClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  GTK_WIDGET_CLASS (class)->map = map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[CHANGE] =
      g_signal_new ("change", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT);
  signals[SEEK] =
      g_signal_new ("seek", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_list (EwCaptionsPanel *panel)
{
  GtkWidget *list = panel->list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (panel->store),
                           new_row_cb, panel, NULL);
  gtk_widget_add_css_class (list, "ew-captions");
  set_name (list, _ ("What is said"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
new_entry (GtkWidget *box, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  set_name (entry, name);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static void
time_typed_cb (EwCaptionsPanel *panel)
{
  if (gtk_widget_has_focus (
          GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (panel->time)))))
    panel->is_writing = true;
}

static GtkWidget *
new_composer (EwCaptionsPanel *panel, GMenuModel *menu)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "ew-caption-composer");
  panel->time = new_entry (box, _ ("Time of what is added"));
  gtk_editable_set_width_chars (GTK_EDITABLE (panel->time), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (panel->time), 8);
  gtk_widget_add_css_class (panel->time, "numeric");
  panel->words = new_entry (box, _ ("Add what is said"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (panel->words),
                                  _ ("Add what is said"));
  gtk_widget_set_hexpand (panel->words, TRUE);
  g_signal_connect_object (panel->time, "changed", G_CALLBACK (time_typed_cb),
                           panel, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel->words, "changed",
                           G_CALLBACK (words_changed_cb), panel,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (panel->words, "activate", G_CALLBACK (add_cb), panel,
                           G_CONNECT_SWAPPED);
  panel->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (panel->more),
                                 "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (panel->more), menu);
  gtk_widget_add_css_class (panel->more, "flat");
  gtk_widget_set_tooltip_text (panel->more, _ ("More"));
  set_name (panel->more, _ ("More"));
  gtk_box_append (GTK_BOX (box), panel->more);
  return box;
}

static GtkWidget *
new_hint (void)
{
  GtkWidget *hint = gtk_label_new (
      _ ("Nothing is written yet. Play it and write what you hear, or take in "
         "a file of captions."));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "ew-caption-hint");
  return hint;
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *page = g_object_new (
      ADW_TYPE_STATUS_PAGE, "icon-name", "ew-select-symbolic", "title",
      _ ("No walkthrough"), "description",
      _ ("Select one, or play it, to see what is said in it."), NULL);

  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
ew_captions_panel_init (EwCaptionsPanel *panel)
{
  panel->captions = ew_captions_new ();
  panel->store = g_list_store_new (EW_TYPE_CAPTION_ITEM);
  panel->current = -1;
}

GtkWidget *
ew_captions_panel_new (EwSelection *selection, GMenuModel *menu)
{
  EwCaptionsPanel *panel = g_object_new (EW_TYPE_CAPTIONS_PANEL, NULL);

  panel->selection = g_object_ref (selection);
  panel->empty = new_empty ();
  panel->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  panel->hint = new_hint ();
  gtk_box_append (GTK_BOX (panel->page), panel->hint);
  gtk_box_append (GTK_BOX (panel->page), new_list (panel));
  gtk_box_append (GTK_BOX (panel->page), new_composer (panel, menu));
  panel->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (panel->stack), panel->empty);
  gtk_stack_add_child (GTK_STACK (panel->stack), panel->page);
  gtk_widget_set_parent (panel->stack, GTK_WIDGET (panel));
  g_signal_connect_object (selection, "changed", G_CALLBACK (refresh), panel,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (panel);
}
