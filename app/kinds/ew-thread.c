#include "ew-thread.h"

#include "ew-id.h"

#include <glib/gi18n-lib.h>

static const EwField message_fields[] = {
  { "at", N_ ("Time"), EW_FIELD_INT, G_STRUCT_OFFSET (EwMessage, at) },
  { "author", N_ ("Author"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwMessage, author) },
  { "email", N_ ("Email"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwMessage, email) },
  { "text", N_ ("Text"), EW_FIELD_TEXT, G_STRUCT_OFFSET (EwMessage, text) },
  EW_FIELD_END,
};
const EwRecordType ew_message_type = { message_fields, sizeof (EwMessage) };

const EwThread *
ew_thread_from_object (const EwObject *object)
{
  if (!object || object->kind != &ew_kind_thread)
    return NULL;
  return (const EwThread *) object;
}

static void
add_message (EwThread *thread, const EwMessage *message)
{
  g_autoptr (GRefString) id = ew_id_new ();
  EwMap *messages =
      ew_map_with (thread->messages, &ew_message_type, id, &message->record);

  ew_map_unref (thread->messages);
  thread->messages = messages;
}

EwObject *
ew_thread_new (const EwAnchor *anchor, const EwMessage *first)
{
  EwObject *object = ew_object_new (&ew_kind_thread, NULL);
  const EwField *field = ew_kind_find_field (&ew_kind_thread, "anchor");

  g_return_val_if_fail (anchor != NULL && first != NULL, object);

  ew_field_set_anchor (field, &object->record, anchor);
  add_message ((EwThread *) object, first);
  return object;
}

EwObject *
ew_thread_reply (const EwThread *thread, const EwMessage *message)
{
  EwObject *object;

  g_return_val_if_fail (thread != NULL && message != NULL, NULL);

  object = ew_object_copy (&thread->object);
  add_message ((EwThread *) object, message);
  return object;
}

EwObject *
ew_thread_resolve (const EwThread *thread, bool resolved)
{
  EwObject *object;

  g_return_val_if_fail (thread != NULL, NULL);

  object = ew_object_copy (&thread->object);
  ((EwThread *) object)->resolved = resolved;
  return object;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const EwMessage *one = *(const EwMessage **) a;
  const EwMessage *two = *(const EwMessage **) b;

  return one->at < two->at ? -1 : one->at > two->at;
}

GPtrArray *
ew_thread_messages (const EwThread *thread)
{
  GPtrArray *messages = g_ptr_array_new ();

  g_return_val_if_fail (thread != NULL, messages);

  for (guint i = 0; i < ew_map_size (thread->messages); i++)
    g_ptr_array_add (messages, (gpointer) ew_map_value (thread->messages, i));
  /* The sort is stable, and the map in order of ids. */
  g_ptr_array_sort (messages, compare_times);
  return messages;
}
