#include "ew-tiles.h"

#include <math.h>

/* Device px of a side: small enough that one more is no stutter. */
#define SIDE 256
/* A tile that changes is shown in so many pieces a side, so that the screen is
 * drawn again only where it did. */
#define CELLS 4
/* Tiles kept beyond those that show. */
#define SPARE 12
/* A sheet is stretched up to this much before another one is begun. */
#define STRETCH 1.5
/* … and up to this much while the other one is not complete. */
#define STRETCH_MAX 3.0
/* Beyond it a tile is a dot or a blur, and cairo cannot count its px. */
#define STRETCH_SHOWN 1024.0
/* Microseconds of a frame for tiles that another sheet covers meanwhile. */
#define BUDGET 4000

typedef struct {
  gint64 column, row;
  cairo_surface_t *surface;
  GskRenderNode *node; /* shows the surface at 0, 0 */
  GskRenderNode *cells[CELLS * CELLS]; /* what it is made of; or all NULL */
  EwRect stale; /* px of the board; empty when it is right */
  guint frame; /* that showed it last */
} Tile;

typedef struct {
  double zoom;
  int pixels; /* device px per window px */
  GPtrArray *tiles; /* of Tile; few, so that a walk finds one */
} Sheet;

struct _EwTiles {
  const EwTilesSource *source;
  gpointer data;
  Sheet *sheet; /* NULL before the first frame */
  Sheet *under; /* covers what the sheet does not have yet; or NULL */
  EwView view; /* of the last frame */
  guint frame, painted;
};

/* The tiles of a sheet that a view shows. */
typedef struct {
  gint64 left, top, right, bottom; /* the last ones not counted in */
} Range;

static void
drop_cells (Tile *tile)
{
  for (int i = 0; i < CELLS * CELLS; i++)
    g_clear_pointer (&tile->cells[i], gsk_render_node_unref);
}

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  drop_cells (tile);
  gsk_render_node_unref (tile->node);
  cairo_surface_destroy (tile->surface);
  g_free (tile);
}

static Sheet *
sheet_new (double zoom, int pixels)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->zoom = zoom;
  sheet->pixels = pixels;
  sheet->tiles = g_ptr_array_new_with_free_func (tile_free);
  return sheet;
}

static void
sheet_free (Sheet *sheet)
{
  g_ptr_array_unref (sheet->tiles);
  g_free (sheet);
}

EwTiles *
ew_tiles_new (const EwTilesSource *source, gpointer data)
{
  EwTiles *tiles = g_new0 (EwTiles, 1);

  tiles->source = source;
  tiles->data = data;
  return tiles;
}

void
ew_tiles_free (EwTiles *tiles)
{
  ew_tiles_clear (tiles);
  g_free (tiles);
}

void
ew_tiles_clear (EwTiles *tiles)
{
  g_clear_pointer (&tiles->sheet, sheet_free);
  g_clear_pointer (&tiles->under, sheet_free);
}

/* --- Where tiles are ---------------------------------------------------- */

/* Window px of a side, at the sheet's own zoom. */
static double
side (const Sheet *sheet)
{
  return (double) SIDE / sheet->pixels;
}

static EwRect
area_of (const Sheet *sheet, gint64 column, gint64 row)
{
  double size = side (sheet) / sheet->zoom;

  return (EwRect){ column * size, row * size, size, size };
}

static Range
range_of (const Sheet *sheet, EwRect area)
{
  double size = side (sheet) / sheet->zoom;

  return (Range){ (gint64) floor (area.x / size),
                  (gint64) floor (area.y / size),
                  (gint64) ceil ((area.x + area.w) / size),
                  (gint64) ceil ((area.y + area.h) / size) };
}

static Tile *
find_tile (const Sheet *sheet, gint64 column, gint64 row)
{
  for (guint i = 0; i < sheet->tiles->len; i++) {
    Tile *tile = sheet->tiles->pdata[i];

    if (tile->column == column && tile->row == row)
      return tile;
  }
  return NULL;
}

static bool
is_right (const Tile *tile)
{
  return tile && ew_rect_is_empty (tile->stale);
}

static bool
covers (const Sheet *sheet, EwRect area)
{
  Range range = range_of (sheet, area);

  for (gint64 row = range.top; row < range.bottom; row++)
    for (gint64 column = range.left; column < range.right; column++)
      if (!is_right (find_tile (sheet, column, row)))
        return false;
  return true;
}

