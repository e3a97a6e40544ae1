#include "ew-thread.h"

#include "ew-id.h"
#include "ew-string.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The text is a STRING: an edition is never changed, so it cannot clash. */
static const EwField edition_fields[] = {
  { "at", N_ ("Time"), EW_FIELD_INT, G_STRUCT_OFFSET (EwEdition, at) },
  { "text", N_ ("Text"), EW_FIELD_STRING, G_STRUCT_OFFSET (EwEdition, text) },
  { "turn", N_ ("Turn"), EW_FIELD_INT, G_STRUCT_OFFSET (EwEdition, turn) },
  EW_FIELD_END,
};
const EwRecordType ew_edition_type = { edition_fields, sizeof (EwEdition) };

static const EwField message_fields[] = {
  { "at", N_ ("Time"), EW_FIELD_INT, G_STRUCT_OFFSET (EwMessage, at) },
  { "author", N_ ("Author"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwMessage, author) },
  { "editions", N_ ("Wordings"), EW_FIELD_MAP,
    G_STRUCT_OFFSET (EwMessage, editions), .record = &ew_edition_type },
  { "email", N_ ("Email"), EW_FIELD_STRING,
    G_STRUCT_OFFSET (EwMessage, email) },
  { "text", N_ ("Text"), EW_FIELD_TEXT, G_STRUCT_OFFSET (EwMessage, text) },
  { "turn", N_ ("Turn"), EW_FIELD_INT, G_STRUCT_OFFSET (EwMessage, turn) },
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
put (EwMap **map, const EwRecordType *type, const char *key,
     const EwRecord *value)
{
  EwMap *with = ew_map_with (*map, type, key, value);

  ew_map_unref (*map);
  *map = with;
}

/* The number after the highest there is, whatever a stray hand wrote. */
static gint64
next_turn (const EwMap *map, gint64 (*turn_of) (const EwRecord *))
{
  gint64 turn = -1;

  for (guint i = 0; i < ew_map_size (map); i++)
    turn = MAX (turn, turn_of (ew_map_value (map, i)));
  return MIN (turn, G_MAXINT32) + 1;
}

static gint64
turn_of_message (const EwRecord *record)
{
  return ((const EwMessage *) record)->turn;
}

static gint64
turn_of_edition (const EwRecord *record)
{
  return ((const EwEdition *) record)->turn;
}

static void
add_message (EwThread *thread, const EwMessage *message)
{
  g_autoptr (GRefString) id = ew_id_new ();
  EwMessage said = *message;

  said.turn = next_turn (thread->messages, turn_of_message);
  put (&thread->messages, &ew_message_type, id, &said.record);
}

EwObject *
ew_thread_new (const EwAnchor *anchor, const EwMessage *first)
{
  EwObject *object = ew_object_new (&ew_kind_thread, NULL);
  const EwField *field = ew_kind_find_field (&ew_kind_thread, "anchor");

  g_return_val_if_fail (anchor != NULL && first != NULL, object);

  ew_field_set_anchor (field, &object->record, anchor);
  ew_string_set (&((EwThread *) object)->about, anchor->object);
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
ew_thread_at_moment (const EwThread *thread, const char *tour, gint64 ms)
{
  EwObject *object;

  g_return_val_if_fail (thread != NULL && tour != NULL, NULL);

  object = ew_object_copy (&thread->object);
  ew_string_set (&((EwThread *) object)->tour, tour);
  ((EwThread *) object)->moment = ms;
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

/* Returns: (transfer full): @message with one wording more. */
static void
add_edition (EwMessage *message, const char *text, gint64 at)
{
  g_autoptr (GRefString) id = ew_id_new ();
  EwEdition edition = { .text = ew_string_new (text), .at = at };

  /* Its own first wording is turn 0. */
  edition.turn = MAX (next_turn (message->editions, turn_of_edition), 1);
  put (&message->editions, &ew_edition_type, id, &edition.record);
  ew_record_clear (&ew_edition_type, &edition.record);
}

EwObject *
ew_thread_reword (const EwThread *thread, const char *id, const char *text,
                  gint64 at)
{
  const EwRecord *old = ew_map_get (thread->messages, id);
  EwMessage message;
  EwObject *object;

  if (!old)
    return NULL;
  object = ew_object_copy (&thread->object);
  ew_record_copy (&ew_message_type, &message.record, old);
  add_edition (&message, text, at);
  put (&((EwThread *) object)->messages, &ew_message_type, id, &message.record);
  ew_record_clear (&ew_message_type, &message.record);
  return object;
}

EwObject *
ew_thread_ask (const EwThread *thread, const EwAsk *ask)
{
  EwObject *object = ew_object_copy (&thread->object);
  g_autoptr (GRefString) id = ew_id_new ();

  put (&((EwThread *) object)->asks, &ew_ask_type, id, &ask->record);
  return object;
}

static void
set_state (EwThread *thread, const char *id, EwAskState state)
{
  EwAsk ask;

  ew_record_copy (&ew_ask_type, &ask.record, ew_map_get (thread->asks, id));
  ew_ask_set_state (&ask, state);
  put (&thread->asks, &ew_ask_type, id, &ask.record);
  ew_record_clear (&ew_ask_type, &ask.record);
}

EwObject *
ew_thread_set_ask (const EwThread *thread, const char *id, EwAskState state)
{
  EwObject *object;

  if (!ew_map_get (thread->asks, id))
    return NULL;
  object = ew_object_copy (&thread->object);
  set_state ((EwThread *) object, id, state);
  return object;
}

EwObject *
ew_thread_answer (const EwThread *thread, const char *email)
{
  EwObject *object = ew_object_copy (&thread->object);

  for (guint i = 0; i < ew_map_size (thread->asks); i++) {
    const EwAsk *ask = (const EwAsk *) ew_map_value (thread->asks, i);

    if (ew_ask_state (ask) == EW_ASK_WAITING &&
        ew_email_equal (ask->who, email))
      set_state ((EwThread *) object, ew_map_key (thread->asks, i),
                 EW_ASK_ANSWERED);
  }
  return object;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_messages (gconstpointer a, gconstpointer b)
{
  const EwMessage *one = *(const EwMessage **) a;
  const EwMessage *two = *(const EwMessage **) b;
  int order = compare_numbers (one->turn, two->turn);

  return order ? order : compare_numbers (one->at, two->at);
}

static int
compare_editions (gconstpointer a, gconstpointer b)
{
  const EwEdition *one = *(const EwEdition **) a;
  const EwEdition *two = *(const EwEdition **) b;
  int order = compare_numbers (one->turn, two->turn);

  return order ? order : compare_numbers (one->at, two->at);
}

/* The sort is stable, and the map in order of ids. */
static GPtrArray *
sorted (const EwMap *map, GCompareFunc compare)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < ew_map_size (map); i++)
    g_ptr_array_add (values, (gpointer) ew_map_value (map, i));
  g_ptr_array_sort (values, compare);
  return values;
}

GPtrArray *
ew_thread_messages (const EwThread *thread)
{
  g_return_val_if_fail (thread != NULL, g_ptr_array_new ());

  return sorted (thread->messages, compare_messages);
}

const char *
ew_thread_message_id (const EwThread *thread, const EwMessage *message)
{
  for (guint i = 0; i < ew_map_size (thread->messages); i++)
    if (ew_map_value (thread->messages, i) == &message->record)
      return ew_map_key (thread->messages, i);
  return NULL;
}

bool
ew_thread_waits (const EwThread *thread, const EwAsk *ask)
{
  return !thread->resolved && ew_ask_state (ask) == EW_ASK_WAITING;
}

bool
ew_thread_waits_for (const EwThread *thread, const char *email)
{
  for (guint i = 0; i < ew_map_size (thread->asks); i++) {
    const EwAsk *ask = (const EwAsk *) ew_map_value (thread->asks, i);

    if (ew_thread_waits (thread, ask) &&
        (!email || ew_email_equal (ask->who, email)))
      return true;
  }
  return false;
}

bool
ew_thread_is_orphan (const EwThread *thread)
{
  return *thread->about != '\0' && *thread->anchor.object == '\0';
}

GPtrArray *
ew_message_editions (const EwMessage *message)
{
  return sorted (message->editions, compare_editions);
}

const char *
ew_message_text (const EwMessage *message)
{
  g_autoptr (GPtrArray) editions = NULL;
  const EwEdition *last;

  if (ew_map_size (message->editions) == 0)
    return message->text;
  editions = ew_message_editions (message);
  last = g_ptr_array_index (editions, editions->len - 1);
  return last->text;
}
