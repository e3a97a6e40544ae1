#include "ew-grid.h"

#include <math.h>

#define STEP 24.0
/* Window px: dots closer than this are thinned out. */
#define CLOSEST 18.0
#define DOT 2
/* The grid fades between these zooms. */
#define GONE 0.15
#define FULL 0.5

static double
step_at (double zoom)
{
  double step = STEP * zoom;

  while (step < CLOSEST)
    step *= 2;
  return step;
}

/* The first dot at or before the window's edge. */
static double
first (double zero, double step)
{
  return zero - ceil (zero / step) * step;
}

/* One pixel in GDK_MEMORY_DEFAULT: native, premultiplied. */
static guint32
to_pixel (EwColor color)
{
  guint a = lround (color.a * 255);
  guint r = lround (color.r * a), g = lround (color.g * a),
        b = lround (color.b * a);

  return a << 24 | r << 16 | g << 8 | b;
}

/* All rows look alike: one is drawn, pixel by pixel, and shown many times.
 * That costs a tenth of a node for each dot, with every renderer. */
static GdkTexture *
make_row (const EwView *view, EwColor color, int pixels)
{
  int width = (int) ceil (view->width) * pixels, height = DOT * pixels;
  guint32 *row = g_new0 (guint32, (gsize) width * height);
  double step = step_at (view->zoom);
  double left = first (-view->origin.x * view->zoom, step);
  guint32 pixel = to_pixel (color);
  g_autoptr (GBytes) bytes = NULL;

  for (double x = left; x < view->width; x += step)
    for (int i = 0; i < DOT * pixels; i++) {
      int at = (int) lround (x * pixels) - DOT * pixels / 2 + i;

      for (int y = 0; y < height && at >= 0 && at < width; y++)
        row[y * width + at] = pixel;
    }
  bytes = g_bytes_new_take (row, (gsize) width * height * sizeof *row);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) width * sizeof *row);
}

void
ew_grid_append (GtkSnapshot *snapshot, const EwView *view, EwColor color,
                int pixels)
{
  double step = step_at (view->zoom);
  double top = first (-view->origin.y * view->zoom, step);
  g_autoptr (GdkTexture) row = NULL;

  color.a *= CLAMP ((view->zoom - GONE) / (FULL - GONE), 0, 1);
  if (color.a <= 0 || view->width < 1 || view->height < 1)
    return;
  row = make_row (view, color, pixels);
  for (double y = top; y < view->height; y += step)
    gtk_snapshot_append_texture (
        snapshot, row,
        &GRAPHENE_RECT_INIT (0, round (y * pixels) / pixels - DOT / 2.0,
                             ceil (view->width), DOT));
}
