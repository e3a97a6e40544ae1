#include "ew-history-panel.h"

#include "ew-history-row.h"
#include "ew-session-past.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <stdbool.h>

/* Versions that are read at once. */
#define PAGE 40
/* px: how near the end the next page is read. */
#define NEAR_END 200.0
/* Deleted objects that are listed; a version that shows more of them can bring
 * those back. */
#define GONE_MAX 300

struct _EwHistoryPanel {
  GtkWidget parent;
  EwSession *session;
  char *board;
  char *shown; /* the version on the canvas; NULL: now */

  char *tip; /* the list begins here; NULL: to be read anew */
  char *next; /* the next page does; NULL: there is none */
  GHashTable *gone; /* set of ids that the list of deleted ones has, or had */
  GCancellable *reading; /* a page is on its way, or NULL */

  GtkWidget *box, *stack, *versions, *deleted;
  GtkWidget *no_deleted, *more, *failed;
};

G_DEFINE_FINAL_TYPE (EwHistoryPanel, ew_history_panel, GTK_TYPE_WIDGET)

static void read_page (EwHistoryPanel *panel);

static const EwBoard *
live_board (EwHistoryPanel *panel)
{
  if (panel->session == NULL || panel->board == NULL)
    return NULL;
  return ew_session_board (panel->session, panel->board);
}

/* --- The lists ------------------------------------------------------------ */

static void
clear_list (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  g_autofree char *day = ew_history_row_new_day (
      GTK_WIDGET (row), before ? GTK_WIDGET (before) : NULL);
  GtkWidget *label;

  if (day == NULL) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (day);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "ew-inbox-part");
  gtk_list_box_row_set_header (row, label);
}

static void
mark_shown (EwHistoryPanel *panel)
{
  GtkListBox *list = GTK_LIST_BOX (panel->versions);
  const char *rev = panel->shown ? panel->shown : "";
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)); i++)
    if (g_str_equal (ew_history_row_rev (GTK_WIDGET (row)), rev)) {
      gtk_list_box_select_row (list, row);
      return;
    }
  gtk_list_box_unselect_all (list);
}

static void
restore_cb (GtkButton *button, EwHistoryPanel *panel)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (button), "row");

  g_signal_emit_by_name (panel, "restore", ew_history_row_rev (row),
                         ew_history_row_object (row));
}

/* Only the last time that something was deleted, and only while it is. */
static void
add_gone (EwHistoryPanel *panel, const EwRevision *revision)
{
  const EwBoard *board = live_board (panel);

  for (guint i = 0; i < revision->gone->len; i++) {
    const EwObject *object = revision->gone->pdata[i];

    if (ew_kind_has (object->kind, EW_KIND_META) ||
        g_hash_table_size (panel->gone) >= GONE_MAX ||
        !g_hash_table_add (panel->gone, g_strdup (object->id)) ||
        (board != NULL && ew_board_get (board, object->id) != NULL))
      continue;
    gtk_list_box_append (GTK_LIST_BOX (panel->deleted),
                         ew_history_row_new_gone (
                             revision, object, G_CALLBACK (restore_cb), panel));
  }
}

static void
add_page (EwHistoryPanel *panel, const EwHistoryPage *page)
{
  const EwBoard *board = live_board (panel);
  const char *title = board != NULL ? ew_board_title (board) : "";

  for (guint i = 0; i < page->revisions->len; i++) {
    const EwRevision *revision = page->revisions->pdata[i];

    gtk_list_box_append (GTK_LIST_BOX (panel->versions),
                         ew_history_row_new (revision, title));
    add_gone (panel, revision);
  }
}

static bool
is_empty (GtkWidget *list)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == NULL;
}

static void
show_hint (EwHistoryPanel *panel, bool is_wanted)
{
  bool is_full = g_hash_table_size (panel->gone) >= GONE_MAX;

  gtk_label_set_text (GTK_LABEL (panel->no_deleted),
                      is_full ? _ ("Older versions may show more that was "
                                   "deleted.")
                              : _ ("Nothing deleted was found."));
  gtk_widget_set_visible (panel->no_deleted,
                          is_wanted && (is_full || is_empty (panel->deleted)));
}

/* What lies at the end of the lists. */
static void
show_end (EwHistoryPanel *panel)
{
  bool is_deleted =
      g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (panel->stack)),
                 "deleted") == 0;

  gtk_widget_set_visible (panel->more, panel->next != NULL);
  gtk_widget_set_sensitive (panel->more, panel->reading == NULL);
  gtk_button_set_label (GTK_BUTTON (panel->more),
                        panel->reading ? _ ("Reading…")
                                       : _ ("Look Further Back"));
  show_hint (panel, is_deleted && panel->reading == NULL);
}

