/* Pictures of the board in square pieces, for a renderer that has no graphics
 * card behind it: panning then moves pixels instead of drawing again.
 *
 * A sheet is the board at one zoom, cut into tiles that are painted when they
 * are first needed.  While the zoom changes, the sheet at hand is stretched and
 * another one takes its place tile by tile; when the zoom stands still, what is
 * shown is crisp.  A tile's node stays the same as long as its picture does, so
 * a change repaints the tiles it touches and nothing else.
 *
 * Private to this room. */
#pragma once

#include "ew-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EwTiles EwTiles;

/* Who knows what is on the board. */
typedef struct {
  /* Several calls of paint follow, none of them outside @area. */
  void (*prepare) (EwRect area, double zoom, gpointer data);
  /* What lies in @area, px of the board, everything included, at @zoom with
   * the top left of @area at 0, 0.  Returns: (transfer full) (nullable). */
  GskRenderNode *(*paint) (EwRect area, double zoom, gpointer data);
} EwTilesSource;

EwTiles *ew_tiles_new (const EwTilesSource *source, gpointer data);
void ew_tiles_free (EwTiles *tiles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EwTiles, ew_tiles_free)

/* What is in @area, px of the board, looks different now. */
void ew_tiles_damage (EwTiles *tiles, EwRect area);
void ew_tiles_clear (EwTiles *tiles);

typedef enum {
  EW_TILES_CRISP, /* nothing left to do                            */
  EW_TILES_STRETCHED, /* good while it moves; settle when it does not */
  EW_TILES_PARTLY, /* ask again in the next frame                   */
} EwTilesState;

/* Fills all of @view.  @pixels: of the screen per window px.  @settle: the zoom
 * stands still. */
EwTilesState ew_tiles_append (EwTiles *tiles, GtkSnapshot *snapshot,
                              const EwView *view, int pixels, bool settle);

/* For tests and measurements. */
guint ew_tiles_count (const EwTiles *tiles);
guint ew_tiles_painted (const EwTiles *tiles);

G_END_DECLS
