#include "ew-canvas-private.h"

#include "ew-pins.h"

#include <math.h>

#define GLIDE_MS 220

const EwView *
ew_canvas_view (EwCanvas *canvas)
{
  g_return_val_if_fail (EW_IS_CANVAS (canvas), NULL);
  return &canvas->view;
}

static void
view_changed (EwCanvas *canvas)
{
  if (canvas->editor)
    gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "view-changed");
}

static void
set_view (EwCanvas *canvas, EwView view)
{
  canvas->view = ew_view_resize (view, canvas->view.width, canvas->view.height);
  view_changed (canvas);
}

/* Between two views there is one window point that shows the same board point
 * in both.  Zooming about it moves everything on straight lines. */
static EwView
between (const EwView *from, const EwView *to, double part)
{
  double zoom = from->zoom * pow (to->zoom / from->zoom, part);
  double spread = 1 / from->zoom - 1 / to->zoom;
  EwView view = *from;
  EwPoint fixed;

  if (fabs (spread) < 1e-9) {
    view.origin.x += (to->origin.x - from->origin.x) * part;
    view.origin.y += (to->origin.y - from->origin.y) * part;
    return view;
  }
  fixed = (EwPoint){ (to->origin.x - from->origin.x) / spread,
                     (to->origin.y - from->origin.y) / spread };
  view.origin.x = from->origin.x + fixed.x * (1 / from->zoom - 1 / zoom);
  view.origin.y = from->origin.y + fixed.y * (1 / from->zoom - 1 / zoom);
  view.zoom = zoom;
  return view;
}

static void
glide_cb (double part, gpointer data)
{
  EwCanvas *canvas = data;
  const EwGlide *glide = &canvas->glide;

  set_view (canvas,
            part >= 1 ? glide->to : between (&glide->from, &glide->to, part));
}

static void
glide_stop (EwCanvas *canvas)
{
  if (canvas->glide.animation)
    adw_animation_pause (canvas->glide.animation);
}

void
ew_canvas_halt (EwCanvas *canvas)
{
  glide_stop (canvas);
  canvas->input.kinetic = (EwKinetic){ { 0, 0 } };
}

static AdwAnimation *
glide_animation (EwCanvas *canvas)
{
  AdwAnimationTarget *target;

  if (canvas->glide.animation)
    return canvas->glide.animation;
  target = adw_callback_animation_target_new (glide_cb, canvas, NULL);
  canvas->glide.animation =
      adw_timed_animation_new (GTK_WIDGET (canvas), 0, 1, GLIDE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (canvas->glide.animation),
                                  ADW_EASE_OUT_CUBIC);
  return canvas->glide.animation;
}

void
ew_canvas_look (EwCanvas *canvas, EwView view, bool smoothly)
{
  ew_canvas_halt (canvas);
  canvas->fit_wanted = false;
  if (!smoothly || !gtk_widget_get_mapped (GTK_WIDGET (canvas))) {
    set_view (canvas, view);
    return;
  }
  canvas->glide.from = canvas->view;
  canvas->glide.to =
      ew_view_resize (view, canvas->view.width, canvas->view.height);
  adw_animation_reset (glide_animation (canvas));
  adw_animation_play (glide_animation (canvas));
}

/* Where the view will be when it stands still. */
static EwView
goal (EwCanvas *canvas)
{
  AdwAnimation *animation = canvas->glide.animation;

  if (animation && adw_animation_get_state (animation) == ADW_ANIMATION_PLAYING)
    return canvas->glide.to;
  return canvas->view;
}

void
ew_canvas_set_view (EwCanvas *canvas, EwView view)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));
  ew_canvas_look (canvas, view, false);
}

void
ew_canvas_pan (EwCanvas *canvas, double dx, double dy)
{
  g_return_if_fail (EW_IS_CANVAS (canvas));
  glide_stop (canvas);
  set_view (canvas, ew_view_pan (canvas->view, dx, dy));
}

void
ew_canvas_zoom_to (EwCanvas *canvas, double zoom)
{
  EwView view;
  EwPoint center;

  g_return_if_fail (EW_IS_CANVAS (canvas));
  view = goal (canvas);
  center = (EwPoint){ view.width / 2, view.height / 2 };
  ew_canvas_look (canvas, ew_view_zoom_at (view, zoom, center), true);
}

void
ew_canvas_zoom_step (EwCanvas *canvas, int direction)
{
  EwView view;

  g_return_if_fail (EW_IS_CANVAS (canvas));
  view = goal (canvas);
  ew_canvas_zoom_to (canvas, ew_view_zoom_step (&view, direction));
}

static EwView
fitted (EwCanvas *canvas, EwRect rect)
{
  double margin =
      MIN (EW_CANVAS_MARGIN, MIN (canvas->view.width, canvas->view.height) / 6);
  EwView view = canvas->view;

  if (!ew_rect_is_empty (rect))
    return ew_view_fit (view, rect, margin, 1);
  view.zoom = 1;
  return ew_view_center_on (view, (EwPoint){ 0, 0 });
}

void
ew_canvas_fit_all (EwCanvas *canvas)
{
  const EwBoard *board;

  g_return_if_fail (EW_IS_CANVAS (canvas));
  board = ew_canvas_live (canvas);
  if (board)
    ew_canvas_look (canvas, fitted (canvas, ew_board_extent (board)), true);
}

