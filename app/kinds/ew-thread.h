/* A comment thread: what people say about an object, a place, a board.
 *
 * Messages are a map by id, so two replies written at once both stay.  Their
 * order comes from no clock: a message counts one turn more than all that its
 * author had before them.  Only what was said in the same turn, unseen by each
 * other, is put by the time written in it, then by id.
 *
 * What was said stays said: rewording a message adds an edition to it.
 *
 * The strings of an EwMessage are #GRefString, as in every record. */
#pragma once

#include "ew-ask.h"
#include "ew-kinds.h"

G_BEGIN_DECLS

/* More are read, and kept, but not added: a file is bounded too. */
#define EW_THREAD_MESSAGES_MAX 9000

/* A later wording; an empty text takes the message back. */
typedef struct {
  EwRecord record;
  char *text;
  gint64 at, turn; /* as in EwMessage, counted among the editions */
} EwEdition;
extern const EwRecordType ew_edition_type;

typedef struct {
  EwRecord record;
  char *text; /* as it was said; see ew_message_text() */
  char *author, *email; /* of the git identity that wrote it */
  gint64 at; /* seconds since 1970, UTC           */
  gint64 turn; /* see above; of the first message 0 */
  EwMap *editions; /* of EwEdition, by id               */
} EwMessage;
extern const EwRecordType ew_message_type;

typedef struct {
  EwObject object;
  EwAnchor anchor;
  EwCoords area; /* of a region from the anchor on, 1/64 px; 0,0: a spot */
  char *about; /* id of the object it began with, or "" */
  char *tour; /* id of the walkthrough during which it began, or "" */
  gint64 moment; /* ms: and when in it */
  gboolean resolved;
  EwMap *messages, *asks; /* of EwMessage and EwAsk, by id */
} EwThread;

/* Returns: (nullable): NULL when @object is no thread. */
const EwThread *ew_thread_from_object (const EwObject *object);

/* A new thread about @anchor.  Returns: (transfer full). */
EwObject *ew_thread_new (const EwAnchor *anchor, const EwMessage *first);
/* Returns: (transfer full): @thread with one message more, in its turn. */
EwObject *ew_thread_reply (const EwThread *thread, const EwMessage *message);
EwObject *ew_thread_resolve (const EwThread *thread, bool resolved);
/* Returns: (transfer full): begun while @tour was at @ms. */
EwObject *ew_thread_at_moment (const EwThread *thread, const char *tour,
                               gint64 ms);
/* Returns: (transfer full) (nullable): with the message @id said in other
 * words; NULL when there is no such message. */
EwObject *ew_thread_reword (const EwThread *thread, const char *id,
                            const char *text, gint64 at);
/* Returns: (transfer full). */
EwObject *ew_thread_ask (const EwThread *thread, const EwAsk *ask);
/* Returns: (transfer full) (nullable): NULL when there is no such ask. */
EwObject *ew_thread_set_ask (const EwThread *thread, const char *id,
                             EwAskState state);
/* All that waits for @email is answered.  Returns: (transfer full). */
EwObject *ew_thread_answer (const EwThread *thread, const char *email);

/* In the order of reading.  Returns: (transfer container): of EwMessage. */
GPtrArray *ew_thread_messages (const EwThread *thread);
/* Returns: (nullable): its key in the map. */
const char *ew_thread_message_id (const EwThread *thread,
                                  const EwMessage *message);
/* Whether @ask, which lies in @thread, still waits. */
bool ew_thread_waits (const EwThread *thread, const EwAsk *ask);
/* Whether anything in it waits for @email, or, with NULL, for anybody. */
bool ew_thread_waits_for (const EwThread *thread, const char *email);
/* What it was about is gone; the pin keeps the last place. */
bool ew_thread_is_orphan (const EwThread *thread);

/* As it reads now; "" when it was taken back. */
const char *ew_message_text (const EwMessage *message);
/* Every wording, oldest first.  Returns: (transfer container): of const
 * EwEdition *; empty when it was never changed. */
GPtrArray *ew_message_editions (const EwMessage *message);

G_END_DECLS
