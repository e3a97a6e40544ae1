/* Align, distribute, order, group, lock, style, turn, scale, stretch, branch,
 * chain. */
#include "board-for-tests.h"
#include "ew-group.h"

#include <string.h>

typedef struct {
  EwBoard *board;
  GPtrArray *ids;
} Table;

/* a, b, c: three notes of different size, from left to right. */
static void
set_up (Table *table, gconstpointer data)
{
  table->board = ew_board_new ("table");
  table->ids = board_ids ("a b c");
  board_add (table->board, "note", "a", (EwRect){ 0, 0, 100, 100 });
  board_add (table->board, "note", "b", (EwRect){ 150, 50, 60, 60 });
  board_add (table->board, "note", "c", (EwRect){ 400, 20, 200, 80 });
}

static void
tear_down (Table *table, gconstpointer data)
{
  g_ptr_array_unref (table->ids);
  ew_board_unref (table->board);
}

static void
test_align (Table *t, gconstpointer data)
{
  g_assert_true (
      board_do (t->board, ew_verb_align (t->board, t->ids, EW_ALIGN_TOP)));
  board_assert_box (t->board, "b", (EwRect){ 150, 0, 60, 60 });
  board_assert_box (t->board, "c", (EwRect){ 400, 0, 200, 80 });
  board_do (t->board, ew_verb_align (t->board, t->ids, EW_ALIGN_BOTTOM));
  board_assert_box (t->board, "b", (EwRect){ 150, 40, 60, 60 });
  board_do (t->board, ew_verb_align (t->board, t->ids, EW_ALIGN_MIDDLE));
  board_assert_box (t->board, "b", (EwRect){ 150, 20, 60, 60 });
  board_do (t->board, ew_verb_align (t->board, t->ids, EW_ALIGN_RIGHT));
  board_assert_box (t->board, "a", (EwRect){ 500, 0, 100, 100 });
  board_assert_box (t->board, "b", (EwRect){ 540, 20, 60, 60 });
  board_do (t->board, ew_verb_align (t->board, t->ids, EW_ALIGN_LEFT));
  board_assert_box (t->board, "a", (EwRect){ 400, 0, 100, 100 });
  board_do (t->board, ew_verb_align (t->board, t->ids, EW_ALIGN_CENTER));
  board_assert_box (t->board, "a", (EwRect){ 450, 0, 100, 100 });
}

/* A turned shape is aligned by what one sees of it. */
static void
test_align_turned (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = board_ids ("a s");

  board_add (t->board, "shape", "s", (EwRect){ 0, 300, 200, 100 });
  board_set (t->board, "s", "angle", "9000");
  board_do (t->board, ew_verb_align (t->board, ids, EW_ALIGN_LEFT));
  board_assert_box (t->board, "s", (EwRect){ -50, 300, 200, 100 });
}

static void
test_distribute (Table *t, gconstpointer data)
{
  board_do (t->board,
            ew_verb_distribute (t->board, t->ids, EW_AXIS_HORIZONTAL));
  /* 400 − 100 − 60 of room, in two gaps. */
  board_assert_box (t->board, "a", (EwRect){ 0, 0, 100, 100 });
  board_assert_box (t->board, "b", (EwRect){ 220, 50, 60, 60 });
  board_assert_box (t->board, "c", (EwRect){ 400, 20, 200, 80 });
}

static void
test_distribute_two (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) two = board_ids ("a b");

  g_assert_false (board_do (
      t->board, ew_verb_distribute (t->board, two, EW_AXIS_VERTICAL)));
}

/* A group keeps its form while it is aligned. */
static void
test_align_group (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) two = board_ids ("a b");

  board_do (t->board, ew_verb_group (t->board, two));
  board_do (t->board, ew_verb_align (t->board, t->ids, EW_ALIGN_RIGHT));
  board_assert_box (t->board, "b", (EwRect){ 540, 50, 60, 60 });
  board_assert_box (t->board, "a", (EwRect){ 390, 0, 100, 100 });
}

static void
test_group (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) two = board_ids ("a b");
  g_autoptr (GPtrArray) one = board_ids ("b");
  g_autoptr (GPtrArray) all = NULL;

  g_assert_false (board_do (t->board, ew_verb_group (t->board, one)));
  g_assert_true (board_do (t->board, ew_verb_group (t->board, two)));
  g_assert_true (ew_group_is_one (t->board, two));
  g_assert_false (ew_group_is_one (t->board, t->ids));
  all = ew_group_expand (t->board, one);
  g_assert_cmpuint (all->len, ==, 2);
  /* A second time there is nothing to do. */
  g_assert_false (board_do (t->board, ew_verb_group (t->board, two)));
  board_do (t->board, ew_verb_ungroup (t->board, one));
  g_assert_false (ew_group_is_one (t->board, two));
}

