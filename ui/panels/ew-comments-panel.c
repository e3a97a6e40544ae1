#include "ew-comments-panel.h"

#include "ew-ask-row.h"
#include "ew-composer.h"
#include "ew-string.h"
#include "ew-thread-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EwCommentsPanel {
  GtkWidget parent;
  EwSession *session;
  EwSelection *selection;
  char *board;
  GHashTable *cards; /* thread id → EwThreadCard          */
  EwAnchor anchor; /* what the composer is writing about */

  GtkStack *stack;
  GtkWidget *composer, *ask_row;
  GtkListBox *open_list, *resolved_list;
  GtkWidget *resolved_button;
};

G_DEFINE_FINAL_TYPE (EwCommentsPanel, ew_comments_panel, GTK_TYPE_WIDGET)

static const EwBoard *
board_of (EwCommentsPanel *panel)
{
  if (panel->session == NULL || panel->board == NULL)
    return NULL;
  return ew_session_board (panel->session, panel->board);
}

static void
clear_anchor (EwAnchor *anchor)
{
  ew_string_take (&anchor->object, NULL);
}

/* --- The list ------------------------------------------------------------- */

static int
compare_cards (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  gint64 time_a = ew_thread_card_time (EW_THREAD_CARD (a));
  gint64 time_b = ew_thread_card_time (EW_THREAD_CARD (b));

  return (time_a < time_b) - (time_a > time_b);
}

static void
reply_cb (EwThreadCard *card, const char *text, EwCommentsPanel *panel)
{
  g_signal_emit_by_name (panel, "reply", ew_thread_card_id (card), text);
}

static void
resolve_cb (EwThreadCard *card, gboolean resolved, EwCommentsPanel *panel)
{
  g_signal_emit_by_name (panel, "resolve", ew_thread_card_id (card), resolved);
}

static void
set_ask_cb (EwThreadCard *card, const char *ask, int state,
            EwCommentsPanel *panel)
{
  g_signal_emit_by_name (panel, "set-ask", ew_thread_card_id (card), ask,
                         state);
}

/* What is typed survives everything but being sent. */
static void
draft_cb (EwThreadCard *card, const char *text, EwCommentsPanel *panel)
{
  ew_session_mark (panel->session, EW_MARK_DRAFT, ew_thread_card_id (card),
                   text);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EwCommentsPanel *panel)
{
  g_signal_emit_by_name (panel, "reveal",
                         ew_thread_card_id (EW_THREAD_CARD (row)));
}

static void
place_card (EwCommentsPanel *panel, EwThreadCard *card)
{
  GtkListBox *list = ew_thread_card_is_resolved (card) ? panel->resolved_list
                                                       : panel->open_list;
  GtkWidget *now = gtk_widget_get_parent (GTK_WIDGET (card));

  if (now == GTK_WIDGET (list)) {
    gtk_list_box_row_changed (GTK_LIST_BOX_ROW (card));
    return;
  }
  g_object_ref (card);
  if (now != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (now), GTK_WIDGET (card));
  gtk_list_box_append (list, GTK_WIDGET (card));
  g_object_unref (card);
}

static void
show_card (EwCommentsPanel *panel, const EwThread *thread, const EwBoard *board)
{
  EwThreadCard *card = g_hash_table_lookup (panel->cards, thread->object.id);

  if (card == NULL) {
    card = EW_THREAD_CARD (ew_thread_card_new (thread, board, panel->session));
    g_signal_connect_object (card, "reply", G_CALLBACK (reply_cb), panel, 0);
    g_signal_connect_object (card, "resolve", G_CALLBACK (resolve_cb), panel,
                             0);
    g_signal_connect_object (card, "set-ask", G_CALLBACK (set_ask_cb), panel,
                             0);
    g_signal_connect_object (card, "draft", G_CALLBACK (draft_cb), panel, 0);
    g_hash_table_insert (panel->cards, g_strdup (thread->object.id),
                         g_object_ref_sink (card));
  } else {
    ew_thread_card_update (card, thread, board, panel->session);
  }
  place_card (panel, card);
}

static gboolean
is_gone (gpointer id, gpointer card, gpointer board)
{
  if (board != NULL && ew_board_get (board, id) != NULL)
    return FALSE;
  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (card))),
                       GTK_WIDGET (card));
  return TRUE;
}

