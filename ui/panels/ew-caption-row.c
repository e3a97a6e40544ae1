#include "ew-caption-row.h"

#include "ew-captions.h"

#include <glib/gi18n-lib.h>

struct _EwCaptionItem {
  GObject parent;
  gint64 start; /* ms */
  char *text;
  bool is_current;
};

G_DEFINE_FINAL_TYPE (EwCaptionItem, ew_caption_item, G_TYPE_OBJECT)

struct _EwCaptionRow {
  GtkWidget parent;
  EwCaptionItem *item; /* NULL while it shows none */
  GtkWidget *box, *time, *text, *play, *take;
  GtkWidget *room; /* under the text, as high as it needs */
  guint burst; /* of what is typed now */
  bool is_filling; /* the words change by us */
};

G_DEFINE_FINAL_TYPE (EwCaptionRow, ew_caption_row, GTK_TYPE_WIDGET)

enum {
  PUT,
  TAKE,
  SEEK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- The item ----------------------------------------------------------- */

static void
item_finalize (GObject *object)
{
  g_free (EW_CAPTION_ITEM (object)->text);
  G_OBJECT_CLASS (ew_caption_item_parent_class)->finalize (object);
}

static void
ew_caption_item_class_init (EwCaptionItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = item_finalize;
  g_signal_new ("changed", EW_TYPE_CAPTION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 0);
}

static void
ew_caption_item_init (EwCaptionItem *item)
{
}

EwCaptionItem *
ew_caption_item_new (gint64 start, const char *text)
{
  EwCaptionItem *item = g_object_new (EW_TYPE_CAPTION_ITEM, NULL);

  item->start = start;
  item->text = g_strdup (text);
  return item;
}

bool
ew_caption_item_is (EwCaptionItem *item, gint64 start, const char *text)
{
  return item->start == start && g_str_equal (item->text, text);
}

void
ew_caption_item_set (EwCaptionItem *item, gint64 start, const char *text)
{
  g_return_if_fail (EW_IS_CAPTION_ITEM (item));
  if (ew_caption_item_is (item, start, text))
    return;
  item->start = start;
  g_free (item->text);
  item->text = g_strdup (text);
  g_signal_emit_by_name (item, "changed");
}

void
ew_caption_item_set_current (EwCaptionItem *item, bool current)
{
  g_return_if_fail (EW_IS_CAPTION_ITEM (item));
  if (item->is_current == current)
    return;
  item->is_current = current;
  g_signal_emit_by_name (item, "changed");
}

/* --- What is typed ------------------------------------------------------ */

static char *
typed (EwCaptionRow *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->text));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strdup (g_strstrip (text));
}

/* Words that are all gone may be about to be others. */
static void
put (EwCaptionRow *row, gint64 start)
{
  g_autofree char *text = typed (row);

  if (row->item == NULL || *text == '\0' ||
      ew_caption_item_is (row->item, start, text))
    return;
  g_signal_emit (row, signals[PUT], 0, start, text, row->burst);
}

static void
make_room (EwCaptionRow *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->text));
  GtkTextIter start, end;
  g_autofree char *text = NULL, *whole = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  /* A label has no line behind the last newline. */
  whole = g_strconcat (text, "\u200b", NULL);
  gtk_label_set_text (GTK_LABEL (row->room), whole);
}

static void
text_changed_cb (EwCaptionRow *row)
{
  make_room (row);
  if (!row->is_filling && row->item != NULL)
    put (row, row->item->start);
}

static void
show_time (EwCaptionRow *row)
{
  g_autofree char *time = ew_caption_time_format (row->item->start);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row->time)), time) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row->time), time);
}

/* What is no time is put right again. */
static void
time_done_cb (EwCaptionRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row->time));
  gint64 ms;

  if (row->item == NULL)
    return;
  if (ew_caption_time_parse (text, &ms))
    put (row, ms);
  if (row->item != NULL)
    show_time (row);
}

static void
entered_cb (EwCaptionRow *row)
{
  row->burst++;
}

static void
left_cb (EwCaptionRow *row)
{
  g_autofree char *text = typed (row);

  row->burst++;
  if (row->item != NULL && *text == '\0')
    g_signal_emit (row, signals[TAKE], 0);
}

static void
take_cb (EwCaptionRow *row)
{
  g_signal_emit (row, signals[TAKE], 0);
}