static void
test_duplicate_group (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) two = board_ids ("a b");
  g_autoptr (GPtrArray) one = board_ids ("a");
  g_autoptr (GPtrArray) copies = NULL, single = NULL;

  board_do (t->board, ew_verb_group (t->board, two));
  board_do (t->board,
            ew_verb_duplicate (t->board, two, (EwPoint){ 9, 9 }, &copies));
  g_assert_true (ew_group_is_one (t->board, copies));
  g_ptr_array_add (copies, g_strdup ("a"));
  g_assert_false (ew_group_is_one (t->board, copies));

  board_do (t->board,
            ew_verb_duplicate (t->board, one, (EwPoint){ 9, 9 }, &single));
  g_ptr_array_add (single, g_strdup ("a"));
  g_assert_true (ew_group_is_one (t->board, single));
}

/* Nothing happens to what is locked, until it is unlocked. */
static void
test_lock (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = board_ids ("b");
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();
  const EwObject *b;

  board_do (t->board, ew_verb_lock (t->board, ids));
  b = ew_board_get (t->board, "b");
  g_ptr_array_add (originals, (gpointer) b);
  g_assert_false (
      board_do (t->board, ew_verb_move (t->board, ids, (EwPoint){ 5, 5 })));
  g_assert_false (board_do (
      t->board, ew_verb_resize (t->board, "b", (EwRect){ 0, 0, 9, 9 })));
  g_assert_false (board_do (t->board, ew_verb_remove (t->board, ids)));
  g_assert_false (
      board_do (t->board, ew_verb_set (t->board, ids, "color", "red", NULL)));
  g_assert_false (board_do (t->board, ew_verb_raise (t->board, ids, true)));
  g_assert_false (board_do (
      t->board, ew_verb_scale (t->board, originals, (EwRect){ 0, 0, 10, 10 },
                               (EwRect){ 0, 0, 20, 20 })));
  g_assert_false (board_do (
      t->board,
      ew_verb_paste_style (t->board, ew_board_get (t->board, "a"), ids)));
  board_do (t->board, ew_verb_align (t->board, t->ids, EW_ALIGN_LEFT));
  board_assert_box (t->board, "b", (EwRect){ 150, 50, 60, 60 });

  g_assert_true (board_do (t->board, ew_verb_unlock (t->board, ids)));
  g_assert_true (board_do (t->board, ew_verb_remove (t->board, ids)));
}

/* A frame takes along what it owns, locked or not. */
static void
test_lock_in_frame (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) frame = board_ids ("f");
  g_autoptr (GPtrArray) inside = board_ids ("a");

  board_add (t->board, "frame", "f", (EwRect){ -50, -50, 300, 300 });
  board_set (t->board, "a", "parent", "f");
  board_do (t->board, ew_verb_lock (t->board, inside));
  board_do (t->board, ew_verb_move (t->board, frame, (EwPoint){ 10, 0 }));
  board_assert_box (t->board, "a", (EwRect){ 10, 0, 100, 100 });
}

static guint
place_of (const EwBoard *board, const char *id)
{
  for (guint i = 0; i < ew_board_size (board); i++)
    if (strcmp (ew_board_at (board, i)->id, id) == 0)
      return i;
  g_assert_not_reached ();
}

/* Only what they touch counts: far away, nobody sees who is in front. */
static void
test_steps (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) first = board_ids ("p");
  g_autoptr (GPtrArray) last = board_ids ("r");

  board_add (t->board, "note", "p", (EwRect){ 1000, 0, 100, 100 });
  board_add (t->board, "note", "far", (EwRect){ 3000, 0, 100, 100 });
  board_add (t->board, "note", "q", (EwRect){ 1050, 0, 100, 100 });
  board_add (t->board, "note", "r", (EwRect){ 1060, 0, 100, 100 });

  g_assert_true (board_do (t->board, ew_verb_forward (t->board, first)));
  g_assert_cmpuint (place_of (t->board, "p"), >, place_of (t->board, "q"));
  g_assert_cmpuint (place_of (t->board, "p"), <, place_of (t->board, "r"));
  g_assert_true (board_do (t->board, ew_verb_forward (t->board, first)));
  g_assert_cmpuint (place_of (t->board, "p"), >, place_of (t->board, "r"));
  g_assert_false (board_do (t->board, ew_verb_forward (t->board, first)));
  g_assert_true (board_do (t->board, ew_verb_backward (t->board, last)));
  g_assert_cmpuint (place_of (t->board, "r"), <, place_of (t->board, "q"));
  g_assert_false (board_do (t->board, ew_verb_backward (t->board, last)));
}

