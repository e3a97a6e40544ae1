/* Points, rectangles and the unit of a board.
 *
 * A board is measured in board pixels: at 100 % zoom one of them is one logical
 * pixel of the screen.  What is *stored* is an integer number of 1/64 px, so
 * that equal content is equal bytes (EwCoords).  What is *computed* is a double
 * in px (EwPoint, EwRect).  Convert at the edges, never keep both.
 *
 * Plain values; nothing here allocates.  Any thread. */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define EW_UNITS_PER_PX 64

/* A stored position or size, in 1/64 px.  Any integer JSON can hold exactly
 * (±2^53) is legal, also a negative size: see ew_object_box(). */
typedef struct {
  gint64 x, y;
} EwCoords;

/* A place, or a distance, in px. */
typedef struct {
  double x, y;
} EwPoint;

/* Left, top, width and height in px.  Empty when w or h is not positive. */
typedef struct {
  double x, y, w, h;
} EwRect;

#define EW_RECT_EMPTY ((EwRect){ 0, 0, 0, 0 })

EwPoint ew_coords_to_point (EwCoords coords);
/* Rounds to the nearest unit. */
EwCoords ew_coords_from_point (EwPoint point);

double ew_point_distance (EwPoint a, EwPoint b);
/* Shortest distance from @p to the segment @a–@b. */
double ew_point_to_segment (EwPoint p, EwPoint a, EwPoint b);

bool ew_rect_is_empty (EwRect r);
bool ew_rect_contains (EwRect r, EwPoint p);
bool ew_rect_covers (EwRect outer, EwRect inner);
bool ew_rect_intersects (EwRect a, EwRect b);
/* The smallest rectangle around both; an empty one adds nothing. */
EwRect ew_rect_union (EwRect a, EwRect b);
EwRect ew_rect_intersection (EwRect a, EwRect b);
/* Grows every side by @margin; shrinks, down to empty, when it is negative. */
EwRect ew_rect_grow (EwRect r, double margin);
EwRect ew_rect_from_points (EwPoint a, EwPoint b);
EwPoint ew_rect_center (EwRect r);
/* @p turned clockwise (y points down) around @center. */
EwPoint ew_point_turn (EwPoint p, EwPoint center, double degrees);
/* The upright rectangle around @r after it was turned around its centre. */
EwRect ew_rect_turn (EwRect r, double degrees);
/* Where the segment from the centre of @r towards @to leaves @r. */
EwPoint ew_rect_exit (EwRect r, EwPoint to);

G_END_DECLS
