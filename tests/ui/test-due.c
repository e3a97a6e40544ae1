#include "ew-due.h"

#include <locale.h>

/* Thursday, 15 October 2026, 12:00 UTC. */
#define NOON G_GINT64_CONSTANT (1792065600)
#define HOUR 3600
#define DAY (24 * HOUR)

static void
assert_due (gint64 seconds_later, const char *expected)
{
  g_autofree char *due = ew_due_format (NOON + seconds_later, NOON);

  g_assert_cmpstr (due, ==, expected);
}

static void
test_near (void)
{
  assert_due (5 * HOUR, "today 17:00");
  assert_due (-3 * HOUR, "today 09:00");
  assert_due (13 * HOUR, "tomorrow 01:00");
  assert_due (-DAY, "yesterday 12:00");
}

static void
test_days (void)
{
  assert_due (2 * DAY + 13 * 60, "Sat 17 Oct");
  assert_due (-5 * DAY, "Sat 10 Oct");
  assert_due (79 * DAY, "Sat 2 Jan");
  assert_due (400 * DAY, "19 Nov 2027");
}

static void
test_beyond (void)
{
  g_autofree char *never = ew_due_format (G_MAXINT64, NOON);

  g_assert_cmpstr (never, ==, "");
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/near", test_near);
  g_test_add_func ("/due/days", test_days);
  g_test_add_func ("/due/beyond", test_beyond);
  return g_test_run ();
}
