#include "ew-reaction-popover.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *emoji, *name;
} quick[] = {
  { "👍", N_ ("Thumbs Up") },   { "❤️", N_ ("Heart") },
  { "🎉", N_ ("Hooray") },      { "😄", N_ ("Laugh") },
  { "🤔", N_ ("Thinking") }, { "👀", N_ ("Looking") },
};

struct _EwReactionPopover {
  GtkPopover parent;
  GtkWidget *box, *first;
};

G_DEFINE_FINAL_TYPE (EwReactionPopover, ew_reaction_popover, GTK_TYPE_POPOVER)

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ew_reaction_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (EW_REACTION_POPOVER (widget)->first);
}

static void
ew_reaction_popover_class_init (EwReactionPopoverClass *class)
{
  GTK_WIDGET_CLASS (class)->map = map;
  g_signal_new ("chosen", EW_TYPE_REACTION_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("more", EW_TYPE_REACTION_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 0);
}

static void
clicked_cb (GtkWidget *button, EwReactionPopover *popover)
{
  g_object_ref (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit_by_name (popover, "chosen", gtk_widget_get_name (button));
  g_object_unref (popover);
}

static void
more_cb (GtkWidget *button, EwReactionPopover *popover)
{
  g_object_ref (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit_by_name (popover, "more");
  g_object_unref (popover);
}

static void
dress (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ew-emoji");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
add_quick (EwReactionPopover *popover, const char *emoji, const char *name,
           gboolean has)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (emoji);

  gtk_widget_set_name (button, emoji);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), has);
  dress (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), popover,
                           0);
  gtk_box_append (GTK_BOX (popover->box), button);
  return button;
}

static void
add_more (EwReactionPopover *popover)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  dress (button, _ ("More Emoji…"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), popover, 0);
  gtk_box_append (GTK_BOX (popover->box), button);
}

static void
ew_reaction_popover_init (EwReactionPopover *popover)
{
  popover->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_popover_set_child (GTK_POPOVER (popover), popover->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("React with an Emoji"), -1);
}

GtkWidget *
ew_reaction_popover_new (EwReactionHas has, gpointer data)
{
  EwReactionPopover *popover = g_object_new (EW_TYPE_REACTION_POPOVER, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (quick); i++) {
    GtkWidget *button = add_quick (popover, quick[i].emoji,
                                   g_dgettext (GETTEXT_PACKAGE, quick[i].name),
                                   has (quick[i].emoji, data));

    if (i == 0)
      popover->first = button;
  }
  add_more (popover);
  return GTK_WIDGET (popover);
}
