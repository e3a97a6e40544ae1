/* A comment thread: what people say about an object, a place, a board.
 *
 * Messages are a map by id, so two replies written at once both stay.  Ids are
 * made by time, but what is shown is sorted by the time written in the message,
 * then by id; a wrong clock only changes what is displayed.
 *
 * The strings of an EwMessage are #GRefString, as in every record. */
#pragma once

#include "ew-kinds.h"

G_BEGIN_DECLS

typedef struct {
  EwRecord record;
  char *text;
  char *author, *email; /* of the git identity that wrote it */
  gint64 at; /* seconds since 1970, UTC           */
} EwMessage;
extern const EwRecordType ew_message_type;

typedef struct {
  EwObject object;
  EwAnchor anchor;
  gboolean resolved;
  EwMap *messages;
} EwThread;

/* Returns: (nullable): NULL when @object is no thread. */
const EwThread *ew_thread_from_object (const EwObject *object);

/* A new thread about @anchor.  Returns: (transfer full). */
EwObject *ew_thread_new (const EwAnchor *anchor, const EwMessage *first);
/* Returns: (transfer full): @thread with one message more. */
EwObject *ew_thread_reply (const EwThread *thread, const EwMessage *message);
EwObject *ew_thread_resolve (const EwThread *thread, bool resolved);

/* In the order of reading.  Returns: (transfer container): of EwMessage. */
GPtrArray *ew_thread_messages (const EwThread *thread);

G_END_DECLS
