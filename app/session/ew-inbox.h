/* The inbox: what waits for me, what I wait for, what is new.
 *
 * Pure: made from threads and news that are handed in, at a time that is handed
 * in.  What was done comes back when something new happens to it; what was put
 * off, at its time; what is kept stays until it is done. */
#pragma once

#include "ew-intent.h"
#include "ew-marks.h"
#include "ew-naming.h"
#include "ew-store-news.h"
#include "ew-thread.h"

G_BEGIN_DECLS

typedef enum {
  EW_INBOX_ON_ME,
  EW_INBOX_ON_OTHERS,
  EW_INBOX_UPDATES,
} EwInboxPart;

typedef enum {
  EW_INBOX_ASK,
  EW_INBOX_MENTION, /* in a thread; or in a note, since I last looked */
  EW_INBOX_NAMED, /* to drive a board, or to review it: by somebody else */
  EW_INBOX_REPLIES, /* in a thread I take part in */
  EW_INBOX_BOARD, /* changes on a board */
  EW_INBOX_KEPT, /* nothing new, but I did not let it go */
} EwInboxWhat;

typedef struct {
  EwInboxPart part;
  EwInboxWhat what;
  char *key, *state; /* for the marks: which item, and how it is now */
  char *board, *title;
  char *thread, *ask; /* ids, or ""; of a note that mentions me, that */
  char *kind; /* of the ask; "driver" or "reviewer"; or "" */
  char *person; /* name or address of whom it is about; of several, the last */
  char *text; /* one line: what was said last, or "" */
  guint count; /* new messages, or changes */
  guint others; /* messages of others in the thread: all of them, read or not */
  gint64 time, due; /* seconds since 1970; due 0: whenever */
  bool is_overdue;
  bool is_kept;
} EwInboxItem;
void ew_inbox_item_free (EwInboxItem *item);
/* The key of its thread, or of its board: what is kept, whatever it was when
 * it was seen.  Returns: (transfer full). */
char *ew_inbox_item_place (const EwInboxItem *item);

/* One board, as the inbox looks at it. */
typedef struct {
  const char *id, *title;
  GPtrArray *threads; /* of EwObject * */
  GPtrArray *news; /* of EwNews *    */
  const EwObject *self; /* its own entry, or NULL */
  /* By role: who gave it to me; NULL: nobody, or nobody knows. */
  const EwNaming *namings[EW_ROLES];
} EwInboxBoard;

typedef struct {
  const char *const *me; /* my addresses, NULL-terminated */
  GPtrArray *members; /* of EwMember * */
  const EwMarks *marks;
  gint64 now;
} EwInboxView;

/* @boards: of EwInboxBoard.  Returns: (transfer full): of EwInboxItem, part by
 * part: overdue first, then by date; updates the latest first. */
GPtrArray *ew_inbox_build (const EwInboxView *view, GPtrArray *boards);
/* Of an item that names me: by whom, and what for.  Returns: (transfer full).
 */
char *ew_inbox_say_named (const EwInboxItem *item);

/* Messages of others in @thread, and how many of them are not read yet. */
guint ew_inbox_others (const EwThread *thread, const char *const *me);
guint ew_inbox_unread (const EwInboxView *view, const EwThread *thread);

/* When something put off comes back. */
typedef enum {
  EW_SNOOZE_HOUR,
  EW_SNOOZE_LATER, /* in three hours, but today, if today still has them */
  EW_SNOOZE_TOMORROW, /* 9:00 */
} EwSnooze;
gint64 ew_snooze_time (EwSnooze snooze, gint64 now, GTimeZone *zone);

G_END_DECLS
