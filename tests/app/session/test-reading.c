/* How a board is read without seeing it: in which order, who is next to whom,
 * what each is called, and how a note gets into a frame. */
#include "ew-describe.h"
#include "ew-neighbour.h"
#include "ew-string.h"
#include "ew-thread.h"
#include "ew-verbs-frame.h"
#include "ew-verbs.h"

#include <string.h>

static EwObject *
make (const char *kind, const char *id, EwRect box)
{
  EwObject *object = ew_object_new (ew_kind_by_name (kind), id);

  ew_object_set_box (object, box);
  if (object->kind->text != NULL)
    ew_object_set_string (object, object->kind->text, id);
  return object;
}

static EwObject *
note (const char *id, double x, double y)
{
  return make ("note", id, (EwRect){ x, y, 100, 100 });
}

static EwObject *
inside (EwObject *object, const char *frame)
{
  ew_string_set (&object->parent, frame);
  return object;
}

static EwObject *
line (const char *id, const char *from, const char *to)
{
  EwObject *object = ew_object_new (ew_kind_by_name ("connector"), id);
  EwAnchor ends[] = { { (char *) from, EW_SPOT_AUTO, { 0, 0 } },
                      { (char *) to, EW_SPOT_AUTO, { 0, 0 } } };

  ew_field_set_anchor (ew_kind_find_field (object->kind, "from"),
                       &object->record, &ends[0]);
  ew_field_set_anchor (ew_kind_find_field (object->kind, "to"), &object->record,
                       &ends[1]);
  return object;
}

static EwObject *
comment (const char *on)
{
  EwAnchor anchor = { (char *) on, EW_SPOT_AUTO, { 0, 0 } };
  EwMessage message = { .text = ew_string_new ("Really?"),
                        .author = ew_string_new ("Bo"),
                        .email = ew_string_new ("bo@example.org"),
                        .at = 1 };
  EwObject *thread = ew_thread_new (&anchor, &message);

  g_ref_string_release (message.text);
  g_ref_string_release (message.author);
  g_ref_string_release (message.email);
  return thread;
}

/* Takes the objects. */
static EwBoard *
board_of (EwObject *first, ...)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  va_list rest;

  va_start (rest, first);
  for (EwObject *object = first; object; object = va_arg (rest, EwObject *))
    g_ptr_array_add (objects, object);
  va_end (rest);
  return ew_board_new_with ("board-1", objects);
}

static void
assert_order (EwBoard *board, const char *expected)
{
  g_autoptr (EwReadingOrder) order = ew_reading_order_new (board);
  g_autoptr (GString) read = g_string_new (NULL);

  for (guint i = 0; i < ew_reading_order_size (order); i++)
    g_string_append_printf (read, "%s%s", i ? " " : "",
                            ew_reading_order_at (order, i));
  g_assert_cmpstr (read->str, ==, expected);
}

static void
test_rows (void)
{
  g_autoptr (EwBoard) board =
      board_of (note ("d", 130, 150), note ("b", 125, -12), note ("a", 0, 10),
                note ("c", 5, 140), NULL);

  assert_order (board, "a b c d");
}

static void
test_tall_neighbour (void)
{
  g_autoptr (EwBoard) board = board_of (
      make ("note", "tall", (EwRect){ 0, 0, 100, 1000 }), note ("b", 230, 0),
      note ("a", 120, 5), note ("c", 120, 130), note ("d", 230, 125), NULL);

  assert_order (board, "tall a b c d");
}

static void
test_frames (void)
{
  g_autoptr (EwBoard) board = board_of (
      inside (note ("b1", 720, 50), "B"), inside (note ("a2", 200, 50), "A"),
      make ("frame", "B", (EwRect){ 700, 10, 500, 500 }),
      inside (note ("a1", 50, 60), "A"), note ("last", 0, 700),
      make ("frame", "A", (EwRect){ 0, 0, 500, 500 }), NULL);

  assert_order (board, "A a1 a2 B b1 last");
}

static void
test_followers (void)
{
  EwObject *thread = comment ("a");
  g_autofree char *id = g_strdup (thread->id);
  g_autofree char *expected = g_strdup_printf ("a %s line b", id);
  g_autoptr (EwBoard) board = board_of (note ("b", 500, 0), note ("a", 0, 0),
                                        line ("line", "a", "b"), thread, NULL);
  g_autoptr (EwReadingOrder) order = ew_reading_order_new (board);

  /* A comment and a line of one object: their own ids decide. */
  if (strcmp (ew_reading_order_at (order, 1), "line") == 0) {
    g_free (expected);
    expected = g_strdup_printf ("a line %s b", thread->id);
  }
  assert_order (board, expected);
  /* One walks to the comment as to everything else. */
  g_assert_cmpstr (ew_reading_order_next (order, "a"), ==,
                   ew_reading_order_at (order, 1));
  g_assert_cmpstr (ew_reading_order_next (order, id), !=, "a");
  g_assert_cmpuint (ew_reading_order_count (order, NULL), ==, 3);
}

