/* Through the clipboard and back, and what must not come in. */
#include "ew-clip.h"

#include "board-for-tests.h"

#include <string.h>

static EwBoard *
new_diagram (void)
{
  EwBoard *board = ew_board_new ("b");
  const EwKind *line = ew_kind_by_name ("connector");
  const EwAnchor from = { .object = (char *) "one", .spot = EW_SPOT_AUTO };
  const EwAnchor to = { .object = (char *) "two", .spot = EW_SPOT_AUTO };

  board_add (board, "frame", "frame", (EwRect){ 0, 0, 600, 400 });
  board_add (board, "note", "one", (EwRect){ 10, 10, 100, 100 });
  board_add (board, "note", "two", (EwRect){ 300, 10, 100, 100 });
  board_set (board, "one", "parent", "frame");
  board_set (board, "two", "parent", "frame");
  board_set (board, "one", "text", "One");
  board_set (board, "two", "text", "Two\nlines");
  board_do (board, ew_verb_connect (board, line, &from, &to, NULL));
  return board;
}

static GPtrArray *
everything (const EwBoard *board)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < ew_board_size (board); i++)
    g_ptr_array_add (ids, ew_board_at (board, i)->id);
  return ids;
}

static GPtrArray *
through (const EwBoard *board, GPtrArray *ids)
{
  g_autofree char *json = ew_clip_write (board, ids);
  g_autoptr (GError) error = NULL;
  GPtrArray *objects = ew_clip_read (json, strlen (json), &error);

  g_assert_no_error (error);
  return objects;
}

static void
count_cb (const EwField *field, const EwAnchor *anchor, gpointer data)
{
  guint *tied = data;

  if (*anchor->object != '\0')
    (*tied)++;
}

static void
test_round_trip (void)
{
  g_autoptr (EwBoard) board = new_diagram ();
  g_autoptr (EwBoard) other = ew_board_new ("other");
  g_autoptr (GPtrArray) ids = everything (board);
  g_autoptr (GPtrArray) objects = through (board, ids);
  g_autoptr (GPtrArray) roots = NULL;
  guint tied = 0, owned = 0;

  board_do (other,
            ew_clip_paste (other, objects, (EwPoint){ 5000, 0 }, &roots));
  g_assert_cmpuint (ew_board_size (other), ==, 4);
  /* The frame and the line: the notes belong to the frame. */
  g_assert_cmpuint (roots->len, ==, 2);
  for (guint i = 0; i < ew_board_size (other); i++) {
    const EwObject *object = ew_board_at (other, i);

    g_assert_null (ew_board_get (board, object->id));
    ew_object_each_anchor (object, count_cb, &tied);
    if (*object->parent != '\0') {
      g_assert_nonnull (ew_board_get (other, object->parent));
      owned++;
    }
  }
  g_assert_cmpuint (tied, ==, 2);
  g_assert_cmpuint (owned, ==, 2);
  g_assert_cmpfloat_with_epsilon (
      ew_rect_center (ew_object_box (ew_board_at (other, 0))).x, 5000, 1);
}

static void
test_loose_ends (void)
{
  g_autoptr (EwBoard) board = new_diagram ();
  const EwObject *line = ew_board_at (board, ew_board_size (board) - 1);
  g_autoptr (GPtrArray) ids = board_ids ("one");
  g_autoptr (GPtrArray) objects = NULL;
  guint tied = 0;

  g_ptr_array_add (ids, g_strdup (line->id));
  objects = through (board, ids);
  g_assert_cmpuint (objects->len, ==, 2);
  for (guint i = 0; i < objects->len; i++) {
    ew_object_each_anchor (objects->pdata[i], count_cb, &tied);
    g_assert_cmpstr (((EwObject *) objects->pdata[i])->parent, ==, "");
  }
  g_assert_cmpuint (tied, ==, 1);
}

static void
test_twice_steps_aside (void)
{
  g_autoptr (EwBoard) board = new_diagram ();
  g_autoptr (GPtrArray) ids = board_ids ("one");
  g_autoptr (GPtrArray) objects = through (board, ids);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  EwPoint at = { 2000, 2000 };

  board_do (board, ew_clip_paste (board, objects, at, &first));
  board_do (board, ew_clip_paste (board, objects, at, &second));
  g_assert_cmpfloat (board_box (board, second->pdata[0]).x, >,
                     board_box (board, first->pdata[0]).x);
}

static void
test_text (void)
{
  g_autoptr (EwBoard) board = new_diagram ();
  g_autoptr (GPtrArray) ids = board_ids ("one two");
  g_autofree char *text = ew_clip_text (board, ids);

  g_assert_cmpstr (text, ==, "One\nTwo lines");
}

