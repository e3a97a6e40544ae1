/* How a pin looks: a drop whose tip is at the bottom left. */
#pragma once

#include "ew-pen.h"

G_BEGIN_DECLS

#define EW_PIN_SIZE 28.0 /* px of the screen */

/* A disc in @box with one square corner.  Returns: (transfer full). */
EwPath *ew_pin_path (EwRect box);
/* @n pins that lie too near to each other to be told apart, as a stack with
 * their number.  @waits: at least one of them is open.  @pen at scale 1. */
void ew_pin_paint_stack (EwPen *pen, EwPoint tip, guint n, bool waits);

G_END_DECLS
