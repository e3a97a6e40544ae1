/* By when something is expected, as short as it is clear: "today 17:00",
 * "tomorrow 10:30", "Thu 3 Dec", "7 Jan 2028". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @due and @now: seconds since 1970; shown in the zone of this computer.
 * Returns: (transfer full). */
char *ew_due_format (gint64 due, gint64 now);

/* The same where there is little room: "today", "tomorrow", "3 Dec". */
char *ew_due_format_day (gint64 due, gint64 now);

G_END_DECLS
