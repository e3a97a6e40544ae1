#include "ew-comments-panel.h"

#include "ew-ask-row.h"
#include "ew-composer.h"
#include "ew-string.h"
#include "ew-thread-card.h"
#include "ew-thread-list.h"
#include "ew-thread-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EwCommentsPanel {
  GtkWidget parent;
  EwSession *session;
  char *board;
  EwThreadList *threads;
  EwThreadRows *rows;
  EwAnchor anchor; /* what the composer is writing about */

  GtkStack *stack;
  GtkListView *view;
  GtkScrolledWindow *scroller;
  GtkWidget *box, *composer, *ask_row, *wanted_button, *none;
};

G_DEFINE_FINAL_TYPE (EwCommentsPanel, ew_comments_panel, GTK_TYPE_WIDGET)

enum {
  PROP_WANTED = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

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

static void
activate_cb (GtkListView *view, guint position, EwCommentsPanel *panel)
{
  g_autoptr (EwThreadItem) item =
      g_list_model_get_item (ew_thread_list_model (panel->threads), position);

  g_signal_emit_by_name (panel, "reveal",
                         ew_thread_item_thread (item)->object.id);
}

/* --- Which threads -------------------------------------------------------- */

static const char *
title_of (EwThreadsWanted wanted)
{
  switch (wanted) {
  case EW_THREADS_MINE:
    return _ ("Mine");
  case EW_THREADS_UNREAD:
    return _ ("Unread");
  case EW_THREADS_ASKS:
    return _ ("Asks");
  case EW_THREADS_RESOLVED:
    return _ ("Resolved");
  default:
    return _ ("Open");
  }
}

static const char *
sentence_of_none (EwThreadsWanted wanted)
{
  switch (wanted) {
  case EW_THREADS_MINE:
    return _ ("No open comment is yours");
  case EW_THREADS_UNREAD:
    return _ ("Everything is read");
  case EW_THREADS_ASKS:
    return _ ("Nobody waits for an answer");
  case EW_THREADS_RESOLVED:
    return _ ("Nothing is resolved yet");
  default:
    return _ ("Everything is resolved");
  }
}

static void
show_counts (EwCommentsPanel *panel)
{
  EwThreadsWanted wanted = ew_thread_list_wanted (panel->threads);
  guint n = g_list_model_get_n_items (ew_thread_list_model (panel->threads));
  guint all = ew_thread_list_size (panel->threads);
  bool writing = gtk_widget_get_visible (panel->composer);
  /* Translators: which comments are shown, and how many: “Open · 12”. */
  g_autofree char *label =
      g_strdup_printf (_ ("%s · %u"), title_of (wanted), n);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (panel->wanted_button), label);
  gtk_widget_set_visible (panel->wanted_button, all > 0);
  gtk_label_set_text (GTK_LABEL (panel->none), sentence_of_none (wanted));
  gtk_stack_set_visible_child_name (panel->stack, n > 0     ? "threads"
                                                  : all > 0 ? "none"
                                                  : writing ? "writing"
                                                            : "empty");
}

static void
want (EwCommentsPanel *panel, EwThreadsWanted wanted)
{
  ew_thread_rows_restart (panel->rows);
  ew_thread_list_want (panel->threads, wanted);
  show_counts (panel);
  g_object_notify_by_pspec (G_OBJECT (panel), props[PROP_WANTED]);
}

static void
refresh (EwCommentsPanel *panel)
{
  ew_thread_list_update (panel->threads, panel->session, board_of (panel));
  show_counts (panel);
}

