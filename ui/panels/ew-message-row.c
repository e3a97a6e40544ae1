#include "ew-message-row.h"

#include "ew-ago.h"
#include "ew-composer.h"
#include "ew-face.h"
#include "ew-words.h"

#include <glib/gi18n-lib.h>

struct _EwMessageRow {
  GtkWidget parent;
  EwSession *session;
  EwMessageRowFlags flags;
  char *text; /* as it reads now */

  GtkWidget *box, *column, *time, *earlier, *words, *history;
  GtkWidget *pencil; /* of one's own, or NULL */
  GtkWidget *composer; /* while it is reworded, or NULL */
};

G_DEFINE_FINAL_TYPE (EwMessageRow, ew_message_row, GTK_TYPE_WIDGET)

static gint64
now_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static GtkWidget *
new_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* --- What was said before ------------------------------------------------- */

static void
add_wording (EwMessageRow *row, const char *text, gint64 at)
{
  g_autofree char *ago = ew_ago_format (at, now_seconds ());
  GtkWidget *time = new_label (ago, "time");
  GtkWidget *words = ew_words_new (*text ? text : _ ("(taken back)"));

  gtk_label_set_xalign (GTK_LABEL (time), 0);
  gtk_box_append (GTK_BOX (row->history), time);
  gtk_box_append (GTK_BOX (row->history), words);
}

static void
show_history (EwMessageRow *row, const EwMessage *message)
{
  g_autoptr (GPtrArray) editions = ew_message_editions (message);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (row->history)) != NULL)
    gtk_box_remove (GTK_BOX (row->history), child);
  gtk_widget_set_visible (row->earlier, editions->len > 0);
  if (editions->len == 0)
    return;
  add_wording (row, message->text, message->at);
  for (guint i = 0; i + 1 < editions->len; i++) {
    const EwEdition *edition = g_ptr_array_index (editions, i);

    add_wording (row, edition->text, edition->at);
  }
}

/* --- Saying it better ----------------------------------------------------- */

static void
close_composer (EwMessageRow *row)
{
  if (row->composer == NULL)
    return;
  gtk_box_remove (GTK_BOX (row->column), g_steal_pointer (&row->composer));
  gtk_widget_show (row->words);
  gtk_widget_grab_focus (row->pencil);
}

static void
send_cb (EwComposer *composer, const char *text, EwMessageRow *row)
{
  g_autofree char *said = g_strdup (text);
  bool changed = !g_str_equal (said, row->text);

  close_composer (row);
  if (changed)
    g_signal_emit_by_name (row, "reworded", said);
}

static void
cancel_cb (EwComposer *composer, EwMessageRow *row)
{
  close_composer (row);
}

static void
reword_cb (GtkButton *button, EwMessageRow *row)
{
  if (row->composer == NULL) {
    row->composer = g_object_new (EW_TYPE_COMPOSER, NULL);
    ew_composer_set_session (EW_COMPOSER (row->composer), row->session);
    gtk_widget_remove_css_class (row->composer, "ew-thread-card");
    gtk_widget_remove_css_class (row->composer, "current");
    g_signal_connect_object (row->composer, "send", G_CALLBACK (send_cb), row,
                             0);
    g_signal_connect_object (row->composer, "cancel", G_CALLBACK (cancel_cb),
                             row, 0);
    gtk_box_append (GTK_BOX (row->column), row->composer);
    gtk_widget_hide (row->words);
  }
  ew_composer_start (EW_COMPOSER (row->composer), _ ("In other words"),
                     row->text);
}

static void
take_back_cb (GtkButton *button, EwMessageRow *row)
{
  g_signal_emit_by_name (row, "reworded", "");
}

/* --- The widget ----------------------------------------------------------- */

static GtkWidget *
new_button (EwMessageRow *row, const char *icon, const char *name,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ew-quiet");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, row, 0);
  return button;
}

