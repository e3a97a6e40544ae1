#include "ew-snooze-popover.h"

#include "ew-due.h"
#include "ew-inbox.h"

#include <glib/gi18n-lib.h>

struct _EwSnoozePopover {
  GtkPopover parent;
  gint64 now, until; /* 0: what is chosen is over */

  GtkWidget *calendar, *hour, *minute, *accept;
};

G_DEFINE_FINAL_TYPE (EwSnoozePopover, ew_snooze_popover, GTK_TYPE_POPOVER)

static int
value_of (GtkWidget *spin)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin));
}

static gint64
chosen_time (EwSnoozePopover *popover)
{
  g_autoptr (GDateTime) day =
      gtk_calendar_get_date (GTK_CALENDAR (popover->calendar));
  g_autoptr (GDateTime) time = g_date_time_new_local (
      g_date_time_get_year (day), g_date_time_get_month (day),
      g_date_time_get_day_of_month (day), value_of (popover->hour),
      value_of (popover->minute), 0);

  return time ? g_date_time_to_unix (time) : 0;
}

/* What is over is no time to come back. */
static void
refresh (EwSnoozePopover *popover)
{
  gint64 until = chosen_time (popover);
  g_autofree char *due = ew_due_format (until, popover->now);
  g_autofree char *label = g_strdup_printf (_ ("Put Off until %s"), due);

  popover->until = until > popover->now ? until : 0;
  gtk_button_set_label (GTK_BUTTON (popover->accept),
                        popover->until ? label : _ ("That Is Over"));
  gtk_widget_set_sensitive (popover->accept, popover->until > 0);
}

static void
accept_cb (EwSnoozePopover *popover)
{
  gint64 until = popover->until;

  if (until == 0)
    return;
  g_signal_emit_by_name (popover, "chosen", until);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: it is still closing. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover),
                   g_object_unref);
}

static gboolean
two_digits_cb (GtkSpinButton *spin)
{
  g_autofree char *text =
      g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static GtkWidget *
new_spin (EwSnoozePopover *popover, int last, int step, const char *name)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, last, step);

  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 2);
  gtk_widget_set_hexpand (spin, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (spin, "output", G_CALLBACK (two_digits_cb), NULL);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (refresh), popover,
                           G_CONNECT_SWAPPED);
  return spin;
}

static GtkWidget *
new_time (EwSnoozePopover *popover)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  popover->hour = new_spin (popover, 23, 1, _ ("Hour"));
  popover->minute = new_spin (popover, 59, 15, _ ("Minute"));
  gtk_box_append (GTK_BOX (box), popover->hour);
  gtk_box_append (GTK_BOX (box), gtk_label_new (":"));
  gtk_box_append (GTK_BOX (box), popover->minute);
  return box;
}

static void
ew_snooze_popover_class_init (EwSnoozePopoverClass *class)
{
  g_signal_new ("chosen", EW_TYPE_SNOOZE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ew_snooze_popover_init (EwSnoozePopover *popover)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  popover->calendar = gtk_calendar_new ();
  popover->accept = gtk_button_new ();
  gtk_widget_add_css_class (popover->accept, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Put Off"),
                                  -1);
  gtk_box_append (GTK_BOX (box), popover->calendar);
  gtk_box_append (GTK_BOX (box), new_time (popover));
  gtk_box_append (GTK_BOX (box), popover->accept);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_default_widget (GTK_POPOVER (popover), popover->accept);
  g_signal_connect_object (popover->calendar, "day-selected",
                           G_CALLBACK (refresh), popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover->accept, "clicked", G_CALLBACK (accept_cb),
                           popover, G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
}

static void
propose (EwSnoozePopover *popover)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (
      ew_snooze_time (EW_SNOOZE_TOMORROW, popover->now, zone));

  gtk_calendar_select_day (GTK_CALENDAR (popover->calendar), time);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (popover->hour),
                             g_date_time_get_hour (time));
  refresh (popover);
}

GtkWidget *
ew_snooze_popover_new (GtkWidget *parent, gint64 now)
{
  EwSnoozePopover *popover = g_object_new (EW_TYPE_SNOOZE_POPOVER, NULL);

  popover->now = now;
  gtk_widget_set_parent (GTK_WIDGET (popover), parent);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  propose (popover);
  return GTK_WIDGET (popover);
}