/* --- Reading -------------------------------------------------------------- */

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwHistoryPanel) panel = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EwHistoryPage) page =
      ew_session_history_finish (EW_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      panel->stack == NULL)
    return;
  g_clear_object (&panel->reading);
  g_clear_pointer (&panel->next, g_free);
  if (page != NULL) {
    panel->next = g_steal_pointer (&page->next);
    add_page (panel, page);
    mark_shown (panel);
  }
  gtk_label_set_text (GTK_LABEL (panel->failed), error ? error->message : "");
  gtk_widget_set_visible (panel->failed, error != NULL);
  show_end (panel);
  /* Nothing of this board so far: nobody should have to ask again. */
  if (page != NULL && page->revisions->len == 0 && panel->next != NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (panel)))
    read_page (panel);
}

static void
read_page (EwHistoryPanel *panel)
{
  if (panel->reading != NULL || panel->next == NULL)
    return;
  panel->reading = g_cancellable_new ();
  ew_session_history_async (panel->session, panel->board, panel->next, PAGE,
                            panel->reading, page_cb, g_object_ref (panel));
  show_end (panel);
}

static void
forget (EwHistoryPanel *panel)
{
  g_cancellable_cancel (panel->reading);
  g_clear_object (&panel->reading);
  g_clear_pointer (&panel->tip, g_free);
  g_clear_pointer (&panel->next, g_free);
  g_hash_table_remove_all (panel->gone);
  clear_list (panel->versions);
  clear_list (panel->deleted);
}

static void
read_anew (EwHistoryPanel *panel)
{
  forget (panel);
  panel->tip = g_strdup (ew_session_tip (panel->session));
  panel->next = g_strdup (panel->tip);
  gtk_list_box_append (GTK_LIST_BOX (panel->versions),
                       ew_history_row_new_now ());
  mark_shown (panel);
  read_page (panel);
}

/* While nobody looks, nothing is read. */
static void
refresh (EwHistoryPanel *panel)
{
  if (panel->session == NULL || panel->board == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (panel)))
    return;
  if (g_strcmp0 (panel->tip, ew_session_tip (panel->session)) != 0)
    read_anew (panel);
}

/* Who asks for the history wants to find there what was done just now. */
static void
commit_pending (EwHistoryPanel *panel)
{
  if (panel->session != NULL && panel->board != NULL)
    ew_session_commit_async (panel->session, NULL, NULL);
}

/* What came back is not deleted any more. */
static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwHistoryPanel *panel)
{
  GtkListBox *list = GTK_LIST_BOX (panel->deleted);
  GtkListBoxRow *row;
  int i = 0;

  if (g_strcmp0 (board, panel->board) != 0)
    return;
  while ((row = gtk_list_box_get_row_at_index (list, i)) != NULL)
    if (ew_board_get (live_board (panel),
                      ew_history_row_object (GTK_WIDGET (row))) != NULL)
      gtk_list_box_remove (list, GTK_WIDGET (row));
    else
      i++;
  show_end (panel);
}

/* --- The hand ------------------------------------------------------------- */

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EwHistoryPanel *panel)
{
  GtkWidget *it = GTK_WIDGET (row);

  g_signal_emit_by_name (panel, "open", ew_history_row_rev (it),
                         ew_history_row_sentence (it),
                         ew_history_row_object (it));
}

/* Whoever comes near the end wants to go on. */
static void
scrolled_cb (GtkAdjustment *adjustment, EwHistoryPanel *panel)
{
  double end = gtk_adjustment_get_value (adjustment) +
               gtk_adjustment_get_page_size (adjustment);

  if (end > gtk_adjustment_get_upper (adjustment) - NEAR_END)
    read_page (panel);
}

static void
deleted_toggled_cb (GtkToggleButton *button, EwHistoryPanel *panel)
{
  bool active = gtk_toggle_button_get_active (button);

  gtk_stack_set_visible_child_name (GTK_STACK (panel->stack),
                                    active ? "deleted" : "versions");
  /* What had the keys does not show any more. */
  gtk_widget_grab_focus (GTK_WIDGET (button));
  if (active)
    commit_pending (panel);
  show_end (panel);
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code,
        GdkModifierType state, EwHistoryPanel *panel)
{
  if (key != GDK_KEY_Escape || panel->shown == NULL)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (panel, "open", "", "", "");
  return GDK_EVENT_STOP;
}

void
ew_history_panel_focus (EwHistoryPanel *panel)
{
  GtkWidget *list;
  GtkListBoxRow *row;

  g_return_if_fail (EW_IS_HISTORY_PANEL (panel));

  list = gtk_stack_get_visible_child (GTK_STACK (panel->stack));
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
ew_history_panel_set_shown (EwHistoryPanel *panel, const char *rev)
{
  g_return_if_fail (EW_IS_HISTORY_PANEL (panel));

  g_free (panel->shown);
  panel->shown = g_strdup (rev);
  mark_shown (panel);
}

void
ew_history_panel_show (EwHistoryPanel *panel, EwSession *session,
                       const char *board)
{
  g_return_if_fail (EW_IS_HISTORY_PANEL (panel));

  if (panel->session != session) {
    if (panel->session != NULL)
      g_signal_handlers_disconnect_by_data (panel->session, panel);
    g_set_object (&panel->session, session);
    if (session != NULL) {
      g_signal_connect_object (session, "state-changed", G_CALLBACK (refresh),
                               panel, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb),
                               panel, 0);
    }
  }
  if (g_strcmp0 (panel->board, board) == 0)
    return;
  forget (panel);
  g_free (panel->board);
  panel->board = g_strdup (board);
  refresh (panel);
}

