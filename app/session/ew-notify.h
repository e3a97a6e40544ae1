/* What the desktop is told, and when: what waits for me, once, several at a
 * time, and only while I work.
 *
 * Pure: made from an inbox that is handed in, at a time that is handed in. */
#pragma once

#include "ew-hours.h"
#include "ew-inbox.h"

G_BEGIN_DECLS

/* Seconds between two notifications at least. */
#define EW_NOTIFY_PAUSE 1800

/* Of @items (of EwInboxItem) those that wait for me and that @marks do not say
 * I was told of as they are now.
 * Returns: (transfer container): of EwInboxItem, which @items owns. */
GPtrArray *ew_notify_pick (GPtrArray *items, const EwMarks *marks);
/* When they may be told of: not before a pause after @last (0: never told), and
 * in working hours.  Never before @now; all in seconds since 1970. */
gint64 ew_notify_time (const EwHours *mine, gint64 last, gint64 now);

/* When I was last told of anything. */
gint64 ew_notify_last (const EwMarks *marks);
/* The key under which EW_MARK_TOLD keeps that. */
#define EW_NOTIFY_LAST "last"

G_END_DECLS