/* --- Painting ------------------------------------------------------------ */

/* Without smoothing of the edges no line shows between two stretched tiles.
 * The edge of the node itself would be smoothed; so it lies outside. */
static GskRenderNode *
node_of (cairo_surface_t *surface, EwRect part)
{
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (part.x - 1, part.y - 1, part.w + 2, part.h + 2);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_rectangle (cr, part.x, part.y, part.w, part.h);
  cairo_fill (cr);
  cairo_destroy (cr);
  return node;
}

static EwRect
cell_of (const Sheet *sheet, int index)
{
  double size = side (sheet) / CELLS;

  return (EwRect){ index % CELLS * size, index / CELLS * size, size, size };
}

/* Cells that did not change keep their nodes, so nobody draws them again. */
static void
show_in_cells (const Sheet *sheet, Tile *tile, EwRect changed)
{
  for (int i = 0; i < CELLS * CELLS; i++) {
    EwRect cell = cell_of (sheet, i);

    if (tile->cells[i] && !ew_rect_intersects (cell, changed))
      continue;
    g_clear_pointer (&tile->cells[i], gsk_render_node_unref);
    tile->cells[i] = node_of (tile->surface, cell);
  }
  g_clear_pointer (&tile->node, gsk_render_node_unref);
  tile->node = gsk_container_node_new (tile->cells, CELLS * CELLS);
}

static void
show_whole (const Sheet *sheet, Tile *tile)
{
  drop_cells (tile);
  g_clear_pointer (&tile->node, gsk_render_node_unref);
  tile->node =
      node_of (tile->surface, (EwRect){ 0, 0, side (sheet), side (sheet) });
}

static cairo_surface_t *
surface_new (int pixels)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);

  cairo_surface_set_device_scale (surface, pixels, pixels);
  return surface;
}

/* The device px around @stale, as an area of the board. */
static EwRect
whole_pixels (EwRect stale, EwRect area, double pixel)
{
  double left = floor ((stale.x - area.x) / pixel) - 1;
  double top = floor ((stale.y - area.y) / pixel) - 1;
  double right = ceil ((stale.x + stale.w - area.x) / pixel) + 1;
  double bottom = ceil ((stale.y + stale.h - area.y) / pixel) + 1;
  EwRect whole = { area.x + left * pixel, area.y + top * pixel,
                   (right - left) * pixel, (bottom - top) * pixel };

  return ew_rect_intersection (whole, area);
}

static void
paint_part (EwTiles *tiles, const Sheet *sheet, cairo_t *cr, EwRect part,
            EwRect area)
{
  GskRenderNode *node = tiles->source->paint (part, sheet->zoom, tiles->data);
  double x = (part.x - area.x) * sheet->zoom;
  double y = (part.y - area.y) * sheet->zoom;

  if (!node)
    return;
  /* What was whole pixels is so again, rounding errors aside. */
  x = round (x * sheet->pixels) / sheet->pixels;
  y = round (y * sheet->pixels) / sheet->pixels;
  cairo_translate (cr, x, y);
  cairo_rectangle (cr, 0, 0, ceil (part.w * sheet->zoom - 1e-6),
                   ceil (part.h * sheet->zoom - 1e-6));
  cairo_clip (cr);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
}

/* @part of a tile that covers @area. */
static EwRect
window_px (const Sheet *sheet, EwRect part, EwRect area)
{
  return (EwRect){ (part.x - area.x) * sheet->zoom,
                   (part.y - area.y) * sheet->zoom, part.w * sheet->zoom,
                   part.h * sheet->zoom };
}

/* The old picture may be on its way to the screen: a new one takes its place.
 */
static void
paint_tile (EwTiles *tiles, const Sheet *sheet, Tile *tile)
{
  EwRect area = area_of (sheet, tile->column, tile->row);
  cairo_surface_t *surface = surface_new (sheet->pixels);
  cairo_t *cr = cairo_create (surface);
  EwRect part = area;
  bool is_new = tile->surface == NULL;

  if (!is_new) {
    cairo_set_source_surface (cr, tile->surface, 0, 0);
    cairo_paint (cr);
    part = whole_pixels (tile->stale, area, 1 / (sheet->zoom * sheet->pixels));
  }
  paint_part (tiles, sheet, cr, part, area);
  cairo_destroy (cr);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  tile->surface = surface;
  if (is_new)
    show_whole (sheet, tile);
  else
    show_in_cells (sheet, tile, window_px (sheet, part, area));
  tile->stale = EW_RECT_EMPTY;
  tiles->painted++;
}

