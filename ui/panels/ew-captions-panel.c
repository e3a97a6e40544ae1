#include "ew-captions-panel.h"

#include "ew-caption-composer.h"
#include "ew-caption-list.h"
#include "ew-captions.h"
#include "ew-walkthrough.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Times of what is added are rounded to that, ms. */
#define STEP 100

struct _EwCaptionsPanel {
  GtkWidget parent;
  EwSession *session;
  EwSelection *selection;
  char *board;
  char *playing; /* id, or NULL */
  char *shown; /* id, or NULL */
  gint64 ms; /* where what plays is */

  struct {
    guint burst, gesture;
  } typing;

  GtkWidget *stack, *empty, *page, *hint;
  EwCaptionList *list;
  EwCaptionComposer *composer;
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

/* --- What is added ------------------------------------------------------ */

static gint64
next_time (EwCaptionsPanel *panel)
{
  if (panel->playing != NULL)
    return panel->ms / STEP * STEP;
  return ew_caption_list_end (panel->list);
}

static void
show_next_time (EwCaptionsPanel *panel)
{
  ew_caption_composer_set_next (panel->composer, next_time (panel));
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
add_cb (EwCaptionComposer *composer, gint64 ms, const char *words,
        EwCaptionsPanel *panel)
{
  const char *captions = captions_of (panel);

  if (captions != NULL)
    change (panel, ew_captions_put (captions, -1, ms, words), 0);
}

/* --- What is changed ---------------------------------------------------- */

static guint
gesture_of (EwCaptionsPanel *panel, guint burst)
{
  if (panel->typing.burst != burst || panel->typing.gesture == 0) {
    panel->typing.burst = burst;
    panel->typing.gesture = ew_session_new_gesture (panel->session);
  }
  return panel->typing.gesture;
}

static void
put_cb (EwCaptionList *list, guint index, gint64 ms, const char *text,
        guint burst, EwCaptionsPanel *panel)
{
  const char *captions = captions_of (panel);

  if (captions != NULL)
    change (panel, ew_captions_put (captions, (int) index, ms, text),
            gesture_of (panel, burst));
}

static void
take_cb (EwCaptionList *list, guint index, EwCaptionsPanel *panel)
{
  const char *captions = captions_of (panel);

  if (captions != NULL)
    change (panel, ew_captions_take (captions, (int) index), 0);
}

static void
seek_cb (EwCaptionList *list, gint64 ms, EwCaptionsPanel *panel)
{
  g_signal_emit (panel, signals[SEEK], 0, panel->shown, ms);
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
    ew_caption_composer_clear (panel->composer);
  }
  gtk_stack_set_visible_child (GTK_STACK (panel->stack),
                               walk ? panel->page : panel->empty);
  /* What nobody sees needs no rows. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (panel)))
    return;
  ew_caption_list_set_time (panel->list, panel->playing ? panel->ms : -1);
  ew_caption_list_show (panel->list, walk != NULL ? walk->captions : "");
  gtk_widget_set_visible (panel->hint, ew_caption_list_end (panel->list) == 0);
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
  g_return_if_fail (EW_IS_CAPTIONS_PANEL (panel));

  panel->ms = ms;
  if (!gtk_widget_get_mapped (GTK_WIDGET (panel)))
    return;
  show_next_time (panel);
  ew_caption_list_set_time (panel->list, panel->playing ? ms : -1);
}

void
ew_captions_panel_write (EwCaptionsPanel *panel)
{
  g_return_if_fail (EW_IS_CAPTIONS_PANEL (panel));

  ew_caption_composer_write (panel->composer);
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
  G_OBJECT_CLASS (ew_captions_panel_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwCaptionsPanel *panel = EW_CAPTIONS_PANEL (object);

  g_free (panel->board);
  g_free (panel->playing);
  g_free (panel->shown);
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

static GtkWidget *
new_composer (EwCaptionsPanel *panel, GMenuModel *menu)
{
  GtkWidget *composer = ew_caption_composer_new (menu);

  panel->composer = EW_CAPTION_COMPOSER (composer);
  g_signal_connect_object (composer, "add", G_CALLBACK (add_cb), panel, 0);
  return composer;
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
}

static GtkWidget *
new_list (EwCaptionsPanel *panel)
{
  GtkWidget *list = ew_caption_list_new ();

  panel->list = EW_CAPTION_LIST (list);
  g_signal_connect_object (list, "put", G_CALLBACK (put_cb), panel, 0);
  g_signal_connect_object (list, "take", G_CALLBACK (take_cb), panel, 0);
  g_signal_connect_object (list, "seek", G_CALLBACK (seek_cb), panel, 0);
  return list;
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
