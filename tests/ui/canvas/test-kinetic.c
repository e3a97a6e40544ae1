#include "ew-kinetic.h"

/* However the way is cut into frames, it is as long. */
static void
test_frames (void)
{
  EwKinetic once = { { 1000, -500 } }, often = once;
  EwPoint far = ew_kinetic_step (&once, 0.5), sum = { 0, 0 };

  for (int i = 0; i < 50; i++) {
    EwPoint step = ew_kinetic_step (&often, 0.01);

    sum.x += step.x;
    sum.y += step.y;
  }
  g_assert_cmpfloat_with_epsilon (sum.x, far.x, 0.01);
  g_assert_cmpfloat_with_epsilon (sum.y, far.y, 0.01);
  g_assert_cmpfloat (far.x, >, 0);
  g_assert_cmpfloat (far.y, <, 0);
}

static void
test_ends (void)
{
  EwKinetic kinetic = { { 3000, 0 } };
  int frames = 0;

  for (; ew_kinetic_is_moving (&kinetic); frames++)
    ew_kinetic_step (&kinetic, 1 / 60.0);
  g_assert_cmpint (frames, >, 10);
  g_assert_cmpint (frames, <, 300);
}

static void
test_stands (void)
{
  EwKinetic kinetic = { { 0, 0 } };

  g_assert_false (ew_kinetic_is_moving (&kinetic));
  g_assert_cmpfloat (ew_kinetic_step (&kinetic, 1).x, ==, 0);
  /* A clock that went backwards moves nothing. */
  kinetic.velocity.x = 100;
  g_assert_cmpfloat (ew_kinetic_step (&kinetic, -1).x, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/kinetic/frames", test_frames);
  g_test_add_func ("/canvas/kinetic/ends", test_ends);
  g_test_add_func ("/canvas/kinetic/stands", test_stands);
  return g_test_run ();
}
