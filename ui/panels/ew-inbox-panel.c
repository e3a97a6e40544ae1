#include "ew-inbox-panel.h"

#include "ew-inbox-row.h"
#include "ew-snooze-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Edits come in bursts; the inbox follows when they pause, ms. */
#define PAUSE_MS 400
/* More are counted, not listed: nobody reads on from there. */
#define ROWS_MAX 200

struct _EwInboxPanel {
  GtkWidget parent;
  EwSession *session;
  GPtrArray *items; /* of EwInboxItem, as listed */
  GCancellable *asking;
  guint pause;
  char *putting_off; /* the key of what gets a time just now, or NULL */
  int putting_at; /* and its place */
  guint n_asking; /* answers that are still to come */
  bool awaits_keys; /* somebody came before there was a row */

  GtkWidget *stack, *list;
};

G_DEFINE_FINAL_TYPE (EwInboxPanel, ew_inbox_panel, GTK_TYPE_WIDGET)

static gint64
now_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* --- Words ---------------------------------------------------------------- */

static const char *
part_title (EwInboxPart part)
{
  switch (part) {
  case EW_INBOX_ON_ME:
    return _ ("Waiting on me");
  case EW_INBOX_ON_OTHERS:
    return _ ("Waiting on others");
  case EW_INBOX_UPDATES:
    return _ ("Updates");
  }
  g_return_val_if_reached ("");
}

/* --- Rows ----------------------------------------------------------------- */

static void
done (EwInboxPanel *panel, GtkWidget *row)
{
  ew_session_inbox_done (panel->session, ew_inbox_row_item (row));
}

static void
snooze (EwInboxPanel *panel, GtkWidget *row, EwSnooze how)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  ew_session_inbox_snooze (panel->session, ew_inbox_row_item (row),
                           ew_snooze_time (how, now_seconds (), zone));
}

/* The row that has the focus, or NULL. */
static GtkWidget *
focused_row (GtkWidget *panel)
{
  return gtk_widget_get_focus_child (EW_INBOX_PANEL (panel)->list);
}

static void
done_cb (GtkWidget *panel, const char *name, GVariant *parameter)
{
  GtkWidget *row = focused_row (panel);

  if (row != NULL)
    done (EW_INBOX_PANEL (panel), row);
}

static void
snooze_cb (GtkWidget *panel, const char *name, GVariant *parameter)
{
  GtkWidget *row = focused_row (panel);

  if (row != NULL)
    snooze (EW_INBOX_PANEL (panel), row, g_variant_get_int32 (parameter));
}

static void
focus_row (EwInboxPanel *panel, int index)
{
  int last = (int) MIN (panel->items->len, ROWS_MAX) - 1;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (
      GTK_LIST_BOX (panel->list), MIN (index, last));

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
popover_closed_cb (EwInboxPanel *panel)
{
  if (panel->list != NULL)
    focus_row (panel, panel->putting_at);
}

static void
time_chosen_cb (EwSnoozePopover *popover, gint64 until, EwInboxPanel *panel)
{
  const EwInboxItem item = { .key = panel->putting_off };

  ew_session_inbox_snooze (panel->session, &item, until);
}

/* Rows come and go while one thinks, the panel stays. */
static void
snooze_until_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwInboxPanel *panel = EW_INBOX_PANEL (widget);
  GtkWidget *row = focused_row (widget);
  graphene_rect_t box;
  GtkWidget *popover;

  if (row == NULL || !gtk_widget_compute_bounds (row, widget, &box))
    return;
  g_free (panel->putting_off);
  panel->putting_off = g_strdup (ew_inbox_row_item (row)->key);
  panel->putting_at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  popover = ew_snooze_popover_new (widget, now_seconds ());
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ box.origin.x, box.origin.y,
                                                box.size.width,
                                                box.size.height });
  g_signal_connect_object (popover, "chosen", G_CALLBACK (time_chosen_cb),
                           panel, 0);
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb),
                           panel, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
keep_cb (GtkWidget *panel, const char *name, GVariant *parameter)
{
  GtkWidget *row = focused_row (panel);

  if (row != NULL)
    ew_session_inbox_keep (EW_INBOX_PANEL (panel)->session,
                           ew_inbox_row_item (row),
                           !ew_inbox_row_item (row)->is_kept);
}