static void
show_counts (EwCommentsPanel *panel)
{
  bool writing = gtk_widget_get_visible (panel->composer);
  guint resolved = 0;
  GHashTableIter iter;
  gpointer card;
  g_autofree char *label = NULL;

  g_hash_table_iter_init (&iter, panel->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    resolved += ew_thread_card_is_resolved (card);

  label = g_strdup_printf (_ ("Resolved · %u"), resolved);
  gtk_button_set_label (GTK_BUTTON (panel->resolved_button), label);
  gtk_widget_set_visible (panel->resolved_button, resolved > 0);
  gtk_widget_set_visible (GTK_WIDGET (panel->open_list),
                          g_hash_table_size (panel->cards) > resolved);
  gtk_stack_set_visible_child_name (
      panel->stack,
      writing || g_hash_table_size (panel->cards) > 0 ? "threads" : "empty");
}

static void
mark_current (EwCommentsPanel *panel)
{
  const EwBoard *board = board_of (panel);
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, panel->cards);
  while (g_hash_table_iter_next (&iter, &id, &card)) {
    const EwObject *object = board ? ew_board_get (board, id) : NULL;
    const EwThread *thread = object ? ew_thread_from_object (object) : NULL;
    bool current = ew_selection_has (panel->selection, id) ||
                   (thread != NULL &&
                    ew_selection_has (panel->selection, thread->anchor.object));

    ew_thread_card_set_current (card, current);
    if (current && thread != NULL && gtk_widget_get_mapped (card))
      ew_session_read_thread (panel->session, thread);
  }
}

static void
refresh (EwCommentsPanel *panel)
{
  const EwBoard *board = board_of (panel);

  g_hash_table_foreach_remove (panel->cards, is_gone, (gpointer) board);

  /* Pins are the front-most layer, so they are all at the end. */
  for (guint i = board ? ew_board_size (board) : 0; i > 0; i--) {
    const EwObject *object = ew_board_at (board, i - 1);
    const EwThread *thread = ew_thread_from_object (object);

    if (object->kind->layer != EW_LAYER_PINS)
      break;
    if (thread != NULL)
      show_card (panel, thread, board);
  }
  show_counts (panel);
  mark_current (panel);
}

/* Every key in a note comes by here: look before working. */
static bool
concerns_threads (EwCommentsPanel *panel, const EwNotice *notice)
{
  const EwBoard *board = board_of (panel);

  for (guint i = 0; i < notice->ids->len; i++) {
    const char *id = g_ptr_array_index (notice->ids, i);
    const EwObject *object = board ? ew_board_get (board, id) : NULL;

    if (g_hash_table_contains (panel->cards, id))
      return true;
    if (object != NULL && ew_thread_from_object (object) != NULL)
      return true;
  }
  return false;
}

static void
changed_cb (EwSession *session, const char *board, EwNotice *notice,
            EwOrigin origin, EwCommentsPanel *panel)
{
  if (g_strcmp0 (board, panel->board) == 0 && concerns_threads (panel, notice))
    refresh (panel);
}

/* --- Writing -------------------------------------------------------------- */

static void
close_composer (EwCommentsPanel *panel)
{
  gtk_widget_hide (panel->composer);
  clear_anchor (&panel->anchor);
  show_counts (panel);
}

/* Where on this board something is being written about. */
static char *
draft_key (EwCommentsPanel *panel)
{
  if (*panel->anchor.object)
    return g_strdup_printf ("%s/%s", panel->board, panel->anchor.object);
  return g_strdup_printf ("%s/", panel->board);
}

static void
changed_words_cb (EwComposer *composer, const char *text,
                  EwCommentsPanel *panel)
{
  g_autofree char *key = NULL;

  if (!panel->session || !panel->anchor.object)
    return;
  key = draft_key (panel);
  ew_session_mark (panel->session, EW_MARK_DRAFT, key, text);
}

static void
send_cb (EwComposer *composer, const char *text, EwCommentsPanel *panel)
{
  EwAnchor anchor = panel->anchor;
  EwAskWish wish;
  EwAskRowAnswer answer = ew_ask_row_read (EW_ASK_ROW (panel->ask_row), &wish);

  if (answer == EW_ASK_ROW_UNCLEAR)
    return;
  changed_words_cb (composer, "", panel);
  panel->anchor = (EwAnchor){ NULL };
  close_composer (panel);
  if (answer == EW_ASK_ROW_ASK)
    g_signal_emit_by_name (panel, "ask", &anchor, text, &wish);
  else
    g_signal_emit_by_name (panel, "comment", &anchor, text);
  clear_anchor (&anchor);
  g_signal_emit_by_name (panel, "done");
}