static void
test_walking (void)
{
  g_autoptr (EwBoard) board =
      board_of (note ("a", 0, 0), note ("b", 200, 0), NULL);
  g_autoptr (EwReadingOrder) order = ew_reading_order_new (board);
  g_autoptr (EwReadingOrder) nothing = ew_reading_order_new (NULL);

  g_assert_cmpstr (ew_reading_order_next (order, NULL), ==, "a");
  g_assert_cmpstr (ew_reading_order_previous (order, NULL), ==, "b");
  g_assert_cmpstr (ew_reading_order_next (order, "b"), ==, "a");
  g_assert_cmpstr (ew_reading_order_previous (order, "a"), ==, "b");
  g_assert_null (ew_reading_order_next (nothing, NULL));
  g_assert_null (ew_reading_order_previous (nothing, "a"));
}

/* Hand-made files may say that two frames own each other, or that two lines
 * begin at each other. */
static void
test_circles (void)
{
  g_autoptr (EwBoard) board =
      board_of (inside (make ("frame", "A", (EwRect){ 0, 0, 500, 500 }), "B"),
                inside (make ("frame", "B", (EwRect){ 0, 0, 500, 500 }), "A"),
                line ("one", "two", "A"), line ("two", "one", "B"),
                inside (note ("lost", 0, 0), "nowhere"), NULL);
  g_autoptr (EwReadingOrder) order = ew_reading_order_new (board);

  g_assert_cmpuint (ew_reading_order_size (order), ==, 5);
}

static void
assert_met (EwBoard *board, const char *from, EwWay way, const char *expected)
{
  const EwObject *met = ew_neighbour_find (board, from, way);

  g_assert_cmpstr (met ? met->id : NULL, ==, expected);
}

static void
test_neighbours (void)
{
  g_autoptr (EwBoard) board =
      board_of (note ("a", 0, 0), note ("b", 150, 20), note ("c", 10, 150),
                note ("far", 900, 0), NULL);

  assert_met (board, "a", EW_WAY_RIGHT, "b");
  assert_met (board, "b", EW_WAY_LEFT, "a");
  assert_met (board, "b", EW_WAY_RIGHT, "far");
  assert_met (board, "a", EW_WAY_DOWN, "c");
  assert_met (board, "c", EW_WAY_UP, "a");
  assert_met (board, "a", EW_WAY_LEFT, NULL);
  assert_met (board, "a", EW_WAY_UP, NULL);
}

/* From a note one comes to the note behind the edge of the next frame; from a
 * frame to the frame. */
static void
test_neighbours_in_frames (void)
{
  g_autoptr (EwBoard) board = board_of (
      make ("frame", "A", (EwRect){ 0, 0, 300, 300 }),
      make ("frame", "B", (EwRect){ 400, 0, 300, 300 }),
      make ("frame", "empty", (EwRect){ 800, 0, 300, 300 }),
      inside (note ("a", 50, 50), "A"), inside (note ("b", 500, 50), "B"),
      line ("line", "a", "b"), NULL);

  assert_met (board, "a", EW_WAY_RIGHT, "b");
  assert_met (board, "b", EW_WAY_RIGHT, "empty");
  assert_met (board, "A", EW_WAY_RIGHT, "B");
  assert_met (board, "line", EW_WAY_UP, NULL);
}

