#include "ew-biography.h"

#include "ew-ago.h"
#include "ew-avatar.h"
#include "ew-session-past.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

/* Whoever walks from object to object does not ask about each; ms. */
#define REST 150
/* More deeds than anyone reads; the newest, and the first. */
#define ROWS_MAX 30

struct _EwBiography {
  GtkWidget parent;
  EwSession *session;
  char *board, *object;
  char *told; /* the tip that the rows are of; NULL: to be read */
  guint rest; /* timeout, or 0 */
  GCancellable *reading;
  bool wants_focus; /* as soon as there is a row */

  GtkWidget *box, *list, *none;
};

G_DEFINE_FINAL_TYPE (EwBiography, ew_biography, GTK_TYPE_WIDGET)

/* --- One deed ------------------------------------------------------------- */

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
/* What was made a second time had been deleted. */
static char *
sentence_of (const EwDeed *deed, bool is_first)
{
  static const char *const formats[] = {
    [EW_DEED_MADE] = N_ ("%s brought it back"),
    [EW_DEED_WORDED] = N_ ("%s reworded it"),
    [EW_DEED_MOVED] = N_ ("%s moved it"),
    [EW_DEED_CHANGED] = N_ ("%s changed its look"),
    [EW_DEED_DELETED] = N_ ("%s deleted it"),
  };
  const char *format = is_first && deed->what == EW_DEED_MADE
                           ? N_ ("%s made this")
                           : formats[deed->what];

  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, format), deed->who);
}
#pragma GCC diagnostic pop

static GtkWidget *
new_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
new_words (const char *what, const char *when)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption = new_line (when);

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), new_line (what));
  gtk_box_append (GTK_BOX (box), caption);
  return box;
}

static GtkWidget *
new_row (const EwDeed *deed, bool is_first)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *avatar = ew_avatar_new_small (deed->who);
  g_autofree char *what = sentence_of (deed, is_first);
  g_autofree char *when =
      ew_ago_format (deed->time, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *name = g_strdup_printf ("%s, %s", what, when);

  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), new_words (what, when));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _ ("Show the board as it was then"));
  gtk_widget_add_css_class (row, "ew-deed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "rev", g_strdup (deed->rev), g_free);
  /* Translators: which version of a board is shown: what was done, and when. */
  g_object_set_data_full (
      G_OBJECT (row), "sentence",
      g_strdup_printf (_ ("%1$s, %2$s — read-only"), what, when), g_free);
  return row;
}

/* --- All of them ---------------------------------------------------------- */

static void
clear (EwBiography *biography)
{
  GtkListBox *list = GTK_LIST_BOX (biography->list);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_widget_hide (biography->list);
  gtk_widget_hide (biography->none);
}

static void
fill (EwBiography *biography, GPtrArray *deeds)
{
  for (guint i = 0; i < deeds->len; i++) {
    bool is_first = i == deeds->len - 1;

    if (i < ROWS_MAX || is_first)
      gtk_list_box_append (GTK_LIST_BOX (biography->list),
                           new_row (deeds->pdata[i], is_first));
  }
  gtk_widget_set_visible (biography->list, deeds->len > 0);
  gtk_widget_set_visible (biography->none, deeds->len == 0);
}

void
ew_biography_focus (EwBiography *biography)
{
  GtkListBoxRow *row;

  g_return_if_fail (EW_IS_BIOGRAPHY (biography));

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (biography->list), 0);
  biography->wants_focus = row == NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* --- Reading -------------------------------------------------------------- */

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwBiography) biography = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deeds =
      ew_session_biography_finish (EW_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      biography->box == NULL)
    return;
  g_clear_object (&biography->reading);
  clear (biography);
  if (deeds == NULL)
    return;
  fill (biography, deeds);
  if (biography->wants_focus)
    ew_biography_focus (biography);
}

static void
stop (EwBiography *biography)
{
  g_clear_handle_id (&biography->rest, g_source_remove);
  g_cancellable_cancel (biography->reading);
  g_clear_object (&biography->reading);
}

static gboolean
rest_cb (gpointer data)
{
  EwBiography *biography = data;

  biography->rest = 0;
  g_free (biography->told);
  biography->told = g_strdup (ew_session_tip (biography->session));
  biography->reading = g_cancellable_new ();
  ew_session_biography_async (biography->session, biography->board,
                              biography->object, biography->reading, told_cb,
                              g_object_ref (biography));
  return G_SOURCE_REMOVE;
}

static void
refresh (EwBiography *biography)
{
  if (biography->object == NULL || biography->session == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (biography)) ||
      g_strcmp0 (biography->told, ew_session_tip (biography->session)) == 0)
    return;
  stop (biography);
  biography->rest = g_timeout_add (REST, rest_cb, biography);
}

void
ew_biography_show (EwBiography *biography, EwSession *session,
                   const char *board, const char *object)
{
  g_return_if_fail (EW_IS_BIOGRAPHY (biography));

  if (biography->session != session) {
    if (biography->session != NULL)
      g_signal_handlers_disconnect_by_data (biography->session, biography);
    g_set_object (&biography->session, session);
    if (session != NULL)
      g_signal_connect_object (session, "state-changed", G_CALLBACK (refresh),
                               biography, G_CONNECT_SWAPPED);
  }
  if (g_strcmp0 (biography->board, board) == 0 &&
      g_strcmp0 (biography->object, object) == 0)
    return;
  stop (biography);
  clear (biography);
  g_clear_pointer (&biography->told, g_free);
  g_free (biography->board);
  g_free (biography->object);
  biography->board = g_strdup (board);
  biography->object = g_strdup (object);
  biography->wants_focus = false;
  refresh (biography);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EwBiography *biography)
{
  g_signal_emit_by_name (
      biography, "open", g_object_get_data (G_OBJECT (row), "rev"),
      g_object_get_data (G_OBJECT (row), "sentence"), biography->object);
}

/* --- The widget ----------------------------------------------------------- */

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ew_biography_parent_class)->map (widget);
  refresh (EW_BIOGRAPHY (widget));
}

static void
dispose (GObject *object)
{
  EwBiography *biography = EW_BIOGRAPHY (object);

  stop (biography);
  g_clear_object (&biography->session);
  g_clear_pointer (&biography->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_biography_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  EwBiography *biography = EW_BIOGRAPHY (object);

  g_free (biography->board);
  g_free (biography->object);
  g_free (biography->told);
  G_OBJECT_CLASS (ew_biography_parent_class)->finalize (object);
}

static void
ew_biography_class_init (EwBiographyClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  GTK_WIDGET_CLASS (class)->map = map;
  g_signal_new ("open", EW_TYPE_BIOGRAPHY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING,
                G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_list (EwBiography *biography)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who and When"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb),
                           biography, 0);
  return list;
}

static void
ew_biography_init (EwBiography *biography)
{
  GtkWidget *title = gtk_label_new (_ ("Who and When"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  biography->list = new_list (biography);
  biography->none = gtk_label_new (_ ("Not in the history yet"));
  gtk_label_set_xalign (GTK_LABEL (biography->none), 0);
  gtk_widget_add_css_class (biography->none, "dim-label");
  biography->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (biography->box), title);
  gtk_box_append (GTK_BOX (biography->box), biography->none);
  gtk_box_append (GTK_BOX (biography->box), biography->list);
  gtk_widget_set_parent (biography->box, GTK_WIDGET (biography));
  gtk_widget_add_css_class (GTK_WIDGET (biography), "ew-details");
  clear (biography);
}

GtkWidget *
ew_biography_new (void)
{
  return g_object_new (EW_TYPE_BIOGRAPHY, NULL);
}
