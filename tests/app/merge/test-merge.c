/* The rules of the merge, one by one. */
#include "ew-merge.h"

#include "ew-merge-clash.h"
#include "ew-string.h"
#include "ew-thread.h"

#include <string.h>

static EwObject *
note (const char *text, const char *color)
{
  EwObject *object = ew_object_new (&ew_kind_note, "n");

  ew_object_set_string (object, "text", text);
  ew_object_set_string (object, "color", color);
  return object;
}

static EwObject *
merge_at (const EwObject *base, const EwObject *ours, gint64 our_time,
          const EwObject *theirs, gint64 their_time)
{
  const EwObject *const sides[] = { ours, theirs };
  const EwObject *const turned[] = { theirs, ours };
  EwMergeTimes times = { { our_time, their_time } };
  EwMergeTimes turned_times = { { their_time, our_time } };
  EwObject *merged = ew_merge_object (base, sides, &times);
  g_autoptr (EwObject) other = ew_merge_object (base, turned, &turned_times);

  g_assert_true (ew_object_equal (merged, other));
  return merged;
}

static void
assert_text (const EwObject *object, const char *text, guint clashes)
{
  g_assert_cmpstr (ew_object_get_string (object, "text"), ==, text);
  g_assert_cmpuint (ew_map_size (object->clash), ==, clashes);
}

static bool
has_clash (const EwObject *object, const char *member, const char *text)
{
  g_autofree char *key = ew_clash_key (member, text);
  const EwClash *clash = (const EwClash *) ew_map_get (object->clash, key);

  return clash != NULL && strcmp (clash->member, member) == 0 &&
         strcmp (clash->text, text) == 0;
}

static void
test_different_members (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) ours = note ("B", "pink");
  g_autoptr (EwObject) theirs = note ("A", "blue");
  g_autoptr (EwObject) merged = NULL;

  theirs->pos = (EwCoords){ 64, 0 };
  merged = merge_at (base, ours, 1, theirs, 2);
  assert_text (merged, "B", 0);
  g_assert_cmpstr (ew_object_get_string (merged, "color"), ==, "blue");
  g_assert_cmpint (merged->pos.x, ==, 64);
}

/* Left moved it right, right moved it down: a place is one value, never the
 * mixture that nobody chose. */
static void
test_position_is_one_value (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) ours = note ("A", "pink");
  g_autoptr (EwObject) theirs = note ("A", "pink");
  g_autoptr (EwObject) merged = NULL;

  ours->pos = (EwCoords){ 640, 0 };
  theirs->pos = (EwCoords){ 0, 640 };
  merged = merge_at (base, ours, 2, theirs, 1);
  g_assert_cmpint (merged->pos.x, ==, 640);
  g_assert_cmpint (merged->pos.y, ==, 0);
}

static void
test_later_value (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) ours = note ("A", "blue");
  g_autoptr (EwObject) theirs = note ("A", "green");
  g_autoptr (EwObject) late = merge_at (base, ours, 5, theirs, 4);
  g_autoptr (EwObject) early = merge_at (base, ours, 4, theirs, 5);
  g_autoptr (EwObject) tie = merge_at (base, ours, 4, theirs, 4);

  g_assert_cmpstr (ew_object_get_string (late, "color"), ==, "blue");
  g_assert_cmpstr (ew_object_get_string (early, "color"), ==, "green");
  g_assert_cmpstr (ew_object_get_string (tie, "color"), ==, "green");
  g_assert_cmpuint (ew_map_size (late->clash), ==, 0);
}

static void
test_text_clash (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) ours = note ("Ours", "pink");
  g_autoptr (EwObject) theirs = note ("Theirs", "pink");
  g_autoptr (EwObject) late = merge_at (base, ours, 5, theirs, 4);
  g_autoptr (EwObject) tie = merge_at (base, ours, 4, theirs, 4);

  assert_text (late, "Ours", 1);
  g_assert_true (has_clash (late, "text", "Theirs"));
  assert_text (tie, "Theirs", 1);
  g_assert_true (has_clash (tie, "text", "Ours"));
}

