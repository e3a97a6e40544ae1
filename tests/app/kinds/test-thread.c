#include "ew-thread.h"

#include "ew-string.h"
#include "memo-pen.h"

#include <string.h>

static EwObject *
start (const char *about, const char *text, gint64 at)
{
  EwAnchor anchor = { .object = ew_string_new (about),
                      .spot = { 1000, 0 },
                      .point = { 640, 1280 } };
  EwMessage message = { .text = ew_string_new (text),
                        .author = ew_string_new ("Bo"),
                        .email = ew_string_new ("bo@example.org"),
                        .at = at };
  EwObject *object = ew_thread_new (&anchor, &message);

  g_ref_string_release (anchor.object);
  g_ref_string_release (message.text);
  g_ref_string_release (message.author);
  g_ref_string_release (message.email);
  return object;
}

static EwObject *
reply (const EwObject *object, const char *text, gint64 at)
{
  EwMessage message = { .text = ew_string_new (text),
                        .author = ew_string_new ("Ana"),
                        .email = ew_string_new ("ana@example.org"),
                        .at = at };
  EwObject *next = ew_thread_reply (ew_thread_from_object (object), &message);

  g_ref_string_release (message.text);
  g_ref_string_release (message.author);
  g_ref_string_release (message.email);
  return next;
}

static void
assert_texts (const EwObject *object, const char *const *texts)
{
  g_autoptr (GPtrArray) messages =
      ew_thread_messages (ew_thread_from_object (object));

  g_assert_cmpuint (messages->len, ==, g_strv_length ((char **) texts));
  for (guint i = 0; i < messages->len; i++) {
    const EwMessage *message = g_ptr_array_index (messages, i);

    g_assert_cmpstr (message->text, ==, texts[i]);
  }
}

static void
test_reply (void)
{
  g_autoptr (EwObject) one = start ("n1", "Why?", 100);
  g_autoptr (EwObject) two = reply (one, "Because.", 200);
  const EwThread *thread = ew_thread_from_object (two);
  g_autoptr (GPtrArray) messages = ew_thread_messages (thread);
  const EwMessage *first = g_ptr_array_index (messages, 0);

  assert_texts (one, (const char *[]){ "Why?", NULL });
  assert_texts (two, (const char *[]){ "Why?", "Because.", NULL });
  g_assert_cmpstr (one->id, ==, two->id);
  g_assert_cmpstr (first->author, ==, "Bo");
  g_assert_cmpstr (first->email, ==, "bo@example.org");
  g_assert_cmpint (first->at, ==, 100);
  g_assert_cmpstr (thread->anchor.object, ==, "n1");
}

/* Someone's clock was late: an answer still stands below its question. */
static void
test_order (void)
{
  g_autoptr (EwObject) one = start ("n1", "question", 200);
  g_autoptr (EwObject) two = reply (one, "answer", 100);
  g_autoptr (EwObject) three = reply (two, "thanks", 300);

  assert_texts (three,
                (const char *[]){ "question", "answer", "thanks", NULL });
}

/* Two replies that did not know of each other, put together as a merge does. */
static void
test_order_of_unseen (void)
{
  g_autoptr (EwObject) one = start ("n1", "question", 200);
  g_autoptr (EwObject) late = reply (one, "late", 400);
  g_autoptr (EwObject) early = reply (one, "early", 300);
  g_autoptr (EwObject) both = ew_object_copy (late);
  const EwMap *other = ew_thread_from_object (early)->messages;
  EwThread *thread = (EwThread *) both;

  for (guint i = 0; i < ew_map_size (other); i++) {
    EwMap *with = ew_map_with (thread->messages, &ew_message_type,
                               ew_map_key (other, i), ew_map_value (other, i));

    ew_map_unref (thread->messages);
    thread->messages = with;
  }
  assert_texts (both, (const char *[]){ "question", "early", "late", NULL });
}

