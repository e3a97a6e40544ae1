#include "ew-sidebar.h"

#include "ew-board-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EwSidebar {
  GtkWidget parent;
  EwSession *session;
  char *board;
  GHashTable *unread; /* ids of boards on which something is new */

  GtkWidget *box, *list, *name_label, *heading, *inbox, *count;
  GtkMenuButton *workspace_button;
};

G_DEFINE_FINAL_TYPE (EwSidebar, ew_sidebar, GTK_TYPE_WIDGET)

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EwSidebar *sidebar)
{
  g_signal_emit_by_name (sidebar, "board-chosen",
                         ew_board_row_id (EW_BOARD_ROW (row)));
}

static void
select_current (EwSidebar *sidebar)
{
  GtkListBox *list = GTK_LIST_BOX (sidebar->list);
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)); i++)
    if (g_strcmp0 (ew_board_row_id (EW_BOARD_ROW (row)), sidebar->board) == 0)
      gtk_list_box_select_row (list, row);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static const char *
entry_title (const EwBoardEntry *entry)
{
  const char *title =
      entry->self ? ew_object_get_string (entry->self, "title") : "";

  return *title != '\0' ? title : _ ("Untitled Board");
}

/* What is unread as far as the inbox knows, and what is followed. */
static void
mark_row (EwSidebar *sidebar, EwBoardRow *row)
{
  const char *id = ew_board_row_id (row);

  ew_board_row_set_unread (row, g_hash_table_contains (sidebar->unread, id));
  ew_board_row_set_follows (row, ew_session_follows (sidebar->session, id));
}

static GtkWidget *
new_row (EwSidebar *sidebar, const EwBoardEntry *entry)
{
  GtkWidget *row = ew_board_row_new (entry->id, entry_title (entry));
  EwIntent intent = ew_intent_of (entry->self);

  ew_board_row_state (EW_BOARD_ROW (row), sidebar->session, entry_title (entry),
                      &intent);
  mark_row (sidebar, EW_BOARD_ROW (row));
  return row;
}

static void
refresh (EwSidebar *sidebar)
{
  GPtrArray *boards = ew_session_boards (sidebar->session);

  clear_list (GTK_LIST_BOX (sidebar->list));
  for (guint i = 0; i < boards->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (sidebar->list),
                         new_row (sidebar, g_ptr_array_index (boards, i)));
  gtk_widget_set_visible (sidebar->heading, boards->len > 0);
  select_current (sidebar);
}

static void
dispose (GObject *object)
{
  EwSidebar *sidebar = EW_SIDEBAR (object);

  g_clear_object (&sidebar->session);
  g_clear_pointer (&sidebar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_sidebar_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwSidebar *sidebar = EW_SIDEBAR (object);

  g_free (sidebar->board);
  g_hash_table_unref (sidebar->unread);
  G_OBJECT_CLASS (ew_sidebar_parent_class)->finalize (object);
}

static void
ew_sidebar_class_init (EwSidebarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  g_signal_new ("board-chosen", EW_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, EwSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, EwSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, EwSidebar, name_label);
  gtk_widget_class_bind_template_child (widget_class, EwSidebar, heading);
  gtk_widget_class_bind_template_child (widget_class, EwSidebar, inbox);
  gtk_widget_class_bind_template_child (widget_class, EwSidebar, count);
  gtk_widget_class_bind_template_child (widget_class, EwSidebar,
                                        workspace_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ew_sidebar_init (EwSidebar *sidebar)
{
  sidebar->unread =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (sidebar));
}

GtkWidget *
ew_sidebar_new (void)
{
  return g_object_new (EW_TYPE_SIDEBAR, NULL);
}

void
ew_sidebar_set_session (EwSidebar *sidebar, EwSession *session)
{
  g_autofree char *label = NULL;
  const char *name;

  g_return_if_fail (EW_IS_SIDEBAR (sidebar));
  g_return_if_fail (EW_IS_SESSION (session));

  g_set_object (&sidebar->session, session);
  g_signal_connect_object (session, "boards-changed", G_CALLBACK (refresh),
                           sidebar, G_CONNECT_SWAPPED);

  name = ew_session_name (session);
  gtk_label_set_text (GTK_LABEL (sidebar->name_label), name);
  label = g_strdup_printf (_ ("Workspace %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sidebar->workspace_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  refresh (sidebar);
}

void
ew_sidebar_set_menu (EwSidebar *sidebar, GMenuModel *menu)
{
  g_return_if_fail (EW_IS_SIDEBAR (sidebar));

  gtk_menu_button_set_menu_model (sidebar->workspace_button, menu);
}

void
ew_sidebar_set_count (EwSidebar *sidebar, guint count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *name =
      count == 0 ? g_strdup (_ ("Inbox"))
                 : g_strdup_printf (ngettext ("Inbox, %u waits for you",
                                              "Inbox, %u wait for you", count),
                                    count);

  g_return_if_fail (EW_IS_SIDEBAR (sidebar));

  gtk_label_set_text (GTK_LABEL (sidebar->count), number);
  gtk_widget_set_visible (sidebar->count, count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sidebar->inbox),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ew_sidebar_set_items (EwSidebar *sidebar, GPtrArray *items)
{
  GtkListBoxRow *row;

  g_return_if_fail (EW_IS_SIDEBAR (sidebar));

  g_hash_table_remove_all (sidebar->unread);
  for (guint i = 0; i < items->len; i++) {
    const EwInboxItem *item = g_ptr_array_index (items, i);

    if (item->what == EW_INBOX_BOARD || item->what == EW_INBOX_REPLIES)
      g_hash_table_add (sidebar->unread, g_strdup (item->board));
  }
  for (int i = 0; (row = gtk_list_box_get_row_at_index (
                       GTK_LIST_BOX (sidebar->list), i)) != NULL;
       i++)
    mark_row (sidebar, EW_BOARD_ROW (row));
}

void
ew_sidebar_set_board (EwSidebar *sidebar, const char *board)
{
  g_return_if_fail (EW_IS_SIDEBAR (sidebar));

  g_free (sidebar->board);
  sidebar->board = g_strdup (board);
  select_current (sidebar);
}
