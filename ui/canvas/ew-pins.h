/* Pins as they show: of one size at every zoom, and those that would lie on
 * each other from afar as one stack with their number.
 *
 * Private to this room. */
#pragma once

#include "ew-board.h"
#include "ew-view.h"

#include <glib.h>

G_BEGIN_DECLS

/* Pins that show as one; alone when there is one. */
typedef struct {
  guint index; /* on the board, of the one it stands for */
  EwPoint tip; /* window px                              */
  guint n;
  bool waits; /* at least one is not resolved           */
} EwPinStack;

/* Of those in @view, back to front.  Returns: (transfer full): of EwPinStack.
 */
GArray *ew_pins_stack (const EwBoard *board, const EwView *view);
/* The pins that show together with @id, itself among them.
 * Returns: (transfer full): of const EwObject *. */
GPtrArray *ew_pins_with (const EwBoard *board, const EwView *view,
                         const char *id);
/* Where the tip of @pin is, px of the board. */
EwPoint ew_pin_tip (const EwBoard *board, const EwObject *pin);
/* What it covers, window px, without its shadow. */
EwRect ew_pin_box (const EwBoard *board, const EwView *view,
                   const EwObject *pin);

G_END_DECLS
