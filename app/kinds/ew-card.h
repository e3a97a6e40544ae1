/* The white card that a link or a walkthrough is written on.
 * Private to this room. */
#pragma once

#include "ew-pen.h"

G_BEGIN_DECLS

#define EW_CARD_RADIUS 10.0

/* Paints the card and keeps what follows inside it. */
void ew_card_begin (EwPen *pen, EwRect box);
void ew_card_end (EwPen *pen);

G_END_DECLS
