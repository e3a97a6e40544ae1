/* What the board is for: said at its top, changed in a form. */
#include "ew-window-private.h"

#include "ew-intent-dialog.h"
#include "ew-verbs-intent.h"

void
ew_window_intent_refresh (EwWindow *window)
{
  const EwBoard *board = ew_window_board (window);
  bool can_edit = board != NULL &&
                  !ew_session_is_read_only (window->session, window->board);

  ew_board_header_show (window->header, window->session,
                        board ? ew_board_self (board) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.board-intent",
                                 can_edit);
}

static void
save_cb (EwIntentDialog *dialog, EwWindow *window)
{
  const char *board = g_object_get_data (G_OBJECT (dialog), "board");
  EwIntent intent = ew_intent_dialog_read (dialog);

  if (g_strcmp0 (board, window->board) == 0 && ew_window_board (window))
    ew_window_apply (window,
                     ew_verb_state_intent (ew_window_board (window),
                                           ew_intent_dialog_before (dialog),
                                           &intent),
                     0);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
open_form (EwWindow *window, gpointer data)
{
  const EwBoard *board = ew_window_board (window);
  const EwObject *self = board ? ew_board_self (board) : NULL;
  GtkWidget *dialog;

  if (self == NULL)
    return;
  ew_canvas_stop_editing (window->canvas);
  dialog = ew_intent_dialog_new (GTK_WINDOW (window), window->session, self);
  g_object_set_data_full (G_OBJECT (dialog), "board", g_strdup (window->board),
                          g_free);
  g_signal_connect_object (dialog, "save", G_CALLBACK (save_cb), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
intent_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ew_window_with_identity (EW_WINDOW (widget), open_form, NULL, NULL);
}

static void
settle_cb (EwBoardHeader *header, const char *clash, int how, EwWindow *window)
{
  if (ew_window_board (window) != NULL)
    ew_window_apply (window,
                     ew_verb_settle (ew_window_board (window), EW_BOARD_SELF,
                                     clash, (EwSettle) how),
                     0);
}

GtkWidget *
ew_window_intent_init (EwWindow *window)
{
  window->header = EW_BOARD_HEADER (ew_board_header_new ());
  g_signal_connect_object (window->header, "settle", G_CALLBACK (settle_cb),
                           window, 0);
  return GTK_WIDGET (window->header);
}

void
ew_window_intent_connect (EwWindow *window)
{
  g_signal_connect_object (window->session, "people-changed",
                           G_CALLBACK (ew_window_intent_refresh), window,
                           G_CONNECT_SWAPPED);
}

void
ew_window_intent_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.board-intent", NULL, intent_cb);
}