static void
cancel_cb (EwComposer *composer, EwCommentsPanel *panel)
{
  if (panel->anchor.object)
    changed_words_cb (composer, "", panel);
  close_composer (panel);
  g_signal_emit_by_name (panel, "done");
}

void
ew_comments_panel_compose (EwCommentsPanel *panel, const EwAnchor *anchor)
{
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (EW_IS_COMMENTS_PANEL (panel));
  g_return_if_fail (anchor != NULL && panel->session != NULL);

  if (gtk_widget_get_visible (panel->composer) &&
      !ew_composer_is_empty (EW_COMPOSER (panel->composer))) {
    ew_composer_resume (EW_COMPOSER (panel->composer));
    return;
  }
  panel->anchor.spot = anchor->spot;
  panel->anchor.point = anchor->point;
  ew_string_set (&panel->anchor.object, anchor->object);

  what = ew_anchor_describe (anchor, board_of (panel));
  title = what != NULL ? g_strdup_printf (_ ("Comment on %s"), what)
                       : g_strdup (_ ("Comment on this place"));
  gtk_widget_show (panel->composer);
  show_counts (panel);
  ew_ask_row_start (EW_ASK_ROW (panel->ask_row), panel->session);
  key = draft_key (panel);
  ew_composer_start (
      EW_COMPOSER (panel->composer), title,
      ew_marks_get (ew_session_marks (panel->session), EW_MARK_DRAFT, key));
}

void
ew_comments_panel_show_thread (EwCommentsPanel *panel, const char *id)
{
  EwThreadCard *card;

  g_return_if_fail (EW_IS_COMMENTS_PANEL (panel));
  g_return_if_fail (id != NULL);

  card = g_hash_table_lookup (panel->cards, id);
  if (card == NULL)
    return;
  if (ew_thread_card_is_resolved (card))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (panel->resolved_button),
                                  TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (card));
}

/* --- The widget ----------------------------------------------------------- */

static void
dispose (GObject *object)
{
  EwCommentsPanel *panel = EW_COMMENTS_PANEL (object);

  clear_anchor (&panel->anchor);
  g_clear_object (&panel->session);
  g_clear_object (&panel->selection);
  g_clear_pointer (&panel->cards, g_hash_table_unref);
  if (panel->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (panel->stack));
  panel->stack = NULL;
  G_OBJECT_CLASS (ew_comments_panel_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwCommentsPanel *panel = EW_COMMENTS_PANEL (object);

  g_free (panel->board);
  G_OBJECT_CLASS (ew_comments_panel_parent_class)->finalize (object);
}

static void
add_signals (void)
{
  g_signal_new ("comment", EW_TYPE_COMMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  g_signal_new ("ask", EW_TYPE_COMMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_STRING,
                G_TYPE_POINTER);
  g_signal_new ("set-ask", EW_TYPE_COMMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING,
                G_TYPE_INT);
  g_signal_new ("reply", EW_TYPE_COMMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("resolve", EW_TYPE_COMMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  g_signal_new ("reveal", EW_TYPE_COMMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("done", EW_TYPE_COMMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 0);
}

static void
ew_comments_panel_class_init (EwCommentsPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  add_signals ();

  g_type_ensure (EW_TYPE_COMPOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-comments-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel,
                                        composer);
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel,
                                        open_list);
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel,
                                        resolved_list);
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel,
                                        resolved_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ew_comments_panel_init (EwCommentsPanel *panel)
{
  gtk_widget_init_template (GTK_WIDGET (panel));
  panel->ask_row = ew_ask_row_new ();
  ew_composer_add (EW_COMPOSER (panel->composer), panel->ask_row);
  g_signal_connect_object (panel->composer, "changed",
                           G_CALLBACK (changed_words_cb), panel, 0);
  panel->cards =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_list_box_set_sort_func (panel->open_list, compare_cards, NULL, NULL);
  gtk_list_box_set_sort_func (panel->resolved_list, compare_cards, NULL, NULL);
}

GtkWidget *
ew_comments_panel_new (EwSelection *selection)
{
  EwCommentsPanel *panel = g_object_new (EW_TYPE_COMMENTS_PANEL, NULL);

  panel->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (mark_current),
                           panel, G_CONNECT_SWAPPED);
  return GTK_WIDGET (panel);
}

void
ew_comments_panel_show (EwCommentsPanel *panel, EwSession *session,
                        const char *board)
{
  g_return_if_fail (EW_IS_COMMENTS_PANEL (panel));

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
  close_composer (panel);
  refresh (panel);
}
