#include "ew-choice-popover.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

/* With more than these, one types instead of looking. */
#define FEW 8

struct _EwChoicePopover {
  GtkPopover parent;
  GtkWidget *heading, *search, *list, *nothing;
  guint n_choices;
};

G_DEFINE_FINAL_TYPE (EwChoicePopover, ew_choice_popover, GTK_TYPE_POPOVER)

static void
choose (EwChoicePopover *popover, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  g_object_ref (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit_by_name (popover, "chosen", id);
  g_object_unref (popover);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row,
                  EwChoicePopover *popover)
{
  choose (popover, row);
}

/* --- Narrowing ------------------------------------------------------------ */

static gboolean
is_wanted (GtkListBoxRow *row, gpointer data)
{
  EwChoicePopover *popover = data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (popover->search));
  g_autofree char *wanted = g_utf8_casefold (words, -1);
  const char *title = g_object_get_data (G_OBJECT (row), "title");

  return strstr (title, wanted) != NULL;
}

static void
search_changed_cb (GtkWidget *search, EwChoicePopover *popover)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (popover->list));
}

/* Enter takes the first that is left. */
static void
search_activate_cb (GtkWidget *search, EwChoicePopover *popover)
{
  GtkWidget *row = gtk_widget_get_first_child (popover->list);

  while (row != NULL && !gtk_widget_get_child_visible (row))
    row = gtk_widget_get_next_sibling (row);
  if (GTK_IS_LIST_BOX_ROW (row))
    choose (popover, GTK_LIST_BOX_ROW (row));
}

static void
map (GtkWidget *widget)
{
  EwChoicePopover *popover = EW_CHOICE_POPOVER (widget);
  GtkWidget *first = gtk_widget_get_first_child (popover->list);

  GTK_WIDGET_CLASS (ew_choice_popover_parent_class)->map (widget);
  if (popover->n_choices > FEW)
    gtk_widget_grab_focus (popover->search);
  else if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
ew_choice_popover_class_init (EwChoicePopoverClass *class)
{
  GTK_WIDGET_CLASS (class)->map = map;
  g_signal_new ("chosen", EW_TYPE_CHOICE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_nothing (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  return label;
}

static GtkWidget *
new_list (EwChoicePopover *popover)
{
  GtkWidget *list = gtk_list_box_new ();

  popover->nothing = new_nothing ();
  gtk_widget_add_css_class (list, "ew-choices");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), popover->nothing);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb),
                           popover, 0);
  return list;
}

static GtkWidget *
new_search (EwChoicePopover *popover)
{
  GtkWidget *search = gtk_search_entry_new ();

  gtk_widget_hide (search);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  g_signal_connect_object (search, "changed", G_CALLBACK (search_changed_cb),
                           popover, 0);
  g_signal_connect_object (search, "activate", G_CALLBACK (search_activate_cb),
                           popover, 0);
  return search;
}

static void
ew_choice_popover_init (EwChoicePopover *popover)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  popover->heading =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "margin-start", 6, NULL);
  gtk_widget_add_css_class (popover->heading, "heading");
  popover->search = new_search (popover);
  popover->list = new_list (popover);
  g_object_set (scroller, "child", popover->list, "hscrollbar-policy",
                GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", 320, "width-request", 220, NULL);
  gtk_widget_add_css_class (box, "ew-popover");
  gtk_box_append (GTK_BOX (box), popover->heading);
  gtk_box_append (GTK_BOX (box), popover->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
}

GtkWidget *
ew_choice_popover_new (const char *heading, const char *nothing)
{
  EwChoicePopover *popover = g_object_new (EW_TYPE_CHOICE_POPOVER, NULL);

  gtk_label_set_label (GTK_LABEL (popover->heading), heading);
  gtk_label_set_label (GTK_LABEL (popover->nothing), nothing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  return GTK_WIDGET (popover);
}

/* A long list can be searched from the first word on. */
static void
count_choice (EwChoicePopover *popover)
{
  if (++popover->n_choices != FEW + 1)
    return;
  gtk_widget_show (popover->search);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (popover->list), is_wanted,
                                popover, NULL);
}

void
ew_choice_popover_add (EwChoicePopover *popover, const char *id,
                       const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label;

  g_return_if_fail (EW_IS_CHOICE_POPOVER (popover));
  g_return_if_fail (id != NULL && title != NULL);

  label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0,
                        "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 36,
                        "margin-top", 6, "margin-bottom", 6, "margin-start", 6,
                        "margin-end", 6, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (row), "title", g_utf8_casefold (title, -1),
                          g_free);
  gtk_list_box_append (GTK_LIST_BOX (popover->list), row);
  count_choice (popover);
}
