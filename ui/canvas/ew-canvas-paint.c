/* One frame: the paper, the objects that show, what the tools draw over them.
 */
#include "ew-canvas-private.h"

#include "ew-grid.h"
#include "ew-pin.h"
#include "ew-pins.h"
#include "ew-snapshot-pen.h"

/* Microseconds of a frame that go to repainting for another zoom. */
#define REFINE_BUDGET 6000
/* Window px: objects of which no picture is kept. */
#define SMALL 32.0
/* What a dot of the grid reaches over, window px. */
#define EDGE 2
/* The zoom stands still when it has for so long. */
#define SETTLE_MS 120

static void
append_paper (EwCanvas *canvas, GtkSnapshot *snapshot, const EwView *view)
{
  EwColor paper = canvas->palette->canvas;
  GdkRGBA color = { paper.r, paper.g, paper.b, paper.a };

  gtk_snapshot_append_color (
      snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, view->width, view->height));
  if (canvas->grid)
    ew_grid_append (snapshot, view, canvas->palette->dot,
                    gtk_widget_get_scale_factor (GTK_WIDGET (canvas)));
}

/* While its text is in the editor the object is painted without it. */
static GskRenderNode *
edited_node (EwCanvas *canvas, const EwObject *object, EwPoint origin)
{
  g_autoptr (EwObject) mute = ew_object_copy (object);

  ew_object_set_string (mute, object->kind->text, "");
  return ew_node_cache_paint (canvas->cache, mute, origin);
}

static GskRenderNode *
node_at (EwCanvas *canvas, const EwBoard *board, guint index, EwPoint origin)
{
  const EwObject *object = ew_board_at (board, index);
  const char *edited =
      canvas->editor ? ew_text_editor_id (canvas->editor) : NULL;
  GskRenderNode *node;

  if (g_strcmp0 (edited, object->id) == 0)
    return edited_node (canvas, object, origin);
  node = ew_node_cache_get (canvas->cache, index);
  return node ? gsk_render_node_ref (node) : NULL;
}

static void
append_at (GtkSnapshot *snapshot, GskRenderNode *node, EwPoint at, float zoom)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at.x, at.y));
  if (zoom != 1)
    gtk_snapshot_scale (snapshot, zoom, zoom);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
append_object (EwCanvas *canvas, GtkSnapshot *snapshot, const EwView *view,
               const EwBoard *board, guint index)
{
  const EwKind *kind = ew_board_at (board, index)->kind;
  EwPoint origin = ew_node_cache_origin (canvas->cache, index);
  float zoom = ew_kind_has (kind, EW_KIND_PIN) ? 1 : view->zoom;
  GskRenderNode *node = node_at (canvas, board, index, origin);

  if (!node)
    return;
  append_at (snapshot, node, ew_view_to_window (view, origin), zoom);
  gsk_render_node_unref (node);
}

