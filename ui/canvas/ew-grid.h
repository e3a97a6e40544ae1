/* The dots of the paper.  Private to this room. */
#pragma once

#include "ew-palette.h"
#include "ew-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @pixels: of the screen per window px.  Draws nothing when far out. */
void ew_grid_append (GtkSnapshot *snapshot, const EwView *view, EwColor color,
                     int pixels);

G_END_DECLS