/* Written in one turn and second: everyone sees the order of the ids. */
static void
test_order_of_equals (void)
{
  g_autoptr (EwObject) object = start ("n1", "0", 200);
  g_autoptr (GPtrArray) messages = NULL;
  const EwMap *map;

  for (int i = 1; i < 20; i++) {
    g_autofree char *key = g_strdup_printf ("%02d", i);
    EwThread *thread = (EwThread *) object;
    EwMap *with = ew_map_with (thread->messages, &ew_message_type, key,
                               ew_map_value (thread->messages, 0));

    ew_map_unref (thread->messages);
    thread->messages = with;
  }
  messages = ew_thread_messages (ew_thread_from_object (object));
  map = ew_thread_from_object (object)->messages;
  g_assert_cmpuint (messages->len, ==, 20);
  for (guint i = 0; i < messages->len; i++)
    g_assert_true (g_ptr_array_index (messages, i) == ew_map_value (map, i));
}

static void
test_resolve (void)
{
  g_autoptr (EwObject) open = start ("n1", "Why?", 100);
  g_autoptr (EwObject) done =
      ew_thread_resolve (ew_thread_from_object (open), true);
  g_autoptr (EwObject) again =
      ew_thread_resolve (ew_thread_from_object (done), false);

  g_assert_false (ew_thread_from_object (open)->resolved);
  g_assert_true (ew_thread_from_object (done)->resolved);
  g_assert_true (ew_object_equal (open, again));
}

static const EwMessage *
message_of (const EwObject *object, guint index)
{
  g_autoptr (GPtrArray) messages =
      ew_thread_messages (ew_thread_from_object (object));

  return g_ptr_array_index (messages, index);
}

/* Nothing of what was said is lost by saying it better. */
static void
test_reword (void)
{
  g_autoptr (EwObject) one = start ("n1", "Wy?", 100);
  const EwThread *thread = ew_thread_from_object (one);
  const char *id = ew_thread_message_id (thread, message_of (one, 0));
  g_autoptr (EwObject) two = ew_thread_reword (thread, id, "Why?", 50);
  g_autoptr (EwObject) three =
      ew_thread_reword (ew_thread_from_object (two), id, "Why so?", 20);
  g_autoptr (GPtrArray) editions = ew_message_editions (message_of (three, 0));
  g_autofree char *text = ew_object_to_text (three);

  g_assert_cmpstr (ew_message_text (message_of (one, 0)), ==, "Wy?");
  g_assert_cmpstr (ew_message_text (message_of (two, 0)), ==, "Why?");
  g_assert_cmpstr (ew_message_text (message_of (three, 0)), ==, "Why so?");
  g_assert_cmpstr (message_of (three, 0)->text, ==, "Wy?");
  g_assert_cmpuint (editions->len, ==, 2);
  g_assert_cmpstr (((EwEdition *) editions->pdata[0])->text, ==, "Why?");
  g_assert_cmpstr (text, ==, "Why so?");
  g_assert_null (ew_thread_reword (thread, "no such", "x", 0));
}

static EwObject *
ask_of (const EwObject *object, const char *who, gint64 due)
{
  EwAsk ask = { .kind = ew_string_new ("review"),
                .who = ew_string_new (who),
                .by = ew_string_new ("ana@example.org"),
                .state = ew_string_new ("waiting"),
                .due = due };
  EwObject *asking = ew_thread_ask (ew_thread_from_object (object), &ask);

  ew_record_clear (&ew_ask_type, &ask.record);
  return asking;
}

static void
test_ask (void)
{
  g_autoptr (EwObject) none = start ("n1", "Please look", 100);
  g_autoptr (EwObject) one = ask_of (none, "bo@example.org", 500);
  g_autoptr (EwObject) two = ask_of (one, "cleo@example.org", 0);
  g_autoptr (EwObject) said =
      ew_thread_answer (ew_thread_from_object (two), "Bo@Example.org");
  const EwThread *thread = ew_thread_from_object (said);

  g_assert_false (ew_thread_waits_for (ew_thread_from_object (none), NULL));
  g_assert_true (
      ew_thread_waits_for (ew_thread_from_object (two), "bo@example.org"));
  g_assert_false (ew_thread_waits_for (thread, "bo@example.org"));
  g_assert_true (ew_thread_waits_for (thread, "cleo@example.org"));
  g_assert_true (ew_thread_waits_for (thread, NULL));
}

