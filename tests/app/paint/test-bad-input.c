/* What nobody in their senses would put on a board is drawn sensibly, and with
 * little work.  Pictures that are made to harm are in test-picture.c. */
#include "bad-board.h"

#include "ew-cairo-pen.h"
#include "ew-kinds.h"
#include "ew-paint.h"
#include "memo-pen.h"

#include <math.h>
#include <string.h>

#define SIDE 400 /* px of a picture */
/* More than this of one text nobody sees on one object; letters. */
#define MOST_LETTERS 20000
/* What one object takes to be drawn, strokes, fills and words together. */
#define MOST_STEPS 2000

static EwBoard *
board_of (const char *name)
{
  g_autoptr (GPtrArray) objects = bad_objects (name);

  return ew_board_new_with ("bad", objects);
}

static bool
is_finite_rect (EwRect rect)
{
  return isfinite (rect.x) && isfinite (rect.y) && isfinite (rect.w) &&
         isfinite (rect.h);
}

/* --- Bounded work --------------------------------------------------------- */

/* Whatever is stored, only so much of it is laid out and drawn. */
static void
test_work (gconstpointer name)
{
  g_autoptr (EwBoard) board = board_of (name);
  const double zooms[] = { 0.05, 1, 8 };

  for (guint i = 0; i < ew_board_size (board); i++)
    for (guint z = 0; z < G_N_ELEMENTS (zooms); z++) {
      MemoPen memo;

      memo_pen_init (&memo, zooms[z]);
      ew_object_paint (ew_board_at (board, i), board, &memo.pen);
      g_assert_cmpuint (memo.n_fills + memo.n_strokes + memo.n_texts, <,
                        MOST_STEPS);
      if (memo.text)
        g_assert_cmpuint (strlen (memo.text), <, MOST_LETTERS);
      memo_pen_clear (&memo);
    }
}

/* --- A place of its own ----------------------------------------------------
 */

static void
test_places (gconstpointer name)
{
  g_autoptr (EwBoard) board = board_of (name);

  for (guint i = 0; i < ew_board_size (board); i++) {
    const EwObject *object = ew_board_at (board, i);
    EwRect bounds = ew_object_bounds (object, board);

    g_assert_true (is_finite_rect (bounds));
    g_assert_cmpfloat (bounds.w, >=, 0);
    g_assert_cmpfloat (bounds.h, >=, 0);
    if (ew_kind_has (object->kind, EW_KIND_BOX))
      g_assert_true (ew_rect_covers (bounds, ew_object_box (object)));
    ew_object_hit (object, board, ew_rect_center (bounds), 4);
  }
}

/* --- A picture --------------------------------------------------------------
 */

static cairo_surface_t *
paint (const EwBoard *board, EwRect area, double scale)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  ew_paint_board (cr, board, area, ew_palette_get (EW_SCHEME_LIGHT), scale);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static guint
count_inked (cairo_surface_t *surface)
{
  const guint32 *pixels = (guint32 *) cairo_image_surface_get_data (surface);
  guint n = 0;

  for (guint i = 0; i < SIDE * SIDE; i++)
    n += pixels[i] >> 24 != 0;
  return n;
}

/* Around the first that can be looked at: it is there, and it does not cover
 * what it has nothing to do with. */
static void
test_picture (gconstpointer name)
{
  g_autoptr (EwBoard) board = board_of (name);
  EwPoint at = ew_rect_center (ew_board_bounds_at (board, 0));
  EwRect area = { at.x - SIDE / 2, at.y - SIDE / 2, SIDE, SIDE };
  cairo_surface_t *surface = paint (board, area, 1);

  g_assert_cmpuint (count_inked (surface), >, 0);
  cairo_surface_destroy (surface);
  /* From far away, too. */
  surface = paint (board, ew_rect_grow (area, SIDE * 10), 0.05);
  cairo_surface_destroy (surface);
}

/* A line far too long for so many dashes still goes from end to end. */
static void
test_dashes_are_bounded (void)
{
  g_autoptr (EwBoard) board = board_of ("dashes");

  for (guint i = 0; i < ew_board_size (board); i++) {
    MemoPen memo;

    memo_pen_init (&memo, 1);
    ew_object_paint (ew_board_at (board, i), board, &memo.pen);
    g_assert_cmpuint (memo.n_strokes, >, 0);
    g_assert_cmpuint (memo.n_dashes, ==, 0);
    memo_pen_clear (&memo);
  }
}

/* The thousand at one point: the front-most is the one that is met. */
static void
test_crowd_is_picked (void)
{
  g_autoptr (EwBoard) board = board_of ("crowd");
  const EwObject *front = ew_board_at (board, ew_board_size (board) - 1);

  g_assert_true (ew_board_pick (board, (EwPoint){ 80, 80 }, 4, 1) == front);
}

/* … and only so many of them are drawn, the front-most ones. */
static void
test_crowd_is_buried (void)
{
  g_autoptr (EwBoard) board = board_of ("crowd");
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;

  ew_board_find_in (board, (EwRect){ 0, 0, 10, 10 }, found);
  n = found->len;
  ew_board_drop_buried (board, found);
  g_assert_cmpuint (found->len, <, n / 10);
  g_assert_cmpuint (g_array_index (found, guint, found->len - 1), ==, n - 1);
  g_assert_cmpuint (g_array_index (found, guint, 0), ==, n - found->len);
}

static void
add (const char *law, GTestDataFunc test)
{
  for (guint i = 0; bad_names[i]; i++) {
    g_autofree char *word = g_strdup (bad_names[i]);
    g_autofree char *path = NULL;

    g_strdelimit (word, " ", '-');
    path = g_strdup_printf ("/bad-input/%s/%s", law, word);
    g_test_add_data_func (path, bad_names[i], test);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("work", test_work);
  add ("places", test_places);
  add ("picture", test_picture);
  g_test_add_func ("/bad-input/dashes", test_dashes_are_bounded);
  g_test_add_func ("/bad-input/crowd", test_crowd_is_picked);
  g_test_add_func ("/bad-input/buried", test_crowd_is_buried);
  return g_test_run ();
}
