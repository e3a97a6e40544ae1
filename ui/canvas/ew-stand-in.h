/* A stand-in: what assistive technology and the keyboard hold instead of an
 * object, which is only paint.
 *
 * A widget that draws nothing and no pointer meets; its accessible label says
 * all there is to say.  Its class actions (object.edit, object.open,
 * object.delete, object.comment, object.move) are what a screen reader offers.
 *
 * Signal "focused": it has the keyboard now.
 *
 * Private to this room. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_STAND_IN (ew_stand_in_get_type ())
G_DECLARE_FINAL_TYPE (EwStandIn, ew_stand_in, EW, STAND_IN, GtkWidget)

EwStandIn *ew_stand_in_new (const char *id);
const char *ew_stand_in_id (EwStandIn *stand_in);
void ew_stand_in_set_label (EwStandIn *stand_in, const char *label);
/* Where its object shows, px of the parent; for size_allocate(). */
void ew_stand_in_set_place (EwStandIn *stand_in, const GdkRectangle *place);
void ew_stand_in_allocate (EwStandIn *stand_in);

G_END_DECLS
