/* Asks until when something is put off: a day, and a time of day.
 *
 * Signals:
 *   chosen (gint64 until)     seconds since 1970, later than now */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_SNOOZE_POPOVER (ew_snooze_popover_get_type ())
G_DECLARE_FINAL_TYPE (EwSnoozePopover, ew_snooze_popover, EW, SNOOZE_POPOVER,
                      GtkPopover)

/* At @parent, with tomorrow at 9:00 proposed; goes when it closes.  @now:
 * seconds since 1970. */
GtkWidget *ew_snooze_popover_new (GtkWidget *parent, gint64 now);

G_END_DECLS
