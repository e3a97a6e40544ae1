/* A question of a remote, brought to the main thread: is this the right
 * machine, which password?
 *
 * Whoever has people in front of it sets a handler once; without one, nobody is
 * asked, and what needs an answer fails with EW_ERROR_UNANSWERED.
 *
 * Signal "withdrawn": nobody waits for the answer any more (cancelled). */
#pragma once

#include "ew-prompt.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define EW_TYPE_REMOTE_QUESTION (ew_remote_question_get_type ())
G_DECLARE_FINAL_TYPE (EwRemoteQuestion, ew_remote_question, EW, REMOTE_QUESTION,
                      GObject)

/* Valid as long as the question.  Main thread. */
const EwPrompt *ew_remote_question_prompt (EwRemoteQuestion *question);
/* @reply NULL is no; what is in it is taken.  The first answer counts. */
void ew_remote_question_answer (EwRemoteQuestion *question, EwReply *reply);

/* Called on the main thread; takes a reference if it keeps the question. */
typedef void (*EwRemoteQuestionHandler) (EwRemoteQuestion *question,
                                         gpointer data);
/* Before the first session; NULL: nobody. */
void ew_remote_question_set_handler (EwRemoteQuestionHandler handler,
                                     gpointer data);
/* For the store.  Returns: (nullable). */
const EwPrompter *ew_remote_question_prompter (void);

G_END_DECLS