static Tile *
add_tile (Sheet *sheet, gint64 column, gint64 row)
{
  Tile *tile = g_new0 (Tile, 1);

  tile->column = column;
  tile->row = row;
  g_ptr_array_add (sheet->tiles, tile);
  return tile;
}

typedef struct {
  EwTiles *tiles;
  Sheet *sheet;
  EwRect visible;
  Range range;
  gint64 deadline; /* for what another sheet covers */
  bool is_complete;
} Fill;

/* Around all that is not right. */
static EwRect
wanted_area (const Fill *fill)
{
  const Range *range = &fill->range;
  EwRect wanted = EW_RECT_EMPTY;

  for (gint64 row = range->top; row < range->bottom; row++)
    for (gint64 column = range->left; column < range->right; column++) {
      const Tile *tile = find_tile (fill->sheet, column, row);

      wanted = ew_rect_union (
          wanted, tile ? tile->stale : area_of (fill->sheet, column, row));
    }
  return wanted;
}

static void
fill_one (Fill *fill, gint64 column, gint64 row)
{
  EwTiles *tiles = fill->tiles;
  Tile *tile = find_tile (fill->sheet, column, row);
  EwRect area = area_of (fill->sheet, column, row);

  if (!is_right (tile)) {
    if (tiles->under && g_get_monotonic_time () > fill->deadline &&
        covers (tiles->under, ew_rect_intersection (area, fill->visible))) {
      fill->is_complete = false;
      return;
    }
    if (!tile)
      tile = add_tile (fill->sheet, column, row);
    paint_tile (tiles, fill->sheet, tile);
  }
  tile->frame = tiles->frame;
}

/* Returns: whether nothing is missing. */
static bool
fill_sheet (EwTiles *tiles, Sheet *sheet, EwRect visible)
{
  Range range = range_of (sheet, visible);
  EwRect first = area_of (sheet, range.left, range.top);
  EwRect last = area_of (sheet, range.right - 1, range.bottom - 1);
  Fill fill = { .tiles = tiles,
                .sheet = sheet,
                .visible = ew_rect_union (first, last),
                .range = range,
                .deadline = g_get_monotonic_time () + BUDGET,
                .is_complete = true };
  EwRect wanted = wanted_area (&fill);

  /* The device px around what is stale are painted with it. */
  if (!ew_rect_is_empty (wanted))
    tiles->source->prepare (ew_rect_grow (wanted, 2 / sheet->zoom), sheet->zoom,
                            tiles->data);
  for (gint64 row = range.top; row < range.bottom; row++)
    for (gint64 column = range.left; column < range.right; column++)
      fill_one (&fill, column, row);
  return fill.is_complete;
}

/* The longest not shown go first. */
static void
drop_spare (EwTiles *tiles, Sheet *sheet)
{
  guint shown = 0;

  for (guint i = 0; i < sheet->tiles->len; i++)
    shown += ((Tile *) sheet->tiles->pdata[i])->frame == tiles->frame;
  while (sheet->tiles->len > shown + SPARE) {
    guint oldest = 0;

    for (guint i = 1; i < sheet->tiles->len; i++)
      if (((Tile *) sheet->tiles->pdata[i])->frame <
          ((Tile *) sheet->tiles->pdata[oldest])->frame)
        oldest = i;
    g_ptr_array_remove_index_fast (sheet->tiles, oldest);
  }
}

/* --- Which sheet --------------------------------------------------------- */

static double
stretch (const Sheet *sheet, const EwView *view)
{
  return MAX (view->zoom / sheet->zoom, sheet->zoom / view->zoom);
}

static bool
is_worn (const EwTiles *tiles, const EwView *view, bool settle)
{
  double much = stretch (tiles->sheet, view);

  if (much == 1)
    return false;
  return settle || much > (tiles->under ? STRETCH_MAX : STRETCH);
}

