/* What the canvas does, drawn over it for those who work on it: the areas that
 * were repainted last, what is kept, and how long a frame takes.  Hidden until
 * Ctrl+Shift+F12, or ELSEWHEN_DEBUG_CANVAS in the environment.  Not translated:
 * nobody meets it by accident.  Private to this room. */
#pragma once

#include "ew-node-cache.h"
#include "ew-tiles.h"

G_BEGIN_DECLS

#define EW_DEBUG_DAMAGES 8

typedef struct {
  bool shown;
  EwRect damages[EW_DEBUG_DAMAGES]; /* px of the board; the last ones */
  guint n_damages; /* ever */
  gint64 began, last; /* of this frame and of the one before, µs */
  double interval, spent; /* from frame to frame, and in the canvas, ms */
} EwDebug;

/* Looks at the environment. */
void ew_debug_init (EwDebug *debug);
void ew_debug_damage (EwDebug *debug, EwRect area);

/* Around the painting of a frame. */
void ew_debug_begin (EwDebug *debug);
void ew_debug_append (EwDebug *debug, GtkSnapshot *snapshot, const EwView *view,
                      PangoLayout *layout);

/* Returns: (transfer full): one line. */
char *ew_debug_text (const EwDebug *debug, const EwTiles *tiles,
                     const EwNodeCache *cache);

G_END_DECLS
