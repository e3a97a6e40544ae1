/* One frame: the paper, the objects that show, what the tools draw over them.
 */
#include "ew-canvas-private.h"

#include "ew-grid.h"
#include "ew-snapshot-pen.h"

/* What a pin may reach from its place, window px. */
#define PIN_REACH 64.0
/* Microseconds of a frame that go to repainting for another zoom. */
#define REFINE_BUDGET 6000

static void
append_paper (EwCanvas *canvas, GtkSnapshot *snapshot)
{
  const EwView *view = &canvas->view;
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
append_object (EwCanvas *canvas, GtkSnapshot *snapshot, const EwBoard *board,
               guint index)
{
  const EwView *view = &canvas->view;
  const EwKind *kind = ew_board_at (board, index)->kind;
  EwPoint origin = ew_node_cache_origin (canvas->cache, index);
  EwPoint at = ew_view_to_window (view, origin);
  float zoom = ew_kind_has (kind, EW_KIND_PIN) ? 1 : view->zoom;
  GskRenderNode *node = node_at (canvas, board, index, origin);

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
      append_object (canvas, snapshot, board, i);
  if (ew_node_cache_end (canvas->cache) && !canvas->refine)
    canvas->refine = g_idle_add (refine_cb, canvas);
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
  ew_tint_paint (canvas->tint, &pen.pen, board, g_get_monotonic_time (),
                 adw_get_enable_animations (GTK_WIDGET (canvas)));
  if (canvas->handler)
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
  append_overlay (canvas, snapshot, board);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (canvas->stand_ins), snapshot);
  if (canvas->editor)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (canvas->editor), snapshot);
}
