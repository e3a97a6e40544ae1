/* Working hours: when somebody somewhere works, and how long until a date.
 *
 * Times are seconds since 1970, UTC; only what a day is depends on the zone.
 * Nothing here asks a clock: whoever calls hands in the time.  Any thread. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_WORKDAYS_DEFAULT 0x1f /* Monday to Friday */

typedef struct {
  char *zone; /* "Europe/Berlin"; NULL, "" or no zone at all: this computer's */
  guint days; /* bit 0 is Monday; 0: EW_WORKDAYS_DEFAULT */
  guint from, to; /* minutes after midnight; a night's end is before its
                     beginning; equal: 9:00 to 17:00      */
  gint64 away_until; /* 0: not away */
} EwHours;

#define EW_HOURS_INIT ((EwHours){ .from = 9 * 60, .to = 17 * 60 })
void ew_hours_clear (EwHours *hours);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EwHours, ew_hours_clear)

/* "9:00-17:30" into `from` and `to`; false, and nothing changed, when it is
 * something else. */
bool ew_hours_parse (EwHours *hours, const char *text);

bool ew_hours_are_open (const EwHours *hours, gint64 at);
/* @at when they are open, else when they open next. */
gint64 ew_hours_next (const EwHours *hours, gint64 at);
/* When @seconds of working time have passed since @at. */
gint64 ew_hours_after (const EwHours *hours, gint64 at, gint64 seconds);
/* Working time between two moments, in seconds; 0 when they are turned, and of
 * at most two years. */
gint64 ew_hours_between (const EwHours *hours, gint64 from, gint64 to);
/* Seconds of work in a day. */
gint64 ew_hours_in_day (const EwHours *hours);
/* The end of work on a date, "2026-12-03", whether they work then or not; or,
 * with a time, "2026-12-03T14:30", that time there.  0: it is no date. */
gint64 ew_hours_date (const EwHours *hours, const char *date);

/* A zone of the system's list, by its name there.  NULL for anything else: a
 * profile comes from anybody, and must not name other files to be read.
 * Free with g_time_zone_unref(). */
GTimeZone *ew_zone_find (const char *name);
/* Free with g_time_zone_unref(). */
GTimeZone *ew_hours_zone (const EwHours *hours);

G_END_DECLS
