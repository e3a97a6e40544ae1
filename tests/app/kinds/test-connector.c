#include "ew-kinds.h"

#include "memo-pen.h"

/* Where the two rectangles are that most lines here tie together. */
static const EwRect box_a = { 0, 0, 100, 60 }, box_b = { 400, 300, 100, 60 };

static EwObject *
make_shape (const char *id, EwRect box, const char *shape)
{
  EwObject *object = ew_object_new (&ew_kind_shape, id);

  ew_object_set_box (object, box);
  ew_object_set_string (object, "shape", shape);
  return object;
}

static void
set_field (EwObject *object, const char *name, const char *value)
{
  const EwField *field = ew_kind_find_field (object->kind, name);
  g_autoptr (GError) error = NULL;

  ew_field_from_text (field, &object->record, value, &error);
  g_assert_no_error (error);
}

/* A line called "line" from @from to @to, as FIELD=VALUE would say it, with one
 * more field set. */
static EwBoard *
make_board (const char *from, const char *to, const char *field,
            const char *value)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  EwObject *line = ew_object_new (&ew_kind_connector, "line");

  g_ptr_array_add (objects, make_shape ("a", box_a, "rectangle"));
  g_ptr_array_add (objects, make_shape ("b", box_b, "rectangle"));
  g_ptr_array_add (
      objects, make_shape ("d", (EwRect){ 400, -400, 200, 200 }, "diamond"));
  set_field (line, "from", from);
  set_field (line, "to", to);
  if (field)
    set_field (line, field, value);
  g_ptr_array_add (objects, line);
  return ew_board_new_with ("x", objects);
}

static bool
is_hit (const EwBoard *board, double x, double y)
{
  return ew_object_hit (ew_board_get (board, "line"), board, (EwPoint){ x, y },
                        2);
}

static EwRect
line_bounds (const EwBoard *board)
{
  return ew_object_bounds (ew_board_get (board, "line"), board);
}

static void
test_straight (void)
{
  g_autoptr (EwBoard) board = make_board ("a", "b", NULL, NULL);

  g_assert_true (is_hit (board, 250, 180));
  /* It ends at the outlines and does not run through the shapes. */
  g_assert_false (is_hit (board, 50, 30));
  g_assert_false (is_hit (board, 450, 330));
  g_assert_false (is_hit (board, 250, 100));
}

static void
test_free_ends (void)
{
  g_autoptr (EwBoard) board = make_board ("10,500", "110,500", NULL, NULL);
  EwRect bounds = line_bounds (board);

  g_assert_true (is_hit (board, 10, 500));
  g_assert_true (is_hit (board, 110, 500));
  g_assert_false (is_hit (board, 60, 520));
  g_assert_true (ew_rect_contains (bounds, (EwPoint){ 60, 500 }));
}

static void
test_fixed_spot (void)
{
  g_autoptr (EwBoard) board = make_board ("a@0,1000", "300,500", NULL, NULL);

  g_assert_true (is_hit (board, 0, 60));
  g_assert_false (is_hit (board, 100, 60));
}

/* The outline of a diamond lies within its box, and the line goes up to it. */
static void
test_true_outline (void)
{
  g_autoptr (EwBoard) board = make_board ("700,0", "d", NULL, NULL);

  /* It meets the box at (567, -200) and the outline at (540, -240). */
  g_assert_true (is_hit (board, 560, -210));
  g_assert_true (is_hit (board, 550, -225));
  g_assert_false (is_hit (board, 530, -255));
}

static void
test_curved (void)
{
  g_autoptr (EwBoard) board = make_board ("a", "b", "route", "curved");
  EwRect bounds = line_bounds (board);

  /* Out of the right side of one, into the left side of the other. */
  g_assert_true (is_hit (board, 106, 30));
  g_assert_true (is_hit (board, 250, 180));
  g_assert_true (is_hit (board, 394, 330));
  g_assert_false (is_hit (board, 160, 90));
  g_assert_true (ew_rect_contains (bounds, (EwPoint){ 120, 30 }));
}

/* The further gap decides, so a line between two rows is upright. */
static void
test_curved_upright (void)
{
  g_autoptr (EwBoard) board = make_board ("b", "d", "route", "curved");

  g_assert_true (is_hit (board, 450, 294));
  g_assert_true (is_hit (board, 500, -194));
}

static void
test_label (void)
{
  g_autoptr (EwBoard) plain = make_board ("0,500", "0,900", NULL, NULL);
  g_autoptr (EwBoard) board =
      make_board ("0,500", "0,900", "label", "leads to");

  g_assert_true (is_hit (board, 20, 700));
  g_assert_false (is_hit (plain, 20, 700));
  g_assert_true (ew_rect_contains (line_bounds (board), (EwPoint){ 20, 700 }));
  g_assert_cmpfloat (line_bounds (plain).w, <, line_bounds (board).w);
}

