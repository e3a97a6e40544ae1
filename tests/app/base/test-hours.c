/* Working hours in odd places, with a fixed clock. */
#include "ew-hours.h"

static gint64
moment (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static EwHours
in (const char *zone)
{
  EwHours hours = EW_HOURS_INIT;

  hours.zone = (char *) zone;
  return hours;
}

#define HOUR 3600

static void
assert_moment (gint64 at, const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at);
  g_autofree char *is = g_date_time_format_iso8601 (time);
  g_autoptr (GDateTime) wish = g_date_time_new_from_iso8601 (iso, NULL);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (wish);
  g_autofree char *should = g_date_time_format_iso8601 (utc);

  g_assert_cmpstr (is, ==, should);
}

static void
test_open (void)
{
  EwHours berlin = in ("Europe/Berlin");

  /* 27 November 2026 is a Friday. */
  g_assert_true (
      ew_hours_are_open (&berlin, moment ("2026-11-27T09:00:00+01")));
  g_assert_true (
      ew_hours_are_open (&berlin, moment ("2026-11-27T16:59:59+01")));
  g_assert_false (
      ew_hours_are_open (&berlin, moment ("2026-11-27T17:00:00+01")));
  g_assert_false (
      ew_hours_are_open (&berlin, moment ("2026-11-28T12:00:00+01")));
}

/* Two working days from Friday afternoon end on Tuesday afternoon. */
static void
test_weekend (void)
{
  EwHours berlin = in ("Europe/Berlin");
  gint64 asked = moment ("2026-11-27T15:00:00+01");

  assert_moment (ew_hours_after (&berlin, asked, 2 * ew_hours_in_day (&berlin)),
                 "2026-12-01T15:00:00+01:00");
  assert_moment (ew_hours_after (&berlin, asked, 2 * HOUR),
                 "2026-11-27T17:00:00+01:00");
  assert_moment (ew_hours_after (&berlin, asked, 2 * HOUR + 1),
                 "2026-11-30T09:00:01+01:00");
}

/* In one hour, said to somebody at two in the night: the morning after. */
static void
test_night (void)
{
  EwHours tokyo = in ("Asia/Tokyo");
  gint64 asked = moment ("2026-11-26T02:00:00+09");

  g_assert_cmpint (ew_hours_between (&tokyo, asked, asked + HOUR), ==, 0);
  assert_moment (ew_hours_next (&tokyo, asked + HOUR),
                 "2026-11-26T09:00:00+09:00");
  assert_moment (ew_hours_after (&tokyo, asked, HOUR),
                 "2026-11-26T10:00:00+09:00");
}

static void
test_half_hours (void)
{
  EwHours kolkata = in ("Asia/Kolkata");
  EwHours kathmandu = in ("Asia/Kathmandu");
  gint64 asked = moment ("2026-11-26T00:00:00Z");

  assert_moment (ew_hours_next (&kolkata, asked), "2026-11-26T03:30:00Z");
  assert_moment (ew_hours_next (&kathmandu, asked), "2026-11-26T03:15:00Z");
}

/* At one moment it is Monday on one side and Sunday on the other. */
static void
test_date_line (void)
{
  EwHours kiritimati = in ("Pacific/Kiritimati");
  EwHours niue = in ("Pacific/Niue");
  gint64 at = moment ("2026-11-29T22:00:00Z");

  g_assert_true (ew_hours_are_open (&kiritimati, at));
  g_assert_false (ew_hours_are_open (&niue, at));
  assert_moment (ew_hours_next (&niue, at), "2026-11-30T09:00:00-11:00");
}

/* The clock goes forward in the night to Sunday; Monday still is eight hours.
 */
static void
test_spring (void)
{
  EwHours berlin = in ("Europe/Berlin");
  gint64 friday = moment ("2026-03-27T17:00:00+01");

  assert_moment (ew_hours_after (&berlin, friday, 8 * HOUR),
                 "2026-03-30T17:00:00+02:00");
  g_assert_cmpint (
      ew_hours_between (&berlin, friday, moment ("2026-03-31T09:00:00+02")), ==,
      8 * HOUR);
}

/* Whoever works through the night of the change works an hour less. */
static void
test_spring_night (void)
{
  EwHours night = in ("Europe/Berlin");

  night.from = 22 * 60;
  night.to = 6 * 60;
  night.days = 1 << 5; /* the night from Saturday */
  g_assert_cmpint (ew_hours_between (&night, moment ("2026-03-28T12:00:00+01"),
                                     moment ("2026-03-29T12:00:00+02")),
                   ==, 7 * HOUR);
  g_assert_true (ew_hours_are_open (&night, moment ("2026-03-29T05:00:00+02")));
}