void
ew_canvas_fit_selection (EwCanvas *canvas)
{
  const EwBoard *board;
  EwRect box;

  g_return_if_fail (EW_IS_CANVAS (canvas));
  board = ew_canvas_live (canvas);
  if (!board)
    return;
  box = ew_selection_box (canvas->selection, board);
  if (!ew_rect_is_empty (box))
    ew_canvas_look (canvas, fitted (canvas, box), true);
}

/* How far a span must move to lie inside a window of @size. */
static double
shift (double start, double length, double size)
{
  double margin = MIN (EW_CANVAS_MARGIN, size / 6);

  if (length > size - 2 * margin)
    return size / 2 - (start + length / 2);
  if (start < margin)
    return margin - start;
  if (start + length > size - margin)
    return size - margin - (start + length);
  return 0;
}

void
ew_canvas_reveal (EwCanvas *canvas, const char *id)
{
  const EwBoard *board;
  const EwObject *object;
  EwView view;
  EwRect shown;
  double dx, dy;

  g_return_if_fail (EW_IS_CANVAS (canvas));
  g_return_if_fail (id != NULL);

  board = ew_canvas_live (canvas);
  object = board ? ew_board_get (board, id) : NULL;
  if (!object || ew_kind_has (object->kind, EW_KIND_META))
    return;
  view = goal (canvas);
  shown = ew_view_rect_to_window (&view, ew_object_bounds (object, board));
  dx = shift (shown.x, shown.w, view.width);
  dy = shift (shown.y, shown.h, view.height);
  if (dx != 0 || dy != 0)
    ew_canvas_look (canvas, ew_view_pan (view, dx, dy), true);
}

EwRect
ew_canvas_pin_rect (EwCanvas *canvas, const char *id)
{
  const EwBoard *board = ew_canvas_live (canvas);
  const EwObject *pin = board ? ew_board_get (board, id) : NULL;

  g_return_val_if_fail (EW_IS_CANVAS (canvas), EW_RECT_EMPTY);
  return pin ? ew_pin_box (board, &canvas->view, pin) : EW_RECT_EMPTY;
}

static EwRect
box_of_tips (const EwBoard *board, GPtrArray *pins)
{
  EwPoint least = ew_pin_tip (board, pins->pdata[0]), most = least;

  for (guint i = 1; i < pins->len; i++) {
    EwPoint tip = ew_pin_tip (board, pins->pdata[i]);

    least = (EwPoint){ MIN (least.x, tip.x), MIN (least.y, tip.y) };
    most = (EwPoint){ MAX (most.x, tip.x), MAX (most.y, tip.y) };
  }
  return (EwRect){ least.x, least.y, most.x - least.x, most.y - least.y };
}

bool
ew_canvas_open_cluster (EwCanvas *canvas, const char *id)
{
  const EwBoard *board = ew_canvas_live (canvas);
  g_autoptr (GPtrArray) pins = NULL;
  EwView view;

  g_return_val_if_fail (EW_IS_CANVAS (canvas), false);
  pins = board ? ew_pins_with (board, &canvas->view, id) : NULL;
  if (!pins || pins->len < 2)
    return false;
  view = ew_view_fit (canvas->view, ew_rect_grow (box_of_tips (board, pins), 1),
                      3 * EW_CANVAS_MARGIN, 1);
  ew_canvas_look (canvas, view, true);
  return true;
}

void
ew_canvas_fit_first (EwCanvas *canvas)
{
  const EwBoard *board = ew_canvas_live (canvas);

  if (!canvas->fit_wanted || !board || canvas->view.width <= 0)
    return;
  canvas->fit_wanted = false;
  canvas->view = fitted (canvas, ew_board_extent (board));
}

static EwView
resized (EwView view, double width, double height)
{
  if (view.width > 0)
    view = ew_view_pan (view, (width - view.width) / 2,
                        (height - view.height) / 2);
  return ew_view_resize (view, width, height);
}

static gboolean
tell_cb (gpointer data)
{
  EwCanvas *canvas = data;

  canvas->tell = 0;
  g_signal_emit_by_name (canvas, "view-changed");
  return G_SOURCE_REMOVE;
}

/* The middle stays in the middle when a side panel opens, even on the way. */
void
ew_canvas_resized (EwCanvas *canvas, double width, double height)
{
  const EwView *view = &canvas->view;

  if (view->width == width && view->height == height)
    return;
  canvas->view = resized (canvas->view, width, height);
  canvas->glide.from = resized (canvas->glide.from, width, height);
  canvas->glide.to = resized (canvas->glide.to, width, height);
  ew_canvas_fit_first (canvas);
  /* Not now: this is in the middle of a layout, and whoever hears it will
   * move widgets. */
  if (!canvas->tell)
    canvas->tell = g_idle_add (tell_cb, canvas);
}

static void
remember (EwCanvas *canvas)
{
  EwView *copy;

  if (!canvas->board_id || canvas->fit_wanted)
    return;
  copy = g_memdup2 (&canvas->view, sizeof canvas->view);
  g_hash_table_replace (canvas->views, g_strdup (canvas->board_id), copy);
}

void
ew_canvas_switch_view (EwCanvas *canvas, const char *board)
{
  const EwView *known;

  ew_canvas_halt (canvas);
  /* The same board again: one stays where one is. */
  if (g_strcmp0 (board, canvas->board_id) == 0)
    return;
  remember (canvas);
  known = board ? g_hash_table_lookup (canvas->views, board) : NULL;
  canvas->fit_wanted = board && !known;
  if (!known)
    return;
  canvas->view = ew_view_center_on (
      ew_view_resize (*known, canvas->view.width, canvas->view.height),
      ew_rect_center (ew_view_visible (known)));
}
