/* What a pointing device did, told in terms of the board.
 *
 * The canvas makes these from GTK's events, the tools act on them; neither
 * knows the other, and the tools run without a display. */
#pragma once

#include "ew-geometry.h"

G_BEGIN_DECLS

typedef struct {
  EwPoint board; /* where, px of the board                */
  EwPoint window; /* where, px of the canvas widget        */
  double scale; /* zoom: window px per board px          */
  int presses; /* 2 for a double-click                  */
  bool shift, ctrl, alt;
  double pressure; /* 0…1 of a pen; 0 from a device that has none */
} EwPointer;

G_END_DECLS
