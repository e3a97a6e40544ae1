#include "ew-changes-panel.h"

#include "ew-ago.h"
#include "ew-avatar.h"
#include "ew-string.h"
#include "ew-word-diff.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <stdbool.h>

#define EXCERPT 60
/* More rows than anyone reads; the rest is counted. */
#define ROWS_MAX 500

struct _EwChangesPanel {
  GtkWidget parent;
  GPtrArray *news; /* of EwNews, or NULL */
  int at; /* the one that is looked at, or -1 */

  GtkWidget *stack, *list, *more;
};

G_DEFINE_FINAL_TYPE (EwChangesPanel, ew_changes_panel, GTK_TYPE_WIDGET)

/* --- One change ----------------------------------------------------------- */

/* Returns: (transfer full). */
static char *
reacted (const EwNews *news)
{
  g_autofree char *emoji = ew_news_emoji (news);

  /* Translators: in place of “%s” stands an emoji. */
  return emoji != NULL ? g_strdup_printf (_ ("Reacted %s"), emoji)
                       : g_strdup (_ ("Reaction taken back"));
}

static const char *
verb_of (EwNewsWhat what)
{
  switch (what) {
  case EW_NEWS_NEW:
    return _ ("New");
  case EW_NEWS_EDITED:
    return _ ("Changed");
  case EW_NEWS_MOVED:
    return _ ("Moved");
  case EW_NEWS_DELETED:
    return _ ("Deleted");
  case EW_NEWS_SAID:
    return _ ("Said");
  case EW_NEWS_REACTED:
    break;
  }
  g_return_val_if_reached ("");
}

/* Returns: (transfer full). */
static char *
verb (const EwNews *news)
{
  EwNewsWhat what = ew_news_what (news);

  return what == EW_NEWS_REACTED ? reacted (news) : g_strdup (verb_of (what));
}

static char *
words_of (const EwObject *object)
{
  return object ? ew_object_to_text (object) : g_strdup ("");
}

static GtkWidget *
new_words (const EwNews *news)
{
  g_autofree char *before = words_of (news->before);
  g_autofree char *after = words_of (news->after);
  EwNewsWhat what = ew_news_what (news);
  g_autofree char *excerpt = NULL;
  GtkWidget *label;

  if (what == EW_NEWS_DELETED)
    return ew_word_diff_new (before, "");
  if ((what == EW_NEWS_EDITED || what == EW_NEWS_SAID) && news->before &&
      !g_str_equal (before, after))
    return ew_word_diff_new (before, after);
  excerpt = ew_string_excerpt (after, EXCERPT);
  label = gtk_label_new (excerpt);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
new_caption (const EwNews *news)
{
  g_autofree char *ago =
      ew_ago_format (news->time, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *done = verb (news);
  /* Translators: what was done, and when: “Moved · yesterday 17:40”. */
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), done, ago);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
new_row (const EwNews *news)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *words = new_words (news);
  g_autofree char *done = verb (news);
  g_autofree char *name = g_strdup_printf (
      "%s, %s: %s", news->who, done, gtk_label_get_text (GTK_LABEL (words)));

  gtk_box_append (GTK_BOX (box), new_caption (news));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "ew-change");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* --- People --------------------------------------------------------------- */

static const EwNews *
news_at (EwChangesPanel *panel, int index)
{
  return g_ptr_array_index (panel->news, index);
}

static bool
begins_person (EwChangesPanel *panel, int index)
{
  return index == 0 || !g_str_equal (news_at (panel, index)->who,
                                     news_at (panel, index - 1)->who);
}

static guint
count_from (EwChangesPanel *panel, int index)
{
  guint n = 1;

  while (index + (int) n < (int) panel->news->len &&
         !begins_person (panel, index + (int) n))
    n++;
  return n;
}

