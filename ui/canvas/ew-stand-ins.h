/* The stand-ins of the objects that show, or nearly: a list, in reading order,
 * that a screen reader goes through and the keyboard walks.
 *
 * There are never more than a few hundred, and they follow the view only when
 * it rests, so that panning and zooming cost nothing here.  Around the one with
 * the focus a ring is drawn, unless the outline of the selection tells it.
 *
 * Private to this room; others use ew_canvas_focus() and what stands near it.
 */
#pragma once

#include "ew-reading-order.h"
#include "ew-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_STAND_INS (ew_stand_ins_get_type ())
G_DECLARE_FINAL_TYPE (EwStandIns, ew_stand_ins, EW, STAND_INS, GtkWidget)

typedef struct _EwCanvas EwCanvas;

EwStandIns *ew_stand_ins_new (EwCanvas *canvas);
/* Another board, or none: @board NULL. */
void ew_stand_ins_show (EwStandIns *stand_ins, EwSession *session,
                        const char *board);
/* Makes the stand-ins of now, instead of in a moment. */
void ew_stand_ins_update (EwStandIns *stand_ins);
/* The board as it is now, in order.  Valid until the next edit. */
const EwReadingOrder *ew_stand_ins_order (EwStandIns *stand_ins);
/* Gives @id the keyboard.  False when it is not on the board. */
bool ew_stand_ins_focus (EwStandIns *stand_ins, const char *id);
/* Who has it.  Returns: (nullable). */
const char *ew_stand_ins_focused (EwStandIns *stand_ins);

G_END_DECLS
