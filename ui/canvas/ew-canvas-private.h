/* What the files of the canvas share; private to this room.
 *
 *   ew-canvas.c         the widget, the board it shows, what it answers
 *   ew-canvas-view.c    where it looks: pan, zoom, fit, smooth changes
 *   ew-canvas-paint.c   one frame
 *   ew-canvas-input.c   wheel, fingers, buttons
 *   ew-canvas-authors.c names on notes
 *   ew-canvas-grow.c    the next object, for typing on
 *   ew-canvas-spelling.c the dictionary behind the editor
 *   ew-text-editor.c    typing into an object */
#pragma once

#include "ew-canvas.h"

#include "ew-author-labels.h"
#include "ew-debug.h"
#include "ew-kinetic.h"
#include "ew-node-cache.h"
#include "ew-stand-ins.h"
#include "ew-text-editor.h"
#include "ew-tiles.h"
#include "ew-tint.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Window px between what is fitted and the edge: bars float there. */
#define EW_CANVAS_MARGIN 72.0

typedef struct {
  EwView from, to;
  AdwAnimation *animation; /* owned; NULL before the first */
} EwGlide;

typedef struct {
  bool pressed; /* the primary button, and the handler knows */
  bool dragging; /* inside a call to the handler's drag */
  EwPoint start, at; /* window px: of the press, of the pointer */
  bool is_over; /* the pointer is over the canvas */
  guint presses; /* of one multiple click */
  guint32 last_time; /* of the press before, ms */
  GdkModifierType state;
  double pressure; /* of a pen; 0 without */
  double pinch_zoom; /* when the pinch began */
  EwPoint pinch_at;
  EwPoint middle_at; /* how far a middle-drag went already */
  bool is_panning;
  EwKinetic kinetic;
  guint tick; /* callback while kinetic, or 0 */
  gint64 tick_time;
} EwCanvasInput;

struct _EwCanvas {
  GtkWidget parent_instance;

  EwSelection *selection;
  EwSession *session;
  char *board_id;
  gulong changed_id; /* handler on the session */
  EwBoard *still; /* shown in place of the open one, or NULL */

  const EwCanvasHandler *handler;
  gpointer handler_data;

  EwView view;
  GHashTable *views; /* board id → EwView, as left */
  bool fit_wanted; /* as soon as there is a size */
  EwGlide glide;

  EwNodeCache *cache;
  EwImageCache *images;
  PangoContext *pango;
  const EwPalette *palette;
  bool grid;
  guint tell; /* idle source: the view changed with the size */
  guint refine; /* idle source: paint again what is not crisp */

  EwTiles *tiles;
  GArray *found; /* of guint: what may be in the tiles being painted */
  double tiled_zoom; /* shown by stretched tiles */
  guint settle; /* timeout: then they are painted for this zoom */
  bool is_settled;

  EwDebug debug;

  EwTint *tint;
  guint tint_tick; /* callback while a tint is seen, or 0 */

  bool shows_authors;
  EwAuthorLabels *authors; /* NULL until history has answered */

  bool checks_spelling, asked_dictionary;
  EwDictionary *dictionary; /* NULL until a worker has opened one */

  EwCanvasInput input;
  EwTextEditor *editor; /* a child; NULL when nothing is edited */
  EwStandIns *stand_ins; /* a child, over all of the canvas */
};

/* Returns: (nullable): the board as it is now. */
const EwBoard *ew_canvas_live (EwCanvas *canvas);
void ew_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
extern const EwTilesSource ew_canvas_tiles_source;
/* An object, or how it is shown, changed in @area, px of the board. */
void ew_canvas_damage (EwCanvas *canvas, EwRect area);
void ew_canvas_input_init (EwCanvas *canvas);
void ew_canvas_images_init (EwCanvas *canvas);
/* Asks the handler for its cursor. */
void ew_canvas_update_cursor (EwCanvas *canvas);
/* The board moved under a pressed button: the handler drags on. */
void ew_canvas_drag_on (EwCanvas *canvas);

/* Stops what moves by itself. */
void ew_canvas_halt (EwCanvas *canvas);
void ew_canvas_resized (EwCanvas *canvas, double width, double height);
/* Names on notes: asks history, if they are wanted; forgets what it said. */
void ew_canvas_ask_authors (EwCanvas *canvas);
void ew_canvas_forget_authors (EwCanvas *canvas);
/* Gives a new editor the dictionary, as soon as there is one. */
void ew_canvas_check_editor (EwCanvas *canvas);
/* Finishes what is edited, and opens the next one. */
void ew_canvas_go_on (EwCanvas *canvas, EwGrow how);
/* Shows the whole board when it is seen for the first time. */
void ew_canvas_fit_first (EwCanvas *canvas);
void ew_canvas_look (EwCanvas *canvas, EwView view, bool smoothly);
/* Remembers the view of the board that is left, recalls that of @board. */
void ew_canvas_switch_view (EwCanvas *canvas, const char *board);

G_END_DECLS