static void
test_ask_withdrawn (void)
{
  g_autoptr (EwObject) none = start ("n1", "Please look", 100);
  g_autoptr (EwObject) one = ask_of (none, "bo@example.org", 500);
  const EwThread *thread = ew_thread_from_object (one);
  g_autoptr (EwObject) two = ew_thread_set_ask (
      thread, ew_map_key (thread->asks, 0), EW_ASK_WITHDRAWN);
  const EwAsk *ask =
      (const EwAsk *) ew_map_value (ew_thread_from_object (two)->asks, 0);

  g_assert_cmpint (ew_ask_state (ask), ==, EW_ASK_WITHDRAWN);
  g_assert_false (ew_ask_is_overdue (ask, 501));
  g_assert_false (ew_thread_waits_for (ew_thread_from_object (two), NULL));
  g_assert_null (ew_thread_set_ask (thread, "no such", EW_ASK_ANSWERED));
}

static void
test_ask_overdue (void)
{
  g_autoptr (EwObject) none = start ("n1", "Please look", 100);
  g_autoptr (EwObject) one = ask_of (none, "bo@example.org", 500);
  g_autoptr (EwObject) whenever = ask_of (none, "bo@example.org", 0);
  const EwMap *asks = ew_thread_from_object (one)->asks;
  const EwMap *never = ew_thread_from_object (whenever)->asks;

  g_assert_false (
      ew_ask_is_overdue ((const EwAsk *) ew_map_value (asks, 0), 500));
  g_assert_true (
      ew_ask_is_overdue ((const EwAsk *) ew_map_value (asks, 0), 501));
  g_assert_false (
      ew_ask_is_overdue ((const EwAsk *) ew_map_value (never, 0), 501));
}

/* A resolved thread waits for nobody, until it is opened again. */
static void
test_ask_resolved (void)
{
  g_autoptr (EwObject) none = start ("n1", "Please look", 100);
  g_autoptr (EwObject) one = ask_of (none, "bo@example.org", 500);
  g_autoptr (EwObject) done =
      ew_thread_resolve (ew_thread_from_object (one), true);
  g_autoptr (EwObject) again =
      ew_thread_resolve (ew_thread_from_object (done), false);

  g_assert_false (ew_thread_waits_for (ew_thread_from_object (done), NULL));
  g_assert_true (ew_thread_waits_for (ew_thread_from_object (again), NULL));
}

static void
test_from_object (void)
{
  g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, NULL);

  g_assert_null (ew_thread_from_object (note));
  g_assert_null (ew_thread_from_object (NULL));
}

static void
test_to_text (void)
{
  g_autoptr (EwObject) one = start ("n1", "Why?", 100);
  g_autoptr (EwObject) two = reply (one, "Because.", 200);
  g_autofree char *text = ew_object_to_text (two);

  g_assert_cmpstr (text, ==, "Why?\nBecause.");
}

static EwBoard *
board_with (EwObject *thread)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  EwObject *note = ew_object_new (&ew_kind_note, "n1");

  ew_object_set_box (note, (EwRect){ 100, 200, 200, 100 });
  g_ptr_array_add (objects, note);
  g_ptr_array_add (objects, ew_object_ref (thread));
  return ew_board_new_with ("b", objects);
}

static char *
painted_count (EwObject *thread)
{
  g_autoptr (EwBoard) board = board_with (thread);
  MemoPen memo;
  char *text;

  memo_pen_init (&memo, 1);
  ew_object_paint (thread, board, &memo.pen);
  text = g_strdup (memo.text);
  memo_pen_clear (&memo);
  return text;
}

