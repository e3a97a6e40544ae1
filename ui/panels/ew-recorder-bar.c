#include "ew-recorder-bar.h"

#include "ew-walkthrough.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _EwRecorderBar {
  GtkWidget parent;
  GtkWidget *box, *dot, *time, *level, *pause, *redo, *scale;
};

G_DEFINE_FINAL_TYPE (EwRecorderBar, ew_recorder_bar, GTK_TYPE_WIDGET)

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
add_button (EwRecorderBar *bar, const char *icon, const char *action,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  set_name (button, name);
  gtk_box_append (GTK_BOX (bar->box), button);
  return button;
}

/* --- Another go --------------------------------------------------------- */

static char *
format_cb (GtkScale *scale, double value, gpointer data)
{
  return ew_duration_format ((gint64) value);
}

static void
redo_cb (GtkButton *button, EwRecorderBar *bar)
{
  gint64 ms = (gint64) (gtk_range_get_value (GTK_RANGE (bar->scale)) * 1000);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (bar->redo));
  gtk_widget_activate_action (GTK_WIDGET (bar), "win.record-redo", "x", ms);
}

static GtkWidget *
new_redo_popover (EwRecorderBar *bar)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Record Again from Here"));

  bar->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  gtk_scale_set_draw_value (GTK_SCALE (bar->scale), TRUE);
  gtk_scale_set_format_value_func (GTK_SCALE (bar->scale), format_cb, NULL,
                                   NULL);
  gtk_widget_set_size_request (bar->scale, 240, -1);
  set_name (bar->scale, _ ("From when on it is recorded again"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (redo_cb), bar, 0);
  gtk_box_append (GTK_BOX (box), bar->scale);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
add_redo (EwRecorderBar *bar)
{
  bar->redo = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (bar->redo),
                                 "edit-undo-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (bar->redo), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (bar->redo),
                               new_redo_popover (bar));
  gtk_widget_add_css_class (bar->redo, "flat");
  gtk_widget_set_sensitive (bar->redo, FALSE);
  set_name (bar->redo, _ ("Record a Part Again"));
  gtk_box_append (GTK_BOX (bar->box), bar->redo);
}

/* --- The bar ------------------------------------------------------------ */

static void
dispose (GObject *object)
{
  EwRecorderBar *bar = EW_RECORDER_BAR (object);

  g_clear_pointer (&bar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_recorder_bar_parent_class)->dispose (object);
}

static void
ew_recorder_bar_class_init (EwRecorderBarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static void
add_time (EwRecorderBar *bar)
{
  bar->dot = gtk_image_new_from_icon_name ("media-record-symbolic");
  gtk_widget_add_css_class (bar->dot, "error");
  gtk_widget_set_margin_start (bar->dot, 8);
  bar->time = gtk_label_new ("0:00");
  gtk_label_set_width_chars (GTK_LABEL (bar->time), 5);
  gtk_widget_set_margin_start (bar->time, 6);
  gtk_widget_set_margin_end (bar->time, 6);
  gtk_widget_add_css_class (bar->time, "numeric");
  bar->level = gtk_level_bar_new ();
  gtk_widget_set_size_request (bar->level, 64, -1);
  gtk_widget_set_valign (bar->level, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (bar->level, 6);
  set_name (bar->level, _ ("Loudness"));
  gtk_box_append (GTK_BOX (bar->box), bar->dot);
  gtk_box_append (GTK_BOX (bar->box), bar->time);
  gtk_box_append (GTK_BOX (bar->box), bar->level);
}

/* The one that everybody needs says in a word what it does. */
static void
add_stop (EwRecorderBar *bar)
{
  GtkWidget *button = add_button (bar, "media-playback-stop-symbolic",
                                  "win.record-stop", _ ("Stop"));
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content),
                                    "media-playback-stop-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Stop"));
  gtk_widget_set_tooltip_text (button, NULL);
  gtk_widget_remove_css_class (button, "image-button");
  gtk_button_set_child (GTK_BUTTON (button), content);
}

static void
ew_recorder_bar_init (EwRecorderBar *bar)
{
  GtkWidget *widget = GTK_WIDGET (bar);

  bar->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_parent (bar->box, widget);
  gtk_widget_add_css_class (widget, "ew-floating");
  add_time (bar);
  bar->pause = add_button (bar, "media-playback-pause-symbolic",
                           "win.record-pause", _ ("Pause"));
  add_redo (bar);
  add_button (bar, "bookmark-new-symbolic", "win.record-chapter",
              _ ("Begin a Chapter"));
  add_stop (bar);
}

GtkWidget *
ew_recorder_bar_new (void)
{
  return g_object_new (EW_TYPE_RECORDER_BAR, NULL);
}

void
ew_recorder_bar_set_count (EwRecorderBar *bar, int count)
{
  /* Translators: seconds until the recording begins. */
  g_autofree char *text = g_strdup_printf (_ ("Begins in %d"), count);

  g_return_if_fail (EW_IS_RECORDER_BAR (bar));
  gtk_label_set_text (GTK_LABEL (bar->time), count > 0 ? text : "0:00");
  gtk_widget_set_opacity (bar->dot, count > 0 ? 0.3 : 1);
}

void
ew_recorder_bar_set_time (EwRecorderBar *bar, gint64 ms)
{
  g_autofree char *time = ew_duration_format (ms / 1000);

  g_return_if_fail (EW_IS_RECORDER_BAR (bar));
  gtk_label_set_text (GTK_LABEL (bar->time), time);
  gtk_range_set_range (GTK_RANGE (bar->scale), 0, MAX (ms / 1000.0, 0.1));
}

void
ew_recorder_bar_set_paused (EwRecorderBar *bar, gboolean paused)
{
  g_return_if_fail (EW_IS_RECORDER_BAR (bar));
  gtk_button_set_icon_name (GTK_BUTTON (bar->pause),
                            paused ? "media-record-symbolic"
                                   : "media-playback-pause-symbolic");
  set_name (bar->pause, paused ? _ ("Go On") : _ ("Pause"));
  gtk_widget_set_sensitive (bar->redo, paused);
  gtk_widget_set_opacity (bar->dot, paused ? 0.3 : 1);
  if (paused)
    gtk_range_set_value (GTK_RANGE (bar->scale), G_MAXDOUBLE);
}

void
ew_recorder_bar_set_level (EwRecorderBar *bar, double level)
{
  g_return_if_fail (EW_IS_RECORDER_BAR (bar));
  gtk_widget_set_visible (bar->level, level >= 0);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar->level), MAX (level, 0));
}