static void
assert_said (EwBoard *board, const char *id, const char *author,
             const char *expected)
{
  g_autoptr (EwReadingOrder) order = ew_reading_order_new (board);
  g_autofree char *said =
      ew_describe (board, order, ew_board_get (board, id), author);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_names (void)
{
  EwObject *full = inside (note ("full", 0, 0), "A");
  g_autoptr (EwBoard) board = NULL;

  ew_object_set_string (full, "text", "Fix login\nflow");
  full->locked = TRUE;
  board =
      board_of (make ("frame", "A", (EwRect){ -50, -50, 900, 500 }), full,
                inside (note ("other", 200, 0), "A"), comment ("full"),
                line ("line", "full", "other"), note ("free", 0, 900), NULL);

  assert_said (board, "full", "Ana",
               "Fix login flow, Yellow Sticky Note by Ana, 1 comment, locked, "
               "1 of 3 in A");
  assert_said (board, "A", NULL, "A, Frame, 3 objects, 1 of 2");
  assert_said (board, "free", NULL, "free, Yellow Sticky Note, 2 of 2");
}

static void
test_name_of_line (void)
{
  g_autoptr (EwBoard) board = board_of (note ("a", 0, 0), note ("b", 200, 0),
                                        line ("line", "a", "b"), NULL);
  g_autofree char *said =
      ew_describe (board, NULL, ew_board_get (board, "line"), NULL);
  g_autofree char *brief =
      ew_describe_short (board, ew_board_get (board, "line"), 40);

  g_assert_cmpstr (said, ==, "Connector, from “a” to “b”");
  g_assert_cmpstr (brief, ==, "Connector from “a” to “b”");
}

static void
test_name_of_silence (void)
{
  EwObject *silent = note ("silent", 0, 0);
  g_autofree char *said = NULL;
  g_autofree char *brief = NULL;
  g_autoptr (EwBoard) board = NULL;

  ew_object_set_string (silent, "text", "");
  board = board_of (silent, NULL);
  said = ew_describe (board, NULL, silent, NULL);
  brief = ew_describe_short (board, silent, 40);
  g_assert_cmpstr (said, ==, "Yellow Sticky Note");
  g_assert_cmpstr (brief, ==, "Sticky Note");
}

/* Nobody listens to all that is said in it before it is played. */
static void
test_name_of_walkthrough (void)
{
  EwObject *tour = make ("walkthrough", "Our way", (EwRect){ 0, 0, 288, 80 });
  EwObject *bare = make ("walkthrough", "Bare", (EwRect){ 0, 200, 288, 80 });
  g_autofree char *brief = NULL;
  g_autoptr (EwBoard) board = NULL;

  ew_object_set_string (tour, "duration", "1:52");
  ew_object_set_string (tour, "chapters", "0:00 One\n0:38 Two\n1:20 Three");
  ew_object_set_string (tour, "captions", "0:00 Hello everyone");
  ew_object_set_string (bare, "captions", "0:30 – 0:40 Hello");
  board = board_of (tour, bare, NULL);
  brief = ew_describe_short (board, tour, 40);

  assert_said (board, "Our way", "Ana",
               "Our way, Walkthrough by Ana, 2 minutes, 3 chapters, 1 of 2");
  assert_said (board, "Bare", NULL, "Bare, Walkthrough, 40 seconds, 2 of 2");
  g_assert_cmpstr (brief, ==, "Our way");
}

static const EwObject *
move (EwBoard *board, const char *id, const char *frame)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (EwEdit) edit = NULL;
  g_autoptr (EwNotice) notice = NULL;

  g_ptr_array_add (ids, (gpointer) id);
  edit = ew_verb_move_into (board, ids, frame);
  notice = ew_board_apply (board, edit);
  return ew_board_get (board, id);
}

static void
test_into_frame (void)
{
  g_autoptr (EwBoard) board = board_of (
      make ("frame", "A", (EwRect){ 0, 0, 400, 300 }),
      inside (note ("there", 24, 24), "A"), note ("new", 1000, 1000), NULL);
  const EwObject *moved = move (board, "new", "A");
  EwRect there = ew_object_box (ew_board_get (board, "there"));

  g_assert_cmpstr (moved->parent, ==, "A");
  g_assert_true (ew_rect_covers (ew_object_box (ew_board_get (board, "A")),
                                 ew_object_box (moved)));
  g_assert_false (ew_rect_intersects (there, ew_object_box (moved)));

  moved = move (board, "new", "");
  g_assert_cmpstr (moved->parent, ==, "");
  g_assert_false (ew_rect_intersects (ew_object_box (ew_board_get (board, "A")),
                                      ew_object_box (moved)));
}

/* A full frame grows; its note and what lies in it keep their places. */
static void
test_into_full_frame (void)
{
  g_autoptr (EwBoard) board = board_of (
      make ("frame", "A", (EwRect){ 0, 0, 150, 150 }),
      inside (note ("there", 24, 24), "A"), note ("new", 1000, 1000), NULL);
  const EwObject *moved = move (board, "new", "A");
  EwRect frame = ew_object_box (ew_board_get (board, "A"));

  g_assert_true (ew_rect_covers (frame, ew_object_box (moved)));
  g_assert_cmpfloat (frame.x, ==, 0);
  g_assert_cmpfloat (frame.y, ==, 0);
  g_assert_cmpfloat (frame.w, ==, 150);
}

static void
test_into_itself (void)
{
  g_autoptr (EwBoard) board = board_of (
      make ("frame", "A", (EwRect){ 0, 0, 900, 900 }),
      inside (make ("frame", "B", (EwRect){ 10, 10, 500, 500 }), "A"), NULL);

  g_assert_cmpstr (move (board, "A", "B")->parent, ==, "");
  g_assert_cmpstr (move (board, "A", "A")->parent, ==, "");
  g_assert_cmpstr (move (board, "B", "")->parent, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/rows", test_rows);
  g_test_add_func ("/reading/tall-neighbour", test_tall_neighbour);
  g_test_add_func ("/reading/frames", test_frames);
  g_test_add_func ("/reading/followers", test_followers);
  g_test_add_func ("/reading/walking", test_walking);
  g_test_add_func ("/reading/circles", test_circles);
  g_test_add_func ("/neighbour/near", test_neighbours);
  g_test_add_func ("/neighbour/frames", test_neighbours_in_frames);
  g_test_add_func ("/describe/names", test_names);
  g_test_add_func ("/describe/line", test_name_of_line);
  g_test_add_func ("/describe/silence", test_name_of_silence);
  g_test_add_func ("/describe/walkthrough", test_name_of_walkthrough);
  g_test_add_func ("/move-into/frame", test_into_frame);
  g_test_add_func ("/move-into/full-frame", test_into_full_frame);
  g_test_add_func ("/move-into/itself", test_into_itself);
  return g_test_run ();
}