static void
seek_cb (EwCaptionRow *row)
{
  g_signal_emit (row, signals[SEEK], 0);
}

/* --- The row ------------------------------------------------------------ */

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_text (EwCaptionRow *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->text));
  g_autofree char *now = typed (row);

  if (g_str_equal (now, row->item->text))
    return;
  row->is_filling = true;
  gtk_text_buffer_set_text (buffer, row->item->text, -1);
  row->is_filling = false;
}

static void
refresh (EwCaptionRow *row)
{
  g_autofree char *time = ew_caption_time_format (row->item->start);
  g_autofree char *said = g_strdup_printf (_ ("Said at %s"), time);
  g_autofree char *play = g_strdup_printf (_ ("Play from %s"), time);
  g_autofree char *take =
      g_strdup_printf (_ ("Delete what is said at %s"), time);

  show_time (row);
  show_text (row);
  set_name (row->text, said);
  set_name (row->play, play);
  set_name (row->take, take);
  if (row->item->is_current)
    gtk_widget_add_css_class (GTK_WIDGET (row), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
}

static void
dispose (GObject *object)
{
  EwCaptionRow *row = EW_CAPTION_ROW (object);

  ew_caption_row_show (row, NULL);
  g_clear_pointer (&row->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_caption_row_parent_class)->dispose (object);
}

static void
ew_caption_row_class_init (EwCaptionRowClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[PUT] =
      g_signal_new ("put", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_UINT);
  signals[TAKE] = g_signal_new ("take", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[SEEK] = g_signal_new ("seek", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (EwCaptionRow *row, GtkWidget *box, const char *icon,
            const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ew-quiet");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", callback, row, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_time (EwCaptionRow *row, GtkWidget *box)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  row->time = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (row->time), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (row->time), 9);
  gtk_widget_add_css_class (row->time, "numeric");
  gtk_widget_add_css_class (row->time, "ew-caption-time");
  set_name (row->time, _ ("Time"));
  g_signal_connect_object (row->time, "activate", G_CALLBACK (time_done_cb),
                           row, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (time_done_cb), row,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row->time, focus);
  gtk_box_append (GTK_BOX (box), row->time);
}

/* A text view knows how high it is only when it has been drawn: too late for a
 * list.  A label that nobody sees knows at once. */
static void
add_room (EwCaptionRow *row)
{
  GtkWidget *overlay = gtk_overlay_new ();

  row->room =
      g_object_new (GTK_TYPE_LABEL, "accessible-role",
                    GTK_ACCESSIBLE_ROLE_PRESENTATION, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "opacity", 0.0, NULL);
  gtk_widget_add_css_class (row->room, "ew-caption-text");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), row->room);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), row->text);
  gtk_box_append (GTK_BOX (row->box), overlay);
}

static void
add_text (EwCaptionRow *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  row->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (row->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (row->text), FALSE);
  gtk_widget_add_css_class (row->text, "ew-caption-text");
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->text)),
                           "changed", G_CALLBACK (text_changed_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), row,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row->text, focus);
  add_room (row);
}

static void
ew_caption_row_init (EwCaptionRow *row)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *gap = gtk_label_new (NULL);

  row->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (row->box, GTK_WIDGET (row));
  gtk_widget_add_css_class (GTK_WIDGET (row), "ew-caption");
  add_time (row, head);
  row->play = add_button (row, head, "media-playback-start-symbolic",
                          _ ("Play from Here"), G_CALLBACK (seek_cb));
  gtk_widget_set_hexpand (gap, TRUE);
  gtk_box_append (GTK_BOX (head), gap);
  row->take = add_button (row, head, "user-trash-symbolic", _ ("Delete"),
                          G_CALLBACK (take_cb));
  gtk_box_append (GTK_BOX (row->box), head);
  add_text (row);
}

GtkWidget *
ew_caption_row_new (void)
{
  return g_object_new (EW_TYPE_CAPTION_ROW, NULL);
}

void
ew_caption_row_show (EwCaptionRow *row, EwCaptionItem *item)
{
  g_return_if_fail (EW_IS_CAPTION_ROW (row));

  if (row->item != NULL)
    g_signal_handlers_disconnect_by_func (row->item, refresh, row);
  g_set_object (&row->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (refresh), row,
                           G_CONNECT_SWAPPED);
  row->burst++;
  refresh (row);
}