static void
test_same_text_is_no_clash (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) ours = note ("B", "blue");
  g_autoptr (EwObject) theirs = note ("B", "green");
  g_autoptr (EwObject) merged = merge_at (base, ours, 5, theirs, 4);

  assert_text (merged, "B", 0);
}

/* Cleared here and rewritten there: what was written is never lost. */
static void
test_cleared_text (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) cleared = note ("", "pink");
  g_autoptr (EwObject) written = note ("B", "pink");
  g_autoptr (EwObject) late = merge_at (base, cleared, 5, written, 4);
  g_autoptr (EwObject) early = merge_at (base, cleared, 4, written, 5);

  assert_text (late, "B", 0);
  assert_text (early, "B", 0);
}

static void
test_text_by_word (void)
{
  g_autoptr (EwObject) base = note ("Ship it on Friday", "pink");
  g_autoptr (EwObject) ours = note ("Ship it on Monday", "pink");
  g_autoptr (EwObject) theirs = note ("Ship it all on Friday", "pink");
  g_autoptr (EwObject) merged = merge_at (base, ours, 5, theirs, 4);

  assert_text (merged, "Ship it all on Monday", 0);
}

/* What is no clash is in both versions. */
static void
test_clash_by_word (void)
{
  g_autoptr (EwObject) base = note ("Ship it on Friday", "pink");
  g_autoptr (EwObject) ours = note ("Ship it on Monday", "pink");
  g_autoptr (EwObject) theirs = note ("Ship it all on Sunday", "pink");
  g_autoptr (EwObject) merged = merge_at (base, ours, 5, theirs, 4);

  assert_text (merged, "Ship it all on Monday", 1);
  g_assert_true (has_clash (merged, "text", "Ship it all on Sunday"));
}

/* A title is people's words too. */
static void
test_title (void)
{
  g_autoptr (EwObject) base = ew_object_new (&ew_kind_frame, "f");
  g_autoptr (EwObject) ours = ew_object_copy (base);
  g_autoptr (EwObject) theirs = ew_object_copy (base);
  g_autoptr (EwObject) merged = NULL;

  ew_object_set_string (base, "title", "Went well");
  ew_object_set_string (ours, "title", "Went very well");
  ew_object_set_string (theirs, "title", "Went wrong");
  merged = merge_at (base, ours, 5, theirs, 4);
  g_assert_cmpstr (ew_object_get_string (merged, "title"), ==,
                   "Went very wrong");
}

/* Three people, one word: all versions are there in the end. */
static void
test_clash_of_three (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) one = note ("One", "pink");
  g_autoptr (EwObject) two = note ("Two", "pink");
  g_autoptr (EwObject) three = note ("Three", "pink");
  g_autoptr (EwObject) pair = merge_at (base, one, 1, two, 2);
  g_autoptr (EwObject) all = merge_at (base, pair, 2, three, 3);

  assert_text (all, "Three", 2);
  g_assert_true (has_clash (all, "text", "One"));
  g_assert_true (has_clash (all, "text", "Two"));
}

/* Of one text, committed twice while others rewrote it, the last version is
 * kept, not each: as when git rebases the commits one by one. */
static void
test_clash_follows (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) theirs = note ("Theirs", "pink");
  g_autoptr (EwObject) first = note ("First", "pink");
  g_autoptr (EwObject) second = note ("Second", "pink");
  g_autoptr (EwObject) longer = note ("First one", "pink");
  g_autoptr (EwObject) late = merge_at (base, first, 5, theirs, 9);
  g_autoptr (EwObject) later = merge_at (first, second, 6, late, 9);
  g_autoptr (EwObject) on = merge_at (first, longer, 6, late, 9);
  g_autoptr (EwObject) early = merge_at (base, first, 5, theirs, 1);
  g_autoptr (EwObject) earlier = merge_at (first, second, 6, early, 5);

  assert_text (later, "Theirs", 1);
  g_assert_true (has_clash (later, "text", "Second"));
  assert_text (on, "Theirs one", 1);
  g_assert_true (has_clash (on, "text", "First one"));
  assert_text (earlier, "Second", 1);
  g_assert_true (has_clash (earlier, "text", "Theirs"));
}

