/* Pins that touch from afar are one stack with their number. */
#include "ew-pins.h"

#include "ew-string.h"
#include "ew-thread.h"

#include <gtk/gtk.h>

static EwObject *
pin_at (double x, double y, bool resolved)
{
  EwAnchor anchor = { .object = ew_string_new (""),
                      .point = ew_coords_from_point ((EwPoint){ x, y }) };
  EwMessage message = { .text = ew_string_new ("Said"),
                        .author = ew_string_new ("Bo"),
                        .email = ew_string_new ("bo@example.org") };
  g_autoptr (EwObject) open = ew_thread_new (&anchor, &message);

  g_ref_string_release (anchor.object);
  ew_record_clear (&ew_message_type, &message.record);
  return ew_thread_resolve (ew_thread_from_object (open), resolved);
}

static EwBoard *
board_of_three (void)
{
  g_autoptr (GPtrArray) objects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) ew_object_unref);

  g_ptr_array_add (objects, pin_at (0, 0, true));
  g_ptr_array_add (objects, pin_at (60, 0, false));
  g_ptr_array_add (objects, pin_at (400, 0, true));
  return ew_board_new_with ("b", objects);
}

static EwView
view_at (double zoom)
{
  EwView view = { { -100, -100 }, zoom, 1000, 800 };

  return view;
}

static void
test_near (void)
{
  g_autoptr (EwBoard) board = board_of_three ();
  EwView view = view_at (1);
  g_autoptr (GArray) stacks = ew_pins_stack (board, &view);

  g_assert_cmpuint (stacks->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (g_array_index (stacks, EwPinStack, i).n, ==, 1);
}

static void
test_far (void)
{
  g_autoptr (EwBoard) board = board_of_three ();
  EwView view = view_at (0.25);
  g_autoptr (GArray) stacks = ew_pins_stack (board, &view);
  const char *one = NULL;
  guint pairs = 0;

  g_assert_cmpuint (stacks->len, ==, 2);
  for (guint i = 0; i < stacks->len; i++) {
    const EwPinStack *stack = &g_array_index (stacks, EwPinStack, i);
    const char *id = ew_board_at (board, stack->index)->id;
    g_autoptr (GPtrArray) with = ew_pins_with (board, &view, id);

    /* One that is open makes the stack open. */
    g_assert_cmpuint (with->len, ==, stack->n);
    g_assert_true (stack->waits == (stack->n == 2));
    pairs += stack->n == 2;
    one = id;
  }
  g_assert_cmpuint (pairs, ==, 1);
  g_assert_nonnull (one);
}

static void
test_one_size (void)
{
  g_autoptr (EwBoard) board = board_of_three ();
  EwView near = view_at (4), far = view_at (0.1);
  const EwObject *pin = ew_board_at (board, 0);
  EwRect large = ew_pin_box (board, &near, pin);
  EwRect small = ew_pin_box (board, &far, pin);

  g_assert_cmpfloat (large.w, ==, small.w);
  g_assert_cmpfloat (large.h, ==, small.h);
}

static void
test_out_of_sight (void)
{
  g_autoptr (EwBoard) board = board_of_three ();
  EwView view = view_at (1);
  g_autoptr (GArray) stacks = NULL;

  view.origin = (EwPoint){ 100000, 0 };
  stacks = ew_pins_stack (board, &view);
  g_assert_cmpuint (stacks->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/pins/near", test_near);
  g_test_add_func ("/canvas/pins/far", test_far);
  g_test_add_func ("/canvas/pins/one-size", test_one_size);
  g_test_add_func ("/canvas/pins/out-of-sight", test_out_of_sight);
  return g_test_run ();
}
