#include "ew-ago.h"

#include <locale.h>

/* Thursday, 15 October 2026, 12:00 UTC. */
#define NOON G_GINT64_CONSTANT (1792065600)
#define HOUR 3600
#define DAY (24 * HOUR)

static void
assert_ago (gint64 seconds_before, const char *expected)
{
  g_autofree char *ago = ew_ago_format (NOON - seconds_before, NOON);

  g_assert_cmpstr (ago, ==, expected);
}

static void
test_recent (void)
{
  assert_ago (0, "just now");
  assert_ago (59, "just now");
  assert_ago (60, "1 minute ago");
  assert_ago (5 * 60, "5 minutes ago");
  assert_ago (HOUR, "1 hour ago");
  assert_ago (3 * HOUR, "3 hours ago");
}

static void
test_days (void)
{
  assert_ago (8 * HOUR, "today 04:00");
  assert_ago (13 * HOUR, "yesterday 23:00");
  assert_ago (2 * DAY, "Tuesday 12:00");
  assert_ago (14 * DAY, "1 October");
  assert_ago (400 * DAY, "10 September 2025");
}

/* Somebody's clock is ahead. */
static void
test_future (void)
{
  assert_ago (-DAY, "just now");
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ago/recent", test_recent);
  g_test_add_func ("/ago/days", test_days);
  g_test_add_func ("/ago/future", test_future);
  return g_test_run ();
}
