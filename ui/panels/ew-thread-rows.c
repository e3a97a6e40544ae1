#include "ew-thread-rows.h"

#include "ew-string.h"
#include "ew-thread-card.h"

/* A list view makes two hundred rows before it begins to reuse them, and these
 * are no small ones: at first it is given as many as fill the tallest
 * screen, and more when one comes to their end. */
#define ROWS_AT_FIRST 30
#define ROWS_MORE 40

struct _EwThreadRows {
  GtkListView *view; /* not owned, as the two below */
  GtkAdjustment *across;
  EwThreadList *threads;
  GtkSliceListModel *given; /* those that the view has been given */
  GPtrArray *shown; /* of GtkListItem: those that show a thread now */
  EwSelection *selection;
  EwSession *session;
  char *board;
};

static const EwBoard *
board_of (EwThreadRows *rows)
{
  if (rows->session == NULL || rows->board == NULL)
    return NULL;
  return ew_session_board (rows->session, rows->board);
}

/* --- One row -------------------------------------------------------------- */

static EwThreadCard *
card_of (GtkListItem *row)
{
  return EW_THREAD_CARD (gtk_list_item_get_child (row));
}

static const EwThread *
thread_of (GtkListItem *row)
{
  return ew_thread_item_thread (gtk_list_item_get_item (row));
}

static void
mark_row (EwThreadRows *rows, GtkListItem *row)
{
  const EwThread *thread = thread_of (row);
  bool current = rows->selection != NULL &&
                 (ew_selection_has (rows->selection, thread->object.id) ||
                  ew_selection_has (rows->selection, thread->anchor.object));

  ew_thread_card_set_current (card_of (row), current);
  if (current && gtk_widget_get_mapped (GTK_WIDGET (card_of (row))))
    ew_session_read_thread (rows->session, thread);
}

static void
show_row (GtkListItem *row)
{
  EwThreadCard *card = card_of (row);
  EwThreadRows *rows = g_object_get_data (G_OBJECT (row), "rows");
  g_autofree char *name = NULL;

  ew_thread_card_show (card, thread_of (row), board_of (rows), rows->session);
  name = ew_thread_card_name (card);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (card))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  mark_row (rows, row);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *row, EwThreadRows *rows)
{
  gtk_list_item_set_child (row, ew_thread_card_new ());
  gtk_list_item_set_selectable (row, FALSE);
  /* A row is not in the list yet when it is first filled. */
  g_object_set_data (G_OBJECT (row), "rows", rows);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *row, EwThreadRows *rows)
{
  g_ptr_array_add (rows->shown, row);
  g_signal_connect_object (gtk_list_item_get_item (row), "changed",
                           G_CALLBACK (show_row), row, G_CONNECT_SWAPPED);
  show_row (row);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *row, EwThreadRows *rows)
{
  g_ptr_array_remove_fast (rows->shown, row);
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), show_row,
                                        row);
}

/* --- How many ------------------------------------------------------------- */

/* The first @n at least. */
static void
give (EwThreadRows *rows, guint n)
{
  if (n > gtk_slice_list_model_get_size (rows->given))
    gtk_slice_list_model_set_size (rows->given, n + ROWS_MORE);
}

static void
scrolled_cb (EwThreadRows *rows)
{
  double page = gtk_adjustment_get_page_size (rows->across);
  double left = gtk_adjustment_get_upper (rows->across) - page -
                gtk_adjustment_get_value (rows->across);
  guint given = gtk_slice_list_model_get_size (rows->given);
  GListModel *all = ew_thread_list_model (rows->threads);

  if (left < page && given < g_list_model_get_n_items (all))
    give (rows, given + 1);
}

void
ew_thread_rows_restart (EwThreadRows *rows)
{
  g_return_if_fail (rows != NULL);

  gtk_slice_list_model_set_size (rows->given, ROWS_AT_FIRST);
}

/* --- All of them ---------------------------------------------------------- */

void
ew_thread_rows_mark (EwThreadRows *rows)
{
  g_return_if_fail (rows != NULL);

  for (guint i = 0; i < rows->shown->len; i++)
    mark_row (rows, rows->shown->pdata[i]);
}

void
ew_thread_rows_update (EwThreadRows *rows)
{
  g_return_if_fail (rows != NULL);

  for (guint i = 0; i < rows->shown->len; i++)
    show_row (rows->shown->pdata[i]);
}

void
ew_thread_rows_go_to (EwThreadRows *rows, guint position)
{
  g_return_if_fail (rows != NULL);

  give (rows, position + 1);
  gtk_widget_activate_action (GTK_WIDGET (rows->view), "list.scroll-to-item",
                              "u", position);
  gtk_widget_child_focus (GTK_WIDGET (rows->view), GTK_DIR_TAB_FORWARD);
  ew_thread_rows_mark (rows);
}

void
ew_thread_rows_set_board (EwThreadRows *rows, EwSession *session,
                          const char *board)
{
  g_return_if_fail (rows != NULL);

  g_set_object (&rows->session, session);
  ew_string_set (&rows->board, board);
  ew_thread_rows_restart (rows);
}

void
ew_thread_rows_set_selection (EwThreadRows *rows, EwSelection *selection)
{
  g_return_if_fail (rows != NULL && rows->selection == NULL);

  rows->selection = g_object_ref (selection);
  g_signal_connect_swapped (selection, "changed",
                            G_CALLBACK (ew_thread_rows_mark), rows);
}

/* --- Life ----------------------------------------------------------------- */

static void
fill (EwThreadRows *rows)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model =
      gtk_no_selection_new (G_LIST_MODEL (g_object_ref (rows->given)));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), rows);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), rows);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), rows);
  gtk_list_view_set_factory (rows->view, factory);
  gtk_list_view_set_model (rows->view, GTK_SELECTION_MODEL (model));
}

EwThreadRows *
ew_thread_rows_new (GtkListView *view, GtkScrolledWindow *scroller,
                    EwThreadList *threads)
{
  EwThreadRows *rows = g_new0 (EwThreadRows, 1);

  rows->view = view;
  rows->across = gtk_scrolled_window_get_vadjustment (scroller);
  rows->threads = threads;
  rows->shown = g_ptr_array_new ();
  rows->given = gtk_slice_list_model_new (
      g_object_ref (ew_thread_list_model (threads)), 0, ROWS_AT_FIRST);
  fill (rows);
  g_signal_connect_swapped (rows->across, "value-changed",
                            G_CALLBACK (scrolled_cb), rows);
  return rows;
}

void
ew_thread_rows_free (EwThreadRows *rows)
{
  if (!rows)
    return;
  g_signal_handlers_disconnect_by_data (rows->across, rows);
  if (rows->selection != NULL)
    g_signal_handlers_disconnect_by_data (rows->selection, rows);
  gtk_list_view_set_model (rows->view, NULL);
  gtk_list_view_set_factory (rows->view, NULL);
  g_ptr_array_unref (rows->shown);
  g_clear_object (&rows->given);
  g_clear_object (&rows->selection);
  g_clear_object (&rows->session);
  ew_string_take (&rows->board, NULL);
  g_free (rows);
}
