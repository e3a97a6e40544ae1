#include "ew-history-row.h"

#include "ew-ago.h"
#include "ew-avatar.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>
#include <string.h>

#define EXCERPT 80

/* What a row remembers of itself. */
#define REV "ew-rev"
#define SENTENCE "ew-sentence"
#define OBJECT "ew-object"
#define TIME "ew-time"

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Days as a calendar has them here; 0 for what no clock can show: anybody can
 * write any time into a commit. */
static int
day_of (gint64 time)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (time);
  GDate date;

  if (at == NULL)
    return 0;
  g_date_set_dmy (&date, g_date_time_get_day_of_month (at),
                  g_date_time_get_month (at), g_date_time_get_year (at));
  return (int) g_date_get_julian (&date);
}

/* The heading above says which day it was. */
static char *
time_of_day (gint64 time)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (time);

  if (at == NULL || day_of (time) == day_of (now ()))
    return ew_ago_format (time, now ());
  return g_date_time_format (at, "%H:%M");
}

/* --- Words ---------------------------------------------------------------- */

static char *
capitalised (const char *line)
{
  g_autofree char *excerpt = ew_string_excerpt (line, EXCERPT);
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (excerpt)), first);
  return g_strconcat (first, g_utf8_next_char (excerpt), NULL);
}

/* "Ana: 4 notes in Retro" is, in Ana's row of Retro, "4 notes".  Translations
 * put the title elsewhere; then it stays. */
static char *
message_of (const EwVersion *version, const char *title)
{
  g_autofree char *who = g_strdup_printf ("%s: ", version->author);
  g_autofree char *where = g_strdup_printf (_ ("%1$s in %2$s"), "", title);
  const char *message = version->message;
  g_autofree char *line = NULL;

  if (g_str_has_prefix (message, who))
    message += strlen (who);
  line = g_strndup (message, strcspn (message, "\n"));
  if (*title && g_str_has_suffix (line, where))
    line[strlen (line) - strlen (where)] = '\0';
  if (*line == '\0')
    return g_strdup (_ ("Changed"));
  return capitalised (line);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
add_count (GString *list, guint n, const char *format)
{
  if (n == 0)
    return;
  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append_printf (list, format, n);
}
#pragma GCC diagnostic pop

/* “2 new, 1 changed” */
static char *
count_of (const EwRevision *revision)
{
  guint made = revision->made, changed = revision->changed,
        removed = revision->removed;
  GString *list = g_string_new (NULL);

  /* Translators: of objects on a board. */
  add_count (list, made, ngettext ("%u new", "%u new", made));
  add_count (list, changed, ngettext ("%u changed", "%u changed", changed));
  add_count (list, removed, ngettext ("%u deleted", "%u deleted", removed));
  return g_string_free (list, FALSE);
}

static char *
words_of (const EwObject *object)
{
  g_autofree char *text = ew_object_to_text (object);

  return ew_string_excerpt (text, EXCERPT);
}

/* --- Its parts ------------------------------------------------------------ */

static GtkWidget *
new_line (const char *text, bool is_caption)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (is_caption) {
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, "dim-label");
  }
  return label;
}

/* A picture, two lines, and maybe something at the end. */
static GtkWidget *
new_row (GtkWidget *picture, const char *text, const char *caption,
         GtkWidget *end)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = g_strdup_printf ("%s, %s", text, caption);

  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), new_line (text, false));
  gtk_box_append (GTK_BOX (lines), new_line (caption, true));
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), lines);
  if (end != NULL)
    gtk_box_append (GTK_BOX (box), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, text);
  gtk_widget_add_css_class (row, "ew-change");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
remember (GtkWidget *row, const char *key, const char *text)
{
  g_object_set_data_full (G_OBJECT (row), key, g_strdup (text), g_free);
}

static void
set_time (GtkWidget *row, gint64 time)
{
  g_object_set_data_full (G_OBJECT (row), TIME, g_memdup2 (&time, sizeof time),
                          g_free);
}

/* --- Rows ----------------------------------------------------------------- */

GtkWidget *
ew_history_row_new_now (void)
{
  GtkWidget *picture = gtk_image_new_from_icon_name ("ew-board-symbolic");
  GtkWidget *row;

  gtk_widget_set_size_request (picture, 22, -1);
  row = new_row (picture, _ ("Now"), _ ("The board as it is"), NULL);
  remember (row, REV, "");
  set_time (row, now ());
  return row;
}

