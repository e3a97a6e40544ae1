/* What a teammate changed is marked, for a while. */
#include "ew-tint.h"

#include "ew-cairo-pen.h"
#include "ew-kinds.h"

#include <gtk/gtk.h>

#define SECOND G_USEC_PER_SEC
#define SIDE 200

static void
test_ends (void)
{
  EwTint *tint = ew_tint_new ();
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GPtrArray) second = g_ptr_array_new ();

  g_ptr_array_add (first, "a");
  g_ptr_array_add (second, "b");
  g_assert_false (ew_tint_is_seen (tint, 0));
  ew_tint_add (tint, first, 0);
  ew_tint_add (tint, second, SECOND);
  g_assert_true (ew_tint_is_seen (tint, SECOND));
  /* The one that came later is there longer. */
  g_assert_true (ew_tint_is_seen (tint, 2 * SECOND + SECOND / 2));
  g_assert_false (ew_tint_is_seen (tint, 10 * SECOND));
  /* Changed again, it begins anew. */
  ew_tint_add (tint, first, 10 * SECOND);
  g_assert_true (ew_tint_is_seen (tint, 11 * SECOND));
  ew_tint_clear (tint);
  g_assert_false (ew_tint_is_seen (tint, 11 * SECOND));
  ew_tint_free (tint);
}

/* Whether anything is painted around @note, as the tint is at @now. */
static bool
shows (EwTint *tint, const EwObject *note, EwRect shown, gint64 now)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  EwPen *pen = ew_cairo_pen_new (cr, ew_palette_get (EW_SCHEME_LIGHT), 1);
  g_autoptr (EwBoard) board = NULL;
  const guchar *bytes;
  bool found = false;

  g_ptr_array_add (objects, ew_object_ref (note));
  board = ew_board_new_with ("b", objects);
  ew_tint_paint (tint, pen, board, shown, now, true);
  cairo_surface_flush (surface);
  bytes = cairo_image_surface_get_data (surface);
  for (int i = 0; i < cairo_image_surface_get_stride (surface) * SIDE; i++)
    found |= bytes[i] != 0;
  ew_cairo_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return found;
}

/* What is new stays marked until it was seen, but only where one looks. */
static void
test_new (void)
{
  EwTint *tint = ew_tint_new ();
  EwRect here = { 0, 0, SIDE, SIDE }, elsewhere = { 5000, 0, SIDE, SIDE };
  g_autoptr (EwObject) note = ew_object_new (&ew_kind_note, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  ew_object_set_box (note, (EwRect){ 20, 20, 100, 100 });
  g_ptr_array_add (ids, note->id);
  g_assert_false (shows (tint, note, here, 0));
  ew_tint_set_new (tint, ids);
  g_assert_true (shows (tint, note, here, 60 * SECOND));
  g_assert_false (shows (tint, note, elsewhere, 60 * SECOND));
  g_assert_false (ew_tint_is_seen (tint, 60 * SECOND));
  ew_tint_set_new (tint, NULL);
  g_assert_false (shows (tint, note, here, 60 * SECOND));
  ew_tint_free (tint);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/tint/ends", test_ends);
  g_test_add_func ("/canvas/tint/new", test_new);
  return g_test_run ();
}
