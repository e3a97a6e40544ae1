#include "ew-ago.h"

#include <glib/gi18n-lib.h>

static char *
format_minutes (int minutes)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d minute ago", "%d minutes ago", minutes),
      minutes);
}

static char *
format_hours (int hours)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d hour ago", "%d hours ago", hours),
      hours);
}

/* Midnights between two moments, by the calendar of this place. */
static int
days_between (GDateTime *from, GDateTime *to)
{
  GDate a, b;

  g_date_set_dmy (&a, g_date_time_get_day_of_month (from),
                  g_date_time_get_month (from), g_date_time_get_year (from));
  g_date_set_dmy (&b, g_date_time_get_day_of_month (to),
                  g_date_time_get_month (to), g_date_time_get_year (to));
  return g_date_days_between (&a, &b);
}

static char *
format_date (GDateTime *then, GDateTime *today)
{
  int days = days_between (then, today);

  if (days == 0) /* Translators: g_date_time_format(): today, at this time. */
    return g_date_time_format (then, _ ("today %H:%M"));
  if (days == 1)
    return g_date_time_format (then, _ ("yesterday %H:%M"));
  if (days < 7) /* Translators: g_date_time_format(): Monday 17:40. */
    return g_date_time_format (then, _ ("%A %H:%M"));
  if (g_date_time_get_year (then) == g_date_time_get_year (today))
    return g_date_time_format (then, _ ("%-e %B"));
  return g_date_time_format (then, _ ("%-e %B %Y"));
}

char *
ew_ago_format (gint64 at, gint64 now)
{
  gint64 seconds = now - at;
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) today = NULL;

  if (seconds < 60)
    return g_strdup (_ ("just now"));
  if (seconds < 3600)
    return format_minutes (seconds / 60);
  if (seconds < 6 * 3600)
    return format_hours (seconds / 3600);

  then = g_date_time_new_from_unix_local (at);
  today = g_date_time_new_from_unix_local (now);
  if (then == NULL || today == NULL)
    return g_strdup (_ ("long ago"));
  return format_date (then, today);
}
