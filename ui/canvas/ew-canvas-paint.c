/* One frame: the paper, the objects that show, what the tools draw over them.
 */
#include "ew-canvas-private.h"

#include "ew-snapshot-pen.h"

#include <math.h>

#define GRID 24.0
/* Window px: dots closer than this are thinned out. */
#define GRID_CLOSEST 18.0
#define GRID_DOT 2.0
/* The grid fades between these zooms. */
#define GRID_GONE 0.15
#define GRID_FULL 0.5
/* What a pin may reach from its place, window px. */
#define PIN_REACH 64.0
/* Microseconds of a frame that go to repainting for another zoom. */
#define REFINE_BUDGET 6000

static GdkRGBA
rgba (EwColor color)
{
  return (GdkRGBA){ color.r, color.g, color.b, color.a };
}

static double
grid_step (double zoom)
{
  double step = GRID * zoom;

  while (step < GRID_CLOSEST)
    step *= 2;
  return step;
}

/* Dots lie on whole pixels, so that they are crisp and cheap. */
static void
append_dots (EwCanvas *canvas, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const EwView *view = &canvas->view;
  double step = grid_step (view->zoom);
  EwPoint zero = ew_view_to_window (view, (EwPoint){ 0, 0 });
  double left = zero.x - ceil (zero.x / step) * step;
  double top = zero.y - ceil (zero.y / step) * step;

  for (double y = top; y < view->height; y += step)
    for (double x = left; x < view->width; x += step)
      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (round (x) - 1,
                                                      round (y) - 1, GRID_DOT,
                                                      GRID_DOT));
}

static void
append_paper (EwCanvas *canvas, GtkSnapshot *snapshot)
{
  const EwView *view = &canvas->view;
  double strength = (view->zoom - GRID_GONE) / (GRID_FULL - GRID_GONE);
  GdkRGBA paper = rgba (canvas->palette->canvas);
  GdkRGBA dot = rgba (canvas->palette->dot);

  gtk_snapshot_append_color (
      snapshot, &paper, &GRAPHENE_RECT_INIT (0, 0, view->width, view->height));
  dot.alpha *= CLAMP (strength, 0, 1);
  if (canvas->grid && dot.alpha > 0)
    append_dots (canvas, snapshot, &dot);
}

/* While its text is in the editor the object is painted without it. */
static GskRenderNode *
edited_node (EwCanvas *canvas, const EwObject *object)
{
  g_autoptr (EwObject) mute = ew_object_copy (object);

  ew_object_set_string (mute, object->kind->text, "");
  return ew_node_cache_paint (canvas->cache, mute);
}

static GskRenderNode *
node_of (EwCanvas *canvas, const EwObject *object)
{
  const char *edited =
      canvas->editor ? ew_text_editor_id (canvas->editor) : NULL;
  GskRenderNode *node;

  if (g_strcmp0 (edited, object->id) == 0)
    return edited_node (canvas, object);
  node = ew_node_cache_get (canvas->cache, object);
  return node ? gsk_render_node_ref (node) : NULL;
}

static void
append_object (EwCanvas *canvas, GtkSnapshot *snapshot, const EwObject *object)
{
  const EwView *view = &canvas->view;
  EwPoint at =
      ew_view_to_window (view, ew_node_cache_origin (canvas->cache, object));
  float zoom = ew_kind_has (object->kind, EW_KIND_PIN) ? 1 : view->zoom;
  GskRenderNode *node = node_of (canvas, object);

  if (!node)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at.x, at.y));
  if (zoom != 1)
    gtk_snapshot_scale (snapshot, zoom, zoom);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  gsk_render_node_unref (node);
}

static bool
shows (const EwBoard *board, guint index, EwRect visible, double zoom)
{
  EwRect bounds = ew_board_bounds_at (board, index);

  if (ew_kind_has (ew_board_at (board, index)->kind, EW_KIND_PIN))
    bounds = ew_rect_grow (bounds, PIN_REACH / zoom);
  return ew_rect_intersects (bounds, visible);
}

static gboolean
refine_cb (gpointer data)
{
  EwCanvas *canvas = data;

  canvas->refine = 0;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return G_SOURCE_REMOVE;
}

static void
append_objects (EwCanvas *canvas, GtkSnapshot *snapshot, const EwBoard *board)
{
  const EwView *view = &canvas->view;
  EwRect visible = ew_view_visible (view);
  EwNodeView common = { board, canvas->palette, view->zoom };
  guint n = ew_board_size (board);

  ew_node_cache_begin (canvas->cache, &common,
                       g_get_monotonic_time () + REFINE_BUDGET);
  for (guint i = 0; i < n; i++)
    if (shows (board, i, visible, view->zoom))
      append_object (canvas, snapshot, ew_board_at (board, i));
  if (ew_node_cache_end (canvas->cache) && !canvas->refine)
    canvas->refine = g_idle_add (refine_cb, canvas);
}

static void
append_overlay (EwCanvas *canvas, GtkSnapshot *snapshot)
{
  const EwView *view = &canvas->view;
  EwSnapshotPen pen;

  if (!canvas->handler)
    return;
  ew_snapshot_pen_init (&pen, snapshot, canvas->palette, canvas->pango);
  pen.origin = view->origin;
  pen.pen.scale = view->zoom;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, view->zoom, view->zoom);
  canvas->handler->paint (&pen.pen, canvas->handler_data);
  gtk_snapshot_restore (snapshot);
}

void
ew_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EwCanvas *canvas = EW_CANVAS (widget);
  const EwBoard *board = ew_canvas_live (canvas);

  append_paper (canvas, snapshot);
  if (!board)
    return;
  append_objects (canvas, snapshot, board);
  append_overlay (canvas, snapshot);
  if (canvas->editor)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (canvas->editor), snapshot);
}
