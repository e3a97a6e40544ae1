/* Snapping: what a moved or resized box is drawn to, and what to show of it.
 *
 * Plain geometry over the boxes that stand around.  A side or the centre meets
 * a side or the centre of a neighbour, or the box comes to stand with equal
 * gaps in a row; else, with a grid, it stands on that.  Each axis for itself.
 * Asking costs time in proportion to the number of boxes, wherever they are.
 * Private to this room. */
#pragma once

#include "ew-handles.h"

G_BEGIN_DECLS

/* Of more neighbours than this the nearest are enough. */
#define EW_SNAP_BOXES_MAX 400

typedef struct _EwSnap EwSnap;

typedef struct {
  /* Which sides move: all four for a box that is moved as a whole.  An axis
   * without a moving side is left alone. */
  EwHandle sides;
  double reach; /* px of the board; 0: boxes do not draw */
  double grid; /* px of the board; 0: none              */
} EwSnapHow;

#define EW_SNAP_ALL_SIDES \
  (EW_HANDLE_LEFT | EW_HANDLE_RIGHT | EW_HANDLE_TOP | EW_HANDLE_BOTTOM)

/* A line along which boxes stand, or a gap between two of them. */
typedef struct {
  EwPoint from, to;
  bool is_gap; /* as long as its distance says */
} EwSnapMark;

EwSnap *ew_snap_new (const EwRect *boxes, gsize n);
void ew_snap_free (EwSnap *snap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwSnap, ew_snap_free)

/* How much further the moving sides of @box go. */
EwPoint ew_snap_find (const EwSnap *snap, EwRect box, const EwSnapHow *how);
/* What holds for @box where it is now.  Returns: (transfer full): of
 * EwSnapMark. */
GArray *ew_snap_marks (const EwSnap *snap, EwRect box, EwHandle sides);

G_END_DECLS
