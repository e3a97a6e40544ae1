/* Which board is shown; new ones, names, deletion. */
#include "ew-window-private.h"

#include "ew-error.h"
#include "ew-list-dialog.h"

#include <glib/gi18n-lib.h>

const char *
ew_window_shown (EwWindow *window)
{
  return window->past.name != NULL ? window->past.name : window->board;
}

const EwBoard *
ew_window_board (EwWindow *window)
{
  const char *shown = ew_window_shown (window);

  return shown != NULL ? ew_session_board (window->session, shown) : NULL;
}

bool
ew_window_is_read_only (EwWindow *window)
{
  const char *shown = ew_window_shown (window);

  return shown == NULL || ew_session_is_read_only (window->session, shown);
}

static const EwBoardEntry *
find_entry (GPtrArray *entries, const char *id)
{
  for (guint i = 0; i < entries->len; i++) {
    const EwBoardEntry *entry = g_ptr_array_index (entries, i);

    if (g_strcmp0 (entry->id, id) == 0)
      return entry;
  }
  return NULL;
}

static const char *
entry_title (const EwBoardEntry *entry)
{
  const char *title = entry != NULL && entry->self != NULL
                          ? ew_object_get_string (entry->self, "title")
                          : "";

  return *title != '\0' ? title : _ ("Untitled Board");
}

/* --- Showing ------------------------------------------------------------ */

/* A screen reader says when the name of the window changes. */
static void
show_title (EwWindow *window)
{
  GPtrArray *boards = ew_session_boards (window->session);
  const EwBoardEntry *entry = find_entry (boards, window->board);
  const char *name = ew_session_name (window->session);
  g_autofree char *title =
      entry != NULL ? g_strdup_printf ("%s – %s", entry_title (entry), name)
                    : g_strdup (name);

  gtk_label_set_text (window->board_label, entry ? entry_title (entry) : "");
  gtk_widget_set_visible (GTK_WIDGET (window->board_button), entry != NULL);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window->board_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entry ? entry_title (entry) : "", -1);
}

void
ew_window_show_named (EwWindow *window, const char *shown)
{
  ew_selection_clear (window->selection);
  ew_canvas_show (window->canvas, window->session, shown);
  ew_window_guide_board_changed (window);
  ew_toolbox_set_board (window->toolbox, window->session, shown);
  ew_details_panel_show (window->details, window->session, shown);
  ew_outline_panel_show (window->outline, window->session, shown);
}

static void
introduce_board (EwWindow *window)
{
  const char *board = window->board;

  ew_window_show_named (window, board);
  ew_comments_panel_show (window->comments, window->session, board);
  ew_history_panel_show (window->history, window->session, board);
  ew_captions_panel_show (window->captions, window->session, board);
  ew_fault_bar_show (window->fault_bar, window->session, board);
  ew_window_intent_refresh (window);
  ew_window_look_for_news (window);
  ew_sidebar_set_board (window->sidebar, board);
  gtk_stack_set_visible_child_name (window->pages, board ? "board" : "empty");

  show_title (window);
  ew_window_history_changed (window);
  ew_window_refresh_selection (window);
  ew_window_view_changed (window);
}

/* Somebody has a menu open, or a list to choose from. */
static bool
is_choosing (EwWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER);
}

static void
set_board (EwWindow *window, const char *id)
{
  ew_window_past_end (window);
  g_free (window->board);
  window->board = g_strdup (id);
  introduce_board (window);
  if (id == NULL)
    return;
  g_settings_set_string (window->settings, "last-board", id);
  /* A board that comes up late closes no menu. */
  if (!is_choosing (window))
    gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

typedef struct {
  EwWindow *window;
  char *id;
} Load;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Load *load = data;
  g_autoptr (EwWindow) window = load->window;
  g_autofree char *id = load->id;
  g_autoptr (GError) error = NULL;

  if (ew_session_load_finish (EW_SESSION (source), result, &error) != NULL)
    set_board (window, id);
  else if (!g_error_matches (error, EW_ERROR, EW_ERROR_CANCELLED) &&
           !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ew_window_say (window, error->message);
}

void
ew_window_show_board (EwWindow *window, const char *id)
{
  Load *load;

  g_cancellable_cancel (window->loading);
  g_clear_object (&window->loading);
  ew_canvas_stop_editing (window->canvas);
  if (id == NULL || ew_session_board (window->session, id) != NULL) {
    set_board (window, id);
    return;
  }
  load = g_new (Load, 1);
  load->window = g_object_ref (window);
  load->id = g_strdup (id);
  window->loading = g_cancellable_new ();
  ew_session_load_async (window->session, id, window->loading, loaded_cb, load);
}

static const char *
first_board (EwSession *session)
{
  GPtrArray *boards = ew_session_boards (session);
  const EwBoardEntry *entry = boards->len ? boards->pdata[0] : NULL;

  return entry != NULL ? entry->id : NULL;
}

/* The one that was shown last, while there is one.  Returns: (nullable). */
static const char *
last_board (EwSession *session, GSettings *settings)
{
  g_autofree char *last = g_settings_get_string (settings, "last-board");
  const EwBoardEntry *entry = find_entry (ew_session_boards (session), last);

  return entry != NULL ? entry->id : first_board (session);
}

void
ew_window_load_ahead (EwSession *session)
{
  g_autoptr (GSettings) settings = g_settings_new (EW_APP_ID);
  const char *id = last_board (session, settings);

  if (id != NULL)
    ew_session_load_async (session, id, NULL, NULL, NULL);
}

void
ew_window_show_first (EwWindow *window)
{
  ew_window_show_board (window, last_board (window->session, window->settings));
}

void
ew_window_boards_changed (EwWindow *window)
{
  GPtrArray *boards = ew_session_boards (window->session);

  if (window->board == NULL ? boards->len > 0
                            : find_entry (boards, window->board) == NULL)
    ew_window_show_board (window, first_board (window->session));
  else
    show_title (window);
  ew_window_intent_refresh (window);
}

/* --- New, rename, delete ------------------------------------------------ */

static bool
is_title_taken (EwWindow *window, const char *title)
{
  GPtrArray *boards = ew_session_boards (window->session);

  for (guint i = 0; i < boards->len; i++)
    if (g_str_equal (entry_title (boards->pdata[i]), title))
      return true;
  return false;
}

static char *
free_title (EwWindow *window)
{
  char *title = g_strdup (_ ("New Board"));

  for (int i = 2; is_title_taken (window, title); i++) {
    g_free (title);
    title = g_strdup_printf (_ ("New Board %d"), i);
  }
  return title;
}

static void
start_rename (EwWindow *window)
{
  ew_rename_popover_start (window->rename,
                           gtk_label_get_text (window->board_label));
}

static void
make_board (EwWindow *window, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = free_title (window);
  g_autofree char *id = ew_session_new_board (window->session, title, &error);

  if (id == NULL) {
    ew_window_say (window, error->message);
    return;
  }
  ew_window_show_board (window, id);
  start_rename (window);
}

static void
new_board_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_with_identity (EW_WINDOW (widget), make_board, NULL, NULL);
}

