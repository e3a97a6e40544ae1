/* What the desktop is told of, once, and when. */
#include "ew-notify.h"

static gint64
moment (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  return g_date_time_to_unix (time);
}

static void
assert_time (const EwHours *hours, const char *last, const char *now,
             const char *expected)
{
  gint64 told = ew_notify_time (hours, last ? moment (last) : 0, moment (now));
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (told);
  g_autofree char *iso = g_date_time_format_iso8601 (time);

  g_assert_cmpstr (iso, ==, expected);
}

/* 2026-11-27 is a Friday; Kathmandu is 5:45 ahead. */
static void
test_time (void)
{
  g_auto (EwHours) hours = EW_HOURS_INIT;

  hours.zone = g_strdup ("Asia/Kathmandu");
  assert_time (&hours, NULL, "2026-11-27T05:00:00Z", "2026-11-27T05:00:00Z");
  /* Not twice in half an hour. */
  assert_time (&hours, "2026-11-27T04:50:00Z", "2026-11-27T05:00:00Z",
               "2026-11-27T05:20:00Z");
  assert_time (&hours, "2026-11-27T03:30:00Z", "2026-11-27T05:00:00Z",
               "2026-11-27T05:00:00Z");
  /* After work it waits over the weekend, and for whoever is away. */
  assert_time (&hours, "2026-11-27T11:10:00Z", "2026-11-27T11:14:00Z",
               "2026-11-30T03:15:00Z");
  hours.away_until = moment ("2026-12-02T00:00:00+05:45");
  assert_time (&hours, NULL, "2026-11-30T05:00:00Z", "2026-12-02T03:15:00Z");
  hours.away_until = 0;
  /* A clock that was wrong. */
  assert_time (&hours, "2036-01-01T00:00:00Z", "2026-11-27T05:00:00Z",
               "2026-11-27T05:00:00Z");
}

static EwInboxItem *
item_new (EwInboxPart part, const char *key, const char *state)
{
  EwInboxItem *item = g_new0 (EwInboxItem, 1);

  item->part = part;
  item->key = g_strdup (key);
  item->state = g_strdup (state);
  return item;
}

static guint
count_picked (GPtrArray *items, const EwMarks *marks)
{
  g_autoptr (GPtrArray) picked = ew_notify_pick (items, marks);

  return picked->len;
}

/* Only what waits for me, and again only when it is something else. */
static void
test_pick (void)
{
  g_autoptr (EwMarks) marks = ew_marks_new ();
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_inbox_item_free);

  g_assert_cmpuint (count_picked (items, marks), ==, 0);
  g_ptr_array_add (items, item_new (EW_INBOX_ON_ME, "ask/1", "5"));
  g_ptr_array_add (items, item_new (EW_INBOX_ON_OTHERS, "ask/2", "5"));
  g_ptr_array_add (items, item_new (EW_INBOX_UPDATES, "board/b", "1"));
  g_assert_cmpuint (count_picked (items, marks), ==, 1);
  ew_marks_set (marks, EW_MARK_TOLD, "ask/1", "5");
  g_assert_cmpuint (count_picked (items, marks), ==, 0);
  ew_marks_set (marks, EW_MARK_TOLD, "ask/1", "4");
  g_assert_cmpuint (count_picked (items, marks), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notify/time", test_time);
  g_test_add_func ("/notify/pick", test_pick);
  return g_test_run ();
}
