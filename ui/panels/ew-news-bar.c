#include "ew-news-bar.h"

#include "ew-news-words.h"

#include <glib/gi18n-lib.h>

struct _EwNewsBar {
  GtkWidget parent;
  GPtrArray *news;
  int at; /* which one is shown, -1: none yet */

  GtkWidget *box, *label;
};

G_DEFINE_FINAL_TYPE (EwNewsBar, ew_news_bar, GTK_TYPE_WIDGET)

static guint
count_people (GPtrArray *news)
{
  guint n = 0;

  /* They come person by person. */
  for (guint i = 0; i < news->len; i++)
    n += i == 0 || !g_str_equal (((EwNews *) news->pdata[i])->who,
                                 ((EwNews *) news->pdata[i - 1])->who);
  return n;
}

static char *
summary (GPtrArray *news)
{
  const EwNews *first = g_ptr_array_index (news, 0);
  guint people = count_people (news);

  if (people == 1)
    return g_strdup_printf (ngettext ("%u change by %s since you last looked",
                                      "%u changes by %s since you last looked",
                                      news->len),
                            news->len, first->who);
  return g_strdup_printf (_ ("%u changes by %u people since you last looked"),
                          news->len, people);
}

static void
say (EwNewsBar *bar, const char *text)
{
  gtk_label_set_text (GTK_LABEL (bar->label), text);
}

void
ew_news_bar_step (EwNewsBar *bar, int by)
{
  int n;

  g_return_if_fail (EW_IS_NEWS_BAR (bar));

  n = bar->news ? (int) bar->news->len : 0;
  if (n > 0)
    ew_news_bar_go (bar, bar->at < 0 ? (by > 0 ? 0 : n - 1)
                                     : (bar->at + by + n) % n);
}

bool
ew_news_bar_is_walking (EwNewsBar *bar)
{
  g_return_val_if_fail (EW_IS_NEWS_BAR (bar), false);

  return bar->at >= 0;
}

void
ew_news_bar_go (EwNewsBar *bar, int index)
{
  g_autofree char *what = NULL;
  g_autofree char *line = NULL;
  const EwNews *news;
  int n;

  g_return_if_fail (EW_IS_NEWS_BAR (bar));

  n = bar->news ? (int) bar->news->len : 0;
  if (index < 0 || index >= n)
    return;
  bar->at = index;
  news = g_ptr_array_index (bar->news, bar->at);
  what = ew_news_sentence (news);
  /* Translators: which of how many, and what was done. */
  line = g_strdup_printf (_ ("%d of %d: %s"), bar->at + 1, n, what);
  say (bar, line);
  g_signal_emit_by_name (bar, "moved", index);
  if (news->after)
    g_signal_emit_by_name (bar, "show-change", news->after->id);
}

static void
list_cb (GtkButton *button, EwNewsBar *bar)
{
  g_signal_emit_by_name (bar, "list");
}

static void
next_cb (GtkButton *button, EwNewsBar *bar)
{
  ew_news_bar_step (bar, 1);
}

static void
previous_cb (GtkButton *button, EwNewsBar *bar)
{
  ew_news_bar_step (bar, -1);
}

static void
dismiss_cb (GtkButton *button, EwNewsBar *bar)
{
  g_signal_emit_by_name (bar, "seen");
}

static void
dispose (GObject *object)
{
  EwNewsBar *bar = EW_NEWS_BAR (object);

  g_clear_pointer (&bar->news, g_ptr_array_unref);
  g_clear_pointer (&bar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_news_bar_parent_class)->dispose (object);
}

static void
ew_news_bar_class_init (EwNewsBarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("show-change", EW_TYPE_NEWS_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("moved", EW_TYPE_NEWS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_signal_new ("list", EW_TYPE_NEWS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 0);
  g_signal_new ("seen", EW_TYPE_NEWS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static void
add_button (EwNewsBar *bar, const char *icon, const char *name,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, bar, 0);
  gtk_box_append (GTK_BOX (bar->box), button);
}

static void
ew_news_bar_init (EwNewsBar *bar)
{
  bar->at = -1;
  bar->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  bar->label = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (bar->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (bar->label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (bar->label), 60);
  gtk_widget_set_hexpand (bar->label, TRUE);
  gtk_box_append (GTK_BOX (bar->box), bar->label);
  add_button (bar, "view-list-symbolic", _ ("List of Changes"),
              G_CALLBACK (list_cb));
  add_button (bar, "go-previous-symbolic", _ ("Previous Change"),
              G_CALLBACK (previous_cb));
  add_button (bar, "go-next-symbolic", _ ("Next Change"), G_CALLBACK (next_cb));
  add_button (bar, "window-close-symbolic", _ ("Seen"),
              G_CALLBACK (dismiss_cb));
  gtk_widget_set_parent (bar->box, GTK_WIDGET (bar));
  gtk_widget_add_css_class (GTK_WIDGET (bar), "ew-floating");
  gtk_widget_add_css_class (GTK_WIDGET (bar), "ew-banner");
  gtk_widget_hide (GTK_WIDGET (bar));
}

GtkWidget *
ew_news_bar_new (void)
{
  return g_object_new (EW_TYPE_NEWS_BAR, NULL);
}

void
ew_news_bar_show (EwNewsBar *bar, GPtrArray *news)
{
  g_autofree char *line = NULL;

  g_return_if_fail (EW_IS_NEWS_BAR (bar));

  g_clear_pointer (&bar->news, g_ptr_array_unref);
  bar->news = news ? g_ptr_array_ref (news) : NULL;
  bar->at = -1;
  gtk_widget_set_visible (GTK_WIDGET (bar), news && news->len > 0);
  if (!news || news->len == 0)
    return;
  line = summary (news);
  say (bar, line);
}
