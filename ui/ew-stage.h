/* The middle of the window: the canvas from edge to edge, and what floats over
 * it, each in its place.
 *
 * A widget of its own because the bars must give way to each other in a narrow
 * window, and because one of them follows the selection. */
#pragma once

#include "ew-geometry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EW_TYPE_STAGE (ew_stage_get_type ())
G_DECLARE_FINAL_TYPE (EwStage, ew_stage, EW, STAGE, GtkWidget)

typedef enum {
  EW_STAGE_CANVAS, /* below all                             */
  EW_STAGE_NEWS, /* top, in the middle                    */
  EW_STAGE_TOOLS, /* bottom, in the middle                 */
  EW_STAGE_ZOOM, /* bottom, at the end                    */
  EW_STAGE_SELECTION, /* above the anchor, or below it         */
  EW_STAGE_MAP, /* bottom, at the start                  */
  EW_STAGE_BACK, /* below the news                        */
  EW_STAGE_TOUR, /* above the tools                       */
  EW_STAGE_HINT, /* in the very middle                    */
  EW_STAGE_N_SLOTS,
} EwStageSlot;

GtkWidget *ew_stage_new (void);
void ew_stage_put (EwStage *stage, EwStageSlot slot, GtkWidget *child);
/* What the bar of the selection stands by, px of the stage. */
void ew_stage_set_anchor (EwStage *stage, EwRect anchor);

G_END_DECLS
