#include "ew-caption-composer.h"

#include "ew-captions.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

struct _EwCaptionComposer {
  GtkWidget parent;
  GtkWidget *box, *time, *words;
  gint64 next; /* ms */
  bool is_writing; /* the time of what is added stands still */
};

G_DEFINE_FINAL_TYPE (EwCaptionComposer, ew_caption_composer, GTK_TYPE_WIDGET)

static guint add_signal;

static const char *
text_in (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
show_next (EwCaptionComposer *composer)
{
  g_autofree char *time = ew_caption_time_format (composer->next);

  if (!composer->is_writing && !g_str_equal (text_in (composer->time), time))
    gtk_editable_set_text (GTK_EDITABLE (composer->time), time);
}

static void
words_changed_cb (EwCaptionComposer *composer)
{
  composer->is_writing = *text_in (composer->words) != '\0';
  show_next (composer);
}

static void
time_typed_cb (EwCaptionComposer *composer)
{
  GtkEditable *inner =
      gtk_editable_get_delegate (GTK_EDITABLE (composer->time));

  if (gtk_widget_has_focus (GTK_WIDGET (inner)))
    composer->is_writing = true;
}

static void
add_cb (EwCaptionComposer *composer)
{
  g_autofree char *words = g_strdup (text_in (composer->words));
  gint64 ms;

  if (*g_strstrip (words) == '\0')
    return;
  if (!ew_caption_time_parse (text_in (composer->time), &ms))
    ms = composer->next;
  ew_caption_composer_clear (composer);
  g_signal_emit (composer, add_signal, 0, ms, words);
}

/* --- The widget --------------------------------------------------------- */

static void
dispose (GObject *object)
{
  EwCaptionComposer *composer = EW_CAPTION_COMPOSER (object);

  g_clear_pointer (&composer->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_caption_composer_parent_class)->dispose (object);
}

static void
ew_caption_composer_class_init (EwCaptionComposerClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  add_signal = g_signal_new ("add", G_TYPE_FROM_CLASS (class),
                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
add_entry (EwCaptionComposer *composer, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  set_name (entry, name);
  gtk_box_append (GTK_BOX (composer->box), entry);
  return entry;
}

static void
ew_caption_composer_init (EwCaptionComposer *composer)
{
  composer->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (composer->box, "ew-caption-composer");
  gtk_widget_set_parent (composer->box, GTK_WIDGET (composer));
  composer->time = add_entry (composer, _ ("Time of what is added"));
  gtk_editable_set_width_chars (GTK_EDITABLE (composer->time), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (composer->time), 8);
  gtk_widget_add_css_class (composer->time, "numeric");
  composer->words = add_entry (composer, _ ("Add what is said"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (composer->words),
                                  _ ("Add what is said"));
  gtk_widget_set_hexpand (composer->words, TRUE);
  g_signal_connect_object (composer->time, "changed",
                           G_CALLBACK (time_typed_cb), composer,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (composer->words, "changed",
                           G_CALLBACK (words_changed_cb), composer,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (composer->words, "activate", G_CALLBACK (add_cb),
                           composer, G_CONNECT_SWAPPED);
}

GtkWidget *
ew_caption_composer_new (GMenuModel *menu)
{
  EwCaptionComposer *composer = g_object_new (EW_TYPE_CAPTION_COMPOSER, NULL);
  GtkWidget *more = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), menu);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_tooltip_text (more, _ ("More"));
  set_name (more, _ ("More"));
  gtk_box_append (GTK_BOX (composer->box), more);
  return GTK_WIDGET (composer);
}

void
ew_caption_composer_set_next (EwCaptionComposer *composer, gint64 ms)
{
  g_return_if_fail (EW_IS_CAPTION_COMPOSER (composer));

  composer->next = ms;
  show_next (composer);
}

void
ew_caption_composer_clear (EwCaptionComposer *composer)
{
  g_return_if_fail (EW_IS_CAPTION_COMPOSER (composer));

  gtk_editable_set_text (GTK_EDITABLE (composer->words), "");
}

void
ew_caption_composer_write (EwCaptionComposer *composer)
{
  g_return_if_fail (EW_IS_CAPTION_COMPOSER (composer));

  gtk_widget_grab_focus (composer->words);
}