static void
test_hostile (void)
{
  static const char *const bad[] = {
    "",
    "null",
    "[]",
    "{\"elsewhen\":1}",
    "{\"objects\":[]}",
    "{\"objects\":[1]}",
    "{\"objects\":[{\"kind\":\"note\"}]}",
    "{\"objects\":[{\"id\":\"a b\",\"kind\":\"note\"}]}",
    "{\"objects\":[{\"id\":\"a\",\"kind\":\"note\",\"pos\":\"x\"}]}",
    "{\"objects\":[{\"id\":\"a\",\"kind\":\"thread\"}]}",
    "{\"objects\":[{\"id\":\"a\",\"kind\":\"note\"},"
    "{\"id\":\"a\",\"kind\":\"note\"}]}",
    "{\"objects\":[[[[[[[[[[[[[",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (ew_clip_read (bad[i], strlen (bad[i]), &error));
    g_assert_nonnull (error);
  }
}

/* Frames that own each other, and an end on nothing. */
static void
test_tangled (void)
{
  const char *json = "{\"objects\":["
                     "{\"id\":\"a\",\"kind\":\"frame\",\"parent\":\"b\"},"
                     "{\"id\":\"b\",\"kind\":\"frame\",\"parent\":\"a\"},"
                     "{\"id\":\"c\",\"kind\":\"connector\","
                     "\"from\":{\"id\":\"z\"},\"to\":{\"id\":\"a\"}}]}";
  g_autoptr (EwBoard) board = ew_board_new ("b");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) objects = ew_clip_read (json, strlen (json), &error);
  g_autoptr (EwEdit) mended = NULL;

  g_assert_no_error (error);
  board_do (board, ew_clip_paste (board, objects, (EwPoint){ 0, 0 }, NULL));
  mended = ew_board_mend (board, NULL, NULL, NULL);
  g_assert_true (ew_edit_is_empty (mended));
}

static EwBoard *
paste_text (const char *text, guint *left_out)
{
  EwBoard *board = ew_board_new ("b");
  const EwClipNotes notes = { text, "red", { 0, 0 } };

  board_do (board, ew_clip_paste_notes (board, &notes, NULL, left_out));
  return board;
}

static void
assert_notes (const char *text, const char *expected)
{
  guint left_out;
  g_autoptr (EwBoard) board = paste_text (text, &left_out);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < ew_board_size (board); i++)
    g_string_append_printf (
        said, "[%s]", ew_object_get_string (ew_board_at (board, i), "text"));
  g_assert_cmpstr (said->str, ==, expected);
  g_assert_cmpuint (left_out, ==, 0);
}

static void
test_lines (void)
{
  assert_notes ("One line", "[One line]");
  assert_notes ("One\r\n\r\nTwo\nThree\n", "[One][Two][Three]");
  assert_notes ("- Milk\n* Eggs\n- [ ] Flour", "[Milk][Eggs][- [ ] Flour]");
  assert_notes (" \n\n", "");
}

static void
test_table (void)
{
  guint left_out;
  g_autoptr (EwBoard) board = paste_text ("A\tB\nC\tD\n", &left_out);

  assert_notes ("A\tB\n\tD\n", "[A][B][D]");
  assert_notes ("\"a \"\"b\"\"\nc\"\td", "[a \"b\"\nc][d]");
  for (guint i = 0; i < 2; i++) {
    EwRect above = ew_object_box (ew_board_at (board, i));
    EwRect below = ew_object_box (ew_board_at (board, i + 2));

    g_assert_cmpfloat (above.x, ==, below.x);
    g_assert_cmpfloat (above.y + above.h, <, below.y);
  }
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (EwBoard) board = NULL;
  guint left_out;

  for (guint i = 0; i < EW_CLIP_MAX_NOTES + 3; i++)
    g_string_append_printf (text, "%u\n", i);
  board = paste_text (text->str, &left_out);
  g_assert_cmpuint (ew_board_size (board), ==, EW_CLIP_MAX_NOTES);
  g_assert_cmpuint (left_out, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clip/round-trip", test_round_trip);
  g_test_add_func ("/clip/loose-ends", test_loose_ends);
  g_test_add_func ("/clip/twice-steps-aside", test_twice_steps_aside);
  g_test_add_func ("/clip/text", test_text);
  g_test_add_func ("/clip/hostile", test_hostile);
  g_test_add_func ("/clip/tangled", test_tangled);
  g_test_add_func ("/clip/lines", test_lines);
  g_test_add_func ("/clip/table", test_table);
  g_test_add_func ("/clip/too-many", test_too_many);
  return g_test_run ();
}