GtkWidget *
ew_history_row_new (const EwRevision *revision, const char *title)
{
  const EwVersion *version = revision->version;
  g_autofree char *ago = ew_ago_format (version->time, now ());
  g_autofree char *message = message_of (version, title);
  g_autofree char *count = count_of (revision);
  g_autofree char *time = time_of_day (version->time);
  /* Translators: of a version: who, when, and how many changes. */
  g_autofree char *caption =
      g_strdup_printf (_ ("%1$s · %2$s · %3$s"), version->author, time, count);
  /* Translators: which version of a board is shown: by whom, and when, as in
   * “yesterday 17:40”. */
  g_autofree char *sentence = g_strdup_printf (
      _ ("Version by %1$s, %2$s — read-only"), version->author, ago);
  GtkWidget *row =
      new_row (ew_avatar_new_small (version->author), message, caption, NULL);

  remember (row, REV, version->rev);
  remember (row, SENTENCE, sentence);
  set_time (row, version->time);
  return row;
}

static GtkWidget *
new_restore_button (const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* Translators: %s are the first words of something deleted. */
  g_autofree char *name = g_strdup_printf (_ ("Restore “%s”"), words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Restore"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

GtkWidget *
ew_history_row_new_gone (const EwRevision *revision, const EwObject *object,
                         GCallback restore, gpointer data)
{
  const EwVersion *version = revision->version;
  g_autofree char *ago = ew_ago_format (version->time, now ());
  g_autofree char *words = words_of (object);
  g_autofree char *time = time_of_day (version->time);
  /* Translators: by whom something was deleted, and when. */
  g_autofree char *caption =
      g_strdup_printf (_ ("%1$s · %2$s"), version->author, time);
  /* Translators: which version of a board is shown; when, as in “yesterday
   * 17:40”. */
  g_autofree char *sentence = g_strdup_printf (
      _ ("Before %1$s deleted it, %2$s — read-only"), version->author, ago);
  GtkWidget *button = new_restore_button (words);
  GtkWidget *row = new_row (gtk_image_new_from_icon_name (object->kind->icon),
                            words, caption, button);

  remember (row, REV, revision->before);
  remember (row, SENTENCE, sentence);
  remember (row, OBJECT, object->id);
  set_time (row, version->time);
  g_object_set_data (G_OBJECT (button), "row", row);
  g_signal_connect_data (button, "clicked", restore, data, NULL, 0);
  return row;
}

/* --- What it is about ----------------------------------------------------- */

static const char *
recalled (GtkWidget *row, const char *key)
{
  const char *text = g_object_get_data (G_OBJECT (row), key);

  return text != NULL ? text : "";
}

const char *
ew_history_row_rev (GtkWidget *row)
{
  return recalled (row, REV);
}

const char *
ew_history_row_sentence (GtkWidget *row)
{
  return recalled (row, SENTENCE);
}

const char *
ew_history_row_object (GtkWidget *row)
{
  return recalled (row, OBJECT);
}

static gint64
time_of (GtkWidget *row)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (row), TIME);
}

static char *
name_of_day (gint64 time)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  int ago = day_of (now ()) - day_of (time);

  if (then == NULL)
    return g_strdup (_ ("long ago"));
  if (ago <= 0)
    return g_strdup (_ ("Today"));
  if (ago == 1)
    return g_strdup (_ ("Yesterday"));
  /* Translators: g_date_time_format(): a day, as in “Monday, 3 May”. */
  if (g_date_time_get_year (then) == g_date_time_get_year (today))
    return g_date_time_format (then, _ ("%A, %-e %B"));
  return g_date_time_format (then, _ ("%-e %B %Y"));
}

static bool
is_now (GtkWidget *row)
{
  return *ew_history_row_rev (row) == '\0' &&
         *ew_history_row_object (row) == '\0';
}

char *
ew_history_row_new_day (GtkWidget *row, GtkWidget *before)
{
  if (is_now (row))
    return NULL;
  if (before != NULL && !is_now (before) &&
      day_of (time_of (before)) == day_of (time_of (row)))
    return NULL;
  return name_of_day (time_of (row));
}
