#include "ew-selection-bar.h"

#include "ew-clash-button.h"
#include "ew-palette.h"
#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>

struct _EwSelectionBar {
  GtkWidget parent;
  GtkWidget *box, *swatches, *swatches_end;
  GtkWidget *edit, *open, *comment, *clash;
};

G_DEFINE_FINAL_TYPE (EwSelectionBar, ew_selection_bar, GTK_TYPE_WIDGET)

static void
clicked_cb (GtkWidget *swatch, EwSelectionBar *bar)
{
  g_signal_emit_by_name (bar, "color-chosen", gtk_widget_get_name (swatch));
}

static void
add_swatch (EwSelectionBar *bar, const char *color)
{
  GtkWidget *swatch = gtk_toggle_button_new ();
  g_autofree char *class = g_strconcat ("ew-swatch-", color, NULL);
  const char *title = g_dgettext (GETTEXT_PACKAGE, ew_color_title (color));

  gtk_widget_set_name (swatch, color);
  gtk_widget_add_css_class (swatch, "ew-swatch");
  gtk_widget_add_css_class (swatch, class);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (swatch, FALSE);
  gtk_widget_set_tooltip_text (swatch, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (swatch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (swatch, "clicked", G_CALLBACK (clicked_cb), bar, 0);
  gtk_box_append (GTK_BOX (bar->swatches), swatch);
}

static void
settle_cb (EwClashButton *clash, const char *key, int how, EwSelectionBar *bar)
{
  g_signal_emit_by_name (bar, "settle", key, how);
}

static void
dispose (GObject *object)
{
  EwSelectionBar *bar = EW_SELECTION_BAR (object);

  g_clear_pointer (&bar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_selection_bar_parent_class)->dispose (object);
}

static void
ew_selection_bar_class_init (EwSelectionBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("color-chosen", EW_TYPE_SELECTION_BAR, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("settle", EW_TYPE_SELECTION_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  g_type_ensure (EW_TYPE_CLASH_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/elsewhen/Elsewhen/ui/panels/ew-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EwSelectionBar, box);
  gtk_widget_class_bind_template_child (widget_class, EwSelectionBar, swatches);
  gtk_widget_class_bind_template_child (widget_class, EwSelectionBar,
                                        swatches_end);
  gtk_widget_class_bind_template_child (widget_class, EwSelectionBar, edit);
  gtk_widget_class_bind_template_child (widget_class, EwSelectionBar, open);
  gtk_widget_class_bind_template_child (widget_class, EwSelectionBar, comment);
  gtk_widget_class_bind_template_child (widget_class, EwSelectionBar, clash);
  gtk_widget_class_bind_template_callback (widget_class, settle_cb);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
ew_selection_bar_init (EwSelectionBar *bar)
{
  gtk_widget_init_template (GTK_WIDGET (bar));
  for (guint i = 0; ew_color_names[i] != NULL; i++)
    add_swatch (bar, ew_color_names[i]);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Selection"), -1);
}

GtkWidget *
ew_selection_bar_new (void)
{
  return g_object_new (EW_TYPE_SELECTION_BAR, NULL);
}

/* The colour they all have; "" when they differ, NULL when none has one. */
static const char *
common_color (GPtrArray *objects)
{
  const char *color = NULL;

  for (guint i = 0; i < objects->len; i++) {
    const EwObject *object = g_ptr_array_index (objects, i);
    const char *own;

    if (ew_kind_find_field (object->kind, "color") == NULL)
      continue;
    own = ew_object_get_string (object, "color");
    color = color == NULL || g_str_equal (color, own) ? own : "";
  }
  return color;
}

static void
show_color (EwSelectionBar *bar, const char *color)
{
  GtkWidget *swatch = gtk_widget_get_first_child (bar->swatches);

  gtk_widget_set_visible (bar->swatches, color != NULL);
  gtk_widget_set_visible (bar->swatches_end, color != NULL);
  for (; swatch != NULL; swatch = gtk_widget_get_next_sibling (swatch))
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (swatch),
        g_strcmp0 (gtk_widget_get_name (swatch), color) == 0);
}

static void
show_link (EwSelectionBar *bar, const EwObject *object)
{
  const char *url = object != NULL && object->kind->link != NULL
                        ? ew_object_get_string (object, object->kind->link)
                        : "";
  g_autofree char *host = ew_url_is_safe (url) ? ew_url_host (url) : NULL;
  g_autofree char *tooltip = NULL;

  gtk_widget_set_visible (bar->open, host != NULL);
  if (host == NULL)
    return;

  /* Where one is going is said before one goes there. */
  tooltip = g_strdup_printf (_ ("Open on %s"), host);
  gtk_widget_set_tooltip_text (bar->open, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->open),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

static bool
has_words (const EwObject *object)
{
  return object->kind->text != NULL || object->kind->link != NULL;
}

bool
ew_selection_bar_refresh (EwSelectionBar *bar, EwSelection *selection,
                          const EwBoard *board)
{
  g_autoptr (GPtrArray) objects = NULL;
  const EwObject *single;

  g_return_val_if_fail (EW_IS_SELECTION_BAR (bar), false);
  g_return_val_if_fail (EW_IS_SELECTION (selection), false);

  if (board == NULL)
    return false;
  objects = ew_selection_objects (selection, board);
  if (objects->len == 0)
    return false;

  single = objects->len == 1 ? g_ptr_array_index (objects, 0) : NULL;
  if (single != NULL && ew_kind_has (single->kind, EW_KIND_PIN))
    return false;

  show_color (bar, common_color (objects));
  show_link (bar, single);
  ew_clash_button_show (EW_CLASH_BUTTON (bar->clash), single);
  gtk_widget_set_visible (bar->edit, single != NULL && has_words (single));
  gtk_widget_set_visible (bar->comment, single != NULL);
  return true;
}

void
ew_selection_bar_open_clash (EwSelectionBar *bar)
{
  g_return_if_fail (EW_IS_SELECTION_BAR (bar));
  if (gtk_widget_get_visible (bar->clash))
    ew_clash_button_open (EW_CLASH_BUTTON (bar->clash));
}
