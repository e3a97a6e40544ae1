#include "ew-week-row.h"

#define N_DAYS 7

struct _EwWeekRow {
  AdwActionRow parent;
  GtkWidget *buttons[N_DAYS];
};

G_DEFINE_FINAL_TYPE (EwWeekRow, ew_week_row, ADW_TYPE_ACTION_ROW)

static void
ew_week_row_class_init (EwWeekRowClass *class)
{
}

/* As this language calls it, short on the button and whole for who hears it. */
static GtkWidget *
new_button (int day)
{
  g_autoptr (GDateTime) monday = g_date_time_new_utc (2024, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) date = g_date_time_add_days (monday, day);
  g_autofree char *name = g_date_time_format (date, "%a");
  g_autofree char *whole = g_date_time_format (date, "%A");
  GtkWidget *button = gtk_toggle_button_new_with_label (name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, whole);
  gtk_widget_add_css_class (button, "ew-day");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  return button;
}

static void
ew_week_row_init (EwWeekRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (int i = 0; i < N_DAYS; i++) {
    row->buttons[i] = new_button (i);
    gtk_box_append (GTK_BOX (box), row->buttons[i]);
  }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
}

GtkWidget *
ew_week_row_new (const char *title)
{
  return g_object_new (EW_TYPE_WEEK_ROW, "title", title, NULL);
}

void
ew_week_row_set_days (EwWeekRow *row, guint days)
{
  g_return_if_fail (EW_IS_WEEK_ROW (row));

  for (int i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->buttons[i]),
                                  (days & 1u << i) != 0);
}

guint
ew_week_row_days (EwWeekRow *row)
{
  guint days = 0;

  g_return_val_if_fail (EW_IS_WEEK_ROW (row), 0);

  for (int i = 0; i < N_DAYS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (row->buttons[i])))
      days |= 1u << i;
  return days;
}