static EwObject *
resolve (const EwObject *object, const char *text)
{
  EwObject *resolved = ew_object_copy (object);

  ew_object_set_string (resolved, "text", text);
  g_clear_pointer (&resolved->clash, ew_map_unref);
  return resolved;
}

/* Resolved here, only moved there: it stays resolved. */
static void
test_resolved_clash (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) one = note ("One", "pink");
  g_autoptr (EwObject) two = note ("Two", "pink");
  g_autoptr (EwObject) pair = merge_at (base, one, 1, two, 2);
  g_autoptr (EwObject) resolved = resolve (pair, "One and two");
  g_autoptr (EwObject) moved = ew_object_copy (pair);
  g_autoptr (EwObject) merged = NULL;

  moved->pos.x += 64;
  merged = merge_at (pair, resolved, 3, moved, 4);
  assert_text (merged, "One and two", 0);
  g_assert_cmpint (merged->pos.x, ==, moved->pos.x);
}

/* Typing on while a clash waits does not settle it. */
static void
test_edit_leaves_clash (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) one = note ("One", "pink");
  g_autoptr (EwObject) two = note ("Two", "pink");
  g_autoptr (EwObject) pair = merge_at (base, one, 1, two, 2);
  g_autoptr (EwObject) edited = ew_object_copy (pair);
  g_autoptr (EwObject) moved = ew_object_copy (pair);
  g_autoptr (EwObject) merged = NULL;

  ew_object_set_string (edited, "text", "Two!");
  moved->pos.x += 64;
  merged = merge_at (pair, edited, 3, moved, 4);
  assert_text (merged, "Two!", 1);
  g_assert_true (has_clash (merged, "text", "One"));
}

static EwObject *
note_keeping (const char *text, const char *kept)
{
  EwObject *object = note (text, "pink");

  ew_merge_keep_text (object, "text", kept);
  return object;
}

/* Who wrote all its words into the text has settled it. */
static void
test_clash_is_shown (void)
{
  g_autoptr (EwObject) base = note_keeping ("Sunday", "Monday, Tuesday");
  g_autoptr (EwObject) ours =
      note_keeping ("Monday, or Tuesday, or Sunday", "Monday, Tuesday");
  g_autoptr (EwObject) theirs = note_keeping ("Sunday", "Monday, Tuesday");
  g_autoptr (EwObject) merged = NULL;

  theirs->pos.x += 64;
  merged = merge_at (base, ours, 1, theirs, 2);
  assert_text (merged, "Monday, or Tuesday, or Sunday", 0);
}

/* Both went on with what was kept: it is one text still, unless they rewrote
 * the same words of it. */
static void
test_clash_is_edited_twice (void)
{
  g_autoptr (EwObject) base = note_keeping ("A", "One two three");
  g_autoptr (EwObject) less = note_keeping ("A", "One two");
  g_autoptr (EwObject) more = note_keeping ("A", "Zero One two three");
  g_autoptr (EwObject) four = note_keeping ("A", "One two four");
  g_autoptr (EwObject) five = note_keeping ("A", "One two five");
  g_autoptr (EwObject) joined = merge_at (base, less, 1, more, 2);
  g_autoptr (EwObject) both = merge_at (base, four, 1, five, 2);

  assert_text (joined, "A", 1);
  g_assert_true (has_clash (joined, "text", "Zero One two"));
  assert_text (both, "A", 2);
  g_assert_true (has_clash (both, "text", "One two four"));
  g_assert_true (has_clash (both, "text", "One two five"));
}

/* Settled here, only shortened there: nothing in it that was not known.  A word
 * that is new there has nobody settled. */
