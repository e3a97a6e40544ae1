/* The shape of a soft shadow: eight gradients around what lies inside of it,
 * whoever paints them.  Private to this room. */
#pragma once

#include "ew-palette.h"
#include "ew-geometry.h"

G_BEGIN_DECLS

#define EW_SHADOW_STOPS 8

typedef struct {
  EwRect core; /* inside of all gradients */
  double reach; /* how far they go out from it */
  double flat; /* the share of that which is even */
} EwShadow;

/* Of a box that covers what lies under it; stays within EW_SHADOW_MARGIN. */
EwShadow ew_shadow_of (EwRect rect, double radius);

/* One of the eight: a side, or a corner.  @way: where it lies, from −1 to 1 on
 * each axis. */
typedef struct {
  EwRect area;
  EwPoint way;
  EwPoint from; /* the gradient's strong end; its weak one is `reach` away */
} EwShadowPart;

#define EW_SHADOW_PARTS 8
EwShadowPart ew_shadow_part (const EwShadow *shadow, guint index);

/* The stop @index, up to and with EW_SHADOW_STOPS: where it lies on the
 * gradient, and the share of the colour's strength it has. */
double ew_shadow_stop (double flat, guint index, double *strength);

G_END_DECLS
