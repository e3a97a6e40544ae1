#include "ew-view.h"

static const double ladder[] = { 0.05, 0.1,  0.15, 0.25, 0.33, 0.5, 0.67, 0.75,
                                 1.0,  1.25, 1.5,  2.0,  3.0,  4.0, 6.0,  8.0 };

EwPoint
ew_view_to_board (const EwView *view, EwPoint window)
{
  return (EwPoint){ view->origin.x + window.x / view->zoom,
                    view->origin.y + window.y / view->zoom };
}

EwPoint
ew_view_to_window (const EwView *view, EwPoint board)
{
  return (EwPoint){ (board.x - view->origin.x) * view->zoom,
                    (board.y - view->origin.y) * view->zoom };
}

EwRect
ew_view_rect_to_window (const EwView *view, EwRect board)
{
  EwPoint at = ew_view_to_window (view, (EwPoint){ board.x, board.y });
  return (EwRect){ at.x, at.y, board.w * view->zoom, board.h * view->zoom };
}

EwRect
ew_view_visible (const EwView *view)
{
  return (EwRect){ view->origin.x, view->origin.y, view->width / view->zoom,
                   view->height / view->zoom };
}

EwView
ew_view_pan (EwView view, double dx, double dy)
{
  view.origin.x -= dx / view.zoom;
  view.origin.y -= dy / view.zoom;
  return view;
}

EwView
ew_view_zoom_at (EwView view, double zoom, EwPoint at)
{
  EwPoint fixed = ew_view_to_board (&view, at);
  view.zoom = CLAMP (zoom, MIN (EW_ZOOM_MIN, view.zoom), EW_ZOOM_MAX);
  view.origin.x = fixed.x - at.x / view.zoom;
  view.origin.y = fixed.y - at.y / view.zoom;
  return view;
}

EwView
ew_view_fit (EwView view, EwRect board, double margin, double max_zoom)
{
  if (ew_rect_is_empty (board) || view.width <= 0 || view.height <= 0)
    return view;

  double across = MAX (view.width - 2 * margin, 1) / board.w;
  double down = MAX (view.height - 2 * margin, 1) / board.h;
  view.zoom = MIN (MIN (across, down), MIN (max_zoom, EW_ZOOM_MAX));
  return ew_view_center_on (view, ew_rect_center (board));
}

EwView
ew_view_center_on (EwView view, EwPoint board)
{
  view.origin.x = board.x - view.width / 2 / view.zoom;
  view.origin.y = board.y - view.height / 2 / view.zoom;
  return view;
}

EwView
ew_view_resize (EwView view, double width, double height)
{
  view.width = width;
  view.height = height;
  return view;
}

double
ew_view_zoom_step (const EwView *view, int direction)
{
  /* A hair's breadth, so that standing on a rung moves to the next one. */
  const double hair = 1.001;
  int n = G_N_ELEMENTS (ladder);

  if (direction > 0) {
    for (int i = 0; i < n; i++)
      if (ladder[i] > view->zoom * hair)
        return ladder[i];
    return ladder[n - 1];
  }
  for (int i = n - 1; i >= 0; i--)
    if (ladder[i] < view->zoom / hair)
      return ladder[i];
  return ladder[0];
}