/* A line from an object to itself goes round outside of it. */
static void
test_loop (void)
{
  const char *const ends[][2] = {
    { "a", "a" },
    { "a@1000,500", "a@1000,500" },
    { "a@500,0", "a@500,1000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autoptr (EwBoard) board = make_board (ends[i][0], ends[i][1], NULL, NULL);
    EwRect bounds = line_bounds (board);

    g_assert_cmpfloat (bounds.w, >, 30);
    g_assert_cmpfloat (bounds.h, >, 30);
    g_assert_false (ew_rect_covers (box_a, bounds));
  }
}

/* Nothing to see would be nothing to grab. */
static void
test_one_place (void)
{
  g_autoptr (EwBoard) board = make_board ("10,500", "10,500", NULL, NULL);
  MemoPen memo;

  memo_pen_init (&memo, 1);
  ew_object_paint (ew_board_get (board, "line"), board, &memo.pen);
  g_assert_cmpuint (memo.n_fills, ==, 1);
  g_assert_true (ew_rect_covers (line_bounds (board), memo.filled));
  g_assert_true (is_hit (board, 10, 500));
  memo_pen_clear (&memo);
}

static void
test_dangling (void)
{
  g_autoptr (EwBoard) board = make_board ("nobody", "b", NULL, NULL);

  g_assert_true (is_hit (board, 0, 0));
}

static void
test_overlap (void)
{
  g_autoptr (EwBoard) board = make_board ("a", "a@600,600", NULL, NULL);
  g_autoptr (EwBoard) inside = make_board ("a", "50,30", NULL, NULL);

  g_assert_false (ew_rect_is_empty (line_bounds (board)));
  g_assert_true (is_hit (inside, 50, 30));
}

static guint
count_strokes (const char *field, const char *value)
{
  g_autoptr (EwBoard) board = make_board ("a", "b", field, value);
  MemoPen memo;
  guint n;

  memo_pen_init (&memo, 1);
  ew_object_paint (ew_board_get (board, "line"), board, &memo.pen);
  n = memo.n_strokes;
  memo_pen_clear (&memo);
  return n;
}

static void
test_caps (void)
{
  g_assert_cmpuint (count_strokes (NULL, NULL), ==, 2);
  g_assert_cmpuint (count_strokes ("to_cap", "none"), ==, 1);
  g_assert_cmpuint (count_strokes ("from_cap", "arrow"), ==, 3);
  /* A cap of a newer version is drawn as the default. */
  g_assert_cmpuint (count_strokes ("to_cap", "crow-foot"), ==, 2);
  g_assert_cmpuint (count_strokes ("from_cap", "crow-foot"), ==, 2);
}

/* Lines tied to each other in a circle: a hostile file, or two people at
 * once. */
static void
test_ring (void)
{
  const char *const ends[][3] = {
    { "x", "y", "z" },
    { "y", "z", "x" },
    { "z", "x", "y" },
  };
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  g_autoptr (EwBoard) board = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    EwObject *line = ew_object_new (&ew_kind_connector, ends[i][0]);

    set_field (line, "from", ends[i][1]);
    set_field (line, "to", ends[i][2]);
    g_ptr_array_add (objects, line);
  }
  board = ew_board_new_with ("b", objects);
  g_assert_false (ew_rect_is_empty (ew_board_extent (board)));
}

/* A line to a line ends where that one is. */
static void
test_line_to_line (void)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  EwObject *first = ew_object_new (&ew_kind_connector, "first");
  EwObject *second = ew_object_new (&ew_kind_connector, "line");
  g_autoptr (EwBoard) board = NULL;

  set_field (first, "from", "1000,1000");
  set_field (first, "to", "1000,1400");
  set_field (second, "from", "0,1200");
  set_field (second, "to", "first");
  g_ptr_array_add (objects, first);
  g_ptr_array_add (objects, second);
  board = ew_board_new_with ("b", objects);
  g_assert_true (is_hit (board, 900, 1200));
  g_assert_false (is_hit (board, 1100, 1200));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/connector/straight", test_straight);
  g_test_add_func ("/connector/free-ends", test_free_ends);
  g_test_add_func ("/connector/fixed-spot", test_fixed_spot);
  g_test_add_func ("/connector/true-outline", test_true_outline);
  g_test_add_func ("/connector/curved", test_curved);
  g_test_add_func ("/connector/curved-upright", test_curved_upright);
  g_test_add_func ("/connector/label", test_label);
  g_test_add_func ("/connector/loop", test_loop);
  g_test_add_func ("/connector/one-place", test_one_place);
  g_test_add_func ("/connector/dangling", test_dangling);
  g_test_add_func ("/connector/overlap", test_overlap);
  g_test_add_func ("/connector/caps", test_caps);
  g_test_add_func ("/connector/ring", test_ring);
  g_test_add_func ("/connector/line-to-line", test_line_to_line);
  return g_test_run ();
}
