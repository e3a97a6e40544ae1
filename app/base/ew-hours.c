#include "ew-hours.h"

#include <stdio.h>
#include <string.h>

#define DAY_MINUTES (24 * 60)
/* Nobody is asked for longer than this ahead. */
#define DAYS_MAX 731

/* The working time that begins on one date. */
typedef struct {
  gint64 begin, end;
} Shift;

/* Dates one after the other, seen from a zone. */
typedef struct {
  const EwHours *hours;
  GTimeZone *zone;
  GDate date;
} Walk;

void
ew_hours_clear (EwHours *hours)
{
  g_clear_pointer (&hours->zone, g_free);
}

#define ZONE_MAX 64 /* bytes; the longest there is has 32 */

GTimeZone *
ew_zone_find (const char *name)
{
  gsize length = strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "abcdefghijklmnopqrstuvwxyz"
                               "0123456789_+-:/");

  if (length == 0 || length > ZONE_MAX || name[length] != '\0' ||
      *name == '/' || *name == ':')
    return NULL;
  return g_time_zone_new_identifier (name);
}

GTimeZone *
ew_hours_zone (const EwHours *hours)
{
  GTimeZone *zone = hours->zone ? ew_zone_find (hours->zone) : NULL;

  return zone ? zone : g_time_zone_new_local ();
}

static bool
parse_minutes (const char *text, guint *minutes)
{
  guint hour, minute;
  int used = 0;

  if (sscanf (text, "%2u:%2u%n", &hour, &minute, &used) != 2 ||
      text[used] != '\0' || minute > 59 || hour * 60 + minute > DAY_MINUTES)
    return false;
  *minutes = hour * 60 + minute;
  return true;
}

bool
ew_hours_parse (EwHours *hours, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);
  guint from, to;

  if (g_strv_length (parts) != 2 ||
      !parse_minutes (g_strstrip (parts[0]), &from) ||
      !parse_minutes (g_strstrip (parts[1]), &to) || from == to)
    return false;
  hours->from = from;
  hours->to = to;
  return true;
}

/* What cannot be worked by is taken as the usual hours. */
static void
bounds (const EwHours *hours, guint *from, guint *to)
{
  *from = hours->from;
  *to = hours->to;
  if (*from == *to || *from > DAY_MINUTES || *to > DAY_MINUTES) {
    *from = EW_HOURS_INIT.from;
    *to = EW_HOURS_INIT.to;
  }
  if (*to <= *from)
    *to += DAY_MINUTES;
}

gint64
ew_hours_in_day (const EwHours *hours)
{
  guint from, to;

  bounds (hours, &from, &to);
  return (gint64) (to - from) * 60;
}

/* A time on the wall of the zone.  One that a clock skips in spring is the
 * moment after the gap; one it strikes twice in autumn, the first. */
static gint64
wall_time (GTimeZone *zone, const GDate *date, guint minutes)
{
  GDate day = *date;
  g_autoptr (GDateTime) time = NULL;

  g_date_add_days (&day, minutes / DAY_MINUTES);
  minutes %= DAY_MINUTES;
  time = g_date_time_new (zone, g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day), minutes / 60, minutes % 60, 0);
  return time ? g_date_time_to_unix (time) : 0;
}

static void
walk_clear (Walk *walk)
{
  g_time_zone_unref (walk->zone);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

/* Begins a day early, because of nights. */
static Walk
walk_from (const EwHours *hours, gint64 at)
{
  Walk walk = { hours, ew_hours_zone (hours), { 0 } };
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local =
      utc ? g_date_time_to_timezone (utc, walk.zone) : NULL;

  g_date_clear (&walk.date, 1);
  g_date_set_dmy (&walk.date, 1, 1, 1970);
  if (local)
    g_date_set_dmy (&walk.date, g_date_time_get_day_of_month (local),
                    g_date_time_get_month (local),
                    g_date_time_get_year (local));
  if (g_date_get_julian (&walk.date) > 1)
    g_date_subtract_days (&walk.date, 1);
  return walk;
}

/* The shift of the date the walk is at, then the next date. */
static Shift
walk_on (Walk *walk)
{
  guint days =
      walk->hours->days & 0x7f ? walk->hours->days : EW_WORKDAYS_DEFAULT;
  guint day = g_date_get_weekday (&walk->date) - G_DATE_MONDAY;
  Shift shift = { 0, 0 };
  guint from, to;

  if (days & (1u << day)) {
    bounds (walk->hours, &from, &to);
    shift.begin = wall_time (walk->zone, &walk->date, from);
    shift.begin = MAX (shift.begin, walk->hours->away_until);
    shift.end = wall_time (walk->zone, &walk->date, to);
  }
  g_date_add_days (&walk->date, 1);
  return shift;
}

gint64
ew_hours_next (const EwHours *hours, gint64 at)
{
  g_auto (Walk) walk = walk_from (hours, MAX (at, hours->away_until));

  for (guint i = 0; i < DAYS_MAX; i++) {
    Shift shift = walk_on (&walk);

    if (shift.end > MAX (at, shift.begin))
      return MAX (at, shift.begin);
  }
  return at;
}

bool
ew_hours_are_open (const EwHours *hours, gint64 at)
{
  return ew_hours_next (hours, at) == at;
}

gint64
ew_hours_after (const EwHours *hours, gint64 at, gint64 seconds)
{
  g_auto (Walk) walk = walk_from (hours, MAX (at, hours->away_until));

  for (guint i = 0; i < DAYS_MAX; i++) {
    Shift shift = walk_on (&walk);
    gint64 begin = MAX (at, shift.begin);

    if (shift.end <= begin)
      continue;
    if (shift.end - begin >= seconds)
      return begin + seconds;
    seconds -= shift.end - begin;
  }
  return at + seconds;
}

gint64
ew_hours_between (const EwHours *hours, gint64 from, gint64 to)
{
  g_auto (Walk) walk = walk_from (hours, from);
  gint64 sum = 0;

  for (guint i = 0; i < DAYS_MAX; i++) {
    Shift shift = walk_on (&walk);

    if (shift.begin >= to && shift.begin != 0)
      break;
    sum += MAX (MIN (shift.end, to) - MAX (shift.begin, from), 0);
  }
  return sum;
}

gint64
ew_hours_date (const EwHours *hours, const char *date)
{
  g_autoptr (GTimeZone) zone = ew_hours_zone (hours);
  g_auto (GStrv) parts = g_strsplit (date, "T", 2);
  guint year, month, day, from, minutes;
  int used = 0;
  GDate there;

  if (!parts[0] ||
      sscanf (parts[0], "%4u-%2u-%2u%n", &year, &month, &day, &used) != 3 ||
      parts[0][used] != '\0' || !g_date_valid_dmy (day, month, year))
    return 0;
  bounds (hours, &from, &minutes);
  if (parts[1] && !parse_minutes (parts[1], &minutes))
    return 0;
  g_date_clear (&there, 1);
  g_date_set_dmy (&there, day, month, year);
  return wall_time (zone, &there, minutes);
}
