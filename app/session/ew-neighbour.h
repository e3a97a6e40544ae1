/* Whom one meets going up, down, left or right from an object.
 *
 * Plain geometry: of those that lie that way, the nearest, where being off to
 * the side counts double.  Somebody inside frames goes from object to object
 * over their edges; somebody on a frame goes from frame to frame. */
#pragma once

#include "ew-board.h"

G_BEGIN_DECLS

typedef enum {
  EW_WAY_LEFT,
  EW_WAY_RIGHT,
  EW_WAY_UP,
  EW_WAY_DOWN,
} EwWay;

/* Returns: (nullable): NULL when there is nobody that way. */
const EwObject *ew_neighbour_find (const EwBoard *board, const char *id,
                                   EwWay way);

G_END_DECLS
