#include "ew-minimap.h"

#include "ew-cairo-pen.h"
#include "ew-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the picture inside, px. */
#define WIDTH 112
#define HEIGHT 68

struct _EwMinimap {
  GtkWidget parent;
  EwBoard *board; /* a snapshot that waits to be painted, or NULL */
  const EwPalette *palette;
  EwRect extent; /* of the board as it was painted last */
  cairo_surface_t *picture;
  EwView view;
  GCancellable *painting; /* NULL while nothing is being painted */
  EwPoint pressed;
};

G_DEFINE_FINAL_TYPE (EwMinimap, ew_minimap, GTK_TYPE_WIDGET)

/* --- Board px ⇄ px of the picture --------------------------------------- */

typedef struct {
  double scale;
  EwPoint origin;
} Frame;

static Frame
frame_of (EwRect extent)
{
  double scale = MIN (WIDTH / MAX (extent.w, 1), HEIGHT / MAX (extent.h, 1));
  EwPoint middle = ew_rect_center (extent);

  return (Frame){
    scale, { middle.x - WIDTH / scale / 2, middle.y - HEIGHT / scale / 2 }
  };
}

/* --- Painting in another thread ----------------------------------------- */

typedef struct {
  EwBoard *board;
  const EwPalette *palette;
  EwRect extent;
  int factor; /* device px per px */
} Job;

static void
job_free (gpointer data)
{
  ew_board_unref (((Job *) data)->board);
  g_free (data);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data,
                 GCancellable *cancellable)
{
  const Job *job = data;
  Frame frame = frame_of (job->extent);
  double scale = frame.scale * job->factor;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, WIDTH * job->factor, HEIGHT * job->factor);
  cairo_t *cr = cairo_create (surface);
  EwPen *pen;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -frame.origin.x, -frame.origin.y);
  /* Pins shrink with the rest, or one would cover half of the map. */
  pen = ew_cairo_pen_new (cr, job->palette, scale);
  ew_paint_objects (pen, job->board, job->extent);
  ew_cairo_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, job->factor, job->factor);
  g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static void paint_next (EwMinimap *map);

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EwMinimap *map = EW_MINIMAP (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  EwRect extent = job->extent;
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  if (surface == NULL)
    return;
  g_clear_object (&map->painting);
  g_clear_pointer (&map->picture, cairo_surface_destroy);
  map->picture = surface;
  map->extent = extent;
  gtk_widget_queue_draw (GTK_WIDGET (map));
  paint_next (map);
}

static void
paint_next (EwMinimap *map)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (map->board == NULL || map->painting != NULL)
    return;
  job = g_new (Job, 1);
  *job = (Job){ g_steal_pointer (&map->board), map->palette, EW_RECT_EMPTY,
                gtk_widget_get_scale_factor (GTK_WIDGET (map)) };
  job->extent = ew_board_extent (job->board);
  map->painting = g_cancellable_new ();
  task = g_task_new (map, map->painting, painted_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/* --- The pointer -------------------------------------------------------- */

static void
look (EwMinimap *map, EwPoint at)
{
  Frame frame = frame_of (map->extent);

  if (map->picture == NULL)
    return;
  g_signal_emit_by_name (map, "look", frame.origin.x + at.x / frame.scale,
                         frame.origin.y + at.y / frame.scale);
}

static void
drag_begin_cb (EwMinimap *map, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  map->pressed = (EwPoint){ x, y };
  look (map, map->pressed);
}

static void
drag_update_cb (EwMinimap *map, double dx, double dy, GtkGesture *gesture)
{
  look (map, (EwPoint){ map->pressed.x + dx, map->pressed.y + dy });
}

/* --- The widget --------------------------------------------------------- */

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EwMinimap *map = EW_MINIMAP (widget);
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT);
  Frame frame = frame_of (map->extent);
  EwRect shown = ew_view_visible (&map->view);
  EwRect box = { (shown.x - frame.origin.x) * frame.scale,
                 (shown.y - frame.origin.y) * frame.scale,
                 shown.w * frame.scale, shown.h * frame.scale };
  EwColor accent = map->palette ? map->palette->accent : (EwColor){ 0 };
  cairo_t *cr;

  if (map->picture == NULL)
    return;
  box = ew_rect_intersection (box, (EwRect){ 1, 1, WIDTH - 2, HEIGHT - 2 });
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  cairo_set_source_surface (cr, map->picture, 0, 0);
  cairo_paint (cr);
  if (!ew_rect_is_empty (box)) {
    cairo_set_source_rgba (cr, accent.r, accent.g, accent.b, 0.10);
    cairo_rectangle (cr, box.x, box.y, box.w, box.h);
    cairo_fill_preserve (cr);
    cairo_set_source_rgb (cr, accent.r, accent.g, accent.b);
    cairo_set_line_width (cr, 1.5);
    cairo_stroke (cr);
  }
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
         int *minimum, int *natural, int *min_baseline, int *nat_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
dispose (GObject *object)
{
  EwMinimap *map = EW_MINIMAP (object);

  g_cancellable_cancel (map->painting);
  g_clear_object (&map->painting);
  g_clear_pointer (&map->board, ew_board_unref);
  g_clear_pointer (&map->picture, cairo_surface_destroy);
  G_OBJECT_CLASS (ew_minimap_parent_class)->dispose (object);
}

static void
ew_minimap_class_init (EwMinimapClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dispose;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  g_signal_new ("look", EW_TYPE_MINIMAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
ew_minimap_init (EwMinimap *map)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_add_css_class (GTK_WIDGET (map), "ew-floating");
  gtk_widget_add_css_class (GTK_WIDGET (map), "sheet");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Minimap"), -1);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb),
                            map);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb),
                            map);
  gtk_widget_add_controller (GTK_WIDGET (map), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
ew_minimap_new (void)
{
  return g_object_new (EW_TYPE_MINIMAP, NULL);
}

void
ew_minimap_set_board (EwMinimap *map, const EwBoard *board,
                      const EwPalette *palette)
{
  g_return_if_fail (EW_IS_MINIMAP (map));

  g_clear_pointer (&map->board, ew_board_unref);
  map->palette = palette;
  if (board != NULL)
    map->board = ew_board_snapshot (board);
  paint_next (map);
}

void
ew_minimap_set_view (EwMinimap *map, const EwView *view)
{
  g_return_if_fail (EW_IS_MINIMAP (map));
  g_return_if_fail (view != NULL);

  map->view = *view;
  gtk_widget_queue_draw (GTK_WIDGET (map));
}
