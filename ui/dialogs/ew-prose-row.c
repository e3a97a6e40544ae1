#include "ew-prose-row.h"

#include <stdbool.h>
#include <string.h>

#define LENGTH_MAX 20000 /* bytes that can be written on */
#define HEIGHT_MAX 120 /* px, then it scrolls */

struct _EwProseRow {
  AdwPreferencesRow parent;
  GtkWidget *view, *hint;
  char *given; /* what was put in, which stays when nobody writes */
};

G_DEFINE_FINAL_TYPE (EwProseRow, ew_prose_row, ADW_TYPE_PREFERENCES_ROW)

static GtkTextBuffer *
buffer_of (EwProseRow *row)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->view));
}

static void
changed_cb (GtkTextBuffer *buffer, EwProseRow *row)
{
  gtk_widget_set_visible (row->hint,
                          gtk_text_buffer_get_char_count (buffer) == 0);
}

/* A press anywhere on the row is meant for the words. */
static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (EW_PROSE_ROW (widget)->view);
}

static void
finalize (GObject *object)
{
  g_free (EW_PROSE_ROW (object)->given);
  G_OBJECT_CLASS (ew_prose_row_parent_class)->finalize (object);
}

static void
ew_prose_row_class_init (EwProseRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = grab_focus;
}

static GtkWidget *
new_view (EwProseRow *row)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  row->view = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (row->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (row->view), GTK_WRAP_WORD_CHAR);
  g_signal_connect_object (buffer_of (row), "changed", G_CALLBACK (changed_cb),
                           row, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (
      GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll),
                                              HEIGHT_MAX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), row->view);
  return scroll;
}

static void
ew_prose_row_init (EwProseRow *row)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "ew-prose-row");
}

GtkWidget *
ew_prose_row_new (const char *title, const char *hint)
{
  EwProseRow *row = g_object_new (EW_TYPE_PROSE_ROW, "title", title, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *label = gtk_label_new (title);

  row->given = g_strdup ("");
  row->hint = gtk_label_new (hint);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (row->hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (row->hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_can_target (row->hint, FALSE);
  gtk_widget_set_valign (row->hint, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "ew-prose-title");
  gtk_widget_add_css_class (row->hint, "dim-label");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), new_view (row));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), row->hint);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (row);
}

GtkWidget *
ew_prose_row_focus (EwProseRow *row)
{
  g_return_val_if_fail (EW_IS_PROSE_ROW (row), NULL);

  return row->view;
}

void
ew_prose_row_set_text (EwProseRow *row, const char *text)
{
  bool is_endless;
  g_autofree char *shown = NULL;

  g_return_if_fail (EW_IS_PROSE_ROW (row) && text != NULL);

  is_endless = strlen (text) > LENGTH_MAX;
  g_free (row->given);
  row->given = g_strdup (text);
  shown = g_utf8_make_valid (text, (gssize) MIN (strlen (text), LENGTH_MAX));
  gtk_text_buffer_set_text (buffer_of (row), shown, -1);
  gtk_text_buffer_set_modified (buffer_of (row), FALSE);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (row->view), !is_endless);
}

char *
ew_prose_row_text (EwProseRow *row)
{
  GtkTextIter start, end;

  g_return_val_if_fail (EW_IS_PROSE_ROW (row), NULL);

  if (!gtk_text_buffer_get_modified (buffer_of (row)))
    return g_strdup (row->given);
  gtk_text_buffer_get_bounds (buffer_of (row), &start, &end);
  return g_strstrip (
      gtk_text_buffer_get_text (buffer_of (row), &start, &end, TRUE));
}
