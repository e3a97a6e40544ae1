#include "ew-notify.h"

#include <string.h>

static bool
was_told (const EwInboxItem *item, const EwMarks *marks)
{
  return strcmp (ew_marks_get (marks, EW_MARK_TOLD, item->key), item->state) ==
         0;
}

GPtrArray *
ew_notify_pick (GPtrArray *items, const EwMarks *marks)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++) {
    EwInboxItem *item = g_ptr_array_index (items, i);

    if (item->part == EW_INBOX_ON_ME && !was_told (item, marks))
      g_ptr_array_add (picked, item);
  }
  return picked;
}

gint64
ew_notify_last (const EwMarks *marks)
{
  return ew_marks_get_int (marks, EW_MARK_TOLD, EW_NOTIFY_LAST);
}

gint64
ew_notify_time (const EwHours *mine, gint64 last, gint64 now)
{
  /* A clock that was set back must not silence it for long. */
  gint64 rested = last > now ? now : last + EW_NOTIFY_PAUSE;

  return ew_hours_next (mine, MAX (now, rested));
}