static void
choose_sheet (EwTiles *tiles, const EwView *view, int pixels, bool settle)
{
  if (tiles->sheet && tiles->sheet->pixels != pixels)
    ew_tiles_clear (tiles);
  if (tiles->under && stretch (tiles->under, view) > STRETCH_SHOWN)
    g_clear_pointer (&tiles->under, sheet_free);
  if (tiles->sheet && stretch (tiles->sheet, view) > STRETCH_SHOWN)
    g_clear_pointer (&tiles->sheet, sheet_free);
  if (tiles->sheet && !is_worn (tiles, view, settle))
    return;
  /* What never became complete covers nothing. */
  if (tiles->sheet && !tiles->under)
    tiles->under = g_steal_pointer (&tiles->sheet);
  g_clear_pointer (&tiles->sheet, sheet_free);
  tiles->sheet = sheet_new (view->zoom, pixels);
}

/* --- Showing ------------------------------------------------------------- */

static void
append_tile (GtkSnapshot *snapshot, const Tile *tile, double x, double y,
             double overlap)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_scale (snapshot, overlap, overlap);
  gtk_snapshot_append_node (snapshot, tile->node);
  gtk_snapshot_restore (snapshot);
}

/* Unstretched, every tile lies on whole pixels.  Stretched, it reaches one
 * further, over the gap that rounding would leave. */
static void
append_sheet (GtkSnapshot *snapshot, const Sheet *sheet, const EwView *view)
{
  Range range = range_of (sheet, ew_view_visible (view));
  double x = -view->origin.x * sheet->zoom, y = -view->origin.y * sheet->zoom;
  double much = view->zoom / sheet->zoom, overlap = 1;

  if (much == 1) {
    x = round (x * sheet->pixels) / sheet->pixels;
    y = round (y * sheet->pixels) / sheet->pixels;
  } else {
    overlap += 1 / side (sheet);
  }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, much, much);
  for (guint i = 0; i < sheet->tiles->len; i++) {
    const Tile *tile = sheet->tiles->pdata[i];

    if (tile->column >= range.left - 1 && tile->column <= range.right &&
        tile->row >= range.top - 1 && tile->row <= range.bottom)
      append_tile (snapshot, tile, x + tile->column * side (sheet),
                   y + tile->row * side (sheet), overlap);
  }
  gtk_snapshot_restore (snapshot);
}

static bool
has_moved (const EwView *a, const EwView *b)
{
  return a->zoom != b->zoom || a->origin.x != b->origin.x ||
         a->origin.y != b->origin.y;
}

/* Where everything is drawn again, fewer pieces are quicker. */
static void
join_cells (Sheet *sheet)
{
  for (guint i = 0; i < sheet->tiles->len; i++) {
    Tile *tile = sheet->tiles->pdata[i];

    if (tile->cells[0])
      show_whole (sheet, tile);
  }
}

EwTilesState
ew_tiles_append (EwTiles *tiles, GtkSnapshot *snapshot, const EwView *view,
                 int pixels, bool settle)
{
  bool is_complete;

  tiles->frame++;
  if (has_moved (&tiles->view, view) && tiles->sheet)
    join_cells (tiles->sheet);
  tiles->view = *view;
  choose_sheet (tiles, view, pixels, settle);
  is_complete = fill_sheet (tiles, tiles->sheet, ew_view_visible (view));
  if (is_complete)
    g_clear_pointer (&tiles->under, sheet_free);
  drop_spare (tiles, tiles->sheet);
  if (tiles->under)
    append_sheet (snapshot, tiles->under, view);
  append_sheet (snapshot, tiles->sheet, view);
  if (!is_complete)
    return EW_TILES_PARTLY;
  return stretch (tiles->sheet, view) == 1 ? EW_TILES_CRISP
                                           : EW_TILES_STRETCHED;
}

static void
damage_sheet (Sheet *sheet, EwRect area)
{
  for (guint i = 0; i < sheet->tiles->len; i++) {
    Tile *tile = sheet->tiles->pdata[i];
    EwRect own = area_of (sheet, tile->column, tile->row);

    if (ew_rect_intersects (own, area))
      tile->stale =
          ew_rect_union (tile->stale, ew_rect_intersection (own, area));
  }
}

void
ew_tiles_damage (EwTiles *tiles, EwRect area)
{
  if (tiles->sheet)
    damage_sheet (tiles->sheet, area);
  if (tiles->under)
    damage_sheet (tiles->under, area);
}

guint
ew_tiles_count (const EwTiles *tiles)
{
  return (tiles->sheet ? tiles->sheet->tiles->len : 0) +
         (tiles->under ? tiles->under->tiles->len : 0);
}

guint
ew_tiles_painted (const EwTiles *tiles)
{
  return tiles->painted;
}