static GtkWidget *
new_person (EwChangesPanel *panel, int index)
{
  const char *who = news_at (panel, index)->who;
  guint n = count_from (panel, index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s · %u change", "%s · %u changes", n), who, n);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (box, "ew-inbox-part");
  gtk_box_append (GTK_BOX (box), ew_avatar_new_small (who));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  EwChangesPanel *panel = data;
  int index = gtk_list_box_row_get_index (row);

  if (index >= 0 && begins_person (panel, index))
    gtk_list_box_row_set_header (row, new_person (panel, index));
  else
    gtk_list_box_row_set_header (row, NULL);
}

/* --- All of them ---------------------------------------------------------- */

static int
n_rows (EwChangesPanel *panel)
{
  return panel->news ? (int) MIN (panel->news->len, ROWS_MAX) : 0;
}

static void
fill (EwChangesPanel *panel)
{
  GtkListBox *list = GTK_LIST_BOX (panel->list);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (int i = 0; i < n_rows (panel); i++)
    gtk_list_box_append (list, new_row (news_at (panel, i)));
  gtk_list_box_invalidate_headers (list);
}

static void
show_more (EwChangesPanel *panel)
{
  guint rest = panel->news ? panel->news->len - (guint) n_rows (panel) : 0;
  g_autofree char *text =
      g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

  gtk_label_set_text (GTK_LABEL (panel->more), text);
  gtk_widget_set_visible (panel->more, rest > 0);
}

void
ew_changes_panel_show (EwChangesPanel *panel, GPtrArray *news)
{
  g_return_if_fail (EW_IS_CHANGES_PANEL (panel));

  /* Rows speak of the news they were made from. */
  gtk_list_box_set_header_func (GTK_LIST_BOX (panel->list), NULL, NULL, NULL);
  g_clear_pointer (&panel->news, g_ptr_array_unref);
  panel->news = news ? g_ptr_array_ref (news) : NULL;
  panel->at = -1;
  fill (panel);
  gtk_list_box_set_header_func (GTK_LIST_BOX (panel->list), header_cb, panel,
                                NULL);
  show_more (panel);
  gtk_stack_set_visible_child_name (GTK_STACK (panel->stack),
                                    n_rows (panel) > 0 ? "changes" : "nothing");
}

void
ew_changes_panel_point (EwChangesPanel *panel, int index)
{
  GtkListBoxRow *row;

  g_return_if_fail (EW_IS_CHANGES_PANEL (panel));

  panel->at = index;
  row = index >= 0
            ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (panel->list), index)
            : NULL;
  gtk_list_box_select_row (GTK_LIST_BOX (panel->list), row);
}

static void
choose (EwChangesPanel *panel, int index)
{
  int n = n_rows (panel);

  if (n > 0)
    g_signal_emit_by_name (panel, "chosen", (index + n) % n);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EwChangesPanel *panel)
{
  choose (panel, gtk_list_box_row_get_index (row));
}

static void
seen_cb (EwChangesPanel *panel)
{
  g_signal_emit_by_name (panel, "seen");
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code,
        GdkModifierType state, EwChangesPanel *panel)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || n_rows (panel) == 0)
    return GDK_EVENT_PROPAGATE;
  switch (key) {
  case GDK_KEY_n:
    choose (panel, panel->at + 1);
    return GDK_EVENT_STOP;
  case GDK_KEY_p:
    choose (panel, panel->at < 0 ? -1 : panel->at - 1);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

void
ew_changes_panel_focus (EwChangesPanel *panel)
{
  GtkListBoxRow *row;

  g_return_if_fail (EW_IS_CHANGES_PANEL (panel));

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (panel->list),
                                       MAX (panel->at, 0));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* --- The widget ----------------------------------------------------------- */

static void
dispose (GObject *object)
{
  EwChangesPanel *panel = EW_CHANGES_PANEL (object);

  if (panel->list != NULL)
    gtk_list_box_set_header_func (GTK_LIST_BOX (panel->list), NULL, NULL, NULL);
  panel->list = NULL;
  g_clear_pointer (&panel->news, g_ptr_array_unref);
  g_clear_pointer (&panel->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (ew_changes_panel_parent_class)->dispose (object);
}

static void
ew_changes_panel_class_init (EwChangesPanelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = dispose;
  g_signal_new ("chosen", EW_TYPE_CHANGES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_signal_new ("seen", EW_TYPE_CHANGES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_list (EwChangesPanel *panel)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Changes"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb),
                           panel, 0);
  return list;
}

static GtkWidget *
new_page (EwChangesPanel *panel)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *seen = gtk_button_new_with_label (_ ("All Seen"));

  panel->list = new_list (panel);
  panel->more = gtk_label_new ("");
  gtk_widget_add_css_class (panel->more, "dim-label");
  gtk_widget_set_halign (seen, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (seen, 6);
  gtk_widget_set_margin_bottom (seen, 14);
  g_signal_connect_object (seen, "clicked", G_CALLBACK (seen_cb), panel,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), panel->list);
  gtk_box_append (GTK_BOX (column), panel->more);
  gtk_box_append (GTK_BOX (column), seen);
  g_object_set (scroller, "child", column, "hscrollbar-policy",
                GTK_POLICY_NEVER, NULL);
  return scroller;
}

static GtkWidget *
new_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page),
                                 "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing new"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("You have seen what others did here."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
ew_changes_panel_init (EwChangesPanel *panel)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  panel->at = -1;
  panel->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (panel->stack), new_nothing (), "nothing");
  gtk_stack_add_named (GTK_STACK (panel->stack), new_page (panel), "changes");
  gtk_widget_set_parent (panel->stack, GTK_WIDGET (panel));
  gtk_widget_add_css_class (GTK_WIDGET (panel), "ew-inbox");
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), panel, 0);
  gtk_widget_add_controller (GTK_WIDGET (panel), keys);
}

GtkWidget *
ew_changes_panel_new (void)
{
  return g_object_new (EW_TYPE_CHANGES_PANEL, NULL);
}
