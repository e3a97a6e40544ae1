/* How much is painted when the board moves, changes and is looked at closer.
 * Work is counted, never timed. */
#include "ew-tiles.h"

#include <gtk/gtk.h>

typedef struct {
  EwTiles *tiles;
  guint prepared, painted;
  EwRect area; /* around all that was painted */
} Easel;

static void
prepare (EwRect area, double zoom, gpointer data)
{
  ((Easel *) data)->prepared++;
}

static GskRenderNode *
paint (EwRect area, double zoom, gpointer data)
{
  Easel *easel = data;
  GdkRGBA red = { 1, 0, 0, 1 };
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, area.w * zoom + 1, area.h * zoom + 1);

  easel->painted++;
  easel->area = ew_rect_union (easel->area, area);
  return gsk_color_node_new (&red, &bounds);
}

static const EwTilesSource source = { prepare, paint };

static void
set_up (Easel *easel, gconstpointer data)
{
  *easel = (Easel){ .tiles = ew_tiles_new (&source, easel) };
}

static void
tear_down (Easel *easel, gconstpointer data)
{
  ew_tiles_free (easel->tiles);
}

/* Returns: (transfer full): what a frame shows. */
static GskRenderNode *
show (Easel *easel, EwView view, bool settle, EwTilesState *state)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  easel->painted = easel->prepared = 0;
  easel->area = EW_RECT_EMPTY;
  *state = ew_tiles_append (easel->tiles, snapshot, &view, 1, settle);
  return gtk_snapshot_free_to_node (snapshot);
}

static EwTilesState
look (Easel *easel, EwView view, bool settle)
{
  EwTilesState state;

  gsk_render_node_unref (show (easel, view, settle, &state));
  return state;
}

static EwView
view_at (double x, double y, double zoom)
{
  return (EwView){ { x, y }, zoom, 1000, 600 };
}

static void
test_pan (Easel *easel, gconstpointer data)
{
  g_assert_cmpint (look (easel, view_at (0, 0, 1), false), ==, EW_TILES_CRISP);
  g_assert_cmpuint (easel->painted, ==, 12);
  g_assert_cmpuint (easel->prepared, ==, 1);

  /* Within the same tiles, nothing; then one more column. */
  look (easel, view_at (20, 3, 1), false);
  g_assert_cmpuint (easel->painted, ==, 0);
  g_assert_cmpuint (easel->prepared, ==, 0);
  look (easel, view_at (40, 3, 1), false);
  g_assert_cmpuint (easel->painted, ==, 3);
}

static void
test_damage (Easel *easel, gconstpointer data)
{
  EwRect changed = { 300, 300, 10, 10 };

  look (easel, view_at (0, 0, 1), false);
  ew_tiles_damage (easel->tiles, changed);
  look (easel, view_at (0, 0, 1), false);
  g_assert_cmpuint (easel->painted, ==, 1);
  g_assert_true (ew_rect_covers (easel->area, changed));
  g_assert_true (ew_rect_covers (ew_rect_grow (changed, 4), easel->area));

  /* On the corner of four. */
  ew_tiles_damage (easel->tiles, (EwRect){ 250, 250, 12, 12 });
  look (easel, view_at (0, 0, 1), false);
  g_assert_cmpuint (easel->painted, ==, 4);
}

/* Returns: (transfer full): what is shown, drawn. */
static cairo_surface_t *
draw (GskRenderNode *node)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 600);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  return *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                  y * cairo_image_surface_get_stride (surface) +
                                  4 * x);
}

static guint
count_red (GskRenderNode *node)
{
  cairo_surface_t *surface = draw (node);
  guint n = 0;

  for (int i = 0; i < 1000 * 600; i++)
    n += pixel_at (surface, i % 1000, i / 1000) == 0xffff0000;
  cairo_surface_destroy (surface);
  return n;
}

/* Returns: the colour in the middle of what is shown. */
static guint32
middle (GskRenderNode *node)
{
  cairo_surface_t *surface = draw (node);
  guint32 pixel = pixel_at (surface, 500, 300);

  cairo_surface_destroy (surface);
  return pixel;
}

/* Whatever was repainted piece by piece, and put together again when the view
 * moves, is one picture without holes. */
static void
test_pieces (Easel *easel, gconstpointer data)
{
  for (int i = 0; i < 60; i++) {
    double at = i * 9.0;
    EwTilesState state;
    GskRenderNode *node;

    ew_tiles_damage (easel->tiles, (EwRect){ 200 + at, 100 + at / 2, 70, 70 });
    node = show (easel, view_at (i / 20 * 40, 0, 1), false, &state);
    g_assert_cmpint (state, ==, EW_TILES_CRISP);
    g_assert_cmpuint (count_red (node), ==, 1000 * 600);
    gsk_render_node_unref (node);
  }
}

static void
test_zoom (Easel *easel, gconstpointer data)
{
  look (easel, view_at (0, 0, 1), false);
  g_assert_cmpint (look (easel, view_at (0, 0, 1.2), false), ==,
                   EW_TILES_STRETCHED);
  g_assert_cmpuint (easel->painted, ==, 0);

  /* What stands still is painted for its own zoom, be it over some frames. */
  while (look (easel, view_at (0, 0, 1.2), true) != EW_TILES_CRISP)
    continue;
  look (easel, view_at (0, 0, 1.2), false);
  g_assert_cmpuint (easel->painted, ==, 0);
}

/* While one zooms, no line shows between two stretched tiles. */
static void
test_seams (Easel *easel, gconstpointer data)
{
  look (easel, view_at (0, 0, 1), false);
  for (double zoom = 1.01; zoom < 1.2; zoom += 0.007) {
    EwTilesState state;
    GskRenderNode *node = show (easel, view_at (30, 20, zoom), false, &state);

    g_assert_cmpint (state, ==, EW_TILES_STRETCHED);
    g_assert_cmpuint (count_red (node), ==, 1000 * 600);
    gsk_render_node_unref (node);
  }
}

/* Zooming, panning, far away: there is a picture everywhere, and never more
 * tiles than a few windows full. */
static void
test_bounded (Easel *easel, gconstpointer data)
{
  const double far = 1099511627776.0; /* 2^40 */
  double zoom = 0.01;

  for (int i = 0; i < 100; i++, zoom *= 1.07) {
    double x = i % 2 ? far : -far;
    EwTilesState state;
    GskRenderNode *node =
        show (easel, view_at (x + 37 * i, -x, zoom), false, &state);

    g_assert_cmphex (middle (node), ==, 0xffff0000);
    g_assert_cmpuint (ew_tiles_count (easel->tiles), <, 120);
    gsk_render_node_unref (node);
  }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/tiles/" name, Easel, NULL, set_up, test, tear_down)
  ADD ("pan", test_pan);
  ADD ("damage", test_damage);
  ADD ("pieces", test_pieces);
  ADD ("zoom", test_zoom);
  ADD ("seams", test_seams);
  ADD ("bounded", test_bounded);
  return g_test_run ();
}