static void
test_clash_is_done_with (void)
{
  g_autoptr (EwObject) base = note_keeping ("A", "One two");
  g_autoptr (EwObject) less = note_keeping ("A", "One");
  g_autoptr (EwObject) other = note_keeping ("A", "One two three");
  g_autoptr (EwObject) settled = note ("A more", "pink");
  g_autoptr (EwObject) done = merge_at (base, less, 1, settled, 2);
  g_autoptr (EwObject) still = merge_at (base, other, 1, settled, 2);

  assert_text (done, "A more", 0);
  assert_text (still, "A more", 1);
}

/* Two people settle one clash at once. */

static EwObject *
clash_of_two (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) one = note ("One", "pink");
  g_autoptr (EwObject) two = note ("Two", "pink");

  return merge_at (base, one, 1, two, 2);
}

static void
assert_settles (const char *ours_text, const char *theirs_text,
                const char *text, guint clashes)
{
  g_autoptr (EwObject) pair = clash_of_two ();
  g_autoptr (EwObject) ours = resolve (pair, ours_text);
  g_autoptr (EwObject) theirs = resolve (pair, theirs_text);
  g_autoptr (EwObject) merged = merge_at (pair, ours, 3, theirs, 4);

  assert_text (merged, text, clashes);
}

static void
test_both_settle (void)
{
  assert_settles ("Two", "Two", "Two", 0);
  assert_settles ("One", "One", "One", 0);
  assert_settles ("Two", "One", "One", 0);
  assert_settles ("Two\n\nOne", "Two\n\nOne", "Two\n\nOne", 0);
  assert_settles ("Two\n\nOne", "Two", "Two\n\nOne", 0);
  assert_settles ("Two\n\nOne", "One", "One", 0);
  assert_settles ("Two three", "One", "One three", 0);
  assert_settles ("Three", "Four", "Four", 1);
}

/* Settled here, the kept version; typed on there, in the one shown. */
static void
test_settled_and_edited (void)
{
  g_autoptr (EwObject) pair = clash_of_two ();
  g_autoptr (EwObject) taken = resolve (pair, "One");
  g_autoptr (EwObject) on = ew_object_copy (pair);
  g_autoptr (EwObject) merged = NULL;

  ew_object_set_string (on, "text", "Three");
  merged = merge_at (pair, taken, 4, on, 3);
  assert_text (merged, "One", 1);
  g_assert_true (has_clash (merged, "text", "Three"));
}

static void
test_deleted (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) edited = note ("B", "pink");
  g_autoptr (EwObject) kept = merge_at (base, NULL, 9, edited, 1);
  g_autoptr (EwObject) gone = merge_at (base, NULL, 1, base, 9);
  g_autoptr (EwObject) both = merge_at (base, NULL, 1, NULL, 2);
  g_autoptr (EwObject) none = merge_at (NULL, NULL, 1, NULL, 2);

  g_assert_true (ew_object_equal (kept, edited));
  g_assert_null (gone);
  g_assert_null (both);
  g_assert_null (none);
}

static void
test_both_made (void)
{
  g_autoptr (EwObject) ours = note ("Ours", "pink");
  g_autoptr (EwObject) theirs = note ("Theirs", "yellow");
  g_autoptr (EwObject) merged = merge_at (NULL, ours, 2, theirs, 1);
  g_autoptr (EwObject) alone = merge_at (NULL, ours, 1, NULL, 2);

  assert_text (merged, "Ours", 1);
  g_assert_true (has_clash (merged, "text", "Theirs"));
  g_assert_cmpstr (ew_object_get_string (merged, "color"), ==, "pink");
  g_assert_true (ew_object_equal (alone, ours));
}

static void
test_two_kinds (void)
{
  g_autoptr (EwObject) ours = note ("A note", "pink");
  g_autoptr (EwObject) theirs = ew_object_new (&ew_kind_shape, "n");
  g_autoptr (EwObject) late = NULL;
  g_autoptr (EwObject) early = NULL;
  g_autoptr (EwObject) tie = NULL;

  ew_object_set_string (theirs, "text", "A shape");
  late = merge_at (NULL, ours, 2, theirs, 1);
  early = merge_at (NULL, ours, 1, theirs, 2);
  tie = merge_at (NULL, ours, 1, theirs, 1);
  g_assert_true (late->kind == &ew_kind_note);
  g_assert_true (has_clash (late, "text", "A shape"));
  g_assert_true (early->kind == &ew_kind_shape);
  g_assert_true (has_clash (early, "text", "A note"));
  g_assert_true (tie->kind == &ew_kind_shape);
}