/* Every key in a note comes by here: look before working. */
static bool
concerns_threads (EwCommentsPanel *panel, const EwNotice *notice)
{
  const EwBoard *board = board_of (panel);

  for (guint i = 0; i < notice->ids->len; i++) {
    const char *id = g_ptr_array_index (notice->ids, i);
    const EwObject *object = board ? ew_board_get (board, id) : NULL;

    if (ew_thread_list_get (panel->threads, id) != NULL)
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
  if (g_strcmp0 (board, panel->board) != 0 || !concerns_threads (panel, notice))
    return;
  refresh (panel);
  /* What a comment is about may read otherwise now. */
  ew_thread_rows_update (panel->rows);
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

/* Returns: (transfer full): what the comment is about. */
static char *
composer_title (EwCommentsPanel *panel, const EwAnchor *anchor,
                const char *moment)
{
  g_autofree char *what = ew_anchor_describe (anchor, board_of (panel));

  if (what != NULL && moment != NULL)
    return g_strdup_printf (_ ("Comment on %s, at %s"), what, moment);
  if (what != NULL)
    return g_strdup_printf (_ ("Comment on %s"), what);
  if (moment != NULL)
    return g_strdup_printf (_ ("Comment on this place, at %s"), moment);
  return g_strdup (_ ("Comment on this place"));
}

void
ew_comments_panel_compose (EwCommentsPanel *panel, const EwAnchor *anchor,
                           const char *moment)
{
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

  title = composer_title (panel, anchor, moment);
  gtk_widget_show (panel->composer);
  show_counts (panel);
  ew_ask_row_start (EW_ASK_ROW (panel->ask_row), panel->session);
  ew_composer_set_session (EW_COMPOSER (panel->composer), panel->session);
  key = draft_key (panel);
  ew_composer_start (
      EW_COMPOSER (panel->composer), title,
      ew_marks_get (ew_session_marks (panel->session), EW_MARK_DRAFT, key));
}

void
ew_comments_panel_show_thread (EwCommentsPanel *panel, const char *id)
{
  EwThreadItem *item;
  guint position;

  g_return_if_fail (EW_IS_COMMENTS_PANEL (panel));
  g_return_if_fail (id != NULL);

  item = ew_thread_list_get (panel->threads, id);
  if (item == NULL)
    return;
  if (!ew_thread_list_find (panel->threads, id, &position))
    want (panel, ew_thread_item_thread (item)->resolved ? EW_THREADS_RESOLVED
                                                        : EW_THREADS_OPEN);
  if (!ew_thread_list_find (panel->threads, id, &position))
    return;
  ew_thread_rows_go_to (panel->rows, position);
}

/* --- The widget ----------------------------------------------------------- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  EwCommentsPanel *panel = EW_COMMENTS_PANEL (object);

  g_value_set_string (value,
                      ew_threads_word (ew_thread_list_wanted (panel->threads)));
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  want (EW_COMMENTS_PANEL (object),
        ew_threads_from_word (g_value_get_string (value)));
}

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ew_comments_panel_parent_class)->map (widget);
  ew_thread_rows_mark (EW_COMMENTS_PANEL (widget)->rows);
}

static void
dispose (GObject *object)
{
  EwCommentsPanel *panel = EW_COMMENTS_PANEL (object);

  clear_anchor (&panel->anchor);
  g_clear_pointer (&panel->rows, ew_thread_rows_free);
  g_clear_pointer (&panel->box, gtk_widget_unparent);
  g_clear_pointer (&panel->threads, ew_thread_list_free);
  g_clear_object (&panel->session);
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
  g_signal_new ("reveal", EW_TYPE_COMMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("done", EW_TYPE_COMMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-comments-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel, box);
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel, view);
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel,
                                        scroller);
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel, none);
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel,
                                        composer);
  gtk_widget_class_bind_template_child (widget_class, EwCommentsPanel,
                                        wanted_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ew_comments_panel_class_init (EwCommentsPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  G_OBJECT_CLASS (class)->get_property = get_property;
  G_OBJECT_CLASS (class)->set_property = set_property;
  widget_class->map = map;
  props[PROP_WANTED] = g_param_spec_string (
      "wanted", NULL, NULL, "open",
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, props);
  add_signals ();

  g_type_ensure (EW_TYPE_COMPOSER);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "comments.wanted",
                                            "wanted");
}

static void
ew_comments_panel_init (EwCommentsPanel *panel)
{
  panel->threads = ew_thread_list_new ();
  gtk_widget_init_template (GTK_WIDGET (panel));
  panel->ask_row = ew_ask_row_new ();
  ew_composer_add (EW_COMPOSER (panel->composer), panel->ask_row);
  g_signal_connect_object (panel->composer, "changed",
                           G_CALLBACK (changed_words_cb), panel, 0);
  panel->rows =
      ew_thread_rows_new (panel->view, panel->scroller, panel->threads);
}

GtkWidget *
ew_comments_panel_new (EwSelection *selection)
{
  EwCommentsPanel *panel = g_object_new (EW_TYPE_COMMENTS_PANEL, NULL);

  ew_thread_rows_set_selection (panel->rows, selection);
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
  ew_thread_rows_set_board (panel->rows, session, board);
  close_composer (panel);
  refresh (panel);
}
