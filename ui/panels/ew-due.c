#include "ew-due.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>

/* Whole days from the day of @from to that of @to. */
static int
days_between (GDateTime *from, GDateTime *to)
{
  GDate one, other;

  g_date_set_dmy (&one, (GDateDay) g_date_time_get_day_of_month (from),
                  (GDateMonth) g_date_time_get_month (from),
                  (GDateYear) g_date_time_get_year (from));
  g_date_set_dmy (&other, (GDateDay) g_date_time_get_day_of_month (to),
                  (GDateMonth) g_date_time_get_month (to),
                  (GDateYear) g_date_time_get_year (to));
  return g_date_days_between (&one, &other);
}

/* The hour matters only when it is near. */
static const char *
pattern (int days, bool is_same_year)
{
  if (days == 0)
    return _ ("today %R");
  if (days == 1)
    return _ ("tomorrow %R");
  if (days == -1)
    return _ ("yesterday %R");
  return is_same_year || (days > 0 && days < 90)
             ? _ ("%a %-d %b") /* Translators: “Thu 3 Dec” */
             : _ ("%-d %b %Y");
}

char *
ew_due_format_day (gint64 due, gint64 now)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (due);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);
  int days;

  if (at == NULL || today == NULL)
    return g_strdup ("");
  days = days_between (today, at);
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  /* Translators: “3 Dec” */
  return g_date_time_format (at,
                             ABS (days) < 300 ? _ ("%-d %b") : _ ("%-d %b %Y"));
}

char *
ew_due_format (gint64 due, gint64 now)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (due);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);

  if (at == NULL || today == NULL)
    return g_strdup ("");
  return g_date_time_format (
      at, pattern (days_between (today, at),
                   g_date_time_get_year (at) == g_date_time_get_year (today)));
}
