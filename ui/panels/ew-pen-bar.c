#include "ew-pen-bar.h"

#include "ew-palette.h"

#include <glib/gi18n-lib.h>

struct _EwPenBar {
  GtkWidget parent;
  GtkWidget *colors, *widths;
  char *color;
  int width;
};

G_DEFINE_FINAL_TYPE (EwPenBar, ew_pen_bar, GTK_TYPE_WIDGET)

static const struct {
  const char *title, *class;
  int width; /* px */
} widths[] = {
  { N_ ("Thin Line"), "thin", 2 },
  { N_ ("Medium Line"), "medium", 4 },
  { N_ ("Thick Line"), "thick", 10 },
};

/* --- Which is chosen ------------------------------------------------------ */

static const char *
color_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "color");
}

static int
width_of (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "width"));
}

static void
refresh (EwPenBar *bar)
{
  GtkWidget *it = gtk_widget_get_first_child (bar->colors);

  for (; it != NULL; it = gtk_widget_get_next_sibling (it))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (it),
                                  g_str_equal (color_of (it), bar->color));
  it = gtk_widget_get_first_child (bar->widths);
  for (; it != NULL; it = gtk_widget_get_next_sibling (it))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (it),
                                  width_of (it) == bar->width);
}

static void
choose (EwPenBar *bar, const char *color, int width)
{
  ew_pen_bar_show (bar, color, width);
  g_signal_emit_by_name (bar, "chosen", color, width);
}

static void
color_cb (GtkWidget *button, EwPenBar *bar)
{
  choose (bar, color_of (button), bar->width);
}

static void
width_cb (GtkWidget *button, EwPenBar *bar)
{
  g_autofree char *color = g_strdup (bar->color);

  choose (bar, color, width_of (button));
}

/* --- The buttons ---------------------------------------------------------- */

static GtkWidget *
new_button (GtkWidget *box, const char *title)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* @color is constant. */
static void
add_color (EwPenBar *bar, const char *color, const char *title)
{
  GtkWidget *button = new_button (bar->colors, title);
  g_autofree char *class =
      g_strconcat ("ew-ink-", *color ? color : "text", NULL);

  gtk_widget_add_css_class (button, "ew-swatch");
  gtk_widget_add_css_class (button, class);
  g_object_set_data (G_OBJECT (button), "color", (gpointer) color);
  g_signal_connect_object (button, "clicked", G_CALLBACK (color_cb), bar, 0);
}

static void
add_width (EwPenBar *bar, guint index)
{
  GtkWidget *button = new_button (
      bar->widths, g_dgettext (GETTEXT_PACKAGE, widths[index].title));
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, "ew-pen-dot");
  gtk_widget_add_css_class (dot, widths[index].class);
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), dot);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "ew-tool");
  g_object_set_data (G_OBJECT (button), "width",
                     GINT_TO_POINTER (widths[index].width));
  g_signal_connect_object (button, "clicked", G_CALLBACK (width_cb), bar, 0);
}

/* --- The widget ----------------------------------------------------------- */

static void
dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ew_pen_bar_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_free (EW_PEN_BAR (object)->color);
  G_OBJECT_CLASS (ew_pen_bar_parent_class)->finalize (object);
}

static void
ew_pen_bar_class_init (EwPenBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  G_OBJECT_CLASS (class)->finalize = finalize;
  g_signal_new ("chosen", EW_TYPE_PEN_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_box (EwPenBar *bar)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_parent (box, GTK_WIDGET (bar));
  return box;
}

static void
ew_pen_bar_init (EwPenBar *bar)
{
  bar->color = g_strdup ("");
  bar->colors = new_box (bar);
  gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_VERTICAL),
                         GTK_WIDGET (bar));
  bar->widths = new_box (bar);
  add_color (bar, "", _ ("Color of Text"));
  for (guint i = 0; ew_color_names[i] != NULL; i++)
    add_color (
        bar, ew_color_names[i],
        g_dgettext (GETTEXT_PACKAGE, ew_color_title (ew_color_names[i])));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    add_width (bar, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pen"), -1);
}

GtkWidget *
ew_pen_bar_new (void)
{
  return g_object_new (EW_TYPE_PEN_BAR, NULL);
}

void
ew_pen_bar_show (EwPenBar *bar, const char *color, int width)
{
  g_autofree char *copy = g_strdup (color);

  g_return_if_fail (EW_IS_PEN_BAR (bar));
  g_return_if_fail (color != NULL);

  g_free (bar->color);
  bar->color = g_steal_pointer (&copy);
  bar->width = width;
  refresh (bar);
}
