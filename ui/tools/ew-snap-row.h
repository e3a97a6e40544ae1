/* Rows: boxes beside each other, and the gaps between them; a part of ew-snap.
 * Private to this room. */
#pragma once

#include "ew-snap.h"

G_BEGIN_DECLS

/* Two places nearer than this are one, px. */
#define EW_SNAP_SAME 0.02

/* A box on one axis. */
typedef struct {
  double low, high;
} EwSpan;

/* Which ends of a span move. */
typedef enum {
  EW_MOVING_NONE = 0,
  EW_MOVING_LOW = 1 << 0,
  EW_MOVING_HIGH = 1 << 1,
  EW_MOVING_BOTH = EW_MOVING_LOW | EW_MOVING_HIGH,
} EwMoving;

/* @axis: 0 from left to right, 1 from top to bottom. */
EwSpan ew_span_of (EwRect box, int axis);

/* The two nearest neighbours on either side of a box that stand in its row. */
typedef struct {
  EwSpan before[2], after[2]; /* [0] is the nearer */
  guint n_before, n_after;
  double across; /* where the row runs, on the other axis */
} EwSnapRow;

EwSnapRow ew_snap_row_find (const EwRect *boxes, guint n, EwRect box, int axis);
/* How far to where the gaps are equal; INFINITY when nowhere. */
double ew_snap_row_way (const EwSnapRow *row, EwSpan span, EwMoving moving);
/* Adds the gaps that are equal now. */
void ew_snap_row_marks (const EwSnapRow *row, EwSpan span, int axis,
                        GArray *marks);

/* A mark along @axis, at @across on the other. */
void ew_snap_add_mark (GArray *marks, int axis, double across, EwSpan span,
                       bool is_gap);

G_END_DECLS
