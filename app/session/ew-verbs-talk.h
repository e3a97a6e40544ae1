/* What people do to each other, in words: ask, answer, reword; see ew-verbs.h
 * for comment, reply and resolve.
 *
 * None of it is undone by canvas undo.  @now: seconds since 1970, handed in so
 * that nothing here asks a clock. */
#pragma once

#include "ew-verbs.h"

G_BEGIN_DECLS

/* Who says it, and when. */
typedef struct {
  const char *name, *email;
  gint64 now;
} EwSpeaker;

typedef struct {
  const char *kind; /* one of ew_ask_kinds */
  const char *who; /* email address       */
  gint64 due; /* seconds since 1970, 0: whenever */
} EwAskWish;

/* A new thread about @anchor that asks for something.
 * @thread: (out) (transfer full): its id. */
EwEdit *ew_verb_begin_ask (const EwBoard *board, const EwAnchor *anchor,
                           const char *text, const EwAskWish *wish,
                           const EwSpeaker *speaker, char **thread);
/* One ask more in a thread that is there; opens it again. */
EwEdit *ew_verb_ask (const EwBoard *board, const char *thread,
                     const EwAskWish *wish, const EwSpeaker *speaker,
                     GError **error);
/* Whatever in the thread waits for the speaker is answered. */
EwEdit *ew_verb_answer (const EwBoard *board, const char *thread,
                        const EwSpeaker *speaker, GError **error);
EwEdit *ew_verb_set_ask (const EwBoard *board, const char *thread,
                         const char *ask, EwAskState state, GError **error);
/* The message in other words; "" takes it back.  Only its author may. */
EwEdit *ew_verb_reword (const EwBoard *board, const char *thread,
                        const char *message, const char *text,
                        const EwSpeaker *speaker, GError **error);

G_END_DECLS
