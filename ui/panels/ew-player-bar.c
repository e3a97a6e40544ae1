#include "ew-player-bar.h"

#include "ew-walkthrough.h"

#include <glib/gi18n-lib.h>

struct _EwPlayerBar {
  GtkWidget parent;
  GtkWidget *box, *row, *note, *caption, *play, *time, *scale, *rate, *recorded,
      *away, *chapters, *more;
  GMenu *chapter_menu, *comment_menu;
  GArray *chapter_times, *comment_times; /* of gint64, ms */
  gint64 length;
  gboolean is_following; /* the scale is set by us */
};

G_DEFINE_FINAL_TYPE (EwPlayerBar, ew_player_bar, GTK_TYPE_WIDGET)

enum {
  SEEK,
  RATE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const double rates[] = { 0.75, 1, 1.25, 1.5, 2 };

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
add_button (EwPlayerBar *bar, const char *icon, const char *action,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  set_name (button, name);
  gtk_box_append (GTK_BOX (bar->row), button);
  return button;
}

/* --- Time --------------------------------------------------------------- */

static void
value_cb (GtkRange *scale, EwPlayerBar *bar)
{
  if (!bar->is_following)
    g_signal_emit (bar, signals[SEEK], 0,
                   (gint64) (gtk_range_get_value (scale) * 1000));
}

static void
add_scale (EwPlayerBar *bar)
{
  bar->time = gtk_label_new ("0:00 / 0:00");
  gtk_label_set_width_chars (GTK_LABEL (bar->time), 13);
  gtk_widget_add_css_class (bar->time, "numeric");
  bar->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 5);
  gtk_widget_set_size_request (bar->scale, 190, -1);
  gtk_widget_set_hexpand (bar->scale, TRUE);
  set_name (bar->scale, _ ("Time"));
  g_signal_connect_object (bar->scale, "value-changed", G_CALLBACK (value_cb),
                           bar, 0);
  gtk_box_append (GTK_BOX (bar->row), bar->time);
  gtk_box_append (GTK_BOX (bar->row), bar->scale);
}

static void
add_chapters (EwPlayerBar *bar)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  bar->chapter_menu = g_menu_new ();
  bar->comment_menu = g_menu_new ();
  bar->chapter_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  bar->comment_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_menu_append_section (menu, _ ("Chapters"),
                         G_MENU_MODEL (bar->chapter_menu));
  g_menu_append_section (menu, _ ("Comments"),
                         G_MENU_MODEL (bar->comment_menu));
  bar->chapters = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (bar->chapters),
                                 "view-list-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (bar->chapters), GTK_ARROW_UP);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (bar->chapters),
                                  G_MENU_MODEL (menu));
  gtk_widget_add_css_class (bar->chapters, "flat");
  set_name (bar->chapters, _ ("Chapters and Comments"));
  gtk_box_append (GTK_BOX (bar->row), bar->chapters);
}

static void
rate_cb (GtkDropDown *drop, GParamSpec *pspec, EwPlayerBar *bar)
{
  guint i = gtk_drop_down_get_selected (drop);

  if (i < G_N_ELEMENTS (rates))
    g_signal_emit (bar, signals[RATE], 0, rates[i]);
}

static void
add_rate (EwPlayerBar *bar)
{
  const char *const words[] = { "0.75×", "1×", "1.25×", "1.5×", "2×", NULL };

  bar->rate = gtk_drop_down_new_from_strings (words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (bar->rate), 1);
  set_name (bar->rate, _ ("Speed"));
  g_signal_connect_object (bar->rate, "notify::selected", G_CALLBACK (rate_cb),
                           bar, 0);
  gtk_box_append (GTK_BOX (bar->row), bar->rate);
}

/* --- Words -------------------------------------------------------------- */

static GtkWidget *
add_words (EwPlayerBar *bar, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, class);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (bar->box), label);
  return label;
}

static void
set_words (GtkWidget *label, const char *words)
{
  gtk_widget_set_visible (label, *words != '\0');
  gtk_label_set_text (GTK_LABEL (label), words);
}

/* --- The bar ------------------------------------------------------------ */

static void
dispose (GObject *object)
{
  EwPlayerBar *bar = EW_PLAYER_BAR (object);

  g_clear_object (&bar->chapter_menu);
  g_clear_object (&bar->comment_menu);
  g_clear_pointer (&bar->chapter_times, g_array_unref);
  g_clear_pointer (&bar->comment_times, g_array_unref);
  g_clear_pointer (&bar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_player_bar_parent_class)->dispose (object);
}

