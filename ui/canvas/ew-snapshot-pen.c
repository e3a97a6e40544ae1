#include "ew-snapshot-pen.h"

/* Output px per board px: from here on a shadow is seen to be soft. */
#define NEAR_SHADOW 0.75
/* Room for what cairo smooths, px. */
#define FRINGE 1.0
/* What is longer than this many output px cairo cannot count. */
#define TRACED_MAX 8.2e6

static GdkRGBA
rgba (EwColor color)
{
  return (GdkRGBA){ color.r, color.g, color.b, color.a };
}

static graphene_rect_t
area (const EwSnapshotPen *self, EwRect rect)
{
  return GRAPHENE_RECT_INIT (rect.x - self->origin.x, rect.y - self->origin.y,
                             rect.w, rect.h);
}

static void
fill_box (EwSnapshotPen *self, EwRect rect, double radius, EwColor color)
{
  graphene_rect_t bounds = area (self, rect);
  GdkRGBA fill = rgba (color);
  GskRoundedRect round;

  if (ew_pen_is_sharp (&self->pen, radius)) {
    gtk_snapshot_append_color (self->snapshot, &fill, &bounds);
    return;
  }
  gsk_rounded_rect_init_from_rect (&round, &bounds, radius);
  gtk_snapshot_push_rounded_clip (self->snapshot, &round);
  gtk_snapshot_append_color (self->snapshot, &fill, &bounds);
  gtk_snapshot_pop (self->snapshot);
}

static void
box (EwPen *pen, EwRect rect, double radius, EwColor color)
{
  fill_box ((EwSnapshotPen *) pen, rect, radius, color);
}

static void
stroke_box (EwSnapshotPen *self, EwRect rect, double radius, EwColor color,
            double width)
{
  graphene_rect_t bounds = area (self, ew_rect_grow (rect, width / 2));
  float sides[4] = { width, width, width, width };
  GdkRGBA ink = rgba (color);
  GdkRGBA colors[4] = { ink, ink, ink, ink };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds,
                                   radius > 0 ? radius + width / 2 : 0);
  gtk_snapshot_append_border (self->snapshot, &outline, sides, colors);
}

static void
trace_step (const EwSnapshotPen *self, cairo_t *cr, const EwPathStep *step)
{
  EwPoint p[3];

  for (int i = 0; i < 3; i++)
    p[i] = (EwPoint){ step->p[i].x - self->origin.x,
                      step->p[i].y - self->origin.y };

  switch (step->verb) {
  case EW_PATH_MOVE:
    cairo_move_to (cr, p[0].x, p[0].y);
    break;
  case EW_PATH_LINE:
    cairo_line_to (cr, p[0].x, p[0].y);
    break;
  case EW_PATH_CURVE:
    cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
    break;
  case EW_PATH_CLOSE:
    cairo_close_path (cr);
    break;
  }
}

/* Returns: (transfer full): a cairo context with the path set and the colour
 * chosen, which draws into a node of its own. */
static cairo_t *
trace (EwSnapshotPen *self, const EwPath *path, double margin, EwColor color)
{
  graphene_rect_t bounds =
      area (self, ew_rect_grow (ew_path_bounds (path), margin + FRINGE));
  cairo_t *cr = gtk_snapshot_append_cairo (self->snapshot, &bounds);
  gsize n;
  const EwPathStep *steps = ew_path_steps (path, &n);

  for (gsize i = 0; i < n; i++)
    trace_step (self, cr, &steps[i]);
  cairo_set_source_rgba (cr, color.r, color.g, color.b, color.a);
  return cr;
}

static bool
can_trace (const EwPen *pen, const EwPath *path)
{
  EwRect bounds = ew_path_bounds (path);

  return MAX (bounds.w, bounds.h) * pen->scale <= TRACED_MAX;
}

