#include "ew-kinetic.h"

#include <math.h>

/* Per second: how quickly the speed decays. */
#define FRICTION 4.0
/* Slower than this stands still, px per second. */
#define STANDSTILL 12.0

EwPoint
ew_kinetic_step (EwKinetic *kinetic, double seconds)
{
  double left = exp (-FRICTION * MAX (seconds, 0));
  double way = (1 - left) / FRICTION;
  EwPoint gone = { kinetic->velocity.x * way, kinetic->velocity.y * way };

  kinetic->velocity.x *= left;
  kinetic->velocity.y *= left;
  return gone;
}

bool
ew_kinetic_is_moving (const EwKinetic *kinetic)
{
  return hypot (kinetic->velocity.x, kinetic->velocity.y) >= STANDSTILL;
}
