#include "ew-caption-list.h"

#include "ew-caption-row.h"
#include "ew-captions.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

/* More are kept, but not shown here: each row is a little editor. */
#define ROWS_MAX 1000

struct _EwCaptionList {
  GtkWidget parent;
  GtkWidget *scroller, *list;
  GPtrArray *captions; /* as shown, of EwCaption */
  GListStore *store; /* of EwCaptionItem, one for each */
  gint64 ms; /* where what plays is, or below 0 */
  int current; /* index of what is said now, or -1 */
  struct {
    EwCaptionRow *row;
    guint burst; /* of the row */
    guint count; /* of all bursts in all rows */
  } typing;
};

G_DEFINE_FINAL_TYPE (EwCaptionList, ew_caption_list, GTK_TYPE_WIDGET)

enum {
  PUT,
  TAKE,
  SEEK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- What is shown ------------------------------------------------------ */

static EwCaptionItem *
item_at (EwCaptionList *list, guint index)
{
  g_autoptr (EwCaptionItem) item =
      g_list_model_get_item (G_LIST_MODEL (list->store), index);

  return item; /* the list holds it */
}

static bool
is_same (EwCaptionList *list, guint old, guint index)
{
  const EwCaption *caption = list->captions->pdata[index];

  return ew_caption_item_is (item_at (list, old), caption->start,
                             caption->text);
}

/* One that is typed in stays the row it is. */
static void
update_in_place (EwCaptionList *list)
{
  for (guint i = 0; i < list->captions->len; i++) {
    const EwCaption *caption = list->captions->pdata[i];

    ew_caption_item_set (item_at (list, i), caption->start, caption->text);
  }
}

/* Only what lies between the first and the last difference is put anew. */
static void
update_between (EwCaptionList *list)
{
  guint old = g_list_model_get_n_items (G_LIST_MODEL (list->store));
  guint n = list->captions->len, head = 0, tail = 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  while (head < MIN (old, n) && is_same (list, head, head))
    head++;
  while (tail < MIN (old, n) - head &&
         is_same (list, old - 1 - tail, n - 1 - tail))
    tail++;
  for (guint i = head; i < n - tail; i++) {
    const EwCaption *caption = list->captions->pdata[i];

    g_ptr_array_add (items,
                     ew_caption_item_new (caption->start, caption->text));
  }
  g_list_store_splice (list->store, head, old - head - tail, items->pdata,
                       items->len);
}

/* Whoever reads along sees what is said; whoever writes is left where they are.
 */
static void
scroll_along (EwCaptionList *list, int index)
{
  GtkListBox *box = GTK_LIST_BOX (list->list);
  GtkListBoxRow *row =
      index >= 0 ? gtk_list_box_get_row_at_index (box, index) : NULL;
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (box);
  graphene_rect_t at;

  if (row == NULL || adjustment == NULL ||
      gtk_widget_get_focus_child (list->list) != NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), list->list, &at))
    return;
  gtk_adjustment_clamp_page (adjustment, at.origin.y,
                             at.origin.y + at.size.height);
}

static void
mark_current (EwCaptionList *list)
{
  const EwCaption *now =
      list->ms >= 0 ? ew_captions_at (list->captions, list->ms) : NULL;
  int current = -1;
  guint i;

  if (now != NULL && g_ptr_array_find (list->captions, now, &i))
    current = (int) i;
  for (guint k = 0; k < list->captions->len; k++)
    ew_caption_item_set_current (item_at (list, k), (int) k == current);
  if (current != list->current)
    scroll_along (list, current);
  list->current = current;
}

/* --- What is done in the rows ------------------------------------------- */

static guint
index_of (EwCaptionRow *row)
{
  GtkWidget *holder = gtk_widget_get_parent (GTK_WIDGET (row));

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (holder));
}

