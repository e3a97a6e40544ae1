/* The way of a connector from one end to the other.
 *
 * An end that is tied to an object lies on its outline; an automatic one picks
 * the side that faces the other end.  An end tied to nothing lies at its point.
 * Private to this room. */
#pragma once

#include "ew-board.h"
#include "ew-path.h"

G_BEGIN_DECLS

/* A cubic Bézier curve; of a straight way the control points lie on it. */
typedef struct {
  EwPoint from, c1, c2, to;
} EwRoute;

EwRoute ew_route_find (const EwBoard *board, const EwAnchor *from,
                       const EwAnchor *to, bool curved);
/* Both ends at one place: nothing but a dot can be drawn. */
bool ew_route_is_dot (const EwRoute *route);
EwPath *ew_route_path (const EwRoute *route);
EwPoint ew_route_middle (const EwRoute *route);
/* Unit vectors that point out of the way at its ends: where arrow heads look.
 */
EwPoint ew_route_out_from (const EwRoute *route);
EwPoint ew_route_out_to (const EwRoute *route);

/* The box that an anchor is measured in; empty, at its point, when it is tied
 * to nothing that is there.  Unlike ew_board_anchor_box() it may be asked while
 * bounds are computed: lines that are tied to each other in a circle end. */
EwRect ew_anchor_box (const EwBoard *board, const EwAnchor *anchor);

G_END_DECLS