static void
test_away (void)
{
  EwHours berlin = in ("Europe/Berlin");

  berlin.away_until = moment ("2027-01-07T00:00:00+01");
  assert_moment (ew_hours_next (&berlin, moment ("2026-12-23T10:00:00+01")),
                 "2027-01-07T09:00:00+01:00");
  assert_moment (
      ew_hours_after (&berlin, moment ("2026-12-23T10:00:00+01"), HOUR),
      "2027-01-07T10:00:00+01:00");
}

static void
test_own_days (void)
{
  EwHours cairo = in ("Africa/Cairo");

  cairo.days = 0x4f; /* Sunday to Thursday */
  g_assert_true (ew_hours_are_open (&cairo, moment ("2026-11-29T10:00:00+02")));
  g_assert_false (
      ew_hours_are_open (&cairo, moment ("2026-11-27T10:00:00+02")));
}

static void
test_date (void)
{
  EwHours sydney = in ("Australia/Sydney");

  assert_moment (ew_hours_date (&sydney, "2026-12-03"),
                 "2026-12-03T17:00:00+11:00");
  assert_moment (ew_hours_date (&sydney, "2026-12-03T08:30"),
                 "2026-12-03T08:30:00+11:00");
  g_assert_cmpint (ew_hours_date (&sydney, "2026-02-30"), ==, 0);
  g_assert_cmpint (ew_hours_date (&sydney, "Thursday"), ==, 0);
  g_assert_cmpint (ew_hours_date (&sydney, "2026-12-03T99:00"), ==, 0);
  g_assert_cmpint (ew_hours_date (&sydney, "2026-12-03x"), ==, 0);
  g_assert_cmpint (ew_hours_date (&sydney, ""), ==, 0);
}

static void
test_parse (void)
{
  EwHours hours = EW_HOURS_INIT;

  g_assert_true (ew_hours_parse (&hours, "8:30 - 16:45"));
  g_assert_cmpuint (hours.from, ==, 8 * 60 + 30);
  g_assert_cmpuint (hours.to, ==, 16 * 60 + 45);
  g_assert_false (ew_hours_parse (&hours, "8:30"));
  g_assert_false (ew_hours_parse (&hours, "25:00-26:00"));
  g_assert_false (ew_hours_parse (&hours, "9:00-9:00"));
  g_assert_false (ew_hours_parse (&hours, "<b>-:"));
  g_assert_cmpuint (hours.from, ==, 8 * 60 + 30);
}

/* What a hostile file may say: an answer all the same, and soon. */
static void
test_nonsense (void)
{
  EwHours odd = in ("Mars/Olympus");

  odd.days = 0x80;
  odd.from = odd.to = 99999;
  g_assert_cmpint (ew_hours_in_day (&odd), ==, 8 * HOUR);
  ew_hours_next (&odd, G_MAXINT64 / 2);
  ew_hours_after (&odd, 0, G_MAXINT64 / 2);
  odd.away_until = G_MAXINT64 / 4;
  ew_hours_next (&odd, moment ("2026-11-27T09:00:00Z"));
  g_assert_cmpint (ew_hours_between (&odd, 100, 50), ==, 0);
}

/* A name from a shared file opens nothing outside the list of zones. */
static void
test_zone (void)
{
  const char *const refused[] = { "",          "/etc/localtime",
                                  ":UTC",      "../zoneinfo/UTC",
                                  "UTC\n",     "Europe/Berlin ",
                                  "Not/There", NULL };
  g_autoptr (GTimeZone) berlin = ew_zone_find ("Europe/Berlin");

  g_assert_cmpstr (g_time_zone_get_identifier (berlin), ==, "Europe/Berlin");
  for (guint i = 0; refused[i]; i++)
    g_assert_null (ew_zone_find (refused[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours/open", test_open);
  g_test_add_func ("/hours/weekend", test_weekend);
  g_test_add_func ("/hours/night", test_night);
  g_test_add_func ("/hours/half-hours", test_half_hours);
  g_test_add_func ("/hours/date-line", test_date_line);
  g_test_add_func ("/hours/spring", test_spring);
  g_test_add_func ("/hours/spring-night", test_spring_night);
  g_test_add_func ("/hours/away", test_away);
  g_test_add_func ("/hours/own-days", test_own_days);
  g_test_add_func ("/hours/date", test_date);
  g_test_add_func ("/hours/parse", test_parse);
  g_test_add_func ("/hours/nonsense", test_nonsense);
  g_test_add_func ("/hours/zone", test_zone);
  return g_test_run ();
}
