#include "ew-catch-up-bar.h"

#include "ew-news-words.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

struct _EwCatchUpBar {
  GtkWidget parent;

  GtkWidget *box, *where, *what, *words;
  GtkWidget *previous, *next, *reply, *later, *done, *close;
};

G_DEFINE_FINAL_TYPE (EwCatchUpBar, ew_catch_up_bar, GTK_TYPE_WIDGET)

/* --- What its buttons and keys say ---------------------------------------- */

static void
next_cb (EwCatchUpBar *bar)
{
  g_signal_emit_by_name (bar, "step", 1);
}

static void
previous_cb (EwCatchUpBar *bar)
{
  g_signal_emit_by_name (bar, "step", -1);
}

static void
reply_cb (EwCatchUpBar *bar)
{
  g_signal_emit_by_name (bar, "reply");
}

static void
later_cb (EwCatchUpBar *bar)
{
  g_signal_emit_by_name (bar, "later");
}

static void
done_cb (EwCatchUpBar *bar)
{
  g_signal_emit_by_name (bar, "done");
}

static void
close_cb (EwCatchUpBar *bar)
{
  g_signal_emit_by_name (bar, "close");
}

static GtkWidget *
button_for (EwCatchUpBar *bar, guint key)
{
  switch (key) {
  case GDK_KEY_n:
  case GDK_KEY_Right:
    return bar->next;
  case GDK_KEY_p:
  case GDK_KEY_Left:
    return bar->previous;
  case GDK_KEY_r:
    return bar->reply;
  case GDK_KEY_s:
    return bar->later;
  case GDK_KEY_d:
    return bar->done;
  case GDK_KEY_Escape:
    return bar->close;
  default:
    return NULL;
  }
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code,
        GdkModifierType state, EwCatchUpBar *bar)
{
  GtkWidget *button = button_for (bar, key);

  if (button == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) ||
      !gtk_widget_is_sensitive (button) || !gtk_widget_get_visible (button))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (button, "clicked");
  return GDK_EVENT_STOP;
}

/* --- What it shows -------------------------------------------------------- */

static void
set_line (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

static char *
sentence (const EwStop *stop)
{
  return stop->news ? ew_news_sentence (stop->news)
                    : ew_inbox_headline (stop->item);
}

static void
show_buttons (EwCatchUpBar *bar, bool has_thread, bool is_end)
{
  gtk_widget_set_visible (bar->reply, has_thread);
  gtk_widget_set_visible (bar->later, !is_end);
  gtk_widget_set_visible (bar->done, !is_end);
  gtk_widget_set_visible (bar->next, !is_end);
}

void
ew_catch_up_bar_show (EwCatchUpBar *bar, const EwStop *stop, guint index,
                      guint n)
{
  g_autofree char *what = sentence (stop);
  g_autofree char *where = g_strdup_printf (
      /* Translators: the board, and which of how many stops. */
      _ ("%s · %u of %u"), *stop->title ? stop->title : _ ("Untitled Board"),
      index + 1, n);

  g_return_if_fail (EW_IS_CATCH_UP_BAR (bar));

  set_line (bar->where, where);
  set_line (bar->what, what);
  set_line (bar->words, stop->item ? stop->item->text : "");
  show_buttons (bar, stop->item != NULL && *stop->item->thread != '\0', false);
  gtk_widget_set_sensitive (bar->previous, index > 0);
  gtk_widget_show (GTK_WIDGET (bar));
}

void
ew_catch_up_bar_show_end (EwCatchUpBar *bar, guint n)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("You have seen %u change.", "You have seen all %u changes.", n),
      n);

  g_return_if_fail (EW_IS_CATCH_UP_BAR (bar));

  set_line (bar->where, "");
  set_line (bar->what, _ ("All caught up"));
  set_line (bar->words, words);
  show_buttons (bar, false, true);
  gtk_widget_set_sensitive (bar->previous, TRUE);
  gtk_widget_show (GTK_WIDGET (bar));
}

void
ew_catch_up_bar_focus (EwCatchUpBar *bar)
{
  g_return_if_fail (EW_IS_CATCH_UP_BAR (bar));

  gtk_widget_grab_focus (gtk_widget_get_visible (bar->next) ? bar->next
                                                            : bar->close);
}

/* --- The widget ----------------------------------------------------------- */

static void
dispose (GObject *object)
{
  g_clear_pointer (&EW_CATCH_UP_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_catch_up_bar_parent_class)->dispose (object);
}

static void
ew_catch_up_bar_class_init (EwCatchUpBarClass *class)
{
  static const char *const plain[] = { "reply", "later", "done", "close" };

  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("step", EW_TYPE_CATCH_UP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_signal_new (plain[i], EW_TYPE_CATCH_UP_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class),
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_line (EwCatchUpBar *bar, GtkWidget *column, const char *class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (column), label);
  return label;
}

static GtkWidget *
new_words (EwCatchUpBar *bar)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  bar->where = new_line (bar, column, "caption");
  bar->what = new_line (bar, column, "heading");
  bar->words = new_line (bar, column, NULL);
  gtk_widget_add_css_class (bar->where, "dim-label");
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  return column;
}

static GtkWidget *
new_button (EwCatchUpBar *bar, const char *icon, const char *name,
            const char *key, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *tip = g_strdup_printf ("%s (%s)", name, key);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, bar, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar->box), button);
  return button;
}

static void
add_buttons (EwCatchUpBar *bar)
{
  bar->reply = new_button (bar, "mail-reply-sender-symbolic", _ ("Reply"), "R",
                           G_CALLBACK (reply_cb));
  bar->later = new_button (bar, "alarm-symbolic", _ ("In an Hour"), "S",
                           G_CALLBACK (later_cb));
  bar->done = new_button (bar, "object-select-symbolic", _ ("Done"), "D",
                          G_CALLBACK (done_cb));
  bar->previous = new_button (bar, "go-previous-symbolic", _ ("Previous Stop"),
                              "P", G_CALLBACK (previous_cb));
  bar->next = new_button (bar, "go-next-symbolic", _ ("Next Stop"), "N",
                          G_CALLBACK (next_cb));
  bar->close = new_button (bar, "window-close-symbolic", _ ("End Catching Up"),
                           "Esc", G_CALLBACK (close_cb));
}

static void
ew_catch_up_bar_init (EwCatchUpBar *bar)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  bar->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_box_append (GTK_BOX (bar->box), new_words (bar));
  add_buttons (bar);
  gtk_widget_set_parent (bar->box, GTK_WIDGET (bar));
  gtk_widget_add_css_class (GTK_WIDGET (bar), "ew-floating");
  gtk_widget_add_css_class (GTK_WIDGET (bar), "sheet");
  gtk_widget_add_css_class (GTK_WIDGET (bar), "ew-banner");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Catch Up"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), bar, 0);
  gtk_widget_add_controller (GTK_WIDGET (bar), keys);
  gtk_widget_hide (GTK_WIDGET (bar));
}

GtkWidget *
ew_catch_up_bar_new (void)
{
  return g_object_new (EW_TYPE_CATCH_UP_BAR, NULL);
}
