/* What a board is for, in words for people.  Texts are (transfer full). */
#pragma once

#include "ew-intent.h"
#include "ew-session-talk.h"

G_BEGIN_DECLS

/* “by Thu 3 Dec”, “overdue since Thu 3 Dec”; "" without a date.
 * @now: seconds since 1970. */
char *ew_intent_due_words (const EwIntent *intent, gint64 now);
/* All of it, for who cannot see it: “Choose a harbour, driven by Bo Berg, by
 * Thu 3 Dec, wanted: your objections”; bounded.  "" when nothing is stated. */
char *ew_intent_words (const EwIntent *intent, EwSession *session, gint64 now);

G_END_DECLS