static void
ew_player_bar_class_init (EwPlayerBarClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[SEEK] = g_signal_new ("seek", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[RATE] = g_signal_new ("rate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
add_toggles (EwPlayerBar *bar)
{
  bar->recorded = gtk_toggle_button_new_with_label (_ ("As Recorded"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (bar->recorded),
                                  "win.tour-recorded");
  gtk_widget_add_css_class (bar->recorded, "flat");
  gtk_box_append (GTK_BOX (bar->row), bar->recorded);
  bar->away = gtk_button_new_with_label (_ ("Return to Tour"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (bar->away),
                                  "win.tour-return");
  gtk_widget_add_css_class (bar->away, "suggested-action");
  gtk_widget_set_halign (bar->away, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (bar->away, 6);
  gtk_widget_set_visible (bar->away, FALSE);
  gtk_box_append (GTK_BOX (bar->box), bar->away);
}

static void
add_more (EwPlayerBar *bar)
{
  bar->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (bar->more),
                                 "view-more-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (bar->more), GTK_ARROW_UP);
  gtk_widget_add_css_class (bar->more, "flat");
  set_name (bar->more, _ ("More"));
  gtk_box_append (GTK_BOX (bar->row), bar->more);
}

static void
ew_player_bar_init (EwPlayerBar *bar)
{
  bar->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  bar->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_parent (bar->box, GTK_WIDGET (bar));
  gtk_widget_add_css_class (GTK_WIDGET (bar), "ew-floating");
  gtk_widget_add_css_class (GTK_WIDGET (bar), "ew-player");
  bar->note = add_words (bar, "dim-label");
  bar->caption = add_words (bar, "title-4");
  bar->play = add_button (bar, "media-playback-start-symbolic", "win.tour-play",
                          _ ("Play"));
  add_scale (bar);
  add_chapters (bar);
  add_rate (bar);
  add_button (bar, "ew-comment-symbolic", "win.tour-comment",
              _ ("Comment on This Moment"));
  add_toggles (bar);
  add_more (bar);
  add_button (bar, "window-close-symbolic", "win.tour-close",
              _ ("Close the Walkthrough"));
  gtk_box_append (GTK_BOX (bar->box), bar->row);
}

GtkWidget *
ew_player_bar_new (GMenuModel *menu)
{
  EwPlayerBar *bar = g_object_new (EW_TYPE_PLAYER_BAR, NULL);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (bar->more), menu);
  return GTK_WIDGET (bar);
}

void
ew_player_bar_reset (EwPlayerBar *bar, const char *title, gint64 length)
{
  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  ew_player_bar_set_length (bar, length);
  g_menu_remove_all (bar->chapter_menu);
  g_array_set_size (bar->chapter_times, 0);
  ew_player_bar_clear_comments (bar);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (bar->rate), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  set_words (bar->note, "");
  set_words (bar->caption, "");
  ew_player_bar_set_time (bar, 0);
  ew_player_bar_set_away (bar, FALSE);
}

static void
add_moment (EwPlayerBar *bar, GMenu *section, gint64 ms, const char *words)
{
  g_autofree char *time = ew_duration_format (ms / 1000);
  g_autofree char *label = g_strdup_printf ("%s  %s", time, words);
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "win.tour-seek", "x", ms);
  g_menu_append_item (section, item);
  gtk_widget_set_sensitive (bar->chapters, TRUE);
}

/* Chapters below the line, comments above it. */
static void
draw_marks (EwPlayerBar *bar)
{
  gtk_scale_clear_marks (GTK_SCALE (bar->scale));
  for (guint i = 0; i < bar->chapter_times->len; i++)
    gtk_scale_add_mark (GTK_SCALE (bar->scale),
                        g_array_index (bar->chapter_times, gint64, i) / 1000.0,
                        GTK_POS_BOTTOM, NULL);
  for (guint i = 0; i < bar->comment_times->len; i++)
    gtk_scale_add_mark (GTK_SCALE (bar->scale),
                        g_array_index (bar->comment_times, gint64, i) / 1000.0,
                        GTK_POS_TOP, NULL);
}

void
ew_player_bar_add_chapter (EwPlayerBar *bar, gint64 ms, const char *title)
{
  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  g_array_append_val (bar->chapter_times, ms);
  add_moment (bar, bar->chapter_menu, ms, title);
  draw_marks (bar);
}

void
ew_player_bar_clear_comments (EwPlayerBar *bar)
{
  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  g_array_set_size (bar->comment_times, 0);
  g_menu_remove_all (bar->comment_menu);
  gtk_widget_set_sensitive (bar->chapters, bar->chapter_times->len > 0);
  draw_marks (bar);
}

void
ew_player_bar_add_comment (EwPlayerBar *bar, gint64 ms, const char *words)
{
  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  g_array_append_val (bar->comment_times, ms);
  add_moment (bar, bar->comment_menu, ms, words);
  draw_marks (bar);
}

void
ew_player_bar_set_time (EwPlayerBar *bar, gint64 ms)
{
  g_autofree char *now = ew_duration_format (ms / 1000);
  g_autofree char *end = ew_duration_format (bar->length / 1000);
  g_autofree char *text = g_strdup_printf ("%s / %s", now, end);

  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (bar->time)), text) != 0)
    gtk_label_set_text (GTK_LABEL (bar->time), text);
  bar->is_following = TRUE;
  gtk_range_set_value (GTK_RANGE (bar->scale), ms / 1000.0);
  bar->is_following = FALSE;
}

void
ew_player_bar_set_length (EwPlayerBar *bar, gint64 length)
{
  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  bar->length = length;
  bar->is_following = TRUE;
  gtk_range_set_range (GTK_RANGE (bar->scale), 0, MAX (length / 1000.0, 0.1));
  bar->is_following = FALSE;
}

void
ew_player_bar_set_playing (EwPlayerBar *bar, gboolean playing)
{
  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  gtk_button_set_icon_name (GTK_BUTTON (bar->play),
                            playing ? "media-playback-pause-symbolic"
                                    : "media-playback-start-symbolic");
  set_name (bar->play, playing ? _ ("Pause") : _ ("Play"));
}

void
ew_player_bar_set_caption (EwPlayerBar *bar, const char *caption)
{
  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (bar->caption)), caption) != 0)
    set_words (bar->caption, caption);
}

void
ew_player_bar_set_note (EwPlayerBar *bar, const char *note)
{
  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  set_words (bar->note, note);
}

void
ew_player_bar_set_away (EwPlayerBar *bar, gboolean away)
{
  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  gtk_widget_set_visible (bar->away, away);
}

void
ew_player_bar_set_recorded (EwPlayerBar *bar, gboolean recorded, gboolean known)
{
  g_return_if_fail (EW_IS_PLAYER_BAR (bar));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (bar->recorded), recorded);
  gtk_widget_set_visible (bar->recorded, known);
}
