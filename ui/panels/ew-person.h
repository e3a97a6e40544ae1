/* A person, by their email address, in words: what they are called, what time
 * it is there, when they work.
 *
 * All of it comes from shared files: it is short, of one line, and no markup.
 * Texts are (transfer full) unless they are const. */
#pragma once

#include "ew-session-talk.h"

G_BEGIN_DECLS

/* @fallback: what somebody without a profile signs with, or NULL: their address
 * stands for them then. */
char *ew_person_name (EwSession *session, const char *email,
                      const char *fallback);

/* @now: seconds since 1970.  NULL: they have not told. */
char *ew_person_time (const EwMember *member, gint64 now); /* "14:05 there" */
char *ew_person_hours (const EwMember *member); /* "Mon–Fri, 09:00–17:00" */
/* NULL also when they are back. */
char *ew_person_away (const EwMember *member, gint64 now);
/* What one wants to know before one asks them something: away, else the time
 * there, else "". */
char *ew_person_about (const EwMember *member, gint64 now);

G_END_DECLS
