/* One picture of a tour, painted with cairo.  Private to this room. */
#pragma once

#include "ew-cairo-pen.h"
#include "ew-tour.h"

G_BEGIN_DECLS

typedef struct {
  const EwTour *tour;
  const EwBoard *board;
  EwCairoImages images; /* of what is on the board */
  EwScheme scheme;
  EwRect area; /* output px */
  bool captions; /* whether what is said is written below */
} EwFrame;

/* The board as it was seen at @ms, with the pointer. */
void ew_frame_paint (cairo_t *cr, const EwFrame *frame, gint64 ms);

G_END_DECLS