static void
rename_board_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (*id != '\0' && g_strcmp0 (id, window->board) != 0)
    ew_window_show_board (window, id);
  start_rename (window);
}

static void
rename_to (EwWindow *window, gpointer title)
{
  g_autoptr (GError) error = NULL;

  if (!ew_session_rename_board (window->session, window->board, title, &error))
    ew_window_say (window, error->message);
}

static void
renamed_cb (EwRenamePopover *popover, const char *title, EwWindow *window)
{
  if (window->board == NULL ||
      g_str_equal (title, gtk_label_get_text (window->board_label)))
    return;
  ew_window_with_identity (window, rename_to, g_strdup (title), g_free);
}

static void
restore_board (EwWindow *window, const char *id)
{
  g_autoptr (GError) error = NULL;

  if (ew_session_delete_board (window->session, id, false, &error))
    ew_window_show_board (window, id);
  else
    ew_window_say (window, error->message);
}

static void
restore_clicked_cb (AdwToast *toast, EwWindow *window)
{
  restore_board (window, g_object_get_data (G_OBJECT (toast), "board"));
}

static void
offer_restore (EwWindow *window, const char *id, const char *title)
{
  g_autofree char *line = g_strdup_printf (_ ("“%s” deleted"), title);
  g_autofree char *escaped = g_markup_escape_text (line, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "board", g_strdup (id), g_free);
  g_signal_connect_object (toast, "button-clicked",
                           G_CALLBACK (restore_clicked_cb), window, 0);
  adw_toast_overlay_add_toast (window->toasts, toast);
}

static void
delete_board (EwWindow *window, gpointer data)
{
  const char *id = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_strdup (
      entry_title (find_entry (ew_session_boards (window->session), id)));

  ew_canvas_stop_editing (window->canvas);
  if (ew_session_delete_board (window->session, id, true, &error))
    offer_restore (window, id, title);
  else
    ew_window_say (window, error->message);
}

static void
delete_board_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (*id == '\0')
    id = window->board;
  if (id != NULL)
    ew_window_with_identity (window, delete_board, g_strdup (id), g_free);
}

static void
restored_cb (EwListDialog *dialog, const char *id, EwWindow *window)
{
  gtk_window_close (GTK_WINDOW (dialog));
  restore_board (window, id);
}

static void
deleted_boards_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EwWindow *window = EW_WINDOW (widget);
  GPtrArray *boards = ew_session_deleted_boards (window->session);
  const EwListFrame frame = {
    .title = _ ("Deleted Boards"),
    .description = boards->len > 0
                       ? _ ("Nothing is lost: a board comes back as it was.")
                       : _ ("No board of this workspace was deleted."),
    .button = _ ("Restore"),
  };
  GtkWidget *dialog = ew_list_dialog_new (GTK_WINDOW (window), &frame);

  for (guint i = 0; i < boards->len; i++) {
    const EwBoardEntry *entry = g_ptr_array_index (boards, i);

    ew_list_dialog_add (EW_LIST_DIALOG (dialog), entry->id, entry_title (entry),
                        NULL);
  }
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (restored_cb), window,
                           0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
rename_closed_cb (EwRenamePopover *popover, EwWindow *window)
{
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

void
ew_window_board_init (EwWindow *window)
{
  window->rename =
      EW_RENAME_POPOVER (ew_rename_popover_new (_ ("Board title")));
  gtk_widget_set_parent (GTK_WIDGET (window->rename),
                         GTK_WIDGET (window->board_button));
  g_signal_connect_object (window->rename, "renamed", G_CALLBACK (renamed_cb),
                           window, 0);
  g_signal_connect_object (window->rename, "closed",
                           G_CALLBACK (rename_closed_cb), window, 0);
}

void
ew_window_board_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.new-board", NULL, new_board_cb);
  gtk_widget_class_install_action (class, "win.rename-board", "s",
                                   rename_board_cb);
  gtk_widget_class_install_action (class, "win.delete-board", "s",
                                   delete_board_cb);
  gtk_widget_class_install_action (class, "win.deleted-boards", NULL,
                                   deleted_boards_cb);
}
