/* The laser: a trail that fades behind a pointer; and a pointer, where the
 * system draws none.  One size on the screen at every zoom. */
#pragma once

#include "ew-pen.h"

G_BEGIN_DECLS

/* How long a trail is seen, ms. */
#define EW_LASER_SPAN 900

typedef struct {
  EwPoint at;
  gint64 age; /* ms */
} EwLaserPoint;

/* @trail: of EwLaserPoint, oldest first. */
void ew_laser_paint (GArray *trail, EwPen *pen);
void ew_laser_paint_pointer (EwPoint at, EwPen *pen);

G_END_DECLS