static bool
shows (const EwBoard *board, guint index, EwRect visible)
{
  return !ew_kind_has (ew_board_at (board, index)->kind, EW_KIND_PIN) &&
         ew_rect_intersects (ew_board_bounds_at (board, index), visible);
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
refine_soon (EwCanvas *canvas)
{
  if (!canvas->refine)
    canvas->refine = g_idle_add (refine_cb, canvas);
}

/* --- Pins ------------------------------------------------------------------
 */

static void
append_stack (EwCanvas *canvas, GtkSnapshot *snapshot, const EwPinStack *stack)
{
  EwSnapshotPen pen;

  ew_snapshot_pen_init (&pen, snapshot, canvas->palette, canvas->pango);
  ew_pin_paint_stack (&pen.pen, stack->tip, stack->n, stack->waits);
}

/* A pin keeps its size while the board under it is stretched. */
static void
append_pins (EwCanvas *canvas, GtkSnapshot *snapshot, const EwBoard *board)
{
  g_autoptr (GArray) stacks = ew_pins_stack (board, &canvas->view);

  for (guint i = 0; i < stacks->len; i++) {
    const EwPinStack *stack = &g_array_index (stacks, EwPinStack, i);

    if (stack->n > 1)
      append_stack (canvas, snapshot, stack);
    else
      append_object (canvas, snapshot, &canvas->view, board, stack->index);
  }
}

/* --- As nodes, for a graphics card to keep ---------------------------------
 */

static void
append_nodes (EwCanvas *canvas, GtkSnapshot *snapshot, const EwBoard *board)
{
  const EwView *view = &canvas->view;
  EwRect visible = ew_view_visible (view);
  EwNodeView common = { board, canvas->palette, view->zoom };
  guint n = ew_board_size (board);

  append_paper (canvas, snapshot, view);
  ew_node_cache_begin (canvas->cache, &common,
                       g_get_monotonic_time () + REFINE_BUDGET);
  for (guint i = 0; i < n; i++)
    if (shows (board, i, visible))
      append_object (canvas, snapshot, view, board, i);
  append_pins (canvas, snapshot, board);
  if (ew_node_cache_end (canvas->cache))
    refine_soon (canvas);
}

/* --- As tiles, where there is none -----------------------------------------
 */

/* What is in any of the tiles to be painted is looked for once. */
static void
prepare_tiles (EwRect area, double zoom, gpointer data)
{
  EwCanvas *canvas = data;

  g_array_set_size (canvas->found, 0);
  ew_board_find_in (ew_canvas_live (canvas), area, canvas->found);
  ew_board_drop_buried (ew_canvas_live (canvas), canvas->found);
}

/* There are many of the small ones, and to keep a picture of each would cost
 * more than to paint it. */
static bool
is_small (EwRect bounds, double zoom)
{
  return MAX (bounds.w, bounds.h) * zoom < SMALL;
}

static void
paint_small (EwCanvas *canvas, GtkSnapshot *snapshot, const EwView *view,
             const EwObject *object)
{
  EwSnapshotPen pen;

  ew_snapshot_pen_init (&pen, snapshot, canvas->palette, canvas->pango);
  pen.origin = view->origin;
  pen.pen.scale = view->zoom;
  pen.pen.me = ew_node_cache_me (canvas->cache);
  pen.images = canvas->images;
  ew_object_paint (object, ew_canvas_live (canvas), &pen.pen);
}

static void
append_to_tile (EwCanvas *canvas, GtkSnapshot *snapshot, const EwView *view,
                guint index)
{
  const EwBoard *board = ew_canvas_live (canvas);
  const EwObject *object = ew_board_at (board, index);

  if (ew_kind_has (object->kind, EW_KIND_PIN))
    return;
  if (!is_small (ew_board_bounds_at (board, index), view->zoom)) {
    append_object (canvas, snapshot, view, board, index);
    return;
  }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, view->zoom, view->zoom);
  paint_small (canvas, snapshot, view, object);
  gtk_snapshot_restore (snapshot);
}

static void
append_found (EwCanvas *canvas, GtkSnapshot *snapshot, const EwView *view)
{
  const EwBoard *board = ew_canvas_live (canvas);
  EwRect area = ew_view_visible (view);

  for (guint i = 0; i < canvas->found->len; i++) {
    guint index = g_array_index (canvas->found, guint, i);

    if (ew_rect_intersects (ew_board_bounds_at (board, index), area))
      append_to_tile (canvas, snapshot, view, index);
  }
}

/* A dot of the grid on the edge belongs to both sides. */
static void
append_tile_paper (EwCanvas *canvas, GtkSnapshot *snapshot, EwView view)
{
  view = ew_view_pan (view, EDGE, EDGE);
  view = ew_view_resize (view, view.width + 2 * EDGE, view.height + 2 * EDGE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-EDGE, -EDGE));
  append_paper (canvas, snapshot, &view);
  gtk_snapshot_restore (snapshot);
}