static void
test_pin_counts (void)
{
  g_autoptr (EwObject) one = start ("n1", "Why?", 100);
  g_autoptr (EwObject) two = reply (one, "Because.", 200);
  g_autofree char *of_one = painted_count (one);
  g_autofree char *of_two = painted_count (two);

  g_assert_cmpstr (of_one, ==, "1");
  g_assert_cmpstr (of_two, ==, "2");
}

/* The tip is at the spot of what it is about, or at its point. */
static void
test_pin_place (void)
{
  g_autoptr (EwObject) tied = start ("n1", "Why?", 100);
  g_autoptr (EwObject) loose = start ("", "Why?", 100);
  g_autoptr (EwObject) dangling = start ("nobody", "Why?", 100);
  g_autoptr (EwBoard) board = board_with (tied);
  EwPoint above_corner = { 303, 197 }, above_point = { 13, 17 };

  g_assert_true (ew_object_hit (tied, board, above_corner, 0));
  g_assert_true (ew_object_hit (loose, board, above_point, 0));
  g_assert_true (ew_object_hit (dangling, board, above_point, 0));
  g_assert_false (ew_object_hit (tied, board, above_point, 0));
}

/* What it was about goes: the pin stays where it was, and knows. */
static void
test_orphan (void)
{
  g_autoptr (EwObject) tied = start ("n1", "Why?", 100);
  g_autoptr (EwObject) loose = start ("", "Why?", 100);
  g_autoptr (EwBoard) board = board_with (tied);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (EwEdit) edit = NULL;
  const EwThread *left;

  g_ptr_array_add (ids, (char *) "n1");
  edit = ew_board_remove (board, ids, "Remove");
  ew_notice_free (ew_board_apply (board, edit));
  left = ew_thread_from_object (ew_board_get (board, tied->id));

  g_assert_false (ew_thread_is_orphan (ew_thread_from_object (tied)));
  g_assert_false (ew_thread_is_orphan (ew_thread_from_object (loose)));
  g_assert_true (ew_thread_is_orphan (left));
  g_assert_cmpstr (left->about, ==, "n1");
  g_assert_true (
      ew_object_hit (&left->object, board, (EwPoint){ 303, 197 }, 0));
}

/* A hostile file: a thread about itself. */
static void
test_about_itself (void)
{
  g_autoptr (EwObject) made = start ("self", "Why?", 100);
  g_autoptr (EwObject) self = ew_object_copy_as (made, "self");
  g_autoptr (EwBoard) board = board_with (self);

  g_assert_false (ew_rect_is_empty (ew_object_bounds (self, board)));
  g_assert_true (
      ew_rect_contains (ew_board_extent (board), (EwPoint){ 150, 250 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thread/reply", test_reply);
  g_test_add_func ("/thread/order", test_order);
  g_test_add_func ("/thread/order-of-unseen", test_order_of_unseen);
  g_test_add_func ("/thread/reword", test_reword);
  g_test_add_func ("/thread/ask", test_ask);
  g_test_add_func ("/thread/ask-withdrawn", test_ask_withdrawn);
  g_test_add_func ("/thread/ask-overdue", test_ask_overdue);
  g_test_add_func ("/thread/ask-resolved", test_ask_resolved);
  g_test_add_func ("/thread/orphan", test_orphan);
  g_test_add_func ("/thread/order-of-equals", test_order_of_equals);
  g_test_add_func ("/thread/resolve", test_resolve);
  g_test_add_func ("/thread/from-object", test_from_object);
  g_test_add_func ("/thread/to-text", test_to_text);
  g_test_add_func ("/thread/pin-counts", test_pin_counts);
  g_test_add_func ("/thread/pin-place", test_pin_place);
  g_test_add_func ("/thread/about-itself", test_about_itself);
  return g_test_run ();
}
