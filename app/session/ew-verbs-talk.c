#include "ew-verbs-talk.h"

#include "ew-error.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>

static EwSpeaker
speaker_now (const char *author, const char *email)
{
  return (EwSpeaker){ author, email, g_get_real_time () / G_USEC_PER_SEC };
}

/* Clear with ew_record_clear (&ew_message_type, …). */
static EwMessage
message_new (const char *text, const EwSpeaker *speaker)
{
  return (EwMessage){ .text = ew_string_new (text),
                      .author = ew_string_new (speaker->name),
                      .email = ew_string_new (speaker->email),
                      .at = speaker->now };
}

/* Clear with ew_record_clear (&ew_ask_type, …). */
static EwAsk
ask_new (const EwAskWish *wish, const EwSpeaker *speaker)
{
  return (EwAsk){ .kind = ew_string_new (wish->kind),
                  .who = ew_string_new (wish->who),
                  .by = ew_string_new (speaker->email),
                  .state = ew_string_new ("waiting"),
                  .at = speaker->now,
                  .due = wish->due };
}

static const EwThread *
find_thread (const EwBoard *board, const char *id, GError **error)
{
  const EwObject *object = ew_board_get (board, id);
  const EwThread *thread = object ? ew_thread_from_object (object) : NULL;
  if (thread == NULL)
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("There is no comment thread “%s” on this board."), id);
  return thread;
}

/* What is said is never taken back by undo.  @before, @after: of a thread. */
static EwEdit *
saying (const char *label, const EwObject *before, const EwObject *after)
{
  EwEdit *edit = ew_edit_new (label);
  ew_edit_set_undoable (edit, false);
  ew_edit_add (edit, before, after);
  return edit;
}

static EwObject *
new_thread (const EwAnchor *anchor, const char *text, const EwSpeaker *speaker)
{
  EwMessage message = message_new (text, speaker);
  EwObject *thread = ew_thread_new (anchor, &message);
  ew_record_clear (&ew_message_type, &message.record);
  return thread;
}

EwEdit *
ew_verb_comment (const EwBoard *board, const EwAnchor *anchor, const char *text,
                 const char *author, const char *email, char **id)
{
  EwSpeaker speaker = speaker_now (author, email);
  g_autoptr (EwObject) thread = new_thread (anchor, text, &speaker);
  if (id)
    *id = g_strdup (thread->id);
  return saying (_ ("Comment"), NULL, thread);
}

static bool
has_room (const EwThread *thread, GError **error)
{
  if (ew_map_size (thread->messages) < EW_THREAD_MESSAGES_MAX)
    return true;
  g_set_error (error, EW_ERROR, EW_ERROR_USAGE,
               _ ("This thread has %d messages and is full. Begin another one "
                  "beside it."),
               EW_THREAD_MESSAGES_MAX);
  return false;
}

/* A reply answers what was asked of whoever writes it. */
EwEdit *
ew_verb_reply (const EwBoard *board, const char *id, const char *text,
               const char *author, const char *email, GError **error)
{
  const EwThread *thread = find_thread (board, id, error);
  if (thread == NULL || !has_room (thread, error))
    return NULL;
  EwSpeaker speaker = speaker_now (author, email);
  EwMessage message = message_new (text, &speaker);
  g_autoptr (EwObject) said = ew_thread_reply (thread, &message);
  ew_record_clear (&ew_message_type, &message.record);
  g_autoptr (EwObject) answered =
      ew_thread_answer (ew_thread_from_object (said), email);
  return saying (_ ("Reply"), &thread->object, answered);
}

EwEdit *
ew_verb_resolve (const EwBoard *board, const char *id, bool resolved,
                 GError **error)
{
  const EwThread *thread = find_thread (board, id, error);
  if (thread == NULL)
    return NULL;
  g_autoptr (EwObject) after = ew_thread_resolve (thread, resolved);
  return saying (resolved ? _ ("Resolve") : _ ("Reopen"), &thread->object,
                 after);
}

static EwObject *
with_ask (const EwThread *thread, const EwAskWish *wish,
          const EwSpeaker *speaker)
{
  EwAsk ask = ask_new (wish, speaker);
  EwObject *asking = ew_thread_ask (thread, &ask);
  ew_record_clear (&ew_ask_type, &ask.record);
  return asking;
}

EwEdit *
ew_verb_begin_ask (const EwBoard *board, const EwAnchor *anchor,
                   const char *text, const EwAskWish *wish,
                   const EwSpeaker *speaker, char **id)
{
  g_autoptr (EwObject) begun = new_thread (anchor, text, speaker);
  g_autoptr (EwObject) thread =
      with_ask (ew_thread_from_object (begun), wish, speaker);
  if (id)
    *id = g_strdup (thread->id);
  return saying (_ ("Ask"), NULL, thread);
}

EwEdit *
ew_verb_ask (const EwBoard *board, const char *id, const EwAskWish *wish,
             const EwSpeaker *speaker, GError **error)
{
  const EwThread *thread = find_thread (board, id, error);
  if (thread == NULL)
    return NULL;
  g_autoptr (EwObject) open = ew_thread_resolve (thread, false);
  g_autoptr (EwObject) after =
      with_ask (ew_thread_from_object (open), wish, speaker);
  return saying (_ ("Ask"), &thread->object, after);
}

EwEdit *
ew_verb_answer (const EwBoard *board, const char *id, const EwSpeaker *speaker,
                GError **error)
{
  const EwThread *thread = find_thread (board, id, error);
  if (thread == NULL)
    return NULL;
  g_autoptr (EwObject) after = ew_thread_answer (thread, speaker->email);
  return saying (_ ("Answer"), &thread->object, after);
}

EwEdit *
ew_verb_set_ask (const EwBoard *board, const char *id, const char *ask,
                 EwAskState state, GError **error)
{
  const EwThread *thread = find_thread (board, id, error);
  if (thread == NULL)
    return NULL;
  g_autoptr (EwObject) after = ew_thread_set_ask (thread, ask, state);
  if (after)
    return saying (state == EW_ASK_WITHDRAWN ? _ ("Withdraw") : _ ("Answer"),
                   &thread->object, after);
  g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
               _ ("There is no ask “%s” in this thread."), ask);
  return NULL;
}

static bool
may_reword (const EwThread *thread, const char *id, const EwSpeaker *speaker,
            GError **error)
{
  const EwMessage *message =
      (const EwMessage *) ew_map_get (thread->messages, id);
  if (message && ew_email_equal (message->email, speaker->email))
    return true;
  if (message)
    g_set_error (error, EW_ERROR, EW_ERROR_DENIED,
                 _ ("This was said by %s, who alone can reword it."),
                 message->author);
  else
    g_set_error (error, EW_ERROR, EW_ERROR_NOT_FOUND,
                 _ ("There is no message “%s” in this thread."), id);
  return false;
}

EwEdit *
ew_verb_reword (const EwBoard *board, const char *id, const char *message,
                const char *text, const EwSpeaker *speaker, GError **error)
{
  const EwThread *thread = find_thread (board, id, error);
  if (thread == NULL || !may_reword (thread, message, speaker, error))
    return NULL;
  g_autoptr (EwObject) after =
      ew_thread_reword (thread, message, text, speaker->now);
  return saying (_ ("Reword"), &thread->object, after);
}