/* Several keep their order among each other. */
static void
test_steps_together (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) two = board_ids ("q p");

  board_add (t->board, "note", "p", (EwRect){ 1000, 0, 100, 100 });
  board_add (t->board, "note", "q", (EwRect){ 1000, 0, 100, 100 });
  board_add (t->board, "note", "r", (EwRect){ 1000, 0, 100, 100 });
  board_do (t->board, ew_verb_forward (t->board, two));
  g_assert_cmpuint (place_of (t->board, "p"), >, place_of (t->board, "r"));
  g_assert_cmpuint (place_of (t->board, "q"), >, place_of (t->board, "p"));
  board_do (t->board, ew_verb_backward (t->board, two));
  g_assert_cmpuint (place_of (t->board, "q"), <, place_of (t->board, "r"));
  g_assert_cmpuint (place_of (t->board, "q"), >, place_of (t->board, "p"));
}

static void
test_style (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = board_ids ("b s line");
  const EwObject *like;

  board_add (t->board, "shape", "s", (EwRect){ 0, 300, 200, 100 });
  board_add (t->board, "connector", "line", EW_RECT_EMPTY);
  board_set (t->board, "a", "color", "teal");
  board_set (t->board, "a", "text", "mine");
  like = ew_board_get (t->board, "a");
  board_do (t->board, ew_verb_paste_style (t->board, like, ids));
  for (guint i = 0; i < ids->len; i++) {
    const EwObject *object = ew_board_get (t->board, ids->pdata[i]);

    g_assert_cmpstr (ew_object_get_string (object, "color"), ==, "teal");
    g_assert_cmpstr (ew_object_get_string (object, "text"), ==, "");
  }
  board_assert_box (t->board, "b", (EwRect){ 150, 50, 60, 60 });
}

static void
test_scale (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();

  for (guint i = 0; i < t->ids->len; i++)
    g_ptr_array_add (originals,
                     (gpointer) ew_board_get (t->board, t->ids->pdata[i]));
  board_do (t->board,
            ew_verb_scale (t->board, originals, (EwRect){ 0, 0, 600, 110 },
                           (EwRect){ 0, 0, 1200, 55 }));
  board_assert_box (t->board, "a", (EwRect){ 0, 0, 200, 50 });
  board_assert_box (t->board, "b", (EwRect){ 300, 25, 120, 30 });
}

static void
test_turn (Table *t, gconstpointer data)
{
  board_add (t->board, "shape", "s", (EwRect){ 0, 300, 200, 100 });
  board_do (t->board, ew_verb_turn (t->board, "s", -45));
  g_assert_cmpfloat (ew_object_angle (ew_board_get (t->board, "s")), ==, 315);
  /* A note does not turn. */
  g_assert_false (board_do (t->board, ew_verb_turn (t->board, "a", 45)));
}

static void
test_branch (Table *t, gconstpointer data)
{
  g_autofree char *id = NULL;
  const EwObject *branch, *line;
  g_autoptr (GPtrArray) tied = NULL;

  board_set (t->board, "b", "color", "pink");
  board_set (t->board, "b", "text", "root");
  board_do (t->board,
            ew_verb_branch (t->board, "b", (EwPoint){ 900, 500 }, &id));
  branch = ew_board_get (t->board, id);
  board_assert_box (t->board, id, (EwRect){ 870, 470, 60, 60 });
  g_assert_cmpstr (ew_object_get_string (branch, "color"), ==, "pink");
  g_assert_cmpstr (ew_object_get_string (branch, "text"), ==, "");
  tied = ew_board_tied_to (t->board, id);
  g_assert_cmpuint (tied->len, ==, 1);
  line = tied->pdata[0];
  g_assert_cmpstr (ew_field_get_anchor (ew_kind_find_field (line->kind, "from"),
                                        &line->record)
                       ->object,
                   ==, "b");
}

/* Drawn around them, a frame owns what is in it as a whole. */
static void
test_frame_takes_in (Table *t, gconstpointer data)
{
  g_autofree char *id = NULL;

  board_do (t->board,
            ew_verb_create (t->board, ew_kind_by_name ("frame"),
                            (EwPoint){ 0, 0 }, (EwRect){ -20, -20, 500, 300 },
                            NULL, &id));
  g_assert_cmpstr (ew_board_get (t->board, "a")->parent, ==, id);
  g_assert_cmpstr (ew_board_get (t->board, "b")->parent, ==, id);
  g_assert_cmpstr (ew_board_get (t->board, "c")->parent, ==, "");
}