/* Threads: replies written at once both stay. */

static void
message_init (EwMessage *message, const char *text)
{
  ew_record_init (&ew_message_type, &message->record);
  ew_string_set (&message->text, text);
}

static void
message_clear (EwMessage *message)
{
  ew_record_clear (&ew_message_type, &message->record);
}

static EwObject *
reply (const EwObject *thread, const char *text)
{
  EwMessage message;
  EwObject *replied;

  message_init (&message, text);
  replied = ew_thread_reply (ew_thread_from_object (thread), &message);
  message_clear (&message);
  return replied;
}

static EwObject *
new_thread (void)
{
  EwAnchor anchor = { .object = (char *) "n", .spot = EW_SPOT_AUTO };
  EwMessage message;
  EwObject *thread;

  message_init (&message, "First");
  thread = ew_thread_new (&anchor, &message);
  message_clear (&message);
  return thread;
}

static void
test_replies (void)
{
  g_autoptr (EwObject) base = new_thread ();
  g_autoptr (EwObject) ours = reply (base, "Yes");
  g_autoptr (EwObject) theirs = reply (base, "No");
  g_autoptr (EwObject) merged = merge_at (base, ours, 1, theirs, 1);
  g_autoptr (GPtrArray) messages =
      ew_thread_messages (ew_thread_from_object (merged));

  g_assert_cmpuint (messages->len, ==, 3);
}

/* @text NULL: without the message. */
static EwObject *
with_message (const EwObject *thread, const char *key, const char *text)
{
  EwObject *copy = ew_object_copy (thread);
  const EwField *field = ew_kind_find_field (copy->kind, "messages");
  const EwMap *map = ew_field_get_map (field, &copy->record);
  EwMessage message;

  message_init (&message, text);
  ew_field_take_map (
      field, &copy->record,
      text ? ew_map_with (map, &ew_message_type, key, &message.record)
           : ew_map_without (map, key));
  message_clear (&message);
  return copy;
}

static const EwMap *
messages_of (const EwObject *thread)
{
  return ew_field_get_map (ew_kind_find_field (thread->kind, "messages"),
                           &thread->record);
}

/* Both corrected the same message: one is shown, the other kept. */
static void
test_message_clash (void)
{
  g_autoptr (EwObject) base = new_thread ();
  const char *key = ew_map_key (messages_of (base), 0);
  g_autoptr (EwObject) ours = with_message (base, key, "One");
  g_autoptr (EwObject) theirs = with_message (base, key, "Two");
  g_autoptr (EwObject) merged = merge_at (base, ours, 2, theirs, 1);
  g_autofree char *member = g_strdup_printf ("messages/%s/text", key);
  const EwMessage *shown =
      (const EwMessage *) ew_map_get (messages_of (merged), key);

  g_assert_cmpstr (shown->text, ==, "One");
  g_assert_true (has_clash (merged, member, "Two"));
}

static void
test_message_deleted_and_edited (void)
{
  g_autoptr (EwObject) base = new_thread ();
  const char *key = ew_map_key (messages_of (base), 0);
  g_autoptr (EwObject) edited = with_message (base, key, "One");
  g_autoptr (EwObject) removed = with_message (base, key, NULL);
  g_autoptr (EwObject) moved = ew_object_copy (base);
  g_autoptr (EwObject) kept = merge_at (base, edited, 1, removed, 2);
  g_autoptr (EwObject) gone = NULL;

  ew_object_set_string (moved, "z", "V");
  gone = merge_at (base, moved, 2, removed, 1);
  g_assert_nonnull (ew_map_get (messages_of (kept), key));
  g_assert_null (ew_map_get (messages_of (gone), key));
}

