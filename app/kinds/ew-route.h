/* The way of a connector from one end to the other.
 *
 * An end that is tied to an object lies on its outline; an automatic one picks
 * the side that faces the other end.  An end tied to nothing lies at its point.
 * Private to this room. */
#pragma once

#include "ew-board.h"
#include "ew-path.h"

G_BEGIN_DECLS

typedef enum {
  EW_ROUTE_STRAIGHT,
  EW_ROUTE_CURVED,
  EW_ROUTE_ELBOW,
} EwRouteForm;

#define EW_ROUTE_MAX 8

/* A cubic Bézier curve of four points (of a straight way the two in between lie
 * on it), or the corners of an elbow, from its first end to its last. */
typedef struct {
  EwPoint p[EW_ROUTE_MAX];
  guint n;
  bool is_elbow;
} EwRoute;

EwRoute ew_route_find (const EwBoard *board, const EwAnchor *from,
                       const EwAnchor *to, EwRouteForm form);
/* Both ends at one place: nothing but a dot can be drawn. */
bool ew_route_is_dot (const EwRoute *route);
EwPath *ew_route_path (const EwRoute *route);
EwPoint ew_route_middle (const EwRoute *route);
EwPoint ew_route_from (const EwRoute *route);
EwPoint ew_route_to (const EwRoute *route);
/* Unit vectors that point out of the way at its ends: where arrow heads look.
 */
EwPoint ew_route_out_from (const EwRoute *route);
EwPoint ew_route_out_to (const EwRoute *route);

/* An end of an elbow: where, which way it leaves (a unit vector along an axis,
 * or none when it may choose), and the box that it must not cross (or empty).
 */
typedef struct {
  EwPoint at, way;
  EwRect box;
} EwElbowEnd;

EwRoute ew_route_elbow (const EwElbowEnd *from, const EwElbowEnd *to);

/* The box that an anchor is measured in; empty, at its point, when it is tied
 * to nothing that is there.  Unlike ew_board_anchor_box() it may be asked while
 * bounds are computed: lines that are tied to each other in a circle end. */
EwRect ew_anchor_box (const EwBoard *board, const EwAnchor *anchor);

G_END_DECLS