static GtkWidget *
new_earlier (EwMessageRow *row)
{
  GtkWidget *earlier = gtk_toggle_button_new_with_label (_ ("reworded"));

  gtk_widget_add_css_class (earlier, "flat");
  gtk_widget_add_css_class (earlier, "ew-quiet");
  gtk_widget_add_css_class (earlier, "time");
  gtk_widget_set_tooltip_text (earlier, _ ("What was said before"));
  g_object_bind_property (earlier, "active", row->history, "visible",
                          G_BINDING_SYNC_CREATE);
  return earlier;
}

static GtkWidget *
new_byline (EwMessageRow *row, const EwMessage *message)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *author = *message->author ? message->author : _ ("Somebody");

  row->time = new_label ("", "time");
  row->earlier = new_earlier (row);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (line), new_label (author, "author"));
  gtk_box_append (GTK_BOX (line), row->time);
  gtk_box_append (GTK_BOX (line), row->earlier);
  gtk_box_append (GTK_BOX (line), space);
  if (row->flags & EW_MESSAGE_ROW_MINE) {
    row->pencil = new_button (row, "document-edit-symbolic", _ ("Reword"),
                              G_CALLBACK (reword_cb));
    gtk_box_append (GTK_BOX (line), row->pencil);
    gtk_box_append (GTK_BOX (line),
                    new_button (row, "user-trash-symbolic", _ ("Take Back"),
                                G_CALLBACK (take_back_cb)));
  }
  return line;
}

static void
dispose (GObject *object)
{
  EwMessageRow *row = EW_MESSAGE_ROW (object);

  g_clear_pointer (&row->box, gtk_widget_unparent);
  g_clear_pointer (&row->text, g_free);
  g_clear_object (&row->session);
  G_OBJECT_CLASS (ew_message_row_parent_class)->dispose (object);
}

static void
ew_message_row_class_init (EwMessageRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("reworded", EW_TYPE_MESSAGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static void
ew_message_row_init (EwMessageRow *row)
{
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  row->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  row->history = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  row->words = ew_words_new ("");
  gtk_widget_set_hexpand (row->column, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "ew-message");
  gtk_widget_add_css_class (row->history, "ew-earlier");
  gtk_widget_set_parent (row->box, GTK_WIDGET (row));
}

GtkWidget *
ew_message_row_new (EwSession *session, const EwMessage *message,
                    EwMessageRowFlags flags)
{
  EwMessageRow *row = g_object_new (EW_TYPE_MESSAGE_ROW, NULL);

  row->session = g_object_ref (session);
  row->flags = flags;
  gtk_box_append (GTK_BOX (row->box),
                  ew_face_button_new (session, message->email, message->author,
                                      flags & EW_MESSAGE_ROW_FIRST
                                          ? EW_FACE_NORMAL
                                          : EW_FACE_SMALL));
  gtk_box_append (GTK_BOX (row->column), new_byline (row, message));
  gtk_box_append (GTK_BOX (row->column), row->words);
  gtk_box_append (GTK_BOX (row->column), row->history);
  gtk_box_append (GTK_BOX (row->box), row->column);
  ew_message_row_update (row, message);
  return GTK_WIDGET (row);
}

void
ew_message_row_update (EwMessageRow *row, const EwMessage *message)
{
  g_autofree char *ago = ew_ago_format (message->at, now_seconds ());
  const char *text = ew_message_text (message);

  g_return_if_fail (EW_IS_MESSAGE_ROW (row));

  g_free (row->text);
  row->text = g_strdup (text);
  gtk_label_set_text (GTK_LABEL (row->time), ago);
  ew_words_set (GTK_LABEL (row->words), *text ? text : _ ("(taken back)"));
  if (*text)
    gtk_widget_remove_css_class (row->words, "dim-label");
  else
    gtk_widget_add_css_class (row->words, "dim-label");
  show_history (row, message);
}
