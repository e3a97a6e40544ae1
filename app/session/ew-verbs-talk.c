/* Conversation: comments, replies, what is settled. */
#include "ew-verbs.h"

#include "ew-error.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>

/* Clear with ew_record_clear (&ew_message_type, …). */
static EwMessage
message_now (const char *text, const char *author, const char *email)
{
  return (EwMessage){ .text = ew_string_new (text),
                      .author = ew_string_new (author),
                      .email = ew_string_new (email),
                      .at = g_get_real_time () / G_USEC_PER_SEC };
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

EwEdit *
ew_verb_comment (const EwBoard *board, const EwAnchor *anchor, const char *text,
                 const char *author, const char *email, char **id)
{
  EwMessage message = message_now (text, author, email);
  g_autoptr (EwObject) thread = ew_thread_new (anchor, &message);
  ew_record_clear (&ew_message_type, &message.record);
  EwEdit *edit = ew_edit_new (_ ("Comment"));
  ew_edit_set_undoable (edit, false);
  ew_edit_add (edit, NULL, thread);
  if (id)
    *id = g_strdup (thread->id);
  return edit;
}

EwEdit *
ew_verb_reply (const EwBoard *board, const char *id, const char *text,
               const char *author, const char *email, GError **error)
{
  const EwThread *thread = find_thread (board, id, error);
  if (thread == NULL)
    return NULL;
  EwMessage message = message_now (text, author, email);
  g_autoptr (EwObject) after = ew_thread_reply (thread, &message);
  ew_record_clear (&ew_message_type, &message.record);
  EwEdit *edit = ew_edit_new (_ ("Reply"));
  ew_edit_set_undoable (edit, false);
  ew_edit_add (edit, &thread->object, after);
  return edit;
}

EwEdit *
ew_verb_resolve (const EwBoard *board, const char *id, bool resolved,
                 GError **error)
{
  const EwThread *thread = find_thread (board, id, error);
  if (thread == NULL)
    return NULL;
  g_autoptr (EwObject) after = ew_thread_resolve (thread, resolved);
  EwEdit *edit = ew_edit_new (resolved ? _ ("Resolve") : _ ("Reopen"));
  ew_edit_set_undoable (edit, false);
  ew_edit_add (edit, &thread->object, after);
  return edit;
}