/* Each row counts its own. */
static guint
burst_of (EwCaptionList *list, EwCaptionRow *row, guint burst)
{
  if (list->typing.row != row || list->typing.burst != burst) {
    list->typing.row = row;
    list->typing.burst = burst;
    list->typing.count++;
  }
  return list->typing.count;
}

static void
put_cb (EwCaptionRow *row, gint64 ms, const char *text, guint burst,
        EwCaptionList *list)
{
  guint index = index_of (row);

  if (index < list->captions->len)
    g_signal_emit (list, signals[PUT], 0, index, ms, text,
                   burst_of (list, row, burst));
}

static void
take_cb (EwCaptionRow *row, EwCaptionList *list)
{
  guint index = index_of (row);

  if (index < list->captions->len)
    g_signal_emit (list, signals[TAKE], 0, index);
}

static void
seek_cb (EwCaptionRow *row, EwCaptionList *list)
{
  guint index = index_of (row);

  if (index < list->captions->len)
    g_signal_emit (list, signals[SEEK], 0,
                   ((EwCaption *) list->captions->pdata[index])->start);
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

/* --- The widget --------------------------------------------------------- */

static void
dispose (GObject *object)
{
  EwCaptionList *list = EW_CAPTION_LIST (object);

  g_clear_pointer (&list->scroller, gtk_widget_unparent);
  g_clear_object (&list->store);
  G_OBJECT_CLASS (ew_caption_list_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_ptr_array_unref (EW_CAPTION_LIST (object)->captions);
  G_OBJECT_CLASS (ew_caption_list_parent_class)->finalize (object);
}

static void
ew_caption_list_class_init (EwCaptionListClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[PUT] = g_signal_new ("put", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_INT64,
                               G_TYPE_STRING, G_TYPE_UINT);
  signals[TAKE] = g_signal_new ("take", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SEEK] = g_signal_new ("seek", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ew_caption_list_init (EwCaptionList *list)
{
  list->captions = ew_captions_new ();
  list->store = g_list_store_new (EW_TYPE_CAPTION_ITEM);
  list->current = -1;
  list->ms = -1;
  list->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list->list),
                                   GTK_SELECTION_NONE);
  gtk_list_box_bind_model (GTK_LIST_BOX (list->list),
                           G_LIST_MODEL (list->store), new_row_cb, list, NULL);
  gtk_widget_add_css_class (list->list, "ew-captions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is said"), -1);
  list->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (list->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (list->scroller),
                                 list->list);
  gtk_widget_set_vexpand (GTK_WIDGET (list), TRUE);
  gtk_widget_set_parent (list->scroller, GTK_WIDGET (list));
}

GtkWidget *
ew_caption_list_new (void)
{
  return g_object_new (EW_TYPE_CAPTION_LIST, NULL);
}

void
ew_caption_list_show (EwCaptionList *list, const char *captions)
{
  g_return_if_fail (EW_IS_CAPTION_LIST (list));

  g_ptr_array_unref (list->captions);
  list->captions = ew_captions_parse (captions);
  if (list->captions->len > ROWS_MAX)
    g_ptr_array_set_size (list->captions, ROWS_MAX);
  if (g_list_model_get_n_items (G_LIST_MODEL (list->store)) ==
      list->captions->len)
    update_in_place (list);
  else
    update_between (list);
  mark_current (list);
}

void
ew_caption_list_set_time (EwCaptionList *list, gint64 ms)
{
  const EwCaption *now;

  g_return_if_fail (EW_IS_CAPTION_LIST (list));

  list->ms = ms;
  now = ms >= 0 ? ew_captions_at (list->captions, ms) : NULL;
  if (now != (list->current >= 0 && list->current < (int) list->captions->len
                  ? list->captions->pdata[list->current]
                  : NULL))
    mark_current (list);
}

gint64
ew_caption_list_end (EwCaptionList *list)
{
  g_return_val_if_fail (EW_IS_CAPTION_LIST (list), 0);

  return ew_captions_end (list->captions);
}
