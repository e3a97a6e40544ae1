#include "ew-clash-button.h"

#include "ew-object-member.h"
#include "ew-verbs.h"
#include "ew-words.h"

#include <glib/gi18n-lib.h>

struct _EwClashButton {
  GtkWidget parent;
  GtkWidget *button, *list;
};

G_DEFINE_FINAL_TYPE (EwClashButton, ew_clash_button, GTK_TYPE_WIDGET)

static void
dispose (GObject *object)
{
  EwClashButton *self = EW_CLASH_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_clash_button_parent_class)->dispose (object);
}

static void
ew_clash_button_class_init (EwClashButtonClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("settle", EW_TYPE_CLASH_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_popover (GtkWidget *list)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *title =
      g_object_new (GTK_TYPE_LABEL, "label",
                    _ ("Two people rewrote this at once"), "xalign", 0.0, NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (list, "ew-popover");
  gtk_widget_set_size_request (list, 260, -1);
  gtk_box_append (GTK_BOX (list), title);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  return popover;
}

static void
ew_clash_button_init (EwClashButton *self)
{
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button),
                                 "ew-clash-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button),
                               new_popover (self->list));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "ew-clash");
  gtk_widget_set_tooltip_text (self->button, _ ("Two versions"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Two versions"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
ew_clash_button_new (void)
{
  return g_object_new (EW_TYPE_CLASH_BUTTON, NULL);
}

/* What each choice does is kept on its button. */
static GQuark
how_quark (void)
{
  return g_quark_from_static_string ("ew-settle");
}

static void
chosen_cb (GtkWidget *choice, EwClashButton *self)
{
  g_autofree char *key = g_strdup (gtk_widget_get_name (choice));
  int how =
      GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (choice), how_quark ()));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit_by_name (self, "settle", key, how);
}

static void
add_choice (EwClashButton *self, GtkWidget *choices, const char *label,
            const char *key, EwSettle how)
{
  GtkWidget *choice = gtk_button_new_with_label (label);

  gtk_widget_set_name (choice, key);
  g_object_set_qdata (G_OBJECT (choice), how_quark (), GINT_TO_POINTER (how));
  g_signal_connect_object (choice, "clicked", G_CALLBACK (chosen_cb), self, 0);
  gtk_box_append (GTK_BOX (choices), choice);
}

static void
add_words (GtkWidget *box, const char *caption, const char *text)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", caption, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), ew_words_new (text));
}

static GtkWidget *
new_version (EwClashButton *self, const EwObject *object, const char *key,
             const EwClash *clash)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_words (box, _ ("On the board"),
             ew_object_member_text (object, clash->member));
  add_words (box, _ ("The other version"), clash->text);
  gtk_widget_set_halign (choices, GTK_ALIGN_END);
  gtk_widget_set_margin_top (choices, 6);
  add_choice (self, choices, _ ("Keep the First"), key, EW_SETTLE_KEEP);
  add_choice (self, choices, _ ("Take the Other"), key, EW_SETTLE_TAKE);
  add_choice (self, choices, _ ("Keep Both"), key, EW_SETTLE_BOTH);
  gtk_box_append (GTK_BOX (box), choices);
  return box;
}

void
ew_clash_button_show (EwClashButton *self, const EwObject *object)
{
  const EwMap *clashes = object != NULL ? object->clash : NULL;
  GtkWidget *title;
  GtkWidget *version;

  g_return_if_fail (EW_IS_CLASH_BUTTON (self));

  title = gtk_widget_get_first_child (self->list);
  while ((version = gtk_widget_get_next_sibling (title)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), version);
  for (guint i = 0; i < ew_map_size (clashes); i++)
    gtk_box_append (GTK_BOX (self->list),
                    new_version (self, object, ew_map_key (clashes, i),
                                 (const EwClash *) ew_map_value (clashes, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), ew_map_size (clashes) > 0);
}

void
ew_clash_button_open (EwClashButton *self)
{
  g_return_if_fail (EW_IS_CLASH_BUTTON (self));
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
