/* The viewport: how a board shows through a window.
 *
 * A plain value that knows no widget.  `origin` is the board point at the
 * top-left corner of the window, in board px; `zoom` is window px per board px.
 * Every function returns a new view and leaves the old one alone. */
#pragma once

#include "ew-geometry.h"

G_BEGIN_DECLS

#define EW_ZOOM_MIN 0.05
#define EW_ZOOM_MAX 8.0

typedef struct {
  EwPoint origin;
  double zoom;
  double width, height; /* of the window, in window px */
} EwView;

#define EW_VIEW_INIT ((EwView){ { 0, 0 }, 1.0, 0, 0 })

EwPoint ew_view_to_board (const EwView *view, EwPoint window);
EwPoint ew_view_to_window (const EwView *view, EwPoint board);
EwRect ew_view_rect_to_window (const EwView *view, EwRect board);
/* The part of the board that shows. */
EwRect ew_view_visible (const EwView *view);

/* Moves the board by (dx, dy) window px. */
EwView ew_view_pan (EwView view, double dx, double dy);
/* Keeps the board point under @at (window px) where it is.  @zoom is limited to
 * EW_ZOOM_MIN…EW_ZOOM_MAX, or further out when that is where the view already
 * is after ew_view_fit(). */
EwView ew_view_zoom_at (EwView view, double zoom, EwPoint at);
/* Centres @board with @margin window px around it, never closer than
 * @max_zoom.  May go below EW_ZOOM_MIN so that all of a huge board shows. */
EwView ew_view_fit (EwView view, EwRect board, double margin, double max_zoom);
EwView ew_view_center_on (EwView view, EwPoint board);
EwView ew_view_resize (EwView view, double width, double height);

/* The next step of the zoom ladder (… 50 % 75 % 100 % 150 % 200 % …), up when
 * @direction is positive. */
double ew_view_zoom_step (const EwView *view, int direction);

G_END_DECLS