/* --- The widget ----------------------------------------------------------- */

static void
map (GtkWidget *widget)
{
  EwHistoryPanel *panel = EW_HISTORY_PANEL (widget);

  GTK_WIDGET_CLASS (ew_history_panel_parent_class)->map (widget);
  commit_pending (panel);
  refresh (panel);
}

static void
dispose (GObject *object)
{
  EwHistoryPanel *panel = EW_HISTORY_PANEL (object);

  g_cancellable_cancel (panel->reading);
  g_clear_object (&panel->reading);
  g_clear_object (&panel->session);
  panel->stack = NULL;
  g_clear_pointer (&panel->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_history_panel_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwHistoryPanel *panel = EW_HISTORY_PANEL (object);

  g_free (panel->board);
  g_free (panel->shown);
  g_free (panel->tip);
  g_free (panel->next);
  g_hash_table_unref (panel->gone);
  G_OBJECT_CLASS (ew_history_panel_parent_class)->finalize (object);
}

static void
ew_history_panel_class_init (EwHistoryPanelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  GTK_WIDGET_CLASS (class)->map = map;
  g_signal_new ("open", EW_TYPE_HISTORY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING,
                G_TYPE_STRING);
  g_signal_new ("restore", EW_TYPE_HISTORY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_list (EwHistoryPanel *panel, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_set_header_func (GTK_LIST_BOX (list), header_cb, NULL, NULL);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb),
                           panel, 0);
  return list;
}

static GtkWidget *
new_switch (EwHistoryPanel *panel)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *versions = gtk_toggle_button_new_with_label (_ ("Versions"));
  GtkWidget *deleted = gtk_toggle_button_new_with_label (_ ("Deleted"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (versions), TRUE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (deleted),
                               GTK_TOGGLE_BUTTON (versions));
  g_signal_connect_object (deleted, "toggled", G_CALLBACK (deleted_toggled_cb),
                           panel, 0);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "ew-history-switch");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), versions);
  gtk_box_append (GTK_BOX (box), deleted);
  return box;
}

static GtkWidget *
new_hint (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "ew-history-hint");
  return label;
}

static GtkWidget *
new_more (EwHistoryPanel *panel)
{
  GtkWidget *more = gtk_button_new_with_label (_ ("Look Further Back"));

  gtk_widget_set_halign (more, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (more, 6);
  gtk_widget_set_margin_bottom (more, 14);
  g_signal_connect_object (more, "clicked", G_CALLBACK (read_page), panel,
                           G_CONNECT_SWAPPED);
  return more;
}

static GtkWidget *
new_lists (EwHistoryPanel *panel)
{
  panel->versions = new_list (panel, _ ("Versions"));
  panel->deleted = new_list (panel, _ ("Deleted"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (panel->deleted),
                                   GTK_SELECTION_NONE);
  panel->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (panel->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (panel->stack), panel->versions, "versions");
  gtk_stack_add_named (GTK_STACK (panel->stack), panel->deleted, "deleted");
  return panel->stack;
}

static GtkWidget *
new_page (EwHistoryPanel *panel)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  panel->no_deleted = new_hint ("");
  panel->failed = new_hint ("");
  gtk_widget_hide (panel->failed);
  panel->more = new_more (panel);
  gtk_box_append (GTK_BOX (column), new_lists (panel));
  gtk_box_append (GTK_BOX (column), panel->no_deleted);
  gtk_box_append (GTK_BOX (column), panel->failed);
  gtk_box_append (GTK_BOX (column), panel->more);
  g_object_set (scroller, "child", column, "hscrollbar-policy",
                GTK_POLICY_NEVER, "vexpand", TRUE, NULL);
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
      "value-changed", G_CALLBACK (scrolled_cb), panel, 0);
  return scroller;
}

static void
ew_history_panel_init (EwHistoryPanel *panel)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  panel->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  panel->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (panel->box), new_switch (panel));
  gtk_box_append (GTK_BOX (panel->box), new_page (panel));
  gtk_widget_set_parent (panel->box, GTK_WIDGET (panel));
  gtk_widget_add_css_class (GTK_WIDGET (panel), "ew-inbox");
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), panel, 0);
  gtk_widget_add_controller (GTK_WIDGET (panel), keys);
  show_end (panel);
}

GtkWidget *
ew_history_panel_new (void)
{
  return g_object_new (EW_TYPE_HISTORY_PANEL, NULL);
}
