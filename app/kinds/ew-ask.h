/* An ask: somebody asks somebody for something, by a date.
 *
 * Asks lie in a thread, a map by id, so that one thread can ask several people
 * and two asks made at once both stay.  A person is an email address.  Whether
 * an ask still waits is told together with its thread: one that is resolved
 * waits for nobody.
 *
 * The strings of an EwAsk are #GRefString, as in every record. */
#pragma once

#include "ew-field.h"

G_BEGIN_DECLS

typedef struct {
  EwRecord record;
  char *kind; /* "question", "review", "decision", "fyi"             */
  char *who, *by; /* email addresses: who is asked, who asks             */
  char *state; /* "waiting", "answered", "withdrawn"                   */
  gint64 at; /* when it was asked, seconds since 1970, UTC            */
  gint64 due; /* by when, the same; 0: whenever                        */
} EwAsk;
extern const EwRecordType ew_ask_type;

typedef enum {
  EW_ASK_WAITING, /* also what a newer version calls otherwise */
  EW_ASK_ANSWERED,
  EW_ASK_WITHDRAWN,
} EwAskState;

/* NULL-terminated, in the order of menus. */
extern const char *const ew_ask_kinds[];
/* "Review", translated; of an unknown kind its own word. */
const char *ew_ask_kind_title (const char *kind);

EwAskState ew_ask_state (const EwAsk *ask);
void ew_ask_set_state (EwAsk *ask, EwAskState state);
/* Whether it was due before @now, seconds since 1970. */
bool ew_ask_is_overdue (const EwAsk *ask, gint64 now);

/* Addresses are compared as mail does in practice: upper case is lower. */
bool ew_email_equal (const char *a, const char *b);
/* @emails: NULL-terminated, or NULL for none. */
bool ew_email_is_among (const char *email, const char *const *emails);

G_END_DECLS
