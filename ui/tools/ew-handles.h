/* Handles: where a selected box is grabbed to be resized, and what comes of it.
 *
 * Plain geometry.  `scale` is window px per board px; handles keep one size on
 * the screen.  Private to this room. */
#pragma once

#include "ew-geometry.h"

G_BEGIN_DECLS

/* How far outside the box the outline of a selection runs, window px. */
#define EW_OUTLINE_GAP 3.0

/* The sides that follow the pointer; a corner is two of them. */
typedef enum {
  EW_HANDLE_NONE = 0,
  EW_HANDLE_LEFT = 1 << 0,
  EW_HANDLE_RIGHT = 1 << 1,
  EW_HANDLE_TOP = 1 << 2,
  EW_HANDLE_BOTTOM = 1 << 3,
} EwHandle;

typedef struct {
  bool ratio; /* width : height stays           */
  bool center; /* the centre stays               */
  double grid; /* edges land on multiples of it  */
} EwResize;

/* A box too small on the screen has none, so that it still can be moved. */
EwHandle ew_handle_at (EwRect box, EwPoint point, double scale);
/* The centre of a corner's mark; @index 0…3. */
EwPoint ew_handle_corner (EwRect box, guint index, double scale);
bool ew_handle_fits (EwRect box, double scale);
const char *ew_handle_cursor (EwHandle handle);
/* @box after its @handle was dragged by @by. */
EwRect ew_handle_drag (EwHandle handle, EwRect box, EwPoint by,
                       const EwResize *how);
/* @resized after its moving sides went @further: what must stay of @box stays,
 * also when that is its centre. */
EwRect ew_handle_place (EwHandle handle, EwRect box, EwRect resized,
                        EwPoint further, bool center);

G_END_DECLS
