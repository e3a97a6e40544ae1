#include "ew-date-row.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>
#include <stdio.h>

struct _EwDateRow {
  AdwActionRow parent;
  char *day; /* "2026-12-03", or "" */
  char *none;
  GtkWidget *button, *calendar, *clear;
  bool is_setting; /* the calendar, from the day */
};

G_DEFINE_FINAL_TYPE (EwDateRow, ew_date_row, ADW_TYPE_ACTION_ROW)

/* Returns: (nullable). */
static GDateTime *
parse (const char *day)
{
  guint year, month, date;
  int used = 0;

  if (sscanf (day, "%4u-%2u-%2u%n", &year, &month, &date, &used) != 3 ||
      day[used] != '\0')
    return NULL;
  return g_date_time_new_local ((int) year, (int) month, (int) date, 12, 0, 0);
}

static void
show_day (EwDateRow *row)
{
  g_autoptr (GDateTime) date = parse (row->day);
  /* Translators: a day as a form says it: “Thursday, 3 December 2026”. */
  g_autofree char *text = date ? g_date_time_format (date, _ ("%A, %-d %B %Y"))
                               : g_strdup (row->none);
  g_autofree char *spoken = g_strdup_printf (
      "%s, %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
      text);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (row->button), text);
  gtk_widget_set_visible (row->clear, date != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
change (EwDateRow *row, const char *day)
{
  char *next = g_strdup (day);

  g_free (row->day);
  row->day = next;
  show_day (row);
  g_signal_emit_by_name (row, "changed");
}

static void
day_selected_cb (GtkCalendar *calendar, EwDateRow *row)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  if (!row->is_setting)
    change (row, day);
}

static void
clear_cb (GtkButton *button, EwDateRow *row)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (row->button));
  change (row, "");
}

static void
today_cb (GtkButton *button, EwDateRow *row)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  ew_date_row_set_day (row, day);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (row->button));
  g_signal_emit_by_name (row, "changed");
}

static void
finalize (GObject *object)
{
  EwDateRow *row = EW_DATE_ROW (object);

  g_free (row->day);
  g_free (row->none);
  G_OBJECT_CLASS (ew_date_row_parent_class)->finalize (object);
}

static void
ew_date_row_class_init (EwDateRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = finalize;
  g_signal_new ("changed", EW_TYPE_DATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_button (EwDateRow *row, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", callback, row, 0);
  return button;
}

static GtkWidget *
new_popover (EwDateRow *row)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->calendar = gtk_calendar_new ();
  row->clear = new_button (row, _ ("No Date"), G_CALLBACK (clear_cb));
  g_signal_connect_object (row->calendar, "day-selected",
                           G_CALLBACK (day_selected_cb), row, 0);
  gtk_box_append (GTK_BOX (buttons),
                  new_button (row, _ ("Today"), G_CALLBACK (today_cb)));
  gtk_box_append (GTK_BOX (buttons), row->clear);
  gtk_box_append (GTK_BOX (box), row->calendar);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
ew_date_row_init (EwDateRow *row)
{
  row->day = g_strdup ("");
  row->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (row->button, "flat");
  gtk_widget_add_css_class (row->button, "ew-row-value");
  gtk_widget_set_valign (row->button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (row->button),
                               new_popover (row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), row->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), row->button);
  /* Its name says the title already. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row->button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

GtkWidget *
ew_date_row_new (const char *title, const char *subtitle, const char *none)
{
  EwDateRow *row = g_object_new (EW_TYPE_DATE_ROW, "title", title, NULL);

  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  row->none = g_strdup (none);
  show_day (row);
  return GTK_WIDGET (row);
}

void
ew_date_row_set_day (EwDateRow *row, const char *day)
{
  g_autoptr (GDateTime) date = NULL;

  g_return_if_fail (EW_IS_DATE_ROW (row) && day != NULL);

  date = parse (day);
  g_free (row->day);
  row->day = g_strdup (date ? day : "");
  row->is_setting = true;
  if (date)
    gtk_calendar_select_day (GTK_CALENDAR (row->calendar), date);
  row->is_setting = false;
  show_day (row);
}

const char *
ew_date_row_day (EwDateRow *row)
{
  g_return_val_if_fail (EW_IS_DATE_ROW (row), "");

  return row->day;
}
