/* What opens when a card is pressed at a point: one function of each kind that
 * has a link.  Private to this room; see ew_object_link_at(). */
#pragma once

#include "ew-object.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable). */
char *ew_link_card_at (const EwObject *object, EwPoint point);
char *ew_walkthrough_at (const EwObject *object, EwPoint point);
/* Of a link written in a text. */
char *ew_object_text_link_at (const EwObject *object, EwPoint point);

G_END_DECLS
