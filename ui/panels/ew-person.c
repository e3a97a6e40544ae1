#include "ew-person.h"

#include "ew-set.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>

/* Characters. */
#define NAME_SHOWN 60

static const char *const day_words[] = { "mon", "tue", "wed", "thu",
                                         "fri", "sat", "sun" };

char *
ew_person_name (EwSession *session, const char *email, const char *fallback)
{
  const EwMember *member =
      ew_members_find (ew_session_members (session), email);
  const EwIdentity *me = ew_session_identity (session);

  if (member && *member->name)
    return ew_string_excerpt (member->name, NAME_SHOWN);
  if (fallback && *fallback)
    return ew_string_excerpt (fallback, NAME_SHOWN);
  if (me && ew_email_equal (me->email, email) && *me->name)
    return ew_string_excerpt (me->name, NAME_SHOWN);
  return ew_string_excerpt (email, NAME_SHOWN);
}

char *
ew_person_time (const EwMember *member, gint64 now)
{
  g_autoptr (GTimeZone) zone = ew_zone_find (member->zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) there =
      zone && utc ? g_date_time_to_timezone (utc, zone) : NULL;

  /* Translators: the time of day where somebody is: “14:05 there”. */
  return there ? g_date_time_format (there, _ ("%R there")) : NULL;
}

/* “Mon”, as this language shortens it; 0 is Monday. */
static char *
day_name (guint day)
{
  g_autoptr (GDateTime) monday = g_date_time_new_utc (2024, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) date = g_date_time_add_days (monday, (int) day);

  return g_date_time_format (date, "%a");
}

/* Bit 0 is Monday. */
static guint
days_of (const EwMember *member)
{
  guint days = 0;

  for (guint i = 0; i < G_N_ELEMENTS (day_words); i++)
    if (ew_set_has (member->days, day_words[i]))
      days |= 1u << i;
  return days ? days : EW_WORKDAYS_DEFAULT;
}

/* “Mon–Thu”, or “Mon, Wed, Fri”. */
static char *
days_in_words (guint days)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 7; i++) {
    guint first = i;
    g_autofree char *from = day_name (first);
    g_autofree char *to = NULL;

    if (!(days & 1u << i))
      continue;
    while (i + 1 < 7 && days & 1u << (i + 1))
      i++;
    to = day_name (i);
    if (i == first)
      g_ptr_array_add (runs, g_strdup (from));
    else
      g_ptr_array_add (
          runs, g_strconcat (from, i > first + 1 ? "–" : ", ", to, NULL));
  }
  g_ptr_array_add (runs, NULL);
  return g_strjoinv (", ", (char **) runs->pdata);
}

char *
ew_person_hours (const EwMember *member)
{
  EwHours hours = EW_HOURS_INIT;
  g_autofree char *days = days_in_words (days_of (member));

  ew_hours_parse (&hours, member->hours);
  /* Translators: days of the week and hours: “Mon–Fri, 09:00–17:00”. */
  return g_strdup_printf (_ ("%s, %02u:%02u–%02u:%02u"), days, hours.from / 60,
                          hours.from % 60, hours.to / 60, hours.to % 60);
}

char *
ew_person_away (const EwMember *member, gint64 now)
{
  g_auto (EwHours) hours = ew_member_hours (member);
  g_autoptr (GTimeZone) zone = ew_hours_zone (&hours);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (hours.away_until);
  g_autoptr (GDateTime) back = utc ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *date = NULL;

  if (hours.away_until <= now || back == NULL)
    return NULL;
  date = g_date_time_format (back, _ ("%-d %b %Y"));
  return g_strdup_printf (_ ("away until %s"), date);
}

char *
ew_person_about (const EwMember *member, gint64 now)
{
  g_autofree char *away = ew_person_away (member, now);
  char *time = away ? NULL : ew_person_time (member, now);

  if (away)
    return g_steal_pointer (&away);
  return time ? time : g_strdup ("");
}
