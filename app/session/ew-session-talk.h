/* People, what they want of each other, and what is new: questions to a session
 * that concern all boards; see ew-session.h and ew-inbox.h.
 *
 * Signals of the session:
 *   people-changed ()    members, or what was read, drafted and put off */
#pragma once

#include "ew-catch-up.h"
#include "ew-hours.h"
#include "ew-inbox.h"
#include "ew-member.h"
#include "ew-session.h"

G_BEGIN_DECLS

/* Who has a profile, by name.  Valid until "people-changed".
 * Returns: (transfer none): of EwMember. */
GPtrArray *ew_session_members (EwSession *session);
/* My addresses: git's, and those of my profile.  Returns: (transfer full): as a
 * #GStrv, empty while git knows nobody. */
char **ew_session_my_emails (EwSession *session);
/* My profile, to be changed; a new one, with my name and the zone of this
 * computer, while I have none.  Returns: (transfer full). */
EwMember *ew_session_my_profile (EwSession *session);
/* Writes my own profile, as a commit. */
void ew_session_set_member_async (EwSession *session, const EwMember *member,
                                  GAsyncReadyCallback callback, gpointer data);
/* The same with another picture, a PNG (see ew-portrait.h); the same finish. */
void ew_session_set_profile_async (EwSession *session, const EwMember *member,
                                   GBytes *portrait,
                                   GAsyncReadyCallback callback, gpointer data);
bool ew_session_set_member_finish (EwSession *session, GAsyncResult *result,
                                   GError **error);

/* When whom works: of their profile, else as here.  Clear with
 * ew_hours_clear(). */
EwHours ew_session_hours_of (EwSession *session, const char *email);
/* By when @email may be expected to answer what is asked at @now. */
gint64 ew_session_default_due (EwSession *session, const char *email,
                               gint64 now);
/* Asked for sooner than the team answers: the first working time in which
 * @email could have as long for it.  0: @due is fine. */
gint64 ew_session_kinder_due (EwSession *session, const char *email, gint64 now,
                              gint64 due);

/* Private marks.  They are kept on the disk a moment later, off the main
 * thread, and are in nothing that is shared. */
const EwMarks *ew_session_marks (EwSession *session);
void ew_session_mark (EwSession *session, EwMark mark, const char *key,
                      const char *value);
/* The board as it is now was looked at. */
void ew_session_look (EwSession *session, const char *board);
/* All of @thread, on any board, was read. */
void ew_session_read_thread (EwSession *session, const EwThread *thread);
guint ew_session_unread (EwSession *session, const EwThread *thread);

/* What others did on @board since @rev, or, with NULL, since I last looked;
 * person by person, each in order of time. */
void ew_session_since_async (EwSession *session, const char *board,
                             const char *rev, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): of EwNews. */
GPtrArray *ew_session_since_finish (EwSession *session, GAsyncResult *result,
                                    GError **error);

typedef enum {
  EW_NEWS_NEW,
  EW_NEWS_EDITED,
  EW_NEWS_MOVED, /* only its place, size or order */
  EW_NEWS_REACTED, /* only an emoji was put on it, or taken away */
  EW_NEWS_DELETED,
  EW_NEWS_SAID, /* messages or asks */
} EwNewsWhat;
EwNewsWhat ew_news_what (const EwNews *news);
/* Of a reaction: the emoji that was put on it; of several, one by the person
 * the news name, if there is one.  Returns: (transfer full) (nullable): NULL
 * when something was only taken away. */
char *ew_news_emoji (const EwNews *news);

/* Reads threads and news of all boards, as far as they changed. */
void ew_session_inbox_async (EwSession *session, gint64 now,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): of EwInboxItem. */
GPtrArray *ew_session_inbox_finish (EwSession *session, GAsyncResult *result,
                                    GError **error);
/* The catch-up tour over all boards that have something for me, @first before
 * the others; see ew-catch-up.h. */
void ew_session_catch_up_async (EwSession *session, const char *first,
                                gint64 now, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): of EwStop. */
GPtrArray *ew_session_catch_up_finish (EwSession *session, GAsyncResult *result,
                                       GError **error);

void ew_session_inbox_done (EwSession *session, const EwInboxItem *item);
void ew_session_inbox_snooze (EwSession *session, const EwInboxItem *item,
                              gint64 until);
/* A kept item stays, though it was read, until it is done or let go. */
void ew_session_inbox_keep (EwSession *session, const EwInboxItem *item,
                            bool kept);
/* What others do on a board that I do not follow is no update; what waits for
 * me there still does. */
bool ew_session_follows (EwSession *session, const char *board);
void ew_session_follow (EwSession *session, const char *board, bool follows);

G_END_DECLS