static GskRenderNode *
paint_tile (EwRect area, double zoom, gpointer data)
{
  EwCanvas *canvas = data;
  EwView view = { { area.x, area.y }, zoom, area.w * zoom, area.h * zoom };
  EwNodeView common = { ew_canvas_live (canvas), canvas->palette, zoom };
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  append_tile_paper (canvas, snapshot, view);
  ew_node_cache_begin (canvas->cache, &common, G_MAXINT64);
  append_found (canvas, snapshot, &view);
  ew_node_cache_end (canvas->cache);
  return gtk_snapshot_free_to_node (snapshot);
}

const EwTilesSource ew_canvas_tiles_source = { prepare_tiles, paint_tile };

static gboolean
settle_cb (gpointer data)
{
  EwCanvas *canvas = data;

  canvas->settle = 0;
  canvas->is_settled = true;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return G_SOURCE_REMOVE;
}

/* Every other zoom on the way begins the wait anew. */
static void
settle_later (EwCanvas *canvas)
{
  if (canvas->tiled_zoom == canvas->view.zoom && canvas->settle)
    return;
  canvas->tiled_zoom = canvas->view.zoom;
  g_clear_handle_id (&canvas->settle, g_source_remove);
  canvas->settle = g_timeout_add (SETTLE_MS, settle_cb, canvas);
}

static void
append_tiles (EwCanvas *canvas, GtkSnapshot *snapshot, const EwBoard *board)
{
  int pixels = gtk_widget_get_scale_factor (GTK_WIDGET (canvas));
  bool settle = canvas->is_settled && canvas->tiled_zoom == canvas->view.zoom;
  EwNodeView common = { board, canvas->palette, canvas->view.zoom };

  canvas->is_settled = settle;
  switch (ew_tiles_append (canvas->tiles, snapshot, &canvas->view, pixels,
                           settle)) {
  case EW_TILES_CRISP:
    break;
  case EW_TILES_STRETCHED:
    settle_later (canvas);
    break;
  case EW_TILES_PARTLY:
    refine_soon (canvas);
    break;
  }
  ew_node_cache_begin (canvas->cache, &common, G_MAXINT64);
  append_pins (canvas, snapshot, board);
  ew_node_cache_end (canvas->cache);
}

static bool
is_tiled (EwCanvas *canvas)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (canvas));
  GskRenderer *renderer = gtk_native_get_renderer (native);

  return renderer && GSK_IS_CAIRO_RENDERER (renderer);
}

static void
append_objects (EwCanvas *canvas, GtkSnapshot *snapshot, const EwBoard *board)
{
  if (is_tiled (canvas))
    append_tiles (canvas, snapshot, board);
  else
    append_nodes (canvas, snapshot, board);
}

static void
append_overlay (EwCanvas *canvas, GtkSnapshot *snapshot, const EwBoard *board)
{
  const EwView *view = &canvas->view;
  EwSnapshotPen pen;

  ew_snapshot_pen_init (&pen, snapshot, canvas->palette, canvas->pango);
  pen.origin = view->origin;
  pen.pen.scale = view->zoom;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, view->zoom, view->zoom);
  ew_tint_paint (canvas->tint, &pen.pen, board, ew_view_visible (view),
                 g_get_monotonic_time (),
                 adw_get_enable_animations (GTK_WIDGET (canvas)));
  if (canvas->handler)
    canvas->handler->paint (&pen.pen, canvas->handler_data);
  gtk_snapshot_restore (snapshot);
}

static void
append_debug (EwCanvas *canvas, GtkSnapshot *snapshot)
{
  g_autofree char *text = ew_canvas_debug_text (canvas);
  g_autoptr (PangoLayout) layout = NULL;

  if (!text)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (canvas), text);
  ew_debug_append (&canvas->debug, snapshot, &canvas->view, layout);
}

void
ew_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EwCanvas *canvas = EW_CANVAS (widget);
  const EwBoard *board = ew_canvas_live (canvas);

  if (!board) {
    append_paper (canvas, snapshot, &canvas->view);
    return;
  }
  ew_debug_begin (&canvas->debug);
  append_objects (canvas, snapshot, board);
  append_overlay (canvas, snapshot, board);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (canvas->stand_ins), snapshot);
  if (canvas->editor)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (canvas->editor), snapshot);
  append_debug (canvas, snapshot);
}
