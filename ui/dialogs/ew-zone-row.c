#include "ew-zone-row.h"

#include "ew-choice-popover.h"
#include "ew-hours.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Country, place, name, remarks; one on a line, between tabs. */
#define TABLE "/usr/share/zoneinfo/zone.tab"
#define NAME_COLUMN 2

struct _EwZoneRow {
  AdwActionRow parent;
  char *zone;
  char *table; /* the list, until the popover has it */
  GtkWidget *button, *popover;
};

G_DEFINE_FINAL_TYPE (EwZoneRow, ew_zone_row, ADW_TYPE_ACTION_ROW)

static void
finalize (GObject *object)
{
  g_free (EW_ZONE_ROW (object)->zone);
  g_free (EW_ZONE_ROW (object)->table);
  G_OBJECT_CLASS (ew_zone_row_parent_class)->finalize (object);
}

static void
ew_zone_row_class_init (EwZoneRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = finalize;
}

/* --- The list of the system ----------------------------------------------- */

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
parse (const char *table)
{
  GPtrArray *zones = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  for (char **line = lines; *line; line++) {
    g_auto (GStrv) columns = g_strsplit (*line, "\t", -1);

    if (**line != '#' && g_strv_length (columns) > NAME_COLUMN)
      g_ptr_array_add (zones, g_strdup (columns[NAME_COLUMN]));
  }
  g_ptr_array_add (zones, g_strdup ("UTC"));
  g_ptr_array_sort (zones, compare);
  return zones;
}

/* Without a list there is still UTC. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EwZoneRow) row = data;

  g_file_load_contents_finish (G_FILE (source), result, &row->table, NULL, NULL,
                               NULL);
  if (row->table == NULL)
    row->table = g_strdup ("");
}

static void
read_table (EwZoneRow *row)
{
  g_autoptr (GFile) file = g_file_new_for_path (TABLE);

  g_file_load_contents_async (file, NULL, read_cb, g_object_ref (row));
}

/* Hundreds of names are made when somebody wants to see them. */
static void
open_cb (GtkMenuButton *button, gpointer data)
{
  EwZoneRow *row = data;
  g_autofree char *table = g_steal_pointer (&row->table);
  g_autoptr (GPtrArray) zones = table ? parse (table) : NULL;

  for (guint i = 0; zones && i < zones->len; i++)
    ew_choice_popover_add (EW_CHOICE_POPOVER (row->popover), zones->pdata[i],
                           zones->pdata[i]);
}

/* --- The row -------------------------------------------------------------- */

static void
show_zone (EwZoneRow *row)
{
  g_autoptr (GTimeZone) zone = ew_zone_find (row->zone);
  g_autoptr (GDateTime) there = zone ? g_date_time_new_now (zone) : NULL;
  g_autofree char *time = there ? g_date_time_format (there, _ ("%R there now"))
                                : g_strdup (_ ("As on this computer"));
  const char *title = zone ? row->zone : _ ("Not told");
  g_autofree char *spoken = g_strdup_printf (
      "%s, %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
      title);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (row->button), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
chosen_cb (EwChoicePopover *popover, const char *zone, EwZoneRow *row)
{
  ew_zone_row_set_zone (row, zone);
}

static void
ew_zone_row_init (EwZoneRow *row)
{
  row->popover =
      ew_choice_popover_new (_ ("Time Zone"), _ ("Nothing is called so."));
  row->zone = g_strdup ("");
  row->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (row->button, "flat");
  gtk_widget_add_css_class (row->button, "ew-row-value");
  gtk_widget_set_valign (row->button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (row->button), row->popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (row->button), open_cb,
                                         row, NULL);
  g_signal_connect_object (row->popover, "chosen", G_CALLBACK (chosen_cb), row,
                           0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), row->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), row->button);
  /* Its name says the title already. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row->button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  read_table (row);
}

GtkWidget *
ew_zone_row_new (const char *title)
{
  EwZoneRow *row = g_object_new (EW_TYPE_ZONE_ROW, "title", title, NULL);

  show_zone (row);
  return GTK_WIDGET (row);
}

void
ew_zone_row_set_zone (EwZoneRow *row, const char *zone)
{
  g_return_if_fail (EW_IS_ZONE_ROW (row) && zone != NULL);

  if (zone != row->zone) {
    g_free (row->zone);
    row->zone = g_strdup (zone);
  }
  show_zone (row);
}

const char *
ew_zone_row_zone (EwZoneRow *row)
{
  g_return_val_if_fail (EW_IS_ZONE_ROW (row), "");

  return row->zone;
}