static EwObject *
with_unknown (const EwObject *object, const char *name, const char *json)
{
  EwObject *copy = ew_object_copy (object);
  EwUnknown unknown = { .json = ew_string_new (json) };
  EwMap *old = copy->record.unknown;

  copy->record.unknown =
      ew_map_with (old, &ew_unknown_type, name, &unknown.record);
  ew_map_unref (old);
  ew_record_clear (&ew_unknown_type, &unknown.record);
  return copy;
}

static const char *
unknown_of (const EwObject *object, const char *name)
{
  const EwRecord *value = ew_map_get (object->record.unknown, name);

  return value != NULL ? ((const EwUnknown *) value)->json : NULL;
}

/* Each member has a time of its own. */
static gint64
time_of_cb (const char *member, EwSide side, gpointer data)
{
  bool ours = strcmp (member, data) == 0;

  return ours == (side == EW_SIDE_OURS);
}

static void
test_time_of_a_member (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) ours = note ("A", "blue");
  g_autoptr (EwObject) theirs = note ("A", "green");
  const EwObject *const sides[] = { ours, theirs };
  EwMergeTimes times = { .of = time_of_cb, .data = (gpointer) "color" };
  g_autoptr (EwObject) merged = NULL;

  ours->pos = (EwCoords){ 640, 0 };
  theirs->pos = (EwCoords){ 0, 640 };
  merged = ew_merge_object (base, sides, &times);
  g_assert_cmpstr (ew_object_get_string (merged, "color"), ==, "blue");
  g_assert_cmpint (merged->pos.y, ==, 640);
}

static void
test_unknown_members (void)
{
  g_autoptr (EwObject) base = note ("A", "pink");
  g_autoptr (EwObject) one = with_unknown (base, "tags", "[1]");
  g_autoptr (EwObject) two = with_unknown (base, "tags", "[2]");
  g_autoptr (EwObject) both = with_unknown (two, "votes", "3");
  g_autoptr (EwObject) merged = merge_at (base, one, 5, both, 4);

  g_assert_cmpstr (unknown_of (merged, "tags"), ==, "[1]");
  g_assert_cmpstr (unknown_of (merged, "votes"), ==, "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/different-members", test_different_members);
  g_test_add_func ("/merge/position-is-one-value", test_position_is_one_value);
  g_test_add_func ("/merge/later-value", test_later_value);
  g_test_add_func ("/merge/time-of-a-member", test_time_of_a_member);
  g_test_add_func ("/merge/text-clash", test_text_clash);
  g_test_add_func ("/merge/same-text-is-no-clash", test_same_text_is_no_clash);
  g_test_add_func ("/merge/cleared-text", test_cleared_text);
  g_test_add_func ("/merge/text-by-word", test_text_by_word);
  g_test_add_func ("/merge/clash-by-word", test_clash_by_word);
  g_test_add_func ("/merge/title", test_title);
  g_test_add_func ("/merge/clash-follows", test_clash_follows);
  g_test_add_func ("/merge/clash-of-three", test_clash_of_three);
  g_test_add_func ("/merge/resolved-clash", test_resolved_clash);
  g_test_add_func ("/merge/edit-leaves-clash", test_edit_leaves_clash);
  g_test_add_func ("/merge/clash-is-shown", test_clash_is_shown);
  g_test_add_func ("/merge/clash-is-edited-twice", test_clash_is_edited_twice);
  g_test_add_func ("/merge/clash-is-done-with", test_clash_is_done_with);
  g_test_add_func ("/merge/both-settle", test_both_settle);
  g_test_add_func ("/merge/settled-and-edited", test_settled_and_edited);
  g_test_add_func ("/merge/deleted", test_deleted);
  g_test_add_func ("/merge/both-made", test_both_made);
  g_test_add_func ("/merge/two-kinds", test_two_kinds);
  g_test_add_func ("/merge/replies", test_replies);
  g_test_add_func ("/merge/message-clash", test_message_clash);
  g_test_add_func ("/merge/message-deleted-and-edited",
                   test_message_deleted_and_edited);
  g_test_add_func ("/merge/unknown-members", test_unknown_members);
  return g_test_run ();
}