/* Of a shape that is larger than anything one can see, one sees the inside. */
static void
fill (EwPen *pen, const EwPath *path, EwColor color)
{
  EwSnapshotPen *self = (EwSnapshotPen *) pen;
  EwRect rect;
  double radius;
  cairo_t *cr;

  if (ew_path_is_rounded_rect (path, &rect, &radius)) {
    fill_box (self, rect, radius, color);
    return;
  }
  if (!can_trace (pen, path)) {
    fill_box (self, ew_path_bounds (path), 0, color);
    return;
  }
  cr = trace (self, path, 0, color);
  cairo_set_fill_rule (cr, ew_path_is_winding (path)
                               ? CAIRO_FILL_RULE_WINDING
                               : CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
stroke (EwPen *pen, const EwPath *path, EwColor color, double width,
        const double *dashes, gsize n_dashes)
{
  EwSnapshotPen *self = (EwSnapshotPen *) pen;
  EwRect rect;
  double radius;
  cairo_t *cr;

  if (n_dashes == 0 && ew_path_is_rounded_rect (path, &rect, &radius)) {
    stroke_box (self, rect, radius, color, width);
    return;
  }
  if (!can_trace (pen, path))
    return;
  cr = trace (self, path, width / 2, color);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, n_dashes, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
text (EwPen *pen, PangoLayout *layout, EwPoint at, EwColor color)
{
  EwSnapshotPen *self = (EwSnapshotPen *) pen;
  GdkRGBA ink = rgba (color);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (
      self->snapshot,
      &GRAPHENE_POINT_INIT (at.x - self->origin.x, at.y - self->origin.y));
  gtk_snapshot_append_layout (self->snapshot, layout, &ink);
  gtk_snapshot_restore (self->snapshot);
}

typedef struct {
  double grow, drop; /* px of the board */
  float share; /* of the shadow's strength */
} ShadowLayer;

static void
shade (EwSnapshotPen *self, EwRect rect, double radius, EwColor color,
       const ShadowLayer *layer)
{
  EwRect shaded = ew_rect_grow (rect, layer->grow);

  shaded.y += layer->drop;
  fill_box (self, shaded, radius + layer->grow,
            ew_color_with_alpha (color, color.a * layer->share));
}

/* A blur costs more than the note above it, and differs between renderers.
 * Three faint boxes, each a little wider and lower, look the same at this size,
 * and from further away one does. */
static void
shadow (EwPen *pen, EwRect rect, double radius, EwColor color)
{
  static const ShadowLayer near[] = { { 4, 2.5, 0.18f },
                                      { 2, 2, 0.30f },
                                      { 0.5, 1, 0.45f } };
  static const ShadowLayer far = { 2, 2, 0.6f };
  EwSnapshotPen *self = (EwSnapshotPen *) pen;

  if (pen->scale < NEAR_SHADOW) {
    shade (self, rect, radius, color, &far);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (near); i++)
    shade (self, rect, radius, color, &near[i]);
}

static void
push_clip (EwPen *pen, EwRect rect, double radius)
{
  EwSnapshotPen *self = (EwSnapshotPen *) pen;
  graphene_rect_t bounds = area (self, rect);
  GskRoundedRect round;

  if (ew_pen_is_sharp (pen, radius)) {
    gtk_snapshot_push_clip (self->snapshot, &bounds);
    return;
  }
  gsk_rounded_rect_init_from_rect (&round, &bounds, radius);
  gtk_snapshot_push_rounded_clip (self->snapshot, &round);
}

static void
pop_clip (EwPen *pen)
{
  gtk_snapshot_pop (((EwSnapshotPen *) pen)->snapshot);
}

static void
push_turn (EwPen *pen, EwPoint center, double degrees)
{
  EwSnapshotPen *self = (EwSnapshotPen *) pen;
  float x = (float) (center.x - self->origin.x);
  float y = (float) (center.y - self->origin.y);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_rotate (self->snapshot, (float) degrees);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (-x, -y));
}

static void
pop_turn (EwPen *pen)
{
  gtk_snapshot_restore (((EwSnapshotPen *) pen)->snapshot);
}

static bool
image (EwPen *pen, const char *asset, EwRect rect, const char **reason)
{
  EwSnapshotPen *self = (EwSnapshotPen *) pen;
  graphene_rect_t bounds = area (self, rect);

  return self->images &&
         ew_image_cache_append (self->images, asset,
                                MAX (rect.w, rect.h) * pen->scale,
                                self->snapshot, &bounds, reason);
}

static const EwPenClass class = {
  .fill = fill,
  .stroke = stroke,
  .text = text,
  .shadow = shadow,
  .push_clip = push_clip,
  .pop_clip = pop_clip,
  .image = image,
  .box = box,
  .push_turn = push_turn,
  .pop_turn = pop_turn,
};

void
ew_snapshot_pen_init (EwSnapshotPen *pen, GtkSnapshot *snapshot,
                      const EwPalette *palette, PangoContext *pango)
{
  *pen = (EwSnapshotPen){
    .pen = { .class = &class, .palette = palette, .pango = pango, .scale = 1 },
    .snapshot = snapshot,
  };
}