static void
follow_cb (GtkWidget *panel, const char *name, GVariant *parameter)
{
  EwSession *session = EW_INBOX_PANEL (panel)->session;
  GtkWidget *row = focused_row (panel);
  const char *board = row != NULL ? ew_inbox_row_item (row)->board : NULL;

  if (board != NULL)
    ew_session_follow (session, board, !ew_session_follows (session, board));
}

static void
menu_cb (GtkWidget *panel, const char *name, GVariant *parameter)
{
  GtkWidget *row = focused_row (panel);

  if (row != NULL)
    ew_inbox_row_open_menu (row);
}

static void
add_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const EwInboxItem *item = ew_inbox_row_item (GTK_WIDGET (row));
  const EwInboxItem *above =
      before ? ew_inbox_row_item (GTK_WIDGET (before)) : NULL;
  GtkWidget *title;

  if (above != NULL && above->part == item->part) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  title = gtk_label_new (part_title (item->part));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "ew-inbox-part");
  gtk_list_box_row_set_header (row, title);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EwInboxPanel *panel)
{
  const EwInboxItem *item = ew_inbox_row_item (GTK_WIDGET (row));
  g_autofree char *board = g_strdup (item->board);
  g_autofree char *thread = g_strdup (item->thread);

  g_signal_emit_by_name (panel, "open", board, thread);
}

/* --- Keeping up ----------------------------------------------------------- */

static guint
count_on_me (GPtrArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((EwInboxItem *) items->pdata[i])->part == EW_INBOX_ON_ME;
  return n;
}

/* Which row has the focus: the one that takes its place gets it. */
static int
focused_index (EwInboxPanel *panel)
{
  GtkWidget *row = gtk_widget_get_focus_child (panel->list);

  return row ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
show_items (EwInboxPanel *panel, GPtrArray *items)
{
  int focused = focused_index (panel);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (panel->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (panel->list), GTK_WIDGET (row));
  g_clear_pointer (&panel->items, g_ptr_array_unref);
  panel->items = items;
  for (guint i = 0; i < MIN (items->len, ROWS_MAX); i++)
    gtk_list_box_append (
        GTK_LIST_BOX (panel->list),
        ew_inbox_row_new (panel->session, g_ptr_array_index (items, i)));
  gtk_stack_set_visible_child_name (GTK_STACK (panel->stack),
                                    items->len ? "items" : "empty");
  if (focused >= 0 || panel->awaits_keys)
    focus_row (panel, MAX (focused, 0));
  panel->awaits_keys = false;
  g_signal_emit_by_name (panel, "count", count_on_me (items));
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwInboxPanel) panel = data;
  GPtrArray *items =
      ew_session_inbox_finish (EW_SESSION (source), result, NULL);

  panel->n_asking--;
  if (items != NULL && panel->list != NULL)
    show_items (panel, items);
  else
    g_clear_pointer (&items, g_ptr_array_unref);
}

static gboolean
pause_over_cb (gpointer data)
{
  EwInboxPanel *panel = data;

  panel->pause = 0;
  g_cancellable_cancel (panel->asking);
  g_clear_object (&panel->asking);
  panel->asking = g_cancellable_new ();
  panel->n_asking++;
  ew_session_inbox_async (panel->session, now_seconds (), panel->asking,
                          asked_cb, g_object_ref (panel));
  return G_SOURCE_REMOVE;
}

static void
look_soon (EwInboxPanel *panel)
{
  g_clear_handle_id (&panel->pause, g_source_remove);
  panel->pause = g_timeout_add (PAUSE_MS, pause_over_cb, panel);
}

/* --- The widget ----------------------------------------------------------- */

