/* The pen's back end for the screen: GtkSnapshot.
 *
 * GTK's nodes hold 32-bit floats, a board has no end.  So the pen subtracts
 * `origin` from every coordinate while it is still a double; whoever shows the
 * result moves it back by as much.  Private to this room. */
#pragma once

#include "ew-image-cache.h"
#include "ew-pen.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  EwPen pen;
  GtkSnapshot *snapshot;
  EwPoint origin;
  EwImageCache *images; /* NULL: pictures are not drawn */
} EwSnapshotPen;

/* Fills in @pen, which lives as long as its owner wants; there is nothing to
 * free.  @snapshot and @pango must outlive it. */
void ew_snapshot_pen_init (EwSnapshotPen *pen, GtkSnapshot *snapshot,
                           const EwPalette *palette, PangoContext *pango);

G_END_DECLS
