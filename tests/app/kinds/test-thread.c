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

/* Someone's clock was late: what is shown follows the time that was written. */
static void
test_order (void)
{
  g_autoptr (EwObject) one = start ("n1", "second", 200);
  g_autoptr (EwObject) two = reply (one, "first", 100);
  g_autoptr (EwObject) three = reply (two, "third", 300);

  assert_texts (three, (const char *[]){ "first", "second", "third", NULL });
}

/* Written in the same second: everyone sees the order of the ids. */
static void
test_order_of_equals (void)
{
  g_autoptr (EwObject) object = start ("n1", "0", 200);
  g_autoptr (GPtrArray) messages = NULL;
  const EwMap *map;

  for (int i = 1; i < 20; i++) {
    g_autofree char *text = g_strdup_printf ("%d", i);
    g_autoptr (EwObject) before = object;

    object = reply (before, text, 200);
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
  g_test_add_func ("/thread/order-of-equals", test_order_of_equals);
  g_test_add_func ("/thread/resolve", test_resolve);
  g_test_add_func ("/thread/from-object", test_from_object);
  g_test_add_func ("/thread/to-text", test_to_text);
  g_test_add_func ("/thread/pin-counts", test_pin_counts);
  g_test_add_func ("/thread/pin-place", test_pin_place);
  g_test_add_func ("/thread/about-itself", test_about_itself);
  return g_test_run ();
}