static void
dispose (GObject *object)
{
  EwInboxPanel *panel = EW_INBOX_PANEL (object);

  g_clear_handle_id (&panel->pause, g_source_remove);
  g_cancellable_cancel (panel->asking);
  g_clear_object (&panel->asking);
  g_clear_object (&panel->session);
  g_clear_pointer (&panel->stack, gtk_widget_unparent);
  g_clear_pointer (&panel->putting_off, g_free);
  panel->list = NULL;
  g_clear_pointer (&panel->items, g_ptr_array_unref);
  G_OBJECT_CLASS (ew_inbox_panel_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *class)
{
  gtk_widget_class_add_binding_action (class, GDK_KEY_d, 0, "inbox.done", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_s, 0, "inbox.snooze", "i",
                                       EW_SNOOZE_HOUR);
  gtk_widget_class_add_binding_action (class, GDK_KEY_l, 0, "inbox.snooze", "i",
                                       EW_SNOOZE_LATER);
  gtk_widget_class_add_binding_action (class, GDK_KEY_t, 0, "inbox.snooze", "i",
                                       EW_SNOOZE_TOMORROW);
  gtk_widget_class_add_binding_action (class, GDK_KEY_s, GDK_SHIFT_MASK,
                                       "inbox.snooze-until", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_k, 0, "inbox.keep", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_f, 0, "inbox.follow",
                                       NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Menu, 0, "inbox.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "inbox.menu", NULL);
}

static void
ew_inbox_panel_class_init (EwInboxPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("open", EW_TYPE_INBOX_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("count", EW_TYPE_INBOX_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "inbox.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "inbox.snooze", "i",
                                   snooze_cb);
  gtk_widget_class_install_action (widget_class, "inbox.snooze-until", NULL,
                                   snooze_until_cb);
  gtk_widget_class_install_action (widget_class, "inbox.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "inbox.follow", NULL,
                                   follow_cb);
  gtk_widget_class_install_action (widget_class, "inbox.menu", NULL, menu_cb);
  bind_keys (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_catch_up (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Catch Up"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.catch-up");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 12);
  gtk_widget_set_margin_bottom (button, 18);
  gtk_widget_set_tooltip_text (button, _ ("From one to the next (F4)"));
  return button;
}

static GtkWidget *
new_list (EwInboxPanel *panel)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  panel->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (panel->list),
                                   GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (panel->list), add_header_cb, NULL,
                                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (panel->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Inbox"),
                                  -1);
  g_signal_connect_object (panel->list, "row-activated",
                           G_CALLBACK (row_activated_cb), panel, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_box_append (GTK_BOX (column), panel->list);
  gtk_box_append (GTK_BOX (column), new_catch_up ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  return scroller;
}

static void
ew_inbox_panel_init (EwInboxPanel *panel)
{
  GtkWidget *empty = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty),
                                 "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("All caught up"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("Nothing waits for you."));
  gtk_widget_add_css_class (empty, "compact");
  gtk_widget_add_css_class (GTK_WIDGET (panel), "ew-inbox");
  panel->items = g_ptr_array_new ();
  panel->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (panel->stack), empty, "empty");
  gtk_stack_add_named (GTK_STACK (panel->stack), new_list (panel), "items");
  gtk_widget_set_parent (panel->stack, GTK_WIDGET (panel));
}

GtkWidget *
ew_inbox_panel_new (void)
{
  return g_object_new (EW_TYPE_INBOX_PANEL, NULL);
}

void
ew_inbox_panel_set_session (EwInboxPanel *panel, EwSession *session)
{
  static const char *const reasons[] = { "changed", "boards-changed",
                                         "people-changed", "state-changed" };

  g_return_if_fail (EW_IS_INBOX_PANEL (panel));

  g_set_object (&panel->session, session);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    g_signal_connect_object (session, reasons[i], G_CALLBACK (look_soon), panel,
                             G_CONNECT_SWAPPED);
  look_soon (panel);
}

void
ew_inbox_panel_focus (EwInboxPanel *panel)
{
  g_return_if_fail (EW_IS_INBOX_PANEL (panel));

  focus_row (panel, 0);
  panel->awaits_keys =
      panel->items->len == 0 && (panel->pause != 0 || panel->n_asking > 0);
}

GPtrArray *
ew_inbox_panel_items (EwInboxPanel *panel)
{
  g_return_val_if_fail (EW_IS_INBOX_PANEL (panel), NULL);

  return panel->items;
}
