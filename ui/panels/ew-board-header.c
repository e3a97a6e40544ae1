#include "ew-board-header.h"

#include "ew-clash-button.h"
#include "ew-face.h"
#include "ew-intent-words.h"
#include "ew-person.h"
#include "ew-string.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Characters; the form shows all. */
#define SHOWN_MAX 120

struct _EwBoardHeader {
  GtkWidget parent;
  char *driver; /* address and name of the face that is shown, or NULL */
  GtkWidget *box, *face, *button, *purpose, *gap, *due, *due_icon, *wanted,
      *clash;
};

G_DEFINE_FINAL_TYPE (EwBoardHeader, ew_board_header, GTK_TYPE_WIDGET)

static void
dispose (GObject *object)
{
  EwBoardHeader *header = EW_BOARD_HEADER (object);

  g_clear_pointer (&header->box, gtk_widget_unparent);
  g_clear_pointer (&header->driver, g_free);
  G_OBJECT_CLASS (ew_board_header_parent_class)->dispose (object);
}

static void
ew_board_header_class_init (EwBoardHeaderClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("settle", EW_TYPE_BOARD_HEADER, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_label (GtkWidget *line, const char *class, int natural)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), natural);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (line), label);
  return label;
}

static GtkWidget *
new_line (EwBoardHeader *header)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  header->purpose = add_label (line, "purpose", 36);
  header->gap = add_label (line, "gap", 24);
  header->due_icon = gtk_image_new_from_icon_name ("alarm-symbolic");
  gtk_box_append (GTK_BOX (line), header->due_icon);
  header->due = add_label (line, "due", 28);
  header->wanted = add_label (line, "wanted", 26);
  gtk_label_set_ellipsize (GTK_LABEL (header->due), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_text (GTK_LABEL (header->gap), _ ("Nobody drives it yet"));
  return line;
}

static void
settle_cb (EwClashButton *clash, const char *key, int how,
           EwBoardHeader *header)
{
  g_signal_emit_by_name (header, "settle", key, how);
}

static void
ew_board_header_init (EwBoardHeader *header)
{
  header->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  header->face = adw_bin_new ();
  header->button = gtk_button_new ();
  gtk_widget_set_valign (header->face, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (header->button), new_line (header));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (header->button),
                                  "win.board-intent");
  gtk_widget_set_focus_on_click (header->button, FALSE);
  gtk_widget_add_css_class (header->button, "flat");
  gtk_box_append (GTK_BOX (header->box), header->face);
  gtk_box_append (GTK_BOX (header->box), header->button);
  header->clash = ew_clash_button_new ();
  g_signal_connect_object (header->clash, "settle", G_CALLBACK (settle_cb),
                           header, 0);
  gtk_box_append (GTK_BOX (header->box), header->clash);
  gtk_widget_set_parent (header->box, GTK_WIDGET (header));
  gtk_widget_set_halign (GTK_WIDGET (header), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (header), "ew-floating");
  gtk_widget_add_css_class (GTK_WIDGET (header), "ew-intent");
  gtk_widget_hide (GTK_WIDGET (header));
}

GtkWidget *
ew_board_header_new (void)
{
  return g_object_new (EW_TYPE_BOARD_HEADER, NULL);
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

/* A dashed round where a face would be. */
static GtkWidget *
new_gap (void)
{
  GtkWidget *gap = gtk_label_new ("?");

  gtk_widget_add_css_class (gap, "ew-avatar");
  gtk_widget_add_css_class (gap, "nobody");
  return gap;
}

/* A face that stays the same stays: somebody may be reading what it tells. */
static void
show_driver (EwBoardHeader *header, EwSession *session, const EwIntent *intent)
{
  bool is_gap = *intent->driver == '\0';
  g_autofree char *name = ew_person_name (session, intent->driver, NULL);
  g_autofree char *driver = g_strconcat (intent->driver, "\n", name, NULL);

  gtk_widget_set_visible (header->gap, is_gap);
  if (g_strcmp0 (driver, header->driver) == 0)
    return;
  g_free (header->driver);
  header->driver = g_steal_pointer (&driver);
  adw_bin_set_child (ADW_BIN (header->face),
                     is_gap ? new_gap ()
                            : ew_face_button_new (session, intent->driver, NULL,
                                                  EW_FACE_NORMAL));
}

static void
show_due (EwBoardHeader *header, const EwIntent *intent, gint64 now)
{
  g_autofree char *due = ew_intent_due_words (intent, now);
  bool is_overdue = ew_intent_is_overdue (intent, now);

  set_text (header->due, due);
  gtk_widget_set_visible (header->due_icon, is_overdue);
  if (is_overdue)
    gtk_widget_add_css_class (header->button, "overdue");
  else
    gtk_widget_remove_css_class (header->button, "overdue");
}

void
ew_board_header_show (EwBoardHeader *header, EwSession *session,
                      const EwObject *self)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  EwIntent intent = ew_intent_of (self);
  g_autofree char *purpose = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *words = NULL;
  bool is_shown;

  g_return_if_fail (EW_IS_BOARD_HEADER (header));

  /* Also what two rewrote at once, were it the title. */
  is_shown = ew_intent_is_stated (&intent) ||
             (self != NULL && ew_map_size (self->clash) > 0);
  gtk_widget_set_visible (GTK_WIDGET (header), is_shown);
  ew_clash_button_show (EW_CLASH_BUTTON (header->clash), self);
  if (!is_shown)
    return;
  purpose = ew_string_excerpt (intent.purpose, SHOWN_MAX);
  wanted = ew_string_excerpt (intent.wanted, SHOWN_MAX);
  words = ew_intent_words (&intent, session, now);
  set_text (header->purpose, purpose);
  set_text (header->wanted, wanted);
  show_due (header, &intent, now);
  show_driver (header, session, &intent);
  gtk_widget_set_tooltip_text (header->button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (header->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