/* Dropped together, each lies in the middle of the other. */
static void
test_two_frames (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = board_ids ("f g");
  g_autoptr (EwEdit) mends = NULL;

  board_add (t->board, "frame", "f", (EwRect){ 1000, 0, 300, 300 });
  board_add (t->board, "frame", "g", (EwRect){ 1000, 0, 320, 320 });
  board_do (t->board, ew_verb_reparent (t->board, ids));
  mends = ew_board_mend (t->board, NULL, NULL, NULL);
  g_assert_true (ew_edit_is_empty (mends));
}

static void
test_stretch (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = board_ids ("a i s l");

  board_add (t->board, "image", "i", (EwRect){ 0, 300, 200, 100 });
  board_add (t->board, "shape", "s", (EwRect){ 0, 500, 200, 100 });
  board_set (t->board, "s", "angle", "9000");
  board_add (t->board, "note", "l", (EwRect){ 0, 700, 100, 100 });
  board_set (t->board, "l", "locked", "true");
  g_assert_true (
      board_do (t->board, ew_verb_stretch (t->board, ids, (EwPoint){ 50, 0 })));
  board_assert_box (t->board, "a", (EwRect){ 0, 0, 150, 100 });
  /* A picture is not cut by it. */
  board_assert_box (t->board, "i", (EwRect){ 0, 300, 250, 125 });
  /* What is turned grows along its own side, and its first corner stays. */
  board_assert_box (t->board, "s", (EwRect){ -25, 525, 250, 100 });
  board_assert_box (t->board, "l", (EwRect){ 0, 700, 100, 100 });
  board_do (t->board, ew_verb_stretch (t->board, ids, (EwPoint){ -900, 0 }));
  board_assert_box (t->board, "a", (EwRect){ 0, 0, 16, 100 });
}

static void
test_turn_by (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = board_ids ("a s");

  board_add (t->board, "shape", "s", (EwRect){ 0, 500, 200, 100 });
  board_do (t->board, ew_verb_turn_by (t->board, ids, -15));
  g_assert_cmpfloat (ew_object_angle (ew_board_get (t->board, "s")), ==, 345);
  board_do (t->board, ew_verb_turn_by (t->board, ids, 15));
  g_assert_cmpfloat (ew_object_angle (ew_board_get (t->board, "s")), ==, 0);
}

static guint
count_lines (const EwBoard *board)
{
  guint n = 0;

  for (guint i = 0; i < ew_board_size (board); i++)
    n += ew_board_at (board, i)->kind->ends != NULL;
  return n;
}

/* In the order of selecting; one alone, and lines themselves, do nothing. */
static void
test_chain (Table *t, gconstpointer data)
{
  g_autoptr (GPtrArray) one = board_ids ("a");
  g_autoptr (GPtrArray) all = board_ids ("c a b");
  g_autofree char *none = NULL;
  g_autofree char *last = NULL;
  const EwObject *line;

  g_assert_false (board_do (t->board, ew_verb_chain (t->board, one, &none)));
  g_assert_null (none);
  board_do (t->board, ew_verb_chain (t->board, all, &last));
  g_assert_cmpuint (count_lines (t->board), ==, 2);
  line = ew_board_get (t->board, last);
  g_assert_cmpstr (ew_field_get_anchor (ew_kind_find_field (line->kind, "from"),
                                        &line->record)
                       ->object,
                   ==, "a");
}

#define CASE(name, function) \
  g_test_add ("/verbs/" name, Table, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("align", test_align);
  CASE ("align-turned", test_align_turned);
  CASE ("distribute", test_distribute);
  CASE ("distribute-two", test_distribute_two);
  CASE ("align-group", test_align_group);
  CASE ("group", test_group);
  CASE ("duplicate-group", test_duplicate_group);
  CASE ("lock", test_lock);
  CASE ("lock-in-frame", test_lock_in_frame);
  CASE ("steps", test_steps);
  CASE ("steps-together", test_steps_together);
  CASE ("style", test_style);
  CASE ("scale", test_scale);
  CASE ("turn", test_turn);
  CASE ("branch", test_branch);
  CASE ("stretch", test_stretch);
  CASE ("turn-by", test_turn_by);
  CASE ("chain", test_chain);
  CASE ("two-frames", test_two_frames);
  CASE ("frame-takes-in", test_frame_takes_in);
  return g_test_run ();
}
